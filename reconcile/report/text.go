// Package report writes a reconcile.Result for people.
package report

import (
	"cmp"
	"io"
	"slices"
	"strings"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/reconcile"
)

// Text writes r as plain text, one page an event: the answer in the first
// lines, then who set what, who said what, findings and assumptions. Lines are
// at most 80 columns wide. It writes no colour codes, and control characters in
// names and quotes become spaces.
//
// Every number is followed by who said it. A page shows at most seven entries of
// findings; all are in the Result.
func Text(w io.Writer, r *reconcile.Result) error {
	if r == nil || r.Set == nil {
		r = &reconcile.Result{Set: &estimate.Set{}}
	}
	var out strings.Builder
	pages := pagesOf(r)
	for i, p := range pages {
		if i > 0 {
			out.WriteByte('\n')
		}
		p.out = new(strings.Builder)
		p.write()
		out.WriteString(strings.TrimRight(p.out.String(), "\n"))
		out.WriteByte('\n')
	}
	if len(pages) == 0 {
		p := newPage(r, "")
		p.out = &out
		if at := r.KnownAt; !at.IsZero() {
			p.line("No statement was public by " + day(at) + ", so nothing to reconcile.")
		} else {
			p.line("No estimates, so nothing to reconcile.")
		}
		p.writeWarnings()
	}
	_, err := io.WriteString(w, out.String())
	return err
}

// A page is what is written of one event.
type page struct {
	out     *strings.Builder
	res     *reconcile.Result
	index   *estimate.Index
	event   estimate.ID
	main    []*reconcile.Answer             // the questions the page is about
	other   []*reconcile.Answer             // other questions on the event
	ids     map[estimate.ID]bool            // estimates and roots of the event
	several bool                            // more than one event in the result
	roots   map[estimate.ID]*reconcile.Root // by ID, or that of an estimate they report
}

// pagesOf returns a page for each event that has estimates, by ID.
func pagesOf(r *reconcile.Result) []*page {
	var events []estimate.ID
	for i := range r.Set.Estimates {
		if e := r.Set.Estimates[i].Event; !slices.Contains(events, e) {
			events = append(events, e)
		}
	}
	slices.Sort(events)
	pages := make([]*page, len(events))
	for i, e := range events {
		pages[i] = newPage(r, e)
		pages[i].several = len(events) > 1
	}
	return pages
}

func newPage(r *reconcile.Result, event estimate.ID) *page {
	p := &page{res: r, index: estimate.NewIndex(&r.Set.Registry), event: event, ids: make(map[estimate.ID]bool), roots: make(map[estimate.ID]*reconcile.Root)}
	for i := range r.Set.Estimates {
		if e := &r.Set.Estimates[i]; e.Event == event {
			p.ids[e.ID] = true
		}
	}
	for i := range r.Answers {
		a := &r.Answers[i]
		if a.Question.Event == event {
			for _, root := range slices.Concat(a.Roots, a.Unclear, a.Earlier) {
				p.ids[root.ID] = true
				p.roots[root.ID] = root
			}
		}
		if a.Question.Event != event || len(a.Roots)+len(a.Unclear)+len(a.Earlier) == 0 {
			continue
		}
		p.other = append(p.other, a)
	}
	p.chooseMain()
	return p
}

// chooseMain puts on the page the questions with the event's own scope that
// count the killed, or that several sources answer; failing those, the question
// most sources answer.
func (p *page) chooseMain() {
	isMain := func(a *reconcile.Answer) bool {
		return p.eventScope(a) && (a.Question.Measure == estimate.Killed && len(a.Roots)+len(a.Unclear) > 0 || len(a.Roots) > 1)
	}
	p.main = slices.DeleteFunc(slices.Clone(p.other), func(a *reconcile.Answer) bool { return !isMain(a) })
	if len(p.main) == 0 && len(p.other) > 0 {
		best := slices.MaxFunc(p.other, func(a, b *reconcile.Answer) int {
			return cmp.Or(cmp.Compare(len(a.Roots), len(b.Roots)), -cmp.Compare(a.Question.Measure.Rank(), b.Question.Measure.Rank()))
		})
		p.main = []*reconcile.Answer{best}
	}
	p.other = slices.DeleteFunc(p.other, func(a *reconcile.Answer) bool { return slices.Contains(p.main, a) })
}

// eventScope reports whether a asks over the event's own scope.
func (p *page) eventScope(a *reconcile.Answer) bool {
	e := p.index.Event(p.event)
	if e == nil {
		return a.Question.Population == "" && a.Question.Place == "" && a.Question.By == ""
	}
	q, s := &a.Question, &e.Scope
	return q.Population == s.Population && q.Place == s.Place && q.By == s.By && q.From.Overlaps(s.From) &&
		estimate.CompareExcept(q.Except, s.Except) == estimate.Same
}

// root returns the root of that ID, or that reports the estimate of that ID, or
// nil.
func (p *page) root(id estimate.ID) *reconcile.Root {
	if r, ok := p.roots[id]; ok {
		return r
	}
	r := p.res.Root(id)
	if p.roots != nil {
		p.roots[id] = r
	}
	return r
}

func (p *page) write() {
	p.writeHead()
	p.writeLead()
	for _, a := range p.main {
		p.writeLadder(a)
	}
	p.writeWho()
	p.writeOther()
	p.writeFindings()
	p.writeModelled()
	p.writeAssumed()
	p.writeWarnings()
}

// writeHead writes the title with the page's status, and what is counted over
// whom, where and when.
func (p *page) writeHead() {
	status := p.status()
	lines := wrap(p.name(), columns-width(status)-2)
	for i, l := range lines {
		if i == 0 && status != "" {
			l = padRight(l, columns-width(status)) + status
		}
		p.line(l)
	}
	if sub := p.subtitle(); sub != "" {
		p.paragraph(0, sub)
	}
	p.line("")
}

// name is what the page calls its event.
func (p *page) name() string {
	name := string(p.event)
	if e := p.index.Event(p.event); e != nil {
		name = e.Label()
	}
	if name = clip(name, 2*maxName); name == "" {
		return "Estimates without an event"
	}
	return name
}

func (p *page) status() string {
	var parts []string
	if p.res.Reading == reconcile.Published {
		parts = append(parts, "AS PUBLISHED")
	} else if p.hasRelayWords() {
		parts = append(parts, "AT ORIGIN")
	}
	if slices.ContainsFunc(p.main, func(a *reconcile.Answer) bool { return a.Disputed }) {
		parts = append(parts, "DISPUTED")
	}
	return strings.Join(parts, ", ")
}

// hasRelayWords reports whether a relay of the event is on file with words of
// its own, so that the two readings may differ.
func (p *page) hasRelayWords() bool {
	return slices.ContainsFunc(p.res.Set.Estimates, func(e estimate.Estimate) bool {
		return e.Event == p.event && slices.ContainsFunc(e.Via, func(h estimate.Hop) bool { return !h.Silent() })
	})
}

func (p *page) subtitle() string {
	if len(p.main) == 0 {
		return ""
	}
	q := &p.main[0].Question
	var parts []string
	if q.Population != "" {
		parts = append(parts, p.unit(estimate.Population, q.Population))
	}
	if q.Place != "" {
		parts = append(parts, p.unit(estimate.Place, q.Place))
	}
	if q.By != "" {
		parts = append(parts, p.party(q.By))
	}
	for _, id := range q.Except {
		parts = append(parts, "without "+p.anyUnit(id))
	}
	if !q.From.IsZero() {
		parts = append(parts, "from "+day(q.From))
	}
	if asOf := p.main[0].AsOf; !asOf.IsZero() {
		parts = append(parts, "as of "+day(asOf))
	}
	return strings.Join(parts, ", ")
}

func (p *page) unit(k estimate.UnitKind, id estimate.ID) string {
	if u := p.index.Unit(k, id); u != nil {
		return clean(u.Label())
	}
	return clean(string(id))
}

func (p *page) party(id estimate.ID) string {
	if id == estimate.Any {
		return "by all parties"
	}
	return "by " + p.unit(estimate.Party, id)
}

func (p *page) anyUnit(id estimate.ID) string {
	for _, k := range [...]estimate.UnitKind{estimate.Place, estimate.Population, estimate.Party} {
		if p.index.Unit(k, id) != nil {
			return p.unit(k, id)
		}
	}
	return clean(string(id))
}
