package report_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/reconcile"
	"github.com/openestimate/casualty/reconcile/report"
	"github.com/openestimate/casualty/source"
)

// proseOf is what Prose writes of a set: its paragraphs, each in one line.
func proseOf(t *testing.T, es ...estimate.Estimate) []string {
	t.Helper()
	res, err := new(reconcile.Reconciler).Reconcile(t.Context(), &estimate.Set{Estimates: es})
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := report.Prose(&b, res); err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, p := range strings.Split(b.String(), "\n\n") {
		out = append(out, strings.Join(strings.Fields(p), " "))
	}
	return out
}

// TestProseConflict checks that the paragraph on a question speaks of that
// question's statements, and points to nothing that prose does not print.
func TestProseConflict(t *testing.T) {
	said := func(who source.ID, m estimate.Measure, q estimate.Quantity) estimate.Estimate {
		return estimate.Estimate{ID: estimate.ID(who) + "-" + estimate.ID(m), Source: who, Measure: m, Quantity: q}
	}
	denied := estimate.Quantity{Hedge: estimate.HedgeDenied, Text: "never released the figures"}
	for name, c := range map[string]struct {
		set       []estimate.Estimate
		last, not string // of the last paragraph
	}{
		"another question is in dispute": {[]estimate.Estimate{
			said("a", estimate.Killed, estimate.Exactly(100)), said("b", estimate.Killed, estimate.Exactly(300)),
			said("a", estimate.Wounded, estimate.Exactly(500)), said("b", estimate.Wounded, estimate.AtLeast(400))},
			"On this question the statements do not conflict.", "disagree"},
		"a suspicion": {[]estimate.Estimate{said("a", estimate.Killed, estimate.Vague("hundreds")), said("b", estimate.Killed, estimate.Exactly(89))},
			"No firm statements conflict, though figures that are not firm lie apart.", "below"},
		"a denial is quoted": {[]estimate.Estimate{said("a", estimate.Killed, estimate.Exactly(100)), said("b", estimate.Killed, denied)},
			`b denies what others state: "never released the figures".`, "denies the deaths"},
		"a denial without words": {[]estimate.Estimate{said("a", estimate.Killed, estimate.Exactly(100)), said("b", estimate.Killed, estimate.Quantity{Hedge: estimate.HedgeDenied})},
			"b denies what others state.", "state:"},
	} {
		ps := proseOf(t, c.set...)
		if last := ps[len(ps)-1]; !strings.Contains(last, c.last) || strings.Contains(last, c.not) {
			t.Errorf("%s: want %q, not %q, in %q", name, c.last, c.not, ps)
		}
	}
	// The question in dispute says so itself.
	ps := proseOf(t, said("a", estimate.Killed, estimate.Exactly(100)), said("b", estimate.Killed, estimate.Exactly(300)), said("a", estimate.Wounded, estimate.Exactly(500)))
	if len(ps) < 3 || !strings.Contains(ps[2], "The sources disagree;") {
		t.Errorf("the first question in %q", ps)
	}
}
