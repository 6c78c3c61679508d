package report

import (
	"slices"
	"strings"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/reconcile"
	"github.com/openestimate/casualty/source"
)

func (p *page) disagreements() string {
	pairs := p.pairsOf(func(pair *reconcile.Pair) bool {
		return pair.Relation.Disagrees() && pair.Weight == reconcile.Discrepancy
	})
	s := firstOf(pairs, maxPairs, "pair", p.disagreement)
	for _, a := range p.main {
		if x := a.Explanation; x != nil && len(x.Sufficient) > 0 {
			s += " " + p.together(x)
		}
	}
	return strings.TrimSpace(s)
}

// disagreement says how far two lie apart and what of it is accounted for, and
// what they count where the page has several measures.
func (p *page) disagreement(pair *reconcile.Pair) string {
	s := p.said(pair.Estimates[0]) + " and " + p.said(pair.Estimates[1])
	if r := p.root(pair.Estimates[0]); len(p.main) > 1 && r != nil && r.Measure != p.main[0].Question.Measure {
		s = title(r.Measure.Noun()) + ", " + s
	}
	x := pair.Explanation
	switch {
	case pair.Size == 0:
		return s + " do not overlap."
	case p.saysNone(pair):
		return s + ": one says none."
	case x == nil || len(x.Players) == 0:
		s += ": at least " + times(pair.Size) + " apart."
	default:
		s += ": at least " + times(pair.Size) + " apart = "
		for _, pl := range x.Players {
			s += "up to " + times(pl.Share) + " (" + p.player(&pl) + ") times "
		}
		if x.Remainder > 0.005 {
			s += "at least " + times(x.Remainder) + " unexplained."
		} else {
			s = strings.TrimSuffix(s, " times ") + ", which leaves nothing unexplained."
		}
	}
	if d := p.differences(x); d != "" {
		s += " " + d
	}
	return s
}

// saysNone reports whether one of two counts is of nobody, from which no factor
// leads to the other.
func (p *page) saysNone(pair *reconcile.Pair) bool {
	return slices.ContainsFunc(pair.Estimates[:], func(id estimate.ID) bool {
		r := p.root(id)
		return r != nil && r.High.Stated() && r.High.Most() == 0
	})
}

// player names a sized difference and its ground.
func (p *page) player(pl *reconcile.Player) string {
	switch pl.Name {
	case "relay":
		return "the words at origin in place of a relay's"
	case reconcile.GrowthPerDay:
		return "growth with time, " + ground(pl.Measured)
	}
	facet, value, _ := strings.Cut(pl.Name, ":")
	if facet == "source" {
		value = p.label(p.root(pl.Estimate).Source)
	}
	s := facet + ": " + human(value) + ", " + ground(pl.Measured)
	if a, ok := p.assumption(pl.Name); ok {
		s += " " + a.Value()
	}
	if pl.Share < 0 {
		s += ", aggravating"
	}
	return s
}

// ground says what the size of a difference rests on.
func ground(measured bool) string {
	if measured {
		return "measured"
	}
	return "assumed"
}

func (p *page) assumption(name string) (reconcile.Assumption, bool) {
	for _, u := range p.res.Assumptions {
		if u.Name == name {
			return u.Assumption, true
		}
	}
	return reconcile.Assumption{}, false
}

// differences lists the facets that differ beyond those with a size.
func (p *page) differences(x *reconcile.Explanation) string {
	if x == nil {
		return ""
	}
	var methods, unstated []string
	stakes := ""
	for _, d := range x.Differences {
		both := p.facetValue(d.Facet, d.Values[0]) + " against " + p.facetValue(d.Facet, d.Values[1])
		switch {
		case slices.ContainsFunc(x.Players, func(pl reconcile.Player) bool { return strings.HasPrefix(pl.Name, d.Facet+":") }):
		case d.Values[0] == "" || d.Values[1] == "":
			if d.Facet != "stake" {
				unstated = append(unstated, d.Facet)
			}
		case d.Facet == "stake":
			stakes = " Interests differ: " + both + "."
		default:
			methods = append(methods, d.Facet+" ("+both+")")
		}
	}
	var s string
	if len(methods) > 0 {
		s = "Methods differ in " + list(methods) + "; no published size, nothing credited."
	}
	if len(unstated) > 0 {
		s += " Only one states its " + list(unstated) + "."
	}
	return strings.TrimSpace(s + stakes)
}

// facetValue says a value of a facet; those of upstream are sources.
func (p *page) facetValue(facet, value string) string {
	if facet != "upstream" || value == "" {
		return human(value)
	}
	ids := strings.Split(value, ", ")
	for i, id := range ids {
		ids[i] = p.label(source.ID(id))
	}
	return list(ids)
}

func (p *page) suspicions() string {
	pairs := p.pairsOf(func(pair *reconcile.Pair) bool {
		return pair.Weight == reconcile.Suspicion
	})
	s := firstOf(pairs, maxPairs, "pair", func(pair *reconcile.Pair) string {
		s := p.said(pair.Estimates[0]) + " and " + p.said(pair.Estimates[1])
		if pair.Size > 0 {
			s += ": " + times(pair.Size) + " apart"
		}
		return s + p.suspectWhy(pair) + "."
	})
	return strings.TrimSpace(s + " " + p.each(reconcile.SuspectedCopy, 2))
}

// suspectWhy says why a gap is no more than a suspicion.
func (p *page) suspectWhy(pair *reconcile.Pair) string {
	if pair.Relation == reconcile.Revision {
		of := "source"
		if a, b := p.root(pair.Estimates[0]), p.root(pair.Estimates[1]); a != nil && b != nil && a.Source != b.Source {
			of = "institution"
		}
		return " are of one " + of + ": one revises the other, and their dates do not tell which"
	}
	if pair.Relation == reconcile.LaterAsOf {
		days := ""
		if a, b := p.root(pair.Estimates[0]), p.root(pair.Estimates[1]); a != nil && b != nil {
			if n, ok := a.Scope.AsOf.DaysTo(b.Scope.AsOf); ok {
				days = " in " + plural(max(n, -n), "day")
			}
		}
		return days + ", faster than the growth assumed; one is a toll of the first days"
	}
	var why reconcile.Reasons
	for _, id := range pair.Estimates {
		if r := p.root(id); r != nil {
			why |= r.Low.Why | r.High.Why
		}
	}
	switch {
	case why.Has(reconcile.Vague):
		return " by the word table"
	case why.Has(reconcile.Possible):
		return ", one of them a possibility"
	case why.Has(reconcile.Derived):
		return ", one of them derived"
	}
	return ", one of them unclear in measure"
}
