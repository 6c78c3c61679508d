package wording

import (
	"testing"

	"github.com/openestimate/casualty/estimate"
)

// checkRound requires that Format of what was read reads as the same.
func checkRound(t *testing.T, text string, q estimate.Quantity) {
	t.Helper()
	var r Reader
	s := Format(q)
	p, err := r.Parse(s)
	if err != nil {
		t.Errorf("%q: Format gives %q: %v", text, s, err)
		return
	}
	if !p.Same(q) {
		t.Errorf("%q: Format gives %q, which reads as\n%+v, want\n%+v", text, s, p, q)
	}
}

func TestRoundTrip(t *testing.T) {
	var r Reader
	for _, row := range lines[keyRow](t, "testdata/phrases.jsonl") {
		q, err := r.Parse(row.Phrase)
		if err != nil {
			continue
		}
		checkRound(t, row.Phrase, q)
	}
}
