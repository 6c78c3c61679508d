package interchange_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/openestimate/casualty/estimate"
	. "github.com/openestimate/casualty/estimate/interchange"
	"github.com/openestimate/casualty/source"
)

// messages are those of err, each without its file.
func messages(err error) []string {
	if err == nil {
		return nil
	}
	var out []string
	for _, err := range err.(interface{ Unwrap() []error }).Unwrap() {
		out = append(out, strings.TrimPrefix(err.Error(), "f.json:"))
	}
	return out
}

// What a newcomer gets wrong is said once, with what to do about it. Each
// message is compared from its beginning, up to the lists of accepted words.
func TestHints(t *testing.T) {
	const whole = "\x00" // the message ends here
	for name, test := range map[string]struct {
		rec  string
		want []string
	}{
		"trailing comma of a record": {record("b", "")[:len(record("b", ""))-1] + ",\n}", []string{
			`5: record 2 "b": trailing comma: delete the comma before this }` + whole}},
		"trailing comma of an object": {record("b", `, "quantity": {"best": {"n": 61,}}`), []string{
			`4: record 2 "b" quantity.best: trailing comma: delete the comma before this }` + whole}},
		"trailing comma of a list": {record("b", `, "via": [{"by": "x"}, ]`), []string{
			`4: record 2 "b" via: trailing comma: delete the comma before this ]` + whole}},
		"commas": {record("b", `, "quantity": {"best": {"n": 1,061}, "hedge": "exact"}`), []string{
			`4: record 2 "b" quantity.best.n = "1,061": not a number of JSON: write 1061, without commas` + whole}},
		"more commas": {record("b", `, "quantity": -12,345,678`), []string{
			`4: record 2 "b" quantity = "-12,345,678": not a number of JSON: write -12345678, without commas` + whole}},
		"spaces": {record("b", `, "quantity": {"best": {"n": 1 061}}`), []string{
			`4: record 2 "b" quantity.best.n = "1 061": not a number of JSON: write 1061, without spaces` + whole}},
		"numbers in a list": {record("b", `, "supersedes": [1,234]`), []string{
			`4: record 2 "b" supersedes[0] = "1": found a number: accepted is a string` + whole,
			`4: record 2 "b" supersedes[1] = "234": found a number: accepted is a string` + whole}},
		"misspelt measure": {`{"id": "b", "source": "nis", "mesure": "killed"}`, []string{
			`4: record 2 "b" mesure = "killed": unknown key "mesure": did you mean measure? accepted are id, event, `}},
		"misspelt measure beside a bad one": {`{"id": "b", "source": "nis", "mesure": "killed", "measure": ""}`, []string{
			`4: record 2 "b" mesure = "killed": unknown key "mesure": did you mean measure? `,
			`4: record 2 "b" measure: no measure: accepted are killed, wounded, `}},
		"misspelt end": {record("b", `, "quantity": {"lo": {"n": 100}, "hedge": "at_least"}`), []string{
			`4: record 2 "b" quantity.lo = "{\"n\": 100}": unknown key "lo": did you mean low? `}},
		"misspelt relay": {record("b", `, "via": [{"by": "x"}, {"By": "y"}]`), []string{
			`4: record 2 "b" via[1].By = "y": unknown key "By": did you mean by? accepted are by, published, `}},
		"a key like no other": {`{"id": "b", "source": "nis", "colour": "red"}`, []string{
			`4: record 2 "b" colour = "red": unknown key "colour": accepted are id, event, `,
			`4: record 2 "b" measure: no measure: accepted are killed, wounded, `}},
		"no source": {`{"id": "b", "measure": "killed"}`, []string{
			`4: record 2 "b" source: no source: accepted is the id of who said it` + whole}},
		"no relay": {record("b", `, "via": [{}, {}]`), []string{
			`4: record 2 "b" via[0].by: no relay named: accepted is the id of who passed it on` + whole,
			`4: record 2 "b" via[1].by: no relay named: accepted is the id of who passed it on` + whole}},
		"date": {`{"id": "b", "published": "6 May 2025", "source": "nis", "measure": "killed"}`, []string{
			`4: record 2 "b" published = "6 May 2025": not a date: accepted are 2024, 2024-12 and 2024-12-19, each with ~ for about` + whole}},
		"no such day": {`{"published": "2025-02-30", "via": [{"published": "2025-13", "by": "x"}], "id": "b", "source": "nis", "measure": "killed"}`, []string{
			`4: record 2 "b" published = "2025-02-30": does not exist: accepted are days 01 to 28 of that month` + whole,
			`4: record 2 "b" via[0].published = "2025-13": there is no month 13: accepted are 01 to 12` + whole}},
		"a fault before the rest": {`{"quantity": {"low": {}}, "aside": {"why": "w", "by": "m"}, "id": "b", "source": "nis", "measure": "killed"}`, []string{
			`4: record 2 "b" quantity.low = "{}": accepted is an object with "n" (a whole number) or "term"`}},
		"fraction": {record("b", `, "quantity": {"best": {"n": 61.5}}`), []string{
			`4: record 2 "b" quantity.best.n = "61.5": found a fraction: accepted is a whole number` + whole}},
		"exponent": {record("b", `, "quantity": {"best": {"n": 1e3}}`), []string{
			`4: record 2 "b" quantity.best.n = "1e3": found a number with an exponent: accepted is a whole number` + whole}},
		"bare number": {record("b", `, "quantity": 61`), []string{
			`4: record 2 "b" quantity = "61": found a number: accepted is an object of low, best, high, hedge, modality, level, text, such as {"best": {"n": 61}, "hedge": "exact"}` + whole}},
		"bare end": {record("b", `, "quantity": {"low": 61}`), []string{
			`4: record 2 "b" quantity.low = "61": found a number: accepted is an object of n, term, open, possible, by, such as {"n": 61}` + whole}},
		"scope": {record("b", `, "as_of": "2025", "via": [{"by": "x", "place": "y"}]`), []string{
			`4: record 2 "b" as_of = "2025": unknown key "as_of": belongs in scope, as {"scope": {"as_of": ...}}: accepted here are id, event, `,
			`4: record 2 "b" via[0].place = "y": unknown key "place": belongs in scope, `}},
		"silence": {record("b", `, "quantity": {"text": "no figure"}`), nil},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Read(strings.NewReader(around(test.rec)), "f.json")
			got := messages(err)
			for i, m := range got {
				if i < len(test.want) && !strings.HasPrefix(m+whole, test.want[i]) {
					t.Errorf("message\n%s, want\n%s", m, test.want[i])
				}
			}
			if len(got) != len(test.want) {
				t.Errorf("%d messages, want %d:\n%s", len(got), len(test.want), strings.Join(got, "\n"))
			}
		})
	}
}

func TestHintsOfWords(t *testing.T) {
	for word, want := range map[string]string{
		"dead": "killed", "Deaths": "killed", "died": "killed", "fatalities": "killed", "violent deaths": "killed",
		"casualties": "killed_or_wounded", "injured": "wounded", "woundet": "wounded", "battle-deaths": "battle_deaths", "Killed": "killed",
		"x": "", "refugees": "", " ": "", strings.Repeat("killed", 50): "",
	} {
		_, err := Read(strings.NewReader(around(`{"id": "b", "source": "nis", "measure": "`+word+`"}`)), "f.json")
		var unknown *source.WordError
		if !errors.As(err, &unknown) || unknown.Text != word {
			t.Fatalf("%s: %v is no *source.WordError", word, err)
		}
		_, hint, guessed := strings.Cut(err.Error(), ": did you mean ")
		if guessed != (want != "") || !strings.HasPrefix(hint, want) || guessed && !strings.HasPrefix(hint, want+"? accepted are killed, wounded, ") {
			t.Errorf("%s: %v, want %q meant", word, err, want)
		}
	}
}

func TestHintsOfTheDocument(t *testing.T) {
	for text, want := range map[string]string{
		"{\"schema\": \"casualty/1\", \"estimates\": [\n" + record("a", "") + ",\n]\n}":                                                 "3: estimates: trailing comma: delete the comma before this ]",
		"{\"schema\": \"casualty/1\", \"estimates\": [\n" + record("a", "") + "],\n}":                                                   "3: trailing comma: delete the comma before this }",
		"{\"schema\": \"casualty/1\", \"sources\": [\n{\"id\": \"x\"},\n], \"estimates\": [\n" + record("a", "") + "]}":                 "3: sources: trailing comma: delete the comma before this ]",
		"{\"schema\": \"casualty/1\", \"events\": [\n{\"id\": \"x\", \"from\": \"2024\"}], \"estimates\": [\n" + record("a", "") + "]}": `2: record 1 "x" events[0].from = "2024": unknown key "from": belongs in scope, as {"scope": {"from": ...}}: accepted here are id, name, scope, until`,
		"{\"schema\": \"casualty/1\", \"estimates\": [\n" + record("a", "") + "], \"source\":\n[]}":                                     `3: source = "[]": unknown key "source": did you mean sources? accepted are schema, about, established, sources, places, populations, parties, events, estimates, remarks`,
		"{\"schema\": \"casualty/1\", \"sources\": [\n{\"Id\": \"x\"}], \"estimates\": [\n" + record("a", "") + "]}":                    `2: record 1 "x" sources[0].Id = "x": unknown key "Id": did you mean id? accepted are id, name, short, kind, within, stake, method, reliability`,
	} {
		set, err := Read(strings.NewReader(text), "f.json")
		if got := messages(err); len(got) != 1 || got[0] != want {
			t.Errorf("messages\n%s, want\n%s", strings.Join(got, "\n"), want)
		}
		if ids(set) != "a" {
			t.Errorf("records %q came through", ids(set))
		}
	}
	var unknown *KeyError
	_, err := Read(strings.NewReader(around(record("b", `, "As_of": 1, "place": 2`))), "f.json")
	var all []string
	for _, fe := range err.(interface{ Unwrap() []error }).Unwrap() {
		if errors.As(fe, &unknown) {
			all = append(all, unknown.Meant)
		}
	}
	if len(all) != 2 || all[1] != "scope.place" {
		t.Errorf("keys meant: %q in %v", all, err)
	}
	var broken *SyntaxError
	_, err = Read(strings.NewReader(around(record("b", `, "via": [],`))), "f.json")
	if !errors.As(err, &broken) || broken.Found != "}" || broken.Hint == "" || broken.Accepted != "" {
		t.Errorf("%v is no *SyntaxError with a hint", err)
	}
	var fe *estimate.FieldError
	if !errors.As(err, &fe) || fe.ID != "b" {
		t.Errorf("%v does not name its record", err)
	}
}
