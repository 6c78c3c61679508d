package report

import (
	"slices"
	"strings"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/reconcile"
)

// reasons gives the verdict on each speaker's own explanation.
func (p *page) reasons() string {
	var parts []string
	for i := range p.res.Remarks {
		t := &p.res.Remarks[i]
		if !slices.ContainsFunc(t.About, func(id estimate.ID) bool { return p.ids[id] }) {
			continue
		}
		parts = append(parts, p.reason(t))
	}
	return strings.Join(parts, " ")
}

func (p *page) reason(t *reconcile.Tested) string {
	by := p.label(t.By)
	s := by + " points to the " + human(string(t.Facet)) + "."
	if t.Quote != "" {
		s = by + `: "` + clean(t.Quote) + `".`
	}
	switch t.Verdict {
	case reconcile.NotNeeded:
		if len(t.Measures) > 1 {
			s += " Not needed: the figures count different things."
		} else {
			s += " Not needed: the words alone are compatible."
		}
	case reconcile.Supported:
		s += " It could account for the gap."
	case reconcile.Insufficient:
		s += " It does not account for the whole gap."
	default:
		s += " It cannot be tested: no size of such a difference is known."
	}
	if len(t.Measures) < 2 {
		return s
	}
	for _, v := range t.Measures {
		switch {
		case v.Reversed && len(v.Estimates) == 2:
			s += " On " + v.Measure.Noun() + " it points the other way: " + p.higher(v.Estimates) + " is the higher."
		case v.Silent != "":
			if r := p.root(v.Silent); r != nil {
				s += " On " + v.Measure.Noun() + " it cannot be tested: " + p.who(r) + " gave none."
			}
		}
	}
	return s
}

// higher names the speaker of the higher of two roots.
func (p *page) higher(ids []estimate.ID) string {
	a, b := p.root(ids[0]), p.root(ids[1])
	if a == nil || b == nil {
		return "the other"
	}
	if bottom(a) >= bottom(b) {
		return p.who(a)
	}
	return p.who(b)
}
