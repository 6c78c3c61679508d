package wording

// An amount is a number, or a vague word in place of one.
type amount struct {
	value int64  // of a vague word: its scale, to compare with others
	term  string // the vague word in English; "" for a number
	next  int    // the token after it; the first if there is none
	about bool
	fault Reason
}

// amount reads the amount at token i.
func (p *phrase) amount(i int) amount {
	w := p.sense(i)
	switch {
	case p.number(i), w.roles&(roleUnit|roleTimes|roleScale|roleCollective|roleHalf|roleQuarter) != 0:
	case w.roles&roleArticle != 0:
		if p.is(i+1, roleQuantifier|rolePlural) && !p.is(i+1, roleCollective) {
			return p.vague(i + 1)
		}
	case w.roles&roleQuantifier != 0, w.roles&rolePlural != 0:
		return p.vague(i)
	case w.roles&roleZero != 0:
		return amount{next: i + 1}
	}
	c := p.cardinal(i)
	a := amount{value: c.value, next: c.next, about: c.about, fault: c.fault}
	if a.next == i {
		k := i
		if p.is(k, roleArticle) {
			k++
		}
		if p.is(k, roleHalf|roleQuarter|roleFraction) {
			return amount{next: k + 1, fault: Fraction}
		}
		if p.is(k, roleOrdinal) {
			return amount{next: k + 1, fault: Ordinal}
		}
		return a
	}
	k := a.next
	if p.mark(k, '-') && p.adjoins(k) && p.adjoins(k+1) {
		k++
	}
	if p.is(k, roleFraction|roleHalf) && !p.is(k, roleOrdinal|roleScale) || p.is(k, roleFraction) && p.seen&roleOf != 0 {
		return amount{next: k + 1, fault: Fraction}
	}
	if p.is(k, roleOrdinal) && (k > a.next || p.adjoins(k) || !p.number(k-1)) {
		return amount{next: k + 1, fault: Ordinal}
	}
	return a
}

// vague reads several hundred, dozens, tens of thousands, a couple of dozen.
func (p *phrase) vague(i int) amount {
	a := amount{next: i}
	v := int64(1)
	var quant term
	if p.is(i, roleQuantifier) {
		quant = p.sense(i).term
		i++
		a.next = i
	}
	for {
		k := i
		if p.is(k, roleOf) {
			k++
		}
		if p.is(k, roleArticle) && !p.is(k, roleQuantifier) {
			k++
		}
		if !p.is(k, roleTimes|roleScale|roleCollective|rolePlural) || k > i && v == 1 && quant == 0 {
			break
		}
		w := p.sense(k)
		// "dozens and dozens", not a product
		if v > 1 && w.value < v && w.value < 1000 {
			break
		}
		v = mul(v, w.value)
		i = k + 1
		a.next = i
	}
	a.value = v
	if a.term = termName(quant, v); a.term == "" {
		a.fault = Unread
	}
	return a
}

// termName is a vague word in English, as the conventions know it.
func termName(q term, scale int64) string {
	if q == many && scale == 1 {
		return "many"
	}
	i := -1
	for k, n := range scales {
		if n == scale {
			i = k
		}
	}
	if i < 0 {
		return ""
	}
	return terms[q][i]
}

var scales = [...]int64{1, 10, 12, 20, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9}

// terms names each quantifier with each scale; the first row is the plurals
// alone.
var terms = [...][len(scales)]string{
	0: {"", "tens", "dozens", "scores", "hundreds", "thousands", "tens of thousands", "hundreds of thousands",
		"millions", "tens of millions", "hundreds of millions", "billions"},
	couple: {"couple", "couple ten", "couple dozen", "couple score", "couple hundred", "couple thousand", "couple ten thousand",
		"couple hundred thousand", "couple million", "couple ten million", "couple hundred million", "couple billion"},
	few: {"few", "few ten", "few dozen", "few score", "few hundred", "few thousand", "few ten thousand",
		"few hundred thousand", "few million", "few ten million", "few hundred million", "few billion"},
	several: {"several", "several ten", "several dozen", "several score", "several hundred", "several thousand", "several ten thousand",
		"several hundred thousand", "several million", "several ten million", "several hundred million", "several billion"},
	handful: {"handful", "handful ten", "handful dozen", "handful score", "handful hundred", "handful thousand", "handful ten thousand",
		"handful hundred thousand", "handful million", "handful ten million", "handful hundred million", "handful billion"},
	many: {"many", "many tens", "many dozens", "many scores", "many hundreds", "many thousands", "many tens of thousands",
		"many hundreds of thousands", "many millions", "many tens of millions", "many hundreds of millions", "many billions"},
}
