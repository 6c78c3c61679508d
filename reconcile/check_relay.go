package reconcile

import (
	"context"
	"strings"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/source"
)

// A drift is what one relay changed.
type drift struct {
	from, to string // who printed it before and after; from "" is the origin
	what     []string
	was, now words
}

// drifts reports whether a relay of rec changed its words.
func drifts(rec *record) bool {
	w := rec.filled()
	for i := range rec.via {
		if n := w.after(&rec.via[i]); len(changed(w, n)) > 0 {
			return true
		}
	}
	return false
}

// filled are the words of the origin with the scope filled from the event, so
// that a relay which spells out what went without saying has changed nothing.
func (rec *record) filled() words {
	w := originWords(rec.Estimate)
	w.scope = rec.origin.scope
	return w
}

// changed names what differs between the words of two hops.
func changed(was, now words) []string {
	var what []string
	if was.measure != now.measure {
		what = append(what, "measure")
	}
	a, b := was.quantity, now.quantity
	if !sameNumbers(a, b) {
		what = append(what, "number")
	}
	if a.Hedge != b.Hedge || modality(a) != modality(b) || a.Level != b.Level {
		what = append(what, "hedge")
	}
	x, y := was.scope, now.scope
	if x.By != y.By {
		what = append(what, "attribution")
	}
	x.By, y.By = "", ""
	if !x.Equal(y) {
		what = append(what, "scope")
	}
	return what
}

// sameNumbers compares what is printed as a number or a vague word, whatever
// hedge stands before it: "approaching 1,000" and "about 1,000" print the same.
func sameNumbers(a, b estimate.Quantity) bool {
	x, y := printed(a), printed(b)
	return x == y
}

func printed(q estimate.Quantity) [2]estimate.Bound {
	var out [2]estimate.Bound
	n := 0
	for _, b := range [...]estimate.Bound{q.Low, q.Best, q.High} {
		b = estimate.Bound{N: b.N, Term: b.Term, Stated: b.Stated}
		if b.Stated && (n == 0 || out[n-1] != b) && n < 2 {
			out[n] = b
			n++
		}
	}
	return out
}

func modality(q estimate.Quantity) estimate.Modality {
	if q.Modality == "" {
		return estimate.Asserted
	}
	return q.Modality
}

// driftsOf lists what each relay of rec changed, between the nearest two whose
// words are on file.
func driftsOf(rec *record) []drift {
	var out []drift
	was := rec.filled()
	from := ""
	for i := range rec.via {
		h := &rec.via[i]
		if h.Silent() {
			continue
		}
		now := was.after(h)
		if what := changed(was, now); len(what) > 0 {
			out = append(out, drift{from, string(h.By), what, was, now})
		}
		was, from = now, string(h.By)
	}
	return out
}

// driftCheck reports every record whose words changed on the way.
func driftCheck(_ context.Context, view *Pass) ([]Finding, error) {
	var out []Finding
	p := view.p
	for i := range p.records {
		rec := &p.records[i]
		steps := driftsOf(rec)
		if len(steps) == 0 || rec.state == TooLate {
			continue
		}
		m := message(nil).say(rec.source.Label(), ": ")
		f := Finding{Kind: RelayDrift, Weight: Discrepancy, Estimates: []estimate.ID{rec.ID}}
		for j, s := range steps {
			if j > 0 {
				m = m.say(", ")
			}
			was, now := quoted(s.was.quantity), quoted(s.now.quantity)
			if s.was.measure != s.now.measure {
				was, now = saidAs(s.was), saidAs(s.now)
			}
			switch {
			case was == now:
				m = m.say(was, " changed in ", strings.Join(s.what, " and "), " at ", view.Label(source.ID(s.to)))
			case j > 0 && steps[j-1].to == s.from:
				m = m.say("then ", now, " at ", view.Label(source.ID(s.to)))
			default:
				m = m.say(was, " became ", now, " at ", view.Label(source.ID(s.to)))
			}
			for _, what := range s.what {
				f.Evidence = append(f.Evidence, Evidence{rec.ID, "via." + what, saidAs(s.now), ""})
			}
		}
		f.Message = string(m)
		out = append(out, f)
	}
	return append(out, p.originsDiffer()...), nil
}

// originsDiffer reports records of one root that give the origin different
// words though no relay changed them.
func (p *pass) originsDiffer() []Finding {
	var out []Finding
	for _, r := range p.roots {
		if r.parts != nil || r.State == TooLate {
			continue
		}
		for _, id := range r.Drift {
			e := p.estimate(id)
			if id == r.ID || e.Quantity.Same(r.rec.Estimate.Quantity) || e.Quantity.IsZero() || r.rec.Estimate.Quantity.IsZero() {
				continue // a report that gives no words gives no others
			}
			m := message(nil).who(r).say(": ", quoted(r.rec.Estimate.Quantity), " in one report is ", quoted(e.Quantity), " in another of the same statement")
			out = append(out, Finding{Kind: RelayDrift, Weight: Discrepancy, Estimates: []estimate.ID{id, r.ID}, Message: string(m),
				Evidence: []Evidence{{id, "quantity", quoted(e.Quantity), ""}, {r.ID, "quantity", quoted(r.rec.Estimate.Quantity), ""}}})
		}
	}
	return out
}

// saidAs is what was printed, with what it counts.
func saidAs(w words) string {
	return quoted(w.quantity) + " (" + w.measure.Noun() + ")"
}

func quoted(q estimate.Quantity) string {
	if q.Text != "" {
		return `"` + q.Text + `"`
	}
	return q.Words()
}

// withdrawnReports appends the reports of r that were withdrawn, where others of
// the same statement stand.
func (p *pass) withdrawnReports(out []Finding, r *root) []Finding {
	for _, id := range r.Estimates {
		rec := p.record(id)
		if rec.Retracted == nil || rec.state != Retracted {
			continue
		}
		m := message(nil).said(r)
		if n := len(rec.via); n > 0 {
			m = m.say(": the report by ", p.label(rec.via[n-1].By))
		} else {
			m = m.say(": one report of it")
		}
		out = append(out, Finding{Kind: Retraction, Weight: Note, Estimates: []estimate.ID{id}, Message: string(m.say(" was withdrawn")),
			Evidence: []Evidence{{id, "retracted", rec.Retracted.Published.String(), rec.Retracted.Quote}}})
	}
	return out
}

// retractionCheck reports the roots that were withdrawn, and single reports of
// those that stand.
func retractionCheck(_ context.Context, view *Pass) ([]Finding, error) {
	var out []Finding
	for _, r := range view.p.roots {
		if r.parts != nil || r.State == TooLate {
			continue
		}
		if r.State != Retracted {
			out = view.p.withdrawnReports(out, r)
			continue
		}
		m := message(nil).said(r).say(" was withdrawn")
		f := Finding{Kind: Retraction, Weight: Note, Estimates: r.Estimates}
		for _, id := range r.Estimates {
			if e := view.p.estimate(id); e.Retracted != nil {
				f.Evidence = append(f.Evidence, Evidence{id, "retracted", e.Retracted.Published.String(), e.Retracted.Quote})
			}
		}
		f.Message = string(m)
		out = append(out, f)
	}
	return out, nil
}
