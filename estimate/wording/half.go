package wording

// half reads half a million, a quarter of a million, half a dozen.
func (p *phrase) half(i int, a *amount) bool {
	k, num, den := i, int64(1), int64(0)
	if p.is(k, roleArticle) {
		k++
	} else if p.is(k, roleUnit) && p.sense(k).value == 3 && p.is(k+1, roleQuarter) {
		num = 3
		k++
	}
	switch {
	case p.is(k, roleHalf) && !p.is(k, roleUnit|roleAnd):
		den = 2
	case p.is(k, roleQuarter):
		den = 4
	default:
		return false
	}
	k++
	if p.mark(k, '-') {
		k++
	}
	if p.is(k, roleOf) {
		k++
	}
	if p.is(k, roleArticle) {
		k++
	}
	w := p.sense(k)
	if w.roles&(roleScale|roleTimes|roleCollective) == 0 || w.value%den != 0 {
		return false
	}
	a.value, a.next = w.value/den*num, k+1
	if w.before == about {
		a.hedge = about // medio centenar
	}
	return true
}

// andHalf reads the end of "a million and a half", which names the million again
// in Arabic: مليون ونصف المليون.
func (p *phrase) andHalf(s *sum, i int) int {
	if !p.is(i, roleAnd) || s.total == 0 || s.scaled%2 != 0 {
		return i
	}
	h := i + 1
	if p.is(h, roleArticle) {
		h++
	}
	if p.lang.unitsFirst && p.is(h, roleHalf) && p.is(h+1, roleScale) && p.sense(h+1).value == s.scaled {
		s.total += s.scaled / 2
		return h + 2
	}
	if !p.is(h, roleHalf) || p.is(h+1, roleScale|roleTimes|roleCollective|roleArticle) || p.is(h+1, roleOf) && !p.is(h+1, roleFiller) {
		return i
	}
	s.total += s.scaled / 2
	return h + 1
}
