package reconcile

import (
	"cmp"
	"slices"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/source"
)

// A State says whether a root takes part in an answer.
type State string

const (
	Live      State = "live"
	Replaced  State = "replaced"  // by a later statement of its source, or one that supersedes it
	Retracted State = "retracted" // withdrawn
	SetAside  State = "aside"     // set aside by hand
	TooLate   State = "later"     // of a date after the one the question is asked at
)

// A Root is one original statement of one measure, however many records and
// relays carry it, as the reading and the convention of the result have it.
type Root struct {
	ID        estimate.ID      `json:"id"`              // of the record whose words count; a sum: its parts joined with "+"
	Estimates []estimate.ID    `json:"estimates"`       // every record of it
	Parts     []estimate.ID    `json:"parts,omitempty"` // of a sum that is ours, not the source's
	Source    source.ID        `json:"source"`
	Event     estimate.ID      `json:"event,omitempty"`
	Statement estimate.ID      `json:"statement,omitempty"`
	Measure   estimate.Measure `json:"measure"`
	Scope     estimate.Scope   `json:"scope,omitzero"` // filled from the event; as_of falls back to Published
	Published estimate.Date    `json:"published,omitzero"`

	Quantity estimate.Quantity `json:"quantity,omitzero"` // of a sum: none
	Low      End               `json:"low,omitzero"`
	Central  End               `json:"central,omitzero"`
	High     End               `json:"high,omitzero"`

	Stake    source.Stake  `json:"stake,omitempty"`
	Method   source.Method `json:"method,omitzero"`
	Recorded bool          `json:"recorded,omitempty"` // counts recorded deaths, silent on the uncounted
	Settled  bool          `json:"settled,omitempty"`  // counts as of the date the question is asked at

	State State         `json:"state"`
	By    estimate.ID   `json:"by,omitempty"`    // the root that replaced it
	Why   string        `json:"why,omitempty"`   // of a record withdrawn or set aside
	Drift []estimate.ID `json:"drift,omitempty"` // records whose words changed on the way
}

// A root is a Root with what the stages need to know of it.
type root struct {
	*Root
	rec      *record // representative; of a sum, of its first part
	parts    []*root // of a sum
	drawsOn  []source.ID
	upstream []source.ID // drawsOn, and what those draw on
	derived  *estimate.Derivation
	question int // index into pass.question, -1 for none

	superseded bool  // State Replaced, because the one that replaced it says so
	next       *root // State Replaced by another of its institution: its own source's next, if any

	origin *root // at its origin, where a relay changed its words; not itself a root of the pass

	plain, opened interval // section 5: no hedge opened, words opened

	phrase string // speaker and words, once a message has needed them
}

// speaks reports whether the root gives any number.
func (r *root) speaks() bool { return r.plain.hasLow || r.plain.hasHigh }

// gone reports whether the root takes part in nothing: it was withdrawn, set
// aside, or is of a later date than asked. One that was replaced is history.
func (r *root) gone() bool { return r.State == Retracted || r.State == SetAside || r.State == TooLate }

// findRoots groups the records into roots.
func (p *pass) findRoots() {
	// One allocation for the roots of the result, and scratch for what only this
	// pass needs. Neither grows, so pointers into them hold.
	public := make([]Root, len(p.records))
	ids := make([]estimate.ID, len(p.records))
	p.slab = slices.Grow(p.slab[:0], len(p.records))
	for _, relayed := range [...]bool{false, true} { // what a relay changed joins the root it had
		for i := range p.records {
			rec := &p.records[i]
			if len(rec.via) > 0 != relayed {
				continue
			}
			if r := p.rootOf(rec); r != nil {
				r.Estimates = append(r.Estimates, rec.ID)
				continue
			}
			n := len(p.slab)
			ids[n] = rec.ID
			public[n].Estimates = ids[n : n+1 : n+1]
			p.slab = append(p.slab, root{Root: &public[n], rec: rec, question: -1})
			p.roots = append(p.roots, &p.slab[n])
		}
	}
	for _, r := range p.roots {
		slices.Sort(r.Estimates)
		p.represent(r)
		p.fill(r)
	}
	slices.SortFunc(p.roots, byID) // not by first record, which a further report may change
	p.addSums()
	p.traceUpstreams()
}

// rootOf returns the root that rec is another report of, or nil: one that has
// its words, or else one of whose words its own may be a relay's.
func (p *pass) rootOf(rec *record) *root {
	var other *root
	for _, r := range p.roots {
		switch {
		case !sameRoot(r.rec, rec):
		case r.rec.Estimate.Quantity.Same(rec.Estimate.Quantity):
			return r
		case other == nil && !slices.ContainsFunc(r.Estimates, func(id estimate.ID) bool { return toldApart(p.record(id), rec) }):
			other = r
		}
	}
	return other
}

// toldApart reports whether two records of one statement that give it different
// numbers are two figures that it gives side by side, such as a documented count
// and an estimate: both are its speaker's with no relay between that could have
// changed the words, or each states a basis of its own.
func toldApart(a, b *record) bool {
	if a.Estimate.Quantity.Same(b.Estimate.Quantity) {
		return false
	}
	if a.Source == b.Source && len(a.via) == 0 && len(b.via) == 0 {
		return true
	}
	x, y := a.Estimate.Method.Basis, b.Estimate.Method.Basis
	return len(x) > 0 && len(y) > 0 && !slices.ContainsFunc(x, func(s source.Basis) bool { return slices.Contains(y, s) })
}

// sameRoot reports whether two records report one original statement of one
// measure. It compares the words of the origin, in either reading.
func sameRoot(a, b *record) bool {
	if a.Statement != b.Statement || a.Event != b.Event || a.origin.measure != b.origin.measure {
		return false
	}
	if a.Statement == "" && (a.Source != b.Source || a.Published != b.Published || !a.Estimate.Quantity.Same(b.Estimate.Quantity)) {
		return false
	}
	return a.origin.scope.Equal(b.origin.scope)
}

// represent chooses the record whose words count: the one with fewest hops, then
// the earliest, then the first by ID, among those neither withdrawn nor set
// aside. A retraction withdraws its record and those that relay it further.
func (p *pass) represent(r *root) {
	if len(r.Estimates) == 1 {
		r.driftOf(r.rec)
		return
	}
	recs := make([]*record, len(r.Estimates))
	for i, id := range r.Estimates {
		recs[i] = p.record(id)
	}
	for _, withdrawn := range recs {
		if withdrawn.Retracted == nil || withdrawn.state != Retracted {
			continue
		}
		for _, rec := range recs {
			if rec.state == Live && relays(rec, withdrawn) {
				rec.state, rec.why = Retracted, withdrawn.why
			}
		}
	}
	best := recs[0]
	for _, rec := range recs[1:] {
		if cmpRecords(rec, best) < 0 {
			best = rec
		}
	}
	r.rec = best
	for _, rec := range recs {
		r.driftOf(rec)
	}
}

// driftOf lists rec if its words changed on the way, or are not those of the
// record that counts.
func (r *root) driftOf(rec *record) {
	if drifts(rec) || rec != r.rec && (!rec.words.quantity.Same(r.rec.words.quantity) || rec.words.measure != r.rec.words.measure) {
		r.Drift = append(r.Drift, rec.ID)
	}
}

// relays reports whether rec is origin itself or came through all its hops.
func relays(rec, origin *record) bool {
	if len(rec.via) < len(origin.via) {
		return false
	}
	for i := range origin.via {
		if rec.via[i].By != origin.via[i].By {
			return false
		}
	}
	return true
}

func cmpRecords(a, b *record) int {
	return cmp.Or(
		cmpLive(a.state, b.state),
		cmp.Compare(len(a.via), len(b.via)),
		cmpDates(a.Estimate.Published, b.Estimate.Published),
		cmp.Compare(a.ID, b.ID))
}

func cmpLive(a, b State) int {
	switch {
	case (a == Live) == (b == Live):
		return 0
	case a == Live:
		return -1
	}
	return 1
}

// cmpDates orders dates that do not overlap; an unstated one comes last.
func cmpDates(a, b estimate.Date) int {
	switch {
	case a.Before(b), !a.IsZero() && b.IsZero():
		return -1
	case b.Before(a), a.IsZero() && !b.IsZero():
		return 1
	}
	return 0
}

// fill sets the fields of r from its record.
func (p *pass) fill(r *root) {
	rec := r.rec
	r.ID, r.Source, r.Event, r.Statement = rec.ID, rec.Source, rec.Event, rec.Statement
	r.Published = rec.Estimate.Published
	r.Stake = rec.Estimate.Stake
	if r.Stake == "" {
		r.Stake = rec.source.Stake
	}
	r.Method = rec.Estimate.Method.Or(rec.source.Method)
	r.State, r.Why = rec.state, rec.why
	r.drawsOn, r.derived = rec.DrawsOn, rec.Derived
	r.say(rec.words)
	if p.reading == Published && !sameWords(rec.origin, rec.words) {
		o, public := *r, *r.Root
		o.Root = &public
		o.say(rec.origin)
		r.origin = &o
	}
}

func sameWords(a, b words) bool {
	return a.measure == b.measure && a.quantity.Same(b.quantity) && a.scope.Equal(b.scope)
}

// say sets what r says to w.
func (r *root) say(w words) {
	r.Measure, r.Scope, r.Quantity, r.phrase = w.measure, w.scope, w.quantity, ""
	low, central, high := w.quantity.Ends()
	if r.denies(low, high) {
		low, central, high = estimate.Bound{}, estimate.Bound{}, estimate.Bound{}
	}
	r.Recorded = r.Method.Recorded() && r.Stake != source.StakeLower
	r.Low, r.Central, r.High = r.stand(low, central, high)
	r.plain, r.opened = intervals(w.quantity, low, central, high)
}

// denies reports whether the statement denies the deaths: in words, or by a
// zero from a speaker whose interest pulls the figure down.
func (r *root) denies(low, high estimate.Bound) bool {
	return r.Quantity.Hedge == estimate.HedgeDenied ||
		r.Stake == source.StakeLower && high.Stated && high.Most() == 0 && low.Stated && low.Least() == 0
}
