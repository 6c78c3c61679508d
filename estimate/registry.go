package estimate

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"github.com/openestimate/casualty/source"
)

// A Registry is the reference data of a set: who speaks, and the places,
// populations, parties and events that figures are about.
type Registry struct {
	Sources     []source.Source `json:"sources,omitempty"`
	Places      []Unit          `json:"places,omitempty"`
	Populations []Unit          `json:"populations,omitempty"`
	Parties     []Unit          `json:"parties,omitempty"`
	Events      []Event         `json:"events,omitempty"`
}

// A registryFault is one invalid field of record i of the list called kind.
type registryFault struct {
	kind string
	i    int
	err  *FieldError
}

// Valid returns r less its invalid records, and a *FieldError for each of their
// faults, its Field led by the list and the place in it: "places[2].within[0]".
func (r Registry) Valid() (Registry, []*FieldError) {
	faults := r.faults()
	if len(faults) == 0 {
		return r, nil
	}
	bad := make(map[string]map[int]bool)
	errs := make([]*FieldError, len(faults))
	for j, f := range faults {
		if bad[f.kind] == nil {
			bad[f.kind] = make(map[int]bool)
		}
		bad[f.kind][f.i] = true
		errs[j] = f.err
	}
	return Registry{
		Sources:     without(r.Sources, bad["sources"]),
		Places:      without(r.Places, bad["places"]),
		Populations: without(r.Populations, bad["populations"]),
		Parties:     without(r.Parties, bad["parties"]),
		Events:      without(r.Events, bad["events"]),
	}, errs
}

func without[T any](list []T, bad map[int]bool) []T {
	var out []T
	for i, v := range list {
		if !bad[i] {
			out = append(out, v)
		}
	}
	return out
}

// faults returns every invalid field.
func (r *Registry) faults() []registryFault {
	var faults []registryFault
	add := func(kind string, i int, id ID, field, text string, err error) {
		if err != nil {
			faults = append(faults, registryFault{kind, i, &FieldError{ID: id, Field: fmt.Sprintf("%s[%d].%s", kind, i, field), Text: text, Err: err}})
		}
	}
	sources := make(map[source.ID]bool, len(r.Sources))
	for i := range r.Sources {
		s := &r.Sources[i]
		for _, f := range s.Faults() {
			add("sources", i, ID(s.ID), f.Field, f.Text, f.Err)
		}
		if sources[s.ID] {
			add("sources", i, ID(s.ID), "id", string(s.ID), &DuplicateError{"source", ID(s.ID)})
		}
		sources[s.ID] = true
	}
	for _, list := range r.units() {
		seen := make(map[ID]bool, len(list.units))
		first, circle := list.circles()
		for i := range list.units {
			u := &list.units[i]
			add(list.kind, i, u.ID, "id", string(u.ID), u.ID.Validate())
			if seen[u.ID] {
				add(list.kind, i, u.ID, "id", string(u.ID), &DuplicateError{list.one, u.ID})
			}
			seen[u.ID] = true
			for j, w := range u.Within {
				err := w.Validate()
				if at, ok := first[w]; ok && err == nil && circle[at] == circle[i] {
					err = fmt.Errorf("%s %q lies within itself: accepted are wholes that are not its parts", list.one, u.ID)
				}
				if err != nil {
					add(list.kind, i, u.ID, fmt.Sprintf("within[%d]", j), string(w), err)
				}
			}
		}
	}
	seen := make(map[ID]bool, len(r.Events))
	for i := range r.Events {
		e := &r.Events[i]
		add("events", i, e.ID, "id", string(e.ID), e.ID.Validate())
		if seen[e.ID] {
			add("events", i, e.ID, "id", string(e.ID), &DuplicateError{"event", e.ID})
		}
		seen[e.ID] = true
		var v validator
		v.scope("scope.", &e.Scope)
		v.date("until", e.Until)
		if e.Until.Before(e.Scope.From) {
			v.check("until", e.Until.String(), errors.New("the event ends before it begins: accepted is an until at or after scope.from"))
		}
		for _, err := range v.errs {
			if fe, ok := err.(*FieldError); ok {
				add("events", i, e.ID, fe.Field, fe.Text, fe.Err)
			}
		}
	}
	return faults
}

type unitList struct {
	kind, one string
	units     []Unit
}

func (r *Registry) units() [3]unitList {
	return [3]unitList{{"places", "place", r.Places}, {"populations", "population", r.Populations}, {"parties", "party", r.Parties}}
}

// Sorted returns r with every list ordered by ID; lists already in order are
// shared with r.
func (r Registry) Sorted() Registry {
	return Registry{
		Sources:     sorted(r.Sources, func(s source.Source) string { return string(s.ID) }),
		Places:      sorted(r.Places, unitID),
		Populations: sorted(r.Populations, unitID),
		Parties:     sorted(r.Parties, unitID),
		Events:      sorted(r.Events, func(e Event) string { return string(e.ID) }),
	}
}

func unitID(u Unit) string { return string(u.ID) }

func sorted[T any](list []T, id func(T) string) []T {
	byID := func(a, b T) int { return cmp.Compare(id(a), id(b)) }
	if slices.IsSortedFunc(list, byID) {
		return list
	}
	list = slices.Clone(list)
	slices.SortStableFunc(list, byID)
	return list
}

// An Index finds the records of a Registry by ID. It is read-only.
type Index struct {
	sources map[source.ID]*source.Source
	events  map[ID]*Event
	units   [3]map[ID]*Unit
}

// A UnitKind is one of the three lists of units.
type UnitKind int

const (
	Place UnitKind = iota
	Population
	Party
)

// NewIndex indexes r, which must not change while the index is in use. Of two
// records with one ID the first counts.
func NewIndex(r *Registry) *Index {
	x := &Index{
		sources: make(map[source.ID]*source.Source, len(r.Sources)),
		events:  make(map[ID]*Event, len(r.Events)),
	}
	for i := range r.Sources {
		if _, ok := x.sources[r.Sources[i].ID]; !ok {
			x.sources[r.Sources[i].ID] = &r.Sources[i]
		}
	}
	for i := range r.Events {
		if _, ok := x.events[r.Events[i].ID]; !ok {
			x.events[r.Events[i].ID] = &r.Events[i]
		}
	}
	for k, list := range r.units() {
		if len(list.units) == 0 {
			continue
		}
		x.units[k] = make(map[ID]*Unit, len(list.units))
		for i := range list.units {
			if _, ok := x.units[k][list.units[i].ID]; !ok {
				x.units[k][list.units[i].ID] = &list.units[i]
			}
		}
	}
	return x
}

// Source returns the record of id, or nil if none declares it.
func (x *Index) Source(id source.ID) *source.Source { return x.sources[id] }

// Event returns the record of id, or nil if none declares it.
func (x *Index) Event(id ID) *Event { return x.events[id] }

// Unit returns the record of id, or nil if none declares it.
func (x *Index) Unit(k UnitKind, id ID) *Unit { return x.units[k][id] }

// Relate says how unit a lies to unit b: the same, one within the other, parts
// of one declared whole, or unknown. A party lies within Any. An empty ID is
// unknown beside any stated one.
func (x *Index) Relate(k UnitKind, a, b ID) Relation {
	switch {
	case a == b:
		return Same
	case a == "" || b == "":
		return NotKnown
	case k == Party && b == Any, x.within(k, a, b):
		return Inside
	case k == Party && a == Any, x.within(k, b, a):
		return Contains
	case x.shareWhole(k, a, b), k == Party:
		return Siblings
	}
	return NotKnown
}

// within follows Within from a, breadth first; the visited list ends cycles.
func (x *Index) within(k UnitKind, a, b ID) bool {
	u := x.units[k][a]
	if u == nil || len(u.Within) == 0 {
		return false
	}
	return slices.Contains(x.wholes(k, u), b)
}

func (x *Index) wholes(k UnitKind, u *Unit) []ID {
	all := slices.Clone(u.Within)
	var seen map[ID]bool // in place of a search, once the chain is long
	for i := 0; i < len(all); i++ {
		w := x.units[k][all[i]]
		if w == nil {
			continue
		}
		if seen == nil && len(all) > 16 {
			seen = make(map[ID]bool, 2*len(all))
			for _, id := range all {
				seen[id] = true
			}
		}
		for _, id := range w.Within {
			if seen != nil && !seen[id] || seen == nil && !slices.Contains(all, id) {
				all = append(all, id)
				if seen != nil {
					seen[id] = true
				}
			}
		}
	}
	return all
}

func (x *Index) shareWhole(k UnitKind, a, b ID) bool {
	ua, ub := x.units[k][a], x.units[k][b]
	if ua == nil || ub == nil {
		return false
	}
	wholes := x.wholes(k, ub)
	return slices.ContainsFunc(x.wholes(k, ua), func(id ID) bool { return slices.Contains(wholes, id) })
}
