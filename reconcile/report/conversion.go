package report

import (
	"slices"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/reconcile"
)

// maxConversions is how many conversions a page shows.
const maxConversions = 6

// writeConversions writes what figures would be if they counted what others
// count.
func (p *page) writeConversions() {
	var groups [][]*reconcile.Pair // of one root and conversion
	for _, pair := range p.pairsOf(func(pair *reconcile.Pair) bool { return pair.Alignment != nil }) {
		i := slices.IndexFunc(groups, func(g []*reconcile.Pair) bool { return sameConversion(g[0].Alignment, pair.Alignment) })
		if i < 0 {
			groups = append(groups, nil)
			i = len(groups) - 1
		}
		groups[i] = append(groups[i], pair)
	}
	// What an assumption or a statement gives comes before what is entailed.
	slices.SortStableFunc(groups, func(a, b []*reconcile.Pair) int { return entailed(a[0].Alignment) - entailed(b[0].Alignment) })
	for i, group := range groups {
		if i == maxConversions && len(groups) > maxConversions+1 {
			p.item("And " + plural(len(groups)-i, "more conversion") + ".")
			break
		}
		p.under(i, "If one counted what others count", p.conversion(group))
	}
}

// dated reports whether the roots of pair count to different dates.
func (p *page) dated(pair *reconcile.Pair) bool {
	a, b := p.root(pair.Estimates[0]), p.root(pair.Estimates[1])
	return a != nil && b != nil && (a.Scope.AsOf.Before(b.Scope.AsOf) || b.Scope.AsOf.Before(a.Scope.AsOf))
}

func sameConversion(a, b *reconcile.Alignment) bool {
	return a.Estimate == b.Estimate && a.Assumption == b.Assumption && a.Given == b.Given &&
		(a.Measure == b.Measure || entailed(a) == 1)
}

func entailed(al *reconcile.Alignment) int {
	if al.Assumption == "" && al.Given == "" {
		return 1
	}
	return 0
}

// conversion says what a root would be if it counted what those of the pairs do.
// Those it would meet are named by their speakers alone.
func (p *page) conversion(pairs []*reconcile.Pair) string {
	al := pairs[0].Alignment
	var all []string
	var apart []*reconcile.Pair
	other := func(pair *reconcile.Pair) estimate.ID {
		if pair.Estimates[0] == al.Estimate {
			return pair.Estimates[1]
		}
		return pair.Estimates[0]
	}
	for _, pair := range pairs {
		name := p.said(other(pair))
		if len(pairs) > 1 {
			name = p.speakers([]estimate.ID{other(pair)})
		}
		if !slices.Contains(all, name) {
			all = append(all, name)
		}
		if !pair.Alignment.Meets {
			apart = append(apart, pair)
		}
	}
	as := " counts"
	if len(all) > 1 {
		as = " count"
	}
	what := "what " + list(all) + as
	if entailed(al) == 0 {
		what = al.Measure.Noun() + ", as " + list(all) + as
	}
	s := "If " + p.said(al.Estimate) + " counted " + what + ", it would be "
	switch {
	case al.Given != "":
		s += "what the same statement gives, " + p.said(al.Given)
	case al.Assumption != "":
		s += roughly(al) + " (conversion: ours"
		if a, ok := p.assumption(al.Assumption); ok {
			s += ", by " + a.Value() + " wounded a death, " + ground(a.Measured)
		}
		s += ")"
	default:
		s += "no less, for a part is a lower bound of its whole"
	}
	switch {
	case len(apart) == 0:
		return s + ", and in no conflict with that."
	case len(apart) == len(pairs) && !slices.ContainsFunc(apart, p.dated):
		return s + ", and still be apart from that."
	}
	var names []string
	for i, pair := range apart {
		if i == maxPairs && len(apart) > maxPairs+1 {
			names = append(names, plural(len(apart)-i, "other"))
			break
		}
		name := p.said(other(pair))
		if p.dated(pair) {
			name += " (of another date)"
		}
		names = append(names, name)
	}
	return s + ", and still be apart from " + list(names) + "."
}

// roughly writes a conversion, which is no firmer than its factor, to two
// significant digits: the low end rounded down, the high end up.
func roughly(al *reconcile.Alignment) string {
	round := func(n *int64, up int64) string {
		unit := int64(1)
		for *n/unit >= 100 {
			unit *= 10
		}
		return estimate.Count((*n + up*(unit-1)) / unit * unit)
	}
	switch {
	case al.Low == nil:
		return round(al.High, 1) + " or fewer"
	case al.High == nil:
		return round(al.Low, 0) + " or more"
	}
	return round(al.Low, 0) + " to " + round(al.High, 1)
}
