package reconcile

import (
	"cmp"
	"math"
	"math/bits"
	"slices"
)

// gaps holds D(S), the gap between two roots after the players in S, for every
// set S of players as a bit mask, and whether it is then within tolerance.
//
// Between two intervals a and b the gap is the greatest of 0, ln low(a) - ln
// high(b) and ln low(b) - ln high(a). A player adds an offset to both ends of
// one interval (a Minkowski sum, in logarithms), and so a constant to each of
// those two differences: the differences of a set are those of the set less one
// player plus a constant, one addition each. The relay players, which put the
// origin's interval in the place of the printed one, come last, so that their
// sets are whole blocks with a base of their own.
type gaps struct {
	n      int // players
	d      []float64
	within []bool
	x, y   []float64 // scratch: what the sized players add to the two differences
	share  []float64
	reach  []bool // scratch of minimal
}

// solve fills t for a and b with the given players.
func (t *gaps) solve(a, b *root, players []Player, allowed func(gap) float64) {
	t.n = len(players)
	sized := t.n
	var relay [2]int // the bit of the relay player on each root, 0 for none
	for i := range players {
		if players[i].Name == relayPlayer {
			sized = min(sized, i)
			relay[players[i].on] = 1 << i
		}
	}
	size := 1 << t.n
	t.d, t.within = grown(t.d, size), grown(t.within, size)
	t.x, t.y = grown(t.x, 1<<sized), grown(t.y, 1<<sized)
	t.x[0], t.y[0] = 0, 0
	for i := range players[:sized] {
		low, high := players[i].Low, -players[i].High
		if players[i].on == 1 {
			low, high = high, low
		}
		half := 1 << i
		for s := range half {
			t.x[half+s] = t.x[s] + low
			t.y[half+s] = t.y[s] + high
		}
	}
	for block := 0; block < size; block += 1 << sized {
		t.solveBlock(a, b, block, relay, t.x, t.y, allowed)
	}
}

// solveBlock fills the sets that hold the relay players of block.
func (t *gaps) solveBlock(a, b *root, block int, relay [2]int, x, y []float64, allowed func(gap) float64) {
	v := [2]interval{a.opened, b.opened}
	elsewhere := false
	for i, r := range [2]*root{a, b} {
		if relay[i] != 0 && block&relay[i] != 0 {
			v[i] = r.origin.opened
			// If the origin asked another question, nothing is left to disagree
			// about.
			elsewhere = elsewhere || r.relayedElsewhere()
		}
	}
	up, down := v[0].lnLow-v[1].lnHigh, v[1].lnLow-v[0].lnHigh
	upTol := allowed(gap{byWords: v[0].lowByWords || v[1].highByWords})
	downTol := allowed(gap{byWords: v[1].lowByWords || v[0].highByWords})
	d, within := t.d[block:block+len(x)], t.within[block:block+len(x)]
	for s := range x {
		u, w := up+x[s], down+y[s]
		switch {
		case elsewhere || u <= least && w <= least:
			d[s], within[s] = 0, true
		case u > w:
			d[s], within[s] = u, u <= upTol
		default:
			d[s], within[s] = w, w <= downTol
		}
	}
}

// grown returns a slice of length n, in the memory of s where it has it.
func grown[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	return s[:n]
}

// relayedElsewhere reports whether a relay made r answer another question than
// its origin did.
func (r *root) relayedElsewhere() bool {
	o := r.origin
	return o != nil && (o.Measure != r.Measure || cmpScopes(o, r) != 0 || !o.Scope.From.Overlaps(r.Scope.From))
}

// fires reports whether player i changes the gap in any company.
func (t *gaps) fires(i int) bool {
	for s, d := range t.d {
		if s&(1<<i) == 0 && d != t.d[s|1<<i] {
			return true
		}
	}
	return false
}

// all is the set of all players.
func (t *gaps) all() int { return len(t.d) - 1 }

// shapley returns the exact Shapley value of each player in the game that pays
// what a set takes off the gap (Shapley, "A value for n-person games", 1953):
// the sum over sets S without it of w(|S|) (D(S) - D(S with it)), with weights
// w(s) = s!(n-s-1)!/n!. Of every D(S) each player inside S takes w(|S|-1) and
// each outside w(|S|), so one pass over the sets serves all players.
//
// The values sum to D(none) less D(all); a negative one widens the gap. They
// hold until the next call.
func (t *gaps) shapley() []float64 {
	n := t.n
	var in, out [MaxPlayers + 1]float64 // weight of D(S) for the players in S and outside it, by |S|
	for s := range n {
		w := 1 / (float64(n) * binomial(n-1, s))
		out[s], in[s+1] = w, w
	}
	t.share = grown(t.share, n)
	clear(t.share)
	outside := 0.0
	for s, d := range t.d {
		size := bits.OnesCount(uint(s))
		outside += out[size] * d
		both := (in[size] + out[size]) * d
		if both == 0 {
			continue
		}
		for rest := uint(s); rest != 0; rest &= rest - 1 {
			t.share[bits.TrailingZeros(rest)] -= both
		}
	}
	for i := range t.share {
		t.share[i] += outside
	}
	return t.share
}

func binomial(n, k int) float64 {
	b := 1.0
	for i := 1; i <= k; i++ {
		b = b * float64(n-k+i) / float64(i)
	}
	return math.Round(b)
}

// minimal returns the sets that close the gap and have no smaller set in them
// that does, the smallest first.
func (t *gaps) minimal() []int {
	t.reach = grown(t.reach, len(t.d)) // whether the set, or one within it, closes the gap
	t.reach[0] = t.within[0]
	var sets []int
	for s := 1; s < len(t.d); s++ {
		t.reach[s] = false
		for rest := uint(s); rest != 0 && !t.reach[s]; rest &= rest - 1 {
			t.reach[s] = t.reach[s&^(1<<bits.TrailingZeros(rest))]
		}
		if !t.reach[s] && t.within[s] {
			t.reach[s] = true
			sets = append(sets, s)
		}
	}
	bySize(sets)
	return sets
}

// bySize orders sets by how many players they hold, then by the players.
func bySize(sets []int) {
	slices.SortFunc(sets, func(a, b int) int {
		return cmp.Or(cmp.Compare(bits.OnesCount(uint(a)), bits.OnesCount(uint(b))), cmp.Compare(a, b))
	})
}

// namesOf writes each set as the names of its players.
func namesOf(sets []int, players []Player) [][]string {
	if len(sets) == 0 {
		return nil
	}
	total := 0
	for _, s := range sets {
		total += bits.OnesCount(uint(s))
	}
	all := make([]string, 0, total)
	out := make([][]string, len(sets))
	for i, s := range sets {
		start := len(all)
		for rest := uint(s); rest != 0; rest &= rest - 1 {
			all = append(all, players[bits.TrailingZeros(rest)].Name)
		}
		out[i] = all[start:len(all):len(all)]
	}
	return out
}
