package wording

// toll is the measure and status of the count that the reading r, from token
// first, says; no measure if nothing says that it is a count of a toll.
func (c *clause) toll(first int, r *reading) (found measure, s Status) {
	if c.other > 0 && c.last == 0 && c.mark(first-1, ',') && c.is(r.next, roleIncluding) {
		return 0, s // 320 beds, 14 of them in intensive care
	}
	if c.other > 0 && c.last == 0 && c.lang.analytic && c.ofOthers(first, r.next) {
		return 0, s
	}
	if c.any&roleRate != 0 && c.rate(first, r.next) {
		return 0, s
	}
	if c.any&roleIf != 0 && c.supposed(first, r.next) {
		return 0, s
	}
	if r.low.vague && r.low.quant == many && r.low.value == 1 && c.is(r.next, roleIncluding) {
		return 0, s // many of them
	}
	if r.form == unknown && c.is(first-1, roleBreak|roleBe) && (r.next == len(c.toks) || c.toks[r.next].kind == markKind) {
		return 0, s // the toll is unknown
	}
	s = c.status(first, r.next)
	back := max(c.ended, c.taken)
	c.ended = r.next
	found = c.measureOf(first, r, s, back)
	if found == deployed && c.lang.troops && !c.kin(r.next, deployed) {
		found = 0
	}
	if found == losses && c.lang.troops && c.kin(r.next, losses) {
		found = 0 // a widow lost three sons
	}
	if found == 0 {
		return 0, s
	}
	if c.any&roleDoubt != 0 {
		if c.lang.verbFinal {
			r.modality = max(r.modality, c.final(r.next))
		}
		r.modality = max(r.modality, c.doubt(first))
		if r.modality != 0 && c.any&roleIf != 0 && (c.unreal(first, r.next) || c.conditional(first, r.next)) {
			c.dream = max(c.ended, c.taken)
			return 0, s
		}
	}
	if c.dream > 0 && c.dreams(first) {
		c.dream = max(c.ended, c.taken)
		return 0, s
	}
	c.last = found
	return found, s
}

// reach is how far a measure may stand from its count, in tokens, and far how far
// a denial may.
const (
	reach = 14
	far   = 60
)

// A said measure is a word of the sentence that says one, or, without a measure, one
// that says that there is none.
type said struct {
	measure measure
	at      int // its token
	words   int // unknown words between it and the count
}

// measureOf looks for the measure: in the words of the count itself, then after
// it in the same clause, then before it, then in the count before.
func (c *clause) measureOf(first int, r *reading, s Status, back int) measure {
	if w := c.within(first, r.next); w != 0 {
		return w
	}
	if first > 0 && (c.toks[first-1].kind == markKind || c.toks[first-1].roles&roleMeasure != 0) {
		if m := c.labelled(first, r.next, back); m != 0 {
			c.label = true
			return m
		}
	}
	governs := c.governs(first)
	after := c.after(r, governs)
	if c.parts && c.last == killed && after.measure == wounded && c.is(after.at, roleYear) && after.at == r.next {
		return killed // 15 died: 9 on Monday, and 2 in hospital
	}
	if after.measure == displaced && c.is(r.next, roleIncluding) && c.before(first, back, r).measure == wounded {
		after = said{} // wounded soldiers, 340 of them, were evacuated
	}
	if after.measure == captured && (c.goods(after, r.next) || c.any&roleSpared != 0 && c.since(r.next, after.at)) || c.last == 0 && c.roles(r.next)&roleFatal == roleFatal {
		return 0
	}
	if after.measure == wounded && c.is(after.at, roleYear|roleComplement) && c.disease() {
		c.taken = after.at + 1
		return 0 // flu put 40 in hospital
	}
	if after.measure != 0 && after.words == 0 && !governs && !c.lang.verbFinal {
		c.taken = after.at + 1 // nothing before the count says more
		return after.measure
	}
	if after.measure == 0 && after.at > 0 {
		return 0
	}
	if after.measure == 0 && c.lang.analytic && c.elsewhere(first, r.next) {
		return 0
	}
	before := c.before(first, back, r)
	if c.lang.verbFinal {
		if r.none() && c.is(first, roleZero) && before.words > 0 { // 원인을 알 수 없다
			return 0
		}
		if governs && c.counted(c.hedged(after.at+1)) { // 사망 5명 부상 10명
			after = said{}
		}
	}
	switch {
	case governs && before.words == 0 && 0 < before.measure && before.measure <= captured && after.words == 0 && c.is(after.at, rolePeople) &&
		(after.measure == captured || after.measure == displaced): // killed 30 hostages
		return before.measure
	case before.measure == bodies && before.words == 0 && governs: // the bodies of 12 killed
		return before.measure
	case after.measure != 0 && (before.measure == 0 || after.words == 0 || !governs && after.words <= before.words):
		c.taken = after.at + 1
		return after.measure
	case before.measure != 0 && c.lang.analytic && c.place(first, r.next):
		return 0
	case before.measure == wounded && before.words == 0 && governs && c.disease(): // dengue has hospitalised 62,000
		return 0
	case before.measure != 0 && c.lang.analytic && c.goods(before, r.next):
		return after.measure // cost 8,000 Australian lives
	case before.measure != 0:
		if c.any&roleDoubt != 0 {
			r.modality = max(r.modality, c.mood(before.at, first))
		}
		return before.measure
	}
	if c.last != 0 && !(c.lang.verbFinal && r.none()) && (s == Superseded || c.elliptic(first, r.next) || c.listed(back, first, r.next)) {
		c.parts = c.last == killed && (c.parts || c.mark(first-1, ':'))
		return c.last
	}
	// "Two journalists were among the 14 people killed."
	return c.forward(r.next)
}

// hedged is the token after the hedges at token k.
func (c *clause) hedged(k int) int {
	for c.is(k, roleBefore|roleFiller) {
		k++
	}
	return k
}

// rate reports whether the clause of the count between tokens first and next says how
// often: "300 people die every day".
func (c *clause) rate(first, next int) bool {
	for k := next; k < len(c.toks) && k < next+reach && (c.toks[k].kind == wordKind || c.soft(k)) && !c.is(k, roleAnd|roleClause); k++ {
		if c.is(k, roleRate) && (c.is(k, roleOthers|roleInFraction) || c.counted(k+1)) { // a day, per 1,000
			return !c.is(k-1, roleYear) // but "in a day"
		}
	}
	for k := first - 1; k >= 0 && k > first-reach && (c.toks[k].kind != markKind || c.mark(k, ',')); k-- {
		if c.is(k, roleRate) && c.is(k, roleOthers|roleInFraction) && (k == first-1 || c.is(k, roleLabel)) { // "every day 12 die", not "a week of fighting"
			return true
		}
		if c.is(k, roleClause|roleAnd) {
			return false
		}
	}
	return false
}

// kin reports whether those counted before token k are of a kind that the tables mark
// by a measure: troops, who are deployed, or relatives, who are lost.
func (c *clause) kin(k int, m measure) bool {
	for end := k + 4; k < end && k < len(c.toks) && (c.adjective(k) || c.is(k, rolePeople|roleOutOf)) && !c.is(k, roleYear|roleMeasure); k++ {
		if c.sense(k).measure == m {
			return true
		}
	}
	return false
}

// within is a measure among the words of the count: "100 dead or more".
func (c *clause) within(first, next int) measure {
	for i := range c.toks[first:next] {
		if c.toks[first+i].roles&roleMeasure != 0 {
			return c.sense(first + i).measure
		}
	}
	return 0
}

// governs reports whether a measure stands directly before the count, as a verb
// with its object: "killed 12 people".
func (c *clause) governs(first int) bool {
	for k := first - 1; k >= 0; k-- {
		if w := c.toks[k].roles; w&roleMeasure != 0 || w&(roleFiller|roleArticle|roleOf) == 0 {
			return w&roleMeasure != 0
		}
	}
	return false
}
