package wording

// pair reads the rest of 두세 명, 이삼십 명, 열두세 명: two numbers in one word, where
// the last digit of a number would stand. What is before it is in r.low.
func (p *phrase) pair(r *reading) bool {
	k, base := r.low.next, r.low.value
	v := p.sense(k).value
	times, scale := int64(1), int64(1)
	for k++; p.is(k, roleTimes); k++ {
		times = mul(times, p.sense(k).value)
	}
	for ; p.is(k, roleScale); k++ {
		scale = mul(scale, p.sense(k).value)
	}
	low, high := base+mul(v/10, times), base+mul(v%10, times)
	if r.low.vague || base%10 != 0 || base/10%times != 0 || base > maxCount || mul(high, scale) > maxCount {
		return false
	}
	r.low, r.high = amount{value: low * scale, next: k}, amount{value: high * scale, next: k}
	r.form, r.next = span, k
	return true
}

// dash reports whether token k is a dash that joins the ends of a range.
func (p *phrase) dash(k int) bool {
	switch {
	case p.mark(k, '~'):
		return true
	case p.mark(k, '-'):
		return p.adjoins(k) == p.adjoins(k+1)
	case p.mark(k, '—'):
		return p.adjoins(k) == p.adjoins(k+1) && (p.adjoins(k) || p.alone && p.number(k-1) && k+2 == len(p.toks))
	}
	return false
}

// line reports whether token k is a dash or hyphen of any length.
func (p *phrase) line(k int) bool { return p.mark(k, '-') || p.mark(k, '—') }

// to reads the high end of a range and gives its scale to the low end where that
// has none: 3-5 thousand.
func (p *phrase) to(r *reading, k int) bool {
	a, b := &r.low, &r.high
	if p.read(k, b); b.next == k || b.fault != 0 {
		*b = amount{}
		return false
	}
	value, decimals, fault := a.value, a.decimals, a.fault
	if f := p.multiple(k, b.next); f > 1 && !a.vague && !b.vague && p.bare(a.next-1) {
		if n := mul(a.value, f); a.decimals > 0 {
			if n, why := whole(n, a.decimals); why == 0 {
				a.value, a.decimals, a.fault = n, 0, 0
			}
		} else if n < b.value && a.value < f {
			a.value = n
		} else if last := &p.toks[a.next-1]; last.kind == numberKind && a.value > b.value && a.value/10%f == 0 && a.value%10 == last.value {
			a.value -= last.value // 1만2~3천
			b.value += a.value
			a.value += mul(last.value, f)
		}
	}
	if a.scale > 1 && b.value < a.scale { // тысяч пять-шесть
		b.value = mul(b.value, a.scale)
	}
	if !a.below(b) {
		a.value, a.decimals, a.fault = value, decimals, fault
		*b = amount{}
		return false
	}
	r.form, r.next = span, b.next
	return true
}

// below reports whether a range may go from a to b. A vague word is at least twice
// its scale, few and the like three times; and it may be three times the scale.
func (a *amount) below(b *amount) bool {
	switch {
	case a.vague == b.vague:
		return a.value < b.value
	case b.vague:
		return a.value/3 <= b.value
	case a.quant == many:
		return a.value <= b.value
	case a.quant == 0 || a.quant == couple:
		return a.value <= b.value/2
	}
	return a.value <= b.value/3
}

// bare reports whether the number that ends at token i has no scale of its own.
func (p *phrase) bare(i int) bool { return !p.is(i, roleMultiple) }

// multiple is the scale that the number from token i to k ends in, 1 if it has
// none or more follows it.
func (p *phrase) multiple(i, k int) int64 {
	f := int64(1)
	first := k
	for first > i && p.is(first-1, roleMultiple) && !p.is(first-1, roleUnit) {
		first--
		f = mul(f, p.sense(first).value)
	}
	if first == i {
		return 1
	}
	for j := i; j < first; j++ {
		if p.is(j, roleMultiple) {
			return 1
		}
	}
	return f
}

// perhaps reads "possibly thousands" after "hundreds", or after "hundreds of
// people".
func (p *phrase) perhaps(r *reading, k int) bool {
	if p.any&rolePerhaps == 0 {
		return false
	}
	first := k
	for k < first+3 && p.is(k, rolePeople|roleMeasure|roleOf) {
		k++
	}
	noun := k > first
	if p.mark(k, ',') || p.mark(k, '-') {
		k++
	}
	if p.is(k, roleAnd|roleTo|roleClause) {
		k++
	}
	if !p.is(k, rolePerhaps) || r.hedge.lower() && p.sense(k).before.upper() {
		return false
	}
	for p.is(k, rolePerhaps) {
		k++
	}
	if p.mark(k, ',') { // "а возможно, и тысячи"
		k++
	}
	if p.is(k, roleAnd) {
		k++
	}
	if p.is(k, roleBefore) && p.sense(k).before == atMost {
		k++
	}
	b := &r.high
	p.read(k, b)
	if b.next == k || b.fault != 0 || b.value <= r.low.value || !r.low.below(b) || r.hedge.upper() ||
		noun && !p.lang.verbFinal && p.is(b.next, rolePeople|roleMeasure|roleOf) { // "20 dead, perhaps 30 wounded"
		*b = amount{}
		return false
	}
	r.form, r.perhaps, r.next = span, true, b.next
	return true
}

// second reads the other bound of "more than 100 but fewer than 200".
func (p *phrase) second(r *reading) {
	k := p.past(r.next, rolePeople)
	noun := k > r.next && !p.lang.verbFinal // "more than 100 people but fewer than 200"
	if p.mark(k, ',') {
		k++
	}
	if noun && !p.is(k, roleClause) {
		return
	}
	if p.is(k, roleAnd|roleClause) && !p.is(k, roleBefore) || p.lang.verbFinal && p.is(k, roleTo) {
		k++
	}
	var h hedge
	for p.is(k, roleBefore) {
		h = h.with(p.sense(k).before)
		k++
	}
	if h == 0 && p.lang.verbFinal { // 100명 이상 200명 이하
		if a := p.amount(k); a.next > k {
			h = p.sense(p.past(a.next, rolePeople)).after
		}
	}
	if !(r.hedge.lower() && h.upper() || r.hedge.upper() && h.lower()) {
		return
	}
	b := p.amount(k)
	if b.next == k || b.fault != 0 || b.vague || r.low.vague || noun && p.is(b.next, rolePeople|roleMeasure) {
		return
	}
	low, high, lowHedge, highHedge := r.low, b, r.hedge, h
	if h.lower() {
		low, high, lowHedge, highHedge = b, r.low, h, r.hedge
	}
	least, most := low.value, high.value // over 0 and under 1 leaves no number
	if lowHedge == moreThan {
		least++
	}
	if highHedge == fewerThan {
		most--
	}
	if least > most {
		return
	}
	if low.value == high.value { // at least 12 and at most 12
		r.hedge, r.next = exactly, b.next
		return
	}
	r.low, r.high, r.hedge, r.open, r.form, r.next = low, high, lowHedge, highHedge, bounds, b.next
	if k := p.past(b.next, rolePeople); p.lang.verbFinal && p.is(k, roleAfter) && p.sense(k).after == h {
		r.next = k + 1
	}
}
