package reconcile

import (
	"math"
	"slices"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/reconcile/pool"
)

// An Identity is the nearest killed, wounded and casualties that add up, by
// least squares on logarithms, where one root gives each. Firm bounds are kept.
// It is arithmetic on what was said, not a toll, and cannot tell which figure is
// wrong.
type Identity struct {
	Estimates  []estimate.ID `json:"estimates"` // killed, wounded, killed_or_wounded
	Killed     int64         `json:"killed"`
	Wounded    int64         `json:"wounded"`
	Casualties int64         `json:"casualties"`
	Chi2       float64       `json:"chi2"`         // how far the figures were moved
	DF         int           `json:"df,omitempty"` // 1 where all three had a central figure
}

// identities finds the questions of killed, wounded and killed or wounded that
// have the same other keys and one root each.
func (p *pass) identities() []Identity {
	var out []Identity
	for i := range p.question {
		killed := &p.question[i]
		if killed.Measure != estimate.Killed {
			continue
		}
		k, w, c := soleRoot(killed), p.sibling(killed, estimate.Wounded), p.sibling(killed, estimate.KilledOrWounded)
		if k == nil || w == nil || c == nil {
			continue
		}
		sum, err := pool.Reconcile(member(k), member(w), member(c))
		if err != nil {
			continue // two figures at least are needed, and no zeros
		}
		out = append(out, Identity{
			Estimates: []estimate.ID{k.ID, w.ID, c.ID},
			Killed:    int64(math.Round(sum.Killed)), Wounded: int64(math.Round(sum.Wounded)), Casualties: int64(math.Round(sum.Casualties)),
			Chi2: digits(sum.Chi2, 3), DF: sum.DF,
		})
	}
	return out
}

// sibling is the one root of the question that asks measure m of the same.
func (p *pass) sibling(q *question, m estimate.Measure) *root {
	for i := range p.question {
		o := &p.question[i]
		if o.Measure == m && o.Event == q.Event && o.Population == q.Population && o.Place == q.Place &&
			o.By == q.By && o.From == q.From && slices.Equal(o.Except, q.Except) {
			return soleRoot(o)
		}
	}
	return nil
}

// soleRoot is the one root of a question that gives a number, sums left out; nil
// if there are more.
func soleRoot(q *question) *root {
	var only *root
	for _, r := range q.live {
		if r.parts != nil || !r.speaks() {
			continue
		}
		if only != nil {
			return nil
		}
		only = r
	}
	return only
}

// member is what the root says, for the identity.
func member(r *root) pool.Member {
	low, high := identityEnd(r.Low), identityEnd(r.High)
	l, h := float64(r.Low.Least()), float64(r.High.Most())
	m := pool.Member{}
	switch {
	case low && high && l > 0:
		m.Value, m.Sigma = math.Sqrt(l*h), pool.SigmaOfRange(l, h)
		if r.Quantity.Best.Known() && r.Quantity.Best.N > 0 {
			m.Value = float64(r.Quantity.Best.N)
		}
		if r.Quantity.Level > 0 {
			m.Sigma = pool.SigmaOfInterval(l, h)
		}
	case low && r.Low.Standing == Firm:
		m.Min = l
	case high && r.High.Standing == Firm:
		m.Max = h
	}
	return m
}

// identityEnd reports whether an end speaks in an identity. Figures of a few days
// apart are taken together, as they are in a statement that sums them.
func identityEnd(e End) bool {
	return e.Stated() && !e.Why.Has(Stake|looseReasons&^(Vague|Earlier))
}
