package estimate

import (
	"fmt"
	"strings"
)

// A Pos is where a record stands in a file. The zero value is "not from a file".
type Pos struct {
	File   string
	Line   int // 1 is the first; 0 is not known
	Record int // 1 is the first of its list; 0 is not known
}

// A FieldError reports one invalid field of one record: where it stands, what
// was found there, and, in Err, what would have been accepted.
type FieldError struct {
	Pos   Pos
	ID    ID     // of the record; may be empty
	Field string // path within the record: "quantity.low.n", "via[1].by"
	Text  string // the offending text
	Err   error
}

func (e *FieldError) Error() string {
	var parts []string
	switch {
	case e.Pos.File != "" && e.Pos.Line > 0:
		parts = append(parts, fmt.Sprintf("%s:%d:", e.Pos.File, e.Pos.Line))
	case e.Pos.File != "":
		parts = append(parts, e.Pos.File+":")
	case e.Pos.Line > 0:
		parts = append(parts, fmt.Sprintf("line %d:", e.Pos.Line))
	}
	place := len(parts)
	if e.Pos.Record > 0 {
		parts = append(parts, fmt.Sprintf("record %d", e.Pos.Record))
	}
	if e.ID != "" {
		parts = append(parts, fmt.Sprintf("%q", string(e.ID)))
	}
	if e.Field != "" {
		parts = append(parts, e.Field)
	}
	if e.Text != "" && len(parts) > place { // the whole file is not quoted
		parts = append(parts, "= "+clip(e.Text))
	}
	if e.Err == nil {
		return strings.Join(parts, " ")
	}
	if len(parts) > place {
		parts[len(parts)-1] += ":"
	}
	return strings.Join(append(parts, e.Err.Error()), " ")
}

func (e *FieldError) Unwrap() error { return e.Err }

// clip quotes text, cut to a length a line can hold.
func clip(text string) string {
	const most = 60
	if len(text) > most {
		text = strings.ToValidUTF8(text[:most], "") + "..."
	}
	return fmt.Sprintf("%q", text)
}

// A RelayError reports a relay that stands twice in one chain.
type RelayError struct {
	By string
}

func (e *RelayError) Error() string {
	return fmt.Sprintf("relay %q stands twice in one chain: accepted is each relay once, origin outward; parallel relays are records of their own with the same statement", e.By)
}

// A CycleError reports estimates that supersede, or derive from, each other in
// a circle.
type CycleError struct {
	Field string // "supersedes" or "derived.from"
	IDs   []ID   // in order; the last leads back to the first
}

func (e *CycleError) Error() string {
	ids := make([]string, 0, len(e.IDs)+1)
	for _, id := range e.IDs {
		ids = append(ids, string(id))
	}
	if len(ids) > 0 {
		ids = append(ids, ids[0])
	}
	return fmt.Sprintf("%s goes in a circle: %s: accepted is an order with a first", e.Field, strings.Join(ids, " -> "))
}

// A DuplicateError reports an ID given to two records.
type DuplicateError struct {
	What string // "estimate", "source", "place" ...
	ID   ID
}

func (e *DuplicateError) Error() string {
	return fmt.Sprintf("%s %q is given twice: accepted is one record an id", e.What, string(e.ID))
}
