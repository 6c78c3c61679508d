package interchange

import (
	"bytes"
	"encoding/json"
)

// compact encodes v on one line with a space after each comma and colon, as
// the files of this project are written. The characters <, > and & stand as
// they are: a quotation is to be read by people.
func compact(v any) ([]byte, error) {
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	data := bytes.TrimRight(buf.Bytes(), "\n")
	out := make([]byte, 0, len(data)+len(data)/8)
	quoted := false
	for i := 0; i < len(data); i++ {
		c := data[i]
		out = append(out, c)
		switch {
		case quoted && c == '\\':
			i++
			out = append(out, data[i])
			// A type that writes itself has escaped them already.
			if r, ok := unicodeEscape(data[i-1:]); ok && (r == '<' || r == '>' || r == '&') {
				out = append(out[:len(out)-2], byte(r))
				i += 4
			}
		case c == '"':
			quoted = !quoted
		case !quoted && (c == ',' || c == ':'):
			out = append(out, ' ')
		}
	}
	return out, nil
}
