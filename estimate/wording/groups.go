package wording

// groups reads what follows the first digits of a number: more groups, then
// perhaps a decimal part.
func (s *splitter) groups(t *token, width int) {
	zero := t.value == 0 // 0.125 is no group
	var sign rune
	n := 0
	// The common case first: 12,000.
	if text := s.text; !zero && width <= 3 && text[s.at] == ',' {
		for s.at+4 <= len(text) && text[s.at] == ',' && threeDigits(text[s.at+1:]) && n < 4 {
			t.value = t.value*1000 + int64(text[s.at+1]-'0')*100 + int64(text[s.at+2]-'0')*10 + int64(text[s.at+3]-'0')
			s.at += 4
			sign = ','
			n++
		}
		if n > 0 {
			t.form |= grouped
			if n == 1 {
				t.form |= commaGroup
			}
			if s.at == len(text) {
				return
			}
		}
	}
	for ; ; n++ {
		r, size := separator(s.text[s.at:])
		if size == 0 {
			return
		}
		ahead, next := digitsAhead(s.text[s.at+size:])
		switch {
		case ahead == 0:
			return
		case n == 0 && ahead == 3 && width <= 3 && !zero:
			sign = r
		case n == 0 && r == ',' && width <= 2 && indian(s.text[s.at:]):
			sign = r
		case n > 0 && r == sign && (ahead == 3 || r == ',' && ahead == 2 && indian(s.text[s.at:])):
		case r == ',' && (next == ',' || t.start > 0 && s.text[t.start-1] == ','): // a list without spaces
			return
		case (r == '.' || r == ',') && r != sign:
			s.decimal(t, size)
			if r, size := separator(s.text[s.at:]); r == '.' || r == ',' {
				if ahead, _ := digitsAhead(s.text[s.at+size:]); ahead > 0 {
					s.junk(t)
				}
			}
			return
		case r == '.' || r == ',':
			s.junk(t)
			return
		default:
			return
		}
		s.at += size
		if _, ok := s.run(t); !ok {
			t.form |= tooLarge
		}
		t.form |= grouped
		t.form &^= commaGroup | pointGroup
		if n == 0 && r == ',' {
			t.form |= commaGroup
		} else if n == 0 && r == '.' {
			t.form |= pointGroup
		}
	}
}

// threeDigits reports whether s begins with three ASCII digits and no fourth.
func threeDigits(s string) bool {
	return class[s[0]] == digit && class[s[1]] == digit && class[s[2]] == digit &&
		(len(s) == 3 || class[s[3]] != digit && class[s[3]] != high)
}

// separator is a sign that may stand between groups of digits, all kinds of
// space as ' ', with its length.
func separator(s string) (rune, int) {
	r, n := decode(s)
	switch r {
	case ',', '.':
		return r, n
	case '٫': // the Arabic decimal and thousands signs
		return '.', n
	case '٬', '،':
		return ',', n
	case ' ', 0xA0, 0x2009, 0x202F:
		return ' ', n
	case '\'', '’':
		return '\'', n
	}
	return 0, 0
}

// digitsAhead counts the digits that s begins with, up to 4, and gives the
// separator after them if digits follow it.
func digitsAhead(s string) (n int, next rune) {
	i := 0
	for n < 4 {
		r, m := decode(s[i:])
		if m == 0 || kindOf(r) != digitRune {
			break
		}
		i += m
		n++
	}
	r, m := separator(s[i:])
	if m > 0 {
		if d, w := decode(s[i+m:]); w > 0 && kindOf(d) == digitRune {
			return n, r
		}
	}
	return n, 0
}

// maxGroups is more groups of two digits than a possible count has.
const maxGroups = 9

// indian reports whether s goes on in groups of two digits and ends in one of
// three, as in 12,34,567.
func indian(s string) bool {
	for range maxGroups {
		n, next := digitsAhead(s[1:])
		switch {
		case n == 3:
			return next != ','
		case n != 2 || next != ',' || len(s) < 4:
			return false
		}
		s = s[3:]
		if s[0] != ',' {
			return false
		}
	}
	return false
}

// decimal reads a decimal part. The value keeps its digits; zeros at its end
// say nothing.
func (s *splitter) decimal(t *token, size int) {
	s.at += size
	from := s.at
	if _, ok := s.run(t); !ok {
		t.form |= tooLarge
	}
	n := 0
	for i := from; i < s.at; n++ {
		_, m := decode(s.text[i:])
		i += m
	}
	for n > 0 && t.value%10 == 0 {
		t.value /= 10
		n--
	}
	t.decimals = uint8(min(n, 255))
}

// junk passes over the rest of what is no count: 18.12.2023, 192.168.1.2.
func (s *splitter) junk(t *token) {
	t.form |= strange
	for s.at < len(s.text) {
		r, n := decode(s.text[s.at:])
		if kindOf(r) != digitRune {
			if r != '.' && r != ',' {
				return
			}
			if ahead, _ := digitsAhead(s.text[s.at+n:]); ahead == 0 {
				return
			}
		}
		s.at += n
	}
}
