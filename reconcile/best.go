package reconcile

import (
	"cmp"
	"slices"

	"github.com/openestimate/casualty/estimate"
)

// best returns the median of the central figures that count.
func (p *pass) best(q *question, i int, floor, ceiling *Figure) *Figure {
	central := p.centrals(q)
	for _, r := range central {
		if floor != nil && r.Central.N < floor.value(End.Least) || ceiling != nil && r.Central.N > ceiling.value(End.Most) {
			return nil
		}
		if _, bars := p.inDisagreement(r, q, i); bars {
			return nil
		}
	}
	central = onePerUpstream(central)
	if len(central) == 0 {
		return nil
	}
	if len(central) == 1 {
		// One source against another is no best figure, whatever the interest of
		// the other.
		if disagrees, _ := p.inDisagreement(central[0], q, i); disagrees {
			return nil
		}
	}
	m := central[(len(central)-1)/2]
	f := &Figure{N: m.Central.N, Standing: m.Central.Standing, Of: len(central)}
	for _, r := range central {
		if r.Central.N == f.N {
			f.Estimates = append(f.Estimates, r.ID)
		}
	}
	slices.Sort(f.Estimates)
	return f
}

// centrals returns the roots whose central figure counts, by the figure: those
// of a count still running do not that are much older than the newest.
func (p *pass) centrals(q *question) []*root {
	var central []*root
	var newest estimate.Date
	for _, r := range q.live {
		if r.Central.Stated() {
			central = append(central, r)
		}
	}
	newest = latest(central, estimate.Date{})
	if stale := p.settings.staleDays; stale.ok {
		central = slices.DeleteFunc(central, func(r *root) bool {
			days, ok := r.Scope.AsOf.DaysTo(newest)
			old := ok && days > int(stale.Mid) && r.Scope.AsOf.Before(q.asOf) && p.accrues(r)
			if old {
				p.used.add(stale.Assumption, "central figure too old for best", r.ID)
			}
			return old
		})
	}
	slices.SortFunc(central, func(a, b *root) int { return cmp.Or(cmp.Compare(a.Central.N, b.Central.N), cmp.Compare(a.ID, b.ID)) })
	return central
}

// inDisagreement reports whether r is in a disagreement on question i, and whether
// it is in one that bars it from being a best figure: other than with an end that
// is qualified by its speaker's stake. To stand apart from another figure of its
// own source counts as such.
func (p *pass) inDisagreement(r *root, q *question, i int) (disagrees, bars bool) {
	for j := range p.pairs {
		pair := &p.pairs[j]
		if q.without(pair) || !pair.Relation.Disagrees() && !pair.oneVoice || pair.a.question != i || pair.a != r && pair.b != r {
			continue
		}
		if pair.oneVoice {
			return true, true // which of its figures the source holds to is not known
		}
		other := pair.a
		if other == r {
			other = pair.b
		}
		end := other.High
		if pair.lower == r {
			end = other.Low
		}
		disagrees = true
		if !end.Why.Has(Stake) {
			return true, true
		}
	}
	return disagrees, false
}

// onePerUpstream keeps, of figures that rest on one upstream, the lower middle.
func onePerUpstream(central []*root) []*root {
	group := make([]int, len(central))
	for i := range group {
		group[i] = i
		for j := range i {
			if shareUpstream(central[i], central[j]) {
				old, new := group[i], group[j]
				for k := range group[:i+1] {
					if group[k] == old {
						group[k] = new
					}
				}
			}
		}
	}
	var out []*root
	for i, r := range central {
		var members []int
		for j := range group {
			if group[j] == group[i] {
				members = append(members, j)
			}
		}
		if members[(len(members)-1)/2] == i {
			out = append(out, r)
		}
	}
	return out
}
