package wording

// A clause finds what the counts of a sentence are of, from the words around
// them. It remembers the count before.
type clause struct {
	phrase
	last  measure // of the count before, for "including four children"
	ended int     // the token after the count before
	taken int     // the token after the word that gave its measure
	other int     // the token after a number that is none of a toll
	dream int     // the token after what is said of a count that did not come about, or not yet
	parts bool    // the count before was a part of those killed: "15 died: 9 on Monday"
	label bool    // the count before took the label before it: "KIA 23, WIA 56"
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
