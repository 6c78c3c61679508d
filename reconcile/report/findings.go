package report

import (
	"fmt"
	"slices"
	"strconv"
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
	add("part above", p.partAbove())
	add("cap exceeded", p.each(reconcile.CapExceeded, 2))
	add("set aside", p.aside())
	add("retracted", p.each(reconcile.Retraction, 3))
	if p.res.Reading == reconcile.Origin {
		add("relay drift", p.each(reconcile.RelayDrift, 4))
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
	for _, k := range p.ownKinds() {
		add(string(k), p.each(k, 2))
	}
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

// ownKinds lists the kinds on the page that are not the standard checks', by
// name: those of the embedding tool.
func (p *page) ownKinds() []reconcile.Kind {
	var own []reconcile.Kind
	standard := reconcile.Kinds()
	for i := range p.res.Findings {
		f := &p.res.Findings[i]
		if !slices.Contains(standard, f.Kind) && !slices.Contains(own, f.Kind) && p.here(f) {
			own = append(own, f.Kind)
		}
	}
	slices.Sort(own)
	return own
}

// here reports whether a finding is about this page's event.
func (p *page) here(f *reconcile.Finding) bool { return slices.ContainsFunc(f.Estimates, p.onPage) }

// onPage reports whether an estimate or root is of the page's event.
func (p *page) onPage(id estimate.ID) bool { return p.ids[id] }

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
	return firstOf(p.findings(k), most, "", func(f *reconcile.Finding) string { return clean(f.Message) + "." })
}

// partAbove writes where a part lies above the recorded count of its whole,
// which no pair of one question shows.
func (p *page) partAbove() string {
	fs := slices.DeleteFunc(p.findings(reconcile.CountBelowEstimate), func(f *reconcile.Finding) bool { return f.Check != "identity" })
	return firstOf(fs, 2, "", func(f *reconcile.Finding) string { return clean(f.Message) + "." })
}

// firstOf writes the first few of a list and how many more there are.
func firstOf[T any](list []T, most int, what string, write func(T) string) string {
	var parts []string
	for i, v := range list {
		if i == most {
			more := strconv.Itoa(len(list) - i)
			if what != "" {
				more = plural(len(list)-i, what)
			}
			parts = append(parts, "And "+more+" more.")
			break
		}
		if s := write(v); s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, " ")
}

// said names a root with its words: Russia MoD "89", or NIS (at least 100)
// where its words are not on file.
func (p *page) said(id estimate.ID) string {
	r := p.root(id)
	switch {
	case r == nil:
		return clean(string(id))
	case len(r.Parts) == 0 && r.Quantity.Text == "":
		return p.who(r) + " (" + p.words(r) + ")"
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

// pairs spells out the pairs of one relation.
func (p *page) pairs(k reconcile.Kind, w reconcile.Weight, how string) string {
	pairs := p.pairsOf(func(pair *reconcile.Pair) bool { return pair.Relation == k && pair.Weight == w })
	return firstOf(pairs, maxPairs, "pair", func(pair *reconcile.Pair) string {
		a, b := p.root(pair.Estimates[0]), p.root(pair.Estimates[1])
		if a == nil || b == nil {
			return ""
		}
		return p.said(a.ID) + " (" + day(a.Scope.AsOf) + ") and " + p.said(b.ID) + " (" + day(b.Scope.AsOf) + "): " + how + " them."
	})
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
	switch {
	case all == 1:
		return "The figure above reads differently at its origin."
	case drifted == 1:
		return fmt.Sprintf("1 of the %d figures above reads differently at its origin.", all)
	}
	return fmt.Sprintf("%d of the %d figures above read differently at their origin.", drifted, all)
}

func (p *page) unclear() string {
	var names []string
	for i := range p.res.Answers {
		for _, r := range p.res.Answers[i].Unclear {
			if n := p.label(r.Source); r.Event == p.event && !slices.Contains(names, n) {
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
				switch n := p.label(r.Source); {
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

// aside lists what was set aside by hand, by whom and why.
func (p *page) aside() string {
	var roots []*reconcile.Root
	for i := range p.res.Answers {
		for _, r := range p.res.Answers[i].Earlier {
			if r.State == reconcile.SetAside && p.ids[r.ID] && len(r.Parts) == 0 {
				roots = append(roots, r)
			}
		}
	}
	return firstOf(roots, 2, "statement", func(r *reconcile.Root) string {
		return p.said(r.ID) + ", " + clean(r.Why) + "."
	})
}

// noCap says which deployments limit nothing.
func (p *page) noCap() string {
	var parts []string
	for i := range p.res.Set.Estimates {
		e := &p.res.Set.Estimates[i]
		if e.Event != p.event || e.Measure != estimate.Deployed || e.Retracted != nil || e.Aside != nil {
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
