package wording

import "math/bits"

// A key is the letters of a word, folded, a byte each from the low byte of the
// first on: of ASCII the byte itself, of other letters their place in the alphabet.
// Syllables of Hangul take two bytes each. So a word is found by comparing three
// numbers, whatever its script.
type key struct{ first, second, third uint64 }

// maxLetters is the most letters of a word in the tables; a longer word is none.
const maxLetters = 24

// put sets the letters after 8n others, up to eight of them.
func (k *key) put(n int, letters uint64) {
	switch n {
	case 0:
		k.first = letters
	case 1:
		k.second = letters
	case 2:
		k.third = letters
	default:
		if letters != 0 {
			k.third = noLetter
		}
	}
}

// drop is the key without its first n letters, fewer than eight.
func (k key) drop(n int) key {
	down, up := 8*n, 64-8*n
	return key{k.first>>down | k.second<<up, k.second>>down | k.third<<up, k.third >> down}
}

// from is the key from byte n on.
func (k key) from(n int) key {
	for ; n >= 8; n -= 8 {
		k = key{k.second, k.third, 0}
	}
	return k.drop(n)
}

// upTo is the first n bytes of the key.
func (k key) upTo(n int) key {
	keep := func(n int) uint64 { return 1<<(8*max(n, 0)) - 1 }
	return key{k.first & keep(n), k.second & keep(n-8), k.third & keep(n-16)}
}

// begins reports whether k begins with the letters of p, of which there are n,
// fewer than eight.
func (k key) begins(p key, n int) bool { return k.first&(1<<(8*n)-1) == p.first }

// syllables adds a syllable of Hangul after n others.
func (k *key) syllable(n int, r rune) {
	c := uint64(r) << (16 * (n & 3))
	switch n >> 2 {
	case 0:
		k.first |= c
	case 1:
		k.second |= c
	default:
		k.third = noLetter
	}
}

// attach sets the key of Hangul apart from all others, by how it attaches.
func (k key) attach(a attachment) key {
	k.third |= (uint64(a) + 2) << 32
	return k
}

// markKey is that of a mark beyond ASCII.
func markKey(r rune) key { return key{first: uint64(r), third: 1 << 40} }

func (k key) hash() int { return hash(k.first, k.second, k.third) }

func hash(first, second, third uint64) int {
	return scatter(first ^ second*3 ^ bits.RotateLeft64(third, 7))
}

// scatter is a place in the table of slots for x.
func scatter(x uint64) int { return int(x * 0x9E3779B97F4A7C15 >> (64 - slotBits)) }
