package wording

// An amount is a number, or a vague word in place of one.
type amount struct {
	value int64 // of a vague word: its scale, to compare with others
	scale int64 // said before the number: тысяч пять
	next  int   // the token after it; the first if there is none
	vague bool  // a vague word of this quantifier, 0 for a plural
	quant term
	hedge hedge // said with the number: une centaine, человек двадцать
	fault Reason
	// Digits of value after the decimal sign: 1.2, before "and 1.5 million".
	decimals uint8
}

// amount is the amount at token i.
func (p *phrase) amount(i int) (a amount) {
	p.read(i, &a)
	return a
}

const (
	// roleAmount are the roles of a word that an amount may begin with, or what is
	// refused in the place of one.
	roleAmount = roleNumber | roleSuffix | roleArticle | roleQuantifier | roleZero | roleHalf | roleQuarter | roleFraction | roleOrdinal | roleInverts
	// roleCountable are those of a word after an article that begins one.
	roleCountable = roleTimes | roleScale | roleCollective | rolePlural | roleQuantifier | roleHalf | roleQuarter | roleFraction | roleOrdinal
)

// read reads the amount at token i into a, which is zero.
func (p *phrase) read(i int, a *amount) {
	a.next = i
	if uint(i) >= uint(len(p.toks)) {
		return
	}
	switch w := p.toks[i].roles & roleAmount; {
	case p.toks[i].kind == numberKind:
	case w == 0, w == roleArticle && !p.is(i+1, roleCountable):
		return
	}
	if n, ok := p.single(i); ok {
		a.value, a.next = n, i+1
		return
	}
	p.longAmount(i, a)
}

// longAmount reads an amount of more than one token into a, of which only next is
// set, to i.
func (p *phrase) longAmount(i int, a *amount) {
	w := p.roles(i)
	if w&roleInverts != 0 {
		if p.inverted(i, a); a.next > i {
			return
		}
	}
	switch {
	case w&rolePlural != 0 && !p.is(i-1, roleGenitive): // millones: 2 millones, or millones alone
		p.vagueAmount(i, a)
		return
	case p.number(i), w&(roleUnit|roleTimes|roleScale|roleCollective|roleHalf|roleQuarter) != 0:
	case w&roleArticle != 0:
		if p.is(i+1, roleQuantifier|rolePlural) && !p.is(i+1, roleCollective) {
			p.vagueAmount(i+1, a)
			return
		}
	case w&roleQuantifier != 0:
		p.vagueAmount(i, a)
		return
	case w&roleZero != 0 && (i == 0 || w&rolePeople == 0): // personne; une personne
		a.next = i + 1
		return
	}
	p.longCardinal(i, a)
	if p.any&(roleHalf|roleQuarter|roleFraction|roleOrdinal) != 0 {
		p.part(i, a)
	}
}

// part makes the amount at token i a fault if it is a fraction or ordinal.
func (p *phrase) part(i int, a *amount) {
	k := a.next
	if k == i {
		if p.is(k, roleArticle) {
			k++
		}
		if p.is(k, roleHalf|roleQuarter|roleFraction) {
			*a = amount{next: k + 1, fault: Fraction}
		} else if p.is(k, roleOrdinal) {
			*a = amount{next: k + 1, fault: Ordinal}
		}
		return
	}
	if p.mark(k, '-') && p.adjoins(k) && p.adjoins(k+1) {
		k++
	}
	if p.is(k, roleFraction|roleHalf|roleQuarter) && !p.is(k, roleOrdinal|roleScale) || p.is(k, roleFraction) && p.is(k+1, roleOf) {
		*a = amount{next: k + 1, fault: Fraction}
	} else if p.is(k, roleOrdinal) && (k > a.next || p.adjoins(k) || !p.number(k-1)) {
		*a = amount{next: k + 1, fault: Ordinal}
	}
}

// inverted reads a number that follows its noun, and so is approximate: человек
// двадцать, тысяч пять.
func (p *phrase) inverted(i int, a *amount) {
	if p.number(i-1) || p.is(i-1, roleGenitive|roleNumber|roleQuantifier) {
		return
	}
	var c amount
	if p.cardinal(i+1, &c); c.next == i+1 {
		return
	}
	w, scale := p.sense(i), int64(1)
	if w.roles&roleNumber != 0 {
		if !p.bare(c.next-1) || c.value >= w.value {
			return
		}
		scale = w.value
		c.value = mul(c.value, scale)
		if c.decimals == 1 && c.value%10 == 0 { // сотни полторы
			c.value, c.fault = c.value/10, 0
		}
	}
	if c.fault == 0 {
		a.value, a.scale, a.next, a.hedge = c.value, scale, c.next, about
	}
}

// vagueAmount reads several hundred, dozens, tens of thousands, a couple of dozen.
func (p *phrase) vagueAmount(i int, a *amount) {
	a.next = i
	v := int64(1)
	var quant term
	if p.is(i, roleQuantifier) {
		quant = p.sense(i).term
		v = max(v, p.sense(i).value) // кількасот
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
	a.value, a.vague, a.quant = v, true, quant
	if a.term() == "" {
		a.fault = Unread
	}
}

// term is a vague word in English, as the conventions know it.
func (a *amount) term() string {
	if a.quant == many && a.value == 1 {
		return "many"
	}
	for i, n := range scales {
		if n == a.value {
			return terms[a.quant][i]
		}
	}
	return ""
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
