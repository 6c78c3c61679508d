package estimate

import "github.com/openestimate/casualty/source"

// An ID names an estimate, statement, event or unit within one set: 1 to 128
// printable bytes, trimmed.
type ID string

// Validate reports whether id is trimmed, printable and 1 to 128 bytes long.
func (id ID) Validate() error { return source.ValidateID(string(id)) }

// Any is the party of a figure that counts the deaths by all parties.
const Any ID = "any"

// A Unit is a place, a population or a party to the war, which may lie within
// others.
type Unit struct {
	ID     ID     `json:"id"`
	Name   string `json:"name,omitempty"`
	Within []ID   `json:"within,omitempty"`
}

// Label is the name of u, or its ID.
func (u *Unit) Label() string {
	if u.Name != "" {
		return u.Name
	}
	return string(u.ID)
}

// A Relation says how two scopes lie to each other.
type Relation string

const (
	Same     Relation = "same"
	Inside   Relation = "within"   // the first within the second
	Contains Relation = "contains" // the second within the first
	Overlap  Relation = "overlap"
	Siblings Relation = "siblings" // parts of one whole
	Disjoint Relation = "disjoint"
	NotKnown Relation = "unknown" // never taken as same
)

// Flip is the relation read from the other side.
func (r Relation) Flip() Relation {
	switch r {
	case Inside:
		return Contains
	case Contains:
		return Inside
	}
	return r
}
