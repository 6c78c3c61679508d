package wording

import (
	"strings"
	"testing"
)

// Marks that are not letters do not change a reading: each phrase of the table,
// with a mark of direction at every place between its letters, and with a vowel
// mark and a tatweel after each letter.
func TestMarks(t *testing.T) {
	r := Reader{Languages: []string{"ar"}}
	with := func(s, mark string, all bool) string {
		var b strings.Builder
		for _, c := range s {
			b.WriteRune(c)
			if all || kindOf(c) == letterRune && arabic(c) {
				b.WriteString(mark)
			}
		}
		return b.String()
	}
	for _, row := range lines[keyRow](t, "testdata/phrases_ar.jsonl") {
		q, err := r.Parse(row.Phrase)
		if err != nil {
			continue
		}
		var dressed []string
		for _, mark := range []string{"\u064E", "\u0640", "\u064B"} {
			dressed = append(dressed, with(row.Phrase, mark, false))
		}
		for _, mark := range []string{"\u200E", "\u200F", "\u061C", "\u2069"} {
			dressed = append(dressed, mark+row.Phrase+mark, strings.ReplaceAll(row.Phrase, " ", " "+mark), strings.ReplaceAll(row.Phrase, " ", mark+" "),
				with(row.Phrase, mark, false), "\u2067"+strings.ReplaceAll(row.Phrase, " ", "\u2069 \u2067")+"\u2069")
		}
		for _, s := range dressed {
			p, err := r.Parse(s)
			if err != nil || !p.Same(q) {
				t.Errorf("%+q: %+v, %v; want %+v", s, p, err, q)
			}
		}
	}
}

// A word of the table is read whole. One that could be taken apart at its front
// must therefore mean something by itself, or the phrase it is from should be
// written with its clitics apart.
func TestArabicWordsStand(t *testing.T) {
	x := lexical()
	ar := x.langs[len(x.langs)-1]
	if ar.code != "ar" {
		t.Fatal("Arabic is not the last language")
	}
	for id := 1; id < len(x.words); id++ {
		w, letters := x.words[id], x.spell(wordID(id))
		if w.has()&ar.bit == 0 || ar.entries[id].sense != 0 {
			continue
		}
		s := splitter{text: letters, lex: x}
		if parts := s.proclitics(nil, w.key, 0, len(letters)); parts != nil {
			t.Errorf("%s stands in a phrase only, but would be cut into %d", letters, len(parts))
		}
	}
}
