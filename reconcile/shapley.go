package reconcile

import (
	"math/bits"
	"slices"
)

// gaps holds D(S), the gap between two roots after the players in S, for every
// set S of players as a bit mask.
type gaps struct {
	players []Player
	d       []float64
	tol     []float64
}

// newGaps computes D(S) for all S. A player adds its offset to the interval of
// the root it is on (a Minkowski sum, in logarithms); the offsets of a set come
// from those of the set less one player, so each costs one addition. The relay
// player puts the origin's interval in the place of the printed one; if the
// origin asked another question, nothing is left to disagree about.
func newGaps(a, b *root, players []Player, allowed func(gap) float64) *gaps {
	n := 1 << len(players)
	t := &gaps{players: players, d: make([]float64, n), tol: make([]float64, n)}
	type offsets struct{ low, high [2]float64 }
	off := make([]offsets, n)
	relay := [2]int{-1, -1}
	for i := range players {
		if players[i].Name == "relay" {
			relay[players[i].on] = i
		}
	}
	base := [2][2]interval{{a.opened}, {b.opened}}
	elsewhere := [2]bool{}
	for i, r := range [2]*root{a, b} {
		if r.origin != nil {
			base[i][1] = r.origin.opened
			elsewhere[i] = r.relayedElsewhere()
		}
	}
	for s := range n {
		if s > 0 {
			i := bits.TrailingZeros(uint(s))
			pl := &players[i]
			off[s] = off[s&(s-1)]
			off[s].low[pl.on] += pl.Low
			off[s].high[pl.on] += pl.High
		}
		var v [2]interval
		gone := false
		for i := range v {
			at := 0
			if relay[i] >= 0 && s&(1<<relay[i]) != 0 {
				at = 1
				gone = gone || elsewhere[i]
			}
			v[i] = base[i][at]
			v[i].lnLow += off[s].low[i]
			v[i].lnHigh += off[s].high[i]
		}
		if gone {
			continue
		}
		g := between(v[0], v[1])
		t.d[s], t.tol[s] = g.d, allowed(g)
	}
	return t
}

// relayedElsewhere reports whether a relay made r answer another question than
// its origin did.
func (r *root) relayedElsewhere() bool {
	o := r.origin
	return o != nil && (o.Measure != r.Measure || cmpScopes(o, r) != 0 || !o.Scope.From.Overlaps(r.Scope.From))
}

// closed reports whether set s brings the gap within tolerance.
func (t *gaps) closed(s int, tol float64) bool { return t.d[s] <= max(t.tol[s], tol) }

// shapley returns the exact Shapley value of each player in the game that pays
// what a set takes off the gap (Shapley, "A value for n-person games", 1953).
// The values sum to D(none) less D(all); a negative one widens the gap.
func (t *gaps) shapley() []float64 {
	n := len(t.players)
	weight := make([]float64, n) // by the size of the set a player joins: s!(n-s-1)!/n!
	for s := range n {
		weight[s] = 1 / (float64(n) * binomial(n-1, s))
	}
	share := make([]float64, n)
	for s := range t.d {
		w := bits.OnesCount(uint(s))
		for i := range n {
			if s&(1<<i) == 0 {
				share[i] += weight[w] * (t.d[s] - t.d[s|1<<i])
			}
		}
	}
	return share
}

func binomial(n, k int) float64 {
	b := 1.0
	for i := 1; i <= k; i++ {
		b = b * float64(n-k+i) / float64(i)
	}
	return b
}

// minimal returns the sets that close the gap and have no smaller set in them
// that does.
func (t *gaps) minimal() []int {
	var sets []int
	for size := 1; size <= len(t.players); size++ {
		for s := range t.d {
			if bits.OnesCount(uint(s)) == size && t.d[s] <= t.tol[s] &&
				!slices.ContainsFunc(sets, func(m int) bool { return s&m == m }) {
				sets = append(sets, s)
			}
		}
	}
	return sets
}

// names returns the players of set s by name.
func (t *gaps) names(s int) []string {
	var names []string
	for i := range t.players {
		if s&(1<<i) != 0 {
			names = append(names, t.players[i].Name)
		}
	}
	return names
}
