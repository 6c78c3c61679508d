package wording

// behind looks at what stands after the number, from token k.
func (p *phrase) behind(k int) Reason {
	if k >= len(p.toks) {
		return 0
	}
	const speaks = roleOf | roleCurrency | roleFraction | roleMonth | roleOthers | roleInFraction | roleBefore | roleEarlier
	if t := &p.toks[k]; t.kind == wordKind && t.roles&speaks == 0 && !t.adjoins() && !p.lang.verbFinal {
		return p.noun(k) // the common case
	}
	if p.mark(k, '-') && p.adjoins(k) && p.adjoins(k+1) && p.is(k+1, rolePeople) && p.lang.analytic {
		return OtherCount // a 12-member commission
	}
	digits := p.number(k - 1)
	glued := digits && p.adjoins(k)
	day := digits && p.toks[k-1].value <= 31
	if p.is(k, roleOf) && p.is(k+1, roleCurrency|roleMonth|roleOthers) {
		k++ // 2 millones de euros, 12 de mayo, decenas de tanques
	}
	w := p.sense(k)
	switch {
	case w.roles&roleCurrency != 0:
		return Money
	case w.roles&roleFraction != 0 && w.reason != 0:
		return w.reason
	case w.roles&roleFraction != 0:
		return Fraction
	case w.roles&roleMonth != 0 && day && (w.roles&roleModal == 0 || p.toks[k].form&capital != 0):
		return Calendar
	case w.roles&rolePeople != 0 && w.reason == Duration && !digits: // 세 분, but 30분
		return 0
	case w.roles&roleOthers != 0 && !p.modifies(k):
		return otherwise(w)
	case w.reason == OtherCount && (w.roles&roleEarlier != 0 || w.roles&roleBefore != 0 && p.amount(k+1).next == k+1):
		return OtherCount // 1,000 more than the year before
	}
	if p.lang.verbFinal && p.is(p.past(k, rolePeople), roleRises) {
		return OtherCount // 3명 늘어
	}
	t := &p.toks[k]
	if t.kind == wordKind && t.sense == 0 && p.adjoins(k) {
		if r, _ := decode(p.text[t.start:]); kindOf(r) == hangulRune {
			return OtherCount // a counter that is not known: 100배럴
		}
	}
	if glued {
		switch {
		case t.kind == wordKind && w.roles == 0 && p.text[t.start] < 0x80:
			return Measurement // 152mm, T-72B3
		case p.mark(k, ':') && p.number(k+1) && p.adjoins(k+1):
			return Clock
		case p.mark(k, '/') && p.number(k+1) && p.adjoins(k+1):
			return Fraction
		case p.mark(k, '-') && p.adjoins(k+1):
			switch h := p.sense(k + 1); {
			case p.number(k + 1):
				return Phone
			case h.roles&roleOthers != 0:
				return otherwise(h)
			case h.roles&roleOrdinal != 0, h.roles == 0 && p.text[p.toks[k+1].start] >= 0x80:
				return Ordinal
			case h.roles&(rolePeople|roleAfter|roleMeasure) == 0:
				return Designation
			}
		}
	}
	// One in five.
	if p.any&roleInFraction != 0 && p.is(k, roleInFraction) && !p.yearly(k+1) {
		if b := p.amount(k + 1); b.next > k+1 && !b.vague && b.fault == 0 && (!p.is(k, roleOutOf) || b.value == 10 || b.value == 100 || b.value < 10 && p.is(b.next, roleMeasure) && p.is(b.next, rolePeople) && p.lang.analytic) { // 8 out of 10
			if a, ok := p.single(k - 1); ok && a == 1 && b.value > 1 || (!ok || a < b.value) && p.behind(b.next) == 0 {
				return Fraction
			}
		}
	}
	return p.noun(k)
}

// modifies reports whether the noun at token k says of which kind the people after it
// are: two lorry drivers.
func (p *phrase) modifies(k int) bool {
	return p.lang.analytic && p.sense(k).reason == OtherCount && !p.toks[k].adjoins() && p.is(k+1, rolePeople) && !p.is(k+1, roleOthers|roleMeasure|roleFiller) && !p.is(k, rolePeople|roleRate|roleSpared)
}

// noun looks at the noun that a number counts, from token k: whether it is of people,
// and how often.
func (p *phrase) noun(k int) Reason {
	if p.mark(k+1, '-') && p.number(k+2) && p.adjoins(k+1) && p.adjoins(k+2) && p.toks[k].kind == wordKind && !p.anyOf(k+3, k+5, rolePeople) {
		return OtherCount // two Su-34s
	}
	if p.any&roleOthers == 0 {
		return 0
	}
	if p.is(k, roleMeasure) && (!p.is(k, rolePeople) || p.sense(k).measure == killed) && p.is(k+1, roleOthers) && !p.is(k+1, rolePeople|roleBreak) && p.lang.analytic { // 14 slaughtered elephants
		return otherwise(p.sense(k + 1))
	}
	// 30 people a day
	if j := k; p.is(j, rolePeople) {
		for p.is(j, rolePeople) {
			j++
		}
		if w := p.sense(j); w.roles&(roleOthers|roleBreak) == roleOthers|roleBreak {
			return otherwise(w)
		}
	}
	if p.is(k, roleOutOf) { // one of the attacks
		k++
	}
	// A noun that is not people, over words of no meaning here: 15 Russian tanks.
	for n := 0; n < 4 && k < len(p.toks); n, k = n+1, k+1 {
		w := p.sense(k)
		switch {
		case w.roles&roleOthers != 0 && !p.modifies(k):
			return otherwise(w)
		case w.roles&rolePeople != 0:
			return 0
		case p.toks[k].kind != wordKind && !p.mark(k, '-'), w.roles&^(roleFiller|roleArticle|roleCurrency) != 0 && !p.modifies(k):
			return 0
		}
	}
	return 0
}
