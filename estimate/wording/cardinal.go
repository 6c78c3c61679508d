package wording

import (
	"math"

	"github.com/openestimate/casualty/estimate"
)

const maxCount = estimate.MaxCount

const (
	roleNumber   = roleUnit | roleTimes | roleScale | roleCollective | rolePlural
	roleMultiple = roleTimes | roleScale | roleCollective | rolePlural | roleSuffix
	// goesOn are the roles of a word that may go on with the number before it, and linked
	// those of one that may after "and" or a hyphen.
	goesOn = roleNumber | roleSuffix | roleFraction | roleHalf | roleOrdinal | roleQuarter
	linked = goesOn | roleArticle | roleAnd
)

// cardinal reads the number at token i into a, which is zero: one in digits, words
// or both, as 1.2 million, two hundred and twelve, 삼천이백.
func (p *phrase) cardinal(i int, a *amount) {
	a.next = i
	if n, ok := p.single(i); ok {
		a.value, a.next = n, i+1
		return
	}
	p.longCardinal(i, a)
}

// longCardinal reads a number of more than one token into a, of which only next is
// set, to i.
func (p *phrase) longCardinal(i int, a *amount) {
	halves := p.any&(roleHalf|roleQuarter) != 0
	if halves && p.half(i, a) {
		return
	}
	s := sum{scaled: math.MaxInt64, below: math.MaxInt64, room: math.MaxInt64}
	end := i
	for j := i; j < len(p.toks); {
		k := p.link(&s, a, j)
		if k < 0 || !p.add(&s, a, k) {
			break
		}
		j = k + 1
		r := p.toks[k].roles
		if halves && r&roleMultiple != 0 {
			j = p.andHalf(&s, j)
		}
		end = j
		if r&(roleCollective|roleTimes|roleScale|roleUnit) == roleCollective {
			if w := p.sense(j + 1); w.roles&roleUnit != 0 && w.value < 20 && p.sense(k).before == exactly && p.sense(k).value == 20 && p.is(j, roleAnd) {
				s.total += w.value // three score and ten
				end = j + 2
			}
			break
		}
	}
	if end == i || s.empty() {
		*a = amount{next: i}
		return
	}
	// A dual noun or adjective says two again: جنديان اثنان, شخصان آخران.
	for s.total == 0 && s.hundreds == 0 && s.pending == 2 && p.dual(end) && (p.is(end-1, rolePeople) || p.is(end, rolePeople)) {
		end++
	}
	a.next = end
	if a.value, a.fault = s.value(); a.fault == NotWhole && s.total == 0 && s.hundreds == 0 {
		a.value, a.decimals = s.pending, s.decimals
	}
}

// dual reports whether token i is a two.
func (p *phrase) dual(i int) bool { return p.is(i, roleUnit) && p.sense(i).value == 2 }

// single is the number of token i where no other token belongs to it, which is
// the common case.
func (p *phrase) single(i int) (n int64, ok bool) {
	if uint(i) >= uint(len(p.toks)) {
		return 0, false
	}
	t := &p.toks[i]
	switch {
	case t.kind == numberKind && t.decimals == 0 && t.form&(tooLarge|strange) == 0:
		n = t.value
	case t.roles&roleUnit != 0 && t.roles&(roleHalf|roleQuarter|roleFraction|roleInverts|roleArticle|roleZero|roleTimes|roleScale) == 0:
		n = p.lang.senses[t.sense].value
	default:
		return 0, false
	}
	if i+1 == len(p.toks) {
		return n, true
	}
	next := &p.toks[i+1]
	if next.roles&goesOn != 0 || next.roles&roleAfter != 0 && p.is(i+2, roleMultiple) {
		return 0, false
	}
	if next.roles&roleAnd != 0 || next.value == -'-' {
		if p.is(i+2, linked) || t.kind != numberKind && p.number(i+2) {
			return 0, false
		}
	}
	return n, true
}
