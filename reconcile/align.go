package reconcile

import (
	"math"

	"github.com/openestimate/casualty/estimate"
)

// An Alignment says what a root would say of what another one counts: detail
// for a reader who asks, named with the assumption it rests on, and never part
// of an answer's floor, ceiling or best.
type Alignment struct {
	Estimate   estimate.ID      `json:"estimate"` // the root that is converted
	Measure    estimate.Measure `json:"measure"`  // what it is converted to
	Low        *int64           `json:"low,omitempty"`
	High       *int64           `json:"high,omitempty"`
	Assumption string           `json:"assumption,omitempty"` // empty: entailed, or given in the same statement
	Given      estimate.ID      `json:"given,omitempty"`      // the root of the same statement that gives it
	Meets      bool             `json:"meets"`                // whether the two then meet
}

// align converts the part among a and b to the whole, where every key in which
// they differ has a part and a whole. Killed become killed or wounded exactly
// where the same statement gives both, else by 1 + wounded_per_killed, unless they
// were computed by a ratio of their own; any
// other part is a lower bound of its whole.
func (p *pass) align(a, b *root, why []ScopeDifference) *Alignment {
	part, whole := a, b
	for i, d := range why {
		switch {
		case d.Relation == estimate.Inside && (i == 0 || part == a):
			part, whole = a, b
		case d.Relation == estimate.Contains && (i == 0 || part == b):
			part, whole = b, a
		default:
			return nil
		}
	}
	if x, y := a.Scope.AsOf, b.Scope.AsOf; (x.Before(y) || y.Before(x)) && !(a.Measure.Cumulative() && b.Measure.Cumulative()) {
		return nil // what may fall is on one day no bound of what is on another
	}
	if len(why) == 0 || part.Measure == estimate.ExcessDeaths || !part.opened.hasLow && !part.opened.hasHigh || !whole.speaks() {
		return nil
	}
	al := &Alignment{Estimate: part.ID, Measure: whole.Measure}
	v := everything
	wpk := p.settings.woundedPerKilled
	measureOnly := len(why) == 1 && why[0].Key == "measure"
	switch given := p.sameStatement(part, whole.Measure); {
	case measureOnly && given != nil:
		al.Given = given.ID
		v = given.opened
	case measureOnly && part.Measure == estimate.Killed && whole.Measure == estimate.KilledOrWounded && wpk.ok && part.derived == nil:
		al.Assumption = wpk.Name
		p.used.add(wpk.Assumption, "conversion of killed to killed or wounded", part.ID)
		if part.opened.hasLow {
			v.setLow(scaled(part.opened.low, 1+wpk.Low, math.Ceil), part.opened.lowByWords)
		}
		if part.opened.hasHigh {
			v.setHigh(scaled(part.opened.high, 1+wpk.High, math.Floor), part.opened.highByWords)
		}
	case part.opened.hasLow:
		v.setLow(part.opened.low, part.opened.lowByWords)
	default:
		return nil
	}
	if v.hasLow {
		al.Low = &v.low
	}
	if v.hasHigh {
		al.High = &v.high
	}
	g := between(v, whole.opened)
	if al.Meets = !g.apart(p.settings.allowed(g)); al.Meets {
		p.passedOver(g.d, "conversion counted as meeting", a.ID, b.ID)
	}
	return al
}

// sameStatement returns the live root that the statement of r gives for m with
// the same scope, a sum of ours among them.
func (p *pass) sameStatement(r *root, m estimate.Measure) *root {
	if r.Statement == "" {
		return nil
	}
	var given onlyRoot
	for _, o := range p.roots {
		if o != r && o.Statement == r.Statement && o.Measure == m && o.State == r.State && o.Scope.Equal(r.Scope) {
			given.offer(o)
		}
	}
	return given.root
}

// scaled multiplies a count by a factor, kept within the counts accepted.
func scaled(n int64, factor float64, round func(float64) float64) int64 {
	x := round(float64(n) * factor)
	return int64(math.Max(-estimate.MaxCount, math.Min(x, estimate.MaxCount)))
}
