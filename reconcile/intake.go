package reconcile

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"sort"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/source"
)

// A pass is the work on one set: what each stage found, for the next.
type pass struct {
	*worker
	ctx context.Context

	set      *estimate.Set // canonical: sorted, with IDs, invalid records left out
	index    *estimate.Index
	records  []record
	slab     []root  // of findRoots
	roots    []*root // every root, sums included, whatever its state
	question []question
	pairs    []Pair
	answers  []Answer
	tested   []Tested
	warnings []Warning
	used     usage
}

// A record is one estimate as this pass reads it.
type record struct {
	*estimate.Estimate
	origin words          // of the origin, scope filled from the event
	words                 // in the reading of the pass, scope filled, quantity read by the convention
	source *source.Source // never nil
	event  *estimate.Event
	via    []estimate.Hop // those known
	state  State
	why    string
}

// intake makes the canonical set and its records.
func (p *pass) intake(s *estimate.Set) error {
	if s == nil {
		s = &estimate.Set{}
	}
	p.worker.registry.load(s.Registry)
	p.index = p.worker.registry.index
	p.warnings = append(p.warnings, p.worker.registry.warnings...)
	p.set = &estimate.Set{Schema: estimate.Schema, About: s.About, Established: s.Established, Registry: p.worker.registry.sorted}
	if err := p.takeEstimates(s.Estimates); err != nil {
		return err
	}
	if !p.knownAt.IsZero() {
		p.hideLater()
	}
	p.takeRemarks(s.Remarks)
	if err := p.set.Cycle(); err != nil {
		return err
	}
	p.records = slices.Grow(p.records[:0], len(p.set.Estimates))
	for i := range p.set.Estimates {
		p.records = append(p.records, p.read(&p.set.Estimates[i]))
	}
	p.checkReferences()
	return nil
}

// takeEstimates copies the valid estimates in the order of their IDs.
func (p *pass) takeEstimates(in []estimate.Estimate) error {
	if p.shares && canonical(in) {
		p.set.Estimates = slices.Clip(in)
		return nil
	}
	es := make([]estimate.Estimate, 0, len(in))
	var unnamed []estimate.Estimate
	for i := range in {
		e := in[i]
		if err := in[i].Validate(); err != nil {
			p.warnings = append(p.warnings, fieldWarnings(err, e.ID, "record left out")...)
			continue
		}
		e.Pos = estimate.Pos{}
		if e.ID != "" {
			es = append(es, e)
			continue
		}
		id, err := e.ContentID()
		if err != nil {
			p.warnings = append(p.warnings, Warning{Kind: Invalid, Field: "id", Message: "record left out: " + err.Error()})
			continue
		}
		e.ID = id
		unnamed = append(unnamed, e)
	}
	es = sortedCopy(es, byEstimateID)
	for i := 1; i < len(es); i++ {
		if es[i].ID == es[i-1].ID {
			return &estimate.FieldError{ID: es[i].ID, Field: "id", Text: string(es[i].ID), Err: &estimate.DuplicateError{What: "estimate", ID: es[i].ID}}
		}
	}
	if len(unnamed) > 0 {
		es = sortedCopy(nameApart(es, unnamed), byEstimateID)
	}
	p.set.Estimates = es
	return nil
}

// canonical reports whether estimates can stand in a Result as they are: valid,
// with IDs, in their order, and without a Pos.
func canonical(es []estimate.Estimate) bool {
	for i := range es {
		e := &es[i]
		if e.ID == "" || e.Pos != (estimate.Pos{}) || i > 0 && es[i-1].ID >= e.ID || e.Validate() != nil {
			return false
		}
	}
	return true
}

func byEstimateID(a, b *estimate.Estimate) int { return cmp.Compare(a.ID, b.ID) }

// nameApart adds records named by their content to es; records of equal content
// are told apart by a number, in whatever order they come.
func nameApart(es, unnamed []estimate.Estimate) []estimate.Estimate {
	taken := make(map[estimate.ID]bool, len(es)+len(unnamed))
	for i := range es {
		taken[es[i].ID] = true
	}
	for _, e := range unnamed {
		id := e.ID
		for n := 2; taken[e.ID]; n++ {
			e.ID = estimate.ID(fmt.Sprintf("%s-%d", id, n))
		}
		taken[e.ID] = true
		es = append(es, e)
	}
	return es
}

// takeRemarks copies the valid remarks in an order of their own.
func (p *pass) takeRemarks(in []estimate.Remark) {
	for i := range in {
		rm := in[i]
		if err := in[i].Validate(); err != nil {
			p.warnings = append(p.warnings, fieldWarnings(err, "", "remark left out")...)
			continue
		}
		if !p.knownAt.IsZero() && slices.ContainsFunc(rm.About, func(id estimate.ID) bool { return p.estimate(id) == nil }) {
			continue // about what was not public yet
		}
		rm.Pos = estimate.Pos{}
		p.set.Remarks = append(p.set.Remarks, rm)
	}
	slices.SortFunc(p.set.Remarks, func(a, b estimate.Remark) int {
		return cmp.Or(slices.Compare(a.About, b.About), cmp.Compare(a.By, b.By),
			cmp.Compare(a.Facet, b.Facet), cmp.Compare(a.Quote, b.Quote), cmp.Compare(a.URL, b.URL))
	})
}

// read makes the record of e.
func (p *pass) read(e *estimate.Estimate) record {
	rec := record{Estimate: e, via: e.Via, state: Live}
	rec.source = p.index.Source(e.Source)
	if rec.source == nil {
		rec.source = &source.Source{ID: e.Source}
	}
	rec.event = p.index.Event(e.Event)
	if rec.event == nil {
		rec.event = &estimate.Event{ID: e.Event}
	}
	rec.origin = p.readWords(originWords(e), &rec)
	if rec.words = rec.origin; p.reading == Published && len(rec.via) > 0 {
		printed := originWords(e)
		for i := range rec.via {
			printed = printed.after(&rec.via[i])
		}
		rec.words = p.readWords(printed, &rec)
	}
	if rec.words.quantity.BestOutside() {
		p.warnings = append(p.warnings, Warning{Kind: NotUsed, Estimate: e.ID, Field: "quantity.best", Text: rec.words.quantity.Text,
			Message: "the best figure lies outside its own low and high: the ends stand, the best figure is not used"})
	}
	for _, b := range [...]estimate.Bound{rec.words.quantity.Low, rec.words.quantity.High} {
		if b.Stated && !b.Known() {
			p.warnings = append(p.warnings, Warning{Kind: NotUsed, Estimate: e.ID, Field: "quantity", Text: b.Term,
				Message: "the convention " + p.convention.Name + " does not read this word: it gives no number"})
			break
		}
	}
	if q := &rec.words.quantity; (q.Hedge == estimate.HedgeApproximately || q.Hedge == estimate.HedgeNearly) && q.Level == 0 && (q.Best.Stated || q.High.Stated) && !q.Low.Stated {
		p.warnings = append(p.warnings, Warning{Kind: NotUsed, Estimate: e.ID, Field: "quantity.hedge", Text: string(q.Hedge),
			Message: "the convention " + p.convention.Name + " gives this hedge no width: it gives no low end"})
	}
	if e.Aside != nil {
		rec.state, rec.why = SetAside, "by "+e.Aside.By+": "+e.Aside.Why
	}
	if e.Retracted != nil {
		rec.state, rec.why = Retracted, e.Retracted.Quote
	}
	return rec
}

// readWords fills the scope from the event and reads what is vague.
func (p *pass) readWords(w words, rec *record) words {
	w.quantity = p.convention.Read(w.quantity)
	w.scope = w.scope.Or(rec.event.Scope)
	if w.scope.AsOf.IsZero() {
		w.scope.AsOf = rec.Estimate.Published
	}
	return w
}

// hideLater leaves out of the canonical set whatever is not known to have been
// published by KnownAt: estimates, relays and retractions.
func (p *pass) hideLater() {
	p.set.Estimates = slices.DeleteFunc(p.set.Estimates, func(e estimate.Estimate) bool { return !p.known(&e) })
	for i := range p.set.Estimates {
		e := &p.set.Estimates[i]
		e.Via = p.knownHops(e)
		// An undated retraction stays in force: what was withdrawn must not come
		// back for want of a date.
		if e.Retracted != nil && !e.Retracted.Published.IsZero() && !publishedBy(e.Retracted.Published, p.knownAt) {
			e.Retracted = nil
		}
	}
}

// knownHops cuts the chain of e at the first relay published after KnownAt.
func (p *pass) knownHops(e *estimate.Estimate) []estimate.Hop {
	for i := range e.Via {
		if d := e.Via[i].Published; !d.IsZero() && !publishedBy(d, p.knownAt) {
			return e.Via[:i:i]
		}
	}
	return e.Via
}

// known reports whether e was published by KnownAt. What has no date of
// publication was known if a relay of it was.
func (p *pass) known(e *estimate.Estimate) bool {
	date := e.Published
	for _, h := range p.knownHops(e) {
		if date.IsZero() {
			date = h.Published
		}
	}
	switch {
	case date.IsZero():
		p.warnings = append(p.warnings, Warning{Kind: Hidden, Estimate: e.ID, Field: "published",
			Message: "left out: no date of publication, so it is not known to have been public by " + p.knownAt.String()})
		return false
	case !publishedBy(date, p.knownAt):
		if date.Overlaps(p.knownAt) {
			p.warnings = append(p.warnings, Warning{Kind: Hidden, Estimate: e.ID, Field: "published", Text: date.String(),
				Message: "left out: not known to have been public by " + p.knownAt.String()})
		}
		return false
	}
	return true
}

// publishedBy reports whether d is certain to have passed by the end of at.
func publishedBy(d, at estimate.Date) bool {
	days, ok := d.DaysTo(at)
	return ok && days >= 0
}

// checkReferences warns of names that no record declares. They stand for
// themselves.
func (p *pass) checkReferences() {
	type name struct{ what, id string }
	var seen []name
	warn := func(what, id string, at *estimate.Estimate, field string) {
		if id == "" || slices.Contains(seen, name{what, id}) {
			return
		}
		seen = append(seen, name{what, id})
		w := Warning{Kind: Undeclared, Field: field, Text: id, Message: what + " not declared: it stands for itself"}
		if at != nil {
			w.Estimate = at.ID
		}
		p.warnings = append(p.warnings, w)
	}
	for i := range p.records {
		rec := &p.records[i]
		e := rec.Estimate
		if p.index.Source(e.Source) == nil {
			warn("source", string(e.Source), e, "source")
		}
		for j := range rec.via {
			if p.index.Source(rec.via[j].By) == nil {
				warn("source", string(rec.via[j].By), e, "via.by")
			}
		}
		for _, d := range e.DrawsOn {
			if p.index.Source(d) == nil {
				warn("source", string(d), e, "draws_on")
			}
		}
		if p.index.Event(e.Event) == nil {
			warn("event", string(e.Event), e, "event")
		}
		sc := &rec.words.scope
		if p.index.Unit(estimate.Place, sc.Place) == nil {
			warn("place", string(sc.Place), e, "scope.place")
		}
		if p.index.Unit(estimate.Population, sc.Population) == nil {
			warn("population", string(sc.Population), e, "scope.population")
		}
		if sc.By != estimate.Any && p.index.Unit(estimate.Party, sc.By) == nil {
			warn("party", string(sc.By), e, "scope.by")
		}
		for _, id := range e.Supersedes {
			if p.estimate(id) == nil {
				warn("superseded estimate", string(id), e, "supersedes")
			}
		}
		if e.Derived != nil {
			for _, id := range e.Derived.From {
				if p.estimate(id) == nil {
					warn("estimate derived from", string(id), e, "derived.from")
				}
			}
		}
	}
	for i := range p.set.Remarks {
		for _, id := range p.set.Remarks[i].About {
			if p.estimate(id) == nil {
				warn("estimate remarked on", string(id), nil, "remarks.about")
			}
		}
	}
}

// estimate returns the estimate of id in the canonical set, or nil.
func (p *pass) estimate(id estimate.ID) *estimate.Estimate {
	es := p.set.Estimates
	if i, ok := sort.Find(len(es), func(i int) int { return cmp.Compare(id, es[i].ID) }); ok {
		return &es[i]
	}
	return nil
}

// record returns the record of id, which must be of the canonical set.
func (p *pass) record(id estimate.ID) *record {
	i, _ := sort.Find(len(p.records), func(i int) int { return cmp.Compare(id, p.records[i].ID) })
	return &p.records[i]
}
