package report

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/reconcile"
)

// writeModelled writes the detail that Reconciler.Modelled asked for: numbers
// that no source said, so each is called what it is and names what it rests on.
func (p *page) writeModelled() {
	var out, assumed []string
	for _, a := range p.main {
		if m := a.Detail.Modelled; m != nil {
			out = append(out, a.Question.Measure.Noun()+": "+p.centres(m))
			assumed = m.Assumed // the same of every question
		}
	}
	for i := range p.res.Identities {
		if id := &p.res.Identities[i]; slices.ContainsFunc(id.Estimates, p.onPage) {
			out = append(out, p.identity(id))
		}
	}
	if len(out) == 0 {
		return
	}
	if len(assumed) > 0 {
		out = append(out, "Assumed: "+strings.Join(assumed, "; ")+".")
	}
	p.line("  Modelled, a detail: no source said these numbers")
	for _, text := range out {
		p.entry("", 2, text)
	}
	p.line("")
}

func (p *page) centres(m *reconcile.Modelled) string {
	if m.Refused != "" {
		return "none. " + strings.ToUpper(m.Refused[:1]) + m.Refused[1:] + "."
	}
	var ranges []string
	driven := false
	for _, c := range m.Centres {
		ranges = append(ranges, rounded(c.Median)+" ("+rounded(c.Low)+" to "+rounded(c.High)+"; "+c.Prior+")")
		driven = driven || c.PriorDriven
	}
	var who []string
	for _, id := range m.Roots {
		if r := p.root(id); r != nil {
			who = append(who, p.label(r.Source))
		}
	}
	slices.Sort(who)
	s := "centre of the sources' figures (" + strings.Join(slices.Compact(who), ", ") + ") " + strings.Join(ranges, " or ") +
		", median and 95% by two assumed spreads."
	if driven {
		s += " The figures hardly moved what was assumed of the spread."
	}
	for _, id := range m.OffCentre {
		s += " The central figure of " + p.said(id) + " lies far from the middle of its interval."
	}
	return s
}

func (p *page) identity(id *reconcile.Identity) string {
	var who []string
	for _, e := range id.Estimates {
		who = append(who, p.said(e))
	}
	return "killed " + estimate.Count(id.Killed) + ", wounded " + estimate.Count(id.Wounded) + " and casualties " + estimate.Count(id.Casualties) +
		" are the nearest that add up to what was said: " + strings.Join(who, ", ") + " (chi-square " + strconv.FormatFloat(id.Chi2, 'g', 3, 64) + ")."
}

// rounded writes a number of two significant digits.
func rounded(x float64) string {
	if x >= 10 {
		return estimate.Count(int64(math.Round(x)))
	}
	return strconv.FormatFloat(x, 'g', 2, 64)
}
