package wording

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

// mood is how firmly the measure at token k is said of the count at token first: "may
// have killed 12", "habrían muerto 300", "casualties could be in the hundreds".
func (c *clause) mood(k, first int) modality {
	m := c.sense(k).modality
	for j := first - 1; j > k; j-- {
		switch {
		case c.is(j, roleModal) && !c.monthly(j):
			m = max(m, c.sense(j).modality)
		case c.mark(j, ',') && !c.that(j): // fears that the toll, which could rise, is 88
			return m
		}
	}
	for k--; c.is(k, roleFiller|roleModal|roleThat) || c.mark(k, ',') && c.is(k+1, roleThat); k-- {
		m = max(m, c.sense(k).modality)
	}
	return m
}

// monthly reports whether the modal verb at token k is the month of a date instead:
// "14 May", "May 9", "in May", "On May, ".
func (p *phrase) monthly(k int) bool {
	return p.is(k, roleMonth) && p.toks[k].form&capital != 0 && (p.number(k+1) || p.number(k-1) || p.mark(k+1, ',') || p.is(k-1, roleYear))
}

// supposed reports whether the count between tokens first and next is one of a condition
// or question: "if 50 people had died", "had 50 died", "whether 50 died". The dead named
// as such in one are there: "whether the 12 killed were soldiers".
func (c *clause) supposed(first, next int) bool {
	if c.is(0, roleIf|roleModal) && c.mark(len(c.toks)-1, '?') {
		return true
	}
	k := first - 1
	for c.is(k, roleFiller|roleThat|roleModal) && !c.is(k, roleIf|roleMeasure) {
		k--
	}
	if !c.is(k, roleIf) || c.is(k, roleBreak) && k > 0 {
		return false
	}
	return k == first-1 || !c.anyOf(k+1, first, roleBreak) || !c.befallen(next)
}

// doubt is how firmly the verb before the count is said: "may have killed 200".
func (c *clause) doubt(first int) modality {
	k := first - 1
	for c.is(k, roleFiller|roleOf) && !c.is(k, roleMeasure|roleModal) {
		k--
	}
	if k <= 0 || c.toks[k].kind != wordKind || c.toks[k].roles&^(roleMeasure|roleFiller|roleForces) != 0 {
		return 0
	}
	for k--; c.is(k, roleTo|roleBreak) && !c.is(k, roleModal); k-- {
	}
	return c.sense(k).modality
}
