package report

import (
	"slices"
	"strings"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/reconcile"
)

// Sentence says an answer of r in one sentence that could be printed as it
// stands: the floor, the best figure and the ceiling, or what is said in their
// place, each number with its speaker. It takes no side and has no line breaks.
func Sentence(a *reconcile.Answer, r *reconcile.Result) string {
	return newPage(r, a.Question.Event).sentence(a)
}

func (p *page) sentence(a *reconcile.Answer) string {
	clauses := []string{p.mainClause(a)}
	if c := p.disputedClause(a); c != "" {
		clauses = append(clauses, c)
	}
	if len(a.Roots) > 0 {
		clauses = append(clauses, p.bestClause(a), p.upperClause(a))
	}
	clauses = slices.DeleteFunc(clauses, func(c string) bool { return c == "" })
	return title(strings.Join(clauses, "; ")) + "."
}

// mainClause says the floor, or what there is for want of one.
func (p *page) mainClause(a *reconcile.Answer) string {
	q := &a.Question
	switch floor, ceiling := a.Floor, a.Ceiling; {
	case len(a.Roots) == 0 && len(a.Unclear) > 0:
		return `it is not said what the "losses" stated` + p.when(a) + " are: " + p.sayings(a.Unclear)
	case len(a.Roots) == 0:
		return "no statement stands on " + p.howMany(q) + p.when(a)
	case p.exactly(a) != nil:
		return p.counted(a, floor.N, estimate.Count(floor.N), p.exactly(a)) + ", according to " + p.by(p.exactly(a))
	case saysSomething(a) && ceiling != nil && p.speakers(floor.Estimates) == p.speakers(ceiling.Estimates):
		return p.counted(a, ceiling.N, lowWords(floor)+" and "+highWords(ceiling), floor.Estimates) + ", according to " + p.by(floor.Estimates)
	case saysSomething(a) && ceiling != nil:
		return p.counted(a, floor.N, lowWords(floor), floor.Estimates) + ", according to " + p.bySaying(floor.Estimates, lowWords(floor)) +
			", and " + highWords(ceiling) + ", according to " + p.bySaying(ceiling.Estimates, highWords(ceiling))
	case saysSomething(a):
		return p.counted(a, floor.N, lowWords(floor), floor.Estimates) + ", according to " + p.bySaying(floor.Estimates, lowWords(floor))
	case a.Disputed:
		return "the sources disagree on " + p.howMany(q) + p.when(a) + p.fromTo(a)
	case ceiling != nil:
		return p.counted(a, ceiling.N, highWords(ceiling), ceiling.Estimates) + ", according to " + p.bySaying(ceiling.Estimates, highWords(ceiling)) + "; no source gives a firm minimum"
	}
	return "no source gives a firm minimum for " + p.howMany(q) + p.when(a) + p.instead(a)
}

// saysSomething reports whether the floor is more than that nobody is counted.
func saysSomething(a *reconcile.Answer) bool {
	return a.Floor != nil && (a.Floor.N != 0 || a.Floor.Open || a.Question.Measure == estimate.ExcessDeaths)
}

func lowWords(f *reconcile.Figure) string {
	if f.Open {
		return "more than " + estimate.Count(f.N)
	}
	return "at least " + estimate.Count(f.N)
}

func highWords(f *reconcile.Figure) string {
	if f.Open {
		return "fewer than " + estimate.Count(f.N)
	}
	return "at most " + estimate.Count(f.N)
}

// disputedClause names the highest figure that others conflict with.
func (p *page) disputedClause(a *reconcile.Answer) string {
	if !a.Disputed || !saysSomething(a) {
		return ""
	}
	for _, g := range slices.Backward(a.Ladder) {
		r := p.root(g.Estimates[0])
		if r == nil {
			continue
		}
		if by := p.disputers(g, r, true); by != "" {
			return p.says(r) + ", in conflict with " + by
		}
	}
	return "the sources disagree" + p.fromTo(a)
}

// fromTo names the lowest and the highest of the figures, or the one there is.
func (p *page) fromTo(a *reconcile.Answer) string {
	low, high := extremes(a)
	if low == nil || low == high {
		return ": " + p.sayings(a.Roots)
	}
	return ", with figures from " + p.words(low) + " (" + p.who(low) + ") to " + p.words(high) + " (" + p.who(high) + ")"
}

// instead names, where there is no floor, the least and the greatest low end
// stated and why they are no firm minimum; failing those what else is stated, or
// that no number is.
func (p *page) instead(a *reconcile.Answer) string {
	var least, greatest *reconcile.Root
	for _, r := range a.Roots {
		if !r.Low.Stated() || r.Low.Least() <= 0 && a.Question.Measure != estimate.ExcessDeaths {
			continue
		}
		if least == nil || r.Low.Least() < least.Low.Least() {
			least = r
		}
		if greatest == nil || r.Low.Least() > greatest.Low.Least() {
			greatest = r
		}
	}
	switch low, _ := extremes(a); {
	case low == nil:
		return ", and none a number: " + p.sayings(a.Roots)
	case least == nil:
		return ": " + p.sayings(a.Roots)
	case least == greatest:
		return ": " + p.says(least) + ", " + p.notFirm(least)
	}
	if p.notFirm(least) == pulledUp && p.notFirm(greatest) == pulledUp {
		return ": " + p.says(least) + " and " + p.says(greatest) + ", figures that their speakers' interest pulls up"
	}
	return ": " + p.says(least) + ", " + p.notFirm(least) + ", and " + p.says(greatest) + ", " + p.notFirm(greatest)
}

const pulledUp = "which its speaker's interest pulls up"

// notFirm says what keeps the low end of r from being a floor.
func (p *page) notFirm(r *reconcile.Root) string {
	why := r.Low.Why
	switch {
	case why.Has(reconcile.Vague):
		return "a vague word"
	case why.Has(reconcile.Possible):
		return "a possibility"
	case why.Has(reconcile.Derived):
		return "a derived figure"
	case why.Has(reconcile.Earlier):
		return "which counts to " + day(r.Scope.AsOf) + " only"
	case why.Has(reconcile.Stake):
		return pulledUp
	case why.Has(reconcile.Likely):
		return "said to be " + human(string(r.Quantity.Modality))
	case why.Has(reconcile.Statistical) && r.Quantity.Level > 0:
		return "the low end of " + percent(r.Quantity.Level) + " interval"
	case why.Has(reconcile.Statistical):
		return "an estimate by " + estimatedBy(r)
	case why.Has(reconcile.Width):
		return "an approximate figure"
	}
	return "above the upper figure of another"
}

// maxSayings is how many statements a clause quotes.
const maxSayings = 2

func (p *page) sayings(roots []*reconcile.Root) string {
	var parts []string
	for i, r := range roots {
		if i == maxSayings && len(roots) > maxSayings {
			parts = append(parts, plural(len(roots)-i, "more statement"))
			break
		}
		parts = append(parts, p.says(r))
	}
	return list(parts)
}

func (p *page) says(r *reconcile.Root) string {
	switch words := p.words(r); {
	case words == "not stated":
		return p.who(r) + " gives no number"
	case words == "not known":
		return p.who(r) + " says that the number is not known"
	case words == "a denial":
		return p.who(r) + " gives a denial"
	case len(r.Parts) > 0:
		return p.who(r) + " says " + strings.TrimSuffix(words, ", sum: ours") + " (sum: ours)"
	default:
		return p.who(r) + " says " + words
	}
}

func (p *page) bestClause(a *reconcile.Answer) string {
	switch {
	case a.Best == nil || p.exactly(a) != nil:
		return ""
	case a.Best.Of == 1:
		return "the best figure stated is " + estimate.Count(a.Best.N) + ", by " + p.by(a.Best.Estimates) + p.countedTo(a, a.Best.Estimates)
	}
	return median(a.Best.Of) + " stated is " + estimate.Count(a.Best.N) + ", by " + p.by(a.Best.Estimates) + p.countedTo(a, a.Best.Estimates)
}

func (p *page) upperClause(a *reconcile.Answer) string {
	switch {
	case a.Ceiling != nil:
		return ""
	case a.Highest == nil:
		return "no upper limit is stated"
	case a.Disputed:
		return "not every source states an upper limit"
	}
	highest := strings.Replace(p.highest(a), ", sum: ours (", " (", 1)
	return "not every source states an upper limit, the highest stated limit being " + strings.Replace(highest, "; sum: ours)", ", sum: ours)", 1)
}

// bySaying names the speakers of roots within a clause that bounds the number by
// words, and what one of them said where those are not his.
func (p *page) bySaying(ids []estimate.ID, words string) string {
	s := p.by(ids)
	if len(ids) != 1 {
		return s
	}
	r := p.root(ids[0])
	if r == nil || len(r.Parts) > 0 || r.Quantity.Words() == words || strings.Contains(strings.ToLower(r.Quantity.Text), words) {
		return s
	}
	switch r.Quantity.Hedge {
	case estimate.HedgeAtLeast, estimate.HedgeMoreThan, estimate.HedgeAtMost, estimate.HedgeFewerThan:
		return s
	}
	return s + " (" + p.words(r) + ")"
}

// countedTo says to which day the figures of roots count, where that is not the
// one the answer is of.
func (p *page) countedTo(a *reconcile.Answer, ids []estimate.ID) string {
	if d := p.lastCounted(ids); d.Before(a.AsOf) {
		return " as of " + day(d)
	}
	return ""
}

// lastCounted is the latest day that one of the roots counts to.
func (p *page) lastCounted(ids []estimate.ID) estimate.Date {
	var last estimate.Date
	for _, id := range ids {
		if r := p.root(id); r != nil && (last.IsZero() || last.Before(r.Scope.AsOf)) {
			last = r.Scope.AsOf
		}
	}
	return last
}

// by names the speakers of roots within a clause.
func (p *page) by(ids []estimate.ID) string {
	names, sum := strings.CutSuffix(p.speakers(ids), "; sum: ours")
	if sum {
		return names + " (sum: ours)"
	}
	return names
}
