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
	return figure(p.roots, -1, End.Most, func(r *root) (End, bool) {
		return r.High, r.Measure == estimate.Deployed && r.State == Live && r.Event == q.Event && r.High.counts() &&
			holds(p.index.Relate(estimate.Population, q.Population, r.Scope.Population)) &&
			holds(p.index.Relate(estimate.Place, q.Place, r.Scope.Place)) &&
			!r.Scope.AsOf.Before(q.asOf) && !q.asOf.Before(r.Scope.AsOf)
	})
}

// holds reports whether a scope lies within, or is, the other.
func holds(r estimate.Relation) bool { return r == estimate.Same || r == estimate.Inside }
