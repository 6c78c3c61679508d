package reconcile

import (
	"context"
	"slices"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/source"
)

// sharedCheck reports records that are one root, and roots that rest on one
// upstream and so are not two votes.
func sharedCheck(_ context.Context, view *Pass) ([]Finding, error) {
	var out []Finding
	p := view.p
	for _, r := range p.roots {
		if r.parts != nil || r.State == TooLate || len(r.Estimates) < 2 {
			continue
		}
		m := message(nil).said(r).say(" stands in several reports of one statement: one root")
		out = append(out, Finding{Kind: SharedRoot, Weight: Note, Estimates: r.Estimates, Message: string(m), Evidence: p.oneStatement(r)})
	}
	for i, a := range p.roots {
		if a.State != Live || a.parts != nil {
			continue
		}
		for _, b := range p.roots[i+1:] {
			if b.State != Live || b.parts != nil || b.Event != a.Event || len(a.drawsOn)+len(b.drawsOn) == 0 || !shareUpstream(a, b) {
				continue
			}
			m := message(nil).said(a).say(" and ").said(b)
			switch {
			case a.draws(b.rec.source):
				m = m.say(": the first draws on the second's source")
			case b.draws(a.rec.source):
				m = m.say(": the second draws on the first's source")
			default:
				m = m.say(" draw on the same data")
			}
			out = append(out, Finding{Kind: SharedRoot, Weight: Note, Estimates: []estimate.ID{a.ID, b.ID}, Message: string(m),
				Evidence: []Evidence{{a.ID, "draws_on", joinSources(a.upstream), ""}, {b.ID, "draws_on", joinSources(b.upstream), ""}}})
		}
	}
	return out, nil
}

// oneStatement is why the reports of r are one root: they are of one statement, or
// give the same words by the same source on the same day.
func (p *pass) oneStatement(r *root) []Evidence {
	var es []Evidence
	if r.Statement != "" {
		es = append(es, Evidence{r.ID, "statement", string(r.Statement), ""})
	}
	for i, id := range r.Estimates {
		for _, other := range r.Estimates[i+1:] {
			if a, b := p.record(id), p.record(other); a.Source == b.Source && a.Published == b.Published && a.Estimate.Quantity.Same(b.Estimate.Quantity) {
				return append(es, Evidence{r.ID, "source", string(r.Source), ""}, Evidence{r.ID, "published", r.Published.String(), ""}, Evidence{r.ID, "quantity", quoted(r.Quantity), ""})
			}
		}
	}
	return es
}

// copyCheck suspects that one of two sources copied the other where both give
// the same odd figure, or nearly, and neither says where it comes from.
func copyCheck(_ context.Context, view *Pass) ([]Finding, error) {
	var out []Finding
	p := view.p
	for i, a := range p.roots {
		n, ok := oddFigure(a)
		if !ok {
			continue
		}
		for _, b := range p.roots[i+1:] {
			k, ok := oddFigure(b)
			if !ok || !nearEqual(n, k) || a.Event != b.Event || !p.sameSubject(a, b) || a.Recorded && b.Recorded || p.namesOther(a, b) {
				continue
			}
			same := " are nearly the same odd figure"
			if n == k {
				same = " are the same odd figure"
			}
			m := message(nil).said(a).say(" and ").said(b).say(same, "; neither names the other or a common origin. One may be a copy")
			out = append(out, Finding{Kind: SuspectedCopy, Weight: Suspicion, Estimates: []estimate.ID{a.ID, b.ID}, Message: string(m),
				Evidence: []Evidence{{a.ID, "quantity", quoted(a.Quantity), ""}, {b.ID, "quantity", quoted(b.Quantity), ""}}})
		}
	}
	return out, nil
}

// namesOther reports whether two roots are known to have to do with each other:
// they are of one institution, statement or upstream, or one came through the
// other's source.
func (p *pass) namesOther(a, b *root) bool {
	return source.SameInstitution(a.rec.source, b.rec.source) || a.Statement != "" && a.Statement == b.Statement ||
		shareUpstream(a, b) || p.relayedBy(a, b.Source) || p.relayedBy(b, a.Source)
}

// relayedBy reports whether a report of r came through source s.
func (p *pass) relayedBy(r *root, s source.ID) bool {
	return slices.ContainsFunc(r.Estimates, func(id estimate.ID) bool {
		return slices.ContainsFunc(p.record(id).via, func(h estimate.Hop) bool { return h.By == s })
	})
}

// sameSubject reports whether two roots answer one question, or one counts losses
// over the same keys.
func (p *pass) sameSubject(a, b *root) bool {
	if a.Measure != estimate.Losses && b.Measure != estimate.Losses {
		return a.question >= 0 && a.question == b.question
	}
	return sameKeys(a, b) && a.Scope.From.Overlaps(b.Scope.From)
}

// oddFigure returns the figure of a live root that is too odd to be a round
// number: three significant digits or more.
func oddFigure(r *root) (int64, bool) {
	if r.State != Live || r.parts != nil || r.derived != nil || len(r.drawsOn) > 0 {
		return 0, false
	}
	for _, b := range [...]estimate.Bound{r.Quantity.Best, r.Quantity.Low, r.Quantity.High} {
		if b.Stated && b.Term == "" && b.By == "" {
			return b.N, significant(b.N) >= 3
		}
	}
	return 0, false
}

// nearEqual reports figures that are the same, or within 0.2% of each other
// where both have four significant digits: a digit lost or rounded on the way.
func nearEqual(a, b int64) bool {
	if a == b {
		return true
	}
	diff := max(a, b) - min(a, b)
	return significant(a) >= 4 && significant(b) >= 4 && float64(diff) <= 0.002*float64(max(a, b))
}

// significant counts the digits of n before its trailing zeros.
func significant(n int64) int {
	if n <= 0 {
		return 0
	}
	for n%10 == 0 {
		n /= 10
	}
	digits := 0
	for ; n > 0; n /= 10 {
		digits++
	}
	return digits
}
