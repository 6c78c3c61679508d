package interchange

import (
	"errors"
	"fmt"
	"io"
	"iter"

	"github.com/openestimate/casualty/estimate"
)

// Lines reads JSON Lines from r in constant memory. Its first line may hold the
// reference data, with "schema"; each further line is one estimate. Blank lines
// are passed over.
//
// The header is what the first line says, less any estimates, and is never nil;
// err joins the faults of that line, and the rest can be read in spite of them.
// The sequence yields the estimates of the header line, then one estimate, or
// the error of a bad line in its place, for every other line. It reads r as it
// goes and can be ranged over once.
//
// Lines keeps no estimate, so it does not see an id given twice, nor links that
// go in a circle: the Sets of estimate.Group(header.Registry, seq) do, in their
// Validate.
func Lines(r io.Reader, name string) (header *estimate.Set, seq iter.Seq2[estimate.Estimate, error], err error) {
	in := &lineReader{r: r}
	f := &file{name: name}
	header, first := readHeader(f, in)
	before := header.Estimates
	header.Estimates = nil
	err = f.err()
	return header, func(yield func(estimate.Estimate, error) bool) {
		for _, e := range before {
			if !yield(e, nil) {
				return
			}
		}
		n := len(before)
		for l := first; l != nil; l = in.next() {
			n++
			if e, err := readLine(f, l, n); !yield(e, err) {
				return
			}
		}
	}, err
}

// readLines reads all of JSON Lines into a Set.
func readLines(f *file, r io.Reader) *estimate.Set {
	in := &lineReader{r: r}
	set, l := readHeader(f, in)
	for n := len(set.Estimates) + 1; l != nil; l, n = in.next(), n+1 {
		if e, err := readLine(f, l, n); err != nil {
			f.note(fieldErrors(err)...)
		} else {
			set.Estimates = append(set.Estimates, e)
		}
	}
	return set
}

// readHeader reads the first line if it holds reference data, or else returns it
// as the first estimate.
func readHeader(f *file, in *lineReader) (header *estimate.Set, first *line) {
	header = &estimate.Set{Schema: estimate.Schema}
	l := in.next()
	if l != nil && in.bom {
		f.noteBOM()
	}
	switch {
	case l == nil:
		f.note(&estimate.FieldError{Pos: estimate.Pos{File: f.name}, Err: ErrEmpty})
	case l.err != nil || isEstimate(l.text):
		return header, l
	default:
		header = readDocument(f, l.text, l.number, l.offset)
		first = in.next()
	}
	return header, first
}

// readLine reads one estimate, the nth of its file.
func readLine(f *file, l *line, n int) (estimate.Estimate, error) {
	at := estimate.Pos{File: f.name, Line: l.number, Record: n}
	if l.err != nil {
		return estimate.Estimate{}, &estimate.FieldError{Pos: at, Err: l.err}
	}
	b := newBlock(f, l.text, l.number, l.offset)
	e, errs, ok := b.estimate(n)
	if ok {
		if b.space(); b.scanner.pos < len(l.text) {
			if len(errs) == 0 {
				delete(f.ids, e.ID) // another record may have it
			}
			errs = append(errs, &estimate.FieldError{Pos: at, ID: idOf(&e), Text: token(l.text[b.scanner.pos:]), Err: ErrTrailing})
		}
	}
	var unknown *KeyError
	if len(errs) > 0 && errors.As(errs[0], &unknown) && !isEstimate(l.text) && isDocument(l.text) {
		errs = []*estimate.FieldError{{Pos: at, Err: ErrHeader}}
	}
	switch len(errs) {
	case 0:
		return e, nil
	case 1:
		return estimate.Estimate{}, errs[0]
	}
	return estimate.Estimate{}, joined(errs)
}

func unreadable(err error) error { return fmt.Errorf("%w: %w", ErrUnreadable, err) }
