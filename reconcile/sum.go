package reconcile

import (
	"github.com/openestimate/casualty/estimate"
)

// addSums adds, for each statement that gives the parts of a whole but not the
// whole, the sum as a root of its own: killed and wounded make killed or
// wounded. The sum is ours, and each of its ends stands as the weaker part's.
func (p *pass) addSums() {
	n := len(p.roots)
	for i := range n {
		first := p.roots[i]
		if first.Measure != estimate.Killed || first.Statement == "" {
			continue
		}
		for _, whole := range [...]estimate.Measure{estimate.KilledOrWounded, estimate.KilledOrMissing} {
			parts, _ := whole.Parts()
			second := p.companion(first, parts[1])
			if second == nil || p.companion(first, whole) != nil {
				continue
			}
			p.addSum(whole, first, second)
		}
	}
}

// companion returns the usable root of r's statement and scope that gives m.
func (p *pass) companion(r *root, m estimate.Measure) *root {
	var given onlyRoot
	for _, o := range p.roots {
		if o.Statement == r.Statement && o.Measure == m && o.Event == r.Event && o.parts == nil &&
			o.State == Live && r.State == Live && o.Scope.Equal(r.Scope) {
			given.offer(o)
		}
	}
	return given.root
}

// An onlyRoot holds the one root of a statement that gives a measure: what its
// origin gave before what a relay made of another measure or scope, and none
// where two are alike, for it is not known which is meant.
type onlyRoot struct {
	root    *root
	printed bool // a relay made it so
	met     bool
}

func (u *onlyRoot) offer(r *root) {
	printed := r.origin != nil && (r.origin.Measure != r.Measure || !r.origin.Scope.Equal(r.Scope))
	switch {
	case !u.met || u.printed && !printed:
		u.root, u.printed, u.met = r, printed, true
	case u.printed == printed:
		u.root = nil
	}
}

func (p *pass) addSum(whole estimate.Measure, a, b *root) {
	s := &root{rec: a.rec, parts: []*root{a, b}, question: -1, Root: &Root{
		ID:    a.ID + "+" + b.ID,
		Parts: []estimate.ID{a.ID, b.ID}, Source: a.Source, Event: a.Event, Statement: a.Statement,
		Measure: whole, Scope: a.Scope, Published: a.Published,
		Stake: a.Stake, Method: a.Method, Recorded: a.Recorded && b.Recorded, State: Live,
	}}
	s.Estimates = append(append(s.Estimates, a.Estimates...), b.Estimates...)
	s.drawsOn = append(append(s.drawsOn, a.drawsOn...), b.drawsOn...)
	if s.derived = a.derived; s.derived == nil {
		s.derived = b.derived
	}
	s.Low = addEnds(a.Low, b.Low, End.Least)
	s.High = addEnds(a.High, b.High, End.Most)
	s.Central = addEnds(a.Central, b.Central, func(e End) int64 { return e.N })
	s.plain, s.opened = a.plain.add(b.plain), a.opened.add(b.opened)
	if !s.speaks() {
		return
	}
	p.roots = append(p.roots, s)
}

// addEnds adds whole counts, so the sum of "more than 100" and 50 is 151 or
// more.
func addEnds(a, b End, count func(End) int64) End {
	if !a.Stated() || !b.Stated() {
		return End{}
	}
	e := End{N: count(a) + count(b), Why: a.Why | b.Why, By: a.By}
	if e.By == "" {
		e.By = b.By
	}
	e.Standing = e.Why.Standing()
	return e
}
