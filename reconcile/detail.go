package reconcile

import (
	"cmp"
	"math"
	"slices"

	"github.com/openestimate/casualty/estimate"
)

// Detail says how many roots would have to be wrong for a range to hold. It is
// never the headline.
//
// With m roots, each an interval of its firm and qualified ends, M(f) is the
// hull of the numbers that at least m-f of them contain (Marzullo,
// "Tolerating failures of continuous-valued sensors", Cornell TR 90-1156;
// and 1984).
type Detail struct {
	Roots  int             `json:"roots"`           // m
	Fewest int             `json:"fewest"`          // f*: the fewest roots that must be wrong
	Hulls  []Hull          `json:"hulls,omitempty"` // M(f) for f from Fewest to m-1
	Drop   [][]estimate.ID `json:"drop,omitempty"`  // the smallest sets to drop, where Fewest > 0
}

// A Hull is M(f). An absent end is open.
type Hull struct {
	F    int    `json:"f"`
	Low  *int64 `json:"low,omitempty"`
	High *int64 `json:"high,omitempty"`
}

// A piece is a stretch of numbers covered by the same roots.
type piece struct {
	low, high int64 // both included; the least and greatest int64 are open ends
	n         int
}

func detail(roots []*root) Detail {
	var ends [][2]int64
	var who []*root
	for _, r := range roots {
		if !r.speaks() {
			continue
		}
		e := [2]int64{math.MinInt64, math.MaxInt64}
		if r.Low.counts() {
			e[0] = r.Low.Least()
		}
		if r.High.counts() {
			e[1] = r.High.Most()
		}
		ends, who = append(ends, e), append(who, r)
	}
	d := Detail{Roots: len(ends)}
	if len(ends) < 2 {
		return d
	}
	pieces := sweep(ends)
	most := slices.MaxFunc(pieces, func(a, b piece) int { return cmp.Compare(a.n, b.n) }).n
	d.Fewest = len(ends) - most
	for f := d.Fewest; f < len(ends); f++ {
		d.Hulls = append(d.Hulls, hull(pieces, len(ends), f))
	}
	if d.Fewest > 0 {
		d.Drop = drops(pieces, most, ends, who)
	}
	return d
}

// sweep cuts the numbers into pieces at every end and counts the cover of each.
func sweep(ends [][2]int64) []piece {
	cuts := make([]int64, 0, 2*len(ends)+1)
	cuts = append(cuts, math.MinInt64)
	for _, e := range ends {
		cuts = append(cuts, e[0])
		if e[1] < math.MaxInt64 {
			cuts = append(cuts, e[1]+1)
		}
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	pieces := make([]piece, len(cuts))
	for i, low := range cuts {
		pieces[i] = piece{low: low, high: math.MaxInt64}
		if i+1 < len(cuts) {
			pieces[i].high = cuts[i+1] - 1
		}
		for _, e := range ends {
			if e[0] <= low && low <= e[1] {
				pieces[i].n++
			}
		}
	}
	return pieces
}

func hull(pieces []piece, m, f int) Hull {
	h := Hull{F: f}
	first := true
	var low, high int64
	for _, pc := range pieces {
		if pc.n < m-f {
			continue
		}
		if first {
			low, first = pc.low, false
		}
		high = pc.high
	}
	if low != math.MinInt64 {
		h.Low = &low
	}
	if high != math.MaxInt64 {
		h.High = &high
	}
	return h
}

// drops lists the sets of roots outside each of the best covered pieces.
func drops(pieces []piece, most int, ends [][2]int64, who []*root) [][]estimate.ID {
	var sets [][]estimate.ID
	for _, pc := range pieces {
		if pc.n != most {
			continue
		}
		var out []estimate.ID
		for i, e := range ends {
			if pc.low < e[0] || pc.low > e[1] {
				out = append(out, who[i].ID)
			}
		}
		if !slices.ContainsFunc(sets, func(s []estimate.ID) bool { return slices.Equal(s, out) }) {
			sets = append(sets, out)
		}
	}
	slices.SortFunc(sets, slices.Compare[[]estimate.ID])
	return sets
}
