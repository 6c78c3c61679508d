package interchange_test

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
	"github.com/openestimate/casualty/estimate"
	. "github.com/openestimate/casualty/estimate/interchange"
	"github.com/openestimate/casualty/source"
)

// A bad is what a *estimate.FieldError must say.
type bad struct {
	Line, Record int
	ID           estimate.ID
	Field, Text  string
	Says         string // part of the message
}

// bads lists the errors joined in err, which must all be *estimate.FieldError
// in the named file.
func bads(t *testing.T, err error) []bad {
	t.Helper()
	if err == nil {
		return nil
	}
	var out []bad
	for _, err := range err.(interface{ Unwrap() []error }).Unwrap() {
		fe, ok := err.(*estimate.FieldError)
		if !ok {
			t.Fatalf("%T is not a *estimate.FieldError: %v", err, err)
		}
		if fe.Pos.File != "f.json" {
			t.Errorf("file %q in %v", fe.Pos.File, err)
		}
		out = append(out, bad{fe.Pos.Line, fe.Pos.Record, fe.ID, fe.Field, fe.Text, fe.Err.Error()})
	}
	return out
}

func check(t *testing.T, got, want []bad) {
	t.Helper()
	part := cmp.FilterPath(func(p cmp.Path) bool { return p.Last().String() == ".Says" },
		cmp.Comparer(func(a, b string) bool { return strings.Contains(a, b) || strings.Contains(b, a) }))
	if d := cmp.Diff(want, got, part); d != "" {
		t.Errorf("errors (-want +got):\n%s", d)
	}
}

func ids(s *estimate.Set) string {
	var out []string
	for _, e := range s.Estimates {
		out = append(out, string(e.ID))
	}
	return strings.Join(out, " ")
}

// record is a good record of the list of estimates, with more keys.
func record(id, keys string) string {
	return `    {"id": "` + id + `", "source": "nis", "measure": "killed"` + keys + `}`
}

// around puts a record, from line 4 on, between two good ones.
func around(rec string) string {
	return "{\n  \"schema\": \"casualty/1\", \"estimates\": [\n" + record("a", "") + ",\n" + rec + ",\n" + record("z", "") + "\n  ]\n}\n"
}

func TestBadRecord(t *testing.T) {
	deep := strings.Repeat("[", 100_000)
	tests := []struct {
		name, rec string
		want      []bad
	}{
		{"unknown measure", `{"id": "b", "source": "nis",` + "\n" + `"measure": "kiled"}`,
			[]bad{{5, 2, "b", "measure", "kiled", `unknown measure "kiled": did you mean killed? accepted are killed, wounded, `}}},
		{"no measure", `{"id": "b", "source": "nis"}`, []bad{{4, 2, "b", "measure", "", "no measure"}}},
		{"unknown key", record("b", ",\n"+`"quantity": {"lo": {"n": 100}}`),
			[]bad{{5, 2, "b", "quantity.lo", `{"n": 100}`, `unknown key "lo": did you mean low? accepted are low, best, high, hedge, modality, level, text`}}},
		{"unknown key of a bound", record("b", `, "quantity": {"low": {"n": 1, "m": 2}}`),
			[]bad{{4, 2, "b", "quantity.low.m", "2", `unknown key "m": accepted are n, term, open, possible, by`}}},
		{"key in another case", record("b", `, "Quote": "x"`), []bad{{4, 2, "b", "Quote", "x", `unknown key "Quote"`}}},
		{"key twice", record("b", ",\n"+`"measure": "wounded"`), []bad{{5, 2, "b", "measure", "wounded", "twice"}}},
		{"key twice by an escape", record("b", `, "m\u0065asure": "wounded"`), []bad{{4, 2, "b", "measure", "wounded", "twice"}}},
		{"string for number", record("b", `, "quantity": {"low":`+"\n"+`{"n": "100"}}`),
			[]bad{{5, 2, "b", "quantity.low.n", "100", "found a string: accepted is a whole number"}}},
		{"fraction", record("b", `, "quantity": {"low": {"n": 1.5}, "hedge": "at_least"}`),
			[]bad{{4, 2, "b", "quantity.low.n", "1.5", "found a fraction: accepted is a whole number"}}},
		{"number too great", record("b", `, "quantity": {"low": {"n": 99999999999999999999}}`),
			[]bad{{4, 2, "b", "quantity.low.n", "99999999999999999999", "a whole number"}}},
		{"count too great", record("b", `, "quantity": {"low": {"n": 9000000000000000000}}`),
			[]bad{{4, 2, "b", "quantity.low.n", "9000000000000000000", "out of range"}}},
		{"float too great", record("b", `, "quantity": {"low": {"n": 1}, "high": {"n": 2}, "level": 1e999}`),
			[]bad{{4, 2, "b", "quantity.level", "1e999", "out of range"}}},
		{"list for object", record("b", `, "scope": ["x"]`),
			[]bad{{4, 2, "b", "scope", `["x"]`, "found a list: accepted is an object of population, place, by, from, as_of, except"}}},
		{"number for list", record("b", `, "via": 5`), []bad{{4, 2, "b", "via", "5", "found a number: accepted is a list"}}},
		{"string for flag", record("b", `, "quantity": {"low": {"n": 5, "open": "yes"}}`),
			[]bad{{4, 2, "b", "quantity.low.open", "yes", "found a string: accepted is true or false"}}},
		{"null field", record("b", `, "quantity": null`), []bad{{4, 2, "b", "quantity", "null", "found null: accepted is an object of low"}}},
		{"null record", `null`, []bad{{4, 2, "", "", "null", "found null: accepted is an object of id, event, source"}}},
		{"number as record", `7`, []bad{{4, 2, "", "", "7", "found a number: accepted is an object of id"}}},
		{"empty bound", record("b", `, "quantity": {"high": {"open": true}}`),
			[]bad{{4, 2, "b", "quantity.high", `{"open": true}`, `accepted is an object with "n"`}}},
		{"date", record("b", `, "published": "2024-13-01"`), []bad{{4, 2, "b", "published", "2024-13-01", "there is no month 13"}}},
		{"date as number", record("b", `, "scope": {"as_of": 2024}`),
			[]bad{{4, 2, "b", "scope.as_of", "2024", "found a number: accepted is a date in quotes"}}},
		{"relay without name", record("b", `, "via": [{"by": "x"},`+"\n"+`{"published": "2024"}]`),
			[]bad{{5, 2, "b", "via[1].by", "", "no relay named: accepted is the id of who passed it on"}}},
		{"relay twice", record("b", `, "via": [{"by": "x"},`+"\n"+`{"by": "x"}]`), []bad{{5, 2, "b", "via[1].by", "x", "stands twice"}}},
		{"inverted", record("b", `, "quantity": {`+"\n"+`"low": {"n": 9}, "high": {"n": 3}}`), []bad{{5, 2, "b", "quantity.low", "9", "above the high end"}}},
		{"several", `{"id": "b", "source": "", "measure": "kiled",` + "\n" + `"stake": "big", "foo": [{"a": 1}], "method": {"basis": ["gues"], "rule": 3}}`,
			[]bad{
				{4, 2, "b", "source", "", "no source: accepted is the id of who said it"},
				{4, 2, "b", "measure", "kiled", `unknown measure "kiled"`},
				{5, 2, "b", "foo", `[{"a": 1}]`, `unknown key "foo"`},
				{5, 2, "b", "method.rule", "3", "found a number: accepted is a string"},
				{5, 2, "b", "method.basis[0]", "gues", `unknown basis "gues"`},
				{5, 2, "b", "stake", "big", `unknown stake "big"`},
			}},
		{"words", record("b", `, "words": "half of them"`), []bad{{4, 2, "b", "words", "half of them", "a fraction needs its whole"}}},
		{"words of a hop", record("b", `, "via": [{"by": "x", "words": "12 tanks"}]`), []bad{{4, 2, "b", "via[0].words", "12 tanks", "a count of something else"}}},
		{"words and quantity", record("b", `, "quantity": {"best": {"n": 3}}, "words": "three"`), []bad{{4, 2, "b", "words", "", `either "words" or "quantity"`}}},
		{"words twice", record("b", `, "words": "three",`+"\n"+`"words": "four"`), []bad{{5, 2, "b", "words", "four", "given twice"}}},
		{"words as a number", record("b", `, "words": 3`), []bad{{4, 2, "b", "words", "3", "found a number: accepted is a string"}}},
		{"words elsewhere", record("b", `, "scope": {"words": "x"}`), []bad{{4, 2, "b", "scope.words", "x", `unknown key "words"`}}},
		{"id twice", `{"source": "nis", "measure": "wounded",` + "\n" + `"id": "a"}`, []bad{{5, 2, "a", "id", "a", `estimate "a" is given twice`}}},
		{"untrimmed id", record(" b", ""), []bad{{4, 2, "", "id", " b", "space at an end"}}},
		{"invalid UTF-8", record("b", ",\n\"quote\": \"a\xffb\""),
			[]bad{{5, 2, "b", "quote", "\"a\xffb\"", "invalid UTF-8 at byte 163: accepted is UTF-8"}}},
		{"half a surrogate pair", record("b", `, "quote": "a\ud800b"`), []bad{{4, 2, "b", "quote", "a\ufffdb", "half a surrogate pair"}}},
		{"broken value", record("b", `, "quote": nil`), []bad{{4, 2, "b", "quote", "nil", `found "nil": accepted is true, false or null`}}},
		{"broken comma", record("b", `,, "quote": "x"`), []bad{{4, 2, "b", "", ",", "accepted is a key in quotes"}}},
		{"lost brace", strings.TrimSuffix(record("b", ""), "}"), []bad{{5, 2, "b", "", "{", "accepted is a key in quotes"}}},
		{"lost quote", strings.Replace(record("b", ""), `"nis"`, `"nis`, 1), []bad{{4, 2, "b", "", "measure", "a comma or a closing brace"}}},
		{"lost last quote", strings.Replace(record("b", ""), `"killed"`, `"killed`, 1), []bad{{4, 2, "b", "measure", "\n", "a closing quote"}}},
		{"number with zeros", record("b", `, "quantity": {"low": {"n": 007}}`), []bad{{4, 2, "b", "quantity.low.n", "007", "accepted is a number such as"}}},
		{"bad escape", record("b", `, "quote": "\x"`), []bad{{4, 2, "b", "quote", `\x`, `an escape such as`}}},
		{"very deep", record("b", `, "foo": `+deep), []bad{{4, 2, "b", "foo" + strings.Repeat("[0]", 63), "[", "nested deeper than 64 levels"}}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			set, err := Read(strings.NewReader(around(test.rec)), "f.json")
			check(t, bads(t, err), test.want)
			if ids(set) != "a z" {
				t.Errorf("records %q came through, want a and z", ids(set))
			}
			if err := set.Validate(); err != nil {
				t.Errorf("the set is not valid: %v", err)
			}
			if strings.Contains(test.rec, "\n") || test.name == "id twice" {
				return
			}
			lines := record("a", "") + "\n" + test.rec + "\n\n" + record("z", "") + "\n"
			set, err = Read(strings.NewReader(lines), "f.json")
			if got := bads(t, err); len(got) != len(test.want) || got[0].Field != test.want[0].Field && test.name != "lost brace" || got[0].Line != 2 || got[0].Record != 2 {
				t.Errorf("as lines: errors %+v, want %+v", got, test.want)
			}
			if ids(set) != "a z" {
				t.Errorf("as lines: records %q came through, want a and z", ids(set))
			}
		})
	}
}

func TestBadDocument(t *testing.T) {
	const head = "{\"schema\": \"casualty/1\",\n"
	good := `"estimates": [` + record("a", "") + `]`
	tests := []struct {
		name, text, ids string
		want            []bad
	}{
		{"empty", " \n", "", []bad{{0, 0, "", "", "", "the file is empty: accepted is"}}},
		{"no schema", "{\n" + good + "}", "a", []bad{{1, 0, "", "schema", "", `accepted is "schema": "casualty/1"`}}},
		{"another schema", "{\"schema\":\n\"casualty/9\", " + good + "}", "a", []bad{{2, 0, "", "schema", "casualty/9", `accepted is "schema"`}}},
		{"schema as number", `{"schema": 1, ` + good + "}", "a", []bad{{1, 0, "", "schema", "1", "found a number"}}},
		{"byte order mark", "\ufeff" + head + good + "}", "a", []bad{{1, 0, "", "", "\ufeff", "byte order mark"}}},
		{"trailing", head + good + "}\n]", "a", []bad{{3, 0, "", "", "]", "text after the value"}}},
		{"UTF-16", "\xff\xfe{\x00}\x00", "", []bad{{1, 0, "", "", "\xff\xfe", "not JSON at byte 0"}}},
		{"a list", "[\n" + record("a", "") + "\n]", "", []bad{{1, 0, "", "", "[\n" + record("a", "") + "\n]", "found a list: accepted is an object of schema"}}},
		{"unknown key", head + `"estimate": [], ` + good + "}", "a", []bad{{2, 0, "", "estimate", "[]", "accepted are schema, about, established, sources"}}},
		{"key twice", head + good + ",\n" + `"estimates": []}`, "a", []bad{{3, 0, "", "estimates", "[]", "twice"}}},
		{"null list", head + `"sources": null, ` + good + "}", "a", []bad{{2, 0, "", "sources", "null", "found null: accepted is a list"}}},
		{"about", head + `"about": {}, ` + good + "}", "a", []bad{{2, 0, "", "about", "{}", "found an object: accepted is a string"}}},
		{"established", head + `"established": {"figure": "x", "lo": 1}, ` + good + "}", "a", []bad{
			{2, 0, "", "established.figure", "x", "a whole number"}, {2, 0, "", "established.lo", "1", "accepted are figure, low, high"}}},
		{"truncated", head + `"estimates": [` + record("a", "") + ",\n" + `{"id": "b", "sour`, "a", []bad{{3, 2, "b", "", "", "the text ends at byte"}}},
		{"truncated between records", head + `"estimates": [` + record("a", "") + ",\n", "a", []bad{{3, 2, "", "", "", "the text ends at byte"}}},
		{"comma too many", head + `"estimates": [` + record("a", "") + ",\n], \"about\": 5}", "a", []bad{
			{3, 0, "", "estimates", "", "trailing comma: delete the comma before this ]"}, {3, 0, "", "about", "5", "a string"}}},
		{"comma lost", head + `"estimates": [` + record("a", "") + "\n" + record("b", "") + "]}", "a b", []bad{{3, 0, "", "estimates", "{", "a comma or a closing bracket"}}},
		{"broken member", head + good + ",\n5: 6}", "a", []bad{{3, 0, "", "", "5", "a key in quotes"}}},
		{"a lone estimate", "{\n\"id\": \"a\", \"source\": \"nis\",\n\"measure\": \"killed\"}\n", "a", nil},
		{"a lone bad estimate", "{\n\"id\": \"a\", \"source\": \"nis\",\n\"measure\": \"kiled\"}\n", "", []bad{{3, 1, "a", "measure", "kiled", "unknown measure"}}},
		{"no comma between members", head + "\"about\": \"x\"\n" + good + "}", "", []bad{{3, 0, "", "", "\"estimates", "a comma or a closing brace"}}},
		{"numbers", head + `"established": {"figure": 1., "low": 3}}`, "", []bad{{2, 0, "", "established.figure", ",", "accepted is a digit"}}},
		{"exponent", head + `"established": {"figure": 1e+}}`, "", []bad{{2, 0, "", "established.figure", "}", "accepted is a digit"}}},
		{"exponent of a count", head + `"established": {"figure": 1E+2}}`, "", []bad{{2, 0, "", "established.figure", "1E+2", "a whole number"}}},
		{"bad key", head + "\"a\xff\": 1, " + good + "}", "a", []bad{{2, 0, "", "a\xff", "1", "invalid UTF-8 at byte 27"}}},
		{"cycle", head + `"estimates": [` + record("a", `, "supersedes": ["b"]`) + ",\n" + record("b", `, "supersedes": ["a"]`) + "]}", "a b",
			[]bad{{2, 1, "a", "supersedes", "", "goes in a circle: a -> b -> a"}}},
		{"sources", head + "\"sources\": [\n{\"id\": \"x\"},\n{\"id\": \"y\",\n\"kind\": \"spy\", \"nam\": 1},\n{\"id\": \"x\"},\n{\"id\": \"z\", \"method\":\n{\"rule\": \"all\"}},\nnull],\n" + good + "}", "a", []bad{
			{5, 2, "y", "sources[1].nam", "1", `unknown key "nam": did you mean name? accepted are id, name, short, kind, within`},
			{5, 2, "y", "sources[1].kind", "spy", `unknown kind "spy"`},
			{6, 3, "x", "sources[2].id", "x", `source "x" is given twice`},
			{8, 4, "z", "sources[3].method.rule", "all", `unknown rule "all"`},
			{9, 5, "", "sources[4]", "null", "found null"}}},
		{"places", head + "\"places\": [{\"id\": 4},\n{\"id\": \"p\", \"within\": [\"q\",\n\"p\"]}, {\"id\": \"q\"}], \"events\": [{\"id\": \"e\", \"scope\": {\"from\": \"2024\"}, \"until\": \"2023\"}]}", "", []bad{
			{2, 1, "", "places[0].id", "4", "found a number"},
			{4, 2, "p", "places[1].within[1]", "p", "lies within itself"},
			{4, 1, "e", "events[0].until", "2023", "ends before it begins"}}},
		{"remarks", head + good + ",\n" + `"remarks": [{"by": "lee", "about": ["a"], "facet": "rule"},` + "\n" + `{"by": "lee", "about": [], "facet": "rul"}]}`, "a", []bad{
			{4, 2, "", "remarks[1].about", "", "the ids of the estimates"},
			{4, 2, "", "remarks[1].facet", "rul", `unknown facet "rul"`}}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			set, err := Read(strings.NewReader(test.text), "f.json")
			check(t, bads(t, err), test.want)
			if ids(set) != test.ids {
				t.Errorf("records %q came through, want %q", ids(set), test.ids)
			}
			if set.Schema != estimate.Schema {
				t.Errorf("schema %q", set.Schema)
			}
			if _, errs := set.Registry.Valid(); len(errs) > 0 {
				t.Errorf("the registry is not valid: %v", errs)
			}
		})
	}
}

func TestErrorTypes(t *testing.T) {
	_, err := Read(strings.NewReader(around(record("b", `, "stake": "x", "quantity": {"low": {"N": 1, "term": "some"}}`))), "f.json")
	var word *source.WordError
	var key *KeyError
	if !errors.As(err, &word) || word.Text != "x" || !errors.As(err, &key) || key.Key != "N" {
		t.Errorf("error %v does not unwrap to its word and key", err)
	}
	_, err = Read(strings.NewReader(`{"schema": "casualty/1", "estim`), "f.json")
	if !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("%v is not io.ErrUnexpectedEOF", err)
	}
	text := around(record("b", ""))
	set, err := Read(io.MultiReader(strings.NewReader(text[:len(text)-30]), iotest.ErrReader(io.ErrNoProgress)), "f.json")
	if !errors.Is(err, io.ErrNoProgress) || !errors.Is(err, ErrUnreadable) || ids(set) != "a b" {
		t.Errorf("a failing reader: %q and %v", ids(set), err)
	}
}

func TestMessage(t *testing.T) {
	_, err := Read(strings.NewReader(around(record("b", `, "stake": "up"`))), "case.json")
	const want = `case.json:4: record 2 "b" stake = "up": unknown stake "up": accepted are higher, lower, none`
	if err == nil || err.Error() != want {
		t.Errorf("message\n%v, want\n%s", err, want)
	}
}

func TestPositions(t *testing.T) {
	set, err := Read(strings.NewReader(around(record("b", ""))), "f.json")
	if err != nil || set.Estimates[1].Pos != (estimate.Pos{File: "f.json", Line: 4, Record: 2}) {
		t.Errorf("position %+v, %v", set.Estimates[1].Pos, err)
	}
}

func TestReadFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "case.json")
	if set, err := ReadFile(path); set == nil || !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a missing file: %v, %v", set, err)
	}
	if err := os.WriteFile(path, []byte(around(record("b", ""))), 0o600); err != nil {
		t.Fatal(err)
	}
	if set, err := ReadFile(path); err != nil || ids(set) != "a b z" || set.Estimates[0].Pos.File != path {
		t.Errorf("records %q, %v", ids(set), err)
	}
}

// A file full of faults must cost no more than in proportion to its length.
func TestManyFaults(t *testing.T) {
	for name, bad := range map[string]string{
		"broken":   strings.Repeat("    {\"id\": [[[[,\n", 20_000),
		"unknown":  strings.Repeat("    {\"id\": 1, \"foo\": 2},\n", 20_000),
		"wide":     `{"id": "b", "via": [` + strings.Repeat(`{"by": 5},`, 20_000) + `{}]},`,
		"one line": strings.Repeat(`{"id": tru},`, 20_000),
	} {
		text := strings.Replace(around("BAD"), "BAD,\n", bad, 1)
		set, err := Read(bytes.NewReader([]byte(text)), "f.json")
		if err == nil || ids(set) != "a z" {
			t.Errorf("%s: records %q, error %v", name, ids(set), err != nil)
		}
	}
}

func TestWords(t *testing.T) {
	set, err := Read(strings.NewReader(around(record("b", `, "words": "could have surpassed 200", "via": [{"by": "x"}, {"by": "y", "words": "щонайменше 100"}]`))), "words")
	if err != nil {
		t.Fatal(err)
	}
	e := set.Estimates[1]
	if want := estimate.MoreThan(200).As(estimate.Possible).Said("could have surpassed 200"); e.Quantity != want {
		t.Errorf("%+v, want %+v", e.Quantity, want)
	}
	if q := e.Via[0].Quantity; !q.IsZero() {
		t.Errorf("a silent hop says %+v", q)
	}
	if q := e.Via[1].Quantity; q.Low.N != 100 || q.Hedge != estimate.HedgeAtLeast {
		t.Errorf("the hop says %+v", q)
	}
	// What is written back has the quantity, and reads as the same.
	var out strings.Builder
	if err := Write(&out, set); err != nil {
		t.Fatal(err)
	}
	again, err := Read(strings.NewReader(out.String()), "again")
	if err != nil || again.Estimates[1].Quantity != e.Quantity {
		t.Errorf("%v: %+v", err, again.Estimates[1].Quantity)
	}
}
