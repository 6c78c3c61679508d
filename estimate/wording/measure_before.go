package wording

// before is the measure that stands before the count in its clause, no further
// back than the token back.
func (c *clause) before(first, back int, r *reading) said {
	words := 0
	if c.is(first-1, roleClause) && c.is(first-1, roleYear) && c.lang.analytic { // lost at home before 40,000
		return said{}
	}
	for k := first - 1; k >= back && k > first-reach; k-- {
		t := &c.toks[k]
		switch {
		case t.roles&roleMeasure != 0:
			if c.is(k-1, roleNot) && !r.none() {
				return said{}
			}
			if words > 0 && c.lang.analytic && c.attribute(k, first) {
				return said{}
			}
			return said{c.together(k, back), k, words}
		case t.roles&roleSays != 0 && !c.mark(k-1, ',') && !c.mark(k+1, ',') && k < first-1 && c.lang.analytic: // a captured soldier said six were alive
			return said{}
		case t.roles&roleSpared != 0:
			return said{}
		case t.roles&roleClause != 0 && c.mark(k-1, ','): // ", where two remain trapped"
			return said{}
		case t.kind == markKind && !c.soft(k) && !c.mark(k, ':') && !c.mark(k, ',') && !(k == first-1 && c.line(k)):
			return said{}
		case t.roles&(rolePeople|roleFiller|roleOf|roleArticle) == 0:
			words++
		}
	}
	return said{}
}

// attribute reports whether the measure at token k says of which kind something else
// is, so that a count after a verb is none of it: "the captured town had 12,000", "the
// hostages' families met 12", "a service for the dead drew 400".
func (c *clause) attribute(k, first int) bool {
	next := k + 1
	if c.mark(next, '\'') && c.adjoins(next) && c.is(k, rolePeople) {
		return c.toks[min(next+1, len(c.toks)-1)].kind == wordKind
	}
	if !c.is(k-1, roleArticle|roleBreak) || c.is(k-1, roleBe|roleRelative|roleIf) {
		return false
	}
	if c.is(k-2, roleYear) && c.is(k-2, roleLabel) { // for the dead
		return true
	}
	for j := next; j < first; j++ {
		if c.is(j-1, rolePeople) && c.possessive(j) { // the dead man's two sons
			return true
		}
	}
	switch c.sense(k).measure {
	case wounded, missing, captured, displaced:
		t := &c.toks[next] // before the count
		return t.kind == wordKind && (t.sense == 0 && t.form&capital == 0 || t.roles&roleOthers != 0 || t.roles&rolePeople != 0 && c.anyOf(next+1, next+3, roleSays))
	}
	return false
}
