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
	m := &p.scratch.camps
	m.roots = m.roots[:0]
	for _, r := range roots {
		if r.speaks() {
			m.roots = append(m.roots, r)
		}
	}
	roots = m.roots
	if len(roots) > MaxCampRoots {
		p.warnings = append(p.warnings, Warning{Kind: Bounded, Estimate: roots[0].ID, Message: "camps are not listed for more than 64 roots of one question"})
		return nil
	}
	all := uint64(1)<<len(roots) - 1
	near := &m.near // the roots each does not disagree with
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
	m.cliques = m.cliques[:0]
	m.grow(0, all, 0)
	if len(m.cliques) > MaxCamps {
		p.warnings = append(p.warnings, Warning{Kind: Bounded, Estimate: roots[0].ID, Message: "only the first 64 camps are listed"})
		m.cliques = m.cliques[:MaxCamps]
	}
	total := 0
	for _, c := range m.cliques {
		total += bits.OnesCount64(c)
	}
	ids := make([]estimate.ID, 0, total)
	camps := make([]Camp, 0, len(m.cliques))
	for _, c := range m.cliques {
		start := len(ids)
		m.members = m.members[:0]
		for ; c != 0; c &= c - 1 {
			r := roots[bits.TrailingZeros64(c)]
			m.members = append(m.members, r)
			ids = append(ids, r.ID)
		}
		camp := Camp{Estimates: ids[start:len(ids):len(ids)]}
		camp.Floor, camp.Ceiling, _ = limits(m.members)
		camps = append(camps, camp)
	}
	slices.SortFunc(camps, func(a, b Camp) int {
		return cmp.Or(-cmp.Compare(len(a.Estimates), len(b.Estimates)), slices.Compare(a.Estimates, b.Estimates))
	})
	return camps
}

// campSearch is the memory of the search for camps.
type campSearch struct {
	roots, members []*root
	near           [MaxCampRoots]uint64
	cliques        []uint64
}

// grow adds to the set in, whose members all are near each other, what maybe
// holds; done are those already tried.
func (m *campSearch) grow(in, maybe, done uint64) {
	if len(m.cliques) > MaxCamps {
		return
	}
	if maybe == 0 {
		if done == 0 {
			m.cliques = append(m.cliques, in)
		}
		return
	}
	pivot := bits.TrailingZeros64(maybe | done)
	for try := maybe &^ m.near[pivot]; try != 0; try &= try - 1 {
		v := bits.TrailingZeros64(try)
		m.grow(in|1<<v, maybe&m.near[v], done&m.near[v])
		maybe &^= 1 << v
		done |= 1 << v
	}
}
