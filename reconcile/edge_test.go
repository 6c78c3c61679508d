package reconcile_test

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/reconcile"
	"github.com/openestimate/casualty/source"
)

// est is an estimate of deaths by a source named after it.
func est(id estimate.ID, q estimate.Quantity) estimate.Estimate {
	return estimate.Estimate{ID: id, Source: source.ID("by-" + id), Measure: estimate.Killed, Quantity: q}
}

func setOf(es ...estimate.Estimate) *estimate.Set { return &estimate.Set{Estimates: es} }

// with returns e after change.
func with(e estimate.Estimate, change func(*estimate.Estimate)) estimate.Estimate {
	change(&e)
	return e
}

// brief writes an answer in one line: "floor 100 a | best - | ceiling - | ...".
func brief(a *reconcile.Answer) string {
	fig := func(name string, f *reconcile.Figure) string {
		if f == nil {
			return ""
		}
		open := ""
		if f.Open {
			open = "open "
		}
		return fmt.Sprintf(" %s %s%d %s", name, open, f.N, join(f.Estimates))
	}
	out := string(a.Question.Measure) + ":" + fig("floor", a.Floor) + fig("best", a.Best) + fig("ceiling", a.Ceiling) + fig("highest", a.Highest) + fig("cap", a.Cap)
	for _, r := range a.Ladder {
		open := ""
		if r.Open {
			open = "open "
		}
		out += fmt.Sprintf(" rung %s%d %s if %s", open, r.N, join(r.Estimates), strings.Join(r.If.Words(), "+"))
	}
	if a.Disputed {
		out += fmt.Sprintf(" disputed camps %d", len(a.Camps))
	}
	for _, r := range a.Earlier {
		out += fmt.Sprintf(" %s %s", r.State, r.ID)
	}
	return out
}

func join(ids []estimate.ID) string {
	ss := make([]string, len(ids))
	for i, id := range ids {
		ss[i] = string(id)
	}
	return strings.Join(ss, ",")
}

func briefs(res *reconcile.Result) []string {
	out := []string{}
	for i := range res.Answers {
		out = append(out, brief(&res.Answers[i]))
	}
	return out
}

// declared takes away the warnings that a name is not declared.
func declared(ws []reconcile.Warning) []string {
	out := []string{}
	for _, w := range ws {
		if !strings.Contains(w.Message, "not declared") {
			out = append(out, fmt.Sprintf("%s %s %q", w.Estimate, w.Field, w.Text))
		}
	}
	return out
}

func TestEdges(t *testing.T) {
	on := func(e estimate.Estimate, month, d int) estimate.Estimate {
		e.Scope.AsOf, e.Published = day(month, d), day(month, d)
		return e
	}
	by := func(e estimate.Estimate, id source.ID) estimate.Estimate { e.Source = id; return e }
	relayed := func(e estimate.Estimate, by ...source.ID) estimate.Estimate {
		e.Statement, e.Source = "statement", "origin"
		for _, b := range by {
			e.Via = append(e.Via, estimate.Hop{By: b})
		}
		return e
	}
	withdrawn := func(e estimate.Estimate) estimate.Estimate {
		e.Retracted = &estimate.Retraction{Published: day(3, 1), Quote: "we were wrong"}
		return e
	}
	tests := []struct {
		name  string
		r     reconcile.Reconciler
		set   *estimate.Set
		want  []string // answers
		warns []string
	}{
		{name: "nil set"},
		{name: "empty set", set: &estimate.Set{}},
		{name: "one exact", set: setOf(est("a", estimate.Exactly(7))), want: []string{"killed: floor 7 a best 7 a ceiling 7 a"}},
		{name: "one silent", set: setOf(est("a", estimate.Quantity{})), want: []string{"killed:"}},
		{name: "one unknown number", set: setOf(est("a", estimate.Quantity{Hedge: estimate.HedgeUnknown})), want: []string{"killed:"}},
		{name: "one vague", set: setOf(est("a", estimate.Vague("several hundred"))), want: []string{"killed: rung 300 a if vague"}},
		{name: "one vague unread", set: setOf(est("a", estimate.Vague("umpteen"))), want: []string{"killed:"}, warns: []string{`a quantity "umpteen"`}},
		{name: "about", set: setOf(est("a", estimate.About(100))), want: []string{"killed: best 100 a highest 110 a rung 90 a if width"}},
		{name: "nearly", set: setOf(est("a", estimate.Nearly(1000))), want: []string{"killed: ceiling open 1000 a rung 900 a if width"}},
		{name: "lower bounds only", set: setOf(est("a", estimate.AtLeast(100)), est("b", estimate.MoreThan(200))), want: []string{"killed: floor open 200 b"}},
		{name: "upper bounds only", set: setOf(est("a", estimate.AtMost(100)), est("b", estimate.FewerThan(200))), want: []string{"killed: ceiling 100 a"}},
		{name: "bounds that meet", set: setOf(est("a", estimate.MoreThan(99)), est("b", estimate.FewerThan(101))),
			want: []string{"killed: floor open 99 a"}},
		{name: "equal bounds in two words", set: setOf(est("a", estimate.MoreThan(99)), est("b", estimate.AtLeast(100))), want: []string{"killed: floor 100 a,b"}},
		{name: "all contradictory", set: setOf(est("a", estimate.Exactly(10)), est("b", estimate.Exactly(100)), est("c", estimate.Exactly(1000))),
			want: []string{"killed: floor 10 a ceiling 1000 c rung 100 b if disputed rung 1000 c if disputed disputed camps 3"}},
		{name: "all denials", set: setOf(est("a", estimate.Quantity{Hedge: estimate.HedgeDenied}), est("b", estimate.Quantity{Hedge: estimate.HedgeDenied})), want: []string{"killed:"}},
		{name: "all zero", set: setOf(est("a", estimate.Exactly(0)), est("b", estimate.Exactly(0))), want: []string{"killed: floor 0 a,b best 0 a,b ceiling 0 a,b"}},
		{name: "one figure against who has an interest in fewer is no best", set: setOf(est("a", estimate.Exactly(600)), with(est("b", estimate.Between(80, 100)), func(e *estimate.Estimate) { e.Stake = source.StakeLower })),
			want: []string{"killed: floor 80 b ceiling 600 a rung 600 a if disputed disputed camps 2"}},
		{name: "two figures against who has an interest in fewer are", set: setOf(est("a", estimate.Exactly(600)), est("c", estimate.Exactly(610)), with(est("b", estimate.Between(80, 100)), func(e *estimate.Estimate) { e.Stake = source.StakeLower })),
			want: []string{"killed: floor 80 b best 600 a ceiling 610 c rung 600 a if disputed rung 610 c if disputed disputed camps 2"}},
		{name: "a register kept by who has an interest in fewer limits nothing", set: setOf(with(est("a", estimate.Exactly(481)), func(e *estimate.Estimate) {
			e.Stake, e.Method.Basis = source.StakeLower, []source.Basis{source.DeathRegistry}
		})), want: []string{"killed: floor 481 a"}},
		{name: "a register kept by who has an interest in more bears out its low end", set: setOf(with(est("a", estimate.AtLeast(481)), func(e *estimate.Estimate) {
			e.Stake, e.Method.Basis = source.StakeHigher, []source.Basis{source.DeathRegistry}
		})), want: []string{"killed: floor 481 a"}},
		{name: "zero from an interested speaker denies", set: setOf(with(est("a", estimate.Exactly(0)), func(e *estimate.Estimate) { e.Stake = source.StakeLower }), est("b", estimate.AtLeast(3))),
			want: []string{"killed: floor 3 b"}},
		{name: "zero against one", set: setOf(est("a", estimate.Exactly(0)), est("b", estimate.Exactly(1))),
			want: []string{"killed: floor 0 a ceiling 1 b rung 1 b if disputed disputed camps 2"}},
		{name: "below zero", set: setOf(with(est("a", estimate.Between(-50, -10)), func(e *estimate.Estimate) { e.Measure = estimate.ExcessDeaths }),
			with(est("b", estimate.Between(-20, 30)), func(e *estimate.Estimate) { e.Measure = estimate.ExcessDeaths })),
			want: []string{"excess_deaths: floor -20 b ceiling -10 a"}},
		{name: "greatest count", set: setOf(est("a", estimate.Exactly(1e18)), est("b", estimate.MoreThan(1e18))),
			want: []string{"killed: floor 1000000000000000000 a best 1000000000000000000 a rung open 1000000000000000000 b if disputed"}},
		{name: "sum of greatest counts", set: setOf(
			with(est("k", estimate.Exactly(1e18)), func(e *estimate.Estimate) { e.Statement, e.Source = "st", "s" }),
			with(est("w", estimate.MoreThan(1e18)), func(e *estimate.Estimate) { e.Statement, e.Source, e.Measure = "st", "s", estimate.Wounded })),
			want: []string{"killed: floor 1000000000000000000 k best 1000000000000000000 k ceiling 1000000000000000000 k",
				"wounded: floor open 1000000000000000000 w", "killed_or_wounded: floor 2000000000000000001 k+w"}},
		{name: "too great a count", set: setOf(est("a", estimate.AtLeast(1e18+1)), est("b", estimate.AtLeast(1))),
			want: []string{"killed: floor 1 b"}, warns: []string{`a quantity.low.n "1000000000000000001"`}},
		{name: "inverted ends", set: setOf(est("a", estimate.Between(200, 100)), est("b", estimate.AtLeast(1))),
			want: []string{"killed: floor 1 b"}, warns: []string{`a quantity.low "200"`}},
		{name: "negative count", set: setOf(est("a", estimate.AtLeast(-1)), est("b", estimate.AtLeast(1))),
			want: []string{"killed: floor 1 b"}, warns: []string{`a quantity.low.n "-1"`}},
		{name: "no such date", set: setOf(with(est("a", estimate.AtLeast(5)), func(e *estimate.Estimate) { e.Scope.AsOf = day(2, 30) }), est("b", estimate.AtLeast(1))),
			want: []string{"killed: floor 1 b"}, warns: []string{`a scope.as_of "2024-02-30"`}},
		{name: "no such word", set: setOf(with(est("a", estimate.AtLeast(5)), func(e *estimate.Estimate) { e.Measure = "dead" }), est("b", estimate.AtLeast(1))),
			want: []string{"killed: floor 1 b"}, warns: []string{`a measure "dead"`}},
		{name: "a relay twice", set: setOf(relayed(est("a", estimate.AtLeast(5)), "x", "y", "x"), est("b", estimate.AtLeast(1))),
			want: []string{"killed: floor 1 b"}, warns: []string{`a via[2].by "x"`}},
		{name: "supersedes itself", set: setOf(with(est("a", estimate.AtLeast(5)), func(e *estimate.Estimate) { e.Supersedes = []estimate.ID{"a"} }), est("b", estimate.AtLeast(1))),
			want: []string{"killed: floor 1 b"}, warns: []string{`a supersedes[0] "a"`}},
		{name: "best outside its ends", set: setOf(est("a", estimate.Quantity{Low: estimate.At(10), Best: estimate.At(30), High: estimate.At(20)})),
			want: []string{"killed: floor 10 a ceiling 20 a"}, warns: []string{`a quantity.best ""`}},
		{name: "later of one source", set: setOf(by(on(est("a", estimate.Exactly(10)), 1, 5), "s"), by(on(est("b", estimate.Exactly(20)), 1, 9), "s")),
			want: []string{"killed: floor 20 b best 20 b ceiling 20 b replaced a"}},
		{name: "asked at an earlier date", r: reconcile.Reconciler{AsOf: day(1, 6)},
			set:  setOf(by(on(est("a", estimate.Exactly(10)), 1, 5), "s"), by(on(est("b", estimate.Exactly(20)), 1, 9), "s")),
			want: []string{"killed: floor 10 a best 10 a later b"}},
		{name: "of an earlier date", set: setOf(on(est("a", estimate.Exactly(10)), 1, 5), on(est("b", estimate.Between(5, 50)), 1, 9)),
			want: []string{"killed: floor 10 a best 10 a highest 50 b"}},
		{name: "known at", r: reconcile.Reconciler{KnownAt: day(1, 6)},
			set:  setOf(on(est("a", estimate.Exactly(10)), 1, 5), on(est("b", estimate.Exactly(20)), 1, 9), est("c", estimate.Exactly(30))),
			want: []string{"killed: floor 10 a best 10 a ceiling 10 a"}, warns: []string{`c published ""`}},
		{name: "known at, by a month", r: reconcile.Reconciler{KnownAt: day(1, 6)},
			set: setOf(on(est("a", estimate.Exactly(10)), 1, 5), with(est("b", estimate.Exactly(20)), func(e *estimate.Estimate) {
				e.Published = estimate.Date{Year: 2024, Month: 1}
			})),
			want: []string{"killed: floor 10 a best 10 a ceiling 10 a"}, warns: []string{`b published "2024-01"`}},
		{name: "known by a relay", r: reconcile.Reconciler{KnownAt: day(1, 6)},
			set: setOf(with(est("a", estimate.Exactly(10)), func(e *estimate.Estimate) {
				e.Via = []estimate.Hop{{By: "x"}, {By: "y", Published: day(1, 4)}}
			})),
			want: []string{"killed: floor 10 a best 10 a ceiling 10 a"}},
		{name: "retracted", set: setOf(withdrawn(on(est("a", estimate.Exactly(10)), 1, 5)), on(est("b", estimate.AtLeast(3)), 1, 5)),
			want: []string{"killed: floor 3 b retracted a"}},
		{name: "retracted later than known", r: reconcile.Reconciler{KnownAt: day(2, 1)},
			set:  setOf(withdrawn(on(est("a", estimate.AtLeast(10)), 1, 5)), on(est("b", estimate.AtLeast(3)), 1, 5)),
			want: []string{"killed: floor 10 a"}},
		{name: "a retraction withdraws the relays of its record", set: setOf(
			withdrawn(relayed(est("a", estimate.AtLeast(10)), "x")), relayed(est("b", estimate.AtLeast(10)), "x", "y"), relayed(est("c", estimate.AtLeast(8)), "z", "w")),
			want: []string{"killed: floor 8 c"}},
		{name: "a retraction of the origin withdraws all", set: setOf(
			withdrawn(relayed(est("a", estimate.AtLeast(10)))), relayed(est("b", estimate.AtLeast(10)), "x", "y")),
			want: []string{"killed: retracted a"}},
		{name: "set aside", set: setOf(with(est("a", estimate.Exactly(10)), func(e *estimate.Estimate) { e.Aside = &estimate.Aside{By: "desk", Why: "a typing error"} }), est("b", estimate.AtLeast(3))),
			want: []string{"killed: floor 3 b aside a"}},
		{name: "capped", set: setOf(est("a", estimate.AtLeast(300)), with(est("d", estimate.AtMost(200)), func(e *estimate.Estimate) { e.Measure = estimate.Deployed })),
			want: []string{"killed: floor 300 a cap 200 d"}},
		{name: "more than caps nothing", set: setOf(est("a", estimate.AtLeast(300)), with(est("d", estimate.MoreThan(200)), func(e *estimate.Estimate) { e.Measure = estimate.Deployed })),
			want: []string{"killed: floor 300 a"}},
		{name: "an even number of figures", set: setOf(est("a", estimate.Quantity{Low: estimate.At(80), Best: estimate.At(100), High: estimate.At(120)}),
			est("b", estimate.Quantity{Low: estimate.At(90), Best: estimate.At(102), High: estimate.At(110)})),
			want: []string{"killed: floor 90 b best 100 a ceiling 110 b"}},
		{name: "a figure outside what nobody disputes", set: setOf(est("a", estimate.Exactly(100)), est("b", estimate.Quantity{Low: estimate.At(90), Best: estimate.At(102), High: estimate.At(110)})),
			want: []string{"killed: floor 100 a ceiling 100 a"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			res := mustReconcile(t, &tt.r, tt.set)
			if got := briefs(res); !slices.Equal(got, tt.want) && len(got)+len(tt.want) > 0 {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
			if got := declared(res.Warnings); !slices.Equal(got, tt.warns) && len(got)+len(tt.warns) > 0 {
				t.Errorf("warnings %q, want %q", got, tt.warns)
			}
		})
	}
}

// A nil set gives a whole Result, with lists that are not null.
func TestNilSet(t *testing.T) {
	res := mustReconcile(t, &reconcile.Reconciler{}, nil)
	want := `{"schema":"casualty-result/1","reading":"origin","convention":"literal","set":{"schema":"casualty/1"},"answers":[],"pairs":[],"findings":[],"assumptions":[],"warnings":[]}`
	if got := string(bytesOf(res)); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// A name that no record declares stands for itself, and is warned of once.
func TestUndeclared(t *testing.T) {
	a, b := est("a", estimate.AtLeast(1)), est("b", estimate.AtLeast(2))
	a.Source, b.Source, a.Scope.Place = "nobody", "nobody", "nowhere"
	a.Statement, b.Statement = "one", "two"
	res := mustReconcile(t, &reconcile.Reconciler{}, setOf(a, b))
	got := make(map[string]int)
	for _, w := range res.Warnings {
		got[w.Field+" "+w.Text]++
		if w.Estimate != "a" || !strings.Contains(w.Message, "stands for itself") {
			t.Errorf("warning %+v", w)
		}
	}
	if len(got) != 2 || got["source nobody"] != 1 || got["scope.place nowhere"] != 1 {
		t.Errorf("warnings %v", got)
	}
}

func TestTypedErrors(t *testing.T) {
	a, b := est("a", estimate.AtLeast(1)), est("b", estimate.AtLeast(2))
	a.Supersedes, b.Supersedes = []estimate.ID{"b"}, []estimate.ID{"a"}
	var cycle *estimate.CycleError
	res, err := new(reconcile.Reconciler).Reconcile(t.Context(), setOf(a, b))
	if !errors.As(err, &cycle) || cycle.Field != "supersedes" || !slices.Equal(cycle.IDs, []estimate.ID{"a", "b"}) || res != nil {
		t.Errorf("circle of supersession: %v, %v", res, err)
	}
	var es []estimate.Estimate
	for i, id := range []estimate.ID{"c", "a", "b"} {
		e := est(id, estimate.AtLeast(1))
		e.Derived = &estimate.Derivation{Op: estimate.Share, From: []estimate.ID{[]estimate.ID{"a", "b", "c"}[i]}}
		es = append(es, e)
	}
	_, err = new(reconcile.Reconciler).Reconcile(t.Context(), setOf(es...))
	if !errors.As(err, &cycle) || cycle.Field != "derived.from" || !slices.Equal(cycle.IDs, []estimate.ID{"a", "b", "c"}) {
		t.Errorf("circle of derivation: %v", err)
	}
	var twice *estimate.DuplicateError
	_, err = new(reconcile.Reconciler).Reconcile(t.Context(), setOf(est("x", estimate.AtLeast(1)), est("y", estimate.AtLeast(1)), est("x", estimate.AtLeast(2))))
	if !errors.As(err, &twice) || twice.What != "estimate" || twice.ID != "x" {
		t.Errorf("one id twice: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := new(reconcile.Reconciler).Reconcile(ctx, setOf(a)); !errors.Is(err, context.Canceled) {
		t.Errorf("ended context: %v", err)
	}
}

func TestConfigErrors(t *testing.T) {
	ok := func(context.Context, *reconcile.Pass) ([]reconcile.Finding, error) { return nil, nil }
	nameless := estimate.Literal()
	nameless.Name = ""
	as := func(a reconcile.Assumption) reconcile.Reconciler {
		return reconcile.Reconciler{Assumptions: reconcile.Assumptions{a}}
	}
	for field, r := range map[string]reconcile.Reconciler{
		"Reading":                                 {Reading: "loud"},
		"AsOf":                                    {AsOf: day(2, 30)},
		"KnownAt":                                 {KnownAt: estimate.Date{Year: 2024, Day: 3}},
		"Workers":                                 {Workers: -1},
		"Convention.Name":                         {Convention: &nameless},
		"Checks[0]":                               {Checks: []reconcile.Check{{Run: ok}}},
		"Checks[1]":                               {Checks: []reconcile.Check{{Name: "a", Run: ok}, {Name: "b"}}},
		"Assumptions[0] ()":                       as(reconcile.Assumption{}),
		"Assumptions[0] (toleranse)":              as(reconcile.Assumption{Name: "toleranse"}),
		"Assumptions[0] (tolerance)":              as(reconcile.Assumption{Name: "tolerance", Low: -1}),
		"Assumptions[0] (stale_days)":             as(reconcile.Assumption{Name: "stale_days", Mid: math.NaN()}),
		"Assumptions[0] (growth_per_day)":         as(reconcile.Assumption{Name: "growth_per_day", Low: 2, Mid: 1, High: 3}),
		"Assumptions[0] (rule:kind)":              as(reconcile.Factor("rule:kind", 1, 2, "")),
		"Assumptions[0] (colour:red)":             as(reconcile.Factor("colour:red", 1, 2, "")),
		"Assumptions[0] (source:)":                as(reconcile.Factor("source:", 1, 2, "")),
		"Assumptions[0] (rule:maximum)":           as(reconcile.Factor("rule:maximum", 0, 1, "")),
		"Assumptions[0] (wounded_per_killed)":     as(reconcile.Assumption{Name: "wounded_per_killed", High: 2, Mid: 1}),
		"Assumptions[0] (basis:registry)":         as(reconcile.Factor("basis:registry", 1, math.Inf(1), "")),
		"Assumptions[1] (verification:verified)":  {Assumptions: reconcile.Assumptions{reconcile.Factor("verification:verified", 1, 1, ""), reconcile.Factor("verification:verified", 1, 2, "")}},
		"Assumptions[0] (verification:doubtful)":  as(reconcile.Factor("verification:doubtful", 1, 2, "")),
		"Assumptions[0] (stake:sideways)":         as(reconcile.Factor("stake:sideways", 1, 2, "")),
		"Assumptions[0] (convention_tolerance)":   as(reconcile.Assumption{Name: "convention_tolerance", Low: 1, Mid: 1, High: math.Inf(1)}),
		"Assumptions[0] (settling_days)":          as(reconcile.Assumption{Name: "settling_days", Low: -3, Mid: -2, High: -1}),
		"Assumptions[0] (first_days)":             as(reconcile.Assumption{Name: "first_days", Low: math.Inf(-1)}),
		"Assumptions[0] (basis:)":                 as(reconcile.Factor("basis:", 1, 2, "")),
		"Assumptions[0] (source:nis:extra colon)": {},
	} {
		_, err := r.Reconcile(t.Context(), nil)
		var bad *reconcile.ConfigError
		if field == "Assumptions[0] (source:nis:extra colon)" {
			if err != nil {
				t.Errorf("defaults: %v", err)
			}
			continue
		}
		if !errors.As(err, &bad) || bad.Field != field || bad.Accepted == "" {
			t.Errorf("%s: %v", field, err)
		}
	}
}

// An empty ID is filled from content: equal in any order and any set, and told
// apart where content is equal.
func TestEmptyIDs(t *testing.T) {
	a, b := est("", estimate.AtLeast(100)), est("", estimate.AtLeast(200))
	a.Source, b.Source = "s", "t"
	x := mustReconcile(t, &reconcile.Reconciler{}, setOf(a, b, a))
	y := mustReconcile(t, &reconcile.Reconciler{}, setOf(a, a, b))
	if string(bytesOf(x)) != string(bytesOf(y)) {
		t.Error(differs(bytesOf(x), bytesOf(y)))
	}
	id, err := a.ContentID()
	if err != nil {
		t.Fatal(err)
	}
	var ids []estimate.ID
	for _, e := range x.Set.Estimates {
		ids = append(ids, e.ID)
	}
	if len(ids) != 3 || !slices.Contains(ids, id) || !slices.Contains(ids, id+"-2") {
		t.Errorf("ids %v, want %s and %s-2", ids, id, id)
	}
	if r := x.Root(id + "-2"); r == nil || len(r.Estimates) != 2 {
		t.Errorf("two reports of equal content are no root: %+v", r)
	}
	// An explicit ID that equals one made from content keeps it.
	c := est(id, estimate.AtLeast(300))
	z := mustReconcile(t, &reconcile.Reconciler{}, setOf(a, c))
	if r := z.Root(id); r == nil || r.Quantity.Low.N != 300 {
		t.Errorf("the explicit %s says %+v", id, r)
	}
	if r := z.Root(id + "-2"); r == nil || r.Quantity.Low.N != 100 {
		t.Errorf("the filled %s-2 says %+v", id, r)
	}
}

// What was published after KnownAt leaves no trace in what is worked out: only
// the set itself holds it.
func TestKnownAtLeaksNothing(t *testing.T) {
	early := with(est("early", estimate.AtLeast(10)), func(e *estimate.Estimate) {
		e.Published, e.Scope.AsOf = day(1, 5), day(1, 5)
		e.Via = []estimate.Hop{{By: "paper", Published: day(1, 6)}, {By: "lateshow", Published: day(2, 6), Quantity: estimate.AtLeast(77777), Quote: "lateshow"}}
	})
	late := with(est("late", estimate.AtLeast(55555)), func(e *estimate.Estimate) {
		e.Published, e.Supersedes = day(2, 5), []estimate.ID{"early"}
	})
	relay := with(early, func(e *estimate.Estimate) {
		e.ID, e.Statement, e.Source = "laterelay", "late-statement", "other"
		e.Published = day(2, 7)
	})
	for _, reading := range reconcile.Readings() {
		r := &reconcile.Reconciler{KnownAt: day(1, 10), Reading: reading}
		res := mustReconcile(t, r, setOf(early, late, relay))
		if want := []string{"killed: floor 10 early"}; !slices.Equal(briefs(res), want) {
			t.Errorf("%s: %q, want %q", reading, briefs(res), want)
		}
		res.Set = nil
		text := string(bytesOf(res))
		for _, s := range []string{"55555", "55,555", "77777", "77,777", "late", "lateshow"} {
			if strings.Contains(text, s) {
				t.Errorf("%s: the result holds %q: %s", reading, s, text)
			}
		}
	}
}

func TestManyContradictions(t *testing.T) {
	many := func(n int) *estimate.Set {
		s := &estimate.Set{}
		for i := range n {
			s.Estimates = append(s.Estimates, est(estimate.ID(fmt.Sprintf("e%02d", i)), estimate.Exactly(int64(math.Pow(1.5, float64(i+2))))))
		}
		return s
	}
	res := mustReconcile(t, &reconcile.Reconciler{}, many(30))
	a := res.Answers[0]
	if !a.Disputed || len(a.Camps) != 30 || len(res.Pairs) != 435 || a.Floor.N != 2 || a.Detail.Fewest != 29 || len(a.Detail.Drop) != 30 || a.Best != nil {
		t.Errorf("disputed %v, %d camps, %d pairs, floor %v, detail %d and %d sets", a.Disputed, len(a.Camps), len(res.Pairs), a.Floor, a.Detail.Fewest, len(a.Detail.Drop))
	}
	res = mustReconcile(t, &reconcile.Reconciler{}, many(70))
	if a := res.Answers[0]; !a.Disputed || a.Camps != nil || len(a.Roots) != 70 {
		t.Errorf("70 roots: disputed %v, %d camps", a.Disputed, len(a.Camps))
	}
	if !slices.ContainsFunc(res.Warnings, func(w reconcile.Warning) bool { return strings.Contains(w.Message, "64 roots") }) {
		t.Errorf("70 roots: no warning that camps are not listed: %+v", res.Warnings)
	}
	// Two sides of ten are two camps, not a camp a pair.
	s := &estimate.Set{}
	for i := range 10 {
		for j, q := range []estimate.Quantity{estimate.AtLeast(int64(2000 + i)), estimate.Between(1, 1000)} {
			e := est(estimate.ID(fmt.Sprintf("p%02d-%d", i, j)), q)
			e.Scope.AsOf = day(1, 1)
			s.Estimates = append(s.Estimates, e)
		}
	}
	res = mustReconcile(t, &reconcile.Reconciler{}, s)
	if a := res.Answers[0]; len(a.Camps) != 2 {
		t.Errorf("two sides have %d camps", len(a.Camps))
	}
}

func TestCustomChecks(t *testing.T) {
	found := func(fs ...reconcile.Finding) func(context.Context, *reconcile.Pass) ([]reconcile.Finding, error) {
		return func(_ context.Context, p *reconcile.Pass) ([]reconcile.Finding, error) {
			p.Use(reconcile.Assumption{Name: "of-mine", Unit: "people"}, "test", "a")
			return fs, nil
		}
	}
	set := setOf(est("a", estimate.AtLeast(3)))
	good := reconcile.Finding{Kind: "of-mine", Weight: reconcile.Note, Estimates: []estimate.ID{"a"}, Message: "seen"}
	r := &reconcile.Reconciler{Checks: append(reconcile.StandardChecks(), reconcile.Check{Name: "mine", Run: found(good)})}
	res := mustReconcile(t, r, set)
	if len(res.Findings) != 1 || res.Findings[0].Check != "mine" || res.Findings[0].Message != "seen" {
		t.Errorf("findings %+v", res.Findings)
	}
	if len(res.Assumptions) != 1 || res.Assumptions[0].Name != "of-mine" {
		t.Errorf("assumptions %+v", res.Assumptions)
	}
	boom := errors.New("boom")
	for name, tt := range map[string]struct {
		run  func(context.Context, *reconcile.Pass) ([]reconcile.Finding, error)
		want string
	}{
		"failing":    {func(context.Context, *reconcile.Pass) ([]reconcile.Finding, error) { return nil, boom }, "check failed: boom"},
		"nameless":   {found(reconcile.Finding{Kind: "k", Weight: reconcile.Note}), "it names no estimate"},
		"kindless":   {found(reconcile.Finding{Weight: reconcile.Note, Estimates: good.Estimates}), "without a kind"},
		"weightless": {found(reconcile.Finding{Kind: "k", Estimates: good.Estimates}), "weight"},
		"not a size": {found(reconcile.Finding{Kind: "k", Weight: reconcile.Note, Estimates: good.Estimates, Size: math.NaN()}), "finite"},
		"endless":    {found(reconcile.Finding{Kind: "k", Weight: reconcile.Note, Estimates: good.Estimates, Size: math.Inf(1)}), "finite"},
		"half broken": {func(ctx context.Context, p *reconcile.Pass) ([]reconcile.Finding, error) {
			return []reconcile.Finding{good}, boom
		}, "boom"},
	} {
		r := &reconcile.Reconciler{Checks: []reconcile.Check{{Name: name, Run: tt.run}, {Name: "mine", Run: found(good)}}}
		res := mustReconcile(t, r, set)
		n := 1
		if name == "half broken" {
			n = 2
		}
		if len(res.Findings) != n {
			t.Errorf("%s: findings %+v", name, res.Findings)
		}
		if !slices.ContainsFunc(res.Warnings, func(w reconcile.Warning) bool {
			return w.Field == "check" && w.Text == name && strings.Contains(w.Message, tt.want)
		}) {
			t.Errorf("%s: warnings %+v", name, res.Warnings)
		}
		if _, err := res.JSON(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	// A check during which the context ends is no warning but the end.
	ctx, cancel := context.WithCancel(t.Context())
	stop := &reconcile.Reconciler{Checks: []reconcile.Check{{Name: "stop", Run: func(context.Context, *reconcile.Pass) ([]reconcile.Finding, error) {
		cancel()
		return nil, nil
	}}}}
	if _, err := stop.Reconcile(ctx, set); !errors.Is(err, context.Canceled) {
		t.Errorf("context ended in a check: %v", err)
	}
}

// Of more than twelve players those count that alone close most.
func TestManyPlayers(t *testing.T) {
	a, b := est("a", estimate.Exactly(100)), est("b", estimate.Exactly(100_000))
	var as reconcile.Assumptions
	for i, basis := range source.Bases()[:16] {
		a.Method.Basis = append(a.Method.Basis, basis)
		as = as.With(reconcile.Factor("basis:"+string(basis), 1, 1+float64(i+1)/10, "test"))
	}
	a.Method.Basis = append(a.Method.Basis, source.Survey) // estimates, so that the count is not a recorded one
	res := mustReconcile(t, &reconcile.Reconciler{Assumptions: as}, setOf(a, b))
	x := res.Pairs[0].Explanation
	if x == nil || len(x.Players) != reconcile.MaxPlayers {
		t.Fatalf("%+v", x)
	}
	sum := x.Remainder
	for _, pl := range x.Players {
		sum += pl.Share
		if i := slices.Index(source.Bases(), source.Basis(strings.TrimPrefix(pl.Name, "basis:"))); i < 4 {
			t.Errorf("%s closes less than one left out", pl.Name)
		}
	}
	if math.Abs(sum-math.Log(1000)) > 1e-6 {
		t.Errorf("shares and remainder sum to %v, not %v", sum, math.Log(1000))
	}
}

// TestPassRoot checks that a check finds a root by its own ID and by that of any
// record of it.
func TestPassRoot(t *testing.T) {
	found := make(map[estimate.ID]estimate.ID)
	look := reconcile.Check{Name: "look", Run: func(_ context.Context, p *reconcile.Pass) ([]reconcile.Finding, error) {
		for _, id := range []estimate.ID{"a", "b", "w", "a+w", "none"} {
			if r := p.Root(id); r != nil {
				found[id] = r.ID
			}
		}
		return nil, nil
	}}
	said := func(id estimate.ID, m estimate.Measure, hops ...estimate.Hop) estimate.Estimate {
		return estimate.Estimate{ID: id, Source: "s", Statement: "briefing", Measure: m, Quantity: estimate.AtLeast(5), Via: hops}
	}
	set := setOf(said("a", estimate.Killed), said("b", estimate.Killed, estimate.Hop{By: "wire"}), said("w", estimate.Wounded))
	mustReconcile(t, &reconcile.Reconciler{Checks: []reconcile.Check{look}}, set)
	want := map[estimate.ID]estimate.ID{"a": "a", "b": "a", "w": "w", "a+w": "a+w"}
	if diff := cmp.Diff(want, found); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// The ends of an approximate range are no firmer than those that a convention
// sets: they stand on the ladder, and set no floor or ceiling.
func TestApproximateRange(t *testing.T) {
	about := estimate.Between(20, 30)
	about.Hedge = estimate.HedgeApproximately
	for _, test := range []struct {
		q     estimate.Quantity
		floor int64
	}{{about, 10}, {estimate.Between(20, 30), 20}} {
		res, err := new(reconcile.Reconciler).Reconcile(context.Background(), setOf(est("a", test.q), est("b", estimate.AtLeast(10))))
		if err != nil {
			t.Fatal(err)
		}
		if a := &res.Answers[0]; a.Floor == nil || a.Floor.N != test.floor {
			t.Errorf("%v: floor %+v, want %d", test.q.Words(), a.Floor, test.floor)
		}
	}
}
