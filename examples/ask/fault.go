package main

import (
	"fmt"
	"strings"
	"unicode"
)

// A fault is a line that was not understood.
type fault struct {
	file     string
	line     int
	text     string
	at, to   int // bytes of the place
	why      string
	accepted string // "" if why says it
}

// Error shows the line with carets under the place.
func (f *fault) Error() string {
	where := fmt.Sprintf("line %d", f.line)
	if f.file != "" {
		where = fmt.Sprintf("%s:%d", f.file, f.line)
	}
	why := f.why
	if f.accepted != "" {
		why += "; accepted is " + f.accepted
	}
	carets := max(columns(f.text[f.at:f.to]), 1)
	return fmt.Sprintf("%s: not understood\n    %s\n    %s%s\n    %s",
		where, f.text, blank(f.text[:f.at]), strings.Repeat("^", carets), why)
}

// blank is white space as wide as s in a terminal.
func blank(s string) string {
	var b strings.Builder
	for _, r := range s {
		if r == '\t' {
			b.WriteByte('\t')
		} else {
			b.WriteString(strings.Repeat(" ", columnsOf(r)))
		}
	}
	return b.String()
}

// columns is the number of columns that s takes in a terminal.
func columns(s string) (n int) {
	for _, r := range s {
		n += columnsOf(r)
	}
	return n
}

// columnsOf is two for the letters of Unicode Standard Annex 11 that are wide or
// full width, none for marks that stand over the letter before and for what is not
// seen.
func columnsOf(r rune) int {
	switch {
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	case unicode.In(r, unicode.Hangul, unicode.Han, unicode.Hiragana, unicode.Katakana),
		0x3000 <= r && r <= 0x303E, 0xFF01 <= r && r <= 0xFF60, 0xFFE0 <= r && r <= 0xFFE6:
		return 2
	}
	return 1
}
