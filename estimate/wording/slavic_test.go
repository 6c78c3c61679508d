package wording

import (
	"testing"

	"github.com/openestimate/casualty/estimate"
)

var slavic = []string{"uk", "ru"}

// TestSlavic reads the phrases of each language, by a Reader of all languages as
// by one of its own.
func TestSlavic(t *testing.T) {
	lit := estimate.Literal()
	for _, code := range slavic {
		for _, r := range []*Reader{{}, {Languages: []string{code}}} {
			for _, row := range lines[keyRow](t, "testdata/phrases_"+code+".jsonl") {
				q, err := r.Parse(row.Phrase)
				if row.Kind == "none" || row.Kind == "fraction" {
					if err == nil {
						t.Errorf("%s %q: read as %+v", code, row.Phrase, q)
					}
					continue
				}
				if err != nil {
					t.Errorf("%s %v", code, err)
					continue
				}
				if q.Text != row.Phrase {
					t.Errorf("%s %q: the text is %q", code, row.Phrase, q.Text)
				}
				modal := q.Modality != "" || q.High.Possible
				if q.Hedge == estimate.HedgeUnknown != (row.Kind == "unspecified") || modal != row.Modal {
					t.Errorf("%s %q: hedge %q, modal %v, want %q, %v", code, row.Phrase, q.Hedge, modal, row.Kind, row.Modal)
				}
				q = lit.Read(q)
				low, high, lo, ho := ends(q)
				if show(low) != show(row.Low) || show(high) != show(row.High) || lo != row.LowOpen || ho != row.HighOpen {
					t.Errorf("%s %q: %v %v %v %v, want %v %v %v %v", code, row.Phrase,
						show(low), show(high), lo, ho, show(row.Low), show(row.High), row.LowOpen, row.HighOpen)
				}
			}
		}
	}
}

// TestSlavicSentences finds the claims of each sentence, in order, and no other.
func TestSlavicSentences(t *testing.T) {
	lit := estimate.Literal()
	var r Reader
	for _, code := range slavic {
		for _, row := range lines[sentenceRow](t, "testdata/sentences_"+code+".jsonl") {
			var found []Match
			for m := range r.Scan(row.Sentence) {
				if m.Text != row.Sentence[m.Start:m.End] {
					t.Errorf("%s %q: %q is not at %d-%d", code, row.Sentence, m.Text, m.Start, m.End)
				}
				if m.Status == Claimed {
					found = append(found, m)
				}
			}
			if len(found) != len(row.Claims) {
				t.Errorf("%s %q: %d claims, want %d: %+v", code, row.Sentence, len(found), len(row.Claims), found)
				continue
			}
			for i, want := range row.Claims {
				m := found[i]
				measure := estimate.Measure(want.Category)
				if c, ok := categories[want.Category]; ok {
					measure = c
				}
				low, high, lo, ho := ends(lit.Read(m.Quantity))
				modal := m.Quantity.Modality != "" || m.Quantity.High.Possible
				if m.Text != want.Phrase || m.Measure != measure || modal != want.Modal ||
					show(low) != show(want.Low) || show(high) != show(want.High) || lo != want.LowOpen || ho != want.HighOpen {
					t.Errorf("%s %q: %s %q %v-%v modal %v, want %s %q %v-%v %v", code, row.Sentence,
						m.Measure, m.Text, show(low), show(high), modal, measure, want.Phrase, show(want.Low), show(want.High), want.Modal)
				}
			}
		}
	}
}
