// Package source says who speaks about a death toll and how they count: the
// institution, the direction in which its interest pulls the figure, and the
// method by which it arrives at one.
//
// Every closed vocabulary is a string type whose zero value means "not
// stated". Validate methods return a *WordError that lists the accepted words.
package source

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// An ID names a source within one set of estimates.
type ID string

// Validate reports whether id is trimmed, printable and 1 to 128 bytes long.
func (id ID) Validate() error { return ValidateID(string(id)) }

// MaxID is the greatest length of an identifier in bytes.
const MaxID = 128

// ValidateID is the rule for every identifier of this module: 1 to 128 bytes
// of printable UTF-8 without space at either end.
func ValidateID(id string) error {
	if plainASCII(id) {
		return nil
	}
	switch {
	case id == "":
		return fmt.Errorf("empty identifier: accepted are 1 to %d printable bytes", MaxID)
	case len(id) > MaxID:
		return fmt.Errorf("identifier of %d bytes: accepted are 1 to %d printable bytes", len(id), MaxID)
	case !utf8.ValidString(id):
		return fmt.Errorf("identifier %q is not UTF-8: accepted are 1 to %d printable bytes", id, MaxID)
	case strings.TrimSpace(id) != id:
		return fmt.Errorf("identifier %q has space at an end: accepted are trimmed identifiers", id)
	}
	for _, r := range id {
		if !unicode.IsPrint(r) {
			return fmt.Errorf("identifier %q holds the unprintable %U: accepted are printable characters", id, r)
		}
	}
	return nil
}

// plainASCII is the quick way through for the identifiers that most files have.
func plainASCII(id string) bool {
	if id == "" || len(id) > MaxID {
		return false
	}
	for i := range len(id) {
		if id[i] <= ' ' || id[i] > '~' {
			return false
		}
	}
	return true
}

// A Source is one speaker.
type Source struct {
	ID     ID     `json:"id"`
	Name   string `json:"name,omitempty"`
	Short  string `json:"short,omitempty"` // what a page prints; empty: Name
	Kind   Kind   `json:"kind,omitempty"`
	Within []ID   `json:"within,omitempty"` // institutions it speaks for

	// Stake is the direction in which its interest pulls its figures; an
	// estimate that states its own wins.
	Stake Stake `json:"stake,omitempty"`

	// Method is how it counts unless an estimate says otherwise, facet by facet.
	Method Method `json:"method,omitzero"`

	// Reliability is the Admiralty rating of the speaker.
	Reliability Reliability `json:"reliability,omitempty"`
}

// Label returns what a page calls s: Short, else Name, else the ID.
func (s *Source) Label() string {
	switch {
	case s.Short != "":
		return s.Short
	case s.Name != "":
		return s.Name
	}
	return string(s.ID)
}

// SameInstitution reports whether a and b speak for one institution: they are
// the same source, one is within the other, or both are directly within a
// third. Membership is not followed further, so that two services of one
// government stay two services.
func SameInstitution(a, b *Source) bool {
	if a.ID == b.ID {
		return true
	}
	for _, w := range a.Within {
		if w == b.ID {
			return true
		}
		for _, v := range b.Within {
			if v == w {
				return true
			}
		}
	}
	for _, v := range b.Within {
		if v == a.ID {
			return true
		}
	}
	return false
}

// A Fault is one invalid field of a value.
type Fault struct {
	Field string // path within the value: "method.basis[1]"
	Text  string // the offending text
	Err   error  // what is wrong and what would have been accepted
}

// Faults returns every invalid field of s, in the order of the file format.
func (s *Source) Faults() []Fault {
	var fs []Fault
	add := func(field, text string, err error) {
		if err != nil {
			fs = append(fs, Fault{field, text, err})
		}
	}
	add("id", string(s.ID), s.ID.Validate())
	add("kind", string(s.Kind), s.Kind.Validate())
	for i, w := range s.Within {
		if err := w.Validate(); err != nil {
			add(fmt.Sprintf("within[%d]", i), string(w), err)
		} else if w == s.ID {
			add(fmt.Sprintf("within[%d]", i), string(w), fmt.Errorf("source %q is within itself: accepted are other sources", w))
		}
	}
	add("stake", string(s.Stake), s.Stake.Validate())
	for _, f := range s.Method.Faults() {
		add("method."+f.Field, f.Text, f.Err)
	}
	add("reliability", string(s.Reliability), s.Reliability.Validate())
	return fs
}
