package interchange

import (
	"strconv"
	"strings"
)

// A path leads from a record to a field: "via[1].by". It is kept in steps, and
// made a string only for an error.
type path []step

// A step is a key, or a place in a list.
type step struct {
	key   string
	index int // -1 for a key
}

func (p path) String() string {
	var b []byte
	for _, st := range p {
		if st.index >= 0 {
			b = append(b, '[')
			b = strconv.AppendInt(b, int64(st.index), 10)
			b = append(b, ']')
			continue
		}
		if len(b) > 0 {
			b = append(b, '.')
		}
		b = append(b, cut(st.key)...)
	}
	return string(b)
}

func join(prefix, field string) string {
	if prefix == "" || field == "" {
		return prefix + field
	}
	return prefix + "." + field
}

// outer is the path of the value around field.
func outer(field string) string { return field[:max(strings.LastIndexAny(field, ".["), 0)] }
