package wording

import "github.com/openestimate/casualty/estimate"

// A language is data: words and phrases with what they mean, and a few facts of
// its grammar. The parser is one for all.
type language struct {
	code, name string
	words      []group

	// decimalComma: a comma before three digits is a decimal, never a group.
	decimalComma bool
	// pointGroups: a point before three digits is a group even before a scale,
	// as in 1.200 millones.
	pointGroups bool
	// andTens: "and" may stand between tens and units, as in Spanish.
	andTens bool
	// unitsFirst: five-and-twenty, as in Arabic.
	unitsFirst bool
	// vigesimal: sixty and eighty take eleven to nineteen, as in French.
	vigesimal bool
	// oneFollows: the numeral one stands after its noun, as in Arabic.
	oneFollows bool
	// verbFinal: the verb of a clause, with how firmly it is said and whether it is
	// denied, stands last, and particles stand between a number and what goes with
	// it, as in Korean.
	verbFinal bool
	// analytic: the place of words and small words between them, not endings, tell what
	// belongs to what, as in English: a number after a noun with its article and "of" is
	// the size of what the noun names, a noun may say of which kind the next is, and
	// "were" before a verb says that it is suffered.
	analytic bool
	// counters and particles are written together with what they follow.
	counters, particles []group
	// proclitics are written together with the word they stand before, and so is
	// the definite article, which leaves no token.
	proclitics []string
	article    string
}

// A group is phrases with one meaning, separated by commas. Case, accents and
// vowel marks do not matter; a phrase is split into words as running text is.
type group struct {
	sense   sense
	phrases string
}

// A role is a part that a word can play in a phrase. A word may have several,
// and the place decides.
type role uint64

// Those asked for most, and all that a count may begin with, come first: a test of 31 bits
// is shorter than one of 64.
const (
	roleUnit         role = 1 << iota // adds its value: three, twenty, двести
	roleTimes                         // multiplies the digits before it within a group: hundred, 백
	roleScale                         // multiplies the whole group before it: thousand, million, 만
	roleCollective                    // a number noun, counted itself: dozen, score, сотня
	rolePlural                        // a vague plural by itself: dozens, hundreds
	roleQuantifier                    // several, few, couple, handful, many
	roleArticle                       // a, an, une
	roleAnd                           // joins parts of a number, or phrases
	roleOf                            // "of" in "hundreds of thousands", "a couple of"
	roleHalf                          // half: half a dozen, and a half
	roleQuarter                       // quarter: a quarter of a million
	roleBefore                        // a hedge before its number
	roleModal                         // could have, possibly, likely
	roleBetween                       // opens a range: between, from
	roleTo                            // joins a range: to, or, through
	roleZero                          // no one, nobody
	roleUnknown                       // an unknown number
	roleFiller                        // says nothing of the number: a total of, the
	roleFraction                      // third, percent: needs its whole
	roleOrdinal                       // first, 47th
	rolePeople                        // those counted: people, soldiers, bodies
	roleOthers                        // counted, but not the toll: survivors, tanks, days
	roleMeasure                       // says the measure: killed, missing
	roleYear                          // before a year: in, since
	roleClause                        // begins a clause: but, while, saying
	roleOutOf                         // before the whole of which the number is a part
	roleBreak                         // with a filler, ends a noun phrase: the, were, as
	roleBe                            // were, been: the measure after it is suffered, not done
	roleDigits                        // a number in digits; of a token, never of a word
	roleInverts                       // a counted noun: a number after it is approximate
	rolePair                          // two numbers in one word: 두세, the 이삼 of 이삼십
	roleAfter                         // a hedge after its number: or more, +
	rolePerhaps                       // joins a range with a possible high end: if not, possibly
	roleSuffix                        // scale written to the digits: k, m, bn
	roleMonth                         // January
	roleCurrency                      // money
	roleLabel                         // names what follows by number: page, flight, brigade
	roleDenial                        // denies what follows: denied, rejected claims that
	roleUntrue                        // denies what stands before: false, untrue
	roleEarlier                       // marks what follows as superseded: down from
	roleIncluding                     // what follows is part of what stands before
	roleRises                         // "from N to M" after it is a revision: rose
	roleNot                           // negates the measure after it: not, without
	roleAbbreviation                  // a full stop after it ends no sentence
	roleInterval                      // confidence interval
	roleInFraction                    // "in", "out of": one in five
	roleForward                       // the measure after it counts what follows: among; of a verb, itself
	roleGenitive                      // governs the genitive: a plural after it may be a singular
	roleEnding                        // the ending of a cardinal in digits: 5-ти
	roleThat                          // a comma before it ends no clause: что
	roleDual                          // a scale that is two of itself where it is not counted: ألفان
	roleConstruct                     // as roleDual, but only straight before its noun: ألفا جندي
	roleVerb                          // a hedge whose subject may follow it: تجاوز عدد القتلى 200; a measure that is done, not suffered: died
	roleSole                          // a numeral of one syllable that may stand alone before its counter: 한, 백
	roleNoun                          // a numeral that needs no counter: 둘, 다섯
	roleRate                          // says how often: a day, every year
	roleSays                          // a verb of saying: Israel says
	roleSpared                        // befell those who are no toll: freed, survived
	roleRelative                      // begins a clause that says more of the noun before it: who, that
	roleForces                        // a verb that leaves its measure to a complement: forced N from their homes
	roleComplement                    // that complement
	roleIf                            // begins a condition or a question; of an auxiliary, where it stands first
	roleDoubt                         // says how firmly it is said; of any sense with a modality
)

// A sense is what a phrase means: the roles it can play, and for each what it
// says in that role.
type sense struct {
	roles    role
	value    int64 // unit, times, scale, collective, plural
	term     term  // plural, quantifier: the word in English
	before   hedge
	after    hedge
	modality modality
	measure  measure
	reason   Reason // why a number beside it is not a count
}

// merge adds the roles of t to s. A table test keeps two meanings of one word
// from saying different things in one role.
func (s sense) merge(t sense) sense {
	s.roles |= t.roles
	s.value = max(s.value, t.value)
	s.term = max(s.term, t.term)
	s.before, s.after = max(s.before, t.before), max(s.after, t.after)
	s.modality = max(s.modality, t.modality)
	s.measure = max(s.measure, t.measure)
	s.reason = max(s.reason, t.reason)
	return s
}

// The small closed sets a sense points into.
type (
	hedge    uint8
	modality uint8
	measure  uint8
	term     uint8
)

const (
	exactly hedge = iota + 1
	about
	nearly
	atLeast
	moreThan
	atMost
	fewerThan
)

var hedges = [...]estimate.Hedge{"", estimate.HedgeExact, estimate.HedgeApproximately, estimate.HedgeNearly,
	estimate.HedgeAtLeast, estimate.HedgeMoreThan, estimate.HedgeAtMost, estimate.HedgeFewerThan}

const (
	possible modality = iota + 1
	likely
	highlyLikely
)

var modalities = [...]estimate.Modality{"", estimate.Possible, estimate.Likely, estimate.HighlyLikely}

const (
	killed measure = iota + 1
	wounded
	missing
	captured
	killedOrWounded
	killedOrMissing
	irrecoverable
	totalLosses
	losses
	bodies
	excess
	displaced
	deployed
)

var measures = [...]estimate.Measure{"", estimate.Killed, estimate.Wounded, estimate.Missing, estimate.Captured,
	estimate.KilledOrWounded, estimate.KilledOrMissing, estimate.IrrecoverableLoss, estimate.TotalLosses,
	estimate.Losses, estimate.BodiesRecovered, estimate.ExcessDeaths, estimate.Displaced, estimate.Deployed}

// Quantifiers. A term is a quantifier with a scale, or a plural.
const (
	couple term = iota + 1
	few
	several
	handful
	many
)

// Senses, as the tables write them.

func unit(n int64) sense       { return sense{roles: roleUnit, value: n} }
func times(n int64) sense      { return sense{roles: roleTimes, value: n} }
func scale(n int64) sense      { return sense{roles: roleScale, value: n} }
func collective(n int64) sense { return sense{roles: roleCollective, value: n} }

// A number noun that is round by nature when it stands alone, as une centaine,
// and one that is a number only when it is counted, as score.
func round(n int64) sense   { return sense{roles: roleCollective, value: n, before: about} }
func counted(n int64) sense { return sense{roles: roleCollective, value: n, before: exactly} }

func plural(n int64) sense    { return sense{roles: rolePlural, value: n} }
func suffix(n int64) sense    { return sense{roles: roleSuffix, value: n} }
func quantifier(t term) sense { return sense{roles: roleQuantifier, term: t} }
func before(h hedge) sense    { return sense{roles: roleBefore, before: h} }
func after(h hedge) sense     { return sense{roles: roleAfter, after: h} }
func modal(m modality) sense  { return sense{roles: roleModal, modality: m} }
func counts(m measure) sense  { return sense{roles: roleMeasure, measure: m} }
func as(r role) sense         { return sense{roles: r} }

// The word for one number or another, each below ten: 두세.
func pair(low, high int64) sense { return sense{roles: rolePair | roleSole, value: 10*low + high} }

// A sense that plays further roles.
func (s sense) and(r role) sense { s.roles |= r; return s }

func not(r Reason) sense { return sense{roles: roleOthers, reason: r} }

// A sense with what a number beside it is if it is no count: "over", an age.
func (s sense) of(r Reason) sense { s.reason = r; return s }

// governing is a hedge before a number that takes the genitive.
func governing(h hedge) sense { return sense{roles: roleBefore | roleGenitive, before: h} }

// oneAndHalf multiplies what follows: полтора миллиона.
var oneAndHalf = sense{roles: roleUnit | roleHalf, value: 1}
