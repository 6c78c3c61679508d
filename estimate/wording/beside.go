package wording

// beside says what a number counts or names instead of people, by the words that
// stand next to it; "" if nothing speaks against people.
func (p *phrase) beside(i int, r *reading) Reason {
	first := i
	for i < r.next && !p.number(i) && !p.is(i, roleNumber|roleArticle|roleQuantifier|roleZero|roleUnknown|roleHalf|roleQuarter) {
		i++
	}
	if p.apart(first, i, r.next) {
		return 0
	}
	return p.against(first, i, r)
}

// against is what beside says of the number at token i, whose hedges begin at token
// first, if it is not apart.
func (p *phrase) against(first, i int, r *reading) Reason {
	const counted = rolePeople | roleMeasure
	end := r.next
	if why := p.ahead(i, end); why != 0 {
		return why
	}
	before, prev, next := p.roles(first-1), p.roles(i-1), p.roles(end)
	if (prev|next)&roleTo != 0 && p.odds(i, end) {
		return OtherCount
	}
	if next&counted == 0 && (first < i || p.any&roleLabel != 0) && p.aged(first, i) {
		return Age
	}
	if p.entire(first, end) {
		return OtherCount
	}
	if p.is(i, roleUnit) && next&(roleOf|roleOutOf|roleIncluding) != 0 && p.instance(first, i, end) ||
		before&roleBreak != 0 && p.is(i, roleMultiple) && p.is(first-2, roleOutOf) && p.is(first-2, roleYear) { // by the thousand
		return OtherCount
	}
	if first < i && before&roleLabel != 0 { // aged about 40
		if why := p.sense(first - 1).reason; why != 0 {
			return why
		}
	}
	if why := p.behind(end); why != 0 && !(next&rolePeople != 0 && next&roleOthers != 0 && (p.befell(first-1) || p.among(first-1) || p.befell(end+1))) {
		return why
	}
	if r.form == span && prev&roleBetween != 0 && p.written(i, 1000, 2100) && p.written(end-1, 1000, 2100) && next&(counted|roleFiller) == 0 {
		return Year
	}
	if !p.yearly(i) || i+1 != end && !p.yearly(end-1) {
		return 0
	}
	switch {
	case i+1 == end && p.yearly(i-2) && (prev&(roleAnd|roleTo) != 0 || p.mark(i-1, ',')) && (next&counted == 0 || p.is(i-3, roleYear) && next&rolePeople == 0): // in 2020 and 2021
		return Year
	case prev&roleYear != 0 && !(prev&(roleOf|roleBefore) != 0 && next&counted != 0), r.form == span && next&counted == 0:
		return Year
	case end < len(p.toks) && p.toks[end].kind == wordKind && p.toks[end].sense == 0 && prev&(roleMeasure|roleBefore) == 0:
		return Year
	}
	return 0
}

// entire reports whether the count between tokens first and end is of all those of whom
// only some are a toll, by what stands before it: "half of the 80", "a patrol of 30",
// "freed all 25", "the town's 35,000".
func (p *phrase) entire(first, end int) bool {
	const shares = roleFraction | roleHalf | roleQuarter
	before := p.roles(first - 1)
	if p.any&shares != 0 && (p.shared(first, end) || before&roleBreak != 0 && p.is(first-2, roleFraction) && p.lang.analytic && !p.befallen(end)) { // half of its 800
		return true
	}
	if before&roleOf != 0 && p.base(first, end) {
		return true
	}
	if p.any&roleSpared != 0 {
		m := p.sense(end).measure
		if before&roleFiller != 0 && m != bodies && p.freed(first-1) || before&roleAnd != 0 && m == captured && p.is(end, rolePeople) && p.freedToo(first-2) {
			return true
		}
	}
	return p.any&roleForward != 0 && first > 2 && p.possessive(first-1) && p.populace(first, end)
}

// apart reports whether nothing beside the number at token i may speak against people:
// what stands before it and before its hedges, which begin at token first, says nothing
// of numbers, and one for people or a measure stands after it, at token end. That is
// the common case, in which all that beside looks for is not there.
func (p *phrase) apart(first, i, end int) bool {
	const (
		ahead   = roleSpeaks &^ (roleAnd | roleTo) // which speak of a number without a noun
		hedged  = roleOf | roleLabel
		shares  = roleFraction | roleOutOf | roleSpared
		behind  = roleOf | roleOutOf | roleIncluding | roleCurrency | roleFraction | roleMonth | roleOthers | roleInFraction | roleBefore | roleEarlier
		counted = rolePeople | roleMeasure
		often   = roleOthers | roleBreak // a day
	)
	if end >= len(p.toks) || p.lang.verbFinal || p.any&(roleFraction|roleHalf|roleQuarter) != 0 {
		return false
	}
	t, next := &p.toks[i], &p.toks[end]
	if t.form&strange != 0 || next.kind != wordKind || next.roles&counted == 0 || next.roles&behind != 0 || next.adjoins() {
		return false
	}
	if end+1 < len(p.toks) {
		if after := &p.toks[end+1]; after.value == -'-' || after.roles&rolePeople != 0 || after.roles&often == often || after.roles&roleOthers != 0 && next.roles&roleMeasure != 0 {
			return false
		}
	}
	if i > 0 {
		prev := &p.toks[i-1]
		if prev.roles&ahead != 0 || p.any&roleForward != 0 && p.possessive(i-1) || prev.sense == 0 && prev.form&capital != 0 || t.adjoins() {
			return false
		}
		if (prev.kind != wordKind || prev.roles&(roleYear|roleAnd|roleTo) != 0) && (prev.value != -',' && prev.kind != wordKind || p.yearly(i)) {
			return false
		}
	}
	before := p.roles(first - 1)
	return before&hedged == 0 && (before&(roleBreak|roleFiller|roleAnd) == 0 || p.any&shares == 0)
}

// populace reports whether the count between tokens first and end is of all those among
// whom something happened: "deaths among the town's 35,000 residents".
func (p *phrase) populace(first, end int) bool {
	k := first - 3 // the noun before 's
	for n := 0; n < 3 && k >= 0 && p.toks[k].kind == wordKind && !p.is(k, roleForward); n++ {
		k--
	}
	return p.is(k, roleForward) && !p.is(k, roleMeasure) && !p.befallen(end)
}

// odds reports whether the number between tokens i and end is one of a ratio to one:
// "losses of 10 to 1".
func (p *phrase) odds(i, end int) bool {
	one := func(k int) bool {
		return p.number(k) && p.toks[k].value == 1 && p.toks[k].decimals == 0 || p.is(k, roleUnit) && p.sense(k).value == 1
	}
	if p.revised || !p.lang.analytic {
		return false
	}
	if p.is(end, roleTo) {
		return one(end+1) && !one(i) && !p.is(end+2, rolePeople|roleMeasure)
	}
	return p.is(i-1, roleTo) && end == i+1 && one(i) && !p.is(end, rolePeople|roleMeasure) && (p.number(i-2) || p.is(i-2, roleUnit)) && !one(i-2)
}

// befell reports whether what befell those counted is said from token k on: "were
// killed". It tells rescuers who are a toll from those at work.
func (p *phrase) befell(k int) bool {
	for p.is(k, roleBreak) {
		k++
	}
	return p.is(k, roleMeasure) && p.sense(k).measure != deployed
}

// among reports whether what stands up to token k makes a count a part of the one
// before: "among whom were".
func (p *phrase) among(k int) bool {
	for p.is(k, roleFiller) {
		k--
	}
	return p.is(k, roleIncluding)
}

// freed reports whether a verb of those who are no toll stands before the fillers that
// end with token k: "freed all 25".
func (p *phrase) freed(k int) bool {
	for p.is(k, roleFiller) && !p.is(k, roleSpared|roleBe) {
		k--
	}
	return p.is(k, roleSpared) && !p.is(k-1, roleBe)
}

// freedToo reports whether the count that ends with token k is of those set free, whom
// the next is joined to: "the release of 33 hostages and 1,900 prisoners".
func (p *phrase) freedToo(k int) bool {
	for end := k - 6; k > end && (p.number(k) || p.is(k, rolePeople|roleFiller|roleBefore|roleNumber)) && !p.is(k, roleSpared); k-- {
	}
	return p.is(k, roleSpared)
}

func otherwise(w *sense) Reason {
	if w.reason != 0 {
		return w.reason
	}
	return OtherCount
}

// yearly reports whether token i is written as a year is.
func (p *phrase) yearly(i int) bool { return p.written(i, 1800, 2100) }

// written reports whether token i is digits without groups, of a value from low up to
// high.
func (p *phrase) written(i int, low, high int64) bool {
	if !p.number(i) {
		return false
	}
	t := &p.toks[i]
	return t.form&(grouped|strange) == 0 && t.decimals == 0 && low <= t.value && t.value < high
}
