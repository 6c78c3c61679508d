package wording

// elliptic reports whether a count leaves its measure to the one before: it
// stands at the end of its clause, or is a part of that count.
func (c *clause) elliptic(first, next int) bool {
	for k := first - 1; k >= 0 && k > first-7 && c.toks[k].kind != markKind; k-- {
		if c.is(k, roleIncluding) {
			return true
		}
	}
	if c.any&roleRises != 0 && c.lang.analytic && (c.is(first-1, roleRises) || c.is(first-1, roleTo) && c.is(first-2, roleRises)) {
		return true
	}
	if c.is(first-1, roleBe) && c.is(0, roleForward) { // Among the 73 dead were eight firefighters
		return true
	}
	k := next
	for c.is(k, rolePeople|roleFiller) && !c.is(k, roleYear) {
		k++
	}
	if c.lang.analytic {
		if c.is(next, roleOf) && c.place(first, next) {
			return false
		}
		switch c.predicate(first, next, k) {
		case repeated:
			return true
		case different:
			return false
		}
	}
	if c.is(k, roleIncluding) && !c.lang.verbFinal || c.is(next, roleOf) || c.mark(first-1, ',') && c.is(0, roleOf|roleOutOf) {
		return true
	}
	if c.lang.verbFinal && c.is(k, roleRises) { // 71명에서 85명으로 늘었다
		return true
	}
	if t := first - 2; c.lang.analytic && c.is(first-1, roleTo) && t >= 0 && c.toks[t].kind == wordKind && c.toks[t].sense == 0 { // cut power to 1 million
		return false
	}
	// A verb that is not known may count anything: "and besieged 5". A noun after a
	// comma does not: "four deaths, the capital two".
	if t := first - 1; t >= 0 && c.toks[t].kind == wordKind && c.toks[t].sense == 0 && c.toks[t].form&capital == 0 &&
		!(c.is(t-1, roleBreak) && (c.mark(t-2, ',') || c.is(t-2, roleAnd)) && c.lang.analytic) &&
		!(c.mark(t-1, ',') && c.is(next, roleFiller) && c.is(next, roleVerb) && c.lang.analytic) { // ", with 310 reported in May"
		return false
	}
	if c.lang.analytic && c.is(k, roleAnd) && c.mark(first-2, ',') && c.toks[first-1].form&capital != 0 { // Israel lost 776, Jordan 700 and Egypt 15,000
		return true
	}
	return k >= len(c.toks) || c.toks[k].kind == markKind || c.is(k, roleClause|roleEarlier|roleYear)
}

// labelled is the measure that labels the count between tokens first and next in a list
// with a label before each number: "KIA: 23, WIA: 56", "dead - 23, injured - 56". It is
// 0 where the word before belongs to the number before it: "23 killed 56 wounded".
func (c *clause) labelled(first, next, back int) measure {
	k := first - 1
	if c.mark(k, ':') || c.mark(k, '-') {
		k--
	}
	if k < back || !c.is(k, roleMeasure) || c.is(k, roleForward) || k == back && k > 0 && !c.label {
		return 0
	}
	if c.label {
		return c.sense(k).measure
	}
	if c.mark(next, ',') || c.mark(next, ';') || c.mark(next, '/') || c.mark(next, '-') {
		next++
	}
	if !c.is(next, roleMeasure) {
		return 0
	}
	next++
	if c.mark(next, ':') || c.mark(next, '-') {
		next++
	}
	if !c.number(c.hedged(next)) {
		return 0
	}
	return c.sense(k).measure
}

// listed reports whether a count goes on with the list that the one before, which
// ends at token back, began: "17 medics, three journalists and 12 UN staff".
func (c *clause) listed(back, first, next int) bool {
	if back == 0 || !c.mark(first-1, ',') && !c.is(first-1, roleAnd) || !c.people(back, first-1) {
		return false
	}
	k := next
	for k < next+4 && k < len(c.toks) && c.toks[k].kind == wordKind && !c.is(k, roleAnd|roleYear) {
		k++
	}
	return c.people(next, k) && (k == len(c.toks) || c.toks[k].kind == markKind || c.is(k, roleAnd|roleYear))
}

// people reports whether the tokens from k to end are a noun of people, with what
// stands before it.
func (c *clause) people(k, end int) bool {
	if end-k < 1 || end-k > 4 || !c.is(end-1, rolePeople) && !c.proper(end-1) {
		return false
	}
	for ; k < end-1; k++ {
		if c.toks[k].kind != wordKind || c.toks[k].roles&^(rolePeople|roleFiller) != 0 {
			return false
		}
	}
	return true
}

// forward is the measure of a later count that this one is a part of: "Two
// journalists were among the 14 people killed."
func (c *clause) forward(next int) measure {
	if c.any&roleForward == 0 {
		return 0
	}
	for k := next; k < len(c.toks) && k < next+reach; k++ {
		if c.mark(k, ',') { // Six nuns, two of them novices, were among the dead
			k = max(k, c.aside(k))
		}
		if c.is(k, roleForward) && !c.is(k, roleMeasure) {
			for j := k + 1; j < len(c.toks) && j < k+8; j++ {
				if w := c.sense(j); w.roles&roleMeasure != 0 {
					return w.measure
				}
			}
			return 0
		}
		if c.toks[k].kind == markKind && !c.mark(k, ',') || c.is(k, roleClause) || c.counted(k) && c.behind(k+1) == 0 && !c.ages(k, k+1) && !c.is(k-1, roleLabel) {
			return 0
		}
	}
	return 0
}

// A predicate is what a clause says of a count that it gives no measure.
type predicate uint8

const (
	unsaid    predicate = iota // nothing: the count leaves it to the one before
	repeated                   // what is said before, once more: "two did", "4 were soldiers"
	different                  // something else: "20 were on ventilators"
)

// predicate is what the clause says of the count between tokens first and next, whose
// noun and verb end before token k.
func (c *clause) predicate(first, next, k int) predicate {
	end := k >= len(c.toks) || c.toks[k].kind == markKind || c.is(k, roleAnd|roleOf|roleOutOf)
	if c.anyOf(next, k, roleBe) {
		if end && (c.is(k-1, roleBe) || c.is(k-1, rolePeople) && c.anyOf(next, k-1, roleBe)) {
			return repeated // "only three are", "4 were soldiers and the rest civilians"
		}
		return different
	}
	switch {
	case k > next && c.is(first, roleZero): // none of them seriously
		return different
	case c.is(first-1, roleClause) && !c.is(first-1, roleYear) && next == first+1 && c.is(first, roleUnit) && c.sense(first).value == 1: // all but one
		return different
	case c.mark(k, ',') && c.is(k-1, rolePeople) && c.is(k+1, rolePeople): // and 25,000 women, children and old people
		for k++; c.is(k, rolePeople|roleFiller|roleAnd) || c.mark(k, ',') && c.is(k+1, rolePeople|roleFiller|roleAnd); k++ {
		}
		if k < len(c.toks) && c.toks[k].kind == wordKind && !c.is(k, roleClause|roleYear|roleIncluding|roleMeasure) {
			return different
		}
	case c.mark(k, ','):
		if j := c.apposition(k); j > 0 && j+1 < len(c.toks) && c.toks[j+1].kind == wordKind && !c.is(j+1, roleClause|roleAnd|roleYear|roleRelative|roleIncluding|roleMeasure) {
			return different // and one woman, a nurse, was left blind
		}
	}
	return unsaid
}

// apposition is the comma that ends what the one at token k begins, a noun of the same
// people: ", a nurse,", ", all crew,". It is 0 if it begins no such thing.
func (c *clause) apposition(k int) int {
	if !c.is(k+1, roleArticle|roleFraction|roleZero|roleBreak) || c.is(k+1, roleBe|roleRelative|roleYear) {
		return 0
	}
	for j := k + 1; j < len(c.toks) && j < k+8; j++ {
		switch {
		case c.mark(j, ','):
			return j
		case c.counted(j) && c.behind(j+1) == 0, c.toks[j].kind == markKind && !c.soft(j), c.is(j, roleClause|roleMeasure):
			return 0
		}
	}
	return 0
}
