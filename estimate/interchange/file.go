package interchange

import (
	"errors"
	"slices"

	"github.com/openestimate/casualty/estimate"
)

// A file is what is kept across the whole of one file.
type file struct {
	name string
	ids  map[estimate.ID]bool // of the estimates read; nil if they are not kept
	errs []*estimate.FieldError
}

func (f *file) note(errs ...*estimate.FieldError) { f.errs = append(f.errs, errs...) }

func (f *file) noteBOM() {
	f.note(&estimate.FieldError{Pos: estimate.Pos{File: f.name, Line: 1}, Text: string(bom), Err: ErrBOM})
}

// err joins the errors noted, in the order of the file.
func (f *file) err() error {
	slices.SortStableFunc(f.errs, func(a, b *estimate.FieldError) int { return a.Pos.Line - b.Pos.Line })
	return joined(f.errs)
}

func joined(errs []*estimate.FieldError) error {
	all := make([]error, len(errs))
	for i, err := range errs {
		all[i] = err
	}
	return errors.Join(all...)
}

// A block is a stretch of the text, a document or a line, that knows its place
// in the file.
type block struct {
	scanner
	lines lineIndex
	file  *file
}

func newBlock(f *file, data []byte, line int, base int64) block {
	return block{scanner{data: data, base: base}, lineIndex{data: data, line: line}, f}
}

func (b *block) where(at, record int) estimate.Pos {
	return estimate.Pos{File: b.file.name, Line: b.lines.at(at), Record: record}
}

// errors gives the faults of a record their place in the file.
func (b *block) errors(record int, id estimate.ID, faults []fault) []*estimate.FieldError {
	errs := make([]*estimate.FieldError, len(faults))
	for i, f := range faults {
		errs[i] = &estimate.FieldError{Pos: b.where(f.pos, record), ID: id, Field: f.field, Text: f.text, Err: guessed(f.err)}
	}
	return errs
}

// estimate reads the estimate at the scanner. It reports whether the text is
// JSON; the estimate is good if there are no errors.
func (b *block) estimate(record int) (e estimate.Estimate, errs []*estimate.FieldError, ok bool) {
	b.space()
	start, sh := b.scanner.pos, shapes().estimate
	faults, ok := b.decode(sh, &e)
	if !ok {
		return e, b.errors(record, b.idAt(start), faults), false
	}
	e.Pos = b.where(start, record)
	faults = append(faults, b.invalid(start, sh, faults, e.Validate())...)
	if len(faults) == 0 && b.file.ids != nil && e.ID != "" {
		if b.file.ids[e.ID] {
			twice := &estimate.FieldError{Field: "id", Text: string(e.ID), Err: &estimate.DuplicateError{What: "estimate", ID: e.ID}}
			faults = b.invalid(start, sh, nil, twice)
		}
		b.file.ids[e.ID] = true
	}
	return e, b.errors(record, idOf(&e), faults), true
}
