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

// onPage reports whether a root or record is of the page's event.
func (p *page) onPage(id estimate.ID) bool {
	return p.ids[id] || slices.ContainsFunc(strings.Split(string(id), "+"), func(part string) bool { return p.ids[estimate.ID(part)] })
}

func (p *page) assumed(u *reconcile.Used) string {
	word, isWord := strings.CutPrefix(u.Name, p.res.Convention+":")
	if !isWord {
		return assumption(u)
	}
	s := clean(word) + " = " + rng(u) + " (" + clean(p.res.Convention)
	if n := p.rungsOn(u); n > 0 {
		s += "; moves " + plural(n, "rung")
	}
	return s + ")"
}

// assumption says a default or a sized difference in plain words.
func assumption(u *reconcile.Used) string {
	switch u.Name {
	case reconcile.Tolerance:
		return "tolerance for rounding " + u.Value()
	case reconcile.ConventionTolerance:
		return "tolerance of hedge words " + u.Value()
	case reconcile.StaleDays:
		return "best figures within " + u.Value() + " of the newest"
	case reconcile.FirstDays:
		return "first days " + u.Value()
	case reconcile.SettlingDays:
		return "settled if published " + u.Value() + " after the event"
	case reconcile.GrowthPerDay:
		return "growth up to " + u.Value()
	case reconcile.WoundedPerKilled:
		return u.Value() + " wounded a death"
	}
	facet, value, _ := strings.Cut(u.Name, ":")
	return facet + " " + human(clean(value)) + " " + u.Value()
}

func rng(u *reconcile.Used) string {
	if u.Low == u.High {
		return estimate.Count(int64(u.Low))
	}
	return estimate.Count(int64(u.Low)) + "-" + estimate.Count(int64(u.High))
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
		if strings.HasSuffix(w.Message, "it stands for itself") {
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
