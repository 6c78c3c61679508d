package reconcile

import (
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

	Modelled *Modelled `json:"modelled,omitempty"` // where Reconciler.Modelled asks for it
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

// coverage is the memory of the sweep.
type coverage struct {
	ends   [][2]int64
	who    []*root
	cuts   []int64
	pieces []piece
}

func (v *coverage) detail(roots []*root) Detail {
	v.ends, v.who = v.ends[:0], v.who[:0]
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
		v.ends, v.who = append(v.ends, e), append(v.who, r)
	}
	m := len(v.ends)
	d := Detail{Roots: m}
	if m < 2 {
		return d
	}
	v.sweep()
	most := 0
	for _, pc := range v.pieces {
		most = max(most, pc.n)
	}
	d.Fewest = m - most
	d.Hulls = v.hulls(d.Fewest)
	if d.Fewest > 0 {
		d.Drop = v.drops(most)
	}
	return d
}

// sweep cuts the numbers into pieces at every end and counts the cover of each.
func (v *coverage) sweep() {
	v.cuts = append(v.cuts[:0], math.MinInt64)
	for _, e := range v.ends {
		v.cuts = append(v.cuts, e[0])
		if e[1] < math.MaxInt64 {
			v.cuts = append(v.cuts, e[1]+1)
		}
	}
	slices.Sort(v.cuts)
	v.cuts = slices.Compact(v.cuts)
	v.pieces = v.pieces[:0]
	for i, low := range v.cuts {
		pc := piece{low: low, high: math.MaxInt64}
		if i+1 < len(v.cuts) {
			pc.high = v.cuts[i+1] - 1
		}
		for _, e := range v.ends {
			if e[0] <= low && low <= e[1] {
				pc.n++
			}
		}
		v.pieces = append(v.pieces, pc)
	}
}

// hulls returns M(f) for every f from fewest on.
func (v *coverage) hulls(fewest int) []Hull {
	m := len(v.ends)
	hulls := make([]Hull, m-fewest)
	bounds := make([][2]int64, len(hulls))
	for i := range hulls {
		h, b := &hulls[i], &bounds[i]
		h.F = fewest + i
		first := true
		for _, pc := range v.pieces {
			if pc.n < m-h.F {
				continue
			}
			if first {
				b[0], first = pc.low, false
			}
			b[1] = pc.high
		}
		if b[0] != math.MinInt64 {
			h.Low = &b[0]
		}
		if b[1] != math.MaxInt64 {
			h.High = &b[1]
		}
	}
	return hulls
}

// drops lists the sets of roots outside each of the best covered pieces.
func (v *coverage) drops(most int) [][]estimate.ID {
	var sets [][]estimate.ID
	for _, pc := range v.pieces {
		if pc.n != most {
			continue
		}
		out := make([]estimate.ID, 0, len(v.ends)-most)
		for i, e := range v.ends {
			if pc.low < e[0] || pc.low > e[1] {
				out = append(out, v.who[i].ID)
			}
		}
		if len(sets) == MaxCamps {
			break // as with camps: more serve no reader
		}
		if !slices.ContainsFunc(sets, func(s []estimate.ID) bool { return slices.Equal(s, out) }) {
			sets = append(sets, out)
		}
	}
	slices.SortFunc(sets, slices.Compare[[]estimate.ID])
	return sets
}
