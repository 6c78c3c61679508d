package reconcile

import (
	"context"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/source"
)

// identityCheck reports figures that cannot all be true of what they say they
// count: a part above its whole, a sum unlike its parts, a cumulative count
// that falls. It cannot tell which is wrong.
func identityCheck(_ context.Context, view *Pass) ([]Finding, error) {
	p := view.p
	var out []Finding
	for i, a := range p.roots {
		if !usable(a) {
			continue
		}
		for _, b := range p.roots[i+1:] {
			if !usable(b) || a.Event != b.Event || isPart(a, b) || isPart(b, a) {
				continue
			}
			if f, ok := p.partAbove(a, b); ok {
				out = append(out, f)
			} else if f, ok := p.partAbove(b, a); ok {
				out = append(out, f)
			}
		}
	}
	return append(out, p.sumsBroken()...), nil
}

func usable(r *root) bool { return r.State == Live && r.Measure != estimate.Losses }

// bars are the reasons for which an end breaks no identity. That a figure is of
// an earlier date than the question does not bar it: the two dates are compared
// themselves. Nor does a recorded count's open top, which makes the finding
// another.
const bars = looseReasons &^ Earlier &^ Recorded

// partAbove reports a part whose low end lies above its whole's stated high end.
func (p *pass) partAbove(part, whole *root) (Finding, bool) {
	if !part.Low.Stated() || !whole.High.Stated() || part.Low.Why.Has(bars) || whole.High.Why.Has(bars) ||
		part.Low.Least() <= whole.High.Most() || !p.partOf(part, whole) {
		return Finding{}, false
	}
	g := between(interval{lnLow: ln(part.Low.Least()), lnHigh: everything.lnHigh, lowByWords: part.Low.By != ""},
		interval{lnLow: everything.lnLow, lnHigh: ln(whole.High.Most()), highByWords: whole.High.By != ""})
	if !(g.d > p.settings.allowed(g)) {
		p.passedOver(g.d, "part counted as within its whole", part.ID, whole.ID)
		return Finding{}, false
	}
	f := Finding{Kind: IdentityBroken, Weight: Discrepancy, Estimates: []estimate.ID{part.ID, whole.ID}, Size: size(g.d),
		Evidence: []Evidence{{part.ID, "quantity.low", estimate.Count(part.Low.N), ""}, {whole.ID, "quantity.high", estimate.Count(whole.High.N), ""}}}
	m := message(nil).said(part).say(" counts a part of what ").said(whole).say(" counts, yet lies above it")
	if whole.High.Why.Has(Recorded) {
		f.Kind, f.Weight = CountBelowEstimate, Note
		f.Evidence = appendRecords(f.Evidence, whole)
		m = m.say("; the latter is a count of ", whole.Measure.RecordedNoun(), ", which says nothing of the uncounted")
	}
	f.Message = string(m)
	return f, true
}

// partOf reports whether everyone that part counts is counted by whole, and the
// two do not answer one question, where a gap is a disagreement.
func (p *pass) partOf(part, whole *root) bool {
	if part.question == whole.question && part.question >= 0 && !inSeries(part, whole) {
		return false
	}
	// Who gives the bodies and the killed apart need not count every body as one
	// of the killed: 419 of 458 bore signs of violence.
	if part.Measure == estimate.BodiesRecovered && whole.Measure != part.Measure && source.SameInstitution(part.rec.source, whole.rec.source) {
		return false
	}
	x, y := &part.Scope, &whole.Scope
	if !part.Measure.Within(whole.Measure) || part.Measure == estimate.ExcessDeaths ||
		!part.Measure.Cumulative() && (part.Measure != whole.Measure || !x.AsOf.Overlaps(y.AsOf)) ||
		!holds(p.index.Relate(estimate.Population, x.Population, y.Population)) ||
		!holds(p.index.Relate(estimate.Place, x.Place, y.Place)) ||
		!holds(p.index.Relate(estimate.Party, x.By, y.By)) ||
		!holds(estimate.CompareExcept(x.Except, y.Except)) ||
		!holds(relateFrom(x.From, y.From)) {
		return false
	}
	// An earlier cumulative count is part of a later one, if it is certain to be
	// no later; a settled one counts as of any date.
	if whole.Settled {
		return true
	}
	days, ok := x.AsOf.DaysTo(y.AsOf)
	return ok && days >= 0 || x.AsOf.IsZero() && y.AsOf.IsZero()
}

// inSeries reports two figures that one statement gives for different dates.
func inSeries(a, b *root) bool {
	return a.Statement != "" && a.Statement == b.Statement && a.Measure.Cumulative() && a.Scope.AsOf.Before(b.Scope.AsOf)
}

// sumsBroken reports statements whose stated whole is not the sum of the parts
// they state.
func (p *pass) sumsBroken() []Finding {
	var out []Finding
	for _, whole := range p.roots {
		parts, ok := whole.Measure.Parts()
		if !ok || !usable(whole) || whole.parts != nil || whole.Statement == "" {
			continue
		}
		a, b := p.companion(whole, parts[0]), p.companion(whole, parts[1])
		if a == nil || b == nil || (a.Low.Why | a.High.Why | b.Low.Why | b.High.Why | whole.Low.Why | whole.High.Why).Has(bars) {
			continue
		}
		g := between(a.opened.add(b.opened), whole.opened)
		if !g.apart(p.settings.allowed(g)) {
			p.passedOver(g.d, "sum counted as its parts", a.ID, b.ID, whole.ID)
			continue
		}
		m := message(nil).who(whole).say(": ").words(a).say(" and ").words(b).say(" do not add up to ").words(whole)
		out = append(out, Finding{Kind: IdentityBroken, Weight: Discrepancy, Estimates: []estimate.ID{a.ID, b.ID, whole.ID},
			Size: size(g.d), Message: string(m),
			Evidence: []Evidence{{a.ID, "quantity", quoted(a.Quantity), ""}, {b.ID, "quantity", quoted(b.Quantity), ""}, {whole.ID, "quantity", quoted(whole.Quantity), ""}}})
	}
	return out
}
