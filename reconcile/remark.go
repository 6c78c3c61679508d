package reconcile

import (
	"math"
	"slices"
	"strings"

	"github.com/openestimate/casualty/estimate"
)

// A Verdict is what testing a speaker's own explanation gave.
type Verdict string

const (
	NotNeeded    Verdict = "not needed"   // the words suffice, or the two count different things
	Supported    Verdict = "supported"    // it brings the two together, and without it they are apart
	Insufficient Verdict = "insufficient" // it does not bring them together
	Untestable   Verdict = "untestable"   // no size is known, or one side says nothing on that measure
)

// Tested is a remark with its verdict, on the whole and a measure.
type Tested struct {
	estimate.Remark
	Verdict  Verdict          `json:"verdict"`
	Measures []MeasureVerdict `json:"measures,omitempty"`
}

// A MeasureVerdict is the verdict on one measure that a side gives.
type MeasureVerdict struct {
	Measure estimate.Measure `json:"measure"`
	Verdict Verdict          `json:"verdict"`

	// Reversed is set where, on a measure that both give, stated or summed, the
	// order of the two is the reverse of that of the figures remarked on.
	Reversed bool `json:"reversed,omitempty"`

	Estimates []estimate.ID `json:"estimates,omitempty"` // the roots compared
	Silent    estimate.ID   `json:"silent,omitempty"`    // the root whose speaker gives none on that measure
}

// testRemarks tests every speaker's own explanation.
func (p *pass) testRemarks() {
	for i := range p.set.Remarks {
		p.tested = append(p.tested, p.test(p.set.Remarks[i]))
	}
}

// test tests rm on the first two roots it is about, at the latest as-of among
// them, whether or not later statements have replaced them since.
func (p *pass) test(rm estimate.Remark) Tested {
	t := Tested{Remark: rm, Verdict: Untestable}
	var about []*root
	for _, id := range rm.About {
		if r := p.rootWith(id); r != nil && r.State != TooLate && !slices.Contains(about, r) {
			about = append(about, r)
		}
	}
	if len(about) < 2 {
		return t
	}
	a, b := about[0], about[1]
	at := latest(about[:2], estimate.Date{})
	measures := []estimate.Measure{a.Measure}
	if b.Measure != a.Measure {
		measures = append(measures, b.Measure)
	}
	slices.SortFunc(measures, func(x, y estimate.Measure) int { return x.Rank() - y.Rank() })
	claimed := above(a.plain, b.plain)
	for _, m := range measures {
		v := p.verdict(p.speaking(a, m, at), p.speaking(b, m, at), a, b, rm.Facet, claimed)
		v.Measure = m
		t.Measures = append(t.Measures, v)
	}
	kind, why := p.differentQuestion(a, b)
	switch {
	case kind == "":
		t.Verdict = t.Measures[0].Verdict
	case !a.speaks() || !b.speaks():
		t.Verdict = Untestable
	case slices.ContainsFunc(why, func(d ScopeDifference) bool { return names(rm.Facet, d.Key) && fits(d.Relation, claimed) }):
		t.Verdict = Supported
	default:
		t.Verdict = NotNeeded
	}
	return t
}

// fits reports whether a part may lie where it does beside its whole: a smaller
// scope does not account for the higher figure.
func fits(r estimate.Relation, upper int) bool {
	switch r {
	case estimate.Inside:
		return upper != 0
	case estimate.Contains:
		return upper != 1
	}
	return true
}

// names reports whether a remark on facet f speaks of a difference in key.
func names(f estimate.Facet, key string) bool {
	switch f {
	case estimate.FacetMeasure:
		return key == "measure"
	case estimate.FacetWindow:
		return key == "from"
	case estimate.FacetArea:
		return key == "place" || key == "except"
	case estimate.FacetPopulation:
		return key == "population" || key == "except"
	case estimate.FacetAttribution:
		return key == "by"
	}
	return false
}

// speaking returns the root in which the speaker of r gives measure m over the
// same scope: r itself, its statement, or else the last by that source not
// after at.
func (p *pass) speaking(r *root, m estimate.Measure, at estimate.Date) *root {
	if r.Measure == m {
		return r
	}
	var best *root
	for _, o := range p.roots {
		if o.Source != r.Source || o.Measure != m || o.gone() ||
			!sameKeys(o, r) || !o.Scope.From.Overlaps(r.Scope.From) || at.Before(o.Scope.AsOf) {
			continue
		}
		if r.Statement != "" && o.Statement == r.Statement {
			return o
		}
		if best == nil || order(best, o) < 0 {
			best = o
		}
	}
	return best
}

// above returns which of two intervals lies above: 0, 1, or -1 where neither
// does.
func above(a, b interval) int {
	if g := between(a, b); g.upper >= 0 {
		return g.upper
	}
	switch {
	case a.lnLow > b.lnLow && a.lnHigh > b.lnHigh:
		return 0
	case a.lnLow < b.lnLow && a.lnHigh < b.lnHigh:
		return 1
	}
	return -1
}

func (p *pass) verdict(x, y, a, b *root, f estimate.Facet, claimed int) MeasureVerdict {
	v := MeasureVerdict{Verdict: Untestable}
	switch {
	case x == nil || !x.speaks():
		v.Silent = a.ID
		return v
	case y == nil || !y.speaks():
		v.Silent = b.ID
		return v
	}
	v.Estimates = []estimate.ID{x.ID, y.ID}
	if actual := above(x.plain, y.plain); actual >= 0 && claimed >= 0 && actual != claimed {
		v.Reversed = true
	}
	if kind, _ := p.differentQuestion(x, y); kind != "" {
		v.Verdict = NotNeeded
		return v
	}
	g := between(x.opened, y.opened)
	if !g.apart(p.settings.allowed(g)) {
		p.passedOver(g.d, "test of a speaker's own explanation", x.ID, y.ID)
		v.Verdict = NotNeeded
		return v
	}
	players := slices.DeleteFunc(p.players(x, y, g), func(pl Player) bool { return !speaksOf(f, pl.Name) })
	if len(players) == 0 || math.IsNaN(g.d) {
		return v
	}
	for _, pl := range players {
		if pl.assumption.Name != "" {
			p.used.add(pl.assumption, "test of a speaker's own explanation", x.ID, y.ID)
		}
	}
	t := &p.scratch.gaps
	t.solve(x, y, players, p.settings.allowed)
	v.Verdict = Insufficient
	if t.within[t.all()] {
		p.passedOver(t.d[t.all()], "test of a speaker's own explanation", x.ID, y.ID)
		v.Verdict = Supported
	}
	return v
}

// speaksOf reports whether a remark on facet f speaks of the player called name.
func speaksOf(f estimate.Facet, name string) bool {
	switch f {
	case estimate.FacetTiming:
		return name == GrowthPerDay
	case estimate.FacetWording:
		return name == relayPlayer
	case estimate.FacetRule, estimate.FacetBasis, estimate.FacetVerification:
		return strings.HasPrefix(name, string(f)+":")
	}
	return false
}
