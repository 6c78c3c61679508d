package wording

import (
	"path/filepath"
	"strings"
	"testing"
)

// Of a count that is apart nothing beside it says that it is none: in the texts of all
// tables and between any two words of a language, in whatever language they are read.
func TestApart(t *testing.T) {
	x := lexical()
	files, err := filepath.Glob("testdata/*.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	for _, file := range files {
		for _, row := range lines[struct{ Sentence, Phrase, Input string }](t, file) {
			texts = append(texts, row.Sentence+row.Phrase+row.Input)
		}
	}
	for _, lang := range x.langs {
		for _, g := range lang.words {
			for w := range strings.SplitSeq(g.phrases, ",") {
				w = strings.TrimSpace(w)
				for _, frame := range []string{"_ about 40 people", "_ 40 killed", "killed 0047 _", "half of _ at least 1999 dead", "killed 40 _-34s", "40 people _", "killed _ 1999 people", "_ 40 were _ people", "_ about 40, _ people", "of _ between 30 and 1990."} {
					texts = append(texts, strings.ReplaceAll(frame, "_", w))
				}
			}
		}
	}
	apart := 0
	for _, text := range texts {
		for _, lang := range x.langs {
			s := splitter{text: text, lex: x, whole: true}
			p := phrase{text: text, lang: lang}
			p.toks, p.any = lang.resolve(s.sentence(nil, maxTokens), &s.seen)
			for first := range p.toks {
				var r reading
				if p.quantity(first, &r); r.next == first {
					continue
				}
				for i := first; i < r.next; i++ {
					if !p.apart(first, i, r.next) {
						continue
					}
					apart++
					if why := p.against(first, i, &r); why != 0 {
						t.Errorf("%s: %q: %q is apart, but %v", lang.code, text, text[p.start(first):p.end(r.next-1)], why)
					}
				}
			}
		}
	}
	if apart < 10_000 {
		t.Errorf("only %d are apart", apart)
	}
}
