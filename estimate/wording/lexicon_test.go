package wording

import (
	"slices"
	"strings"
	"testing"
)

// spell is the letters of a word, as they are folded.
func (x *lexicon) spell(id wordID) string {
	k := x.words[id].key
	switch {
	case k.third == 1<<40: // a mark
		return string(rune(k.first))
	case k.third>>32 != 0: // Hangul
		var b strings.Builder
		for k.third = 0; k != (key{}); k = (key{k.first>>16 | k.second<<48, k.second >> 16, 0}) {
			b.WriteRune(rune(k.first & 0xFFFF))
		}
		return b.String()
	}
	var b strings.Builder
	for ; k != (key{}); k = k.drop(1) {
		if c := k.first & 0xFF; c < firstCode {
			b.WriteByte(byte(c))
		} else {
			b.WriteRune([]rune(alphabet)[c-firstCode])
		}
	}
	return b.String()
}

// The tables of hashes are far from full, so that finding a word stays quick and
// always ends, and every letter and word fits its place.
func TestLexiconHasRoom(t *testing.T) {
	x := lexical()
	if len(x.words)*2 > len(x.slots) {
		t.Errorf("%d words in %d slots", len(x.words), len(x.slots))
	}
	edges := 0
	for _, e := range x.edges {
		if e.to != 0 {
			edges++
		}
	}
	if edges*2 > len(x.edges) {
		t.Errorf("%d edges in %d slots", edges, len(x.edges))
	}
	idioms := 0
	for _, d := range x.idioms {
		if d.key != (key{}) {
			idioms++
		}
	}
	if idioms*2 > len(x.idioms) {
		t.Errorf("%d idioms in %d slots", idioms, len(x.idioms))
	}
	if len(x.words) >= 1<<16 || x.nodes > 1<<15 {
		t.Errorf("%d words, %d nodes", len(x.words), x.nodes)
	}
	for _, l := range x.langs {
		if len(l.senses) >= 1<<16 {
			t.Errorf("%s: %d senses", l.code, len(l.senses))
		}
		if len(l.words) == 0 {
			t.Errorf("%s has no words", l.code)
		}
	}
	// No byte beyond ASCII is a letter of the alphabet once it has the bits of a small
	// letter, so that splitter.common takes none for one.
	if n := firstCode + len([]rune(alphabet)); n > 0xE0 {
		t.Errorf("the alphabet goes up to %d", n)
	}
	for _, w := range x.words[1:] {
		letters := w.key.third>>32 == 0 // no mark and no Hangul
		for k := w.key; k != (key{}); k = k.drop(1) {
			if letters && k.first&0xFF == noLetter || w.key.third == noLetter {
				t.Errorf("word %d has a letter beyond the alphabet, or too many", w.word)
				break
			}
		}
	}
}

// Every word is found by its letters, and every phrase of a table says what its
// groups give it and nothing else in the same role.
func TestTables(t *testing.T) {
	x := lexical()
	for _, w := range x.words[1:] {
		letters := x.spell(w.word)
		for a := range attachments {
			k, _ := x.keyOf(letters, a)
			if got := x.find(k); k == w.key && got != w {
				t.Errorf("%q is found as %q", letters, x.spell(got.word))
			}
		}
	}
	for _, l := range x.langs {
		given := make(map[string]sense)
		for _, g := range l.words {
			once := make(map[string]bool)
			for phrase := range strings.SplitSeq(g.phrases, ",") {
				phrase = strings.TrimSpace(phrase)
				if once[phrase] {
					t.Errorf("%s: %q stands twice in one group", l.code, phrase)
				}
				once[phrase] = true
				if phrase == "" {
					t.Errorf("%s: an empty phrase in %q", l.code, g.phrases)
					continue
				}
				key := foldAll(strings.Join(strings.Fields(phrase), " "))
				for _, r := range key {
					if kindOf(r) == digitRune {
						t.Errorf("%s: %q has digits", l.code, phrase)
					}
				}
				s, was := g.sense, given[key]
				conflict := s.roles&was.roles&roleNumber != 0 && s.value != was.value ||
					s.roles&was.roles&roleQuantifier != 0 && s.term != was.term ||
					s.roles&was.roles&roleBefore != 0 && s.before != was.before ||
					s.roles&was.roles&roleAfter != 0 && s.after != was.after ||
					s.roles&was.roles&roleModal != 0 && s.modality != was.modality ||
					s.roles&was.roles&roleMeasure != 0 && s.measure != was.measure
				if conflict {
					t.Errorf("%s: %q says two things: %+v and %+v", l.code, phrase, was, s)
				}
				given[key] = was.merge(s)
			}
		}
		for _, p := range l.proclitics {
			if _, ok := given[foldAll(p)]; !ok {
				t.Errorf("%s: the proclitic %q is no word", l.code, p)
			}
		}
	}
}

// Words whose hashes fall in one slot are told apart.
func TestCollisions(t *testing.T) {
	x := lexical()
	const mask = 1<<slotBits - 1
	bySlot := make(map[int][]wordID)
	for _, w := range x.words[1:] {
		i := w.key.hash() & mask
		bySlot[i] = append(bySlot[i], w.word)
	}
	collisions := 0
	for _, words := range bySlot {
		if len(words) < 2 {
			continue
		}
		collisions++
		for _, w := range words {
			if got := x.find(x.words[w].key); got.word != w {
				t.Errorf("%q is found as %q", x.spell(w), x.spell(got.word))
			}
		}
	}
	if collisions == 0 {
		t.Error("no two words share a slot: the test shows nothing")
	}
	// A word that is none, in the slot of one that is.
	hundred, _ := x.keyOf("hundred", free)
	for i := range 1 << 20 {
		w := string([]byte{'q', byte('a' + i%26), byte('a' + i/26%26), byte('a' + i/676%26), byte('a' + i/17576%26)})
		if k, _ := x.keyOf(w, free); k.hash()&mask != hundred.hash()&mask {
			continue
		}
		if _, err := new(Reader).Parse("two " + w); err == nil {
			t.Errorf("%q is read as hundred", w)
		}
		return
	}
	t.Error("no word falls in the slot of hundred")
}

func TestLanguages(t *testing.T) {
	if got := Languages(); !slices.Equal(got, []string{"en", "uk", "ru", "ko", "es", "fr", "ar"}) {
		t.Errorf("%v", got)
	}
}
