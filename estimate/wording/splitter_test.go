package wording

import "testing"

// A full stop after a word written short ends no sentence in its language, and does
// in another.
func TestAbbreviations(t *testing.T) {
	x := lexical()
	for _, row := range []struct {
		text string
		want int // sentences
	}{
		{"Gen. Petrov counted 12 dead.", 1},
		{"The order was No. Twelve of the corps.", 1},
		{"El portavoz dijo que no. Murieron 12 personas.", 2},
		{"Погибло около 2 тыс. Человек 300 ранено.", 1},
		{"El ejército lo negó el lunes. Murieron 12 personas.", 2},
	} {
		s := splitter{text: row.text, lex: x, asked: (&Reader{}).asked(x)}
		got := 0
		for s.at < len(s.text) {
			s.sentence(nil, maxTokens)
			got++
		}
		if got != row.want {
			t.Errorf("%q: %d sentences, want %d", row.text, got, row.want)
		}
	}
	// Nor does one of a language that is not asked for.
	english := Reader{Languages: []string{"en"}}
	s := splitter{text: "Dozens, Тыс. Twelve died.", lex: x, asked: english.asked(x)}
	if toks := s.sentence(nil, maxTokens); len(toks) != 4 {
		t.Errorf("%d tokens of the first sentence, want 4", len(toks))
	}
}
