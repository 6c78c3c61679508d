package interchange_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/openestimate/casualty/estimate"
	. "github.com/openestimate/casualty/estimate/interchange"
)

// sameSet compares sets without positions. Empty lists are absent ones.
var sameSet = cmp.Options{cmpopts.IgnoreTypes(estimate.Pos{}), cmpopts.EquateEmpty()}

const founding = "../../examples/kursk/founding.json"

func caseFiles(t testing.TB) []string {
	t.Helper()
	files, err := filepath.Glob("../../examples/cases/testdata/*.json")
	if err != nil || len(files) < 15 {
		t.Fatalf("%d case files, %v", len(files), err)
	}
	return append(files, founding)
}

// written is s as a document and as lines.
func written(t testing.TB, s *estimate.Set) (document, lines []byte) {
	t.Helper()
	var d, l bytes.Buffer
	if err := errors.Join(Write(&d, s), WriteLines(&l, s)); err != nil {
		t.Fatalf("writing: %v", err)
	}
	return d.Bytes(), l.Bytes()
}

// roundTrip checks that s, written in either form, is read back as it was and
// written to the same bytes again.
func roundTrip(t testing.TB, s *estimate.Set) {
	t.Helper()
	document, lines := written(t, s)
	for _, text := range [][]byte{document, lines} {
		back, err := Read(bytes.NewReader(text), "f.json")
		if err != nil {
			t.Fatalf("reading back: %v\n%s", err, text)
		}
		if d := cmp.Diff(s, back, sameSet); d != "" {
			t.Fatalf("read back (-was +is):\n%s\n%s", d, text)
		}
		if d, l := written(t, back); !bytes.Equal(d, document) || !bytes.Equal(l, lines) {
			t.Fatalf("written again, the bytes differ:\n%s\n%s", document, d)
		}
	}
}

func TestRoundTrip(t *testing.T) {
	for seed := range uint64(500) {
		roundTrip(t, generator{rand.New(rand.NewPCG(seed, 2))}.set())
	}
	roundTrip(t, &estimate.Set{Schema: estimate.Schema})
}

// TestCases reads every documented case and compares what is written back with
// the file itself as generic JSON: nothing may be lost or added.
func TestCases(t *testing.T) {
	for _, path := range caseFiles(t) {
		t.Run(filepath.Base(path), func(t *testing.T) {
			set, err := ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			document, _ := written(t, set)
			if d := cmp.Diff(generic(t, data), generic(t, document)); d != "" {
				t.Errorf("rewritten (-was +is):\n%s", d)
			}
			roundTrip(t, set)
		})
	}
}

// generic is the JSON tree of data without empty strings and false, which say no
// more than an absent key.
func generic(t *testing.T, data []byte) any {
	t.Helper()
	var v any
	if err := json.Unmarshal(data, &v); err != nil {
		t.Fatal(err)
	}
	dropUnstated(v)
	return v
}

func dropUnstated(v any) {
	switch v := v.(type) {
	case map[string]any:
		for k, x := range v {
			if x == "" || x == false {
				delete(v, k)
			}
			dropUnstated(x)
		}
	case []any:
		for _, x := range v {
			dropUnstated(x)
		}
	}
}

func TestWriteLayout(t *testing.T) {
	set := &estimate.Set{About: "a <b> & c: \"d\", e", Estimates: []estimate.Estimate{
		{ID: "x", Source: "nis", Measure: estimate.Killed, Quantity: estimate.Vague("<many>"), Published: estimate.On(2024, 12, 19)},
		{Source: "us", Measure: estimate.Wounded},
	}}
	document, lines := written(t, set)
	const wantDocument = `{
  "schema": "casualty/1",
  "about": "a <b> & c: \"d\", e",
  "estimates": [
    {"id": "x", "source": "nis", "measure": "killed", "quantity": {"low": {"term": "<many>"}, "high": {"term": "<many>"}, "hedge": "vague"}, "published": "2024-12-19"},
    {"source": "us", "measure": "wounded"}
  ]
}
`
	const wantLines = `{"schema": "casualty/1", "about": "a <b> & c: \"d\", e"}
{"id": "x", "source": "nis", "measure": "killed", "quantity": {"low": {"term": "<many>"}, "high": {"term": "<many>"}, "hedge": "vague"}, "published": "2024-12-19"}
{"source": "us", "measure": "wounded"}
`
	if d := cmp.Diff(wantDocument, string(document)); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff(wantLines, string(lines)); d != "" {
		t.Error(d)
	}
}

func TestWriteRefuses(t *testing.T) {
	good := estimate.Estimate{ID: "x", Source: "nis", Measure: estimate.Killed}
	with := func(change func(*estimate.Estimate)) *estimate.Set {
		e := good
		change(&e)
		return &estimate.Set{Estimates: []estimate.Estimate{good, e}}
	}
	tests := map[string]struct {
		set  *estimate.Set
		want string
	}{
		"nil":      {nil, "no set"},
		"schema":   {&estimate.Set{Schema: "casualty/9"}, `schema = "casualty/9": accepted is`},
		"twice":    {with(func(*estimate.Estimate) {}), "given twice"},
		"date":     {with(func(e *estimate.Estimate) { e.ID, e.Published = "y", estimate.On(2024, 2, 30) }), "does not exist"},
		"UTF-8":    {with(func(e *estimate.Estimate) { e.ID, e.Via = "y", []estimate.Hop{{By: "b", Quote: "a\xff"}} }), "estimates[1].via[0].quote"},
		"too long": {with(func(e *estimate.Estimate) { e.ID, e.Note = "y", strings.Repeat("x", MaxLine) }), "line is too long"},
	}
	for name, test := range tests {
		var out bytes.Buffer
		write := Write
		if name == "too long" {
			write = WriteLines
		}
		if err := write(&out, test.set); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: error %v, want %q", name, err, test.want)
		}
	}
	if err := Write(failing{}, &estimate.Set{}); !errors.Is(err, os.ErrClosed) {
		t.Errorf("a failing writer: %v", err)
	}
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, os.ErrClosed }
