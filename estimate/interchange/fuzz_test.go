package interchange_test

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"
	. "github.com/openestimate/casualty/estimate/interchange"
)

// seeds are small, one of each form and fault, so that a fuzzer tries many; more
// are in testdata/fuzz.
var seeds = []string{
	`{"schema": "casualty/1", "sources": [{"id": "nis"}], "estimates": [` + "\n" + record("a", "") + ",\n" + record("b", "") + "]}",
	header + record("a", `, "scope": {"as_of": "2024-12-19~", "except": []}`) + "\n" + record("b", `, "foo": null`),
	record("a", `, "quantity": {"low": {"n": 1}, "high": {"term": "many"}}`) + "\n" + record("b", `, "via": [{"by": "x", "url": "\u00e9\ud83d\ude00"}]`),
	around(`{"id": "b`),
	`{"schema": "casualty/1", "places": [{"id": "p", "within": ["q"]}, {"id": "q", "within": ["p"]}], "events": [{"id": "e", "until": "2024"}]}`,
}

// FuzzRead checks that no text makes Read panic, that what comes through is
// valid, that every error says where it is, and that what is read without error
// is written and read back as it was.
func FuzzRead(f *testing.F) {
	for _, text := range seeds {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		set, err := Read(bytes.NewReader(data), "f.json")
		if err == nil {
			if err := set.Validate(); err != nil {
				t.Fatalf("read without error and not valid: %v", err)
			}
			roundTrip(t, set)
			return
		}
		for _, b := range bads(t, err) {
			if b.Line > bytes.Count(data, []byte("\n"))+1 {
				t.Errorf("line %d of %d in %v", b.Line, bytes.Count(data, []byte("\n"))+1, err)
			}
		}
		if _, errs := set.Registry.Valid(); len(errs) > 0 {
			t.Errorf("registry: %v", errs)
		}
		for i := range set.Estimates {
			if err := set.Estimates[i].Validate(); err != nil {
				t.Error(err)
			}
		}
		if set.Cycle() != nil {
			return
		}
		roundTrip(t, set)
	})
}

// FuzzLines checks the same of Lines, and that it reads what Read reads.
func FuzzLines(f *testing.F) {
	for _, text := range seeds {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		set, errs := all(t, string(data))
		for i := range set.Estimates {
			if err := set.Estimates[i].Validate(); err != nil {
				t.Error(err)
			}
		}
		if len(errs) > 0 {
			return
		}
		if err := set.Validate(); err != nil {
			return // an id given twice, or a circle, which Lines does not see
		}
		roundTrip(t, set)
		back, err := Read(bytes.NewReader(data), "f.json")
		if d := cmp.Diff(set, back, sameSet); d != "" || err != nil {
			t.Errorf("Read differs from Lines: %v\n%s", err, d)
		}
	})
}
