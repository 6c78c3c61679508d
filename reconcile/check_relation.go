package reconcile

import (
	"context"

	"github.com/openestimate/casualty/estimate"
)

// relationCheck reports every pair, save derived figures, which have a check of
// their own.
func relationCheck(_ context.Context, view *Pass) ([]Finding, error) {
	// Messages and evidence of all pairs share their memory: most findings of a
	// set are these.
	m := &view.p.scratch
	out, text, starts := m.pairFindings[:0], m.text[:0], m.starts[:0]
	evidence := make([]Evidence, 0, 2*len(view.Pairs))
	for i := range view.Pairs {
		pair := &view.Pairs[i]
		if pair.Relation == DerivedFigure {
			continue
		}
		starts = append(starts, len(text))
		text = text.relation(pair)
		evidence = appendEvidence(evidence, pair)
		n := len(evidence)
		out = append(out, Finding{Kind: pair.Relation, Weight: pair.Weight, Estimates: pair.Estimates[:], Size: pair.Size, Evidence: evidence[n-2 : n : n]})
	}
	starts = append(starts, len(text))
	all := string(text)
	for i := range out {
		out[i].Message = all[starts[i]:starts[i+1]]
	}
	m.pairFindings, m.text, m.starts = out, text, starts
	return out, nil
}

func (m message) relation(pair *Pair) message {
	a, b := pair.a, pair.b
	lower, higher := a, b
	if pair.lower == b {
		lower, higher = b, a
	}
	switch pair.Relation {
	case Agree:
		m = m.said(a).say(" and ").said(b).say(" agree")
	case CompatibleAsStated:
		if pair.oneVoice {
			m = m.said(a).say(" and ").said(b).say(" stand side by side in one statement")
			break
		}
		m = m.said(a).say(" and ").said(b).say(" are compatible as stated")
	case CountBelowEstimate:
		m = m.said(lower).say(" is a count of recorded deaths, which says nothing of the uncounted; ").said(higher).say(" is not")
	case Revision:
		if pair.Weight == Suspicion {
			m = m.said(a).say(" and ").said(b).say(" are of one source: one revises the other, and their dates do not tell which")
			break
		}
		old, next := b, a
		if a.State == Replaced && (a.By == b.ID || a.next == b) {
			old, next = a, b
		}
		m = m.said(old).say(" was replaced by ")
		if next.Source == old.Source {
			m = m.words(next)
		} else {
			m = m.said(next)
		}
	case LaterAsOf:
		m = m.said(lower).say(" and ").said(higher).say(" are of different dates, ").
			say(lower.Scope.AsOf.String(), " and ", higher.Scope.AsOf.String())
		if pair.Weight == Suspicion {
			m = m.say("; the growth is faster than assumed")
		}
	case DifferentMeasure, AmbiguousMeasure:
		m = m.said(a).say(" counts ", a.Measure.Noun(), "; ").said(b).say(" counts ", b.Measure.Noun())
	case DifferentWindow:
		m = m.said(a).say(" counts from ", dateOr(a.Scope.From, "a date not stated"), "; ").
			said(b).say(" from ", dateOr(b.Scope.From, "a date not stated"))
	case NestedScope:
		m = m.said(a).say(" and ").said(b).say(" cover different scopes:")
		for i, d := range pair.Why {
			if i > 0 {
				m = m.say(",")
			}
			m = m.say(" ", scopeWord(d))
		}
	case ExplainedDisagreement, UnexplainedDisagreement:
		m = m.said(lower).say(" and ").said(higher)
		if pair.Size > 0 {
			m = m.say(" are at least ").times(pair.Size).say(" apart")
		} else {
			m = m.say(" do not overlap")
		}
		m = m.explanation(pair)
	}
	return m
}

// explanation appends how far the sized differences go.
func (m message) explanation(pair *Pair) message {
	x := pair.Explanation
	if x == nil || len(x.Players) == 0 {
		return m.say("; no difference of method between them has a known size")
	}
	m = m.say(" = up to ")
	for i, pl := range x.Players {
		if i > 0 {
			m = m.say(" times up to ")
		}
		ground := "assumed"
		if pl.Measured {
			ground = "measured"
		}
		if pl.Name == relayPlayer {
			ground = "the words at origin"
		}
		m = m.times(pl.Share).say(" (", pl.Name, ", ", ground)
		if pl.Share < 0 {
			m = m.say(", aggravating")
		}
		m = m.say(")")
	}
	if x.Remainder > 0 {
		return m.say(" times at least ").times(x.Remainder).say(" unexplained")
	}
	return m.say(", which leaves nothing unexplained")
}

func dateOr(d estimate.Date, or string) string {
	if d.IsZero() {
		return or
	}
	return d.String()
}

func scopeWord(d ScopeDifference) string {
	key := d.Key
	if key == "by" {
		key = "attribution"
	}
	if key == "except" {
		key = "exceptions"
	}
	switch d.Relation {
	case estimate.Inside:
		return key + " (the first within the second)"
	case estimate.Contains:
		return key + " (the second within the first)"
	case estimate.Siblings:
		return key + " (parts of one whole)"
	}
	return key + " (not comparable)"
}

// appendEvidence appends, for each root of the pair, the field that the relation
// stands on.
func appendEvidence(es []Evidence, pair *Pair) []Evidence {
	a, b := pair.a, pair.b
	field := "quantity"
	x, y := a.Quantity.Text, b.Quantity.Text
	switch pair.Relation {
	case DifferentMeasure, AmbiguousMeasure:
		field, x, y = "measure", string(a.Measure), string(b.Measure)
	case DifferentWindow:
		field, x, y = "scope.from", a.Scope.From.String(), b.Scope.From.String()
	case NestedScope:
		field = "scope." + pair.Why[0].Key
		x, y = scopeValue(a, pair.Why[0].Key), scopeValue(b, pair.Why[0].Key)
	case LaterAsOf:
		field, x, y = "scope.as_of", a.Scope.AsOf.String(), b.Scope.AsOf.String()
	}
	return append(es, Evidence{Estimate: a.ID, Field: field, Value: x}, Evidence{Estimate: b.ID, Field: field, Value: y})
}

func scopeValue(r *root, key string) string {
	switch key {
	case "population":
		return string(r.Scope.Population)
	case "place":
		return string(r.Scope.Place)
	case "by":
		return string(r.Scope.By)
	case "except":
		return joinSorted(r.Scope.Except)
	}
	return r.Scope.From.String()
}
