package interchange

import (
	"bytes"
	"io"
	"os"

	"github.com/openestimate/casualty/estimate"
)

// Read reads an estimates file, a document or JSON Lines, from r; name stands
// for it in errors. The Set holds every good record and is never nil. The error
// joins one *estimate.FieldError for each bad thing, in the order of the file:
//
//	case.json:12: record 3 "nis" measure = "kiled": unknown measure "kiled": did you mean killed? accepted are ...
//
// The fields of reference data and remarks begin with their list:
// "sources[2].kind". A record with an error does not enter the Set, but for
// links that go in a circle, which are no one record's fault. Of two records
// with one id the first stands.
//
// Lists that are empty are read as absent ones.
func Read(r io.Reader, name string) (*estimate.Set, error) {
	data, err := io.ReadAll(r)
	f := &file{name: name, ids: make(map[estimate.ID]bool)}
	var set *estimate.Set
	text := bytes.TrimPrefix(data, bom)
	switch base := len(data) - len(text); {
	case isLines(text) || len(bytes.TrimSpace(text)) == 0:
		set = readLines(f, bytes.NewReader(data))
	default:
		if base > 0 {
			f.noteBOM()
		}
		set = readWhole(f, text, int64(base))
	}
	if err != nil {
		f.note(&estimate.FieldError{Pos: estimate.Pos{File: name}, Err: unreadable(err)})
	}
	for _, fe := range fieldErrors(set.Cycle()) {
		f.note(fe)
	}
	return set, f.err()
}

// ReadFile reads the estimates file at path. See Read.
func ReadFile(path string) (*estimate.Set, error) {
	file, err := os.Open(path)
	if err != nil {
		return &estimate.Set{Schema: estimate.Schema}, err
	}
	defer file.Close()
	return Read(file, path)
}

// readWhole reads a text that is one value: a document, or a lone estimate.
func readWhole(f *file, text []byte, base int64) *estimate.Set {
	if !isEstimate(text) {
		return readDocument(f, text, 1, base)
	}
	set := &estimate.Set{Schema: estimate.Schema}
	e, err := readLine(f, &line{text: text, number: 1, offset: base}, 1)
	if f.note(fieldErrors(err)...); err == nil {
		set.Estimates = append(set.Estimates, e)
	}
	return set
}
