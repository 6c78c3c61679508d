package wording

import (
	"math/bits"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
)

// What is done with eight bytes at once is what a loop over the bytes does, at each
// place of texts of every length.
func TestEightBytes(t *testing.T) {
	const bytes = "aZz09 -'@[`{/:\x00\x7f\x80\xff\xd0\xb0"
	rng := rand.New(rand.NewPCG(4, 2))
	for range 2000 {
		var b strings.Builder
		for range rng.IntN(20) {
			b.WriteByte(bytes[rng.IntN(len(bytes))])
		}
		text := b.String()
		for i := range len(text) + 1 {
			rest := text[i:min(len(text), i+8)]
			x := load(text, i)
			for j := range 8 {
				want := byte(0)
				if j < len(rest) {
					want = rest[j]
				}
				if got := byte(x >> (8 * j)); got != want {
					t.Fatalf("%q from %d: byte %d is %q, want %q", text, i, j, got, want)
				}
			}
			checkFront(t, rest, x, lettersOf, func(c byte) bool { return class[c] == letter })
			checkFront(t, rest, x, lettersAndSpaces, func(c byte) bool { return class[c] == letter || c == ' ' || c == '-' })
			if others := ^x & letterBits; others != 0 {
				front := bits.TrailingZeros64(others) >> 3
				want := strings.IndexFunc(rest[:front], func(r rune) bool { return r >= 0x80 || class[byte(r)] != letter }) >= 0
				if got := unlike((x|0x20*ones)&^(^uint64(0)<<(8*front))) != 0; got != want {
					t.Fatalf("%q: unlike letters: %v, want %v", rest[:front], got, want)
				}
			}
			n := 0
			for n < len(rest) && class[rest[n]] == digit {
				n++
			}
			v, got := digitsOf(x)
			if want, _ := strconv.ParseUint(rest[:n], 10, 64); got != n || n > 0 && v != want {
				t.Fatalf("%q: %d of %d digits, want %d of %d", rest, v, got, want, n)
			}
		}
	}
}

func checkFront(t *testing.T, text string, x uint64, front func(uint64) (uint64, int), is func(byte) bool) {
	t.Helper()
	n, want := 0, uint64(0)
	for n < len(text) && is(text[n]) {
		c := text[n]
		if class[c] == letter {
			c |= 0x20
		}
		want |= uint64(c) << (8 * n)
		n++
	}
	if got, m := front(x); got != want || m != n {
		t.Fatalf("%q: %x of %d, want %x of %d", text, got, m, want, n)
	}
}

// A key is cut at any byte.
func TestKeys(t *testing.T) {
	x := lexical()
	const word = "abcdefghijklmnopqrstuvwx"
	for n := range len(word) + 1 {
		k, _ := x.keyOf(word, free)
		front, _ := x.keyOf(word[:n], free)
		back, _ := x.keyOf(word[n:], free)
		if got := k.upTo(n); n > 0 && got != front {
			t.Errorf("up to %d: %x, want %x", n, got, front)
		}
		if got := k.from(n); n < len(word) && got != back {
			t.Errorf("from %d: %x, want %x", n, got, back)
		}
		if n > 0 && n < 8 && (!k.begins(front, n) || k.drop(1).begins(front, n)) {
			t.Errorf("%q begins with %q", word, word[:n])
		}
	}
	long, _ := x.keyOf(word+"y", free)
	if w := x.find(long); w.word != 0 || long.third != noLetter {
		t.Errorf("a word of %d letters has the key %x", len(word)+1, long)
	}
}

// The language with most words is chosen, the first of several; no count overflows.
func TestVotes(t *testing.T) {
	x := lexical()
	var v votes
	for range 3 {
		v.add(0b100)
	}
	v.add(0b010)
	for _, row := range []struct {
		asked languages
		want  int
	}{{0x7F, 2}, {0b011, 1}, {0b001, 0}, {0b1000, 3}} {
		if got := x.most(v, row.asked); got != x.langs[row.want] {
			t.Errorf("of %b: %s", row.asked, got.code)
		}
	}
	if x.most(v, 0) != nil {
		t.Error("a language of none")
	}
	if !v.lead(0b100, 0x7F) || v.lead(0b010, 0x7F) || !v.lead(0b010, 0b011) || v.lead(0b100, 0b011) {
		t.Error("lead")
	}
	for range 1000 {
		v.add(0x7F)
	}
	if got := x.most(v, 0x7F); got != x.langs[2] {
		t.Errorf("after many words: %s", got.code)
	}
}
