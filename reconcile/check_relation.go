package reconcile

import (
	"context"
	"slices"
	"strings"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/source"
)

// relationCheck reports every pair, save derived figures, which have a check of
// their own.
func relationCheck(_ context.Context, view *Pass) ([]Finding, error) {
	// Messages and evidence of all pairs share their memory: most findings of a
	// set are these.
	m := &view.p.scratch
	out, text, starts := m.pairFindings[:0], m.text[:0], m.starts[:0]
	evidence := make([]Evidence, 0, 2*len(view.Pairs))
	n := 0
	for i := range view.Pairs {
		pair := &view.Pairs[i]
		if pair.Relation == DerivedFigure {
			continue
		}
		starts = append(starts, len(text))
		text = text.relation(pair)
		evidence = view.p.appendEvidence(evidence, pair)
		out = append(out, Finding{Kind: pair.Relation, Weight: pair.Weight, Estimates: pair.Estimates[:], Size: pair.Size, Evidence: evidence[n:len(evidence):len(evidence)]})
		n = len(evidence)
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
		m = m.said(lower).say(" is a count of ", lower.Measure.RecordedNoun(), ", which says nothing of the uncounted; ").said(higher).say(" is not")
	case Revision:
		if pair.Weight == Suspicion {
			of := " are of one source: one"
			if a.Source != b.Source {
				of = " are of one institution: one"
			}
			m = m.said(a).say(" and ").said(b).say(of, " revises the other, and their dates do not tell which")
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

// appendEvidence appends the fields of both roots that the relation stands on.
func (p *pass) appendEvidence(es []Evidence, pair *Pair) []Evidence {
	a, b := pair.a, pair.b
	both := func(field, x, y string) {
		es = append(es, Evidence{Estimate: a.ID, Field: field, Value: x}, Evidence{Estimate: b.ID, Field: field, Value: y})
	}
	switch pair.Relation {
	case Revision:
		return p.revisionEvidence(es, pair)
	case DifferentMeasure, AmbiguousMeasure:
		both("measure", string(a.Measure), string(b.Measure))
	case DifferentWindow:
		both("scope.from", a.Scope.From.String(), b.Scope.From.String())
	case NestedScope:
		for _, d := range pair.Why {
			both("scope."+d.Key, scopeValue(a, d.Key), scopeValue(b, d.Key))
		}
	case LaterAsOf:
		es = append(es, dateEvidence(a), dateEvidence(b))
	default:
		both("quantity", a.Quantity.Text, b.Quantity.Text)
	}
	switch pair.Relation {
	case CountBelowEstimate:
		es = appendRecords(es, pair.lower)
	case ExplainedDisagreement:
		for i := range pair.Explanation.Players {
			es = append(es, playerEvidence(pair, &pair.Explanation.Players[i])...)
		}
	}
	return es
}

// revisionEvidence appends what tells that one of pair replaced the other: that
// it says so, their dates, or no more than that they are of one institution.
func (p *pass) revisionEvidence(es []Evidence, pair *Pair) []Evidence {
	a, b := pair.a, pair.b
	if pair.Weight == Suspicion {
		return append(es, Evidence{Estimate: a.ID, Field: "source", Value: string(a.Source)}, Evidence{Estimate: b.ID, Field: "source", Value: string(b.Source)})
	}
	for _, r := range [...][2]*root{{a, b}, {b, a}} {
		old, next := r[0], r[1]
		for _, id := range next.Estimates {
			for _, replaced := range p.estimate(id).Supersedes {
				if slices.Contains(old.Estimates, replaced) {
					es = append(es, Evidence{Estimate: id, Field: "supersedes", Value: string(replaced)})
				}
			}
		}
	}
	if order(a, b) == 0 {
		return es
	}
	if compareDates(a.Scope.AsOf, b.Scope.AsOf) == order(a, b) {
		return append(es, dateEvidence(a), dateEvidence(b))
	}
	return append(es, Evidence{Estimate: a.ID, Field: "published", Value: a.Published.String()}, Evidence{Estimate: b.ID, Field: "published", Value: b.Published.String()})
}

// dateEvidence is the date that r counts to, and where it stands.
func dateEvidence(r *root) Evidence {
	ev := Evidence{Estimate: r.ID, Field: "scope.as_of", Value: r.Scope.AsOf.String()}
	if r.rec.Estimate.Scope.AsOf.IsZero() && r.rec.event.Scope.AsOf.IsZero() {
		ev.Field = "published"
	}
	return ev
}

// appendRecords appends what makes r a count of recorded deaths.
func appendRecords(es []Evidence, r *root) []Evidence {
	if r.Method.Rule == source.Confirmed {
		es = append(es, Evidence{Estimate: r.ID, Field: "method.rule", Value: string(r.Method.Rule)})
	}
	if slices.ContainsFunc(r.Method.Basis, source.Basis.Records) {
		es = append(es, Evidence{Estimate: r.ID, Field: "method.basis", Value: bases(r.Method.Basis)})
	}
	return es
}

// playerEvidence is the field that a sized difference rests on.
func playerEvidence(pair *Pair, pl *Player) []Evidence {
	facet, value, _ := strings.Cut(pl.Name, ":")
	switch {
	case pl.Name == relayPlayer:
		return []Evidence{{Estimate: pl.Estimate, Field: "via"}}
	case pl.Name == GrowthPerDay:
		return []Evidence{dateEvidence(pair.a), dateEvidence(pair.b)}
	case facet == "source", facet == "stake":
		return []Evidence{{Estimate: pl.Estimate, Field: facet, Value: value}}
	}
	return []Evidence{{Estimate: pl.Estimate, Field: "method." + facet, Value: value}}
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
