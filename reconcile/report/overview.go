package report

import (
	"io"
	"iter"
	"strings"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/reconcile"
)

// Overview writes one line an event, under a heading and in columns of together
// 80: the event's ID, what is counted in the first question of its page, the
// range with its speakers, and whether it is disputed. Names too long for their
// column are cut.
func Overview(w io.Writer, results iter.Seq[*reconcile.Result]) error {
	if err := overviewLine(w, "case", "counted", "range", ""); err != nil {
		return err
	}
	for r := range results {
		if r == nil || r.Set == nil {
			continue
		}
		for _, p := range pagesOf(r) {
			id := string(p.event)
			if id == "" {
				id = "no event"
			}
			counted, text, disputed := "--", "answers no question", ""
			if len(p.main) > 0 {
				a := p.main[0]
				counted, text = a.Question.Measure.Noun(), p.bounds(a)
				if a.Disputed {
					disputed = "disputed"
				}
			}
			if err := overviewLine(w, id, counted, text, disputed); err != nil {
				return err
			}
		}
	}
	return nil
}

// Columns of the overview, with a space between two.
const (
	caseColumn    = 23
	countedColumn = 17
	rangeColumn   = 29
)

func overviewLine(w io.Writer, id, counted, text, disputed string) error {
	line := padRight(cut(id, caseColumn), caseColumn) + " " + padRight(cut(counted, countedColumn), countedColumn) + " " +
		padRight(cut(text, rangeColumn), rangeColumn) + " " + disputed
	_, err := io.WriteString(w, strings.TrimRight(line, " ")+"\n")
	return err
}

// cut shortens s to w columns, marking the cut.
func cut(s string, w int) string {
	s = clean(s)
	if width(s) <= w {
		return s
	}
	head, _ := splitAt(s, w-2)
	return strings.TrimRight(head, " ") + ".."
}

// bounds is the range of an answer, its speakers cut to the room that the
// numbers leave.
func (p *page) bounds(a *reconcile.Answer) string {
	type bound struct{ text, who string }
	var bs []bound
	add := func(text string, ids []estimate.ID) { bs = append(bs, bound{text, p.speakers(ids)}) }
	switch {
	case len(a.Roots) == 0:
		return "unclear what is counted"
	case p.exactly(a) != nil:
		add(estimate.Count(a.Floor.N), p.exactly(a))
	case a.Floor != nil && a.Ceiling != nil:
		add(number(a.Floor.N, a.Floor.Open, ">"), a.Floor.Estimates)
		add(number(a.Ceiling.N, a.Ceiling.Open, "<"), a.Ceiling.Estimates)
	case a.Floor != nil:
		text := estimate.Count(a.Floor.N) + "+"
		if a.Floor.Open {
			text = ">" + estimate.Count(a.Floor.N)
		}
		add(text, a.Floor.Estimates)
	case a.Ceiling != nil:
		text := "up to " + estimate.Count(a.Ceiling.N)
		if a.Ceiling.Open {
			text = "under " + estimate.Count(a.Ceiling.N)
		}
		add(text, a.Ceiling.Estimates)
	default:
		return "no floor, no ceiling"
	}
	room := rangeColumn - len(" to ")*(len(bs)-1)
	for _, b := range bs {
		room -= len(b.text) + len(" ()")
	}
	if room < len(bs)*len("A..") {
		return "too long for a line" // half a number would be another number
	}
	parts := make([]string, len(bs))
	for i, b := range bs {
		who := cut(b.who, room/(len(bs)-i))
		room -= width(who)
		parts[i] = b.text + " (" + who + ")"
	}
	return strings.Join(parts, " to ")
}

// Questions returns the questions that the pages of r are about, page by page.
func Questions(r *reconcile.Result) []reconcile.Question {
	var qs []reconcile.Question
	if r == nil || r.Set == nil {
		return nil
	}
	for _, p := range pagesOf(r) {
		for _, a := range p.main {
			qs = append(qs, a.Question)
		}
	}
	return qs
}
