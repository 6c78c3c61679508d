package wording

// base reports whether the count that begins at token first and ends before token
// end is the size of a group, of which some may be a toll: "a patrol of 30".
func (p *phrase) base(first, end int) bool {
	k := first - 1
	if !p.lang.analytic || p.is(k, roleOutOf) || k < 2 || p.toks[k-1].kind != wordKind {
		return false
	}
	t := &p.toks[k-1]
	if t.sense != 0 && t.roles&(rolePeople|roleOthers) == 0 || t.roles&roleMeasure != 0 {
		return false
	}
	if t.sense == 0 && t.form&capital != 0 { // to clear Mosul of 5,000
		return !p.befallen(end)
	}
	for j := k - 2; j >= max(0, k-3) && p.toks[j].kind == wordKind; j-- {
		if p.is(j, roleArticle|roleBreak|roleOutOf|roleInFraction) || p.possessive(j) { // "killed a family of five" is a count, "one of a family of five" none
			return p.anyOf(j-3, j, roleOf|roleOutOf|roleBetween|roleFraction) || t.roles&roleOthers == 0 && !p.befallen(end) && !p.anyOf(end, p.past(end, rolePeople)+1, roleVerb)
		}
	}
	return false
}

// possessive reports whether token k is the s of "the ship's".
func (p *phrase) possessive(k int) bool {
	t := &p.toks[k]
	return t.adjoins() && t.end == t.start+1 && p.text[t.start]|0x20 == 's'
}

// instance reports whether the one that ends before token end is one of several
// that something happened at, or that somebody was: "in one of the attacks", "he was
// one of seven".
func (p *phrase) instance(first, i, end int) bool {
	if p.sense(i).value != 1 || i+1 != end {
		return false
	}
	if p.is(end, roleOutOf) && !p.anyOf(end+1, end+5, rolePeople|roleMeasure) {
		return true // one of the worst fires
	}
	k := first - 1
	return p.is(k, roleBreak|roleBe) && !p.is(k, roleRelative) || p.is(k, roleYear) && !p.is(k, roleClause)
}

// anyOf reports whether a token from k on, before token end, plays one of the roles.
func (p *phrase) anyOf(k, end int, r role) bool {
	for ; k < end; k++ {
		if p.is(k, r) {
			return true
		}
	}
	return false
}

// befallen reports whether the count that ends before token k names those counted
// by what befell them: 12 wounded, 61 people killed, 40 Russian soldiers killed, seven
// men who were taken prisoner.
func (p *phrase) befallen(k int) bool {
	noun := k
	for k < noun+3 && k < len(p.toks) && !p.is(k, rolePeople|roleMeasure) && p.adjective(k) {
		k++
	}
	if !p.is(k, rolePeople) {
		k = noun
	}
	for p.is(k, rolePeople) && !p.is(k, roleMeasure) {
		k++
	}
	if p.is(k, roleRelative) {
		for k++; p.is(k, roleFiller) && !p.is(k, roleMeasure); k++ {
		}
	}
	if k > noun && k+2 < len(p.toks) && p.toks[k].kind == wordKind && p.toks[k].roles&^roleFiller == 0 && p.is(k+1, roleForces) && p.is(k+1, roleBreak) { // 18 soldiers they had captured
		k += 2
	}
	if k > noun && p.is(k, roleVerb) && !p.is(k-1, roleFiller) { // 40 soldiers died: all of them, or those before
		return false
	}
	return p.is(k, roleMeasure) && p.sense(k).measure != deployed && !(p.is(k, rolePeople) && p.sense(k).measure == captured)
}

// left reports whether "dead" after a noun that ends before token k is of a part of
// those counted: "with 14 of its 16 members dead".
func (p *phrase) left(k int) bool {
	noun := k
	for p.is(k, rolePeople) && !p.is(k, roleMeasure) {
		k++
	}
	return k > noun && p.is(k, rolePeople) && p.sense(k).measure == killed && p.lang.analytic
}

// adjective reports whether token k may stand between a number and its noun.
func (p *phrase) adjective(k int) bool {
	return p.toks[k].kind == wordKind && (p.is(k, roleFiller) || p.toks[k].sense == 0) && !p.is(k, roleBreak|roleBe)
}
