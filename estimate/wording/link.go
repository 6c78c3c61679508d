package wording

// link passes over what joins token i to the number before it: "and", a hyphen,
// an article before a scale. It returns the token that adds to the number, -1 if
// the number ends here.
func (p *phrase) link(s *sum, a *amount, i int) int {
	switch {
	case s.empty():
		if p.is(i, roleArticle) && p.is(i+1, roleTimes|roleScale|roleCollective) {
			return i + 1
		}
		return i
	case p.is(i, roleAnd):
		return p.and(s, i)
	case p.is(i, roleAfter) && p.is(i+1, roleScale|roleTimes|roleCollective|rolePlural) && !p.is(i, roleBefore):
		a.hedge = p.sense(i).after // 20 с лишним тысяч
		return i + 1
	case p.alone && p.mark(i, ',') && s.total > 0 && s.scaled > 1000 && p.is(i+1, roleUnit) && p.ends(i+1, 1000):
		return i + 1 // two million, three hundred thousand
	case p.mark(i, '-'):
		w := p.sense(i + 1)
		glued := p.adjoins(i) && p.adjoins(i+1)
		if w.roles&roleUnit != 0 && w.value < s.room && s.room <= 100 && (glued || w.value < 10) ||
			w.roles&(roleTimes|roleScale|roleCollective) != 0 && glued {
			return i + 1
		}
		if p.lang.vigesimal && glued && p.is(i+1, roleAnd) { // vingt-et-un
			if k := p.and(s, i+1); k >= 0 {
				return k
			}
			if p.mark(i+2, '-') && p.is(i+3, roleUnit) && p.sense(i+3).value < s.room {
				return i + 3
			}
		}
		return -1
	}
	return i
}

// ends reports whether the number in words from token i on takes the rest of the
// phrase, but for a noun, and ends in the scale.
func (p *phrase) ends(i int, scale int64) bool {
	var a amount
	p.cardinal(i, &a)
	return a.next > i && a.fault == 0 && p.sense(a.next-1).value == scale && p.past(a.next, rolePeople) == len(p.toks)
}

// and is the token after an "and" that joins parts of one number.
func (p *phrase) and(s *sum, i int) int {
	k := i + 1
	if p.is(i, roleHalf) {
		k = i // "and a half" in one word
	}
	w := p.sense(k)
	switch {
	case p.number(k):
		if s.half || p.toks[k].value == 0 || p.toks[k].value >= s.room || p.toks[k].decimals > 0 || s.begun && s.pending > 0 {
			return -1
		}
	case p.is(k, roleArticle|roleHalf) && w.roles&roleUnit == 0, p.is(i, roleHalf): // not vingt et un
		h := k
		if p.is(i, roleHalf) { // two-and-a-half
			h = i
		} else if p.is(h, roleArticle) {
			h++
		}
		if s.begun && s.decimals == 0 && p.is(h, roleHalf) && p.is(h+1, roleScale|roleTimes|rolePlural) && p.sense(h+1).value%2 == 0 {
			s.half = true // two and a half thousand
			return h + 1
		}
		return -1
	case w.roles&roleUnit == 0 && !(p.lang.unitsFirst && w.roles&(roleTimes|roleScale) != 0): // ألف ومئة
		return -1
	case p.lang.unitsFirst && s.begun && s.pending > 0 && s.pending < 10 && w.value >= 20 && w.value < 100 && !p.number(i-1):
		return k
	case w.value >= s.room, !p.lang.andTens && s.room < 100:
		return -1
	}
	// "3 thousand and 5 thousand" are two numbers, and so are "3 hundred and 2
	// hundred".
	if s.total > 0 {
		var a amount
		if p.cardinal(k, &a); a.value >= s.scaled {
			return -1
		}
	}
	if s.hundreds > 0 && p.is(k+1, roleTimes) && p.sense(k+1).value >= s.below {
		return -1
	}
	return k
}

// add adds token i to the sum.
func (p *phrase) add(s *sum, a *amount, i int) bool {
	w := p.sense(i)
	r := w.roles
	switch {
	case p.number(i):
		t := &p.toks[i]
		decimals := t.decimals
		// 1.234 million has decimals; 1.234 alone is in thousands. By language a
		// point is always one, a comma the other.
		if t.form&pointGroup != 0 && !p.lang.pointGroups || t.form&commaGroup != 0 && p.lang.decimalComma {
			if p.is(i+1, roleScale|roleSuffix|roleTimes) {
				decimals = 3
			}
		}
		if t.form&tooLarge != 0 {
			s.fault = TooLarge
		} else if t.form&strange != 0 {
			s.fault = NotWhole
		}
		return s.number(t.value, decimals)
	case r&roleSuffix != 0 && p.number(i-1) && p.adjoins(i):
		return s.scale(w.value)
	case r&roleTimes != 0 && s.times(w.value):
		return true
	case r&roleScale != 0:
		if !s.begun && (r&roleDual != 0 || r&roleConstruct != 0 && p.is(i+1, rolePeople|roleMeasure)) && !s.unit(2, p.lang.language) {
			return false
		}
		return s.scale(w.value)
	case r&roleUnit != 0 && r&roleHalf != 0: // полтора
		return s.number(10*w.value+5, 1)
	case r&roleUnit != 0:
		if p.lang.unitsFirst && p.is(i-1, roleAnd) && s.begun && s.pending < 10 && s.pending > 0 && w.value >= 20 {
			s.afterUnit(w.value)
			return true
		}
		return s.unit(w.value, p.lang.language)
	case r&(roleCollective|rolePlural) != 0 && r&roleTimes == 0:
		if s.empty() && (r&roleCollective == 0 || w.before == exactly && !p.is(i-1, roleArticle)) || s.total != 0 && !s.begun {
			return false // "hundreds" alone is no number, nor "score"
		}
		if !s.begun && w.before == about {
			a.hedge = about
		}
		return s.scale(w.value)
	}
	return false
}
