package reconcile_test

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/reconcile"
)

// TestDetailByCounting holds M(f), the fewest that must be wrong and the sets
// to drop against a count over every number of a small range.
func TestDetailByCounting(t *testing.T) {
	const top = 14 // above every stated end, so that it stands for no upper limit
	g := newGenerator(11)
	dropped, open := 0, 0
	for range 4000 {
		s := &estimate.Set{}
		var ends [][2]int // of those that speak; -1 and top: not stated
		var ids []estimate.ID
		for i := range 1 + g.IntN(6) {
			a, b := g.IntN(12), g.IntN(12)
			low, high := min(a, b), max(a, b)
			id := estimate.ID(fmt.Sprintf("e%d", i))
			var q estimate.Quantity
			end := [2]int{-1, top}
			switch g.IntN(8) {
			case 0:
				q, end = estimate.Exactly(int64(a)), [2]int{a, a}
			case 1:
				q, end[0] = estimate.AtLeast(int64(a)), a
			case 2:
				q, end[0] = estimate.MoreThan(int64(a)), a+1
			case 3:
				q, end[1] = estimate.AtMost(int64(a)), a
			case 4:
				q, end[1] = estimate.FewerThan(int64(a+1)), a
			case 5:
				q = estimate.Vague("several") // loose ends limit nothing
			case 6:
				s.Estimates = append(s.Estimates, est(id, estimate.Quantity{Hedge: estimate.HedgeUnknown}))
				continue // says no number
			default:
				q, end = estimate.Between(int64(low), int64(high)), [2]int{low, high}
			}
			s.Estimates = append(s.Estimates, est(id, q))
			ends, ids = append(ends, end), append(ids, id)
		}
		d := mustReconcile(t, &reconcile.Reconciler{}, s).Answers[0].Detail
		if d.Roots != len(ends) {
			t.Fatalf("%d roots, want %d\n%s", d.Roots, len(ends), indent(s))
		}
		if len(ends) < 2 {
			if d.Fewest != 0 || d.Hulls != nil || d.Drop != nil {
				t.Fatalf("%+v of %d roots", d, len(ends))
			}
			continue
		}
		cover := make(map[int][]estimate.ID) // who does not hold a number
		most := 0
		for x := -1; x <= top; x++ {
			n := 0
			for i, e := range ends {
				if e[0] <= x && x <= e[1] {
					n++
				} else {
					cover[x] = append(cover[x], ids[i])
				}
			}
			most = max(most, n)
		}
		if d.Fewest != len(ends)-most || len(d.Hulls) != most {
			t.Fatalf("fewest %d of %d, %d hulls, want %d\n%s", d.Fewest, len(ends), len(d.Hulls), len(ends)-most, indent(s))
		}
		for i, h := range d.Hulls {
			f := d.Fewest + i
			low, high := math.MaxInt, math.MinInt
			for x := -1; x <= top; x++ {
				if len(cover[x]) <= f {
					low, high = min(low, x), max(high, x)
				}
			}
			if h.F != f || (h.Low == nil) != (low == -1) || h.Low != nil && int(*h.Low) != low || (h.High == nil) != (high == top) || h.High != nil && int(*h.High) != high {
				t.Fatalf("M(%d) = %s, want %d to %d\n%s", f, indent(h), low, high, indent(s))
			}
			if h.Low == nil || h.High == nil {
				open++
			}
		}
		var want [][]estimate.ID
		for x := -1; x <= top; x++ {
			if set := cover[x]; d.Fewest > 0 && len(set) == d.Fewest && !slices.ContainsFunc(want, func(w []estimate.ID) bool { return slices.Equal(w, set) }) {
				want = append(want, set)
			}
		}
		slices.SortFunc(want, slices.Compare[[]estimate.ID])
		if !slices.EqualFunc(d.Drop, want, slices.Equal[[]estimate.ID]) {
			t.Fatalf("drop %v, want %v\n%s", d.Drop, want, indent(s))
		}
		dropped += len(want)
	}
	if dropped == 0 || open == 0 {
		t.Errorf("%d sets to drop, %d open hulls", dropped, open)
	}
}
