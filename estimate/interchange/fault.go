package interchange

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/openestimate/casualty/estimate"
)

// Faults of the text itself. A FieldError wraps one of them, or one of the
// types below, or what Validate of the record reports.
var (
	ErrEmpty      = errors.New(`the file is empty: accepted is an estimates document, {"schema": "` + estimate.Schema + `", ...}, or one estimate a line`)
	ErrBOM        = errors.New("the file begins with a byte order mark: accepted is UTF-8 without one")
	ErrSchema     = errors.New(`accepted is "schema": "` + estimate.Schema + `"`)
	ErrTrailing   = errors.New("text after the value: accepted is one document, or one object a line")
	ErrHeader     = errors.New("reference data below the first line: accepted is one estimate a line")
	ErrRepeated   = errors.New("the key is given twice: accepted is one value a key, and the first stands")
	ErrSurrogate  = errors.New("half a surrogate pair: accepted are escapes of whole characters")
	ErrDepth      = fmt.Errorf("nested deeper than %d levels: accepted are the keys of the format, which nest less", maxDepth)
	ErrUnreadable = errors.New("the file could not be read to its end")
)

// A KeyError reports a key that its object does not have. Keys are compared
// byte for byte: "Measure" is not "measure".
type KeyError struct {
	Key      string
	Accepted []string
	Meant    string // the key probably meant, "measure" or "scope.as_of"; empty if none is near
}

func (e *KeyError) Error() string {
	accepted := strings.Join(e.Accepted, ", ")
	switch outer, _, nested := strings.Cut(e.Meant, "."); {
	case nested:
		return fmt.Sprintf(`unknown key %q: belongs in %s, as {%q: {%q: ...}}: accepted here are %s`, cut(e.Key), outer, outer, e.Key, accepted)
	case e.Meant != "":
		return fmt.Sprintf("unknown key %q: did you mean %s? accepted are %s", cut(e.Key), e.Meant, accepted)
	}
	return fmt.Sprintf("unknown key %q: accepted are %s", cut(e.Key), accepted)
}

// A TypeError reports a JSON value of the wrong type.
type TypeError struct {
	Found    string // "a string", "null" ...
	Accepted string
}

func (e *TypeError) Error() string {
	if e.Found == null.String() {
		return "found null: accepted is " + e.Accepted + "; what is not stated is left out"
	}
	return fmt.Sprintf("found %s: accepted is %s", e.Found, e.Accepted)
}

// A SyntaxError reports text that is not JSON. It wraps io.ErrUnexpectedEOF
// where the text ends too soon.
type SyntaxError struct {
	Offset   int64  // in bytes from the start of the file
	Found    string // empty at the end of the text
	Accepted string
	Hint     string // what to do about a common slip; then Accepted is empty
}

func (e *SyntaxError) Error() string {
	if e.Hint != "" {
		return e.Hint
	}
	if e.Found == "" {
		return fmt.Sprintf("the text ends at byte %d: accepted is %s", e.Offset, e.Accepted)
	}
	return fmt.Sprintf("not JSON at byte %d: found %q: accepted is %s", e.Offset, e.Found, e.Accepted)
}

func (e *SyntaxError) Unwrap() error {
	if e.Found == "" {
		return io.ErrUnexpectedEOF
	}
	return nil
}

// A UTF8Error reports bytes that are not UTF-8. They are refused, for replacing
// them would change a name or a quotation unseen.
type UTF8Error struct {
	Offset int64 // of the first such byte, from the start of the file
}

func (e *UTF8Error) Error() string {
	return fmt.Sprintf("invalid UTF-8 at byte %d: accepted is UTF-8", e.Offset)
}

// A LineError reports a line that is too long to be one estimate.
type LineError struct {
	Max int // bytes
}

func (e *LineError) Error() string {
	return fmt.Sprintf("the line is too long: accepted are lines up to %d bytes", e.Max)
}

// cut shortens text to a length that an error can carry.
func cut(text string) string {
	const most = 200
	if len(text) <= most {
		return text
	}
	return strings.ToValidUTF8(text[:most], "") + "..."
}
