package report

import (
	"context"
	"strings"
	"testing"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/reconcile"
)

func TestModelledSection(t *testing.T) {
	set := &estimate.Set{Estimates: []estimate.Estimate{
		{Source: "NIS", Measure: estimate.Killed, Quantity: estimate.Exactly(100)},
		{Source: "US", Measure: estimate.Killed, Quantity: estimate.Vague("several hundred")},
		{Source: "UK", Measure: estimate.Killed, Quantity: estimate.AtLeast(90)},
	}}
	page := func(modelled bool) string {
		r := reconcile.Reconciler{Modelled: modelled}
		res, err := r.Reconcile(context.Background(), set)
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		if err := Text(&b, res); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	if s := page(false); strings.Contains(s, "Modelled") {
		t.Errorf("a modelled range that nobody asked for:\n%s", s)
	}
	s := page(true)
	for _, want := range []string{
		"Modelled, a detail: no source said these numbers", "centre of the sources' figures (NIS, UK, US)",
		"half-normal 0.5", "half-normal 1)", "Assumed: bounds chosen independently of the",
	} {
		if !strings.Contains(strings.Join(strings.Fields(s), " "), want) {
			t.Errorf("the page lacks %q:\n%s", want, s)
		}
	}
	for _, line := range strings.Split(s, "\n") {
		if width(line) > columns {
			t.Errorf("over %d columns: %q", columns, line)
		}
	}
}
