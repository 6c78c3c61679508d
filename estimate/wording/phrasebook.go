package wording

import "strings"

// addIdioms parses the English hedges before a number, what stands after one, and
// the vague words.
func (x *lexicon) addIdioms() {
	x.idioms = make(idioms, 1<<13)
	for _, t := range x.langs {
		if t.language != &english {
			continue
		}
		for _, g := range t.words {
			for phrase := range strings.SplitSeq(g.phrases, ",") {
				x.addIdiom(t, g.sense.roles, strings.TrimSpace(phrase))
			}
		}
		for _, ten := range []string{"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"} {
			for _, one := range []string{"one", "two", "three", "four", "five", "six", "seven", "eight", "nine"} {
				x.addAlone(t, ten+"-"+one)
			}
		}
		for _, many := range []string{"tens", "hundreds"} {
			x.addAlone(t, many+" of thousands")
			x.addAlone(t, many+" of millions")
		}
	}
}

func (x *lexicon) addIdiom(t *tables, r role, phrase string) {
	if r&(roleBefore|roleModal) != 0 {
		x.addBefore(t, phrase+" ")
	}
	if r&roleBetween != 0 {
		x.addBetween(t, phrase+" ")
	}
	if r&(rolePlural|roleUnit) != 0 {
		x.addAlone(t, phrase)
	}
	if r&(roleSuffix|roleAfter) != 0 {
		x.addAfter(t, phrase)
	}
	if r&(roleScale|roleCollective|roleAfter|rolePeople|roleMeasure) != 0 {
		x.addAfter(t, " "+phrase)
	}
	if r&roleQuantifier != 0 {
		for _, scale := range []string{"", " dozen", " hundred", " thousand", " million"} {
			x.addAlone(t, phrase+scale)
			x.addAlone(t, "a "+phrase+scale)
			x.addAlone(t, "a "+phrase+" of"+scale)
		}
	}
}

// idiomatic reads a text as the parser does; r.fault says that it is no plain
// amount.
func (x *lexicon) idiomatic(t *tables, text string) (r reading) {
	var tokens [16]token
	s := splitter{text: text, lex: x, whole: true}
	p := phrase{text: text, lang: t}
	p.toks, p.any = t.resolve(s.sentence(tokens[:0], maxTokens), &s.seen)
	if f := p.whole(&r); f.reason != 0 || r.form != plain {
		r.fault = Unread
	}
	return r
}

func (x *lexicon) addBefore(t *tables, text string) {
	k, n := idiomBefore(text)
	r := x.idiomatic(t, text+"7")
	if n != len(text) || n > maxIdiom || r.fault != 0 || r.low.vague || r.low.value != 7 {
		return
	}
	if s := x.idiomatic(t, text+"8 people"); s.fault == 0 && s.hedge == r.hedge { // not "may 8 people"
		x.addReading(k, &r, 0)
	}
}

func (x *lexicon) addBetween(t *tables, text string) {
	k, n := idiomBefore(text)
	r := x.idiomatic(t, text+"7 and 9")
	if n == len(text) && n <= maxIdiom && r.form == span && r.low.value == 7 && r.high.value == 9 && r.hedge == 0 && r.modality == 0 {
		*x.idioms.slot(k) = idiom{key: k, between: true}
	}
}

func (x *lexicon) addAlone(t *tables, text string) {
	k, n := idiomBefore(text)
	r := x.idiomatic(t, text)
	if n == len(text) && n <= maxIdiom && r.fault == 0 {
		x.addReading(k, &r, r.low.value)
	}
}

func (x *lexicon) addAfter(t *tables, text string) {
	if len(text) > maxIdiom {
		return
	}
	r := x.idiomatic(t, "7"+text)
	if r.fault != 0 || r.low.vague || r.low.value%7 != 0 || r.low.value == 0 {
		return
	}
	// The same words may belong together in another way after a hedge.
	if s := x.idiomatic(t, "some 8"+text); s.fault != 0 || s.low.value/8 != r.low.value/7 {
		return
	}
	x.addReading(idiomAfter(text), &r, r.low.value/7)
}

func (x *lexicon) addReading(k key, r *reading, value int64) {
	*x.idioms.slot(k) = idiom{key: k, value: value, vague: r.low.vague, quant: r.low.quant, hedge: r.hedge, modality: r.modality}
}
