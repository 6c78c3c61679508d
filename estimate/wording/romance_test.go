package wording

import (
	"strings"
	"testing"

	"github.com/openestimate/casualty/estimate"
)

// hedgeOf is the hedge that a kind of the phrase tables stands for.
var hedgeOf = map[string]estimate.Hedge{
	"exact": estimate.HedgeExact, "at_least": estimate.HedgeAtLeast, "more_than": estimate.HedgeMoreThan,
	"at_most": estimate.HedgeAtMost, "fewer_than": estimate.HedgeFewerThan, "approx": estimate.HedgeApproximately,
	"nearly": estimate.HedgeNearly, "range": estimate.HedgeBetween, "vague": estimate.HedgeVague,
	"vague_range": estimate.HedgeVague, "unspecified": estimate.HedgeUnknown,
}

type sentenceRow struct {
	Sentence string
	Claims   []struct {
		keyRow
		Category string
	}
	Denied     []string
	Superseded []string
}

var categories = map[string]estimate.Measure{"injured": estimate.Wounded, "casualties": estimate.KilledOrWounded}

// TestRomance reads Spanish and French: the phrases as they stand, in capitals
// and without accents, and the counts of the sentences.
func TestRomance(t *testing.T) {
	for _, code := range []string{"es", "fr"} {
		t.Run(code, func(t *testing.T) {
			for _, row := range lines[keyRow](t, "testdata/phrases_"+code+".jsonl") {
				for _, text := range []string{row.Phrase, strings.ToUpper(row.Phrase), foldAll(row.Phrase)} {
					testPhrase(t, text, row)
				}
			}
			for _, row := range lines[sentenceRow](t, "testdata/sentences_"+code+".jsonl") {
				testSentence(t, row)
			}
		})
	}
}

func testPhrase(t *testing.T, text string, row keyRow) {
	t.Helper()
	var r Reader
	q, err := r.Parse(text)
	if row.Kind == "none" || row.Kind == "fraction" {
		if err == nil {
			t.Errorf("%q: read as %+v", text, q)
		}
		return
	}
	if err != nil {
		t.Error(err)
		return
	}
	if q.Hedge != hedgeOf[row.Kind] {
		t.Errorf("%q: hedge %q, want %q", text, q.Hedge, hedgeOf[row.Kind])
	}
	if modal := q.Modality != "" || q.High.Possible; modal != row.Modal {
		t.Errorf("%q: modal %v, want %v", text, modal, row.Modal)
	}
	lit := estimate.Literal()
	q = lit.Read(q)
	low, high, lo, ho := ends(q)
	if show(low) != show(row.Low) || show(high) != show(row.High) || lo != row.LowOpen || ho != row.HighOpen {
		t.Errorf("%q: %v %v %v %v, want %v %v %v %v", text, show(low), show(high), lo, ho,
			show(row.Low), show(row.High), row.LowOpen, row.HighOpen)
	}
}

// testSentence wants the claims of the row in order and nothing else, but for
// the counts that are denied or superseded.
func testSentence(t *testing.T, row sentenceRow) {
	t.Helper()
	var r Reader
	lit := estimate.Literal()
	claims := row.Claims
	aside := map[Status][]string{Denied: row.Denied, Superseded: row.Superseded}
	for m := range r.Scan(row.Sentence) {
		if row.Sentence[m.Start:m.End] != m.Text {
			t.Errorf("%q: %q is not at %d-%d", row.Sentence, m.Text, m.Start, m.End)
		}
		if m.Status != Claimed {
			if left := aside[m.Status]; len(left) > 0 && left[0] == m.Text {
				aside[m.Status] = left[1:]
			} else {
				t.Errorf("%q: %q is %s", row.Sentence, m.Text, m.Status)
			}
			continue
		}
		if len(claims) == 0 {
			t.Errorf("%q: also found %q (%s)", row.Sentence, m.Text, m.Measure)
			continue
		}
		want := claims[0]
		claims = claims[1:]
		measure, ok := categories[want.Category]
		if !ok {
			measure = estimate.Measure(want.Category)
		}
		low, high, lo, ho := ends(lit.Read(m.Quantity))
		if m.Text != want.Phrase || m.Measure != measure || m.Quantity.Hedge != hedgeOf[want.Kind] ||
			(m.Quantity.Modality != "") != want.Modal ||
			show(low) != show(want.Low) || show(high) != show(want.High) || lo != want.LowOpen || ho != want.HighOpen {
			t.Errorf("%q: found %q, %s, %+v; want %+v", row.Sentence, m.Text, m.Measure, m.Quantity, want)
		}
	}
	for _, want := range claims {
		t.Errorf("%q: %q not found", row.Sentence, want.Phrase)
	}
	for status, left := range aside {
		for _, text := range left {
			t.Errorf("%q: %q not found as %s", row.Sentence, text, status)
		}
	}
}
