package report

import (
	"cmp"
	"slices"
	"strings"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/reconcile"
)

// maxSaid is how many statements a page lists; the Result has all.
const maxSaid = 14

// writeWho lists who says what on the page's questions, by date.
func (p *page) writeWho() {
	var roots []*reconcile.Root
	for _, a := range p.main {
		for _, list := range [...][]*reconcile.Root{a.Roots, a.Unclear} {
			for _, r := range list {
				for _, id := range append([]estimate.ID{r.ID}, r.Parts...) {
					if s := p.root(id); s != nil && len(s.Parts) == 0 && !slices.Contains(roots, s) {
						roots = append(roots, s)
					}
				}
			}
		}
	}
	slices.SortStableFunc(roots, func(a, b *reconcile.Root) int {
		return cmp.Or(byDate(said(a), said(b)), cmp.Compare(p.who(a), p.who(b)), cmp.Compare(a.ID, b.ID))
	})
	if len(roots) == 0 {
		return
	}
	p.line("  Who says what")
	for i, r := range roots {
		if i == maxSaid-1 && len(roots) > maxSaid {
			p.line("  and " + plural(len(roots)-i, "more statement") + ", in the result")
			break
		}
		date := ""
		if d := said(r); !d.IsZero() {
			date = day(d)
		}
		p.row(2, []int{17, 11, 27, 17}, p.who(r), date, quantity(r.Quantity), p.reads(r))
	}
	p.line("")
}

func byDate(a, b estimate.Date) int {
	switch {
	case a == b:
		return 0
	case a.IsZero():
		return 1
	case b.IsZero():
		return -1
	}
	_, x := a.Span()
	_, y := b.Span()
	return cmp.Compare(x, y)
}

// reads says how r is read: its ends, and whatever keeps them from being firm.
func (p *page) reads(r *reconcile.Root) string {
	q := r.Quantity
	parts := []string{numbersOf(q)}
	if m := r.Measure; m != p.main[0].Question.Measure || len(p.main) > 1 {
		if m == estimate.Losses {
			parts = append(parts, "measure unclear")
		} else {
			parts[0] += " " + m.Noun()
		}
	}
	why := r.Low.Why | r.High.Why
	for _, w := range [...]struct {
		reason reconcile.Reasons
		word   string
	}{{reconcile.Vague, "vague"}, {reconcile.Possible, "possible"}, {reconcile.Likely, human(string(q.Modality))},
		{reconcile.Derived, "derived"}, {reconcile.Statistical, p.statistical(r)}} {
		if why.Has(w.reason) {
			parts = append(parts, w.word)
		}
	}
	if days, ok := r.Scope.AsOf.DaysTo(r.Published); ok && (days > 31 || days < -31) {
		parts = append(parts, "counts to "+day(r.Scope.AsOf))
	}
	if r.Recorded {
		parts = append(parts, r.Measure.RecordedNoun())
	}
	return strings.Join(parts, ", ")
}

// numbersOf says what q gives as numbers. An open end that was stated keeps its
// words, for the whole count beside it was said by nobody.
func numbersOf(q estimate.Quantity) string {
	low, _, high := q.Ends()
	if !low.Stated || !high.Stated || !low.Open && (!high.Open || q.Hedge == estimate.HedgeNearly) {
		return q.String()
	}
	least, most := estimate.Count(low.N)+" or more", "up to "+estimate.Count(high.N)
	if low.Open {
		least = "over " + estimate.Count(low.N)
	}
	if high.Open {
		most = "under " + estimate.Count(high.N)
	}
	return least + ", " + most
}

func (p *page) statistical(r *reconcile.Root) string {
	if r.Quantity.Level > 0 {
		return strings.TrimPrefix(strings.TrimPrefix(percent(r.Quantity.Level), "a "), "an ") + " interval"
	}
	return estimatedBy(r)
}

// maxOther is how many other questions a page lists.
const maxOther = 6

// writeOther lists the questions that the page's answers leave out, with what
// they ask differently.
func (p *page) writeOther() {
	var rows [][2]string
	for _, a := range p.other {
		if len(a.Roots)+len(a.Unclear) > 0 {
			rows = append(rows, [2]string{p.otherFigures(a), p.asksDifferently(a)})
		}
	}
	if len(rows) == 0 {
		return
	}
	p.line("  Other questions, not mixed in")
	for i, r := range rows {
		if i == maxOther-1 && len(rows) > maxOther {
			p.line("  and " + plural(len(rows)-i, "more question") + ", in the result")
			break
		}
		p.row(2, []int{38, 36}, r[0], r[1])
	}
	p.line("")
}

func (p *page) otherFigures(a *reconcile.Answer) string {
	var parts []string
	for _, list := range [...][]*reconcile.Root{a.Roots, a.Unclear} {
		for _, r := range list {
			if len(parts) == 3 {
				return strings.Join(parts, "; ") + "; and more"
			}
			if len(r.Parts) > 0 {
				parts = append(parts, strings.TrimSuffix(p.words(r), ", sum: ours")+" ("+p.who(r)+"; sum: ours)")
				continue
			}
			parts = append(parts, quantity(r.Quantity)+" ("+p.who(r)+")")
		}
	}
	return strings.Join(parts, "; ")
}

// asksDifferently says in what a asks something else than the page's first
// question.
func (p *page) asksDifferently(a *reconcile.Answer) string {
	q, main := &a.Question, &p.main[0].Question
	var parts []string
	if q.Measure != main.Measure {
		parts = append(parts, q.Measure.Noun())
	}
	if !q.From.Overlaps(main.From) {
		if q.From.IsZero() {
			parts = append(parts, "window not stated")
		} else {
			parts = append(parts, "from "+day(q.From)+" to "+day(lastAsOf(a)))
		}
	}
	if q.Population != main.Population {
		parts = append(parts, p.orNotStated(estimate.Population, q.Population, "population"))
	}
	if q.Place != main.Place {
		parts = append(parts, p.orNotStated(estimate.Place, q.Place, "place"))
	}
	if q.By != main.By {
		if q.By == "" {
			parts = append(parts, "attribution not stated")
		} else {
			parts = append(parts, p.party(q.By))
		}
	}
	if estimate.CompareExcept(q.Except, main.Except) != estimate.Same {
		if len(q.Except) == 0 {
			parts = append(parts, "nobody left out")
		}
		for _, id := range q.Except {
			parts = append(parts, "without "+p.anyUnit(id))
		}
	}
	if len(parts) == 0 {
		parts = append(parts, "start of the window not comparable")
	}
	return strings.Join(parts, ", ")
}

// lastAsOf is the latest date that a figure of a counts to.
func lastAsOf(a *reconcile.Answer) estimate.Date {
	last := a.AsOf
	for i, r := range a.Roots {
		if d := r.Scope.AsOf; i == 0 || byDate(last, d) < 0 && !d.IsZero() {
			last = d
		}
	}
	return last
}

func (p *page) orNotStated(k estimate.UnitKind, id estimate.ID, what string) string {
	if id == "" {
		return what + " not stated"
	}
	return p.unit(k, id)
}
