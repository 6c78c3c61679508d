package wording

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/openestimate/casualty/estimate"
)

// seed adds the phrases and sentences of all tables, and what is nasty.
func seed(f *testing.F) {
	files, err := filepath.Glob("testdata/*.jsonl")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		if _, err := os.Stat(file); err != nil {
			f.Fatal(err)
		}
		for _, row := range lines[struct{ Phrase, Sentence, Input string }](f, file) {
			f.Add(row.Phrase + row.Sentence + row.Input)
		}
	}
	for _, s := range nasty {
		f.Add(s)
	}
}

var nasty = []string{
	"", " ", "\x00", "\xff\xfe", "at least \xff100", "100\xc3", "\u200f100\u200e", "1\u200f000", "\u202e100\u202c", "\ufeff100", "１，０００",
	"١٬٠٠٠", "۱۲۳", "1,,000", "1,0,0", "1.2.3.4", "0000", "00", ".5", "5.", "1,000,000,000,000,000,000", "999999999999999999999",
	"a a a a", "of of of", "and and", "at least at most at least", "not not less than 12", "half half half a million", "million million million",
	"hundred hundred", "one and one and one", "between between and", "from from to", "100 (95% CI 10-20", "100 (95% CI", "(((((((100)))))))",
	"5-ти-ти", "'''", "d'd'd'", "п'п'п", "백백백", "만만", "이이이이이", "وووووووو", "ووال", "ال", "1 234 56", "1 2 3", "-5", "--5", "5--6", "5---",
	"twenty-twenty-twenty", "two and a half and a half", "several several", "dozens of dozens of dozens", "up to up to 5", "～～", "1~2~3",
}

func FuzzParse(f *testing.F) {
	seed(f)
	var r Reader
	f.Fuzz(func(t *testing.T, text string) {
		q, err := r.Parse(text)
		if err != nil {
			var bad *ParseError
			if !errors.As(err, &bad) {
				t.Fatalf("%T", err)
			}
			if bad.Offset < 0 || bad.Offset > len(text) || bad.Reason == 0 || bad.Accepted == "" || bad.Text != text {
				t.Fatalf("%q: %+v", text, bad)
			}
			if !utf8.ValidString(text) && bad.Reason != NotUTF8 && len(text) < maxTokens {
				t.Fatalf("%q: %v for bytes that are no UTF-8", text, bad)
			}
			if q != (estimate.Quantity{}) {
				t.Fatalf("%q: an error with a quantity %+v", text, q)
			}
			return
		}
		if q.Text != strings.TrimSpace(text) {
			t.Fatalf("%q: text %q", text, q.Text)
		}
		set := estimate.Set{Estimates: []estimate.Estimate{{ID: "a", Source: "s", Measure: estimate.Killed, Quantity: q}}}
		if err := set.Validate(); err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		lit := estimate.Literal()
		if low, _, high := lit.Read(q).Ends(); low.Stated && high.Stated && low.Least() > high.Most() {
			t.Fatalf("%q: %v", text, q)
		}
	})
}

// FuzzCommon holds the quick reading of common phrases to that of the parser.
func FuzzCommon(f *testing.F) {
	before, after, _ := lexical().spoken()
	for _, p := range before {
		f.Add(p)
		f.Add(p + "1,200")
		f.Add(strings.ToUpper(p) + "0")
	}
	for _, s := range after {
		f.Add("1.5" + s)
	}
	seed(f)
	var r Reader
	x := lexical()
	f.Fuzz(func(t *testing.T, text string) {
		var q, want estimate.Quantity
		if !x.common(text, &q) {
			return
		}
		q.Text = text
		if err := r.parseAny(x, x.english, text, &want); err != nil || q != want {
			t.Fatalf("%q: %+v, the parser says %+v, %v", text, q, want, err)
		}
	})
}

func FuzzRound(f *testing.F) {
	seed(f)
	var r Reader
	f.Fuzz(func(t *testing.T, text string) {
		q, err := r.Parse(text)
		if err != nil {
			return
		}
		s := Format(q)
		again, err := r.Parse(s)
		if err != nil {
			t.Fatalf("%q: Format gives %q: %v", text, s, err)
		}
		if !again.Same(q) {
			t.Fatalf("%q: Format gives %q, which reads as\n%+v, want\n%+v", text, s, again, q)
		}
		if Format(again) != s {
			t.Fatalf("%q: %q is written %q again", text, s, Format(again))
		}
	})
}

func FuzzScan(f *testing.F) {
	seed(f)
	var r Reader
	f.Fuzz(func(t *testing.T, text string) {
		checkMatches(t, text, r.Scan(text))
		checkMatches(t, text, r.Numbers(text))
	})
}

// checkMatches requires spans in order, apart, within the text and on the bounds
// of runes.
func checkMatches(t *testing.T, text string, matches func(func(Match) bool)) {
	t.Helper()
	at := 0
	for m := range matches {
		if m.Start < at || m.End <= m.Start || m.End > len(text) || text[m.Start:m.End] != m.Text || m.Quantity.Text != m.Text {
			t.Fatalf("%q: %+v after %d", text, m, at)
		}
		if !utf8.RuneStart(text[m.Start]) || m.End < len(text) && utf8.ValidString(text) && !utf8.RuneStart(text[m.End]) {
			t.Fatalf("%q: %q begins or ends within a letter", text, m.Text)
		}
		if err := m.Measure.Validate(); err != nil {
			t.Fatal(err)
		}
		at = m.End
	}
}

// Long inputs take time in proportion, and would not end if it were the square: a
// megabyte of digits, and a quarter of one of whatever makes the parser look back
// or ahead.
func TestLongInput(t *testing.T) {
	var r Reader
	size := 1 << 20
	for _, unit := range []string{"1", "1,000", "1 ", "at least ", "a ", "twenty-", "of ", "and ", "hundred ", "(", "from ", "не менее ", "이", "و", "ال", "’", "12 killed ", "one in five ", "up from ", "и ", "\xff", "12,", "1.", "1 000 ", "100명 ", "killed and 5 ", "one thousand and ", "백", "5-"} {
		text := strings.Repeat(unit, size/len(unit))
		size = 1 << 18
		_, _ = r.Parse(text)
		n := 0
		for range r.Scan(text) {
			n++
		}
		for range r.Numbers(text) {
			n++
		}
	}
}
