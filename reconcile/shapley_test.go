package reconcile_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/reconcile"
	"github.com/openestimate/casualty/source"
)

// A contest is two exact figures and the factors that either would change by.
type contest struct {
	lower, upper       int64
	onLower, onUpper   []source.Basis
	factors            map[source.Basis][2]float64
	lowRange, uppRange int64 // how far either figure is a range
}

// solve lets the reconciler explain the contest.
func (c *contest) solve(t *testing.T) (*reconcile.Pair, *reconcile.Explanation) {
	t.Helper()
	a, b := est("a", estimate.Between(c.lower-c.lowRange, c.lower)), est("b", estimate.Between(c.upper, c.upper+c.uppRange))
	a.Method.Basis, b.Method.Basis = c.onLower, c.onUpper
	as := reconcile.Assumptions{}
	for basis, f := range c.factors {
		as = as.With(reconcile.Factor("basis:"+string(basis), f[0], f[1], "test"))
	}
	res := mustReconcile(t, &reconcile.Reconciler{Assumptions: as}, setOf(a, b))
	if len(res.Pairs) != 1 || res.Pairs[0].Explanation == nil {
		t.Fatalf("%+v", res.Pairs)
	}
	return &res.Pairs[0], res.Pairs[0].Explanation
}

// gap is the gap that a set of players leaves, worked out from the definition.
func (c *contest) gap(players []source.Basis) float64 {
	ends := [2][2]float64{{math.Log(float64(c.lower - c.lowRange)), math.Log(float64(c.lower))},
		{math.Log(float64(c.upper)), math.Log(float64(c.upper + c.uppRange))}}
	for _, p := range players {
		for i, on := range [][]source.Basis{c.onLower, c.onUpper} {
			if slices.Contains(on, p) {
				ends[i][0] += math.Log(c.factors[p][0])
				ends[i][1] += math.Log(c.factors[p][1])
			}
		}
	}
	return max(0, ends[1][0]-ends[0][1], ends[0][0]-ends[1][1])
}

// shares are the Shapley values by their definition: what each player takes off
// the gap when it joins, on average over every order.
func (c *contest) shares() map[source.Basis]float64 {
	var players []source.Basis
	players = append(append(players, c.onLower...), c.onUpper...)
	sum := make(map[source.Basis]float64)
	orders := 0.0
	var visit func(joined, left []source.Basis)
	visit = func(joined, left []source.Basis) {
		if len(left) == 0 {
			orders++
			for i, p := range joined {
				sum[p] += c.gap(joined[:i]) - c.gap(joined[:i+1])
			}
			return
		}
		for i := range left {
			rest := slices.Delete(slices.Clone(left), i, i+1)
			visit(append(slices.Clone(joined), left[i]), rest)
		}
	}
	visit(nil, players)
	for p := range sum {
		sum[p] /= orders
	}
	return sum
}

func sharesOf(x *reconcile.Explanation) map[source.Basis]float64 {
	got := make(map[source.Basis]float64)
	for _, pl := range x.Players {
		got[source.Basis(strings.TrimPrefix(pl.Name, "basis:"))] = pl.Share
	}
	return got
}

const claim, word, sight, court = source.BattlefieldClaim, source.Quotation, source.Interview, source.CourtFinding

// Games worked out by hand.
func TestShapleyByHand(t *testing.T) {
	ln := math.Log
	for _, tt := range []struct {
		name       string
		contest    contest
		size, rest float64
		shares     map[source.Basis]float64
		sufficient string
		relation   reconcile.Kind
	}{
		{
			// D: none ln 10, a ln 5, b ln 2.5, both ln 1.25. Offsets add, so each
			// player takes its own.
			name:    "two that add",
			contest: contest{lower: 100, upper: 1000, onLower: []source.Basis{word}, onUpper: []source.Basis{claim}, factors: map[source.Basis][2]float64{word: {1, 2}, claim: {0.25, 1}}},
			size:    ln(10), rest: ln(1.25), shares: map[source.Basis]float64{word: ln(2), claim: ln(4)},
			sufficient: "[]", relation: reconcile.UnexplainedDisagreement,
		},
		{
			// D: none ln 3, a ln 1.5, b 0, both 0. a: (ln 2 + 0)/2; b: (ln 3 + ln 1.5)/2.
			name:    "two of which one alone suffices",
			contest: contest{lower: 100, upper: 300, onLower: []source.Basis{word}, onUpper: []source.Basis{claim}, factors: map[source.Basis][2]float64{word: {1, 2}, claim: {0.25, 1}}},
			size:    ln(3), rest: 0, shares: map[source.Basis]float64{word: ln(2) / 2, claim: (ln(3) + ln(1.5)) / 2},
			sufficient: "[[basis:battlefield_claim]]", relation: reconcile.ExplainedDisagreement,
		},
		{
			// The upper figure would be higher still: D none ln 4, a ln 2, b ln 6, both
			// ln 3. b: (ln 4 - ln 6 + ln 2 - ln 3)/2 = -ln 1.5.
			name:    "one that aggravates",
			contest: contest{lower: 100, upper: 400, onLower: []source.Basis{word}, onUpper: []source.Basis{claim}, factors: map[source.Basis][2]float64{word: {1, 2}, claim: {1.5, 2}}},
			size:    ln(4), rest: ln(3), shares: map[source.Basis]float64{word: ln(2), claim: -ln(1.5)},
			sufficient: "[]", relation: reconcile.UnexplainedDisagreement,
		},
		{
			// D: none ln 4; each alone ln 2; every two 0; all 0. Alone ln 2, second ln 2,
			// third 0: by symmetry a third of ln 4 each.
			name: "three of which any two suffice",
			contest: contest{lower: 100, upper: 400, onLower: []source.Basis{word, sight}, onUpper: []source.Basis{claim},
				factors: map[source.Basis][2]float64{word: {1, 2}, sight: {1, 2}, claim: {0.5, 1}}},
			size: ln(4), rest: 0, shares: map[source.Basis]float64{word: ln(4) / 3, sight: ln(4) / 3, claim: ln(4) / 3},
			sufficient: "[[basis:battlefield_claim basis:interview] [basis:battlefield_claim basis:quotation] [basis:interview basis:quotation]]", relation: reconcile.ExplainedDisagreement,
		},
		{
			// D: none ln 4, a (x4) 0, b or c (x2) ln 2, both 0. a: first (2/6) ln 4, after
			// one (2/6) ln 2, after both 0: ln 2. b: (ln 4 - ln 2) first (2/6), after c
			// (1/6) ln 2, after a 0: ln 2/2, and so c.
			name: "three of unlike size",
			contest: contest{lower: 100, upper: 400, onLower: []source.Basis{word, sight, court},
				factors: map[source.Basis][2]float64{word: {1, 4}, sight: {1, 2}, court: {1, 2}}},
			size: ln(4), rest: 0, shares: map[source.Basis]float64{word: ln(2), sight: ln(2) / 2, court: ln(2) / 2},
			sufficient: "[[basis:quotation] [basis:court_finding basis:interview]]", relation: reconcile.ExplainedDisagreement,
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			pair, x := tt.contest.solve(t)
			if pair.Relation != tt.relation || math.Abs(pair.Size-tt.size) > 1e-8 || math.Abs(x.Remainder-tt.rest) > 1e-8 {
				t.Errorf("%s of %v less %v, want %s of %v less %v", pair.Relation, pair.Size, x.Remainder, tt.relation, tt.size, tt.rest)
			}
			got := sharesOf(x)
			if len(got) != len(tt.shares) {
				t.Errorf("shares %v, want %v", got, tt.shares)
			}
			for p, want := range tt.shares {
				if math.Abs(got[p]-want) > 1e-8 {
					t.Errorf("share of %s = %v, want %v", p, got[p], want)
				}
			}
			if s := fmt.Sprint(x.Sufficient); s != tt.sufficient {
				t.Errorf("sufficient %s, want %s", s, tt.sufficient)
			}
			for p, want := range tt.contest.shares() {
				if math.Abs(want-tt.shares[p]) > 1e-12 {
					t.Errorf("by every order %s has %v, by hand %v", p, want, tt.shares[p])
				}
			}
		})
	}
}

// Random games of up to six players against their definition.
func TestShapleyByDefinition(t *testing.T) {
	g := newGenerator(7)
	g.Rand = rand.New(rand.NewPCG(7, 7))
	all := []source.Basis{claim, word, sight, court, source.OfficialCount, source.IntelligenceAssessment}
	negative, sufficient := 0, 0
	for range 2000 {
		c := contest{lower: 100 + g.Int64N(100), factors: make(map[source.Basis][2]float64)}
		c.upper = c.lower + 1 + g.Int64N(20*c.lower)
		c.lowRange, c.uppRange = g.Int64N(50), g.Int64N(1000)
		for _, p := range all[:1+g.IntN(len(all))] {
			f := [2]float64{0.3 + 2*g.Float64(), 0.3 + 2*g.Float64()}
			c.factors[p] = [2]float64{min(f[0], f[1]), max(f[0], f[1])}
			if g.in(2) {
				c.onLower = append(c.onLower, p)
			} else {
				c.onUpper = append(c.onUpper, p)
			}
		}
		pair, x := c.solve(t)
		if math.Abs(pair.Size-c.gap(nil)) > 1e-8 {
			t.Fatalf("%+v: size %v, want %v", c, pair.Size, c.gap(nil))
		}
		if rest := c.gap(append(slices.Clone(c.onLower), c.onUpper...)); math.Abs(x.Remainder-rest) > 1e-7 {
			t.Fatalf("%+v: remainder %v, want %v", c, x.Remainder, rest)
		}
		got := sharesOf(x)
		for p, want := range c.shares() {
			if math.Abs(got[p]-want) > 1e-7 {
				t.Fatalf("%+v: share of %s = %v, want %v", c, p, got[p], want)
			}
			if want < 0 {
				negative++
			}
		}
		for _, set := range x.Sufficient {
			sufficient++
			players := make([]source.Basis, len(set))
			for i, name := range set {
				players[i] = source.Basis(strings.TrimPrefix(name, "basis:"))
			}
			if d := c.gap(players); d > 1e-7 {
				t.Fatalf("%+v: %v leaves %v", c, set, d)
			}
			for i := range players {
				if d := c.gap(slices.Delete(slices.Clone(players), i, i+1)); d < 1e-9 {
					t.Fatalf("%+v: %v suffices without %s", c, set, players[i])
				}
			}
		}
	}
	if negative == 0 || sufficient == 0 {
		t.Errorf("%d negative shares, %d sufficient sets", negative, sufficient)
	}
}
