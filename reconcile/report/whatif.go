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
	var text strings.Builder
	for i, p := range pagesOf(w.Result) {
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
			p.paragraph(2, "No answer hangs on one statement, and no two disagree.")
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
	for j := range c.Without {
		p.under(j, "  Without one statement", p.leftOut(&c.Without[j]))
	}
	for j := range c.Meetings {
		p.under(j, "  They would not disagree", p.meeting(&c.Meetings[j], a.Question.Measure))
	}
	if s := p.together(a.Explanation); s != "" {
		p.item(s)
	}
	if len(c.Facts) > 0 {
		p.line("")
		p.line("  One further fact")
		p.writeFacts(c.Facts, a.Question.Measure)
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
	for _, set := range m.Differences {
		ifs = append(ifs, "if "+p.granted(set))
	}
	for i := range m.Facts {
		ifs = append(ifs, "if "+p.fact(&m.Facts[i], asked))
	}
	if len(ifs) == 0 {
		return s + ": no one fact that is not stated, and no difference of known size, would bring them together."
	}
	return s + ": " + strings.Join(ifs, "; or ") + "."
}

// granted names sized differences of method, each with its root and its size.
func (p *page) granted(set []reconcile.Applied) string {
	var parts []string
	for _, d := range set {
		pl := reconcile.Player{Name: d.Name, Estimate: d.Estimate, Low: d.Low, High: d.High, Measured: d.Measured}
		s := p.said(d.Estimate) + " is counted without its " + p.player(&pl)
		switch d.Name {
		case "relay":
			s = p.said(d.Estimate) + " is read in " + p.player(&pl)
		case reconcile.GrowthPerDay:
			s = p.said(d.Estimate) + " grew with time, assumed up to " + reach(d.High)
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
	if len(x.Sufficient) == 0 {
		return all + "no differences of known size close them; the widest stays at least " + times(x.Remainder) + " apart."
	}
	what := all
	if n := len(x.Left); n > 0 {
		what = "Of " + plural(x.Pairs, "disagreement") + ", " + plural(n, "pair") + " stays apart whatever is granted, the widest by at least " +
			times(x.Remainder) + "; for the others: "
	}
	var sets []string
	for i, s := range x.Sufficient {
		if i == x.Least {
			break
		}
		sets = append(sets, "if "+p.granted(s.Differences))
	}
	s := what + strings.Join(sets, "; or ")
	if x.Least > 1 {
		s += " (" + plural(x.Least, "set") + " that explain equally well)"
	}
	if more := len(x.Sufficient) - x.Least; more > 0 {
		s += "; and " + plural(more, "set") + " that asks for more"
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
			p.entry("  also", 9, "And "+plural(len(facts)-i, "fact")+" more.")
			return
		}
		p.entry(head, 9, "Whether "+p.fact(&f.Condition, asked)+": "+p.settles(f)+".")
	}
}

// fact says a condition on a question that counts what is asked.
func (p *page) fact(c *reconcile.Condition, asked estimate.Measure) string {
	who := p.said(c.Estimate)
	switch c.If {
	case reconcile.IfRecorded:
		return who + ", of no stated basis, is a count of recorded deaths"
	case reconcile.IfOpen:
		return who + " is the number so far, not the most"
	case reconcile.IfEarlier:
		return who + " counts to a day at least " + plural(c.Days, "day") + " before the other's" + p.growing(c)
	case reconcile.IfLater:
		return who + " counts to a day at least " + plural(c.Days, "day") + " after the other's" + p.growing(c)
	case reconcile.IfMeasure:
		return "the losses of " + who + " are " + are(asked)
	}
	return who + " has an upper limit by its speaker that no other's lower one exceeds"
}

func (p *page) growing(c *reconcile.Condition) string {
	if c.By == "" {
		return ""
	}
	return ", if a toll grows by as much as assumed"
}

// settles says what a fact would settle.
func (p *page) settles(f *reconcile.Fact) string {
	var parts []string
	if n := len(f.Meets); n > 0 {
		parts = append(parts, plural(n, "disagreement")+" less")
	}
	if f.Rung {
		parts = append(parts, "one condition less on the ladder")
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

// maxConversions is how many conversions a page shows.
const maxConversions = 6

// writeConversions writes what figures would be if they counted what others
// count.
func (p *page) writeConversions() {
	var groups [][]*reconcile.Pair // of one root and conversion
	for _, pair := range p.pairsOf(func(pair *reconcile.Pair) bool { return pair.Alignment != nil }) {
		i := slices.IndexFunc(groups, func(g []*reconcile.Pair) bool { return sameConversion(g[0].Alignment, pair.Alignment) })
		if i < 0 {
			groups = append(groups, nil)
			i = len(groups) - 1
		}
		groups[i] = append(groups[i], pair)
	}
	// What an assumption or a statement gives comes before what is entailed.
	slices.SortStableFunc(groups, func(a, b []*reconcile.Pair) int { return entailed(a[0].Alignment) - entailed(b[0].Alignment) })
	for i, group := range groups {
		if i == maxConversions && len(groups) > maxConversions+1 {
			p.item("And " + plural(len(groups)-i, "conversion") + " more.")
			break
		}
		p.under(i, "If one counted what others count", p.conversion(group))
	}
}

func sameConversion(a, b *reconcile.Alignment) bool {
	return a.Estimate == b.Estimate && a.Assumption == b.Assumption && a.Given == b.Given &&
		(a.Measure == b.Measure || entailed(a) == 1)
}

func entailed(al *reconcile.Alignment) int {
	if al.Assumption == "" && al.Given == "" {
		return 1
	}
	return 0
}

// conversion says what a root would be if it counted what those of the pairs do.
func (p *page) conversion(pairs []*reconcile.Pair) string {
	al := pairs[0].Alignment
	var all, meet, apart []string
	for _, pair := range pairs {
		other := pair.Estimates[0]
		if other == al.Estimate {
			other = pair.Estimates[1]
		}
		name := p.said(other)
		all = append(all, name)
		if pair.Alignment.Meets {
			meet = append(meet, name)
		} else {
			apart = append(apart, name)
		}
	}
	as := " counts"
	if len(all) > 1 {
		as = " count"
	}
	s := "If " + p.said(al.Estimate) + " counted what " + list(all) + as + ", it would be "
	switch {
	case al.Given != "":
		s += "what the same statement gives, " + p.said(al.Given)
	case al.Assumption != "":
		s += roughly(al) + " (conversion: ours"
		if a, ok := p.assumption(al.Assumption); ok {
			s += ", by " + a.Value() + " wounded a death, assumed"
		}
		s += ")"
	default:
		s += "no less, for a part is a lower bound of its whole"
	}
	switch {
	case len(apart) == 0:
		return s + ", and in no conflict with that."
	case len(meet) == 0:
		return s + ", and still be apart from that."
	}
	return s + ", and still be apart from " + list(apart) + "."
}

// roughly writes a conversion, which is no firmer than its factor, to two
// significant digits: the low end rounded down, the high end up.
func roughly(al *reconcile.Alignment) string {
	round := func(n *int64, up int64) string {
		unit := int64(1)
		for *n/unit >= 100 {
			unit *= 10
		}
		return estimate.Count((*n + up*(unit-1)) / unit * unit)
	}
	switch {
	case al.Low == nil:
		return round(al.High, 1) + " or fewer"
	case al.High == nil:
		return round(al.Low, 0) + " or more"
	}
	return round(al.Low, 0) + " to " + round(al.High, 1)
}
