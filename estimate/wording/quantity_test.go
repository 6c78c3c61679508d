package wording

import (
	"testing"

	"github.com/openestimate/casualty/estimate"
)

// A range that is hedged keeps its hedge.
func TestApproximateRange(t *testing.T) {
	var r Reader
	for phrase, want := range map[string]estimate.Hedge{
		"about 20 to 30": estimate.HedgeApproximately, "nearly 300 to 400": estimate.HedgeApproximately,
		"about 100, possibly 200": estimate.HedgeApproximately, "20 to 30": estimate.HedgeBetween,
		"exactly 20 to 30": estimate.HedgeBetween, "at least 20 to 30": estimate.HedgeAtLeast,
	} {
		q, err := r.Parse(phrase)
		if err != nil || q.Hedge != want {
			t.Errorf("%q: %v, hedge %q, want %q", phrase, err, q.Hedge, want)
			continue
		}
		checkRound(t, phrase, q)
	}
}
