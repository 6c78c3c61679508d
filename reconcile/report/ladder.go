package report

import (
	"slices"
	"strings"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/reconcile"
	"github.com/openestimate/casualty/source"
)

// ladderRow writes one line of the ladder: a label, a number, and whose it is.
func (p *page) ladderRow(label, num, text string, w int) {
	p.entry("  "+padRight(label, 7)+" "+padLeft(num, w), 12+w, text)
}

// maxRungs is how many rungs a page shows; the Result has all.
const maxRungs = 8

// writeLadder writes floor, higher rungs, best and ceiling of one question.
func (p *page) writeLadder(a *reconcile.Answer) {
	if len(p.main) > 1 {
		head := title(a.Question.Measure.Noun())
		if !a.AsOf.IsZero() && a.AsOf != p.main[0].AsOf {
			head += ", as of " + day(a.AsOf)
		}
		p.line("  " + head)
	}
	w := 6
	for _, g := range a.Ladder {
		w = max(w, width(number(g.N, g.Open, ">")))
	}
	for _, f := range [...]*reconcile.Figure{a.Floor, a.Best, a.Ceiling} {
		if f != nil {
			w = max(w, width(number(f.N, f.Open, ">")))
		}
	}
	if a.Floor != nil {
		p.ladderRow("floor", number(a.Floor.N, a.Floor.Open, ">"), p.sayers(a.Floor.Estimates), w)
	} else {
		p.ladderRow("floor", "--", p.whyNoFloor(a), w)
	}
	label := "higher"
	if a.Floor == nil {
		label = "if"
	}
	for i, g := range a.Ladder {
		if i == maxRungs-1 && len(a.Ladder) > maxRungs {
			p.ladderRow("", "...", "and "+plural(len(a.Ladder)-i, "more rung"), w)
			break
		}
		if r := p.root(g.Estimates[0]); r != nil {
			p.ladderRow(label, number(g.N, g.Open, ">"), p.condition(r, g, a.Question.Measure), w)
			label = ""
		}
	}
	if a.Best != nil {
		p.ladderRow("best", estimate.Count(a.Best.N), p.sayers(a.Best.Estimates)+bestOf(a.Best), w)
	} else {
		p.ladderRow("best", "--", p.whyNoBest(a), w)
	}
	switch {
	case a.Ceiling != nil:
		p.ladderRow("ceiling", number(a.Ceiling.N, a.Ceiling.Open, "<"), p.sayers(a.Ceiling.Estimates), w)
	case a.Highest != nil:
		p.ladderRow("ceiling", "--", "not every source states one; highest limit "+p.highest(a)+p.pulledUp(a.Highest), w)
	default:
		p.ladderRow("ceiling", "--", "none stated", w)
	}
	p.line("")
}

// pulledUp says so where interest pulls at the figure of every one who said it.
func (p *page) pulledUp(f *reconcile.Figure) string {
	for _, id := range f.Estimates {
		if r := p.root(id); r == nil || r.Stake != source.StakeHigher {
			return ""
		}
	}
	return "; interest pulls it up"
}

func bestOf(f *reconcile.Figure) string {
	if f.Of == 1 {
		return "; one source's figure"
	}
	return "; " + median(f.Of)
}

// median says which of n stated figures a best figure is.
func median(n int) string {
	switch {
	case n == 2:
		return "the lower of two figures"
	case n%2 == 0:
		return "the lower of the two middle ones of " + plural(n, "figure")
	}
	return "the median of " + plural(n, "figure")
}

// sayers writes each root as its speaker, date and words, with what it revised.
func (p *page) sayers(ids []estimate.ID) string {
	var parts []string
	for _, id := range ids {
		r := p.root(id)
		if r == nil {
			continue
		}
		s := p.who(r)
		if d := said(r); !d.IsZero() {
			s += ", " + day(d)
		}
		s += ": " + p.words(r)
		if old := p.revised(r); old != "" {
			s += " (" + old + ")"
		}
		parts = append(parts, s)
	}
	return strings.Join(parts, "; ")
}

// said is when r was said: its date of publication, or else what it is as of.
func said(r *reconcile.Root) estimate.Date {
	if r.Published.IsZero() {
		return r.Scope.AsOf
	}
	return r.Published
}

// revised names the figure that r replaced last: "63 on 2 Jan 2023, revised".
func (p *page) revised(r *reconcile.Root) string {
	var last *reconcile.Root
	for i := range p.res.Answers {
		for _, e := range p.res.Answers[i].Earlier {
			if e.State == reconcile.Replaced && e.By == r.ID && (last == nil || last.Scope.AsOf.Before(e.Scope.AsOf)) {
				last = e
			}
		}
	}
	switch {
	case last == nil:
		return ""
	case last.Source != r.Source:
		return p.words(last) + " by " + p.who(last) + ", revised"
	}
	at := " in "
	if said(last).Day != 0 {
		at = " on "
	}
	return p.words(last) + at + day(said(last)) + ", revised"
}

// condition says what must be accepted to stand on a rung, and who says it.
func (p *page) condition(r *reconcile.Root, g reconcile.Rung, m estimate.Measure) string {
	who := "(" + p.who(r) + ")"
	q, from := r.Quantity, r
	if len(r.Parts) > 0 {
		for _, id := range r.Parts {
			if part := p.root(id); part != nil && part.Low.Why&g.If != 0 {
				q, from = part.Quantity, part
				break
			}
		}
		who = "(" + p.who(r) + "; sum: ours)"
	}
	var ifs, also []string
	named := false
	say := func(cond string) {
		if !named {
			if i := strings.Index(cond, "@"); i >= 0 {
				cond = cond[:i] + who + cond[i+1:]
			}
			named = true
		}
		ifs = append(ifs, strings.TrimSpace(strings.ReplaceAll(cond, "@ ", "")))
	}
	if g.If.Has(reconcile.Unclear) {
		say(`"losses" @ are ` + are(m))
	}
	if g.If.Has(reconcile.Vague) {
		say(`"` + clean(q.Low.Term) + `" @ is ` + estimate.Count(from.Low.N) + " or more")
	}
	if g.If.Has(reconcile.Width) {
		say(hedged(q) + ` @ is ` + estimate.Count(from.Low.N) + " or more")
	}
	if g.If.Has(reconcile.Possible) {
		say(modal(q) + " @ counts")
	}
	if g.If.Has(reconcile.Likely) {
		say(`"` + human(string(q.Modality)) + `" @ holds`)
	}
	if g.If.Has(reconcile.Derived) {
		say("the derivation @ holds")
	}
	if g.If.Has(reconcile.Earlier) {
		say("the figure of " + day(r.Scope.AsOf) + " @ still held")
	}
	if g.If.Has(reconcile.Statistical) {
		switch {
		case q.Level > 0:
			also = append(also, "low end of "+percent(q.Level)+" interval")
		default:
			also = append(also, "an estimate by "+estimatedBy(from))
		}
	}
	if g.If.Has(reconcile.Stake) {
		also = append(also, "interest pulls it up")
	}
	if len(g.Disputed) > 0 {
		also = append(also, p.disputed(g, r))
	}
	if len(ifs) > 0 {
		return strings.Join(append([]string{"if " + strings.Join(ifs, " and ")}, also...), "; ")
	}
	return strings.Join(append([]string{p.who(r) + ": " + p.words(r)}, also...), "; ")
}

// disputed names the upper figures that lie below a rung: those that disagree
// with it, or, where all meet it within rounding, that it lies above them.
func (p *page) disputed(g reconcile.Rung, r *reconcile.Root) string {
	if by := p.disputers(g, r, true); by != "" {
		return "disputed by " + by
	}
	return "just above the upper figure " + p.disputers(g, r, false)
}

// disputers names the upper figures below a rung, all or only those of roots
// that disagree with it.
func (p *page) disputers(g reconcile.Rung, r *reconcile.Root, disagree bool) string {
	var by []string
	for _, id := range g.Disputed {
		if d := p.root(id); d != nil && (!disagree || p.disagree(r.ID, id)) {
			said := number(d.High.N, d.High.Open, "under ")
			if d.High.By != "" || !disagree || len(d.Parts) > 0 {
				said = p.words(d) // the number is a reading or a sum, not what was said
			}
			by = append(by, said+" ("+p.who(d)+")")
		}
	}
	return list(by)
}

// disagree reports whether two roots are in a disagreement.
func (p *page) disagree(a, b estimate.ID) bool {
	if b < a {
		a, b = b, a
	}
	return slices.ContainsFunc(p.res.Pairs, func(pair reconcile.Pair) bool {
		return pair.Estimates == [2]estimate.ID{a, b} && pair.Relation.Disagrees()
	})
}

func percent(level float64) string {
	s := estimate.Count(int64(level*1000+0.5) / 10)
	if tenth := int64(level*1000+0.5) % 10; tenth != 0 {
		s += "." + estimate.Count(tenth)
	}
	article := "a "
	if strings.HasPrefix(s, "8") {
		article = "an "
	}
	return article + s + "%"
}

func estimatedBy(r *reconcile.Root) string {
	for _, b := range r.Method.Basis {
		switch {
		case b == source.Demographic:
			return "comparison of populations"
		case b.Estimates():
			return human(string(b))
		}
	}
	return "inference"
}

// whyNoFloor says why no low end is a floor.
func (p *page) whyNoFloor(a *reconcile.Answer) string {
	firm := slices.ContainsFunc(a.Roots, func(r *reconcile.Root) bool { return r.Low.Standing == reconcile.Firm })
	switch {
	case len(a.Roots) == 0:
		return "no figure that says what it counts"
	case firm:
		return "no firm figure lies below every upper figure"
	case len(a.Ladder) == 0:
		return "no lower limit stated"
	}
	return "no firm figure"
}

// whyNoBest says why no central figure is given.
func (p *page) whyNoBest(a *reconcile.Answer) string {
	var kinds []string
	add := func(k string) {
		if !slices.Contains(kinds, k) {
			kinds = append(kinds, k)
		}
	}
	pulled, central := 0, 0
	for _, r := range a.Roots {
		if r.Central.Stated() {
			central++
		}
		why := r.Low.Why | r.High.Why
		if len(r.Parts) == 0 && r.Quantity.Best.Stated && !r.Central.Stated() && why.Has(reconcile.Stake) {
			pulled++
		}
		add(p.kindOf(r))
	}
	for range a.Unclear {
		add("an unclear measure")
	}
	switch {
	case a.Disputed:
		if pulled > 1 && central == 0 {
			return "each figure is pulled by its speaker's interest"
		}
		return "the figures disagree"
	case central > 0:
		return p.whyCentralBarred(a)
	case len(kinds) == 1:
		return kinds[0] + " gives none"
	case len(kinds) == 0:
		return "no figure stated"
	}
	return list(kinds) + " give none"
}

// whyCentralBarred says why the central figures that are stated give no best.
func (p *page) whyCentralBarred(a *reconcile.Answer) string {
	for _, r := range a.Roots {
		if r.Central.Stated() && (a.Floor != nil && r.Central.N < a.Floor.N || a.Ceiling != nil && r.Central.N > a.Ceiling.N) {
			return p.said(r.ID) + " does not lie between floor and ceiling"
		}
	}
	return "a stated figure is in a disagreement"
}

// kindOf says what kind of statement r is, for want of a central figure.
func (p *page) kindOf(r *reconcile.Root) string {
	q := &r.Quantity
	why := r.Low.Why | r.High.Why
	switch {
	case len(r.Parts) > 0:
		return "a sum of bounds"
	case !r.Low.Stated() && !r.High.Stated():
		return "a statement without a number"
	case why.Has(reconcile.Possible) && q.Best.Stated || q.Modality == estimate.Possible:
		return "a possibility"
	case r.Recorded && q.Best.Stated:
		return "a count of " + r.Measure.RecordedNoun()
	case why.Has(reconcile.Derived):
		return "a derived figure"
	case why.Has(reconcile.Vague):
		return "a vague word"
	case why.Has(reconcile.Stake) && q.Best.Stated:
		return "a figure that its speaker's interest pulls"
	case q.Best.Stated:
		return "a figure outside its own range"
	case q.Hedge == estimate.HedgeBetween || r.Low.Stated() && r.High.Stated():
		return "a range"
	}
	return "a bound"
}
