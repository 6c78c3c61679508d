package interchange_test

import (
	"bytes"
	"errors"
	"io"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
	"github.com/openestimate/casualty/estimate"
	. "github.com/openestimate/casualty/estimate/interchange"
)

const header = `{"schema": "casualty/1", "sources": [{"id": "nis"}], "remarks": [{"by": "lee", "about": ["a"], "facet": "rule"}]}` + "\n"

// all reads every line into a Set, and the errors in their order.
func all(t testing.TB, text string) (*estimate.Set, []error) {
	t.Helper()
	set, seq, err := Lines(strings.NewReader(text), "f.json")
	var errs []error
	if err != nil {
		errs = append(errs, err)
	}
	for e, err := range seq {
		if err != nil {
			errs = append(errs, err)
			continue
		}
		set.Estimates = append(set.Estimates, e)
	}
	return set, errs
}

func TestLines(t *testing.T) {
	tests := []struct {
		name, text, ids string
		errs            []string
	}{
		{"header", header + record("a", "") + "\r\n\n" + record("b", ""), "a b", nil},
		{"no header", record("a", "") + "\n" + record("b", "") + "\n", "a b", nil},
		{"header alone", header, "", nil},
		{"header with estimates", `{"schema": "casualty/1", "estimates": [` + record("a", "") + "]}\n" + record("b", `, "x": 1`), "a", []string{
			`f.json:2: record 2 "b" x = "1": unknown key "x"`}},
		{"bad header", `{"schema": "casualty/1", "sources": [{"id": "x", "kind": "spy"}, {"id": "nis"}]}` + "\n" + record("a", ""), "a", []string{
			`f.json:1: record 1 "x" sources[0].kind = "spy": unknown kind`}},
		{"broken header", `{"schema": "casualty/1", "sources": [{"id": }]` + "\n" + record("a", "") + "\n" + record("b", ""), "a b", []string{
			`f.json:1: record 1 sources[0].id = "}": not JSON at byte 44: found "}": accepted is a value`}},
		{"bad line", header + record("a", "") + "\n{\"id\": \"b\", \"measure\": \"kiled\"}\n" + record("c", ""), "a c", []string{
			`f.json:3: record 2 "b" source: no source: accepted is the id of who said it`}},
		{"truncated line", header + record("a", "")[:20] + "\n" + record("c", ""), "c", []string{`f.json:2: record 1 "a": the text ends at byte`}},
		{"garbage", header + "what\n" + record("c", ""), "c", []string{`f.json:2: record 1 = "what": not JSON`}},
		{"two on a line", header + record("a", "") + record("b", "") + "\n" + record("c", ""), "c", []string{`f.json:2: record 1 "a" = "{": text after the value`}},
		{"second header", header + record("a", "") + "\n" + header, "a", []string{`f.json:3: record 2: reference data below the first line`}},
		{"byte order mark", "\ufeff" + header + record("a", ""), "a", []string{"f.json:1: the file begins with a byte order mark"}},
		{"empty", "\n\n", "", []string{"f.json: the file is empty"}},
		{"long", header + record("a", `, "note": "`+strings.Repeat("x", 200_000)+`"`) + "\n" + record("b", ""), "a b", nil},
		{"too long", header + record("a", "") + "\n" + record("b", `, "note": "`+strings.Repeat("x", MaxLine)+`"`) + "\n" + record("c", ""), "a c",
			[]string{"f.json:3: record 2: the line is too long: accepted are lines up to 16777216 bytes"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			set, errs := all(t, test.text)
			if ids(set) != test.ids {
				t.Errorf("records %q, want %q", ids(set), test.ids)
			}
			for i, err := range errs {
				if i >= len(test.errs) || !strings.HasPrefix(err.Error(), test.errs[i]) {
					t.Errorf("error %v, want %q", err, test.errs)
				}
				var fe *estimate.FieldError
				if !errors.As(err, &fe) {
					t.Errorf("%v has no *estimate.FieldError", err)
				}
			}
			if len(errs) != len(test.errs) {
				t.Errorf("%d errors, want %d", len(errs), len(test.errs))
			}
			if test.name == "broken header" {
				return // Read takes it for a document cut short
			}
			whole, err := Read(strings.NewReader(test.text), "f.json")
			if d := cmp.Diff(set, whole, sameSet); d != "" || (err == nil) != (len(errs) == 0) {
				t.Errorf("Read differs from Lines: %v\n%s", err, d)
			}
		})
	}
}

func TestLinesReaderFails(t *testing.T) {
	_, seq, err := Lines(io.MultiReader(strings.NewReader(header+record("a", "")+"\n"), iotest.ErrReader(io.ErrNoProgress)), "f.json")
	if err != nil {
		t.Fatal(err)
	}
	var got []error
	for _, err := range seq {
		got = append(got, err)
	}
	if len(got) != 2 || got[0] != nil || !errors.Is(got[1], io.ErrNoProgress) || !errors.Is(got[1], ErrUnreadable) {
		t.Errorf("errors %v", got)
	}
}

func TestLinesStop(t *testing.T) {
	_, seq, _ := Lines(strings.NewReader(header+record("a", "")+"\n"+record("b", "")), "f.json")
	for range seq {
		break
	}
}

func TestLinesGroup(t *testing.T) {
	text := header + record("a", `, "event": "x"`) + "\n" + record("b", `, "event": "x"`) + "\nbad\n" + record("c", `, "event": "y"`)
	set, seq, err := Lines(strings.NewReader(text), "f.json")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for s, err := range estimate.Group(set.Registry, seq) {
		if err != nil {
			got = append(got, "error")
			continue
		}
		got = append(got, ids(s))
	}
	if d := cmp.Diff([]string{"error", "a b", "c"}, got); d != "" {
		t.Error(d)
	}
}

func TestLinesReadsWhatWriteLinesWrites(t *testing.T) {
	for seed := range uint64(100) {
		want := generator{rand.New(rand.NewPCG(seed, 3))}.set()
		_, lines := written(t, want)
		got, errs := all(t, string(lines))
		if len(errs) > 0 {
			t.Fatal(errs)
		}
		if d := cmp.Diff(want, got, sameSet); d != "" {
			t.Fatal(d)
		}
	}
}

// Lines must not keep what it has read.
func TestLinesMemory(t *testing.T) {
	one := []byte(record("a", `, "note": "`+strings.Repeat("x", 1000)+`"`) + "\n")
	const n = 20_000 // 20 MB
	_, seq, _ := Lines(&repeat{one: one, n: n}, "f.json")
	var before, now runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	read := 0
	for _, err := range seq {
		if err != nil {
			t.Fatal(err)
		}
		read++
	}
	runtime.GC()
	runtime.ReadMemStats(&now)
	if grown := int64(now.HeapAlloc) - int64(before.HeapAlloc); read != n || grown > 1<<20 {
		t.Errorf("%d lines read, the heap grew by %d bytes", read, grown)
	}
}

// repeat reads one n times over.
type repeat struct {
	one  []byte
	n    int
	rest bytes.Reader
}

func (r *repeat) Read(p []byte) (int, error) {
	if r.rest.Len() == 0 {
		if r.n == 0 {
			return 0, io.EOF
		}
		r.n--
		r.rest.Reset(r.one)
	}
	return r.rest.Read(p)
}
