package reconcile

import (
	"github.com/openestimate/casualty/estimate"
)

// cap returns the least number of people who could have been counted by q, of
// the deployments whose population and place hold the question's own. A
// deployment counts only by a stated high end that speaks for the date asked
// at: "more than 10,000" caps nothing.
func (p *pass) cap(q *question) *Figure {
	if q.Measure == estimate.Displaced {
		return nil
	}
	var least *Figure
	for _, r := range p.roots {
		if r.Measure != estimate.Deployed || r.State != Live || r.Event != q.Event {
			continue
		}
		if !holds(p.index.Relate(estimate.Population, q.Population, r.Scope.Population)) ||
			!holds(p.index.Relate(estimate.Place, q.Place, r.Scope.Place)) ||
			r.Scope.AsOf.Before(q.asOf) && p.accrues(r) || !r.High.counts() {
			continue
		}
		least = pick(least, r, r.High, End.Most, -1)
	}
	return least
}

// holds reports whether a scope lies within, or is, the other.
func holds(r estimate.Relation) bool { return r == estimate.Same || r == estimate.Inside }
