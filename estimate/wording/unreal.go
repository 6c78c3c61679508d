package wording

// unreal reports whether the count between tokens first and next is of what did not
// happen, or not yet: "would have killed 40", "plans to evacuate 300". The verb may
// stand on either side.
func (c *clause) unreal(first, next int) bool {
	const dreamt = roleModal | roleIf
	k := first - 1
	for c.is(k, roleMeasure|roleFiller|roleOf|roleForces) && c.roles(k)&dreamt != dreamt {
		k--
	}
	if c.roles(k)&dreamt == dreamt && (k == first-1 || c.anyOf(k+1, first, roleMeasure)) { // not "tried to reach 12 wounded"
		return true
	}
	for k = first; k < next; k++ {
		if c.roles(k)&dreamt == dreamt {
			return !c.is(k+1, roleFiller)
		}
	}
	for ; k < next+reach && k < len(c.toks) && !c.is(k, roleMeasure|roleClause) && (c.toks[k].kind == wordKind || c.soft(k)); k++ {
		if c.roles(k)&dreamt == dreamt {
			return true
		}
	}
	return false
}

// conditional reports whether what may have befallen the count between tokens first and
// next depends on a condition: "if the dam broke, 40,000 would die", "40,000 would die
// if it did". What is only still to be confirmed is claimed.
func (c *clause) conditional(first, next int) bool {
	if !c.lang.analytic {
		return false
	}
	for k := first - 1; k >= 0 && !c.mark(k, ';'); k-- {
		if c.condition(k) {
			return !c.mark(k+2, ',')
		}
		if c.is(k, roleClause) && !c.is(k, roleFiller) && !c.is(k, roleSays) {
			break
		}
	}
	for k := next; k < len(c.toks) && !c.mark(k, ';') && !c.mark(k, ','); k++ {
		if c.is(k, roleClause) && c.is(k, roleIf) {
			return k+3 < len(c.toks)
		}
		if c.is(k, roleClause|roleAnd) {
			break
		}
	}
	return false
}

// condition reports whether token k begins a condition: "if", and a verb that stands
// first, "had the dam broken".
func (c *clause) condition(k int) bool {
	return c.is(k, roleIf) && (c.is(k, roleClause) || k == 0)
}

// dreams reports whether the count at token first goes on with the one before, of what
// did not happen: "would kill 11,000 people and injure 90,000".
func (c *clause) dreams(first int) bool {
	for k := c.dream; k < first; k++ {
		if c.toks[k].kind == markKind || c.is(k, roleClause|roleModal|roleBe) {
			return false
		}
	}
	return true
}
