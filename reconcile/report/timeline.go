package report

import (
	"cmp"
	"io"
	"slices"
	"strings"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/reconcile"
)

// Timeline writes t as plain text, in lines of at most 80 columns: at each date
// that changed the answer who spoke, the words, and the floor, best figure and
// ceiling as they then stood; and then what each source has stated.
func Timeline(w io.Writer, t *reconcile.Timeline) error {
	var out strings.Builder
	q := &t.Question
	p := newPage(&reconcile.Result{Set: t.Set, Reading: t.Reading, Convention: t.Convention, Answers: []reconcile.Answer{{Question: *q}}}, q.Event)
	p.out = &out
	p.paragraph(0, p.name())
	p.paragraph(0, title(q.Measure.Noun())+p.asked(q))
	p.line("")
	if len(t.Steps) == 0 {
		p.paragraph(2, "No statement on this question has a date of publication.")
	} else {
		p.row(2, stepColumns, "Published", "Who", "Said", "What was then known")
	}
	for i := range t.Steps {
		var before *reconcile.Answer
		if i > 0 {
			before = t.Steps[i-1].Answer
		}
		p.writeStep(t, &t.Steps[i], before)
	}
	p.writeSeries(t)
	_, err := io.WriteString(w, out.String())
	return err
}

// asked names the keys of q that are stated.
func (p *page) asked(q *reconcile.Question) string {
	var s string
	if q.Population != "" {
		s += ", " + p.unit(estimate.Population, q.Population)
	}
	if q.Place != "" {
		s += ", " + p.unit(estimate.Place, q.Place)
	}
	if q.By != "" {
		s += ", " + p.party(q.By)
	}
	for _, id := range q.Except {
		s += ", without " + p.anyUnit(id)
	}
	if !q.From.IsZero() {
		s += ", from " + day(q.From)
	}
	return s
}

var stepColumns = []int{11, 15, 24, 22}

func (p *page) writeStep(t *reconcile.Timeline, st *reconcile.Step, before *reconcile.Answer) {
	// A page of its own, that knows no relay of a later date.
	res := &reconcile.Result{Set: knownBy(t.Set, st.KnownAt), Reading: t.Reading, Convention: t.Convention}
	for _, a := range [...]*reconcile.Answer{st.Answer, before} {
		if a != nil {
			res.Answers = append(res.Answers, *a)
		}
	}
	now := newPage(res, t.Question.Event)
	for _, part := range st.Parts {
		now.roots[part.ID] = part
	}
	rows := now.spoken(st)
	if gone := now.gone(st); gone != "" {
		rows = append(rows, [3]string{day(st.KnownAt), "", gone})
	}
	if len(rows) == 0 {
		rows = append(rows, [3]string{day(st.KnownAt), "", "no new figure: another report of one"})
	}
	for i, r := range rows {
		known := ""
		if i == len(rows)-1 {
			known = now.known(st.Answer)
		}
		p.row(2, stepColumns, r[0], r[1], r[2], known)
	}
}

// knownBy is s with the relays that were not published by a date cut off.
func knownBy(s *estimate.Set, at estimate.Date) *estimate.Set {
	c := *s
	c.Estimates = slices.Clone(s.Estimates)
	for i := range c.Estimates {
		e := &c.Estimates[i]
		n := slices.IndexFunc(e.Via, func(h estimate.Hop) bool {
			days, ok := h.Published.DaysTo(at)
			return ok && days < 0
		})
		if n >= 0 {
			e.Via = e.Via[:n:n]
		}
	}
	return &c
}

// spoken is a row for each statement of the step: when, who, what.
func (p *page) spoken(st *reconcile.Step) [][3]string {
	var roots []*reconcile.Root
	for _, id := range st.Spoke {
		if r := p.root(id); r != nil {
			roots = append(roots, r)
		}
	}
	slices.SortFunc(roots, func(a, b *reconcile.Root) int {
		return cmp.Or(byDate(said(a), said(b)), cmp.Compare(p.who(a), p.who(b)), cmp.Compare(a.ID, b.ID))
	})
	var rows [][3]string
	for _, r := range roots {
		date := day(st.KnownAt)
		if !r.Published.IsZero() {
			date = day(r.Published)
		}
		text := p.words(r)
		if r.Measure == estimate.Losses {
			text += " (unclear measure)"
		}
		switch old := p.revised(r); {
		case r.State == reconcile.Replaced:
			text += "; not the latest"
		case r.State != reconcile.Live:
			text += "; " + stateWord(r.State)
		case old != "":
			text += "; " + strings.TrimSuffix(old, ", revised") + " is revised"
		}
		rows = append(rows, [3]string{date, p.who(r), text})
	}
	return rows
}

func stateWord(s reconcile.State) string {
	switch s {
	case reconcile.Retracted:
		return "withdrawn"
	case reconcile.SetAside:
		return "set aside"
	case reconcile.TooLate:
		return "of a later date than asked"
	}
	return string(s)
}

// gone says which statements of an earlier step were withdrawn.
func (p *page) gone(st *reconcile.Step) string {
	var parts []string
	for _, c := range st.Changed {
		if c.What != "root" || c.Before == "" || !slices.ContainsFunc(c.Because, func(n reconcile.News) bool { return n.What == reconcile.NewRetraction }) {
			continue
		}
		if r := p.root(c.Estimates[0]); r != nil && len(r.Parts) == 0 {
			parts = append(parts, p.said(r.ID)+" is withdrawn")
		}
	}
	return strings.Join(parts, "; ")
}

// known is the answer in few words.
func (p *page) known(a *reconcile.Answer) string {
	if a == nil || len(a.Roots)+len(a.Unclear) == 0 {
		return "nothing stands"
	}
	var s []string
	switch {
	case p.exactly(a) != nil:
		s = append(s, estimate.Count(a.Floor.N)+" ("+p.speakers(p.exactly(a))+")")
	case a.Floor != nil:
		s = append(s, lowWords(a.Floor)+" ("+p.speakers(a.Floor.Estimates)+")")
	default:
		s = append(s, "no floor")
	}
	if a.Best != nil && p.exactly(a) == nil {
		s = append(s, "best "+estimate.Count(a.Best.N)+" ("+p.speakers(a.Best.Estimates)+")")
	}
	switch {
	case p.exactly(a) != nil:
	case a.Ceiling != nil:
		s = append(s, highWords(a.Ceiling)+" ("+p.speakers(a.Ceiling.Estimates)+")")
	case a.Highest != nil:
		s = append(s, "no ceiling, highest "+p.highestShort(a))
	default:
		s = append(s, "no ceiling")
	}
	if a.Disputed {
		s = append(s, "DISPUTED")
	}
	return strings.Join(s, "; ")
}

// highestShort is highest as a number where one was stated.
func (p *page) highestShort(a *reconcile.Answer) string {
	r := p.root(a.Highest.Estimates[0])
	if r == nil || r.High.By != "" {
		return p.highest(a)
	}
	return number(a.Highest.N, a.Highest.Open, "under ") + " (" + p.speakers(a.Highest.Estimates) + ")"
}

// writeSeries writes what each source has stated, by the date it counts to.
func (p *page) writeSeries(t *reconcile.Timeline) {
	p.line("")
	p.line("  Each source's figures, by the date they count to")
	for _, s := range t.Series {
		for i, r := range s.Roots {
			p.roots[r.ID] = r
			who := ""
			if i == 0 {
				who = p.label(s.Source)
			}
			asOf := ""
			if !r.Scope.AsOf.IsZero() {
				asOf = day(r.Scope.AsOf)
			}
			p.row(2, []int{17, 11, 27, 17}, who, asOf, p.words(r), p.standsNow(t, r))
		}
	}
}

// standsNow says when r was published and what has become of it.
func (p *page) standsNow(t *reconcile.Timeline, r *reconcile.Root) string {
	var s []string
	switch {
	case r.State == reconcile.Replaced:
		s = append(s, "revised")
	case r.State != reconcile.Live:
		s = append(s, stateWord(r.State))
	}
	if slices.Contains(t.Undated, r.ID) {
		s = append(s, "undated, so in no line above")
	} else if !r.Published.IsZero() && r.Published != r.Scope.AsOf {
		s = append(s, "published "+day(r.Published))
	}
	return strings.Join(s, ", ")
}
