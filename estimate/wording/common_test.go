package wording

import (
	"testing"

	"github.com/openestimate/casualty/estimate"
)

// spoken is the idioms as they are said: before digits, after them and alone.
func (x *lexicon) spoken() (before, after, alone []string) {
	for _, d := range x.idioms {
		k := d.key
		k.third &^= 0xFF << 56
		var text []byte
		for ; k != (key{}); k = k.drop(1) {
			text = append(text, byte(k.first))
		}
		switch {
		case len(text) == 0:
		case d.key.third&afterMark != 0:
			after = append(after, string(text))
		case text[len(text)-1] == ' ':
			before = append(before, string(text))
		default:
			alone = append(alone, string(text))
		}
	}
	return before, after, alone
}

// Every idiom before digits with every one after them is read as the parser reads
// it.
func TestCommon(t *testing.T) {
	x := lexical()
	before, after, alone := x.spoken()
	if len(before) < 250 || len(after) < 300 || len(alone) < 100 {
		t.Errorf("%d idioms before digits, %d after, %d alone", len(before), len(after), len(alone))
	}
	texts := alone
	numbers := []string{"0", "1", "31", "1.5", "300", "1,200", "1999", "2,024", "1.25", "12,345,678"}
	for i, p := range append(before, "") {
		for j, s := range append(after, "") {
			texts = append(texts, p+numbers[(i+j)%len(numbers)]+s)
		}
	}
	for i, p := range before {
		for j, s := range before {
			texts = append(texts, p+s+numbers[(i+j)%len(numbers)])
		}
		for j, s := range append(after, "") {
			for k, join := range []string{"-", " to ", " and "} {
				texts = append(texts, p+numbers[(i+j)%len(numbers)]+join+numbers[(7*i+j+k)%len(numbers)]+s)
			}
		}
	}
	for i, s := range append(after, "") {
		for j := range numbers {
			for _, join := range []string{"-", " to "} {
				texts = append(texts, numbers[j]+join+numbers[i%len(numbers)]+s, "3"+join+numbers[j]+s)
			}
		}
	}
	var r Reader
	quick := 0
	for _, text := range texts {
		var q, want estimate.Quantity
		if !x.common(text, &q) {
			continue
		}
		quick++
		q.Text = text
		if err := r.parseAny(x, x.english, text, &want); err != nil || q != want {
			t.Errorf("%q: %+v, the parser says %+v, %v", text, q, want, err)
		}
	}
	if quick < 100_000 {
		t.Errorf("%d of %d texts are read quickly", quick, len(texts))
	}
}
