package wording

// A Status says whether a count is claimed where it stands.
type Status string

const (
	Claimed    Status = ""
	Denied     Status = "denied"     // "reports that 400 were killed are false"
	Superseded Status = "superseded" // "up from 71"
)

// status is whether the count is denied or superseded.
func (c *clause) status(first, next int) Status {
	if c.any&(roleEarlier|roleRises|roleDenial|roleUntrue) == 0 { // the common case
		return Claimed
	}
	noun := next
	if c.lang.verbFinal {
		noun = c.past(next, rolePeople)
	}
	if c.earlier(first) || c.revised && c.is(noun, roleTo) || c.lang.verbFinal && c.is(noun, roleEarlier) {
		return Superseded
	}
	if c.any&roleRises != 0 && c.replaced(first, noun) {
		return Superseded
	}
	if c.any&(roleDenial|roleUntrue) == 0 {
		return Claimed
	}
	for k := first - 1; k >= max(0, first-far) && c.any&roleDenial != 0; k-- {
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
	if c.any&roleEarlier == 0 {
		return false
	}
	for k := first - 1; k >= 0 && k > first-8; k-- {
		w := c.sense(k)
		switch {
		case w.roles&roleEarlier != 0 && c.is(k+1, roleRelative) && w.roles&roleBetween != 0: // from which 17 bodies were dug out
			return false
		case w.roles&roleEarlier != 0:
			return !c.lang.verbFinal || !c.is(k-1, rolePeople) // 71명보다 is of the 71
		case w.roles&(roleFiller|roleOf|roleArticle|roleMeasure|roleYear|roleModal|roleThat) == 0 && !c.that(k), c.number(k):
			return false
		}
	}
	return false
}

// replaced reports whether the count between tokens first and next is that of a
// figure which then changes to another: "the count of 64 deaths was revised to 2,975".
func (c *clause) replaced(first, next int) bool {
	if c.lang.analytic {
		k := next
		for k < len(c.toks) && k < next+reach && c.toks[k].kind == wordKind {
			k++
		}
		if c.mark(k, ',') && c.is(k+1, roleRises) && c.anyOf(max(0, first-6), first, roleRelative) { // the toll, which stood at 23, rose to 29
			return true
		}
		if c.mark(k, ',') && c.is(k+1, roleArticle) { // 137 died, a figure later raised to 145
			for k += 2; c.is(k, roleFiller|roleMeasure) && !c.is(k, roleRises); k++ {
			}
			if c.is(k, roleRises) && (c.counted(c.hedged(k+1)) || c.is(k+1, roleTo) && c.counted(c.hedged(k+2))) {
				return true
			}
		}
	}
	if !c.is(first-1, roleOf|roleYear|roleMeasure|roleBe) || c.is(first-1, roleTo) || c.lang.verbFinal {
		return false
	}
	k := next
	for n := 0; n < 8; n++ {
		switch {
		case c.is(k, roleRises):
			if c.is(k+1, roleTo) {
				k++
			}
			return c.is(k, roleTo|roleRises) && c.counted(c.hedged(k+1))
		case c.mark(k, ',') && k > next+2:
			return false
		case !c.mark(k, ',') && (!c.is(k, roleFiller|roleMeasure|rolePeople) && c.roles(k) != 0 || c.is(k, roleClause)):
			return false
		}
		k++
	}
	return false
}

// rises reports whether "from" at token i, or the number there, follows a verb of
// change: the toll rose from 71 to 85.
func (c *clause) rises(i int) bool {
	if c.any&roleRises == 0 {
		return false
	}
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
