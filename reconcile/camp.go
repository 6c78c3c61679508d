package reconcile

import (
	"cmp"
	"math/bits"
	"slices"

	"github.com/openestimate/casualty/estimate"
)

// A Camp is a greatest set of roots without a disagreement among them, with the
// limits that they alone would give.
type Camp struct {
	Estimates []estimate.ID `json:"estimates"`
	Floor     *Figure       `json:"floor,omitempty"`
	Ceiling   *Figure       `json:"ceiling,omitempty"`
}

// MaxCamps and MaxCampRoots bound the listing of camps. Real disputes have a
// handful; an adversarial set could have exponentially many.
const (
	MaxCamps     = 64
	MaxCampRoots = 64
)

// camps lists the maximal cliques of the roots of question i that do not
// disagree (Bron and Kerbosch, Communications of the ACM 16 (1973) 575, with
// pivoting).
func (p *pass) camps(roots []*root, i int) []Camp {
	roots = slices.DeleteFunc(slices.Clone(roots), func(r *root) bool { return !r.speaks() })
	if len(roots) > MaxCampRoots {
		p.warnings = append(p.warnings, Warning{Estimate: roots[0].ID, Message: "camps are not listed for more than 64 roots of one question"})
		return nil
	}
	all := uint64(1)<<len(roots) - 1
	near := make([]uint64, len(roots)) // the roots each does not disagree with
	for j := range roots {
		near[j] = all &^ (1 << j)
	}
	for k := range p.pairs {
		pair := &p.pairs[k]
		if !pair.Relation.Disagrees() || pair.a.question != i {
			continue
		}
		x, y := slices.Index(roots, pair.a), slices.Index(roots, pair.b)
		near[x] &^= 1 << y
		near[y] &^= 1 << x
	}
	var cliques []uint64
	var grow func(in, maybe, done uint64)
	grow = func(in, maybe, done uint64) {
		if len(cliques) > MaxCamps {
			return
		}
		if maybe == 0 {
			if done == 0 {
				cliques = append(cliques, in)
			}
			return
		}
		pivot := bits.TrailingZeros64(maybe | done)
		for try := maybe &^ near[pivot]; try != 0; try &= try - 1 {
			v := bits.TrailingZeros64(try)
			grow(in|1<<v, maybe&near[v], done&near[v])
			maybe &^= 1 << v
			done |= 1 << v
		}
	}
	grow(0, all, 0)
	if len(cliques) > MaxCamps {
		p.warnings = append(p.warnings, Warning{Estimate: roots[0].ID, Message: "only the first 64 camps are listed"})
		cliques = cliques[:MaxCamps]
	}
	camps := make([]Camp, 0, len(cliques))
	for _, c := range cliques {
		var members []*root
		var camp Camp
		for ; c != 0; c &= c - 1 {
			r := roots[bits.TrailingZeros64(c)]
			members = append(members, r)
			camp.Estimates = append(camp.Estimates, r.ID)
		}
		camp.Floor, camp.Ceiling, _ = limits(members)
		camps = append(camps, camp)
	}
	slices.SortFunc(camps, func(a, b Camp) int {
		return cmp.Or(-cmp.Compare(len(a.Estimates), len(b.Estimates)), slices.Compare(a.Estimates, b.Estimates))
	})
	return camps
}
