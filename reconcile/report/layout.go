package report

import (
	"strings"
	"unicode"
)

// columns is the greatest width of a line.
const columns = 80

// width is the number of terminal columns of s.
func width(s string) int {
	n := 0
	for _, r := range s {
		n += runeWidth(r)
	}
	return n
}

func runeWidth(r rune) int {
	switch {
	case r < 0x300:
		return 1
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	case unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana):
		return 2
	// Marks that those scripts share, full-width forms and pictures.
	case r >= 0x3000 && r <= 0x30FF, r >= 0xFE30 && r <= 0xFE4F, r >= 0xFF01 && r <= 0xFF60, r >= 0xFFE0 && r <= 0xFFE6, r >= 0x1F300 && r <= 0x1FAFF:
		return 2
	}
	return 1
}

// clean makes text from a file safe for a terminal: no control characters, no
// line breaks, single spaces.
func clean(s string) string {
	ok := true
	for _, r := range s {
		if unicode.IsControl(r) || r == '\u2028' || r == '\u2029' || unicode.In(r, unicode.Bidi_Control) {
			ok = false
			break
		}
	}
	if ok {
		return s
	}
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsControl(r) || r == '\u2028' || r == '\u2029':
			return ' '
		case unicode.In(r, unicode.Bidi_Control):
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

// clip cleans s and cuts it to at most w columns, marking the cut.
func clip(s string, w int) string {
	s = clean(s)
	if width(s) <= w {
		return s
	}
	head, _ := splitAt(s, w-4)
	return strings.TrimRight(head, " ") + " ..."
}

// wrap breaks text into lines of at most w columns, at spaces where it can.
func wrap(text string, w int) []string {
	var lines []string
	line, n := "", 0
	for _, word := range strings.Fields(text) {
		ww := width(word)
		if n > 0 && n+1+ww > w {
			lines, line, n = append(lines, line), "", 0
		}
		for ww > w {
			head, tail := splitAt(word, w)
			lines, word = append(lines, head), tail
			ww = width(word)
		}
		if n > 0 {
			line, n = line+" ", n+1
		}
		line, n = line+word, n+ww
	}
	if n > 0 {
		lines = append(lines, line)
	}
	return lines
}

// splitAt cuts a word that is wider than w columns.
func splitAt(word string, w int) (head, tail string) {
	n := 0
	for i, r := range word {
		if n+runeWidth(r) > w && i > 0 {
			return word[:i], word[i:]
		}
		n += runeWidth(r)
	}
	return word, ""
}

func spaces(n int) string { return strings.Repeat(" ", max(n, 0)) }

func padRight(s string, w int) string { return s + spaces(w-width(s)) }

func padLeft(s string, w int) string { return spaces(w-width(s)) + s }

// paragraph writes text wrapped after an indent.
func (p *page) paragraph(indent int, text string) {
	for _, l := range wrap(text, columns-indent) {
		p.line(spaces(indent) + l)
	}
}

// entry writes text wrapped in a column that begins at the given one, behind a
// head that stands before it.
func (p *page) entry(head string, column int, text string) {
	lines := wrap(text, columns-column)
	if len(lines) == 0 {
		lines = []string{""}
	}
	if width(head)+1 > column {
		p.line(head)
		head = ""
	}
	for _, l := range lines {
		p.line(padRight(head, column) + l)
		head = ""
	}
}

// item writes text as one of a list, its further lines indented below the first.
func (p *page) item(text string) {
	for i, l := range wrap(text, columns-6) {
		indent := 6
		if i == 0 {
			indent = 4
		}
		p.line(spaces(indent) + l)
	}
}

// row writes cells side by side, each wrapped in its own column.
func (p *page) row(indent int, widths []int, cells ...string) {
	wrapped := make([][]string, len(cells))
	height := 0
	for i, c := range cells {
		wrapped[i] = wrap(c, widths[i])
		height = max(height, len(wrapped[i]))
	}
	for l := range height {
		line := spaces(indent)
		for i := range cells {
			text := ""
			if l < len(wrapped[i]) {
				text = wrapped[i][l]
			}
			line += padRight(text, widths[i]) + "  "
		}
		p.line(line)
	}
}

func (p *page) line(s string) {
	p.out.WriteString(strings.TrimRight(s, " "))
	p.out.WriteByte('\n')
}
