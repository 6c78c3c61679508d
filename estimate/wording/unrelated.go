package wording

// Why a measure that stands beside a count may yet not be of it.

// roleFatal are the roles of "of them fatal", which of what are no people is no count.
const roleFatal = roleMeasure | roleIncluding

// ofOthers reports whether the count between tokens first and next is a part of one of
// what are no people: "of the 300 homes 215 were burned", "nine tanks, of which three".
func (c *clause) ofOthers(first, next int) bool {
	if c.anyOf(next, next+3, rolePeople) || c.governs(first) {
		return false
	}
	for k := c.other; k < first; k++ {
		if c.mark(k, ';') {
			return false
		}
	}
	if c.is(0, roleOf|roleOutOf) && c.other < 8 {
		return true
	}
	k := c.other + 1
	if c.mark(k, ',') {
		k++
	}
	return c.is(c.hedged(k), roleIncluding) && c.anyOf(c.other, first, roleIncluding) && !c.anyOf(c.other+1, first, roleMeasure|roleClause)
}

// place reports whether the count between tokens first and next is of where it happened,
// in a word that is not known, or a part of what are no people: "killed in 14 hamlets",
// "lost 12 of 14 games".
func (c *clause) place(first, next int) bool {
	if c.is(next, roleOf|roleOutOf) {
		k := next + 1
		if !c.counted(k) {
			k++ // four of its last five matches
		}
		if c.counted(k) {
			return c.behind(c.amount(k).next) != 0
		}
	}
	if !c.is(first-1, roleInFraction) {
		return false
	}
	if c.is(next, roleOf) {
		next++
	}
	return next < len(c.toks) && c.toks[next].kind == wordKind && c.toks[next].sense == 0 && c.toks[next].form&capital == 0 && !c.is(next+1, rolePeople|roleMeasure)
}

// goods reports whether a verb that takes men or things, "seized", "cost", is said of what
// is not known to be people, or troops, counted before token next.
func (c *clause) goods(s said, next int) bool {
	if !c.is(s.at, roleForces) || s.at == next {
		return false
	}
	return s.measure == captured && !c.person(next) || s.measure == losses && !c.kin(next, deployed)
}

// since reports whether those whom a relative clause from token k on says to have been
// taken, by the measure at token at, have been freed since: "the 12 who were abducted
// have been released".
func (c *clause) since(k, at int) bool {
	if !c.anyOf(k, at, roleRelative) {
		return false
	}
	for k = at + 1; k < len(c.toks) && k < at+reach && (c.toks[k].kind == wordKind || c.number(k)) && !c.is(k, roleAnd|roleClause); k++ {
		if c.is(k, roleSpared) && (c.suffered(k) || c.is(k-1, roleModal)) {
			return true
		}
	}
	return false
}

// elsewhere reports whether a verb of its own says what the count between tokens first
// and next is, so that no measure before it does: "which had 120 wards", "and besieged
// 12", "the toll could rise: 12 people were inside".
func (c *clause) elsewhere(first, next int) bool {
	k := first - 1
	if c.is(k, roleForces) && c.is(k, roleBreak) && (!c.is(first, roleBefore) || c.person(next)) || k > 0 && c.toks[k].kind == wordKind && c.toks[k].sense == 0 && c.toks[k].form&capital == 0 && c.is(k-1, roleAnd) {
		return true
	}
	if c.is(next, roleForces) && c.is(next, roleBreak) && next+1 < len(c.toks) && c.toks[next+1].kind == wordKind && c.toks[next+1].sense == 0 { // and two have closed
		return true
	}
	if !c.mark(k, ':') && !c.is(k, roleClause|roleBe) || c.is(k, roleIncluding) {
		return false
	}
	for k = next; c.is(k, rolePeople|roleFiller) && !c.is(k, roleYear); k++ {
	}
	return c.predicate(first, next, k) == different
}

// disease reports whether the sentence names an illness, which its tables mark by the
// measure of those it puts in hospital: they are not wounded.
func (c *clause) disease() bool {
	for k := range c.toks {
		if w := c.sense(k); w.measure == wounded && w.roles&roleMeasure == 0 {
			return true
		}
	}
	return false
}
