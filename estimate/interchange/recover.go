package interchange

// resume returns where a list goes on after its broken element at start, whose
// text broke at broken: at the comma or bracket that follows the element by its
// brackets alone, or, if that is nearer, at the next line that begins as the
// element's own line does, or closes the list. A broken record then costs no
// other one. It reads no further than that place.
func resume(data []byte, start, broken int) (pos int, ok bool) {
	indent, alone := indentation(data, start)
	depth, quoted := 0, false
	for i := start; i < len(data); i++ {
		switch c := data[i]; {
		case c == '\n':
			quoted = false // JSON strings hold no raw newline: a lost quote spoils one line
			next := i + 1 + leading(data[i+1:])
			if alone && next >= broken && resumes(data[i+1:], indent) {
				return next, true
			}
		case quoted && c == '\\' && i+1 < len(data) && data[i+1] != '\n':
			i++
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '{', c == '[':
			depth++
		case c == '}', c == ']':
			depth--
			if s := (scanner{data: data, pos: i + 1}); depth == 0 && i >= broken && (s.take(',') || s.take(']')) {
				return s.pos - 1, true
			}
		}
	}
	return 0, false
}

// indentation is the space before pos on its line, and whether there is nothing
// else before it.
func indentation(data []byte, pos int) (n int, alone bool) {
	for n < pos && (data[pos-1-n] == ' ' || data[pos-1-n] == '\t') {
		n++
	}
	return n, n == pos || data[pos-1-n] == '\n'
}

// resumes reports whether line begins an element at the given indentation, or
// closes a list at a lesser one.
func resumes(line []byte, indent int) bool {
	n := leading(line)
	return n < len(line) && (line[n] == '{' && n == indent || line[n] == ']' && n < indent)
}

func leading(line []byte) (n int) {
	for n < len(line) && (line[n] == ' ' || line[n] == '\t') {
		n++
	}
	return n
}
