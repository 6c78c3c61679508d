package reconcile_test

import (
	"fmt"
	"math"
	"math/bits"
	"slices"
	"testing"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/reconcile"
	"github.com/openestimate/casualty/source"
)

// threeWays is a dispute of three: a service that counts conservatively, a front
// that claims ten times as many, and a monitor between them.
func threeWays() *estimate.Set {
	said := func(id estimate.ID, by source.ID, n int64, m source.Method) estimate.Estimate {
		return estimate.Estimate{ID: id, Source: by, Measure: estimate.Killed, Quantity: estimate.Exactly(n), Method: m}
	}
	return &estimate.Set{Estimates: []estimate.Estimate{
		said("service", "service", 100, source.Method{Rule: source.Conservative}),
		said("front", "front", 1000, source.Method{Basis: []source.Basis{source.BattlefieldClaim}}),
		said("monitor", "monitor", 190, source.Method{}),
	}}
}

// The gaps of threeWays are x10, x1.9 and x5.26. The rule at x1 to x2 closes that
// of x1.9 alone. With a claim worth x0.18 to x1 the front's 1,000 may have been
// 180, which meets both others: two differences, ln 2 + ln(1/0.18) in all.
func TestJointExplanation(t *testing.T) {
	with := func(as ...reconcile.Assumption) *reconcile.JointExplanation {
		all := reconcile.Defaults()
		for _, a := range as {
			all = all.With(a)
		}
		res := mustReconcile(t, &reconcile.Reconciler{Assumptions: all}, threeWays())
		return res.Answers[0].Explanation
	}
	claim := reconcile.Factor("basis:battlefield_claim", 0.18, 1, "test")

	x := with()
	if x.Pairs != 3 || len(x.Left) != 2 || len(x.Sufficient) != 1 || x.Least != 1 {
		t.Errorf("with the defaults %s", toJSON(t, x))
	}
	if want := math.Log(1000.0 / 190); math.Abs(x.Remainder-want) > 1e-9 {
		t.Errorf("remainder %v, want %v: of front and monitor, which no rule parts", x.Remainder, want)
	}

	x = with(claim)
	want := math.Log(2) + math.Log(1/0.18)
	if len(x.Left) != 0 || x.Remainder != 0 || len(x.Sufficient) != 1 || names(x.Sufficient[0]) != "basis:battlefield_claim@front rule:conservative@service" ||
		math.Abs(x.Sufficient[0].Cost-want) > 1e-9 {
		t.Errorf("with a claim of x0.18 to x1 %s", toJSON(t, x))
	}

	// A source whose count is known to run high to the same extent explains as
	// well as its basis does: both are shown.
	x = with(claim, reconcile.Factor("source:front", 0.18, 1, "test"))
	if x.Least != 2 || len(x.Sufficient) != 2 {
		t.Errorf("two that explain equally well: %s", toJSON(t, x))
	}
	// One that asks for more comes after.
	x = with(claim, reconcile.Factor("source:front", 0.1, 1, "test"))
	if x.Least != 1 || len(x.Sufficient) != 2 || names(x.Sufficient[1]) != "rule:conservative@service source:front@front" {
		t.Errorf("one that asks for more: %s", toJSON(t, x))
	}
	// A factor that moves the front to 110 to 120 brings it to the service's 100
	// to 200, but not to the monitor's 190: that pair no set closes.
	if x := with(reconcile.Factor("source:front", 0.11, 0.12, "test")); len(x.Left) != 1 || x.Left[0] != [2]estimate.ID{"front", "monitor"} {
		t.Errorf("a factor that moves the front past the monitor: %s", toJSON(t, x))
	}
}

// A difference that moves one of two figures which agree, to meet a third, parts
// the two: it brings nothing together.
func TestJointExplanationParts(t *testing.T) {
	set := threeWays()
	set.Estimates[2].Quantity = estimate.Exactly(1000) // the monitor agrees with the front
	moved := reconcile.Factor("source:front", 0.1, 0.12, "test")
	res := mustReconcile(t, &reconcile.Reconciler{Assumptions: reconcile.Defaults().With(moved)}, set)
	if p := pairOf(t, res, "front", "service"); p.Relation != reconcile.ExplainedDisagreement {
		t.Errorf("front and service alone: %s", p.Relation)
	}
	if x := res.Answers[0].Explanation; x.Pairs != 2 || len(x.Sufficient) != 0 {
		t.Errorf("moving the front from the monitor's side: %s", toJSON(t, x))
	}
	allowed := moved
	allowed.High = 1 // it may as well be as stated
	res = mustReconcile(t, &reconcile.Reconciler{Assumptions: reconcile.Defaults().With(allowed)}, set)
	if x := res.Answers[0].Explanation; len(x.Sufficient) != 1 || len(x.Left) != 1 {
		t.Errorf("allowing the front to be less: %s", toJSON(t, x))
	}
}

// A difference that parts two may be mended by another. The service can meet the
// paper only by its own factor, which then meets the watch too; the front can
// meet the range only by leaving the watch, which must follow.
func TestJointExplanationMends(t *testing.T) {
	said := func(id estimate.ID, q estimate.Quantity) estimate.Estimate {
		return estimate.Estimate{ID: id, Source: source.ID(id), Measure: estimate.Killed, Quantity: q}
	}
	set := &estimate.Set{Estimates: []estimate.Estimate{
		said("front", estimate.Exactly(1000)), said("paper", estimate.Exactly(110)), said("range", estimate.Between(50, 120)),
		said("service", estimate.Exactly(60)), said("watch", estimate.Between(100, 1100)),
	}}
	all := reconcile.Defaults().With(reconcile.Factor("source:front", 0.05, 0.06, "test")).
		With(reconcile.Factor("source:watch", 0.5, 1, "test")).With(reconcile.Factor("source:service", 1, 2, "test"))
	x := mustReconcile(t, &reconcile.Reconciler{Assumptions: all}, set).Answers[0].Explanation
	if len(x.Sufficient) != 1 || names(x.Sufficient[0]) != "source:front@front source:service@service source:watch@watch" {
		t.Errorf("%s", toJSON(t, x))
	}
	x = mustReconcile(t, &reconcile.Reconciler{Assumptions: all.Without("source:watch")}, set).Answers[0].Explanation
	if len(x.Sufficient) != 0 {
		t.Errorf("the front leaves a watch that cannot follow: %s", toJSON(t, x))
	}
}

// Growth widens a figure only towards what is later: beside one of its own day
// it mends nothing.
func TestJointExplanationGrowth(t *testing.T) {
	said := func(id estimate.ID, n int64, day int) estimate.Estimate {
		return estimate.Estimate{ID: id, Source: source.ID(id), Measure: estimate.Killed, Quantity: estimate.Exactly(n),
			Scope: estimate.Scope{AsOf: estimate.On(2024, 1, day)}}
	}
	set := &estimate.Set{Estimates: []estimate.Estimate{said("a", 100, 1), said("b", 1000, 11), said("e", 100, 1), said("f", 80, 1)}}
	all := reconcile.Defaults().With(reconcile.Factor("source:a", 0.75, 0.85, "test")).With(reconcile.Factor("source:b", 0.35, 1, "test"))
	x := mustReconcile(t, &reconcile.Reconciler{Assumptions: all}, set).Answers[0].Explanation
	if x.Pairs != 5 || len(x.Left) != 1 || len(x.Sufficient) != 0 {
		t.Errorf("a moved to f's 80 is no longer e's 100: %s", toJSON(t, x))
	}
}

// Two figures below zero that agree stand in the way of nothing.
func TestJointExplanationBelowZero(t *testing.T) {
	said := func(id estimate.ID, n int64) estimate.Estimate {
		return estimate.Estimate{ID: id, Source: source.ID(id), Measure: estimate.ExcessDeaths, Quantity: estimate.Exactly(n)}
	}
	set := &estimate.Set{Estimates: []estimate.Estimate{said("a", -50), said("b", -50), said("front", 1000), said("service", 110)}}
	all := reconcile.Defaults().With(reconcile.Factor("source:front", 0.1, 0.12, "test"))
	x := mustReconcile(t, &reconcile.Reconciler{Assumptions: all}, set).Answers[0].Explanation
	if x.Pairs != 5 || len(x.Left) != 4 || len(x.Sufficient) != 1 {
		t.Errorf("front and service meet by the front's factor: %s", toJSON(t, x))
	}
}

// Two roots with twelve sized differences each, any six of which close their gap
// to a third, have 924 sets each: the search ends, and says that it did not look
// at all.
func TestJointExplanationBounded(t *testing.T) {
	all := reconcile.Assumptions{}
	bases := source.Bases()[:reconcile.MaxPlayers]
	for _, b := range bases {
		all = all.With(reconcile.Factor("basis:"+string(b), 1, 1.2, "test"))
	}
	set := threeWays()
	set.Estimates[0].Method, set.Estimates[2].Method = source.Method{Basis: bases}, source.Method{Basis: bases}
	set.Estimates[1].Method, set.Estimates[1].Quantity = source.Method{}, estimate.Exactly(290)
	set.Estimates[2].Quantity = estimate.Exactly(100)
	res := mustReconcile(t, &reconcile.Reconciler{Assumptions: all}, set)
	if p := pairOf(t, res, "front", "service"); len(p.Explanation.Sufficient) != 924 {
		t.Fatalf("%d sets close the gap of one pair, want 924", len(p.Explanation.Sufficient))
	}
	if !slices.ContainsFunc(res.Warnings, func(w reconcile.Warning) bool { return w.Kind == reconcile.Bounded }) {
		t.Errorf("no warning that the search was cut short: %s", toJSON(t, res.Warnings))
	}
}

// names writes a set as name@root.
func names(s reconcile.JointSet) string {
	out := ""
	for i, d := range s.Differences {
		if i > 0 {
			out += " "
		}
		out += d.Name + "@" + string(d.Estimate)
	}
	return out
}

// Where no difference has a size there is nothing to list, and no question
// without a disagreement has an explanation.
func TestJointExplanationAbsent(t *testing.T) {
	res := mustReconcile(t, &reconcile.Reconciler{Assumptions: reconcile.Assumptions{}}, threeWays())
	if x := res.Answers[0].Explanation; len(x.Sufficient) != 0 || len(x.Left) != 3 {
		t.Errorf("without assumptions %s", toJSON(t, x))
	}
	set := threeWays()
	set.Estimates = set.Estimates[:1]
	if x := mustReconcile(t, &reconcile.Reconciler{}, set).Answers[0].Explanation; x != nil {
		t.Errorf("of one root %s", toJSON(t, x))
	}
}

// The sets of a joint explanation are, over generated sets, those that a search
// of every set of differences finds: each closes every pair that can be closed,
// none has a smaller one in it, and they come by cost.
func TestJointExplanationLaw(t *testing.T) {
	joint, several := 0, 0
	sets := uint64(lawSets)
	if testing.Short() {
		sets = min(sets, 500)
	}
	defer func() {
		if sets == 10_000 && (joint < 20 || several < 20) {
			t.Errorf("%d joint explanations of several pairs, %d with several sets: too few to mean anything", joint, several)
		}
	}()
	for seed := range sets {
		g := newGenerator(seed)
		s := g.generate()
		r := g.reconciler()
		r.Assumptions = moreAssumptions().Without("verification:verified", "stake:higher") // those move a figure
		res := mustReconcile(t, r, s)
		for i := range res.Answers {
			a := &res.Answers[i]
			if a.Explanation == nil {
				continue
			}
			want := bruteJoint(res, a)
			if want == nil {
				continue
			}
			if len(want) > 1 {
				several++
			}
			if a.Explanation.Pairs > 1 && len(want) > 0 {
				joint++
			}
			var got []string
			for _, set := range a.Explanation.Sufficient {
				got = append(got, fmt.Sprintf("%.9f %s", set.Cost, names(set)))
			}
			slices.Sort(got)
			if !slices.Equal(got, want) {
				t.Fatalf("seed %d: got %q, want %q\n%s", seed, got, want, indent(a.Explanation))
			}
			if !slices.IsSortedFunc(a.Explanation.Sufficient, func(x, y reconcile.JointSet) int {
				return int(math.Copysign(1, x.Cost-y.Cost)) * boolInt(x.Cost != y.Cost)
			}) {
				t.Fatalf("seed %d: not by cost: %s", seed, indent(a.Explanation))
			}
		}
	}
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// bruteJoint tries every set of the players of a question's pairs; nil where a
// relay plays, whose sets cannot be told from the Result, or there are too many.
func bruteJoint(res *reconcile.Result, a *reconcile.Answer) []string {
	type player struct {
		name string
		on   estimate.ID
		cost float64
	}
	var players []player
	var options [][]uint // a pair each
	for i := range res.Pairs {
		p := &res.Pairs[i]
		if !p.Relation.Disagrees() || asked(a, p.Estimates[0]) == nil || asked(a, p.Estimates[1]) == nil {
			continue
		}
		var sets []uint
		for _, names := range p.Explanation.Sufficient {
			var set uint
			for _, name := range names {
				if name == "relay" {
					return nil
				}
				j := slices.IndexFunc(p.Explanation.Players, func(pl reconcile.Player) bool { return pl.Name == name })
				pl := p.Explanation.Players[j]
				k := slices.IndexFunc(players, func(o player) bool { return o.name == name && o.on == pl.Estimate })
				if k < 0 {
					k = len(players)
					players = append(players, player{name: name, on: pl.Estimate})
				}
				set |= 1 << k
			}
			sets = append(sets, set)
		}
		for _, pl := range p.Explanation.Players { // time reaches furthest to the latest that it is granted for
			if !slices.ContainsFunc(p.Explanation.Sufficient, func(set []string) bool { return slices.Contains(set, pl.Name) }) {
				continue
			}
			if k := slices.IndexFunc(players, func(o player) bool { return o.name == pl.Name && o.on == pl.Estimate }); k >= 0 {
				players[k].cost = max(players[k].cost, math.Abs(pl.Low), math.Abs(pl.High))
			}
		}
		if len(sets) > 0 {
			options = append(options, sets)
		}
	}
	if len(players) > 14 {
		return nil
	}
	closes := func(set uint) bool {
		return !slices.ContainsFunc(options, func(sets []uint) bool {
			return !slices.ContainsFunc(sets, func(o uint) bool { return o&set == o })
		})
	}
	out := []string{}
	for set := uint(1); set < 1<<len(players) && len(options) > 0; set++ {
		minimal := closes(set)
		for k := range players {
			minimal = minimal && !(set>>k&1 == 1 && closes(set&^(1<<k)))
		}
		if !minimal {
			continue
		}
		js := reconcile.JointSet{}
		for k, pl := range players {
			if set>>k&1 == 1 {
				js.Cost += pl.cost
				js.Differences = append(js.Differences, reconcile.Applied{Name: pl.name, Estimate: pl.on})
			}
		}
		slices.SortFunc(js.Differences, func(x, y reconcile.Applied) int {
			if x.Name != y.Name {
				return map[bool]int{true: -1, false: 1}[x.Name < y.Name]
			}
			return map[bool]int{true: -1, false: 1}[x.Estimate < y.Estimate]
		})
		if bits.OnesCount(set) > 0 {
			out = append(out, fmt.Sprintf("%.9f %s", js.Cost, names(js)))
		}
	}
	slices.Sort(out)
	return out
}
