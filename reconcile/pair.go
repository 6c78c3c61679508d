package reconcile

import (
	"cmp"
	"math"
	"slices"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/source"
)

// relatePairs relates every two live roots of one event, and each replaced root
// with the one that replaced it and with the next of its own source.
func (p *pass) relatePairs() {
	var byEvent []*root
	replaced := 0
	for _, r := range p.roots {
		if r.State == Live && r.Measure != estimate.Deployed {
			byEvent = append(byEvent, r)
		}
		if r.State == Replaced {
			replaced++
		}
	}
	slices.SortFunc(byEvent, func(a, b *root) int { return cmp.Or(cmp.Compare(a.Event, b.Event), cmp.Compare(a.ID, b.ID)) })
	p.pairs = make([]Pair, 0, len(byEvent)*(len(byEvent)-1)/2+replaced)
	for i, a := range byEvent {
		if p.ctx.Err() != nil {
			return
		}
		for _, b := range byEvent[i+1:] {
			if b.Event != a.Event {
				break
			}
			// In place, for a pair is large.
			n := len(p.pairs)
			p.pairs = append(p.pairs, Pair{})
			if !p.relate(&p.pairs[n], a, b) {
				p.pairs = p.pairs[:n]
			}
		}
	}
	for _, old := range p.roots {
		if old.State != Replaced {
			continue
		}
		// A sum falls with its part, which is no revision of the sum.
		if i := slices.IndexFunc(p.roots, func(r *root) bool { return r.ID == old.By }); i >= 0 && (old.parts == nil || p.roots[i].Measure == old.Measure) {
			p.pairs = append(p.pairs, makePair(Revision, Note, old, p.roots[i]))
		}
		if old.next != nil && !old.next.gone() {
			p.pairs = append(p.pairs, makePair(Revision, Note, old, old.next))
		}
	}
	p.pairs = sortedCopy(p.pairs, func(a, b *Pair) int {
		return cmp.Or(cmp.Compare(a.a.Event, b.a.Event), cmp.Compare(a.Estimates[0], b.Estimates[0]), cmp.Compare(a.Estimates[1], b.Estimates[1]))
	})
}

func makePair(k Kind, w Weight, a, b *root) Pair {
	if b.ID < a.ID {
		a, b = b, a
	}
	return Pair{Relation: k, Weight: w, Estimates: [2]estimate.ID{a.ID, b.ID}, a: a, b: b}
}

// relate fills pair with how a and b relate: the first row of the table that
// fits. It reports false for two that have no relation worth a line: a sum and what it does
// not stand beside, or a root that gives no number.
func (p *pass) relate(pair *Pair, a, b *root) bool {
	*pair = makePair("", Note, a, b)
	a, b = pair.a, pair.b
	if p.derivesFrom(a, b) || p.derivesFrom(b, a) {
		pair.Relation = DerivedFigure
		return true
	}
	if (a.parts != nil || b.parts != nil) && (a.Measure != b.Measure || isPart(a, b) || isPart(b, a)) {
		return false
	}
	if pair.Relation, pair.Why = p.differentQuestion(a, b); pair.Relation != "" {
		pair.Alignment = p.align(a, b, pair.Why)
		return true
	}
	if !a.speaks() || !b.speaks() {
		return false
	}
	p.compare(pair)
	return true
}

func isPart(part, whole *root) bool { return slices.Contains(whole.parts, part) }

// derivesFrom reports whether a derives from b, from a record of it, or from a
// figure that does.
func (p *pass) derivesFrom(a, b *root) bool {
	if a.derived == nil {
		return false
	}
	from := slices.Clone(a.derived.From)
	for i := 0; i < len(from); i++ {
		if slices.Contains(b.Estimates, from[i]) {
			return true
		}
		if r := p.rootWith(from[i]); r != nil && r.derived != nil {
			for _, id := range r.derived.From {
				if !slices.Contains(from, id) { // records of one root may derive from each other
					from = append(from, id)
				}
			}
		}
	}
	return false
}

// differentQuestion returns how a and b ask different questions, or "" if they
// ask the same.
func (p *pass) differentQuestion(a, b *root) (Kind, []ScopeDifference) {
	if a.question >= 0 && a.question == b.question {
		return "", nil
	}
	var why []ScopeDifference
	kind := Kind("")
	note := func(k Kind, key string, r estimate.Relation) {
		if r == estimate.Same {
			return
		}
		if kind == "" {
			kind = k
		}
		why = append(why, ScopeDifference{key, r})
	}
	if a.Measure == estimate.Losses || b.Measure == estimate.Losses {
		note(AmbiguousMeasure, "measure", estimate.NotKnown)
	} else {
		note(DifferentMeasure, "measure", relateMeasures(a.Measure, b.Measure))
	}
	x, y := &a.Scope, &b.Scope
	note(DifferentWindow, "from", relateFrom(x.From, y.From))
	note(NestedScope, "population", p.index.Relate(estimate.Population, x.Population, y.Population))
	note(NestedScope, "place", p.index.Relate(estimate.Place, x.Place, y.Place))
	note(NestedScope, "by", p.index.Relate(estimate.Party, x.By, y.By))
	note(NestedScope, "except", estimate.CompareExcept(x.Except, y.Except))
	if kind == "" {
		// The same keys, yet different questions: a start that would fit two.
		note(DifferentWindow, "from", estimate.NotKnown)
	}
	return kind, why
}

func relateMeasures(a, b estimate.Measure) estimate.Relation {
	switch {
	case a == b:
		return estimate.Same
	case a.Within(b):
		return estimate.Inside
	case b.Within(a):
		return estimate.Contains
	}
	return estimate.Disjoint
}

// relateFrom compares starts: of two windows with one end, the later start lies
// within.
func relateFrom(a, b estimate.Date) estimate.Relation {
	switch {
	case a.Overlaps(b):
		return estimate.Same
	case a.IsZero() || b.IsZero():
		return estimate.NotKnown
	case b.Before(a):
		return estimate.Inside
	}
	return estimate.Contains
}

// compare relates two roots of one question by their numbers.
func (p *pass) compare(pair *Pair) {
	if g, apart := p.apart(pair); apart {
		p.disagree(pair, g)
	}
}

// apart goes down the table of relations to the disagreements. It reports false
// if a row fits before.
func (p *pass) apart(pair *Pair) (gap, bool) {
	a, b, s := pair.a, pair.b, &p.settings
	plain := between(a.plain, b.plain)
	if !plain.apart(s.allowed(plain)) {
		pair.Relation = Agree
		p.tolerated(pair, plain)
		return plain, false
	}
	lower, higher := b, a
	if plain.upper == 1 {
		lower, higher = a, b
	}
	pair.lower = lower
	if lower.Recorded && !higher.Recorded && !statesUpper(&lower.Quantity) {
		pair.Relation = CountBelowEstimate
		return plain, false
	}
	opened := between(a.opened, b.opened)
	if !opened.apart(s.allowed(opened)) {
		pair.Relation = CompatibleAsStated
		p.tolerated(pair, opened)
		pair.Suffices = p.sufficientOpenings(a, b)
		return opened, false
	}
	if lower.Recorded && higher.Recorded && !statesUpper(&lower.Quantity) {
		pair.Relation = CompatibleAsStated
		pair.Suffices = [][]Opening{{{Estimate: lower.ID, Reason: "recorded"}}}
		return opened, false
	}
	if oneVoice(pair) {
		return opened, false
	}
	pair.Size = size(opened.d)
	return opened, !p.laterAsOf(pair, opened)
}

// oneVoice settles a pair of one institution, which does not disagree with
// itself: what one statement gives side by side stands together, and of two
// statements one revises the other, though their dates do not tell which.
func oneVoice(pair *Pair) bool {
	a, b := pair.a, pair.b
	switch {
	case !source.SameInstitution(a.rec.source, b.rec.source):
		return false
	case order(a, b) != 0:
		return false
	case a.Statement != "" && a.Statement == b.Statement:
		pair.Relation = CompatibleAsStated
	case standsBeside(a, b):
		return false
	default:
		pair.Relation, pair.Weight = Revision, Suspicion
	}
	pair.oneVoice = true
	return true
}

// size is a gap as it is printed; a gap below zero has none.
func size(d float64) float64 {
	if math.IsNaN(d) {
		return 0
	}
	return round9(d)
}

// tolerated records what a tolerance passed over.
func (p *pass) tolerated(pair *Pair, g gap) {
	if g.upper >= 0 {
		pair.Size = size(g.d)
		p.passedOver(g.d, "pair counted as meeting", pair.a.ID, pair.b.ID)
	}
}

// passedOver records that a gap between roots was counted as none, and by which
// tolerance; effect says so in the singular.
func (p *pass) passedOver(d float64, effect string, ids ...estimate.ID) {
	if !(d > 0) {
		return
	}
	name := Tolerance
	if d > p.settings.tolerance {
		name = ConventionTolerance
	}
	if a, ok := p.settings.all.Get(name); ok {
		p.used.add(a, effect, ids...)
	}
}

// laterAsOf reports whether the gap is one that time alone may have made.
func (p *pass) laterAsOf(pair *Pair, g gap) bool {
	early, late := pair.a, pair.b
	switch {
	case late.Scope.AsOf.Before(early.Scope.AsOf):
		early, late = late, early
	case !early.Scope.AsOf.Before(late.Scope.AsOf):
		return false
	}
	if !early.Measure.Cumulative() {
		pair.Relation = LaterAsOf
		return true
	}
	if late != [2]*root{pair.a, pair.b}[g.upper] || !p.accrues(early) {
		return false
	}
	days, _ := early.Scope.AsOf.DaysTo(late.Scope.AsOf)
	if grow := p.settings.growth; grow.ok && g.d <= float64(days)*grow.Mid {
		pair.Relation = LaterAsOf
		p.used.add(grow.Assumption, "pair counted as one that time may part", pair.a.ID, pair.b.ID)
		return true
	}
	if first := p.settings.firstDays; first.ok {
		start := early.Scope.From
		if start.IsZero() {
			start = early.rec.event.Scope.From
		}
		if since, ok := sinceFirstDay(start, early.Scope.AsOf); ok && since <= int(first.Mid) {
			pair.Relation, pair.Weight = LaterAsOf, Suspicion
			p.used.add(first.Assumption, "pair with a toll of the first days", pair.a.ID, pair.b.ID)
			return true
		}
	}
	return false
}

// sinceFirstDay returns the days from the first day that start may be to the last
// of d.
func sinceFirstDay(start, d estimate.Date) (int, bool) {
	if start.IsZero() || d.IsZero() {
		return 0, false
	}
	first, _ := start.Span()
	_, last := d.Span()
	return last - first, last >= first
}

// disagree settles which of the two disagreements the pair is in.
func (p *pass) disagree(pair *Pair, g gap) {
	pair.Relation, pair.Weight = UnexplainedDisagreement, Discrepancy
	pair.Explanation = p.explain(pair.a, pair.b, g)
	if pair.Explanation.closes {
		pair.Relation = ExplainedDisagreement
	}
	low, high := facing(pair, g.upper)
	if (low.Why | high.Why).Has(Vague | Possible | Derived | Unclear) {
		pair.Weight = Suspicion
	}
}

// facing returns the low end of the upper root and the high end of the other.
func facing(pair *Pair, upper int) (low, high End) {
	if upper == 0 {
		return pair.a.Low, pair.b.High
	}
	return pair.b.Low, pair.a.High
}

// sufficientOpenings returns the minimal sets of hedges that bring a and b
// together when taken at their word.
func (p *pass) sufficientOpenings(a, b *root) [][]Opening {
	var open [2]Opening
	var has, alone [2]bool
	for i, r := range [...]*root{a, b} {
		if has[i] = r.opened != r.plain; !has[i] {
			continue
		}
		open[i] = Opening{Estimate: r.ID, Reason: "hedge", Hedge: r.Quantity.Hedge}
		if r.parts != nil {
			open[i].Hedge = firstHedge(r)
		}
		if r.Quantity.Modality == estimate.Possible || r.Quantity.Low.Possible || r.Quantity.High.Possible {
			open[i].Reason = "possible"
		}
		x, y := a.plain, b.plain
		if i == 0 {
			x = a.opened
		} else {
			y = b.opened
		}
		if g := between(x, y); !g.apart(p.settings.allowed(g)) {
			p.passedOver(g.d, "hedge counted as sufficient", a.ID, b.ID)
			alone[i] = true
		}
	}
	switch {
	case alone[0] && alone[1]:
		return [][]Opening{{open[0]}, {open[1]}}
	case alone[0]:
		return [][]Opening{{open[0]}}
	case alone[1]:
		return [][]Opening{{open[1]}}
	case has[0] && has[1]:
		return [][]Opening{{open[0], open[1]}}
	}
	return nil
}

// firstHedge is the hedge of a sum's first part that has one.
func firstHedge(r *root) estimate.Hedge {
	for _, part := range r.parts {
		if part.opened != part.plain {
			return part.Quantity.Hedge
		}
	}
	return ""
}
