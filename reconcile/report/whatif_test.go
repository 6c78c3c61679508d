package report_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/reconcile"
	"github.com/openestimate/casualty/reconcile/report"
	"github.com/openestimate/casualty/source"
)

// whatIf is the page of what hangs on what, in one line.
func whatIf(t *testing.T, as reconcile.Assumptions, es ...estimate.Estimate) string {
	t.Helper()
	w, err := (&reconcile.Reconciler{Assumptions: as}).WhatIf(t.Context(), &estimate.Set{Estimates: es})
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := report.WhatIf(&b, w); err != nil {
		t.Fatal(err)
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// TestTogether checks what a page says of a question's disagreements together,
// where some can be closed, none, or each but not all.
func TestTogether(t *testing.T) {
	said := func(id estimate.ID, m estimate.Measure, n int64) estimate.Estimate {
		return estimate.Estimate{ID: id, Source: source.ID(id), Measure: m, Quantity: estimate.Exactly(n)}
	}
	killed := func(id estimate.ID, n int64) estimate.Estimate { return said(id, estimate.Killed, n) }
	excess := func(id estimate.ID, n int64) estimate.Estimate { return said(id, estimate.ExcessDeaths, n) }
	factor := func(id string, low, high float64) reconcile.Assumption {
		return reconcile.Factor("source:"+id, low, high, "test")
	}
	all := reconcile.Defaults()
	six := []estimate.Estimate{killed("z", 190)}
	equal := all
	for _, id := range []string{"a", "b", "c", "d", "e", "f"} {
		e := killed(estimate.ID(id), 100)
		e.Method.Rule = source.Conservative
		six = append(six, e)
		equal = equal.With(factor(id, 1, 2))
	}
	for name, c := range map[string]struct {
		as        reconcile.Assumptions
		set       []estimate.Estimate
		want, not string
	}{
		"none closes": {all, []estimate.Estimate{killed("a", 100), killed("b", 300), killed("c", 1000)},
			"All 3 disagreements together: no differences of known size close them; the widest stays at least x10 apart.", ""},
		"below zero, where nothing has a size": {all, []estimate.Estimate{excess("a", -100), excess("b", 300), excess("c", -1000)},
			"All 3 disagreements together: no differences of known size close them.", "the widest"},
		"one remains": {all.With(factor("b", 0.3, 1)), []estimate.Estimate{killed("a", 100), killed("b", 300), killed("c", 290)},
			"Of 2 disagreements, 1 pair remains apart whatever difference of known size is granted, the widest by at least x2.9; for the other: if b (300) is read as figures of its source are (assumed x0.3 to x1).", "pairs"},
		"two remain": {all.With(factor("b", 0.3, 1)), []estimate.Estimate{killed("a", 100), killed("b", 300), killed("c", 1000)},
			"Of 3 disagreements, 2 pairs remain apart whatever difference of known size is granted, the widest by at least x10; for the other: if b (300) ", "stays"},
		"what closes one parts two that meet": {all.With(factor("b", 0.3, 0.31)), []estimate.Estimate{killed("a", 91), killed("b", 300), killed("c", 300)},
			"for the other: no set of differences was found that closes all that any could, and parts no figures that meet.", "close them"},
		"many that explain equally well": {equal, six,
			"; or by any of 13 further sets (at least 16 sets that explain equally well).", ""},
	} {
		got := whatIf(t, c.as, c.set...)
		if !strings.Contains(got, c.want) || c.not != "" && strings.Contains(got, c.not) {
			t.Errorf("%s: want %q, not %q, in:\n%s", name, c.want, c.not, got)
		}
	}
}

// A pair that hundreds of sets would close is said in a few.
func TestManyAlternatives(t *testing.T) {
	all := reconcile.Assumptions{}
	bases := source.Bases()[:8]
	for _, b := range bases {
		all = all.With(reconcile.Factor("basis:"+string(b), 1, 1.2, "test"))
	}
	got := whatIf(t, all, estimate.Estimate{ID: "a", Source: "a", Measure: estimate.Killed, Quantity: estimate.Exactly(100), Method: source.Method{Basis: bases}},
		estimate.Estimate{ID: "b", Source: "b", Measure: estimate.Killed, Quantity: estimate.Exactly(200)})
	if !strings.Contains(got, "; or by any of 67 further sets of differences.") { // of 70, four of eight each
		t.Errorf("%s", got)
	}
}

// The day that a date is measured from is said whose it is.
func TestFactNamesTheOther(t *testing.T) {
	at := func(id estimate.ID, n int64, asOf, published estimate.Date) estimate.Estimate {
		return estimate.Estimate{ID: id, Source: source.ID(id), Measure: estimate.Killed, Quantity: estimate.Exactly(n),
			Scope: estimate.Scope{AsOf: asOf}, Published: published}
	}
	got := whatIf(t, nil, at("a", 100, estimate.Date{}, estimate.On(2024, 1, 20)), at("b", 200, estimate.On(2024, 1, 20), estimate.On(2024, 1, 20)))
	for _, want := range []string{"if a (100) counts to a day at least 5 days before that of the other,", "Whether a (100) counts to a day at least 5 days before that of b (200),"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in:\n%s", want, got)
		}
	}
}

// A page of forty that all disagree stays one that can be read.
func TestManyMeetings(t *testing.T) {
	var es []estimate.Estimate
	for i := range 40 {
		id := fmt.Sprintf("s%02d", i)
		es = append(es, estimate.Estimate{ID: estimate.ID(id), Source: source.ID(id), Measure: estimate.Killed, Quantity: estimate.Exactly(100 << i)})
	}
	got := whatIf(t, nil, es...)
	if want := "And 770 more pairs. All 780 disagreements together:"; !strings.Contains(got, want) || len(got) > 20_000 {
		t.Errorf("no %q in %d bytes", want, len(got))
	}
}

// A part on one day bounds no whole on another, of what may fall; of what cannot,
// the page says that the dates differ.
func TestConversionOfAnotherDate(t *testing.T) {
	at := func(id estimate.ID, m estimate.Measure, n int64, month int) estimate.Estimate {
		return estimate.Estimate{ID: id, Source: source.ID(id), Measure: m, Quantity: estimate.Exactly(n), Scope: estimate.Scope{AsOf: estimate.On(2001, time.Month(month), 20)}}
	}
	if got := whatIf(t, nil, at("a", estimate.Missing, 6453, 9), at("b", estimate.KilledOrMissing, 2772, 11)); strings.Contains(got, "counted what") {
		t.Errorf("the missing of September beside the killed or missing of November: %s", got)
	}
	if got := whatIf(t, nil, at("a", estimate.Missing, 6453, 9), at("b", estimate.KilledOrMissing, 2772, 9)); !strings.Contains(got, "it would be no less, for a part is a lower bound of its whole, and still be apart from that.") {
		t.Errorf("both of September: %s", got)
	}
	if got := whatIf(t, nil, at("a", estimate.Killed, 5000, 11), at("b", estimate.KilledOrWounded, 2772, 9)); !strings.Contains(got, "and still be apart from b (2,772) (of another date).") {
		t.Errorf("the killed of November beside the killed or wounded of September: %s", got)
	}
}

// Two services of one institution are not one source, and a count of the wounded
// is none of deaths.
func TestWordsThatFit(t *testing.T) {
	wounded := func(id estimate.ID, n int64, m source.Method) estimate.Estimate {
		return estimate.Estimate{ID: id, Source: source.ID(id), Measure: estimate.Wounded, Quantity: estimate.Exactly(n), Method: m, Published: estimate.On(2024, 1, 1)}
	}
	s := &estimate.Set{
		Registry: estimate.Registry{Sources: []source.Source{{ID: "a", Within: []source.ID{"ministry"}}, {ID: "b", Within: []source.ID{"ministry"}}}},
		Estimates: []estimate.Estimate{wounded("a", 100, source.Method{}), wounded("b", 1000, source.Method{}),
			wounded("c", 10, source.Method{Basis: []source.Basis{source.HospitalRecords}}), wounded("d", 1, source.Method{})},
	}
	got := strings.Join(strings.Fields(text(t, &reconcile.Reconciler{}, s)), " ")
	for _, want := range []string{"a (100) and b (1,000) are of one institution: one revises", "c (10) is a count of recorded cases and says nothing"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in:\n%s", want, got)
		}
	}
	if strings.Contains(got, "recorded deaths") {
		t.Errorf("it counts deaths:\n%s", got)
	}
	far := []estimate.Estimate{wounded("c", 1_000_000_000_000, source.Method{}), wounded("d", 1, source.Method{})}
	if got := text(t, &reconcile.Reconciler{}, &estimate.Set{Estimates: far}); !strings.Contains(got, "x1,000,000,000,000\n") {
		t.Errorf("a factor with more digits than it has:\n%s", got)
	}
}

// Marks and pictures of wide scripts take two columns each.
func TestWideColumns(t *testing.T) {
	for _, r := range "、。ー・「￥😀" {
		s := &estimate.Set{Estimates: []estimate.Estimate{{ID: "a", Source: "a", Measure: estimate.Killed, Quantity: estimate.Exactly(5).Said(strings.Repeat(string(r), 60))}}}
		for _, line := range strings.Split(text(t, &reconcile.Reconciler{}, s), "\n") {
			if strings.Count(line, string(r)) > 40 {
				t.Errorf("%d of %c in one line", strings.Count(line, string(r)), r)
			}
		}
	}
}

func TestWhatIfOfNothing(t *testing.T) {
	for _, w := range []*reconcile.WhatIf{nil, {}, {Result: &reconcile.Result{}}} {
		var b bytes.Buffer
		if err := report.WhatIf(&b, w); err != nil || b.String() != "No statements, so nothing hangs on one.\n" {
			t.Errorf("%q, %v", b.String(), err)
		}
	}
}
