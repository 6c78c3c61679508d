package reconcile

import (
	"errors"
	"fmt"

	"github.com/openestimate/casualty/estimate"
)

// A WarningKind says what a warning is about.
type WarningKind string

const (
	Invalid    WarningKind = "invalid"    // a record or entry was left out
	Undeclared WarningKind = "undeclared" // a name that no record declares stands for itself
	Hidden     WarningKind = "hidden"     // not known to have been public by KnownAt
	NotUsed    WarningKind = "not-used"   // a stated figure that no rule can use
	Bounded    WarningKind = "bounded"    // a list was cut at its limit
	CheckFault WarningKind = "check"      // a check failed, or found what is no finding
)

// A Warning tells of something in the input that the answer had to work around.
type Warning struct {
	Kind     WarningKind `json:"kind"`
	Estimate estimate.ID `json:"estimate,omitempty"` // the record it concerns, where there is one
	Field    string      `json:"field,omitempty"`
	Text     string      `json:"text,omitempty"` // the offending text
	Message  string      `json:"message"`
}

// fieldWarnings turns the joined *FieldErrors of an invalid record into
// warnings.
func fieldWarnings(err error, id estimate.ID, what string) []Warning {
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		var ws []Warning
		for _, e := range joined.Unwrap() {
			ws = append(ws, fieldWarnings(e, id, what)...)
		}
		return ws
	}
	var fe *estimate.FieldError
	if errors.As(err, &fe) {
		return []Warning{{Kind: Invalid, Estimate: id, Field: fe.Field, Text: fe.Text, Message: fmt.Sprintf("%s: %v", what, fe.Err)}}
	}
	return []Warning{{Kind: Invalid, Estimate: id, Message: fmt.Sprintf("%s: %v", what, err)}}
}
