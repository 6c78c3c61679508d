package wording

import (
	"slices"
	"strings"
	"testing"
)

// The tables of hashes are far from full, so that finding a word stays quick and
// always ends.
func TestLexiconHasRoom(t *testing.T) {
	x := lexical()
	n := 0
	for _, s := range x.short {
		if s.word != 0 {
			n++
		}
	}
	if len(x.words)*2 > len(x.slots) {
		t.Errorf("%d words in %d slots", len(x.words), len(x.slots))
	}
	if n*2 > len(x.short) {
		t.Errorf("%d short words in %d slots", n, len(x.short))
	}
	if len(x.words) >= 1<<16 {
		t.Errorf("%d words do not fit a wordID", len(x.words))
	}
	for _, l := range x.langs {
		if len(l.senses) >= 1<<16 || len(l.nodes) >= 1<<16 {
			t.Errorf("%s: %d senses, %d nodes", l.code, len(l.senses), len(l.nodes))
		}
		if len(l.words) == 0 {
			t.Errorf("%s has no words", l.code)
		}
	}
}

// Every word is found by its letters, and every phrase of a table says what its
// groups give it and nothing else in the same role.
func TestTables(t *testing.T) {
	x := lexical()
	for _, l := range x.langs {
		given := make(map[string]sense)
		for _, g := range l.words {
			for phrase := range strings.SplitSeq(g.phrases, ",") {
				phrase = strings.TrimSpace(phrase)
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
	mask := len(x.short) - 1
	bySlot := make(map[int][]string)
	for _, s := range x.short {
		if s.word != 0 {
			i := shortHash(s.first, s.second) & mask
			bySlot[i] = append(bySlot[i], x.words[s.word].letters)
		}
	}
	collisions := 0
	for _, words := range bySlot {
		if len(words) < 2 {
			continue
		}
		collisions++
		for _, w := range words {
			sp := splitter{text: w, lex: x}
			toks := sp.sentence(nil, true)
			if len(toks) != 1 || x.words[toks[0].word].letters != w {
				t.Errorf("%q is found as %+v", w, toks)
			}
		}
	}
	if collisions == 0 {
		t.Error("no two words share a slot: the test shows nothing")
	}
	// A word that is none, in the slot of one that is.
	want := shortHash(packedWord("hundred")) & mask
	for i := range 1 << 20 {
		w := string([]byte{'q', byte('a' + i%26), byte('a' + i/26%26), byte('a' + i/676%26), byte('a' + i/17576%26)})
		if shortHash(packedWord(w))&mask != want {
			continue
		}
		if _, err := new(Reader).Parse("two " + w); err == nil {
			t.Errorf("%q is read as hundred", w)
		}
		return
	}
	t.Error("no word falls in the slot of hundred")
}

func packedWord(w string) (first, second uint64) {
	first, n := packed(w)
	if n == 8 {
		second, _ = packed(w[8:])
	}
	return first, second
}

func TestLanguages(t *testing.T) {
	if got := Languages(); !slices.Equal(got, []string{"en", "uk", "ru", "ko", "es", "fr", "ar"}) {
		t.Errorf("%v", got)
	}
}
