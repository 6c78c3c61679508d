package report

import (
	"slices"
	"strings"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/reconcile"
)

// writeAssumed names every assumption that something on the page rests on.
func (p *page) writeAssumed() {
	var parts []string
	for i := range p.res.Assumptions {
		u := &p.res.Assumptions[i]
		if !slices.ContainsFunc(u.Estimates, p.onPage) {
			continue
		}
		if u.Name == reconcile.WoundedPerKilled && len(p.findings(reconcile.UnusualRatio)) == 0 {
			continue // it only aligned pairs, which a page does not show
		}
		parts = append(parts, p.assumed(u))
	}
	if len(parts) == 0 {
		return
	}
	p.entry("  Assumed", 11, strings.Join(parts, "; ")+".")
}

func (p *page) assumed(u *reconcile.Used) string {
	word, isWord := strings.CutPrefix(u.Name, p.res.Convention+":")
	if !isWord {
		return assumption(u)
	}
	word = clean(word)
	if p.inWords(word, u.Estimates) {
		word = `"` + word + `"`
	}
	s := word + " read as " + p.span(u)
	if n := p.rungsOn(u); n > 0 {
		s += " (sets " + plural(n, "step") + " of the ladder)"
	}
	return s
}

// inWords reports whether a word stands in what was said, so that it may be quoted.
// A figure may be coded as approximate though its speaker gave it bare.
func (p *page) inWords(word string, ids []estimate.ID) bool {
	return slices.ContainsFunc(ids, func(id estimate.ID) bool {
		r := p.root(id)
		return r != nil && (r.Quantity.Text == "" || strings.Contains(strings.ToLower(clean(r.Quantity.Text)), strings.ToLower(word)))
	})
}

// assumption says a default or a sized difference in plain words.
func assumption(u *reconcile.Used) string {
	switch u.Name {
	case reconcile.Tolerance:
		return "figures within " + times(u.Mid) + " count as meeting"
	case reconcile.ConventionTolerance:
		return "figures read from hedge words within " + times(u.Mid) + " count as meeting"
	case reconcile.StaleDays:
		return "a best figure is at most " + u.Value() + " older than the newest"
	case reconcile.FirstDays:
		return "tolls of the first " + u.Value() + " may multiply"
	case reconcile.SettlingDays:
		return "figures published " + u.Value() + " or more after the event are taken as settled"
	case reconcile.GrowthPerDay:
		return "a toll may grow by up to " + times(u.Mid) + " a day"
	case reconcile.WoundedPerKilled:
		return u.Value() + " wounded a death in ground war"
	}
	facet, value, _ := strings.Cut(u.Name, ":")
	return facet + " " + human(clean(value)) + " " + u.Value()
}

// span says what a word was read as: both ends, or the one that the convention
// supplied.
func (p *page) span(u *reconcile.Used) string {
	low, high := estimate.Count(int64(u.Low)), estimate.Count(int64(u.High))
	if low != high {
		return low + "-" + high
	}
	for _, id := range u.Estimates {
		if r := p.root(id); r != nil && r.Low.Stated() && r.Low.By != "" && r.High.By == "" {
			return low + " or more"
		} else if r != nil && r.High.Stated() && r.High.By != "" && r.Low.By == "" {
			return high + " or fewer"
		}
	}
	return low
}

// rungsOn counts the rungs of the page that a reading of a word moves.
func (p *page) rungsOn(u *reconcile.Used) int {
	n := 0
	for _, a := range p.main {
		for _, g := range a.Ladder {
			r := p.root(g.Estimates[0])
			if r == nil || !g.If.Has(reconcile.Vague|reconcile.Width) {
				continue
			}
			for _, id := range append([]estimate.ID{r.ID}, r.Parts...) {
				if slices.Contains(u.Estimates, id) {
					n++
					break
				}
			}
		}
	}
	return n
}

// maxWarnings is how many warnings a page spells out.
const maxWarnings = 4

// writeWarnings writes what the input had that the answer worked around. Names
// that stand for themselves are gathered in one line.
func (p *page) writeWarnings() {
	var undeclared, rest []string
	for _, w := range p.res.Warnings {
		if w.Estimate != "" && p.several && !p.onPage(w.Estimate) {
			continue
		}
		if w.Kind == reconcile.Undeclared {
			undeclared = append(undeclared, clean(w.Text))
			continue
		}
		var s string
		if w.Estimate != "" {
			s = clean(string(w.Estimate)) + ": "
		}
		if w.Field != "" {
			s += w.Field + ": "
		}
		rest = append(rest, s+clean(w.Message)+".")
	}
	if len(undeclared) > 0 {
		p.entry("  Note", 11, "not declared, so taken by name: "+list(undeclared)+".")
	}
	for i, s := range rest {
		if i == maxWarnings {
			p.entry("", 11, "and "+plural(len(rest)-i, "more warning")+", in the result")
			break
		}
		p.entry("  Warning", 11, s)
	}
}
