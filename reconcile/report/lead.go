package report

import (
	"slices"
	"strings"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/reconcile"
)

// writeLead writes the answer: a sentence a question, and whether the
// statements conflict.
func (p *page) writeLead() {
	for _, a := range p.main {
		p.paragraph(2, p.lead(a))
	}
	if len(p.main) == 0 {
		p.paragraph(2, noQuestion)
	} else {
		for _, s := range p.misprinted() {
			p.paragraph(2, s)
		}
		p.paragraph(2, p.conflict())
	}
	p.line("")
}

const noQuestion = "No statement here answers a question: none counts the dead, the wounded or the missing."

func (p *page) lead(a *reconcile.Answer) string {
	what := a.Question.Measure.Noun()
	var s []string
	if len(p.main) > 1 || a.Question.Measure == estimate.Losses {
		s = append(s, title(what)+":")
		what = ""
	} else {
		what = " " + what
	}
	if what != "" && (a.Floor == nil || a.Floor.N == 0 && !a.Floor.Open && p.exactly(a) == nil) {
		s = append(s, title(what[1:])+":")
	}
	switch {
	case p.exactly(a) != nil:
		s = append(s, estimate.Count(a.Floor.N)+what+" ("+p.speakers(p.exactly(a))+").")
	case a.Floor != nil && a.Floor.N == 0 && !a.Floor.Open && a.Question.Measure != estimate.ExcessDeaths:
		s = append(s, "No firm lower limit above 0 ("+p.speakers(a.Floor.Estimates)+").")
	case a.Floor != nil:
		least := "at least "
		if a.Floor.Open {
			least = "more than "
		}
		if what != "" {
			least = title(least)
		}
		s = append(s, least+estimate.Count(a.Floor.N)+what+" ("+p.speakers(a.Floor.Estimates)+").")
	case len(a.Roots) == 0 && len(a.Unclear) > 0:
		s = append(s, "No source says what it counts.")
	case len(a.Roots) == 0:
		s = append(s, "No statement stands at this date.")
	default:
		s = append(s, p.noFloor(a))
	}
	if d := p.disputedSentence(a); d != "" {
		s = append(s, d)
	}
	s = append(s, p.bestSentence(a))
	if p.exactly(a) == nil {
		s = append(s, p.ceilingSentence(a))
	}
	return strings.Join(s, " ")
}

// misprinted names the figures that a relay printed as a death toll though their
// origin counted something else.
func (p *page) misprinted() []string {
	if p.res.Reading != reconcile.Origin {
		return nil
	}
	var out []string
	for i := range p.res.Set.Estimates {
		e := &p.res.Set.Estimates[i]
		if r := p.root(e.ID); r == nil || e.Event != p.event || e.Measure == estimate.Killed || r.State != reconcile.Live {
			continue
		}
		for j := range e.Via {
			if e.Via[j].Measure == estimate.Killed {
				out = append(out, "The "+p.label(e.Source)+" figure "+quantity(e.Quantity)+" counts "+e.Measure.Noun()+"; "+p.label(e.Via[j].By)+" printed it as killed.")
				break
			}
		}
	}
	return out
}

// exactly returns the roots that state one number which is both floor and
// ceiling: bounds that happen to meet there do not state it.
func (p *page) exactly(a *reconcile.Answer) []estimate.ID {
	if a.Floor == nil || a.Ceiling == nil || a.Floor.N != a.Ceiling.N || a.Floor.Open || a.Ceiling.Open {
		return nil
	}
	var ids []estimate.ID
	for _, id := range a.Floor.Estimates {
		if r := p.root(id); r != nil && slices.Contains(a.Ceiling.Estimates, id) && len(r.Parts) == 0 && r.Low.N == r.High.N {
			ids = append(ids, id)
		}
	}
	return ids
}

// noFloor says what stands highest, and on what condition, where no firm figure
// is undisputed.
func (p *page) noFloor(a *reconcile.Answer) string {
	if a.Disputed {
		return "No firm lower limit. " + p.extent(a)
	}
	for _, g := range slices.Backward(a.Ladder) {
		r := p.root(g.Estimates[0])
		if r == nil || g.If.Has(reconcile.Disputed|reconcile.Unclear|reconcile.Possible|reconcile.Derived) {
			continue
		}
		or := estimate.Count(g.N) + " or more"
		if g.Open {
			or = "more than " + estimate.Count(g.N)
		}
		cond := p.condition(r, g, a.Question.Measure)
		if !strings.HasPrefix(cond, "if ") {
			return "No firm lower limit; " + cond + "."
		}
		return "No firm lower limit; " + or + " " + cond + "."
	}
	return "No firm lower limit."
}

// disputedSentence names the highest figure that another source's disputes, so
// that the floor does not stand alone where there is a dispute.
func (p *page) disputedSentence(a *reconcile.Answer) string {
	if !a.Disputed || a.Floor == nil {
		return ""
	}
	for _, g := range slices.Backward(a.Ladder) {
		r := p.root(g.Estimates[0])
		if r == nil {
			continue
		}
		if by := p.disputers(g, r, true); by != "" {
			return p.who(r) + " says " + p.words(r) + ", disputed by " + by + "."
		}
	}
	return ""
}

// extent names the lowest and the highest of disputed figures, so that neither
// stands alone.
func (p *page) extent(a *reconcile.Answer) string {
	low, high := extremes(a)
	if low == nil || low == high {
		return ""
	}
	return "Figures run from " + p.words(low) + " (" + p.who(low) + ") to " + p.words(high) + " (" + p.who(high) + ")."
}

// extremes are the roots that reach lowest and highest, nil if none gives a
// number.
func extremes(a *reconcile.Answer) (low, high *reconcile.Root) {
	for _, r := range a.Roots {
		if !r.Low.Stated() && !r.High.Stated() {
			continue
		}
		if low == nil || bottom(r) < bottom(low) {
			low = r
		}
		if high == nil || peak(r) > peak(high) {
			high = r
		}
	}
	return low, high
}

func bottom(r *reconcile.Root) int64 {
	if r.Low.Stated() {
		return r.Low.Least()
	}
	return r.High.Most()
}

func peak(r *reconcile.Root) int64 {
	if r.High.Stated() {
		return r.High.Most()
	}
	return r.Low.Least()
}

func (p *page) bestSentence(a *reconcile.Answer) string {
	if a.Best == nil {
		return "No best figure."
	}
	s := "Best figure " + estimate.Count(a.Best.N) + " (" + p.speakers(a.Best.Estimates) + ")"
	if r := p.root(a.Best.Estimates[0]); r != nil && r.Scope.AsOf.Before(a.AsOf) {
		s += " as of " + day(r.Scope.AsOf)
	}
	if a.Best.Of == 1 {
		return s + ", one source's figure."
	}
	return s + ", " + median(a.Best.Of) + "."
}

func (p *page) ceilingSentence(a *reconcile.Answer) string {
	switch {
	case a.Ceiling != nil:
		most := "At most "
		if a.Ceiling.Open {
			most = "Fewer than "
		}
		return most + estimate.Count(a.Ceiling.N) + " (" + p.speakers(a.Ceiling.Estimates) + ")."
	case a.Highest != nil:
		if a.Disputed {
			return "Not every source states an upper limit."
		}
		return "Not every source states an upper limit; highest stated limit " + p.highest(a) + "."
	}
	return "No upper limit stated."
}

// highest names the greatest stated high end in its speaker's words.
func (p *page) highest(a *reconcile.Answer) string {
	r := p.root(a.Highest.Estimates[0])
	if r == nil {
		return estimate.Count(a.Highest.N)
	}
	return p.words(r) + " (" + p.speakers(a.Highest.Estimates) + ")"
}

// speakers names who said the roots, each once.
func (p *page) speakers(ids []estimate.ID) string {
	var names []string
	sum := false
	for _, id := range ids {
		r := p.root(id)
		if r == nil {
			continue
		}
		sum = sum || len(r.Parts) > 0
		if n := p.who(r); !slices.Contains(names, n) {
			names = append(names, n)
		}
	}
	if sum {
		return list(names) + "; sum: ours"
	}
	return list(names)
}

// conflict says whether the statements on the page's questions disagree, and
// how far a difference of documented size goes.
func (p *page) conflict() string {
	var firm, loose, explained, sized int
	for i := range p.res.Pairs {
		pair := &p.res.Pairs[i]
		if !pair.Relation.Disagrees() && pair.Weight != reconcile.Suspicion || !p.onMain(pair) {
			continue
		}
		if pair.Weight == reconcile.Discrepancy {
			firm++
		} else {
			loose++
			continue
		}
		if pair.Relation == reconcile.ExplainedDisagreement {
			explained++
		} else if pair.Explanation != nil && pair.Size-pair.Explanation.Remainder > 0.005 {
			sized++
		}
	}
	if firm == 0 {
		if other := p.otherDiscrepancy(); other != "" {
			return other
		}
	}
	switch {
	case firm == 0 && loose == 0:
		switch p.liveRoots() {
		case 0:
			return ""
		case 1:
			return "One statement on this question."
		}
		return "The statements do not conflict."
	case firm == 0:
		return "No firm statements conflict; a suspicion stands below."
	case explained == firm:
		return "They disagree; differences of method could account for the gap, if their assumed size is right."
	case explained > 0 || sized > 0:
		return "They disagree; differences of method could account for part of the gap, if their assumed size is right."
	}
	return "They disagree; nothing of documented size closes the gap."
}

// otherDiscrepancy says what stands against a page whose questions have no
// disagreement: a denial, a dispute on another question, a check that fails.
func (p *page) otherDiscrepancy() string {
	for _, f := range p.findings(reconcile.Denial) {
		if f.Weight == reconcile.Discrepancy && (len(p.main) != 1 || p.onQuestion(f.Estimates[0])) {
			if r := p.root(f.Estimates[0]); r != nil {
				return p.denies(r)
			}
		}
	}
	for _, k := range [...]reconcile.Kind{reconcile.Denial, reconcile.UnexplainedDisagreement, reconcile.ExplainedDisagreement, reconcile.IdentityBroken, reconcile.CapExceeded} {
		for _, f := range p.findings(k) {
			if f.Weight == reconcile.Discrepancy {
				return "On this question the statements do not conflict; a finding below says where others do."
			}
		}
	}
	return ""
}

// denies says a denial in the speaker's words, which may deny no more than a part
// of what others state, or to have said it.
func (p *page) denies(r *reconcile.Root) string {
	if r.Quantity.Text == "" && r.Quantity.Hedge == estimate.HedgeDenied {
		return p.who(r) + " denies what others state."
	}
	return p.who(r) + " denies what others state: " + p.words(r) + "."
}

// onQuestion reports whether the root of that ID answers a question of the page.
func (p *page) onQuestion(id estimate.ID) bool {
	return slices.ContainsFunc(p.main, func(a *reconcile.Answer) bool {
		return slices.ContainsFunc(a.Roots, func(r *reconcile.Root) bool { return r.ID == id })
	})
}

func (p *page) liveRoots() int {
	n := 0
	for _, a := range p.main {
		n += len(a.Roots) + len(a.Unclear)
	}
	return n
}

// onMain reports whether both roots of the pair answer one of the page's
// questions.
func (p *page) onMain(pair *reconcile.Pair) bool {
	return slices.ContainsFunc(p.main, func(a *reconcile.Answer) bool { return answers(a, pair) })
}

// answers reports whether both roots of the pair answer a.
func answers(a *reconcile.Answer, pair *reconcile.Pair) bool {
	has := func(id estimate.ID) bool {
		return slices.ContainsFunc(a.Roots, func(r *reconcile.Root) bool { return r.ID == id })
	}
	return has(pair.Estimates[0]) && has(pair.Estimates[1])
}
