package wording

// whole reads the phrase from its first token to its last into r, which is zero.
func (p *phrase) whole(r *reading) fault {
	i := 0
	if len(p.toks) > 1 && p.toks[0].kind == wordKind && p.is(0, roleAnd) && !p.is(0, roleBefore) && p.adjoins(1) {
		i++ // وما لا يقل عن
	}
	for i < len(p.toks) && !p.is(i, roleModal|roleBefore|roleBetween|roleNumber|roleUnknown|roleZero) &&
		(p.is(i, roleFiller|rolePeople|roleMeasure) || p.quote(i) || p.mark(i, ':')) &&
		!(p.is(i, roleInverts) && p.amount(i).next > i) {
		i++
	}
	p.quantity(i, r)
	if r.next == i {
		return p.explain(i, r)
	}
	end := r.next
	if i > 0 || end < len(p.toks) || r.form == span || p.toks[0].form&strange != 0 {
		if f := p.beside(i, r); f != 0 {
			return p.fault(f, i, end)
		}
	}
	for end < len(p.toks) && (p.is(end, rolePeople|roleMeasure|roleFiller|roleOf|roleModal) || p.lang.verbFinal && p.is(end, roleClause) || p.quote(end) || p.mark(end, '.') || p.mark(end, ',')) {
		if p.is(end, roleModal) {
			r.modality = max(r.modality, p.sense(end).modality)
		}
		end++
	}
	if end < len(p.toks) {
		return p.explain(end, r)
	}
	return fault{}
}

// longestShare is the most words that stand between a share and its whole.
const longestShare = 6

// shared reports whether the count between tokens first and end is the whole of which
// a share is said before it: "a tenth of the town's 40,000", "la moitié des 120".
func (p *phrase) shared(first, end int) bool {
	const between = roleFiller | roleArticle | roleBreak | roleOf | roleOutOf | rolePeople | roleOthers | roleYear | roleBefore | roleTo | roleBetween
	if p.is(first-1, roleOthers) && !p.lang.oneFollows || p.is(first-1, roleMonth) {
		return false // in the second half of the month 40 died
	}
	joined := p.lang.oneFollows // by no word in Arabic: نصف الركاب
	for k := first - 1; k >= 0 && k >= first-1-longestShare; k-- {
		t := &p.toks[k]
		switch {
		case t.roles&(roleFraction|roleHalf|roleQuarter) != 0:
			if p.is(k-1, roleOrdinal) || p.is(k, roleOrdinal) && p.is(k-1, roleBreak) { // the second half, the third of
				return false
			}
			return (joined || t.end-t.start > 6) && !p.suffering(end) && !p.anyOf(end, end+3, roleSays)
		case t.kind == markKind && p.mark(k, '\'') && p.adjoins(k): // the town's
		case t.kind != wordKind, t.roles&(roleMeasure|roleBe|roleRelative|roleClause) != 0, t.roles&^between != 0:
			return false
		}
		joined = joined || t.roles&(roleOf|roleOutOf) != 0
	}
	return false
}

// suffering reports whether those counted before token k are named by what befell them,
// so that the whole of a share is a count too: half of the 80 wounded.
func (p *phrase) suffering(k int) bool {
	if p.lang.analytic {
		return p.befallen(k) && !p.is(k, roleVerb)
	}
	for end := k + 2; k < end && k < len(p.toks) && p.toks[k].kind == wordKind && p.toks[k].roles&^rolePeople == 0; k++ {
	}
	return p.is(k, roleMeasure) && p.is(k, rolePeople)
}

func (p *phrase) quote(i int) bool {
	if uint(i) >= uint(len(p.toks)) {
		return false
	}
	switch -p.toks[i].value {
	case '"', '\'', '(', ')':
		return true
	}
	return false
}

// A fault is why a phrase could not be read, and the bytes it stands on.
type fault struct {
	reason Reason
	at, to int
}

func (p *phrase) fault(why Reason, i, next int) fault {
	if i >= len(p.toks) {
		return fault{why, len(p.text), len(p.text)}
	}
	return fault{why, p.start(i), p.end(max(next-1, i))}
}

// explain says why the phrase is no count: what its first number is instead, or
// else the place that is not understood.
func (p *phrase) explain(i int, r *reading) fault {
	if r.fault != 0 {
		return p.fault(r.fault, r.at, r.at+1)
	}
	some := false
	for j := range p.toks {
		a := p.amount(j)
		if a.next == j {
			continue
		}
		if a.fault != 0 {
			return p.fault(a.fault, j, a.next)
		}
		some = true
		if why := p.beside(j, &reading{low: a, high: a, next: a.next}); why != 0 {
			return p.fault(why, j, a.next)
		}
	}
	if !some {
		return p.fault(NoNumber, min(i, len(p.toks)-1), 0)
	}
	return p.fault(Unread, i, i+1)
}
