package reconcile_test

import (
	"context"
	"errors"
	"fmt"
	"log"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/reconcile"
	"github.com/openestimate/casualty/source"
)

func whatIf(t testing.TB, r *reconcile.Reconciler, s *estimate.Set) *reconcile.WhatIf {
	t.Helper()
	w, err := r.WhatIf(t.Context(), s)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// Makiivka: whether 89 is the most or the number so far decides both
// disagreements; without the ministry nothing is firm, and without the claim of
// 400 nothing is disputed.
func TestWhatIfMakiivka(t *testing.T) {
	w := whatIf(t, &reconcile.Reconciler{}, readSet(t, casePaths(t)["makiivka-2023-01-01"]))
	if len(w.Questions) != 1 {
		t.Fatalf("%d questions, want the killed alone", len(w.Questions))
	}
	c := &w.Questions[0]
	if f := c.Facts[0]; f.Estimate != "russia-mod-killed-89" || f.Fact != reconcile.FactUpperEnd || f.If != reconcile.IfOpen || len(f.Meets) != 2 || f.Settles != 2 {
		t.Errorf("what settles most: %s", toJSON(t, f))
	}
	if len(c.Without) != 2 || c.Without[0].Estimate != "russia-mod-killed-89" || c.Without[0].Floor != nil || c.Without[0].Disputed ||
		c.Without[1].Estimate != "stratcom-killed-400" || c.Without[1].Floor.N != 89 || c.Without[1].Disputed {
		t.Errorf("without one: %s", toJSON(t, c.Without))
	}
	if len(c.Meetings) != 2 || len(c.Meetings[1].Facts) != 1 || c.Meetings[1].Facts[0].If != reconcile.IfOpen {
		t.Errorf("meetings: %s", toJSON(t, c.Meetings))
	}
}

// Raqqa, with a factor that reaches: the two agree if 180 is counted without its
// rule.
func TestWhatIfMeets(t *testing.T) {
	r := &reconcile.Reconciler{Assumptions: reconcile.Defaults().With(reconcile.Factor("rule:confirmed", 1, 10, "test"))}
	w := whatIf(t, r, readSet(t, casePaths(t)["raqqa-2017"]))
	m := w.Questions[0].Meetings
	if len(m) != 1 || len(m[0].Differences) != 1 || m[0].Differences[0][0].Name != "rule:confirmed" || m[0].Differences[0][0].Estimate != "coalition-180" {
		t.Errorf("meetings: %s", toJSON(t, m))
	}
}

// What is supposed leaves no trace in the Result.
func TestWhatIfResult(t *testing.T) {
	for seed := range uint64(min(lawSets, 1000)) {
		g := newGenerator(seed)
		s := g.generate()
		r := g.reconciler()
		if x, y := bytesOf(run(r, s)), bytesOf(whatIf(t, r, s).Result); string(x) != string(y) {
			t.Fatalf("seed %d: %s", seed, differs(x, y))
		}
	}
}

// Without an assumption nothing is supposed by it.
func TestWhatIfRemoval(t *testing.T) {
	rests := func(w *reconcile.WhatIf, name string) int {
		n := 0
		for _, c := range w.Questions {
			for _, m := range c.Meetings {
				for _, set := range m.Differences {
					n += count(set, func(d reconcile.Applied) bool { return d.Name == name })
				}
				n += count(m.Facts, func(f reconcile.Condition) bool { return f.Assumption == name })
			}
			n += count(c.Facts, func(f reconcile.Fact) bool { return f.Assumption == name })
		}
		return n
	}
	before := 0
	for seed := range uint64(min(lawSets, 2000)) {
		s := generate(seed)
		all := moreAssumptions()
		w := whatIf(t, &reconcile.Reconciler{Assumptions: all}, s)
		for _, a := range all {
			if n := rests(w, a.Name); n > 0 {
				before += n
				if n := rests(whatIf(t, &reconcile.Reconciler{Assumptions: all.Without(a.Name)}, s), a.Name); n > 0 {
					t.Fatalf("seed %d: %d conditions rest on %s, which is not assumed", seed, n, a.Name)
				}
			}
		}
	}
	if lawSets == 10_000 && before < 50 {
		t.Errorf("%d conditions rested on an assumption: too few to mean anything", before)
	}
}

func count[T any](list []T, ok func(T) bool) int {
	n := 0
	for _, v := range list {
		if ok(v) {
			n++
		}
	}
	return n
}

func TestWhatIfErrors(t *testing.T) {
	if _, err := (&reconcile.Reconciler{Workers: -1}).WhatIf(t.Context(), nil); !errors.As(err, new(*reconcile.ConfigError)) {
		t.Errorf("a bad setting: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := new(reconcile.Reconciler).WhatIf(ctx, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("an ended context: %v", err)
	}
	if w := whatIf(t, &reconcile.Reconciler{}, nil); len(w.Questions) != 0 || w.Result == nil {
		t.Errorf("of no set: %s", toJSON(t, w))
	}
}

// A meeting says how many days are enough for its own pair, not for the furthest
// of the roots that the fact would meet.
func TestMeetingDays(t *testing.T) {
	at := func(id estimate.ID, n int64, asOf, published estimate.Date) estimate.Estimate {
		return estimate.Estimate{ID: id, Source: source.ID(id), Measure: estimate.Killed, Quantity: estimate.Exactly(n),
			Scope: estimate.Scope{AsOf: asOf}, Published: published}
	}
	w := whatIf(t, &reconcile.Reconciler{}, &estimate.Set{Estimates: []estimate.Estimate{
		at("a", 300, estimate.Date{}, day(2, 10)), at("b", 1000, day(2, 10), day(2, 10)), at("c", 400, day(2, 10), day(2, 10)),
	}})
	days := make(map[[2]estimate.ID]int)
	for _, m := range w.Questions[0].Meetings {
		for _, f := range m.Facts {
			if f.If == reconcile.IfEarlier {
				days[m.Estimates] = f.Days
			}
		}
	}
	// ln(1000/300)/0.15 is 8.03, ln(400/300)/0.15 is 1.92.
	if want := map[[2]estimate.ID]int{{"a", "b"}: 9, {"a", "c"}: 2}; !maps.Equal(days, want) {
		t.Errorf("days %v, want %v", days, want)
	}
}

// What was given long after the event counts all of it: nobody asks whether a
// history counts to a day before the end.
func TestFactOfSettled(t *testing.T) {
	s := &estimate.Set{
		Registry: estimate.Registry{Events: []estimate.Event{{ID: "raid", Scope: estimate.Scope{From: day(2, 13)}, Until: day(2, 15)}}},
		Estimates: []estimate.Estimate{
			{ID: "history", Event: "raid", Source: "history", Measure: estimate.Killed, Quantity: estimate.AtMost(25_000),
				Scope: estimate.Scope{AsOf: estimate.Date{Year: 2024, Month: 2}}, Published: estimate.Date{Year: 2090}},
			{ID: "office", Event: "raid", Source: "office", Measure: estimate.Killed, Quantity: estimate.Between(150_000, 200_000),
				Scope: estimate.Scope{AsOf: day(2, 25)}, Published: day(2, 25)},
		}}
	asks := func() bool {
		w := whatIf(t, &reconcile.Reconciler{}, s)
		return slices.ContainsFunc(w.Questions[0].Facts, func(f reconcile.Fact) bool { return f.Fact == reconcile.FactAsOf })
	}
	if asks() {
		t.Error("it asks for the day of a history")
	}
	s.Estimates[0].Published = day(2, 28)
	if !asks() {
		t.Error("it does not ask for the day of a toll published that month")
	}
}

// Excess deaths are a difference: no record holds them, and they are no count so
// far.
func TestFactOfExcess(t *testing.T) {
	s := threeWays()
	for _, m := range []estimate.Measure{estimate.Killed, estimate.ExcessDeaths} {
		for i := range s.Estimates {
			s.Estimates[i].Measure, s.Estimates[i].Method = m, source.Method{}
		}
		c := whatIf(t, &reconcile.Reconciler{}, s).Questions[0]
		if len(c.Meetings) != 3 || (len(c.Facts) > 0) != (m == estimate.Killed) {
			t.Errorf("%s: %s", m, toJSON(t, c.Facts))
		}
	}
}

// Leaving out a root gives the answer to the set without its records, asked at
// the same date, for a root that replaced nothing and on which nothing else
// hangs.
func TestWithoutLaw(t *testing.T) {
	var changed, same int
	defer func() {
		if lawSets == 10_000 && !testing.Short() && (changed < 500 || same < 400) {
			t.Errorf("%d changed, %d the same: too few to mean anything", changed, same)
		}
	}()
	sets := uint64(lawSets)
	if testing.Short() {
		sets = min(sets, 500)
	}
	for seed := range sets {
		g := newGenerator(seed)
		s := g.generate()
		r := g.reconciler()
		w := whatIf(t, r, s)
		for i := range w.Result.Answers {
			a := &w.Result.Answers[i]
			if len(a.Roots) < 2 || a.AsOf.IsZero() {
				continue
			}
			for _, out := range a.Roots {
				if len(out.Parts) > 0 || hangsOn(w.Result, out) {
					continue
				}
				rest := clone(w.Result.Set)
				rest.Estimates = slices.DeleteFunc(rest.Estimates, func(e estimate.Estimate) bool { return slices.Contains(out.Estimates, e.ID) })
				pinned := *r
				pinned.AsOf, pinned.KnownAt = a.AsOf, estimate.Date{} // the set holds what was known
				want := answerTo(run(&pinned, rest), a)
				if want == nil {
					continue
				}
				got := reconcile.Without{Floor: a.Floor, Best: a.Best, Ceiling: a.Ceiling, Disputed: a.Disputed}
				same++
				if c := contingencyOf(w, a); c != nil {
					if j := slices.IndexFunc(c.Without, func(x reconcile.Without) bool { return x.Estimate == out.ID }); j >= 0 {
						got = c.Without[j]
						changed++
						same--
					}
				}
				for _, f := range []struct {
					what      string
					got, want *reconcile.Figure
				}{{"floor", got.Floor, want.Floor}, {"best", got.Best, want.Best}, {"ceiling", got.Ceiling, want.Ceiling}} {
					if figureText(f.got) != figureText(f.want) {
						t.Fatalf("seed %d: %v without %s: %s %s, want %s\n%s", seed, a.Question, out.ID, f.what, figureText(f.got), figureText(f.want), indent(s))
					}
				}
				if got.Disputed != want.Disputed {
					t.Fatalf("seed %d: %v without %s: disputed %v, want %v\n%s", seed, a.Question, out.ID, got.Disputed, want.Disputed, indent(s))
				}
			}
		}
	}
}

func figureText(f *reconcile.Figure) string {
	if f == nil {
		return "none"
	}
	return fmt.Sprint(f.N, f.Open)
}

func contingencyOf(w *reconcile.WhatIf, a *reconcile.Answer) *reconcile.Contingency {
	for i := range w.Questions {
		if w.Questions[i].Question.String() == a.Question.String() {
			return &w.Questions[i]
		}
	}
	return nil
}

// answerTo is the answer to the question of a, asked of other estimates.
func answerTo(res *reconcile.Result, a *reconcile.Answer) *reconcile.Answer {
	for i := range res.Answers {
		if res.Answers[i].Question.String() == a.Question.String() {
			return &res.Answers[i]
		}
	}
	return nil
}

// hangsOn reports whether anything but its own answer hangs on a root: what it
// replaced, derives from it or draws on it, the sums it is a part of, and the
// one question that a start of several would fit.
func hangsOn(res *reconcile.Result, r *reconcile.Root) bool {
	for i := range res.Answers {
		a := &res.Answers[i]
		for _, list := range [][]*reconcile.Root{a.Roots, a.Unclear, a.Earlier} {
			for _, o := range list {
				if o.By == r.ID || len(o.Parts) > 0 && o.Statement == r.Statement || o != r && o.Event == r.Event && o.Scope.From != r.Scope.From {
					return true
				}
			}
		}
	}
	for _, e := range res.Set.Estimates {
		if e.Derived != nil || len(e.DrawsOn) > 0 || len(e.Supersedes) > 0 {
			return true
		}
		if e.Statement != "" && e.Statement == r.Statement && !slices.Contains(r.Estimates, e.ID) {
			return true
		}
	}
	return false
}

// A fact that is written into the record does what it was supposed to: the pairs
// it is said to bring together no longer disagree, and the limits are those it
// gives.
func TestFactLaw(t *testing.T) {
	tried := make(map[reconcile.If]int)
	defer func() {
		for _, way := range []reconcile.If{reconcile.IfEarlier, reconcile.IfLater, reconcile.IfMeasure, reconcile.IfRecorded, reconcile.IfOpen, reconcile.IfLimited} {
			if lawSets == 10_000 && !testing.Short() && tried[way] < 5 {
				t.Errorf("%s was put to the test %d times: too few to mean anything", way, tried[way])
			}
		}
	}()
	for seed := range uint64(min(lawSets, 3000)) {
		g := newGenerator(seed)
		s := g.generate()
		r := &reconcile.Reconciler{}
		w := whatIf(t, r, s)
		for i := range w.Questions {
			c := &w.Questions[i]
			for j := range c.Facts {
				f := &c.Facts[j]
				changed := clone(w.Result.Set)
				k := slices.IndexFunc(changed.Estimates, func(e estimate.Estimate) bool { return e.ID == f.Estimate })
				if len(w.Result.Root(f.Estimate).Estimates) > 1 {
					continue // another report of the root says otherwise
				}
				suppose(w.Result, c, f, &changed.Estimates[k])
				res := run(r, changed)
				root := res.Root(f.Estimate)
				if root == nil || root.State != reconcile.Live {
					continue // to its source it would be another statement
				}
				tried[f.If]++
				if err := bearsOut(res, c, f, root); err != nil {
					t.Fatalf("seed %d: %s: %v\n%s", seed, toJSON(t, f), err, indent(changed))
				}
			}
		}
	}
}

// suppose writes fact f into the record of its root.
func suppose(res *reconcile.Result, c *reconcile.Contingency, f *reconcile.Fact, e *estimate.Estimate) {
	literal := estimate.Literal()
	switch f.If {
	case reconcile.IfRecorded:
		e.Method.Basis = []source.Basis{source.NamedList}
	case reconcile.IfOpen:
		low, _, _ := literal.Read(e.Quantity).Ends()
		e.Quantity = estimate.Quantity{Low: estimate.Bound{N: low.N, Open: low.Open, Stated: true}, Hedge: estimate.HedgeAtLeast, Modality: e.Quantity.Modality}
	case reconcile.IfMeasure:
		e.Measure = c.Question.Measure
	case reconcile.IfLimited:
		q := literal.Read(e.Quantity)
		e.Quantity = estimate.Quantity{Low: q.Low, High: estimate.Bound{N: estimate.MaxCount, Stated: true}, Hedge: estimate.HedgeBetween}
		e.Method.Basis = nil
		if e.Derived != nil {
			e.Derived = nil
		}
	case reconcile.IfEarlier, reconcile.IfLater:
		// To the day that is said to be enough, of the furthest of the others.
		days := f.Days
		if f.If == reconcile.IfEarlier {
			days = -days
		}
		for _, pair := range f.Meets {
			other := pair[0]
			if other == f.Estimate {
				other = pair[1]
			}
			d := last(res.Root(other).Scope.AsOf).AddDate(0, 0, days)
			at := estimate.On(d.Year(), d.Month(), d.Day())
			if e.Scope.AsOf.IsZero() || e.Scope.AsOf.Day == 0 || (f.If == reconcile.IfEarlier) == at.Before(e.Scope.AsOf) {
				e.Scope.AsOf = at
			}
		}
	}
}

// last is the last day that d may be.
func last(d estimate.Date) time.Time {
	switch {
	case d.Month == 0:
		return time.Date(d.Year, 12, 31, 0, 0, 0, 0, time.UTC)
	case d.Day == 0:
		return time.Date(d.Year, time.Month(d.Month+1), 0, 0, 0, 0, 0, time.UTC)
	}
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
}

// bearsOut checks a result of estimates that hold fact f.
func bearsOut(res *reconcile.Result, c *reconcile.Contingency, f *reconcile.Fact, root *reconcile.Root) error {
	for _, pair := range f.Meets {
		for _, p := range res.Pairs {
			if p.Estimates == pair && p.Relation.Disagrees() {
				return fmt.Errorf("%v still disagree by %v", pair, p.Size)
			}
		}
	}
	var a *reconcile.Answer
	for i := range res.Answers {
		if asked(&res.Answers[i], f.Estimate) != nil {
			a = &res.Answers[i]
		}
	}
	switch {
	case f.Rung && root.Low.Why.Has(reconcile.Unclear):
		return errors.New("it is still unclear what the root counts")
	case f.Floor != nil && (a == nil || figureText(a.Floor) != figureText(f.Floor)):
		return fmt.Errorf("the floor is not %s", figureText(f.Floor))
	case f.Limits && root.High.Standing == reconcile.Firm && (a == nil || a.Ceiling == nil):
		return errors.New("there is no ceiling")
	}
	return nil
}

// Two that disagree: what the answer is without each, and what to ask next.
func ExampleReconciler_WhatIf() {
	set := &estimate.Set{Estimates: []estimate.Estimate{
		{ID: "ministry", Source: "ministry", Measure: estimate.Killed, Quantity: estimate.Exactly(89)},
		{ID: "front", Source: "front", Measure: estimate.Killed, Quantity: estimate.Exactly(400)},
	}}
	w, err := new(reconcile.Reconciler).WhatIf(context.Background(), set)
	if err != nil {
		log.Fatal(err)
	}
	q := w.Questions[0]
	for _, out := range q.Without {
		fmt.Printf("without %s: %s\n", out.Estimate, strings.Join(out.Changed, ", "))
	}
	for _, f := range q.Facts {
		fmt.Printf("ask for the %s of %s; if %s, %d settled\n", f.Fact, f.Estimate, f.If, f.Settles)
	}
	// Output:
	// without front: best, ceiling, disputed
	// without ministry: floor, best, disputed
	// ask for the basis of ministry; if recorded, 1 settled
	// ask for the upper_end of ministry; if open, 1 settled
}
