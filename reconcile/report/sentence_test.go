package report_test

import (
	"bytes"
	"context"
	"fmt"
	"log"
	"slices"
	"strings"
	"testing"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/reconcile"
	"github.com/openestimate/casualty/reconcile/report"
	"github.com/openestimate/casualty/source"
)

// TestSentence holds the sentence of each kind of answer, whole.
func TestSentence(t *testing.T) {
	said := func(who source.ID, m estimate.Measure, q estimate.Quantity) estimate.Estimate {
		return estimate.Estimate{ID: estimate.ID(who) + "-" + estimate.ID(m), Source: who, Measure: m, Quantity: q, Statement: estimate.ID(who)}
	}
	killed := func(who source.ID, q estimate.Quantity) estimate.Estimate { return said(who, estimate.Killed, q) }
	lower := func(e estimate.Estimate) estimate.Estimate { e.Stake = source.StakeLower; return e }
	scoped := func(e estimate.Estimate) estimate.Estimate {
		e.Scope = estimate.Scope{Population: "civilians", Place: "the north", By: "the army", Except: []estimate.ID{"the port"},
			From: estimate.Date{Year: 2024, Month: 1}, AsOf: day(2024, 3, 9)}
		return e
	}
	list := func(es ...estimate.Estimate) []estimate.Estimate { return es }
	for _, c := range []struct {
		name string
		es   []estimate.Estimate
		want string
	}{
		{"one exact", list(killed("A", estimate.Exactly(12))), "12 people were killed, according to A."},
		{"one person", list(killed("A", estimate.Exactly(1))), "1 person was killed, according to A."},
		{"a floor", list(killed("A", estimate.AtLeast(40))), "At least 40 people were killed, according to A; no upper limit is stated."},
		{"an open floor", list(killed("A", estimate.MoreThan(40))), "More than 40 people were killed, according to A; no upper limit is stated."},
		{"one range", list(killed("A", estimate.Between(10, 30))), "At least 10 and at most 30 people were killed, according to A."},
		{"two ranges", list(killed("A", estimate.Between(10, 30)), killed("B", estimate.Between(20, 50))),
			"At least 20 people were killed, according to B (20 to 50), and at most 30, according to A (10 to 30)."},
		{"a ceiling", list(killed("A", estimate.FewerThan(30))), "Fewer than 30 people were killed, according to A; no source gives a firm minimum."},
		{"a best figure", list(killed("A", estimate.Quantity{Low: estimate.At(10), Best: estimate.At(20), High: estimate.At(40)}), killed("B", estimate.AtLeast(5))),
			"At least 10 people were killed, according to A (20 (10 to 40)); the best figure stated is 20, by A; not every source states an upper limit, the highest stated limit being 20 (10 to 40) (A)."},
		{"only vague", list(killed("A", estimate.Vague("several hundred")), killed("B", estimate.Vague("dozens"))),
			"No source gives a firm minimum for how many were killed: B says dozens, a vague word, and A says several hundred, a vague word; no upper limit is stated."},
		{"denied", list(lower(killed("A", estimate.Quantity{Hedge: estimate.HedgeDenied, Text: "no losses"}))),
			`No source gives a firm minimum for how many were killed, and none a number: A says "no losses"; no upper limit is stated.`},
		{"denied without words", list(killed("A", estimate.Quantity{Hedge: estimate.HedgeDenied})),
			"No source gives a firm minimum for how many were killed, and none a number: A gives a denial; no upper limit is stated."},
		{"not known", list(killed("A", estimate.Quantity{Hedge: estimate.HedgeUnknown})),
			"No source gives a firm minimum for how many were killed, and none a number: A says that the number is not known; no upper limit is stated."},
		{"disputed", list(killed("A", estimate.Between(10, 30)), killed("B", estimate.Between(90, 95))),
			"At least 10 people were killed, according to A (10 to 30), and at most 95, according to B (90 to 95); B says 90 to 95, in conflict with 30 (A)."},
		{"disputed without a floor", list(killed("A", estimate.Interval(10, 20, 30, 0.95)), killed("B", estimate.Interval(90, 95, 99, 0.9))),
			"The sources disagree on how many were killed, with figures from 20 (10 to 30, 95% interval) (A) to 95 (90 to 99, 90% interval) (B); not every source states an upper limit."},
		{"a sum", list(killed("A", estimate.AtLeast(10)), said("A", estimate.Wounded, estimate.AtLeast(30))),
			"At least 10 people were killed, according to A; no upper limit is stated."},
		{"wounded", list(said("A", estimate.Wounded, estimate.Exactly(7))), "7 people were wounded, according to A."},
		{"missing", list(said("A", estimate.Missing, estimate.AtLeast(7))), "At least 7 people were missing, according to A; no upper limit is stated."},
		{"bodies", list(said("A", estimate.BodiesRecovered, estimate.Exactly(1))), "1 body was recovered, according to A."},
		{"losses alone", list(said("A", estimate.Losses, estimate.AtLeast(7))), `It is not said what the "losses" stated are: A says at least 7.`},
		{"excess below zero", list(said("A", estimate.ExcessDeaths, estimate.Between(-300, -20))),
			"There were at least -300 and at most -20 excess deaths, according to A."},
		{"excess interval", list(said("A", estimate.ExcessDeaths, estimate.Interval(-50, 20, 90, 0.95))),
			"No source gives a firm minimum for the number of excess deaths: A says 20 (-50 to 90, 95% interval), the low end of a 95% interval; the best figure stated is 20, by A; not every source states an upper limit, the highest stated limit being 20 (-50 to 90, 95% interval) (A)."},
		{"every key", list(scoped(killed("A", estimate.AtLeast(40)))),
			"Among civilians in the north, at least 40 were killed by the army from Jan 2024 to 9 Mar 2024, not counting the port, according to A; no upper limit is stated."},
	} {
		res, err := new(reconcile.Reconciler).Reconcile(t.Context(), &estimate.Set{Estimates: c.es})
		if err != nil {
			t.Fatal(err)
		}
		if got := report.Sentence(&res.Answers[0], res); got != c.want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.name, got, c.want)
		}
	}
	// The sum is an answer of its own.
	res, err := new(reconcile.Reconciler).Reconcile(t.Context(), &estimate.Set{Estimates: list(killed("A", estimate.AtLeast(10)), said("A", estimate.Wounded, estimate.AtLeast(30)))})
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(res.Answers, func(a reconcile.Answer) bool { return a.Question.Measure == estimate.KilledOrWounded })
	want := "At least 40 people were killed or wounded, according to A (sum: ours); no upper limit is stated."
	if got := report.Sentence(&res.Answers[i], res); got != want {
		t.Errorf("a sum:\ngot  %s\nwant %s", got, want)
	}
}

func day(y, m, d int) estimate.Date { return estimate.Date{Year: y, Month: m, Day: d} }

// TestViewsOfNothing checks the views of results without content, and that a
// writer's error comes back.
func TestViewsOfNothing(t *testing.T) {
	empty, err := new(reconcile.Reconciler).Reconcile(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range []*reconcile.Result{nil, {}, empty} {
		var out bytes.Buffer
		if err := report.Prose(&out, r); err != nil || out.String() != "No statements, so nothing to say.\n" {
			t.Errorf("prose %q, %v", out.String(), err)
		}
		out.Reset()
		if err := report.Overview(&out, slices.Values([]*reconcile.Result{r})); err != nil || strings.Count(out.String(), "\n") != 1 {
			t.Errorf("overview %q, %v", out.String(), err)
		}
		if qs := report.Questions(r); len(qs) != 0 {
			t.Errorf("questions %v", qs)
		}
	}
	if err := report.Prose(failing{}, nil); err == nil {
		t.Error("prose: no error")
	}
	if err := report.Overview(failing{}, slices.Values([]*reconcile.Result{empty})); err == nil {
		t.Error("overview: no error")
	}
}

func ExampleSentence() {
	set := &estimate.Set{Estimates: []estimate.Estimate{
		{Source: "NIS", Measure: estimate.Killed, Quantity: estimate.AtLeast(100)},
		{Source: "US", Measure: estimate.Killed, Quantity: estimate.Vague("several hundred")},
	}}
	res, err := new(reconcile.Reconciler).Reconcile(context.Background(), set)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(report.Sentence(&res.Answers[0], res))
	// Output: At least 100 people were killed, according to NIS; no upper limit is stated.
}
