package wording

// comma is the last token of what the comma at token k, after the count, adds to those
// counted or sets off, with the words in it that keep a measure apart from the count. It
// is -1 if the comma ends what is said of them.
func (c *clause) comma(k int, r *reading, governed bool) (next, words int) {
	switch {
	case r.perhaps && k == r.next: // dozens, possibly hundreds, are missing
		return k, 0
	case c.is(k+1, roleBreak) && c.is(k+2, roleIncluding): // 96 people, all of whom died
		return k + 2, 0
	case !governed && c.is(k+1, roleMeasure) && c.is(k+1, roleRelative): // 11 people, whose bodies were found
		return k, 0
	case k <= r.next+3 && c.is(k+2, roleAnd) && c.proper(k-1) && c.proper(k+1) && c.proper(k+3): // British, Indian and Australian troops
		return k + 2, 0
	case c.is(k-1, rolePeople) && c.is(k+1, rolePeople) && c.is(k+2, roleAnd) && c.is(k+3, rolePeople|roleFiller) && !c.is(k+1, roleMeasure): // women, children and old people
		return k, 0
	case c.bracketed(r, k): // the garrison, 2,439 in all, surrendered
		return k, 0
	case c.that(k):
		return -1, 0
	}
	if j := c.coordinate(r.next, k); j > 0 {
		return j, 1
	}
	if c.apposed(k + 1) {
		return k, 0
	}
	return c.aside(k), 0
}

// bracketed reports whether the count stands between commas, the second at token k,
// and what befell the noun before the first follows: "the garrison, 2,439 in all,
// surrendered", "the rest, about 30, were injured".
func (c *clause) bracketed(r *reading, k int) bool {
	j := r.next
	for c.is(j, roleIncluding|rolePeople|roleAfter) {
		j++
	}
	if j != k || !c.mark(r.first-1, ',') {
		return false
	}
	for k++; c.is(k, roleFiller|roleModal) && !c.is(k, roleMeasure); k++ {
	}
	return c.is(k, roleMeasure) && !c.ownCount(k)
}

// proper reports whether token k is a word with a capital that names no people.
func (c *clause) proper(k int) bool {
	return c.lang.analytic && uint(k) < uint(len(c.toks)) && c.toks[k].kind == wordKind && c.toks[k].form&capital != 0 && !c.is(k, rolePeople|roleMeasure)
}

// agesFrom reports whether token k says that ages follow: "aged".
func (c *clause) agesFrom(k int) bool { return c.is(k, roleLabel) && c.sense(k).reason == Age }

// aside is the comma that ends what the one at token k begins: "two of them
// children", "not 27", or anything before the verb, "the army said, were". It is -1
// if it begins no such thing.
func (c *clause) aside(k int) int {
	end := min(len(c.toks), k+10)
	if !c.commaIn(k+1, end) { // the common case
		return -1
	}
	part, said := false, false
	for j := k + 1; j < end; j++ {
		switch {
		case c.is(j, roleIncluding), j == k+1 && (c.is(j, roleNot|roleZero|roleFraction) || c.any&(roleFraction|roleOrdinal) != 0 && c.amount(j).fault == Fraction || c.agesFrom(j) || c.number(j) && c.is(j+1, roleAnd) && c.number(j+2) && c.mark(j+3, ',') || c.counted(j) && c.is(j+1, roleInFraction) && c.counted(j+2)):
			part = true
		case c.mark(j, ',') && c.agesFrom(k+1) && c.counted(j+1): // aged four, six and nine, died
		case c.mark(j, ','):
			if part || c.is(j+1, roleBreak|roleBe|roleSpared) || c.is(j+1, roleMeasure) && (said && !c.ownCount(j+1) || c.ends(j+2) || c.is(j+1, roleLabel)) {
				return j
			}
			return -1
		case c.is(j, roleClause):
			said = true
		case !part && c.counted(j) && !c.is(j+1, roleIncluding) && c.behind(c.amount(j).next) == 0:
			return -1
		case c.toks[j].kind == markKind && !c.soft(j):
			return -1
		}
	}
	return -1
}

// commaIn reports whether a token from k on, before token end, is a comma.
func (c *clause) commaIn(k, end int) bool {
	for ; k < end; k++ {
		if c.mark(k, ',') {
			return true
		}
	}
	return false
}

// coordinate is the last token of the people that "and" or a comma at token k
// adds to those that stand since token first, with a count of their own: "and nine
// civilians". It is 0 if there are none. After a comma "and" must follow.
func (c *clause) coordinate(first, k int) int {
	comma := c.mark(k, ',')
	if m := c.sense(k - 1); m.roles&roleMeasure != 0 && (m.measure != captured && m.measure != displaced || c.suffered(k-1)) { // 16 fatalities and 9 hurt
		return 0
	}
	if !comma && !c.is(k, roleAnd) || k == first || k > first+2*reach || !c.is(k-1, rolePeople) && !(k == first+1 && !comma && (c.is(k-1, roleFiller) && !c.is(k-1, roleBreak) || c.proper(k-1))) { // nine Ukrainian and 12 Russian soldiers
		return 0
	}
	j := k + 1
	for c.is(j, roleFiller) && !c.is(j, rolePeople) {
		j++
	}
	j = c.hedged(j)
	if a := c.amount(j); a.next > j && a.fault == 0 {
		j = a.next
	} else if !c.is(j, roleArticle) {
		return 0
	}
	for n := 0; n < 3 && j < len(c.toks) && c.toks[j].kind == wordKind && !c.is(j, rolePeople|roleMeasure); n++ {
		j++
	}
	if m := c.sense(j).measure; !c.is(j, rolePeople) || c.is(j, roleMeasure) && m != captured && m != displaced {
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
