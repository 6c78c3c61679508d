package wording

// still are the roles of words between a count and its measure, and turns those of a
// word that may say more than that it stands there.
const still = rolePeople | roleFiller | roleBreak | roleArticle | roleBe | roleRelative | roleIf
const turns = roleMeasure | roleOutOf | roleOf | roleRelative | roleIncluding | roleSpared | roleModal | roleNot | roleBetween | roleSays |
	roleClause | roleEarlier | roleDenial | roleForward | roleAnd | roleNumber | roleQuantifier

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
	k, end := r.next, min(len(c.toks), r.next+reach)
	for k < end && c.toks[k].kind == wordKind && c.toks[k].roles&^still == 0 && c.toks[k].roles != 0 {
		k++ // to the verb, in the common case
	}
	for ; k < end; k++ {
		t := &c.toks[k]
		if t.kind == wordKind && t.roles&^still == 0 && (whole == 0 && words == 0 || t.roles&roleRelative == 0) {
			if t.roles == 0 {
				words++
			}
			continue // the most of a sentence
		}
		if t.value == -',' {
			next, adds := c.comma(k, r, governed)
			if next < 0 {
				return noun
			}
			k = next
			words += adds
			continue
		}
		if t.kind == wordKind && t.roles&turns == 0 {
			if t.roles&(rolePeople|roleFiller|roleArticle) == 0 {
				words++
			}
			continue
		}
		w, roles := c.sense(k), t.roles
		switch {
		case roles&roleMeasure != 0:
			if words == 0 && noun.measure == 0 && k != whole && c.simply(k) && !(k > r.next && c.does(k)) {
				return said{w.measure, k, words}
			}
			if words > 0 && k != whole && c.deed(r.next, k) || c.is(k-1, roleOf|roleOutOf) && c.is(k-2, rolePeople) && c.sense(k-2).measure == losses && c.lang.analytic { // mothers of the missing
				return noun
			}
			if roles&roleForward != 0 || // "mató" counts what follows it
				words > 0 && (roles&rolePeople != 0 || !c.suffered(k)) && c.ownCount(k) || // who killed eight
				k > r.next && c.does(k) {
				return noun
			}
			if roles&roleComplement != 0 && !c.forced(r.first) {
				continue
			}
			if c.is(k+1, roleTo) && c.is(k+2, roleSpared) || noun.measure == bodies && w.measure == wounded { // killed or arrested; bodies with wounds
				return said{noun.measure, k, words}
			}
			if w.measure == losses && c.lang.analytic && roles&rolePeople == 0 && !c.ends(k+1) && !c.suffered(k) { // 45 had lost a relative
				return noun
			}
			if w.measure == displaced && (noun.measure == wounded || noun.measure == killed || noun.measure == bodies) {
				return noun // the wounded who were evacuated
			}
			m := w.measure
			if also, _ := c.alternative(k); also != 0 {
				m = also
			}
			s := said{m, k, words}
			// 400 mobilised soldiers died
			adjective := k == r.next && c.is(k+1, rolePeople) && !c.is(k+1, roleMeasure)
			if roles&rolePeople == 0 && !c.is(k-1, roleOf|roleOutOf) && k != whole && !adjective ||
				noun.measure != 0 && roles&(roleUnit|roleOf) == 0 && (c.is(k-1, rolePeople) || c.is(k-1, roleBe) && w.measure == killed) { // "five prisoners dead"
				return s
			}
			if noun.measure == 0 {
				noun = s
			}
		case roles&roleOutOf != 0, roles&roleOf != 0 && k == r.next: // none of the 150 passengers were hurt
			if a := c.amount(k + 1); a.next > k+1 {
				if c.behind(a.next) != 0 {
					return noun
				}
				k, whole = a.next-1, a.next
			}
		case roles&roleRelative != 0 && whole > 0 && k > whole && c.befallen(whole): // seven of the nine who were missing died
			for k++; !c.is(k, roleMeasure); k++ {
			}
		case roles&roleRelative != 0 && words > 0 && c.is(k-1, rolePeople) && c.is(k-2, roleArticle|roleBreak) && !c.is(k-2, roleBe) && k-2 > r.next: // are hunting the man who killed
			return noun
		case roles&roleIncluding != 0 && k == r.next: // two of them died
		case roles&roleSpared != 0 && c.is(k+1, roleIf|roleBe|rolePeople) && !c.suffered(k): // the people arrested were hurt
		case roles&roleSpared != 0 && noun.measure == bodies: // 12 bodies were returned
			return noun
		case roles&roleSpared != 0: // 200 prisoners were freed
			return said{at: k}
		case roles&roleModal != 0:
			if c.measureSoon(k) && !c.monthly(k) {
				r.modality = max(r.modality, w.modality)
			}
		case roles&roleNot != 0 && !r.none():
			if noun.measure != 0 && c.anyOf(r.next, k, roleAnd) { // 12 are dead and officials do not know why
				return noun
			}
			return said{}
		case roles&roleBetween != 0 && !c.counted(k+1): // soldiers from the north
			words++
		case roles&roleSays != 0 && words < 4 && k > r.next && c.object(k) > 0: // the 12,000 Israel says it has killed
			return said{c.sense(c.object(k)).measure, c.object(k), words}
		case t.kind == markKind && !c.soft(k),
			roles&(roleClause|roleEarlier|roleDenial|roleIncluding|roleForward) != 0 && roles&roleFiller == 0:
			return noun
		case roles&roleAnd != 0 && c.lang.verbFinal && c.counted(c.joined(k+1)), joined && c.counted(k):
			joined = true
		case roles&roleAnd != 0:
			// "men and women were killed" goes on, and "14 soldiers and nine civilians";
			// "60 surrendered and 15 tanks", "killed 12 and injured 20" do not.
			if j := c.coordinate(r.next, k); j > 0 {
				k = j
				words++
			} else if !c.is(k+1, rolePeople|roleMeasure|roleFiller|roleArticle) && !c.described(k+1) || c.counted(k+1) || c.ownCount(k+1) ||
				governed && c.is(k+1, roleMeasure) {
				return noun
			}
		case c.counted(k):
			a, from := c.amount(k), k
			for from > r.next && c.is(from-1, roleBefore) {
				from--
			}
			if a.next <= k || c.phrase.beside(from, &reading{low: a, high: a, next: a.next}) == 0 {
				return noun
			}
			k = a.next - 1
			words++
		case roles&(rolePeople|roleFiller|roleOf|roleArticle|roleOutOf) == 0:
			words++
		}
	}
	return noun
}

// described reports whether an adjective of no meaning here and a noun of people stand at
// token k: "missionaries and pastoral workers".
func (c *clause) described(k int) bool {
	return c.lang.analytic && c.is(k+1, rolePeople) && !c.is(k+1, roleMeasure) && c.toks[k].kind == wordKind && c.toks[k].sense == 0
}

// simply reports whether the measure at token k is a verb, and nothing beside it may
// say that it is more or other than what befell those before it: the common case.
func (c *clause) simply(k int) bool {
	w := c.sense(k)
	return w.roles&(roleForward|roleComplement|rolePeople)|c.roles(k+1)&(roleAnd|roleTo|rolePeople)|c.roles(k-1)&(roleOf|roleOutOf) == 0 &&
		w.measure != losses && !c.mark(k+1, ',')
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
	if !c.counted(k) {
		return false
	}
	switch c.behind(c.amount(k).next) {
	case Calendar, Duration, Clock, Measurement:
		return false // died since 7 October
	}
	return true
}

// does reports whether those before the measure at token k did it to others, who are
// counted after it or named: "two gunmen killed 11", "killed a guard". Without a verb
// between them, two numbers with a measure each are a list: "12 people killed 30 hurt".
func (c *clause) does(k int) bool {
	if !c.lang.analytic || !c.is(k-1, rolePeople) || c.is(k-1, roleMeasure) || c.is(k, rolePeople|roleVerb|roleComplement) {
		return false
	}
	switch c.sense(k).measure {
	case killed, wounded, captured:
	default:
		return false
	}
	j := c.hedged(k + 1)
	if a := c.amount(j); c.counted(j) && a.next > j {
		return a.fault == 0 && c.behind(a.next) == 0 && (!c.is(a.next, roleMeasure) || c.sense(a.next).measure == captured && c.is(a.next, rolePeople)) && !c.befallen(a.next) &&
			(c.ends(a.next) || c.person(a.next))
	}
	j = k + 1
	if !c.is(j, roleArticle|roleBreak) || c.is(j, roleBe|roleYear|roleRelative) {
		return false
	}
	return c.person(j+1) && !c.is(j+1, roleMeasure)
}

// person reports whether a noun of people stands from token k on, over adjectives.
func (c *clause) person(k int) bool {
	for end := k + 3; k < end && k < len(c.toks) && c.adjective(k) && !c.is(k, rolePeople); k++ {
	}
	return c.is(k, rolePeople) && !c.is(k, roleOthers)
}

// ends reports whether what is said of a count ends before token k: no object
// follows.
func (c *clause) ends(k int) bool {
	return k >= len(c.toks) || c.toks[k].kind == markKind || c.is(k, roleYear|roleAnd|roleClause)
}

// suffered reports whether the measure at token k is what befell those before it:
// "were killed", not "have killed".
func (c *clause) suffered(k int) bool {
	k--
	if !c.lang.analytic {
		return c.is(k, roleFiller)
	}
	for c.is(k, roleFiller) && !c.is(k, roleBe) {
		k--
	}
	return c.is(k, roleBe)
}

// forced reports whether the count at token first is the object of a verb that says
// its measure in a complement: "forced 580,000 from their homes".
func (c *clause) forced(first int) bool {
	k := first - 1
	for c.is(k, roleFiller|roleArticle) && !c.is(k, roleForces) {
		k--
	}
	return c.is(k, roleForces)
}

// object is the measure at the end of what a speaker says of the count before, after
// token k: "the 12,000 Israel says it has killed". It is 0 if there is none.
func (c *clause) object(k int) int {
	for k++; c.is(k, roleFiller|rolePeople) && !c.is(k, roleMeasure); k++ {
	}
	if c.is(k, roleMeasure) && !c.is(k, rolePeople) && !c.ownCount(k) {
		return k
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
