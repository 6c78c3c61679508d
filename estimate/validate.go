package estimate

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// Validate checks every field of e and returns the joined *FieldErrors, or nil.
// It does not look at other records; see Set.Validate.
func (e *Estimate) Validate() error {
	v := validator{pos: e.Pos, id: e.ID}
	if e.ID != "" {
		v.check("id", string(e.ID), e.ID.Validate())
	}
	if e.Event != "" {
		v.check("event", string(e.Event), e.Event.Validate())
	}
	if e.Source == "" {
		v.check("source", "", errors.New("no source: accepted is the id of who said it"))
	} else {
		v.check("source", string(e.Source), e.Source.Validate())
	}
	if e.Statement != "" {
		v.check("statement", string(e.Statement), e.Statement.Validate())
	}
	if e.Measure == "" {
		v.check("measure", "", missing("measure", Measures()))
	} else {
		v.check("measure", string(e.Measure), e.Measure.Validate())
	}
	v.quantity("quantity.", &e.Quantity, e.Measure)
	v.scope("scope.", &e.Scope)
	v.date("published", e.Published)
	for _, f := range e.Method.Faults() {
		v.check("method."+f.Field, f.Text, f.Err)
	}
	v.check("stake", string(e.Stake), e.Stake.Validate())
	v.check("credibility", string(e.Credibility), e.Credibility.Validate())
	relays := make(map[string]bool) // the hops so far; a chain may be of any length
	for i := range e.Via {
		v.hop(i, relays, &e.Via[i], e.Measure)
	}
	for i, s := range e.DrawsOn {
		if err := s.Validate(); err != nil {
			v.check(fmt.Sprintf("draws_on[%d]", i), string(s), err)
		}
	}
	if d := e.Derived; d != nil {
		if d.Op == "" {
			v.check("derived.op", "", missing("op", Ops()))
		}
		v.check("derived.op", string(d.Op), d.Op.Validate())
		v.ids("derived.from", e.ID, d.From)
		if math.IsNaN(d.Factor) || math.IsInf(d.Factor, 0) {
			v.check("derived.factor", strconv.FormatFloat(d.Factor, 'g', -1, 64), errors.New("accepted is a finite number"))
		}
	}
	v.ids("supersedes", e.ID, e.Supersedes)
	if e.Retracted != nil {
		v.date("retracted.published", e.Retracted.Published)
	}
	if a := e.Aside; a != nil && (a.By == "" || a.Why == "") {
		v.check("aside", a.By+a.Why, errors.New("accepted is who set the record aside (by) and the reason (why)"))
	}
	return v.err()
}

// validator collects the faults of one record.
type validator struct {
	pos  Pos
	id   ID
	errs []error
}

func (v *validator) check(field, text string, err error) {
	if err != nil {
		v.errs = append(v.errs, &FieldError{Pos: v.pos, ID: v.id, Field: field, Text: text, Err: err})
	}
}

// missing reports that the word of a closed vocabulary is not stated.
func missing[W ~string](what string, accepted []W) error {
	words := make([]string, len(accepted))
	for i, w := range accepted {
		words[i] = string(w)
	}
	return fmt.Errorf("no %s: accepted are %s", what, strings.Join(words, ", "))
}

// reason is what is wrong with a date, for an error that quotes the date itself.
func reason(err error) error {
	if why := errors.Unwrap(err); why != nil {
		return why
	}
	return err
}

// date checks d; its text is made only for a fault, for most dates are valid.
func (v *validator) date(field string, d Date) {
	if err := d.Validate(); err != nil {
		v.check(field, d.digitsOrEmpty(), reason(err))
	}
}

func (v *validator) err() error {
	if len(v.errs) == 0 {
		return nil
	}
	return errors.Join(v.errs...)
}

func (v *validator) quantity(prefix string, q *Quantity, m Measure) {
	if field, text, err := q.fault(m); err != nil {
		v.check(prefix+field, text, err)
	}
}

func (v *validator) scope(prefix string, s *Scope) {
	for _, f := range [...]struct {
		name string
		id   ID
	}{{"population", s.Population}, {"place", s.Place}, {"by", s.By}} {
		if f.id != "" {
			if err := f.id.Validate(); err != nil {
				v.check(prefix+f.name, string(f.id), err)
			}
		}
	}
	if err := s.From.Validate(); err != nil {
		v.check(prefix+"from", s.From.digitsOrEmpty(), reason(err))
	}
	if err := s.AsOf.Validate(); err != nil {
		v.check(prefix+"as_of", s.AsOf.digitsOrEmpty(), reason(err))
	}
	if s.AsOf.Before(s.From) {
		v.check(prefix+"as_of", s.AsOf.String(), fmt.Errorf("the period ends before it begins, at %s: accepted is an as_of at or after from", s.From))
	}
	for i, id := range s.Except {
		if err := id.Validate(); err != nil {
			v.check(fmt.Sprintf("%sexcept[%d]", prefix, i), string(id), err)
		}
	}
}

func (v *validator) hop(i int, relays map[string]bool, h *Hop, m Measure) {
	if h.Measure != "" {
		m = h.Measure
	}
	if h.By == "" {
		v.check(fmt.Sprintf("via[%d].by", i), "", errors.New("no relay named: accepted is the id of who passed it on"))
	} else if err := h.By.Validate(); err != nil {
		v.check(fmt.Sprintf("via[%d].by", i), string(h.By), err)
	}
	if h.By != "" && relays[string(h.By)] {
		v.check(fmt.Sprintf("via[%d].by", i), string(h.By), &RelayError{By: string(h.By)})
	}
	relays[string(h.By)] = true
	if err := h.Measure.Validate(); err != nil {
		v.check(fmt.Sprintf("via[%d].measure", i), string(h.Measure), err)
	}
	if field, text, err := h.Quantity.fault(m); err != nil {
		v.check(fmt.Sprintf("via[%d].quantity.%s", i, field), text, err)
	}
	if !h.Scope.IsZero() {
		n := len(v.errs)
		v.scope("scope.", &h.Scope)
		for _, err := range v.errs[n:] {
			if fe, ok := err.(*FieldError); ok {
				fe.Field = fmt.Sprintf("via[%d].%s", i, fe.Field)
			}
		}
	}
	if err := h.Published.Validate(); err != nil {
		v.check(fmt.Sprintf("via[%d].published", i), h.Published.digitsOrEmpty(), reason(err))
	}
}

// ids checks references to other estimates.
func (v *validator) ids(field string, self ID, ids []ID) {
	for i, id := range ids {
		err := id.Validate()
		if err == nil && id == self {
			err = &CycleError{Field: field, IDs: []ID{self}}
		}
		if err != nil {
			v.check(fmt.Sprintf("%s[%d]", field, i), string(id), err)
		}
	}
}

// digitsOrEmpty is the text of a date that may not exist.
func (d Date) digitsOrEmpty() string {
	if d.IsZero() {
		return ""
	}
	return d.digits()
}

// Validate checks every record of s, that no id is given twice, and that
// neither supersession nor derivation goes in a circle. It returns the joined
// *FieldErrors, each wrapping what is wrong: a *source.WordError, a
// *DuplicateError, a *CycleError, a *RelayError or a plain fault.
//
// Identifiers that no record declares stand for themselves and are no error.
func (s *Set) Validate() error {
	var errs []error
	for _, f := range s.Registry.faults() {
		errs = append(errs, f.err)
	}
	seen := make(map[ID]bool, len(s.Estimates))
	for i := range s.Estimates {
		e := &s.Estimates[i]
		if err := e.Validate(); err != nil {
			errs = append(errs, err)
		}
		if e.ID != "" && seen[e.ID] {
			errs = append(errs, &FieldError{Pos: e.Pos, ID: e.ID, Field: "id", Text: string(e.ID), Err: &DuplicateError{"estimate", e.ID}})
		}
		seen[e.ID] = true
	}
	for i := range s.Remarks {
		if err := s.Remarks[i].Validate(); err != nil {
			errs = append(errs, err)
		}
	}
	if err := s.Cycle(); err != nil {
		errs = append(errs, err)
	}
	return errors.Join(errs...)
}

// Validate checks the fields of r.
func (r *Remark) Validate() error {
	v := validator{pos: r.Pos}
	if r.By == "" {
		v.check("by", "", errors.New("no speaker: accepted is the id of who made the remark"))
	} else {
		v.check("by", string(r.By), r.By.Validate())
	}
	if len(r.About) == 0 {
		v.check("about", "", errors.New("accepted are the ids of the estimates the remark is about"))
	}
	for i, id := range r.About {
		v.check(fmt.Sprintf("about[%d]", i), string(id), id.Validate())
	}
	if r.Facet == "" {
		v.check("facet", "", missing("facet", Facets()))
	}
	v.check("facet", string(r.Facet), r.Facet.Validate())
	return v.err()
}

// Cycle returns a *CycleError, within a *FieldError, if supersession or
// derivation goes in a circle.
func (s *Set) Cycle() error {
	links := false
	for i := range s.Estimates {
		e := &s.Estimates[i]
		links = links || len(e.Supersedes) > 0 || e.Derived != nil && len(e.Derived.From) > 0
	}
	if !links {
		return nil
	}
	byID := make(map[ID]*Estimate, len(s.Estimates))
	ids := make([]ID, 0, len(s.Estimates))
	for i := range s.Estimates {
		e := &s.Estimates[i]
		if _, ok := byID[e.ID]; !ok && e.ID != "" {
			byID[e.ID] = e
			ids = append(ids, e.ID)
		}
	}
	slices.Sort(ids)
	for _, link := range [...]struct {
		field string
		next  func(*Estimate) []ID
	}{
		{"supersedes", func(e *Estimate) []ID { return e.Supersedes }},
		{"derived.from", func(e *Estimate) []ID {
			if e.Derived == nil {
				return nil
			}
			return e.Derived.From
		}},
	} {
		if c := findCycle(ids, byID, link.next); c != nil {
			return &FieldError{Pos: byID[c[0]].Pos, ID: c[0], Field: link.field, Err: &CycleError{Field: link.field, IDs: c}}
		}
	}
	return nil
}

// findCycle returns the first cycle met in the order of ids, without recursion
// so that a long chain cannot exhaust the stack.
func findCycle(ids []ID, byID map[ID]*Estimate, next func(*Estimate) []ID) []ID {
	const open, done = 1, 2
	state := make(map[ID]int, len(ids))
	type frame struct {
		id   ID
		next []ID
	}
	for _, start := range ids {
		if state[start] != 0 {
			continue
		}
		state[start] = open
		path := []frame{{start, next(byID[start])}}
		for len(path) > 0 {
			top := &path[len(path)-1]
			if len(top.next) == 0 {
				state[top.id] = done
				path = path[:len(path)-1]
				continue
			}
			id := top.next[0]
			top.next = top.next[1:]
			e, ok := byID[id]
			switch {
			case !ok || state[id] == done:
			case state[id] == open:
				i := slices.IndexFunc(path, func(f frame) bool { return f.id == id })
				var cycle []ID
				for _, f := range path[i:] {
					cycle = append(cycle, f.id)
				}
				return cycle
			default:
				state[id] = open
				path = append(path, frame{id, next(e)})
			}
		}
	}
	return nil
}
