package report

import (
	"io"
	"slices"
	"strings"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/reconcile"
)

// WhatIf writes what the answers of w hang on, in lines of at most 80 columns:
// each question without one of its statements, when those that disagree would
// not, what brings all of them together, which further fact would settle most,
// and what a figure would be if it counted what another counts.
func WhatIf(out io.Writer, w *reconcile.WhatIf) error {
	if w == nil || w.Result == nil || w.Result.Set == nil {
		w = &reconcile.WhatIf{Result: &reconcile.Result{Set: &estimate.Set{}}}
	}
	var text strings.Builder
	pages := pagesOf(w.Result)
	if len(pages) == 0 {
		text.WriteString("No statements, so nothing hangs on one.")
	}
	for i, p := range pages {
		if i > 0 {
			text.WriteByte('\n')
		}
		p.out = &text
		p.paragraph(0, p.name())
		written := text.Len()
		for _, a := range slices.Concat(p.main, p.other) {
			p.writeContingency(a, w)
		}
		p.writeConversions()
		if text.Len() == written {
			p.line("")
			p.paragraph(2, "No floor, best figure or ceiling hangs on one statement, and no two figures disagree.")
		}
	}
	_, err := io.WriteString(out, strings.TrimRight(text.String(), "\n")+"\n")
	return err
}

func (p *page) writeContingency(a *reconcile.Answer, w *reconcile.WhatIf) {
	i := slices.IndexFunc(w.Questions, func(c reconcile.Contingency) bool { return c.Question.String() == a.Question.String() })
	if i < 0 {
		return
	}
	c := &w.Questions[i]
	head := title(a.Question.Measure.Noun()) + p.asked(&a.Question)
	if !c.AsOf.IsZero() {
		head += ", as of " + day(c.AsOf)
	}
	p.line("")
	p.paragraph(0, head)
	p.items("  Without one statement", "statement", len(c.Without), func(j int) string { return p.leftOut(&c.Without[j]) })
	p.items("  They would not disagree", "pair", len(c.Meetings), func(j int) string { return p.meeting(&c.Meetings[j], a.Question.Measure) })
	if s := p.together(a.Explanation); s != "" {
		p.item(s)
	}
	if len(c.Facts) > 0 {
		p.line("")
		p.line("  One further fact")
		p.writeFacts(c.Facts, a.Question.Measure)
	}
}

// maxItems is how many items of a list a page shows; the WhatIf has all.
const maxItems = 10

// items writes a list of n items under its head, and how many it leaves out.
func (p *page) items(head, what string, n int, item func(int) string) {
	for i := range n {
		if i == maxItems && n > maxItems+1 {
			p.item("And " + plural(n-i, "more "+what) + ".")
			return
		}
		p.under(i, head, item(i))
	}
}

// under writes item i of a list, the first under its head.
func (p *page) under(i int, head, text string) {
	if i == 0 {
		p.line("")
		p.line(head)
	}
	p.item(text)
}

// leftOut says what the answer would be without one root.
func (p *page) leftOut(w *reconcile.Without) string {
	var parts []string
	for _, what := range w.Changed {
		switch what {
		case "floor":
			parts = append(parts, p.figureOrNone("floor", w.Floor, "more than "))
		case "best":
			parts = append(parts, p.figureOrNone("best figure", w.Best, ""))
		case "ceiling":
			parts = append(parts, p.figureOrNone("ceiling", w.Ceiling, "under "))
		case "disputed":
			if w.Disputed {
				parts = append(parts, "disputed")
			} else {
				parts = append(parts, "no dispute")
			}
		}
	}
	return p.said(w.Estimate) + ": without it " + list(parts) + "."
}

func (p *page) figureOrNone(what string, f *reconcile.Figure, sign string) string {
	if f == nil {
		return "no " + what
	}
	return "a " + what + " of " + number(f.N, f.Open, sign) + " (" + p.speakers(f.Estimates) + ")"
}

// meeting says when two roots that disagree would not.
func (p *page) meeting(m *reconcile.Meeting, asked estimate.Measure) string {
	s := p.said(m.Estimates[0]) + " and " + p.said(m.Estimates[1])
	var ifs []string
	for i := range m.Facts {
		ifs = append(ifs, "if "+p.fact(&m.Facts[i], asked, "that of the other"))
	}
	sets, more := p.alternatives(m.Differences)
	ifs = append(sets, ifs...)
	if len(ifs) == 0 {
		return s + ": no fact that is looked for here, and no difference of known size, would bring them together."
	}
	if more > 0 {
		ifs = append(ifs, "by any of "+plural(more, "further set")+" of differences")
	}
	return s + ": " + strings.Join(ifs, "; or ") + "."
}

// maxAlternatives is how many sets of differences a sentence spells out, of
// those any one of which is enough; the Result has all.
const maxAlternatives = 3

// alternatives says sets of differences, and how many it leaves out.
func (p *page) alternatives(sets [][]reconcile.Applied) (ifs []string, more int) {
	for i, set := range sets {
		if i == maxAlternatives && len(sets) > maxAlternatives+1 {
			return ifs, len(sets) - i
		}
		ifs = append(ifs, "if "+p.granted(set))
	}
	return ifs, 0
}

// granted names sized differences of method, each with its root and its size.
func (p *page) granted(set []reconcile.Applied) string {
	var parts []string
	for _, d := range set {
		size := ground(d.Measured)
		if a, ok := p.assumption(d.Name); ok {
			size += " " + a.Value()
		}
		facet, value, _ := strings.Cut(d.Name, ":")
		s := p.said(d.Estimate)
		switch {
		case d.Name == "relay":
			s += " is read in the words at origin in place of a relay's"
		case d.Name == reconcile.GrowthPerDay:
			s += " grew with time (" + ground(d.Measured) + " up to " + reach(d.High) + ")"
		case facet == "source":
			s += " is read as figures of its source are (" + size + ")"
		default:
			s += " is counted without its " + facet + " (" + human(value) + ", " + size + ")"
		}
		parts = append(parts, s)
	}
	return list(parts)
}

// together says what brings all roots of a question together that disagree.
func (p *page) together(x *reconcile.JointExplanation) string {
	if x == nil || x.Pairs < 2 {
		return ""
	}
	all := "All " + plural(x.Pairs, "disagreement") + " together: "
	if x.Pairs == 2 {
		all = "Both disagreements together: "
	}
	widest := "" // one without a size stands below zero
	if len(x.Left) == x.Pairs {
		if x.Remainder > 0 {
			widest = "; the widest stays at least " + times(x.Remainder) + " apart"
		}
		return all + "no differences of known size close them" + widest + "."
	}
	if n := len(x.Left); n > 0 {
		if x.Remainder > 0 {
			widest = ", the widest by at least " + times(x.Remainder)
		}
		remain := " remain apart"
		if n == 1 {
			remain = " remains apart"
		}
		rest := "; for the others: "
		if x.Pairs-n == 1 {
			rest = "; for the other: "
		}
		all = "Of " + plural(x.Pairs, "disagreement") + ", " + plural(n, "pair") + remain + " whatever difference of known size is granted" + widest + rest
	}
	if len(x.Sufficient) == 0 {
		return all + "no set of differences was found that closes all that any could, and parts no figures that meet."
	}
	var least [][]reconcile.Applied
	for _, s := range x.Sufficient[:x.Least] {
		least = append(least, s.Differences)
	}
	sets, more := p.alternatives(least)
	if more > 0 {
		sets = append(sets, "by any of "+plural(more, "further set"))
	}
	s := all + strings.Join(sets, "; or ")
	switch {
	case x.Least == reconcile.MaxJointSets: // the search ended there
		s += " (at least " + plural(x.Least, "set") + " that explain equally well)"
	case x.Least > 1:
		s += " (" + plural(x.Least, "set") + " that explain equally well)"
	}
	switch more := len(x.Sufficient) - x.Least; {
	case more == 1:
		s += "; and 1 set that asks for more"
	case more > 1:
		s += "; and " + plural(more, "set") + " that ask for more"
	}
	return s + "."
}

// maxFacts is how many facts a page shows; the WhatIf has all.
const maxFacts = 5

// writeFacts writes what would settle most, and then the others.
func (p *page) writeFacts(facts []reconcile.Fact, asked estimate.Measure) {
	most := &facts[0]
	for i := range facts {
		f := &facts[i]
		head := "  most"
		if len(f.Meets) < len(most.Meets) || f.Settles < most.Settles {
			head = "  also"
		}
		if i == maxFacts && len(facts) > maxFacts+1 {
			p.entry("  also", 9, "And "+plural(len(facts)-i, "more fact")+".")
			return
		}
		what := "Whether " + p.fact(&f.Condition, asked, p.daysOfOthers(f))
		if f.If == reconcile.IfLimited {
			what = "An upper limit stated beside " + p.said(f.Estimate) + ", no lower than what others state"
		}
		p.entry(head, 9, what+": "+p.settles(f)+".")
	}
}

// daysOfOthers names the days that a fact about a date is measured from: those
// of the roots that its root would meet.
func (p *page) daysOfOthers(f *reconcile.Fact) string {
	var days []string
	for _, pair := range f.Meets {
		other := pair[0]
		if other == f.Estimate {
			other = pair[1]
		}
		days = append(days, "that of "+p.said(other))
	}
	return list(days)
}

// fact says a condition on a question that counts what is asked; than is the day
// that one about a date is measured from.
func (p *page) fact(c *reconcile.Condition, asked estimate.Measure, than string) string {
	who := p.said(c.Estimate)
	switch c.If {
	case reconcile.IfRecorded:
		return who + ", of no stated basis, is a count of " + asked.RecordedNoun()
	case reconcile.IfOpen:
		return who + " is the number so far, not the most"
	case reconcile.IfEarlier:
		return who + " counts to a day at least " + plural(c.Days, "day") + " before " + than + p.growing(c)
	case reconcile.IfLater:
		return who + " counts to a day at least " + plural(c.Days, "day") + " after " + than + p.growing(c)
	case reconcile.IfMeasure:
		return "the losses of " + who + " are " + are(asked)
	}
	return who + " has an upper limit by its speaker"
}

func (p *page) growing(c *reconcile.Condition) string {
	if c.Assumption == "" {
		return ""
	}
	return ", if a toll grows by as much as assumed"
}

// settles says what a fact would settle.
func (p *page) settles(f *reconcile.Fact) string {
	var parts []string
	if n := len(f.Meets); n > 0 {
		parts = append(parts, plural(n, "disagreement")+" fewer")
	}
	if f.Rung {
		parts = append(parts, "one condition fewer on the ladder")
	}
	if f.Floor != nil {
		parts = append(parts, p.figureOrNone("floor", f.Floor, "more than "))
	}
	switch {
	case f.Ceiling != nil && f.Limits:
		parts = append(parts, "a ceiling, of "+number(f.Ceiling.N, f.Ceiling.Open, "under ")+" ("+p.speakers(f.Ceiling.Estimates)+") or less")
	case f.Ceiling != nil:
		parts = append(parts, p.figureOrNone("ceiling", f.Ceiling, "under "))
	case f.Limits:
		parts = append(parts, "a ceiling")
	}
	return list(parts)
}
