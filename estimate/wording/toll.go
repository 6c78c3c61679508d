package wording

// A clause finds what the counts of a sentence are of, from the words around
// them. It remembers the count before.
type clause struct {
	*phrase
	last  measure // of the count before, for "including four children"
	ended int     // the token after the count before
	taken int     // the token after the word that gave its measure
}

// toll fills in the measure and status of the count that the reading r, from
// token first, says; false if nothing says that it is a count of a toll.
func (c *clause) toll(first int, r *reading, m *Match) bool {
	m.Status = c.status(first, r.next)
	back := max(c.ended, c.taken)
	c.ended = r.next
	found := c.measureOf(first, r, m, back)
	if found == 0 {
		return false
	}
	if c.lang.verbFinal {
		r.modality = max(r.modality, c.final(r.next))
	}
	c.last = found
	r.modality = max(r.modality, c.doubt(first))
	m.Measure = measures[found]
	return true
}

// reach is how far a measure may stand from its count, in tokens, and far how far
// a denial may.
const (
	reach = 14
	far   = 60
)

// A said measure is a word of the sentence that says one.
type said struct {
	measure measure
	at      int // its token
	words   int // unknown words between it and the count
}

// measureOf looks for the measure: in the words of the count itself, then after
// it in the same clause, then before it, then in the count before.
func (c *clause) measureOf(first int, r *reading, m *Match, back int) measure {
	if w := c.within(first, r.next); w != 0 {
		return w
	}
	after := c.after(r, c.governs(first))
	before := c.before(first, back, r)
	if c.lang.verbFinal {
		if r.none() && c.is(first, roleZero) && before.words > 0 { // 원인을 알 수 없다
			return 0
		}
		if c.governs(first) && c.counted(c.hedged(after.at+1)) { // 사망 5명 부상 10명
			after = said{}
		}
	}
	switch {
	case before.measure == bodies && before.words == 0 && c.governs(first): // the bodies of 12 killed
		return before.measure
	case after.measure != 0 && (before.measure == 0 || after.words == 0 || !c.governs(first) && after.words <= before.words):
		c.taken = after.at + 1
		return after.measure
	case before.measure != 0:
		r.modality = max(r.modality, c.mood(before.at))
		return before.measure
	}
	if c.last != 0 && !(c.lang.verbFinal && r.none()) && (m.Status == Superseded || c.elliptic(first, r.next) || c.listed(back, first, r.next)) {
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

// final is how firmly the verb that ends the clause from token k on is said, where
// verbs stand last. It is also of the counts before "and": 100명이 숨지고 200명이
// 다친 것으로 추정된다.
func (c *clause) final(k int) (m modality) {
	for last := k + 2*reach; k < len(c.toks) && k < last; k++ {
		w := c.sense(k)
		switch {
		case w.roles&roleModal != 0:
			return w.modality
		case w.roles&roleClause != 0 && !(c.is(k, roleAnd) && c.counted(c.joined(k+1))), w.roles&roleRises != 0,
			w.roles == 0 && c.toks[k].kind == wordKind, c.toks[k].kind == markKind && !c.soft(k):
			return 0
		}
	}
	return 0
}

// joined is the first token from k on that is no noun, filler or hedge.
func (c *clause) joined(k int) int {
	for c.is(k, rolePeople|roleFiller|roleBefore|roleMeasure) && !c.counted(k) {
		k++
	}
	return k
}

// within is a measure among the words of the count: "100 dead or more".
func (c *clause) within(first, next int) measure {
	for i := first; i < next; i++ {
		if w := c.sense(i); w.roles&roleMeasure != 0 {
			return w.measure
		}
	}
	return 0
}

// after is the measure that follows the count in its clause. A noun that names
// those counted by what befell them before gives way to the verb: "ten prisoners
// were killed", "five of the wounded died".
// What is joined by "and" to a count that a verb governs is another's: "killed 20
// and wounded others".
func (c *clause) after(r *reading, governed bool) said {
	var noun said
	words, whole := 0, 0
	if c.lang.verbFinal && c.is(c.past(r.next, rolePeople), roleIncluding) { // 3만 명 가운데 사망자는 20명
		return noun
	}
	joined := false // 3명과 2명이 숨졌다
	for k := r.next; k < len(c.toks) && k < r.next+reach; k++ {
		if t := &c.toks[k]; t.kind == wordKind && t.roles&^(rolePeople|roleFiller|roleBreak|roleArticle) == 0 {
			if t.roles == 0 {
				words++
			}
			continue // the most of a sentence
		}
		w := c.sense(k)
		switch {
		case w.roles&roleMeasure != 0:
			if w.roles&roleForward != 0 || // "mató" counts what follows it
				words > 0 && (w.roles&rolePeople != 0 || !c.is(k-1, roleFiller)) && c.ownCount(k) { // who killed eight
				return noun
			}
			m := w.measure
			if also := c.alternative(k); also != 0 {
				m = also
			}
			s := said{m, k, words}
			// 400 mobilised soldiers died
			adjective := k == r.next && c.is(k+1, rolePeople) && !c.is(k+1, roleMeasure)
			if w.roles&rolePeople == 0 && !c.is(k-1, roleOf|roleOutOf) && k != whole && !adjective {
				return s
			}
			if noun.measure == 0 {
				noun = s
			}
		case w.roles&roleOutOf != 0, w.roles&roleOf != 0 && k == r.next: // none of the 150 passengers were hurt
			if a := c.amount(k + 1); a.next > k+1 {
				if c.behind(a.next) != 0 {
					return noun
				}
				k, whole = a.next-1, a.next
			}
		case w.roles&roleIncluding != 0 && k == r.next: // two of them died
		case w.roles&(roleOthers|roleLabel) == roleOthers|roleLabel: // 200 prisoners were freed
			return said{}
		case w.roles&roleModal != 0:
			if c.measureSoon(k) {
				r.modality = max(r.modality, w.modality)
			}
		case w.roles&roleNot != 0 && !r.none():
			return said{}
		case c.mark(k, ',') && r.perhaps && k == r.next: // dozens, possibly hundreds, are missing
		case c.mark(k, ',') && !c.that(k):
			switch j := c.coordinate(r.next, k); {
			case j > 0:
				k = j
				words++
			case !c.apposed(k + 1):
				if k = c.aside(k); k < 0 {
					return noun
				}
			}
		case w.roles&roleBetween != 0 && !c.counted(k+1): // soldiers from the north
			words++
		case c.toks[k].kind == markKind && !c.soft(k),
			w.roles&(roleClause|roleEarlier|roleDenial|roleIncluding|roleForward) != 0 && w.roles&roleFiller == 0:
			return noun
		case w.roles&roleAnd != 0 && c.lang.verbFinal && c.counted(c.joined(k+1)), joined && c.counted(k):
			joined = true
		case w.roles&roleAnd != 0:
			// "men and women were killed" goes on, and "14 soldiers and nine civilians";
			// "60 surrendered and 15 tanks", "killed 12 and injured 20" do not.
			if j := c.coordinate(r.next, k); j > 0 {
				k = j
				words++
			} else if !c.is(k+1, rolePeople|roleMeasure|roleFiller|roleArticle) || c.counted(k+1) || c.ownCount(k+1) ||
				governed && c.is(k+1, roleMeasure) {
				return noun
			}
		case c.counted(k):
			a := c.amount(k)
			if a.next <= k || c.phrase.beside(k, &reading{low: a, high: a, next: a.next}) == 0 {
				return noun
			}
			k = a.next - 1
			words++
		case w.roles&(rolePeople|roleFiller|roleOf|roleArticle|roleOutOf) == 0:
			words++
		}
	}
	return noun
}

// ownCount reports whether, from token k on, a measure is given a count of its own:
// "injured 20", "the number of injured at 120".
func (c *clause) ownCount(k int) bool {
	for c.is(k, roleFiller|roleArticle|roleOf) && !c.is(k, roleMeasure) {
		k++
	}
	if !c.is(k, roleMeasure) || c.is(k, roleUnit) { // جريحان: two wounded
		return c.is(k, roleMeasure)
	}
	k++
	for c.is(k, roleFiller|roleYear|roleArticle|roleBefore|roleModal|roleOf) && !c.is(k, roleNumber) {
		k++
	}
	return c.counted(k)
}

// aside is the comma that ends what the one at token k begins: "two of them
// children", "not 27", or anything before the verb, "the army said, were". It is -1
// if it begins no such thing.
func (c *clause) aside(k int) int {
	part, said := false, false
	for j := k + 1; j < len(c.toks) && j < k+10; j++ {
		switch {
		case c.is(j, roleIncluding), j == k+1 && c.is(j, roleNot):
			part = true
		case c.mark(j, ','):
			if part || c.is(j+1, roleBreak) || said && c.is(j+1, roleMeasure) {
				return j
			}
			return -1
		case c.is(j, roleClause):
			said = true
		case !part && c.counted(j) && !c.is(j+1, roleIncluding):
			return -1
		case c.toks[j].kind == markKind && !c.soft(j):
			return -1
		}
	}
	return -1
}

// coordinate is the last token of the people that "and" or a comma at token k
// adds to those that stand since token first, with a count of their own: "and nine
// civilians". It is 0 if there are none. After a comma "and" must follow.
func (c *clause) coordinate(first, k int) int {
	comma := c.mark(k, ',')
	if !comma && !c.is(k, roleAnd) || k == first || k > first+2*reach || !c.is(k-1, rolePeople) {
		return 0
	}
	j := k + 1
	for c.is(j, roleFiller) && !c.is(j, rolePeople) {
		j++
	}
	if a := c.amount(j); a.next > j && a.fault == 0 {
		j = a.next
	} else if !c.is(j, roleArticle) {
		return 0
	}
	for n := 0; n < 3 && j < len(c.toks) && c.toks[j].kind == wordKind && !c.is(j, rolePeople|roleMeasure); n++ {
		j++
	}
	if !c.is(j, rolePeople) || c.is(j, roleMeasure) {
		return 0
	}
	if comma && c.coordinate(first, j+1) == 0 {
		return 0
	}
	return j
}

// apposed reports whether token k begins a measure that stands alone between marks:
// "3,000 troops, killed and wounded."
func (c *clause) apposed(k int) bool {
	from := k
	for c.is(k, roleMeasure) || k > from && c.is(k, roleAnd|roleTo) && c.is(k+1, roleMeasure) {
		k++
	}
	return k > from && (k == len(c.toks) || c.toks[k].kind == markKind)
}

// alternative is what "killed or wounded" makes of the measure at token k, where
// the second has no count of its own; 0 if there is no second.
func (c *clause) alternative(k int) measure {
	if !c.is(k, roleMeasure) || !c.is(k+1, roleAnd|roleTo) || c.is(k+1, roleClause) {
		return 0
	}
	j := k + 2
	for c.is(j, roleFiller|roleModal) && !c.is(j, roleMeasure|rolePeople) {
		j++
	}
	if !c.is(j, roleMeasure) || c.ownCount(j) {
		return 0
	}
	switch m, n := c.sense(k).measure, c.sense(j).measure; {
	case m == killed && n == wounded, m == wounded && n == killed:
		return killedOrWounded
	case m == killed && n == missing, m == missing && n == killed:
		return killedOrMissing
	}
	return 0
}

// measureSoon reports whether a measure follows within a few words.
func (c *clause) measureSoon(k int) bool {
	for j := k + 1; j < k+5; j++ {
		if c.is(j, roleMeasure) {
			return true
		}
		if !c.is(j, roleFiller|roleModal|roleArticle|roleTo) {
			return false
		}
	}
	return false
}

// before is the measure that stands before the count in its clause, no further
// back than the token back.
func (c *clause) before(first, back int, r *reading) said {
	words := 0
	for k := first - 1; k >= back && k > first-reach; k-- {
		w := c.sense(k)
		switch {
		case w.roles&roleMeasure != 0:
			if c.is(k-1, roleNot) && !r.none() {
				return said{}
			}
			// "killed and wounded 30": one count of both
			if k-2 >= back {
				if m := c.alternative(k - 2); m != 0 {
					return said{m, k, words}
				}
			}
			return said{w.measure, k, words}
		case w.roles&roleClause != 0 && c.mark(k-1, ','): // ", where two remain trapped"
			return said{}
		case c.toks[k].kind == markKind && !c.soft(k) && !c.mark(k, ':') && !c.mark(k, ',') && !(k == first-1 && c.line(k)):
			return said{}
		case w.roles&(rolePeople|roleFiller|roleOf|roleArticle) == 0:
			words++
		}
	}
	return said{}
}

// mood is how firmly the verb at token k is said: "may have killed 12", "habrían
// muerto 300".
func (c *clause) mood(k int) modality {
	m := c.sense(k).modality
	for k--; c.is(k, roleFiller|roleModal|roleThat) || c.mark(k, ',') && c.is(k+1, roleThat); k-- {
		m = max(m, c.sense(k).modality)
	}
	return m
}

// governs reports whether a measure stands directly before the count, as a verb
// with its object: "killed 12 people".
func (c *clause) governs(first int) bool {
	k := first - 1
	for c.is(k, roleFiller|roleArticle|roleOf) && !c.is(k, roleMeasure) {
		k--
	}
	return c.is(k, roleMeasure)
}

// elliptic reports whether a count leaves its measure to the one before: it
// stands at the end of its clause, or is a part of that count.
func (c *clause) elliptic(first, next int) bool {
	for k := first - 1; k >= 0 && k > first-7 && c.toks[k].kind != markKind; k-- {
		if c.is(k, roleIncluding) {
			return true
		}
	}
	k := next
	for c.is(k, rolePeople|roleFiller) {
		k++
	}
	if c.is(k, roleIncluding) && !c.lang.verbFinal || c.is(next, roleOf) || c.mark(first-1, ',') && c.is(0, roleOf|roleOutOf) {
		return true
	}
	if c.lang.verbFinal && c.is(k, roleRises) { // 71명에서 85명으로 늘었다
		return true
	}
	// A verb that is not known may count anything: "and abducted 5".
	if t := first - 1; t >= 0 && c.toks[t].kind == wordKind && c.toks[t].sense == 0 && c.toks[t].form&capital == 0 {
		return false
	}
	return k >= len(c.toks) || c.toks[k].kind == markKind || c.is(k, roleClause|roleEarlier|roleYear)
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
	if end-k < 1 || end-k > 4 || !c.is(end-1, rolePeople) {
		return false
	}
	for ; k < end-1; k++ {
		if c.toks[k].kind != wordKind || c.toks[k].roles&^(rolePeople|roleFiller) != 0 {
			return false
		}
	}
	return true
}

// doubt is how firmly the verb before the count is said: "may have killed 200".
func (c *clause) doubt(first int) modality {
	k := first - 1
	for c.is(k, roleFiller|roleOf) && !c.is(k, roleMeasure|roleModal) {
		k--
	}
	if k <= 0 || c.toks[k].kind != wordKind || c.toks[k].roles&^(roleMeasure|roleFiller) != 0 {
		return 0
	}
	for k--; c.is(k, roleTo|roleBreak) && !c.is(k, roleModal); k-- {
	}
	return c.sense(k).modality
}

// forward is the measure of a later count that this one is a part of: "Two
// journalists were among the 14 people killed."
func (c *clause) forward(next int) measure {
	for k := next; k < len(c.toks) && k < next+6; k++ {
		if c.is(k, roleForward) && !c.is(k, roleMeasure) {
			for j := k + 1; j < len(c.toks) && j < k+8; j++ {
				if w := c.sense(j); w.roles&roleMeasure != 0 {
					return w.measure
				}
			}
			return 0
		}
		if c.toks[k].kind != wordKind {
			return 0
		}
	}
	return 0
}

// soft reports whether mark k does not end a clause: quotes, hyphens, brackets.
func (c *clause) soft(k int) bool {
	return c.quote(k) || c.mark(k, '-') || c.mark(k, '/') || c.mark(k, '.') && k+1 < len(c.toks)
}

// that reports whether token k is the comma of ", что", which ends no clause.
func (c *clause) that(k int) bool { return c.mark(k, ',') && c.is(k+1, roleThat) }

// none reports whether the reading is of nobody, which a verb denies once more:
// "никто не погиб", "no murió nadie".
func (r *reading) none() bool { return r.form == plain && !r.low.vague && r.low.value == 0 }

// counted reports whether a count begins at token k.
func (c *clause) counted(k int) bool {
	return c.number(k) || c.is(k, roleNumber|roleQuantifier) && !c.is(k, rolePeople|roleMeasure|roleFiller)
}

// status is whether the count is denied or superseded.
func (c *clause) status(first, next int) Status {
	noun := next
	if c.lang.verbFinal {
		noun = c.past(next, rolePeople)
	}
	if c.earlier(first) || c.revised && c.is(noun, roleTo) || c.lang.verbFinal && c.is(noun, roleEarlier) {
		return Superseded
	}
	for k := first - 1; k >= max(0, first-far); k-- {
		t := &c.toks[k]
		w := c.sense(k)
		if w.roles&roleDenial != 0 {
			return Denied
		}
		// What was denied ends with its clause.
		if w.roles&roleClause != 0 && w.roles&roleFiller == 0 && !c.is(k-1, roleDenial) || t.kind == markKind && !c.soft(k) && !c.that(k) {
			break
		}
	}
	for k := next; k < min(len(c.toks), next+far); k++ {
		w := c.sense(k)
		if w.roles&roleUntrue != 0 && !(w.roles&roleMeasure != 0 && c.is(first, roleZero)) { // 한 명도 숨지지 않았다
			return Denied
		}
		if c.mark(k, ',') && c.denied(k+1) {
			return Denied
		}
		if w.roles&roleClause != 0 && w.roles&roleFiller == 0 || c.mark(k, ',') && !c.is(k+1, roleUntrue) || c.mark(k, ';') {
			break
		}
	}
	return Claimed
}

// denied reports whether the clause from token k ends in a denial, which is of what
// stands before it: "a claim the army rejected".
func (c *clause) denied(k int) bool {
	from := k
	for k < len(c.toks) && k < from+reach && c.toks[k].kind == wordKind && !c.counted(k) {
		k++
	}
	return k > from && c.is(k-1, roleDenial|roleUntrue) && (k == len(c.toks) || c.toks[k].kind == markKind)
}

// earlier reports whether words directly before the count call it superseded, or
// it is where a figure rose from.
func (c *clause) earlier(first int) bool {
	if c.revised && c.is(first-1, roleBetween) {
		return true
	}
	for k := first - 1; k >= 0 && k > first-8; k-- {
		w := c.sense(k)
		switch {
		case w.roles&roleEarlier != 0:
			return !c.lang.verbFinal || !c.is(k-1, rolePeople) // 71명보다 is of the 71
		case w.roles&(roleFiller|roleOf|roleArticle|roleMeasure|roleYear|roleModal|roleThat) == 0 && !c.that(k), c.number(k):
			return false
		}
	}
	return false
}

// rises reports whether "from" at token i, or the number there, follows a verb of
// change: the toll rose from 71 to 85.
func (c *clause) rises(i int) bool {
	if c.lang.verbFinal {
		return c.becomes(i)
	}
	far := 5
	if c.is(i, roleBetween) {
		if !c.is(i, roleEarlier|roleOf) { // "between" opens a range
			return false
		}
		far = 10
	}
	for k := i - 1; k >= 0 && k > i-far; k-- {
		if c.is(k, roleRises) {
			return true
		}
		if c.toks[k].kind == markKind && !c.soft(k) {
			return false
		}
	}
	return false
}

// becomes reports whether the number at token i changes to the next, where verbs
// stand last: 71명에서 100명으로 늘었다.
func (c *clause) becomes(i int) bool {
	k := c.past(c.amount(i).next, rolePeople)
	if k == i || !c.is(k, roleTo) {
		return false
	}
	k = c.hedged(k + 1)
	next := c.amount(k).next
	if next == k {
		return false
	}
	for k = next; k < len(c.toks) && k < next+reach; k++ {
		switch {
		case c.is(k, roleRises):
			return true
		case !c.is(k, rolePeople|roleFiller|roleAfter|roleMeasure):
			return false
		}
	}
	return false
}
