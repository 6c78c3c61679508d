package wording

// maxHedges is how many words may hedge one number: no phrase has as many, and
// text that is nothing but hedges is read in linear time.
const maxHedges = 24

// quantity reads the phrase that begins at token i into r, which is zero. Where
// there is none, r.next is i.
func (p *phrase) quantity(i int, r *reading) {
	r.next = i
	if p.plain(i, r) {
		return
	}
	j := i
	between := false
	for ; j < len(p.toks) && j < i+maxHedges; j++ {
		w := p.toks[j].roles
		switch {
		case w&(roleModal|roleBefore|roleFiller|roleBetween) == 0:
			if r.hedge != 0 && p.mark(j, ',') && p.is(j+1, roleThat) { // "больше, чем 100"
				continue
			}
		case w&roleBefore != 0 && (w&roleQuantifier == 0 || p.number(j+1) || p.is(j+1, roleUnit)):
			if p.revised && w&roleTo != 0 { // "выросло до 30"
				continue
			}
			s := p.sense(j)
			r.modality = max(r.modality, s.modality) // dépasserait
			h := r.hedge.with(s.before)
			if h == 0 {
				r.fault, r.at = Contradictory, j
				return
			}
			r.hedge = h
			if p.is(j, roleAbbreviation) && p.mark(j+1, '.') {
				j++
			}
			if w&roleVerb != 0 {
				j = p.subject(j+1) - 1
			}
			continue
		case w&roleModal != 0:
			if w&roleMonth != 0 && p.monthly(j) {
				return // May 9
			}
			r.modality = max(r.modality, p.sense(j).modality)
			if p.mark(j+1, ',') { // "возможно, более 200"
				j++
			}
			continue
		case w&roleFiller != 0:
			continue
		case w&roleBetween != 0 && !between:
			between = !p.revised
			continue
		}
		break
	}
	if p.is(j, roleUnknown) {
		r.form, r.next = unknown, j+1
		return
	}
	a := &r.low
	if n, ok := p.single(j); ok {
		a.value, a.next = n, j+1
	} else {
		p.read(j, a)
	}
	if p.any&rolePair != 0 && p.is(a.next, rolePair) && p.pair(r) {
		p.after(r)
		return
	}
	if a.next == j {
		return
	}
	if a.fault != 0 && a.decimals == 0 {
		r.fault, r.at = a.fault, j
		return
	}
	r.next = a.next
	if a.hedge != 0 {
		r.hedge = r.hedge.with(a.hedge)
	}
	p.rest(r, between)
	if a.fault != 0 {
		r.next, r.fault, r.at = i, a.fault, j
	} else if between && r.form != span {
		r.next = i
	} else if (r.hedge == fewerThan || r.hedge == nearly) && !r.high.vague && r.form == plain && r.low.value == 0 {
		r.next, r.fault, r.at = i, Negative, j // under 0
	}
}

// plain reads a number in digits or in one word, after one hedge or none, which
// nothing goes on with: the most common phrases of running text.
func (p *phrase) plain(i int, r *reading) bool {
	if p.any&(rolePerhaps|roleAfter) != 0 || p.lang.verbFinal || uint(i) >= uint(len(p.toks)) {
		return false
	}
	j := i
	var hedged *sense
	if w := p.toks[i].roles; w&roleBefore != 0 {
		if w&(roleQuantifier|roleAbbreviation|roleVerb|roleTo) != 0 {
			return false
		}
		if hedged, j = p.sense(i), i+1; j == len(p.toks) {
			return false
		}
	}
	t := &p.toks[j]
	v := t.value
	switch {
	case t.kind == numberKind:
		if t.decimals != 0 || t.form&(tooLarge|strange) != 0 {
			return false
		}
	case t.roles&roleUnit == 0 || t.roles&moreThanUnit != 0:
		return false
	default:
		v = p.lang.senses[t.sense].value
	}
	if j+1 < len(p.toks) {
		next := &p.toks[j+1]
		if next.roles&(goesOn|roleTo|rolePair) != 0 || next.kind == markKind && next.value != -',' && next.value != -'.' ||
			next.roles&roleAnd != 0 && (p.is(j+2, linked) || t.kind != numberKind && p.number(j+2)) {
			return false
		}
	}
	if hedged != nil {
		if v == 0 {
			return false
		}
		r.hedge, r.modality = hedged.before, hedged.modality
	}
	r.low.value, r.low.next, r.next = v, j+1, j+1
	if r.hedge.lower() || r.hedge.upper() {
		p.second(r)
	}
	return true
}

// moreThanUnit are the roles of a word that may be more, or other, than a number.
const moreThanUnit = roleHalf | roleQuarter | roleFraction | roleInverts | roleArticle | roleZero | roleTimes | roleScale |
	roleModal | roleBefore | roleFiller | roleBetween | roleUnknown | rolePair

// longestSubject is the most words that stand between a verb and its number.
const longestSubject = 10

// subject is the token after the subject of a verb, which stands between it and
// its number: تجاوز عدد القتلى 200. It is k if there is none.
func (p *phrase) subject(k int) int {
	if !p.is(k, roleFiller|roleMeasure|rolePeople) {
		return k
	}
	for i := k; i < len(p.toks) && i < k+longestSubject; i++ {
		if p.number(i) || p.is(i, roleNumber|roleQuantifier|roleUnknown|roleHalf|roleQuarter) {
			return i
		}
		if p.toks[i].kind != wordKind || p.is(i, roleClause|roleBefore|roleIncluding) {
			return k
		}
	}
	return k
}

// rest reads what follows the first amount of a phrase.
func (p *phrase) rest(r *reading, between bool) {
	k := r.next
	if k == len(p.toks) {
		return
	}
	const (
		joins = roleAnd | roleTo | rolePerhaps | roleAfter | roleClause | roleOf
		noun  = rolePeople | roleMeasure
	)
	if t := &p.toks[k]; t.kind != markKind && t.roles&joins == 0 && !p.lang.verbFinal {
		if t.roles&noun == 0 {
			return
		}
		if !between && p.any&(rolePerhaps|roleAfter) == 0 { // the common case
			if r.hedge.lower() || r.hedge.upper() {
				p.second(r)
			}
			return
		}
	}
	if p.revised && p.is(k, roleTo) {
		return
	}
	if between || p.lang.verbFinal {
		k = p.past(k, rolePeople)
	}
	if p.revised && p.is(k, roleTo) {
		return
	}
	if between && p.is(k, roleAnd|roleTo) || p.is(k, roleTo) && !p.is(k, roleBefore) || p.dash(k) {
		if p.to(r, k+1) {
			if r.next < len(p.toks) {
				p.after(r)
			}
			return
		}
	}
	k = r.next
	if p.mark(k, '(') && p.interval(r, k+1) {
		return
	}
	if p.perhaps(r, k) {
		return
	}
	p.after(r)
	if r.next > k && p.perhaps(r, r.next) { // 100-plus, perhaps 200
		return
	}
	if r.hedge.lower() || r.hedge.upper() {
		p.second(r)
	}
}

// after reads a hedge that follows its number, over a noun: "100 people or
// more", "100명 이상".
func (p *phrase) after(r *reading) {
	if p.any&roleAfter == 0 {
		return
	}
	noun := rolePeople | roleMeasure | roleOf
	if p.lang.verbFinal { // 100명을 넘는
		noun |= roleFiller
	}
	for {
		k := p.past(r.next, noun)
		if p.mark(k, '-') && p.adjoins(k) && p.adjoins(k+1) && p.is(k+1, roleAfter) {
			k++
		}
		if p.mark(k, ',') && p.is(k+1, roleAfter) {
			k++
		}
		if !p.is(k, roleAfter) || p.toks[k].kind == wordKind && !p.lang.verbFinal && p.amount(k+1).next > k+1 {
			return
		}
		w := p.sense(k)
		h := r.hedge.with(w.after)
		if h == 0 || p.mark(k, '+') && !p.adjoins(k) {
			return
		}
		r.hedge = h
		r.next = k + 1
	}
}

// past is the first token from k on, of few, that plays none of the roles.
func (p *phrase) past(k int, r role) int {
	for n := 0; n < 3 && p.is(k, r) && !p.is(k, roleAfter); n++ {
		k++
	}
	return k
}
