package estimate_test

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/openestimate/casualty/estimate"
)

func TestFieldErrorText(t *testing.T) {
	why := errors.New("why")
	pos := func(file string, line, record int) estimate.Pos {
		return estimate.Pos{File: file, Line: line, Record: record}
	}
	for want, e := range map[string]estimate.FieldError{
		`in.json:12: record 3 "nis" quantity.low.n = "x": why`: {Pos: pos("in.json", 12, 3), ID: "nis", Field: "quantity.low.n", Text: "x", Err: why},
		`in.json: record 3 measure: why`:                       {Pos: pos("in.json", 0, 3), Field: "measure", Err: why},
		`in.json:12: measure: why`:                             {Pos: pos("in.json", 12, 0), Field: "measure", Err: why},
		`line 12: measure: why`:                                {Pos: pos("", 12, 0), Field: "measure", Err: why},
		`record 3 measure: why`:                                {Pos: pos("", 0, 3), Field: "measure", Err: why},
		`"nis" measure: why`:                                   {ID: "nis", Field: "measure", Err: why},
		`measure: why`:                                         {Field: "measure", Err: why},
		`measure = "a\nb"`:                                     {Field: "measure", Text: "a\nb"},
		`in.json:12: why`:                                      {Pos: pos("in.json", 12, 0), Text: "the whole line", Err: why},
		`why`:                                                  {Text: "the whole line", Err: why},
		``:                                                     {},
	} {
		if got := e.Error(); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
	long := estimate.FieldError{Field: "id", Text: strings.Repeat("é", 1000)}
	if got := long.Error(); len(got) > 100 || !utf8.ValidString(got) || !strings.HasSuffix(got, `..."`) || strings.Contains(got, `\x`) {
		t.Errorf("a long text is not cut cleanly: %s", got)
	}
	if e := (&estimate.FieldError{Err: why}); !errors.Is(e, why) {
		t.Error("the cause is not wrapped")
	}
}

func TestErrorTexts(t *testing.T) {
	for _, tc := range []struct {
		err  error
		want []string
	}{
		{&estimate.CycleError{Field: "supersedes", IDs: []estimate.ID{"a", "b"}}, []string{"supersedes", "a -> b -> a", "accepted"}},
		{&estimate.CycleError{Field: "supersedes"}, []string{"supersedes"}},
		{&estimate.RelayError{By: "rbc"}, []string{`"rbc"`, "accepted"}},
		{&estimate.DuplicateError{What: "place", ID: "kursk"}, []string{`place "kursk"`, "accepted"}},
	} {
		for _, part := range tc.want {
			if !strings.Contains(tc.err.Error(), part) {
				t.Errorf("%q lacks %q", tc.err, part)
			}
		}
	}
}
