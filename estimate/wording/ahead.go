package wording

// roleSpeaks are the roles of a word that may say what the number after it counts.
const roleSpeaks = roleCurrency | roleOthers | roleMonth | roleLabel | roleOf | roleOutOf | roleFraction | roleInFraction | roleAnd | roleTo | roleInterval | roleForward

// ahead looks at what stands before the number at token i.
func (p *phrase) ahead(i, end int) Reason {
	if p.number(i) && p.toks[i].form&strange != 0 {
		return Designation
	}
	if i == 0 {
		return 0
	}
	if t := &p.toks[i-1]; t.sense == 0 && t.form&capital != 0 && p.named(i, end) {
		return Designation
	}
	if p.unmarked(i) {
		return 0
	}
	prev := p.sense(i - 1)
	switch {
	case prev.roles&roleCurrency != 0:
		return Money
	case prev.roles&roleOthers != 0 && prev.roles&rolePeople == 0 && p.follows(i):
		return otherwise(prev)
	case prev.roles&roleMonth != 0, p.mark(i-1, '.') && p.is(i-2, roleMonth):
		if p.number(i) && p.toks[i].value <= 31 || p.yearly(i) {
			return Calendar
		}
	case prev.roles&roleLabel != 0 && prev.reason == Duration && i > 1 && p.is(i-2, roleOrdinal|roleBreak): // in the first week 60 died
	case prev.roles&roleLabel != 0:
		if prev.reason == OtherCount && p.sense(end).measure == bodies { // handed over 12 bodies
			return 0
		}
		if prev.reason != 0 {
			return prev.reason
		}
		if p.toks[i-1].form&capital != 0 || !p.is(end, rolePeople|roleMeasure|roleFiller|roleModal) {
			return Designation
		}
	case prev.roles&roleOf != 0 && (p.number(i-2) || p.is(i-2, roleUnit)) && !(p.befallen(end) && !p.is(end, roleMeasure)): // seven of eight
		return OtherCount
	case prev.roles&(roleOutOf|roleFraction) != 0 && p.partly(i) && !p.befallen(end) && !p.anyOf(end, end+3, roleSays): // half of the 80 patients
		return OtherCount
	case prev.roles&roleOutOf != 0 && i > 1 && !(p.lang.analytic && p.is(i-2, roleMeasure) && prev.roles&roleYear == 0) && (prev.roles&roleOf == 0 || p.number(i-2) || p.is(i-2, roleNumber)) && !p.all(i-2) && (!p.befallen(end) || p.left(end)): // tres de los 300
		return OtherCount
	case prev.roles&roleFraction != 0 && prev.reason == 0 && p.adjoins(i-1) && p.number(i-2): // 3분의 1
		return Fraction
	case prev.roles&roleInterval != 0: // 95% CI 10-20
		return OtherCount
	case prev.roles&roleInFraction != 0 && p.share(i):
		return Fraction
	case prev.roles&roleForward != 0 && prev.roles&roleMeasure == 0 && p.lang.analytic && !p.befallen(end): // 32 deaths among 1,900 patients
		return OtherCount
	case p.mark(i-1, '.') && p.is(i-2, roleLabel) && p.is(i-2, roleAbbreviation):
		return Designation
	}
	if p.lang.verbFinal {
		k := i - 1
		for p.is(k, roleFiller) {
			k--
		}
		if p.is(k, roleOthers) && p.is(k, rolePeople) {
			return otherwise(p.sense(k)) // 생존자는 2명
		}
	}
	if (p.mark(i-1, ':') || p.line(i-1)) && p.is(i-2, roleOthers) && !p.is(i-2, rolePeople|roleMeasure) && !p.is(end, rolePeople|roleMeasure) {
		return otherwise(p.sense(i - 2)) // tanks: 15
	}
	if p.ages(i, end) {
		return Age
	}
	if !p.number(i) {
		return 0
	}
	// Jan. 26 and 30
	if prev.roles&(roleAnd|roleTo) != 0 && p.number(i-2) && p.toks[i].value <= 31 && !p.is(end, rolePeople|roleMeasure) &&
		(p.is(i-3, roleMonth) || p.mark(i-3, '.') && p.is(i-4, roleMonth)) {
		return Calendar
	}
	// After a comma, the year of a date; before, the telephone.
	if p.mark(i-1, ',') && p.number(i-2) && p.yearly(i) {
		if p.is(i-3, roleMonth) || p.mark(i-3, '.') && p.is(i-4, roleMonth) {
			return Calendar
		}
	}
	if p.adjoins(i) {
		t := &p.toks[i-1]
		switch {
		case t.kind == wordKind && prev.roles&(roleBefore|rolePeople|roleAnd|roleFiller|roleMeasure) == 0:
			return Designation // MH17
		case p.mark(i-1, '-') && p.adjoins(i-1) && i >= 2:
			if p.toks[i-2].kind == wordKind {
				return Designation // Su-25
			}
			if p.number(i - 2) {
				return Phone
			}
		case p.mark(i-1, '+'):
			return Phone
		case p.mark(i-1, ':'), p.mark(i-1, '/'):
			if p.number(i - 2) {
				return Clock
			}
		case p.mark(i-1, '#'):
			return Designation
		case p.mark(i-1, '-') && !p.number(i-2):
			return Negative
		}
	}
	// Digits after digits, back to a plus or bracket: a telephone number.
	if p.number(i - 1) {
		for k := i - 1; k >= max(0, i-8); k-- {
			if p.mark(k, '+') || p.number(k) && p.toks[k].form&strange != 0 {
				return Phone
			}
			if !p.number(k) && !p.mark(k, '-') && !p.mark(k, '(') && !p.mark(k, ')') {
				break
			}
		}
	}
	return 0
}

// unmarked reports whether a word that says nothing of what is counted stands before
// token i, which is the common case.
func (p *phrase) unmarked(i int) bool {
	t := &p.toks[i-1]
	return t.kind == wordKind && t.roles&roleSpeaks == 0 && !p.lang.verbFinal && i < len(p.toks) && !p.toks[i].adjoins()
}

// all reports whether token k is all, or every one, and nothing less: not nearly all.
func (p *phrase) all(k int) bool {
	return p.lang.analytic && p.is(k, roleFiller) && p.is(k+1, roleOutOf) && !p.is(k+1, roleYear) && !p.is(k-1, roleBefore|roleNot)
}

// partly reports whether a share of the number at token i is said before it: "half
// of the 80", "60 percent of the 80".
func (p *phrase) partly(i int) bool {
	if !p.lang.analytic || p.is(i-1, roleOrdinal) && !p.is(i-1, roleOutOf) {
		return false
	}
	return p.is(i-1, roleFraction) && p.toks[i-1].end-p.toks[i-1].start > 6 || p.is(i-1, roleOutOf) && p.is(i-2, roleFraction|roleHalf)
}

// named reports whether the digits at token i name what stands before them, by a
// capital and by nothing counted after: "Tower 22".
func (p *phrase) named(i, end int) bool {
	if p.toks[i-1].kind != wordKind || i < 2 || !p.number(i) || p.toks[i].adjoins() {
		return false
	}
	if p.is(i-2, roleBreak) && (p.mark(i-3, ',') || p.is(i-3, roleAnd)) { // 23,049, the Confederacy 28,063
		return false
	}
	return (p.toks[i-2].kind == wordKind || p.toks[i-2].kind == markKind && !p.mark(i-2, ',')) && !p.is(i-2, roleAnd|roleClause) &&
		(!p.is(end, rolePeople|roleMeasure|roleFiller|roleModal) || p.is(end, roleRelative))
}

// follows reports whether the number at token i belongs to the noun before it, as
// one and a number with the article do in Arabic: يوم واحد, الأيام الثلاثة.
func (p *phrase) follows(i int) bool {
	return i < len(p.toks) && p.toks[i].form&definite != 0 || p.lang.oneFollows && p.is(i, roleUnit) && p.sense(i).value == 1
}

// share reports whether the number at token i is the whole of a share: five in
// one in five.
func (p *phrase) share(i int) bool {
	a, ok := p.single(i - 2)
	if !ok {
		return false
	}
	b := p.amount(i)
	return a < b.value && !p.yearly(i) && p.behind(b.next) == 0
}
