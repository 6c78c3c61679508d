package interchange

import "bytes"

// isLines tells JSON Lines from a document: more follows the first line, and
// that line holds a whole value, or is an estimate cut short before another
// object.
func isLines(text []byte) bool {
	first, rest, _ := bytes.Cut(bytes.TrimSpace(text), newline)
	rest = bytes.TrimSpace(rest)
	return len(rest) > 0 && (whole(first) || isEstimate(first) && rest[0] == '{')
}

// isEstimate reports whether text begins an object with keys of an estimate and
// none of a document.
func isEstimate(text []byte) bool {
	e, d := keysOf(text)
	return e && !d
}

func isDocument(text []byte) bool {
	_, d := keysOf(text)
	return d
}

// keysOf reports whether the object in text has keys of an estimate and keys of
// a document, as far as it can be read. They have none in common.
func keysOf(text []byte) (ofEstimate, ofDocument bool) {
	s := scanner{data: text}
	if !s.take('{') {
		return false, false
	}
	for {
		name, _, _, ok := s.key(nil)
		if !ok {
			return ofEstimate, ofDocument
		}
		_, inSet := shapes().set.index[name]
		_, inEstimate := shapes().estimate.index[name]
		ofDocument = ofDocument || inSet
		ofEstimate = ofEstimate || inEstimate || name == wordsKey
		if ofDocument || !s.value(nil) || !s.take(',') {
			return ofEstimate, ofDocument
		}
	}
}

// whole reports whether the value that data begins with closes its brackets on
// its first line.
func whole(line []byte) bool {
	depth, quoted := 0, false
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case quoted && c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '{', c == '[':
			depth++
		case c == '}', c == ']':
			if depth--; depth <= 0 {
				return depth == 0
			}
		}
	}
	return depth == 0
}
