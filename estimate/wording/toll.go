package wording

// A clause finds what the counts of a sentence are of, from the words around
// them. It remembers the counts before.
type clause struct {
	*phrase
	last  measure // of the count before, for "including four children"
	ended int     // the token after the count before
}

// toll fills in the measure and status of the count that the reading r, from
// token first, says; false if nothing says that it is a count of a toll.
func (c *clause) toll(first int, r *reading, m *Match) bool {
	m.Status = c.status(first, r.next)
	before := c.ended
	c.ended = r.next
	found := c.measureOf(first, r, before)
	if found == 0 {
		return false
	}
	c.last = found
	m.Measure = measures[found]
	return true
}

// reach is how far a measure may stand from its count, in tokens.
const reach = 14

// measureOf looks for the measure: in the words of the count itself, then after
// it in the same clause, then before it, then in the count before.
func (c *clause) measureOf(first int, r *reading, before int) measure {
	if m := c.within(first, r.next); m != 0 {
		return m
	}
	after, dist := c.after(r)
	left, leftDist := c.before(first, before)
	switch {
	case after != 0 && (dist == 0 || left == 0 || !c.governs(first)):
		return after
	case left != 0 && (after == 0 || leftDist <= dist):
		return left
	case after != 0:
		return after
	}
	if c.last != 0 && c.elliptic(first, r.next) {
		return c.last
	}
	// "Two journalists were among the 14 people killed."
	return c.forward(r.next)
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

// after is the measure that follows the count in its clause, and how many words
// of weight stand between.
func (c *clause) after(r *reading) (measure, int) {
	var found measure
	dist := 0
	negated := false
	for k := r.next; k < len(c.toks) && k < r.next+reach; k++ {
		w := c.sense(k)
		t := &c.toks[k]
		switch {
		case w.roles&roleMeasure != 0:
			if negated {
				return 0, 0
			}
			// "bodies" and "dead" name those counted; a verb may say more: "14
			// villagers had died".
			found = w.measure
			if also := c.alternative(k, found); also != 0 {
				found = also
			}
			return found, dist
		case w.roles&roleModal != 0:
			if c.measureSoon(k) {
				r.modality = max(r.modality, w.modality)
			}
		case w.roles&roleNot != 0:
			negated = true
		case t.kind == markKind && !c.soft(k):
			return 0, 0
		case w.roles&(roleClause|roleEarlier|roleDenial|roleIncluding|roleForward) != 0 && w.roles&roleFiller == 0:
			return 0, 0
		case w.roles&roleAnd != 0:
			// "60 fighters surrendered and ..." has ended; "men and women were
			// killed" goes on.
			if !c.is(k+1, rolePeople|roleMeasure|roleFiller) || c.counted(k+1) {
				return 0, 0
			}
		case t.kind == numberKind || c.counted(k):
			return 0, 0
		case w.roles&(rolePeople|roleFiller|roleOf|roleArticle) == 0:
			dist++
		}
	}
	return 0, 0
}

// alternative is what "killed or wounded" makes of killed, where the second
// measure follows the first with no count of its own.
func (c *clause) alternative(k int, m measure) measure {
	if !c.is(k+1, roleAnd|roleTo) {
		return 0
	}
	j := k + 2
	for c.is(j, roleFiller|roleModal) {
		j++
	}
	w := c.sense(j)
	if w.roles&roleMeasure == 0 || c.is(j+1, roleNumber) || c.number(j+1) || c.is(j+1, roleBefore) && c.amount(j+2).next > j+2 {
		return 0
	}
	switch n := w.measure; {
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
		if !c.is(j, roleFiller|roleModal|roleArticle) {
			return false
		}
	}
	return false
}

// before is the measure that stands before the count in its clause, back to the
// count before it, and how many words of weight stand between.
func (c *clause) before(first, back int) (measure, int) {
	dist := 0
	for k := first - 1; k >= back && k > first-reach; k-- {
		w := c.sense(k)
		t := &c.toks[k]
		switch {
		case w.roles&roleMeasure != 0:
			if c.is(k-1, roleNot) {
				return 0, 0
			}
			// "killed and wounded 30": one count of both
			if m := c.alternative(k-2, c.sense(k-2).measure); m != 0 && c.is(k-2, roleMeasure) && k-2 >= back {
				return m, dist
			}
			return w.measure, dist
		case t.kind == markKind && !c.soft(k) && !c.mark(k, ':') && !c.mark(k, ','):
			return 0, 0
		case w.roles&roleOthers != 0 && w.roles&(roleMeasure|rolePeople) == 0:
			dist++
		case w.roles&(rolePeople|roleFiller|roleOf|roleArticle) == 0:
			dist++
		}
	}
	return 0, 0
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
	for k := first - 1; k >= 0 && k > first-4; k-- {
		if c.is(k, roleIncluding) {
			return true
		}
	}
	k := next
	for c.is(k, rolePeople|roleFiller) {
		k++
	}
	if c.is(k, roleIncluding) || c.is(next, roleOf) {
		return true
	}
	return k >= len(c.toks) || c.toks[k].kind == markKind || c.is(k, roleClause|roleEarlier|roleYear)
}

// forward is the measure of a later count that this one is a part of: "Two
// journalists were among the 14 people killed."
func (c *clause) forward(next int) measure {
	for k := next; k < len(c.toks) && k < next+6; k++ {
		if c.is(k, roleForward) {
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

// counted reports whether a count begins at token k.
func (c *clause) counted(k int) bool {
	return c.number(k) || c.is(k, roleNumber|roleQuantifier) && !c.is(k, rolePeople|roleMeasure|roleFiller)
}

// status is whether the count is denied or superseded.
func (c *clause) status(first, next int) Status {
	if c.earlier(first) {
		return Superseded
	}
	for k := first - 1; k >= 0; k-- {
		t := &c.toks[k]
		w := c.sense(k)
		if w.roles&roleDenial != 0 {
			return Denied
		}
		// What was denied ends with its clause.
		if w.roles&roleClause != 0 && w.roles&roleFiller == 0 || t.kind == markKind && !c.soft(k) {
			break
		}
	}
	for k := next; k < len(c.toks); k++ {
		w := c.sense(k)
		if w.roles&roleUntrue != 0 && c.reported(first) {
			return Denied
		}
		if w.roles&roleClause != 0 && w.roles&roleFiller == 0 || c.mark(k, ',') || c.mark(k, ';') {
			break
		}
	}
	return Claimed
}

// earlier reports whether words directly before the count call it superseded, or
// it is where a figure rose from.
func (c *clause) earlier(first int) bool {
	for k := first - 1; k >= 0 && k > first-8; k-- {
		w := c.sense(k)
		switch {
		case w.roles&roleEarlier != 0:
			return true
		case w.roles&(roleFiller|roleOf|roleArticle|roleMeasure|roleYear|roleModal) == 0, c.number(k):
			return false
		}
	}
	return false
}

// reported reports whether the count stands in something reported: "reports that
// 400 were killed are false".
func (c *clause) reported(first int) bool { return true }
