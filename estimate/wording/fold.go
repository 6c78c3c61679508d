package wording

import (
	"unicode"
	"unicode/utf8"
)

// fold is the letter or mark that r counts as: lower case, without accents; 0
// for what does not count at all, such as vowel marks and direction marks.
func fold(r rune) rune {
	switch {
	case r < utf8.RuneSelf:
		if 'A' <= r && r <= 'Z' {
			return r | 0x20
		}
		return r
	case r < 0xC0:
		switch r {
		case 0xAD:
			return 0
		case '«', '»':
			return '"'
		}
		return r
	case r < 0x180:
		return latin[r-0xC0]
	case 0x300 <= r && r <= 0x36F: // combining accents
		return 0
	case 0x400 <= r && r <= 0x45F:
		return cyrillic[r-0x400]
	case r == 'Ґ' || r == 'ґ':
		return 'г'
	case 0x600 <= r && r < 0x700:
		return foldArabic(r)
	case 0xAC00 <= r && r <= 0xD7A3:
		return r
	case 0x2010 <= r && r <= 0x2013, r == 0x2212, r == 0x301C, r == 0xFF5E, r == 0xFF0D:
		return '-' // hyphens, en dash, minus, wave dash
	case r == 0x223C: // tilde operator, in Korean ranges
		return '~'
	case r == 0x2014, r == 0x2015:
		return '—'
	case r == '’' || r == 'ʼ' || r == '‘':
		return '\''
	case r == '“' || r == '”' || r == '„' || r == '‟' || r == '″':
		return '"'
	case 0xFF01 <= r && r <= 0xFF5E: // full width
		return fold(r - 0xFEE0)
	case 0x200B <= r && r <= 0x200F, 0x202A <= r && r <= 0x202E, 0x2060 <= r && r <= 0x2069, r == 0xFEFF:
		return 0
	}
	return unicode.ToLower(r)
}

func foldArabic(r rune) rune {
	switch {
	case 0x64B <= r && r <= 0x65F, 0x610 <= r && r <= 0x61C, 0x6D6 <= r && r <= 0x6ED, r == 0x640, r == 0x670:
		return 0 // vowel marks, tatweel
	case r == 'أ', r == 'إ', r == 'آ', r == 'ٱ':
		return 'ا'
	case r == 'ى', r == 'ی':
		return 'ي'
	case r == 'ة':
		return 'ه'
	case r == 'ک':
		return 'ك'
	case r == '،':
		return ','
	case r == '؛':
		return ';'
	case r == '؟':
		return '?'
	case r == '٪':
		return '%'
	}
	return r
}

func arabic(r rune) bool { return 0x600 <= r && r < 0x700 }

// The letters U+00C0 to U+017F without their accents.
var latin = func() (table [0xC0]rune) {
	const bases = "aaaaaaæceeeeiiiiðnooooo×ouuuuyþß" + "aaaaaaæceeeeiiiiðnooooo÷ouuuuyþy" +
		"aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiĳĳjjkkĸllllllllllnnnnnnŉŋŋoooooo" +
		"œœrrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzſ"
	i := 0
	for _, r := range bases {
		table[i] = r
		i++
	}
	return table
}()

var cyrillic = func() (table [0x60]rune) {
	for i := range table {
		r := unicode.ToLower(rune(0x400 + i))
		switch r {
		case 'ё', 'ѐ':
			r = 'е'
		case 'й', 'ѝ':
			r = 'и'
		case 'ї':
			r = 'і'
		case 'ѓ':
			r = 'г'
		case 'ќ':
			r = 'к'
		case 'ў':
			r = 'у'
		}
		table[i] = r
	}
	return table
}()
