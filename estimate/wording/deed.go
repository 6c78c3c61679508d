package wording

// deed reports whether the measure at token k, which stands after the count that ends
// before token from and after a verb of no meaning here, is what those counted did, saw
// or suffered for and not what befell them: "six children witnessed the killing", "two
// men were charged with murdering a guard", "volunteers dug graves for their dead".
func (c *clause) deed(from, k int) bool {
	if !c.lang.analytic || k == from {
		return false
	}
	w := c.sense(k)
	j := k - 1
	for j > from && c.is(j, roleFiller) && !c.is(j, roleBreak|rolePeople) {
		j--
	}
	switch {
	case c.is(j, roleBreak) && !c.is(j, roleBe|roleRelative|roleIf), c.is(j, roleOutOf): // the killing, their dead, families of the dead
		return true
	case c.is(k, roleVerb):
		return false
	case c.is(j, roleYear|roleOf|roleTo):
		switch w.measure {
		case killed, bodies, killedOrWounded, missing:
			return !c.is(j, roleTo) || w.roles&rolePeople != 0 || c.sense(k-1).measure == 0 && !c.ends(k+1) // for killing, to identify bodies; not "beat to death"
		}
	}
	// treated casualties
	if t := &c.toks[j]; j == k-1 && (w.roles&rolePeople != 0 && w.measure != killed || w.measure == bodies || w.measure == losses) && t.kind == wordKind && t.sense == 0 && !c.is(j-1, roleBe) {
		if c.is(j-1, roleTo) {
			return true
		}
		for j--; j >= from && w.measure != losses; j-- {
			if c.is(j, rolePeople) {
				return true
			}
		}
	}
	return false
}
