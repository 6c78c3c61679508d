package estimate

import "slices"

// A Scope is over whom, where, by whom and when a figure counts. An empty field
// is the event's.
type Scope struct {
	Population ID   `json:"population,omitempty"`
	Place      ID   `json:"place,omitempty"`
	By         ID   `json:"by,omitempty"` // party held responsible; Any for all
	From       Date `json:"from,omitzero"`
	AsOf       Date `json:"as_of,omitzero"`
	Except     []ID `json:"except,omitempty"` // units left out
}

// IsZero reports whether nothing is stated.
func (s Scope) IsZero() bool {
	return s.Population == "" && s.Place == "" && s.By == "" && s.From.IsZero() && s.AsOf.IsZero() && len(s.Except) == 0
}

// Or returns s with each unstated field taken from def.
func (s Scope) Or(def Scope) Scope {
	if s.Population == "" {
		s.Population = def.Population
	}
	if s.Place == "" {
		s.Place = def.Place
	}
	if s.By == "" {
		s.By = def.By
	}
	if s.From.IsZero() {
		s.From = def.From
	}
	if s.AsOf.IsZero() {
		s.AsOf = def.AsOf
	}
	if len(s.Except) == 0 {
		s.Except = def.Except
	}
	return s
}

// Equal reports whether s and t state the same fields. Except compares as a
// set.
func (s Scope) Equal(t Scope) bool {
	return s.Population == t.Population && s.Place == t.Place && s.By == t.By &&
		s.From == t.From && s.AsOf == t.AsOf && CompareExcept(s.Except, t.Except) == Same
}

// CompareExcept relates two figures by what they leave out: the one that leaves
// out more lies within the other.
func CompareExcept(a, b []ID) Relation {
	aInB := !slices.ContainsFunc(a, func(id ID) bool { return !slices.Contains(b, id) })
	bInA := !slices.ContainsFunc(b, func(id ID) bool { return !slices.Contains(a, id) })
	switch {
	case aInB && bInA:
		return Same
	case aInB:
		return Contains
	case bInA:
		return Inside
	}
	return Overlap
}

// An Event is what the figures are about.
type Event struct {
	ID    ID     `json:"id"`
	Name  string `json:"name,omitempty"`
	Scope Scope  `json:"scope,omitzero"`

	// Until is the last day of the event or period: the day of the flood, not
	// of the last death in hospital. It is not stated while the event goes on.
	Until Date `json:"until,omitzero"`
}

// Label is the name of e, or its ID.
func (e *Event) Label() string {
	if e.Name != "" {
		return e.Name
	}
	return string(e.ID)
}
