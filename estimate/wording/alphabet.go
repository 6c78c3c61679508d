package wording

import (
	"unicode"
	"unicode/utf8"
)

// alphabet is the letters beyond ASCII that the tables use, as they are folded.
const alphabet = "абвгдежзиклмнопрстуфхцчшщъыьэюяієґ" + "ءؤئابتثجحخدذرزسشصضطظعغفقكلمنهوي" + "œæßªº" + "ᵉ"

const (
	firstCode = 0x80 // of the alphabet
	noLetter  = 1    // stands for a letter that no word has
)

// letters2 is where runes begin that take three bytes.
const letters2 = 0x800

// letterOf is what a letter counts as.
type letterOf struct {
	kind uint8
	code uint8 // in keys; 0 for what does not count, and for what is no letter
	up   bool  // a capital
}

// letterOf is the kind of a rune beyond ASCII and its code.
func (x *lexicon) letterOf(r rune) letterOf {
	if 0 <= r && r < letters2 {
		return x.letters[r]
	}
	if k := kindOf(r); k != letterRune {
		return letterOf{kind: k}
	}
	return letterOf{letterRune, codeOf(fold(r)), capitalLetter(r)}
}

// upper reports whether r is a capital.
func (x *lexicon) upper(r rune) bool {
	if 0 <= r && r < letters2 {
		return x.letters[r].up
	}
	return capitalLetter(r)
}

func capitalLetter(r rune) bool { return !arabic(r) && fold(r) != r && unicode.IsUpper(r) }

// kind is the kind of a rune.
func (x *lexicon) kind(r rune) uint8 {
	if 0 <= r && r < letters2 {
		return x.letters[r].kind
	}
	return kindOf(r)
}

// codeOf is the byte for a folded letter in a key.
func codeOf(r rune) uint8 {
	if r == 0 || 'a' <= r && r <= 'z' || r == '\'' {
		return uint8(r)
	}
	code := uint8(firstCode)
	for _, a := range alphabet {
		if a == r {
			return code
		}
		code++
	}
	return noLetter
}

// letterTable is what each rune of up to two bytes counts as.
func letterTable() *[letters2]letterOf {
	table := new([letters2]letterOf)
	var codes [letters2]uint8
	for r := range rune(letters2) {
		codes[r] = noLetter
	}
	for i, r := range []rune(alphabet) {
		if r < letters2 {
			codes[r] = firstCode + uint8(i)
		}
	}
	for r := range rune(letters2) {
		if table[r].kind = kindOf(r); table[r].kind != letterRune {
			continue
		}
		table[r].up = capitalLetter(r)
		switch f := fold(r); {
		case f < utf8.RuneSelf:
			table[r].code = uint8(f)
		case f < letters2:
			table[r].code = codes[f]
		default:
			table[r].code = codeOf(f)
		}
	}
	return table
}
