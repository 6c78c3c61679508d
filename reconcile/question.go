package reconcile

import (
	"cmp"
	"slices"

	"github.com/openestimate/casualty/estimate"
)

// A Question is what roots that count the same thing answer. As-of is no part
// of it: a question is asked at a date.
type Question struct {
	Event      estimate.ID      `json:"event,omitempty"`
	Measure    estimate.Measure `json:"measure"`
	Population estimate.ID      `json:"population,omitempty"`
	Place      estimate.ID      `json:"place,omitempty"`
	By         estimate.ID      `json:"by,omitempty"`
	Except     []estimate.ID    `json:"except,omitempty"`
	From       estimate.Date    `json:"from,omitzero"`
}

// a question is a Question with its roots.
type question struct {
	Question
	asOf    estimate.Date
	live    []*root // including sums
	unclear []*root // losses with the same other keys
	earlier []*root // replaced, retracted, set aside, or of a later date
	out     *root   // left out to see what the answer is without it; not in live
}

// findQuestions gives every root its question. Deployed troops are caps, and
// losses join no question of another measure, for they do not say what they
// count.
func (p *pass) findQuestions() {
	order := make([]*root, 0, len(p.roots))
	for _, r := range p.roots {
		if r.Measure != estimate.Deployed && r.Measure != estimate.Losses {
			order = append(order, r)
		}
	}
	p.sortIntoQuestions(order)
	p.placeLosses()
}

func (p *pass) sortIntoQuestions(order []*root) {
	slices.SortFunc(order, func(a, b *root) int { return cmp.Or(cmpKeys(a, b), cmpFrom(a, b), cmp.Compare(a.ID, b.ID)) })
	for start := 0; start < len(order); {
		end := start + 1
		for end < len(order) && cmpKeys(order[start], order[end]) == 0 {
			end++
		}
		p.splitByFrom(order[start:end])
		start = end
	}
}

// splitByFrom makes the questions of roots that differ at most in From. Dates
// are equal when they overlap, which is no equivalence: a root that says 2017
// meets one that says 2017-06 and one that says 2017-09, which do not meet. So
// the most precise dates come first, each joins the one question whose every
// date it overlaps, and a date that would fit two stands alone, for it is not
// known which it is.
func (p *pass) splitByFrom(roots []*root) {
	first := len(p.question)
next:
	for i, r := range roots {
		if i > 0 && roots[i-1].Scope.From == r.Scope.From {
			p.join(roots[i-1].question, r)
			continue next
		}
		fit := -1
		for q := first; q < len(p.question); q++ {
			if !p.overlapsAll(q, r) {
				continue
			}
			if fit >= 0 {
				fit = -1
				break
			}
			fit = q
		}
		if fit < 0 {
			p.question = append(p.question, question{Question: questionOf(r)})
			fit = len(p.question) - 1
		}
		p.join(fit, r)
	}
}

func (p *pass) overlapsAll(q int, r *root) bool {
	return !slices.ContainsFunc(p.question[q].live, func(o *root) bool { return !o.Scope.From.Overlaps(r.Scope.From) })
}

func (p *pass) join(q int, r *root) {
	r.question = q
	p.question[q].live = append(p.question[q].live, r)
}

func questionOf(r *root) Question {
	s := &r.Scope
	q := Question{Event: r.Event, Measure: r.Measure, Population: s.Population, Place: s.Place, By: s.By, From: s.From}
	if len(s.Except) > 0 {
		q.Except = slices.Clone(s.Except)
		slices.Sort(q.Except)
	}
	return q
}

// placeLosses puts each root that counts losses beside the killed and the
// killed_or_wounded questions with the same other keys. Where there are none it
// has a question of its own, which it cannot answer.
func (p *pass) placeLosses() {
	var alone []*root
	for _, r := range p.roots {
		if r.Measure != estimate.Losses {
			continue
		}
		placed := false
		for q := range p.question {
			m := p.question[q].Measure
			if (m == estimate.Killed || m == estimate.KilledOrWounded) && sameKeys(p.question[q].live[0], r) && p.overlapsAll(q, r) {
				p.question[q].unclear = append(p.question[q].unclear, r)
				placed = true
			}
		}
		if !placed {
			alone = append(alone, r)
		}
	}
	first := len(p.question)
	p.sortIntoQuestions(alone)
	for q := first; q < len(p.question); q++ {
		p.question[q].unclear, p.question[q].live = p.question[q].live, nil
	}
	for _, r := range alone {
		r.question = -1
	}
}

// cmpKeys orders roots by every key but From.
func cmpKeys(a, b *root) int {
	if a.Measure != b.Measure {
		return cmp.Or(cmp.Compare(a.Event, b.Event), cmp.Compare(a.Measure.Rank(), b.Measure.Rank()))
	}
	return cmp.Or(cmp.Compare(a.Event, b.Event), cmpScopes(a, b))
}

func cmpScopes(a, b *root) int {
	x, y := &a.Scope, &b.Scope
	if c := cmp.Or(cmp.Compare(x.Population, y.Population), cmp.Compare(x.Place, y.Place), cmp.Compare(x.By, y.By)); c != 0 {
		return c
	}
	if estimate.CompareExcept(x.Except, y.Except) == estimate.Same {
		return 0
	}
	return slices.Compare(sortedIDs(x.Except), sortedIDs(y.Except))
}

func sameKeys(a, b *root) bool { return a.Event == b.Event && cmpScopes(a, b) == 0 }

func sortedIDs(ids []estimate.ID) []estimate.ID {
	ids = slices.Clone(ids)
	slices.Sort(ids)
	return slices.Compact(ids)
}

// cmpFrom puts the most precise dates first.
func cmpFrom(a, b *root) int {
	x, y := a.Scope.From, b.Scope.From
	if x == y || x.IsZero() || y.IsZero() {
		return cmp.Compare(boolInt(x.IsZero()), boolInt(y.IsZero()))
	}
	xf, xl := x.Span()
	yf, yl := y.Span()
	return cmp.Or(cmp.Compare(xl-xf, yl-yf), cmp.Compare(xf, yf), cmp.Compare(boolInt(x.About), boolInt(y.About)))
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// dateQuestions sets the date each question is asked at and gives the ends of
// figures of an earlier date their standing.
func (p *pass) dateQuestions() {
	for i := range p.question {
		q := &p.question[i]
		q.asOf = p.asOf
		if q.asOf.IsZero() {
			q.asOf = latest(q.live, latest(q.unclear, estimate.Date{}))
		}
		for _, r := range q.live {
			p.age(r, q.asOf)
		}
	}
}

// latest returns the as-of with the latest last day; of several, the most
// precise.
func latest(roots []*root, d estimate.Date) estimate.Date {
	for _, r := range roots {
		a := r.Scope.AsOf
		switch {
		case a.IsZero():
		case d.IsZero():
			d = a
		default:
			af, al := a.Span()
			df, dl := d.Span()
			if cmp.Or(cmp.Compare(al, dl), cmp.Compare(af, df), cmp.Compare(boolInt(d.About), boolInt(a.About))) > 0 {
				d = a
			}
		}
	}
	return d
}

// age loosens the ends that a figure of an earlier date cannot speak for at
// date t: a count still running may have risen since, and a measure that can
// fall may have fallen too.
func (p *pass) age(r *root, t estimate.Date) {
	r.Settled = p.settles(r)
	if !r.Scope.AsOf.Before(t) || !p.accrues(r) {
		return
	}
	r.High = r.High.because(Earlier)
	if !r.Measure.Cumulative() {
		r.Low = r.Low.because(Earlier)
	}
}

// settles reports whether r was given so long after the end of the event that
// it counts as of any later date.
func (p *pass) settles(r *root) bool {
	until := r.rec.event.Until
	if until.IsZero() || r.Scope.AsOf.IsZero() || r.Scope.AsOf.Before(until) || !p.settings.settlingDays.ok {
		return false
	}
	if r.Published.IsZero() {
		return false
	}
	_, end := until.Span()
	published, _ := r.Published.Span() // the first day it may have been
	if published-end < int(p.settings.settlingDays.Mid) {
		return false
	}
	p.used.add(p.settings.settlingDays.Assumption, "figure taken as settled", r.ID)
	return true
}

// afterEvent reports whether the event is known to have been over at the as-of
// of r.
func (r *root) afterEvent() bool {
	until := r.rec.event.Until
	return !until.IsZero() && !r.Scope.AsOf.IsZero() && !r.Scope.AsOf.Before(until)
}

// accrues reports whether a later count may have added to r. When the event is
// over, only a running count does so.
func (p *pass) accrues(r *root) bool {
	if r.Settled {
		return false
	}
	if !r.afterEvent() {
		return true
	}
	for _, part := range r.parts {
		if !running(&part.Quantity) {
			return false
		}
	}
	return r.parts != nil || running(&r.Quantity)
}
