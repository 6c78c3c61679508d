package report

import (
	"slices"
	"strings"

	"github.com/openestimate/casualty/reconcile"
)

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
	return firstOf(pairs, maxPairs, "pair", p.compatiblePair)
}

func (p *page) compatiblePair(pair *reconcile.Pair) string {
	a, b := p.said(pair.Estimates[0]), p.said(pair.Estimates[1])
	switch pair.Relation {
	case reconcile.Agree:
		if pair.Size > 0.005 { // what would print as a factor of 1 is none
			return a + " and " + b + " meet within rounding and hedge words (" + times(pair.Size) + ")."
		}
		return a + " and " + b + " agree."
	case reconcile.CountBelowEstimate:
		for i, id := range pair.Estimates {
			if r := p.root(id); r != nil && r.Recorded {
				return []string{a, b}[i] + " is a count of " + r.Measure.RecordedNoun() + " and says nothing of the uncounted; " + []string{b, a}[i] + " need not conflict with it."
			}
		}
	}
	if len(pair.Suffices) == 0 && p.oneStatement(pair) {
		return a + " and " + b + " stand side by side in one statement."
	}
	if len(pair.Suffices) != 1 {
		return a + " and " + b + ": the words of either leave room for the other."
	}
	set := pair.Suffices[0]
	if len(set) > 1 {
		return a + " and " + b + ": the words of both together leave room."
	}
	other := b
	if set[0].Estimate == pair.Estimates[1] {
		other = a
	}
	return p.opening(set[0]) + " leaves room for " + other + "."
}

// oneStatement reports whether one statement gives both figures.
func (p *page) oneStatement(pair *reconcile.Pair) bool {
	a, b := p.root(pair.Estimates[0]), p.root(pair.Estimates[1])
	return a != nil && b != nil && a.Statement != "" && a.Statement == b.Statement
}

// opening names the hedge that leaves room, by its word and speaker.
func (p *page) opening(o reconcile.Opening) string {
	r := p.root(o.Estimate)
	if r == nil {
		return "a hedge"
	}
	switch o.Reason {
	case "recorded":
		return p.said(o.Estimate) + ", a count of " + r.Measure.RecordedNoun() + ","
	case "possible":
		return p.who(r) + "'s " + strings.TrimPrefix(modal(r.Quantity), "the ")
	}
	return p.said(o.Estimate)
}
