package wording

// maxAge is the most that a number is taken for an age.
const maxAge = 120

// ages reports whether the number at token i is an age in a list of them, "aged 4,
// 7 and 9", or set off by commas: "Joe Biden, 81, said".
func (p *phrase) ages(i, end int) bool {
	if !p.mark(i-1, ',') && !p.is(i-1, roleAnd) {
		return false
	}
	if n, ok := p.single(i); !ok || n > maxAge || n == 0 {
		return false
	}
	comma := p.number(i) && p.mark(i-1, ',')
	if comma && i > 1 && end == i+1 && p.toks[i-2].kind == wordKind && !p.is(i-2, roleMeasure|roleFiller|roleNumber|roleMonth) &&
		(end == len(p.toks) || p.mark(end, ',') || p.mark(end, '.') || p.mark(end, '-') && !p.adjoins(end)) {
		return true
	}
	if p.number(i) && p.is(i-1, roleAnd) && p.number(i-2) && p.mark(i-3, ',') && p.is(i-4, rolePeople) && p.mark(end, ',') {
		return true // two brothers, 34 and 29, were killed
	}
	for k := i; k > i-8 && (p.mark(k-1, ',') || p.is(k-1, roleAnd)) && (p.number(k-2) || p.is(k-2, roleUnit)); k -= 2 {
		if p.is(k-3, roleLabel) && p.sense(k-3).reason == Age {
			return !p.is(end, rolePeople|roleMeasure)
		}
	}
	return false
}

// aged reports whether the number at token i, whose hedges begin at token first, is
// an age by the words before it: "the youngest of them 16", "were under 18", "men
// over 50".
func (p *phrase) aged(first, i int) bool {
	if p.any&roleLabel != 0 {
		k := first - 1
		for k > first-6 && p.is(k, roleIncluding|roleFiller|rolePeople|roleMeasure|roleOf|roleOutOf) && !p.is(k, roleLabel) {
			k--
		}
		if k < first-1 && p.is(k, roleLabel) && p.sense(k).reason == Age {
			return true
		}
	}
	if first == i || p.sense(i-1).reason != Age || !p.is(i-1, roleBefore) {
		return false
	}
	if n, ok := p.single(i); !ok || n > maxAge {
		return false
	}
	switch k := first - 1; {
	case p.is(k, roleIncluding), p.is(k, rolePeople) && !p.is(k, roleMeasure):
		return true
	case p.is(k, roleBe): // "deaths were over 100" is a count
		return !p.is(k-1, roleMeasure) || p.is(k-2, roleOf|roleOutOf|roleFraction)
	}
	return false
}
