package reconcile

import (
	"cmp"
	"slices"
	"strings"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/source"
)

// A Change is one thing in which two Results differ.
type Change struct {
	Question Question `json:"question,omitzero"` // none for a finding or a remark
	What     string   `json:"what"`              // "floor", "best", "ceiling", "highest", "rung", "disputed", "root", "finding", "verdict"
	Before   string   `json:"before,omitempty"`  // empty: not there
	After    string   `json:"after,omitempty"`   // empty: no longer there

	// Estimates are the roots that the change stands on.
	Estimates []estimate.ID `json:"estimates,omitempty"`

	Finding Kind      `json:"finding,omitempty"` // of a finding: its kind
	By      source.ID `json:"by,omitempty"`      // of a verdict: whose explanation was tested

	// Because lists the statements or settings that the change is shown to come
	// from. Empty: it is not attributable to one statement.
	Because []News `json:"because,omitempty"`
}

// Diff lists what changed from one Result to another, question by question, then
// findings and verdicts, and because of which statement: the same estimates in
// another reading, or the estimates of two days.
func Diff(before, after *Result) []Change {
	c := compareResults(before, after)
	var changes []Change
	for _, q := range questionsOf(before, after) {
		changes = append(changes, c.diffAnswers(q, answerTo(before, q), answerTo(after, q))...)
	}
	changes = append(changes, c.diffFindings()...)
	return append(changes, c.diffVerdicts()...)
}

func questionsOf(rs ...*Result) []Question {
	var qs []Question
	for _, r := range rs {
		for i := range r.Answers {
			q := r.Answers[i].Question
			if !slices.ContainsFunc(qs, func(o Question) bool { return cmpQuestions(o, q) == 0 }) {
				qs = append(qs, q)
			}
		}
	}
	slices.SortStableFunc(qs, cmpQuestions)
	return qs
}

func cmpQuestions(a, b Question) int {
	return cmp.Or(cmp.Compare(a.Event, b.Event), cmp.Compare(a.Measure.Rank(), b.Measure.Rank()), cmp.Compare(a.Measure, b.Measure),
		cmp.Compare(a.Population, b.Population), cmp.Compare(a.Place, b.Place), cmp.Compare(a.By, b.By),
		slices.Compare(a.Except, b.Except), cmp.Compare(a.From.String(), b.From.String()))
}

// answerTo returns the answer of r to q, or one without content.
func answerTo(r *Result, q Question) *Answer {
	for i := range r.Answers {
		if cmpQuestions(r.Answers[i].Question, q) == 0 {
			return &r.Answers[i]
		}
	}
	return &Answer{Question: q}
}

func (c *comparison) diffAnswers(q Question, x, y *Answer) []Change {
	var changes []Change
	roots := rootsOf(x, y)
	concerned := roots
	if len(rootsOf(x)) == 0 || len(rootsOf(y)) == 0 {
		concerned = c.everyRoot() // its roots may have come from, or gone to, another question
	}
	add := func(what, before, after string, ids []estimate.ID) {
		if before != after {
			changes = append(changes, Change{Question: q, What: what, Before: before, After: after, Estimates: ids,
				Because: c.because(ids, c.bearing(what, x, y, ids), concerned)})
		}
	}
	for _, f := range [...]struct {
		what string
		x, y *Figure
		open string
	}{{"floor", x.Floor, y.Floor, "over "}, {"best", x.Best, y.Best, ""}, {"ceiling", x.Ceiling, y.Ceiling, "under "}} {
		add(f.what, f.x.text(f.open), f.y.text(f.open), figureIDs(f.x, f.y))
	}
	add("highest", highestText(x), highestText(y), figureIDs(x.Highest, y.Highest))
	for _, g := range rungsOf(x, y) {
		add("rung", rungText(x, g), rungText(y, g), []estimate.ID{g})
	}
	add("disputed", yesNo(x.Disputed), yesNo(y.Disputed), campMembers(x, y))
	for _, id := range roots {
		add("root", rootText(x, id), rootText(y, id), []estimate.ID{id})
	}
	return changes
}

func (f *Figure) text(open string) string {
	switch {
	case f == nil:
		return ""
	case f.Open:
		return open + estimate.Count(f.N)
	}
	return estimate.Count(f.N)
}

// highestText is the highest figure, with why it may be no firm one: the end of
// "about 1,000" is a number that only the reading says.
func highestText(a *Answer) string {
	s := a.Highest.text("under ")
	if s == "" {
		return ""
	}
	for _, r := range a.Roots {
		if r.ID == a.Highest.Estimates[0] && r.High.Why != 0 {
			return s + " (" + strings.Join(r.High.Why.Words(), ", ") + ")"
		}
	}
	return s
}

func figureIDs(fs ...*Figure) []estimate.ID {
	var ids []estimate.ID
	for _, f := range fs {
		if f != nil {
			ids = append(ids, f.Estimates...)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// rungsOf lists the roots that stand on a rung of either answer.
func rungsOf(as ...*Answer) []estimate.ID {
	var ids []estimate.ID
	for _, a := range as {
		for _, g := range a.Ladder {
			ids = append(ids, g.Estimates...)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

func rungText(a *Answer, id estimate.ID) string {
	for _, g := range a.Ladder {
		if !slices.Contains(g.Estimates, id) {
			continue
		}
		n := estimate.Count(g.N)
		if g.Open {
			n = "over " + n
		}
		return n + " (" + strings.Join(g.If.Words(), ", ") + ")"
	}
	return ""
}

func yesNo(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}

func campMembers(as ...*Answer) []estimate.ID {
	var ids []estimate.ID
	for _, a := range as {
		for _, c := range a.Camps {
			ids = append(ids, c.Estimates...)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// rootsOf lists every root of either answer.
func rootsOf(as ...*Answer) []estimate.ID {
	var ids []estimate.ID
	for _, a := range as {
		for _, list := range [...][]*Root{a.Roots, a.Unclear, a.Earlier} {
			for _, r := range list {
				ids = append(ids, r.ID)
			}
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

func rootText(a *Answer, id estimate.ID) string {
	for _, list := range [...][]*Root{a.Roots, a.Unclear, a.Earlier} {
		for _, r := range list {
			if r.ID != id {
				continue
			}
			s := sumText(r)
			if r.State != Live {
				s += " (" + string(r.State) + ")"
			}
			return s
		}
	}
	return ""
}

// sumText is what r says, quoted where its words are on file.
func sumText(r *Root) string {
	switch {
	case len(r.Parts) > 0:
		return "sum of its parts, ours"
	case r.Quantity.Text != "":
		return `"` + r.Quantity.Text + `"`
	}
	return r.Quantity.Words()
}
