package wording

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
			return said{c.together(k, back), k, words}
		case w.roles&roleSays != 0 && !c.mark(k-1, ',') && !c.mark(k+1, ',') && k < first-1 && c.lang.analytic: // a captured soldier said six were alive
			return said{}
		case w.roles&roleSpared != 0:
			return said{}
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
