package wording

// interval reads the brackets of "4,645 (95% CI 793–8,498)" and "12 (10–15)",
// from the token after the opening one.
func (p *phrase) interval(r *reading, k int) bool {
	level := 0.0
	if p.number(k) && p.is(k+1, roleFraction) && p.is(k+2, roleInterval) {
		t := &p.toks[k]
		level = float64(t.value)
		for d := t.decimals; d > 0; d-- {
			level /= 10
		}
		level /= 100
		k += 3
	}
	for p.is(k, roleOf|roleBetween|roleFiller) || p.mark(k, ':') || p.mark(k, ',') {
		k++
	}
	a := p.amount(k)
	if a.next == k || a.fault != 0 || a.vague || !p.is(a.next, roleTo|roleAnd) && !p.dash(a.next) && !p.mark(a.next, ',') {
		return false
	}
	b := p.amount(a.next + 1)
	if b.next == a.next+1 || b.fault != 0 || b.vague || !p.mark(b.next, ')') {
		return false
	}
	if a.value > b.value || r.low.vague || r.hedge != 0 && r.hedge != about && r.hedge != exactly || level >= 1 {
		return false
	}
	r.best, r.level = r.low.value, level
	r.low, r.high, r.form, r.next = a, b, centred, b.next+1
	return true
}
