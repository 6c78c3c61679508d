package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/reconcile"
)

// maxEntries is how many entries of findings a page shows.
const maxEntries = 7

// An entry is what a page says of the findings of one group.
type entry struct {
	head string
	text string
}

// writeFindings writes the findings, grouped by kind, the gravest first.
func (p *page) writeFindings() {
	var entries []entry
	add := func(head, text string) {
		if text != "" {
			entries = append(entries, entry{head, text})
		}
	}
	add("disagreement", p.disagreements())
	add("suspicion", p.suspicions())
	add("denial", p.each(reconcile.Denial, 2))
	add("identity", p.each(reconcile.IdentityBroken, 2))
	add("cap exceeded", p.each(reconcile.CapExceeded, 2))
	add("retracted", p.each(reconcile.Retraction, 3))
	if p.res.Reading == reconcile.Origin {
		add("relay drift", p.drift())
	}
	add("compatible", p.compatible())
	add("own reason", p.reasons())
	add("unclear", p.unclear())
	add("stake", p.stakes())
	if p.res.Reading == reconcile.Published {
		add("check", p.driftCount())
	}
	add("ratio", p.each(reconcile.UnusualRatio, 2))
	add("no cap", p.noCap())
	add("later date", p.pairs(reconcile.LaterAsOf, reconcile.Note, "time may part"))
	add("derived", p.each(reconcile.DerivedFigure, 2))
	add("one root", p.each(reconcile.SharedRoot, 2))
	if len(entries) == 0 {
		return
	}
	p.line("  Findings")
	for i, e := range entries {
		if i == maxEntries {
			rest := make([]string, 0, len(entries)-i)
			for _, e := range entries[i:] {
				rest = append(rest, e.head)
			}
			p.entry("", 2, "also in the result: "+list(rest))
			break
		}
		p.entry("  "+e.head, 16, e.text)
	}
	p.line("")
}

// here reports whether a finding is about this page's event.
func (p *page) here(f *reconcile.Finding) bool {
	return slices.ContainsFunc(f.Estimates, func(id estimate.ID) bool {
		return p.ids[id] || slices.ContainsFunc(strings.Split(string(id), "+"), func(part string) bool { return p.ids[estimate.ID(part)] })
	})
}

func (p *page) findings(k reconcile.Kind) []*reconcile.Finding {
	var out []*reconcile.Finding
	for i := range p.res.Findings {
		if f := &p.res.Findings[i]; f.Kind == k && p.here(f) {
			out = append(out, f)
		}
	}
	return out
}

// each writes the messages of a kind, up to most of them.
func (p *page) each(k reconcile.Kind, most int) string {
	fs := p.findings(k)
	var parts []string
	for i, f := range fs {
		if i == most {
			parts = append(parts, fmt.Sprintf("And %d more.", len(fs)-most))
			break
		}
		parts = append(parts, clean(f.Message)+".")
	}
	return strings.Join(parts, " ")
}

// said names a root with its words: Russia MoD "89".
func (p *page) said(id estimate.ID) string {
	r := p.root(id)
	if r == nil {
		return clean(string(id))
	}
	return p.who(r) + " " + p.words(r)
}

func (p *page) pairsOf(ok func(*reconcile.Pair) bool) []*reconcile.Pair {
	var out []*reconcile.Pair
	for i := range p.res.Pairs {
		pair := &p.res.Pairs[i]
		r := p.root(pair.Estimates[0])
		if r != nil && r.Event == p.event && ok(pair) {
			out = append(out, pair)
		}
	}
	slices.SortStableFunc(out, func(a, b *reconcile.Pair) int {
		switch {
		case a.Size > b.Size:
			return -1
		case a.Size < b.Size:
			return 1
		}
		return 0
	})
	return out
}

// maxPairs is how many pairs one entry spells out.
const maxPairs = 3

func (p *page) disagreements() string {
	pairs := p.pairsOf(func(pair *reconcile.Pair) bool {
		return pair.Relation.Disagrees() && pair.Weight == reconcile.Discrepancy
	})
	var parts []string
	for i, pair := range pairs {
		if i == maxPairs {
			parts = append(parts, fmt.Sprintf("And %s more.", plural(len(pairs)-i, "pair")))
			break
		}
		parts = append(parts, p.disagreement(pair))
	}
	return strings.Join(parts, " ")
}

// disagreement says how far two lie apart and what of it is accounted for.
func (p *page) disagreement(pair *reconcile.Pair) string {
	s := p.said(pair.Estimates[0]) + " and " + p.said(pair.Estimates[1])
	x := pair.Explanation
	switch {
	case pair.Size == 0:
		return s + " do not overlap."
	case x == nil || len(x.Players) == 0:
		s += ": at least " + times(pair.Size) + " apart."
	default:
		s += ": at least " + times(pair.Size) + " apart = "
		for _, pl := range x.Players {
			s += times(pl.Share) + " (" + p.player(&pl) + ") times "
		}
		if x.Remainder > 0.005 {
			s += times(x.Remainder) + " unexplained."
		} else {
			s = strings.TrimSuffix(s, " times ") + ", which leaves nothing unexplained."
		}
	}
	if d := p.differences(x); d != "" {
		s += " " + d
	}
	return s
}

// player names a sized difference and its ground.
func (p *page) player(pl *reconcile.Player) string {
	switch pl.Name {
	case "relay":
		return "the words at origin in place of a relay's"
	case reconcile.GrowthPerDay:
		return "growth with time, assumed"
	}
	facet, value, _ := strings.Cut(pl.Name, ":")
	if facet == "source" {
		value = p.label(p.root(pl.Estimate).Source)
	}
	ground := "assumed"
	if pl.Measured {
		ground = "measured"
	}
	s := facet + ": " + human(value) + ", " + ground
	if a, ok := p.assumption(pl.Name); ok {
		s += " " + a.Value()
	}
	if pl.Share < 0 {
		s += ", aggravating"
	}
	return s
}

func (p *page) assumption(name string) (reconcile.Assumption, bool) {
	for _, u := range p.res.Assumptions {
		if u.Name == name {
			return u.Assumption, true
		}
	}
	return reconcile.Assumption{}, false
}

// differences lists the facets that differ beyond those with a size.
func (p *page) differences(x *reconcile.Explanation) string {
	if x == nil {
		return ""
	}
	var stated, unstated []string
	for _, d := range x.Differences {
		if slices.ContainsFunc(x.Players, func(pl reconcile.Player) bool { return strings.HasPrefix(pl.Name, d.Facet+":") }) {
			continue
		}
		if d.Values[0] != "" && d.Values[1] != "" {
			stated = append(stated, d.Facet+" ("+human(d.Values[0])+" against "+human(d.Values[1])+")")
		} else {
			unstated = append(unstated, d.Facet)
		}
	}
	var s string
	if len(stated) > 0 {
		s = "Methods differ in " + list(stated) + "; no published size, nothing credited."
	}
	if len(unstated) > 0 {
		s += " Stated by one only: " + list(unstated) + "."
	}
	return strings.TrimSpace(s)
}

func (p *page) suspicions() string {
	pairs := p.pairsOf(func(pair *reconcile.Pair) bool {
		return pair.Weight == reconcile.Suspicion
	})
	var parts []string
	for i, pair := range pairs {
		if i == maxPairs {
			parts = append(parts, fmt.Sprintf("And %s more.", plural(len(pairs)-i, "pair")))
			break
		}
		s := p.said(pair.Estimates[0]) + " and " + p.said(pair.Estimates[1])
		if pair.Size > 0 {
			s += ": " + times(pair.Size) + " apart"
		}
		parts = append(parts, s+p.suspectWhy(pair)+".")
	}
	if c := p.each(reconcile.SuspectedCopy, 2); c != "" {
		parts = append(parts, c)
	}
	return strings.Join(parts, " ")
}

// suspectWhy says why a gap is no more than a suspicion.
func (p *page) suspectWhy(pair *reconcile.Pair) string {
	if pair.Relation == reconcile.LaterAsOf {
		return " within days of each other, faster than the growth assumed; an early toll"
	}
	var why reconcile.Reasons
	for _, id := range pair.Estimates {
		if r := p.root(id); r != nil {
			why |= r.Low.Why | r.High.Why
		}
	}
	switch {
	case why.Has(reconcile.Vague):
		return " by the word table"
	case why.Has(reconcile.Possible):
		return ", one of them a possibility"
	case why.Has(reconcile.Derived):
		return ", one of them derived"
	}
	return ", one of them unclear in measure"
}

// compatible says which hedges leave room for what.
func (p *page) compatible() string {
	pairs := p.pairsOf(func(pair *reconcile.Pair) bool {
		switch pair.Relation {
		case reconcile.CompatibleAsStated, reconcile.CountBelowEstimate, reconcile.Agree:
			return true
		}
		return false
	})
	rank := func(pair *reconcile.Pair) int {
		r := 1
		if pair.Relation == reconcile.Agree {
			r = 2
		}
		if !p.onMain(pair) {
			r += 2
		}
		return r
	}
	slices.SortStableFunc(pairs, func(a, b *reconcile.Pair) int { return rank(a) - rank(b) })
	var parts []string
	for i, pair := range pairs {
		if i == maxPairs {
			parts = append(parts, fmt.Sprintf("And %s more.", plural(len(pairs)-i, "pair")))
			break
		}
		parts = append(parts, p.compatiblePair(pair))
	}
	return strings.Join(parts, " ")
}

func (p *page) compatiblePair(pair *reconcile.Pair) string {
	a, b := p.said(pair.Estimates[0]), p.said(pair.Estimates[1])
	switch pair.Relation {
	case reconcile.Agree:
		if pair.Size > 0 {
			return a + " and " + b + " meet within rounding and hedge words (" + times(pair.Size) + ")."
		}
		return a + " and " + b + " agree."
	case reconcile.CountBelowEstimate:
		for i, id := range pair.Estimates {
			if r := p.root(id); r != nil && r.Recorded {
				return []string{a, b}[i] + " is a count of recorded deaths and says nothing of the uncounted; " + []string{b, a}[i] + " need not conflict with it."
			}
		}
	}
	if len(pair.Suffices) == 0 {
		return a + " and " + b + ": the words leave room."
	}
	var ways []string
	for _, set := range pair.Suffices {
		var words []string
		for _, o := range set {
			words = append(words, p.opening(o))
		}
		ways = append(ways, list(words))
	}
	word := " leaves room for "
	if len(pair.Suffices) == 1 && len(pair.Suffices[0]) == 1 {
		other := b
		if pair.Suffices[0][0].Estimate == pair.Estimates[1] {
			other = a
		}
		return ways[0] + word + other + "."
	}
	return a + " and " + b + ": " + strings.Join(ways, ", or ") + " suffices."
}

// opening names the hedge that leaves room, by its word and speaker.
func (p *page) opening(o reconcile.Opening) string {
	r := p.root(o.Estimate)
	if r == nil {
		return "a hedge"
	}
	switch o.Reason {
	case "recorded":
		return p.said(o.Estimate) + ", a count of recorded deaths,"
	case "possible":
		return p.who(r) + "'s " + strings.TrimPrefix(modal(r.Quantity), "the ")
	}
	return p.said(o.Estimate)
}

// pairs spells out the pairs of one relation.
func (p *page) pairs(k reconcile.Kind, w reconcile.Weight, how string) string {
	pairs := p.pairsOf(func(pair *reconcile.Pair) bool { return pair.Relation == k && pair.Weight == w })
	var parts []string
	for i, pair := range pairs {
		if i == maxPairs {
			parts = append(parts, fmt.Sprintf("And %s more.", plural(len(pairs)-i, "pair")))
			break
		}
		a, b := p.root(pair.Estimates[0]), p.root(pair.Estimates[1])
		if a == nil || b == nil {
			continue
		}
		parts = append(parts, p.said(a.ID)+" ("+day(a.Scope.AsOf)+") and "+p.said(b.ID)+" ("+day(b.Scope.AsOf)+"): "+how+" them.")
	}
	return strings.Join(parts, " ")
}

// drift says what relays changed.
func (p *page) drift() string {
	var parts []string
	fs := p.findings(reconcile.RelayDrift)
	for i, f := range fs {
		if i == 4 {
			parts = append(parts, fmt.Sprintf("And %d more.", len(fs)-i))
			break
		}
		parts = append(parts, clean(f.Message)+".")
	}
	return strings.Join(parts, " ")
}

// driftCount says how many of the page's figures read differently at their
// origin.
func (p *page) driftCount() string {
	var drifted, all int
	for _, a := range p.main {
		for _, list := range [...][]*reconcile.Root{a.Roots, a.Unclear} {
			for _, r := range list {
				if len(r.Parts) > 0 {
					continue
				}
				all++
				if len(r.Drift) > 0 {
					drifted++
				}
			}
		}
	}
	if drifted == 0 {
		return ""
	}
	verb := "read"
	if drifted == 1 {
		verb = "reads"
	}
	return fmt.Sprintf("%d of the %s above %s differently at the origin.", drifted, plural(all, "figure"), verb)
}

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

func (p *page) unclear() string {
	var names []string
	for i := range p.res.Answers {
		for _, r := range p.res.Answers[i].Unclear {
			if n := p.who(r); r.Event == p.event && !slices.Contains(names, n) {
				names = append(names, n)
			}
		}
	}
	if len(names) == 0 {
		return ""
	}
	return list(names) + `: "losses" may mean dead, or dead and wounded, or more.`
}

// stakes names the live speakers whose interest pulls the figure.
func (p *page) stakes() string {
	var up, down []string
	for i := range p.res.Answers {
		a := &p.res.Answers[i]
		for _, list := range [...][]*reconcile.Root{a.Roots, a.Unclear} {
			for _, r := range list {
				if r.Event != p.event {
					continue
				}
				switch n := p.who(r); {
				case r.Stake == "higher" && !slices.Contains(up, n):
					up = append(up, n)
				case r.Stake == "lower" && !slices.Contains(down, n):
					down = append(down, n)
				}
			}
		}
	}
	var parts []string
	if len(up) > 0 {
		parts = append(parts, list(up)+": interest pulls the figure up.")
	}
	if len(down) > 0 {
		parts = append(parts, list(down)+": interest pulls the figure down.")
	}
	return strings.Join(parts, " ")
}

// noCap says which deployments limit nothing.
func (p *page) noCap() string {
	var parts []string
	for i := range p.res.Set.Estimates {
		e := &p.res.Set.Estimates[i]
		if e.Event != p.event || e.Measure != estimate.Deployed {
			continue
		}
		low, _, high := e.Quantity.Ends()
		if high.Stated || !low.Stated {
			continue
		}
		parts = append(parts, quantity(e.Quantity)+" sent ("+p.label(e.Source)+") is itself a lower bound: it caps nothing.")
	}
	return strings.Join(parts, " ")
}
