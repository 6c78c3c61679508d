// Package wording reads what officials and journalists write of a number of
// people, as an [estimate.Quantity], and writes it back.
//
// [Reader.Parse] reads a whole phrase: "no fewer than 12", "could have surpassed
// 200", "3-5 thousand", "hundreds, possibly thousands", "щонайменше 100". It
// keeps apart what the words entail and what they leave open: ends, whether an
// end itself is excluded, the hedge, how firmly it is said, and the words. A vague
// word stays a word in Bound.Term, in English whatever the language ("кілька
// сотень" is "several hundred"), for an estimate.Convention to read. A bare round
// number is not widened.
//
// [Reader.Scan] finds the counts of a toll in running text, each with its place
// and what it counts; [Reader.Numbers] every number phrase, whatever it counts.
// [Format] writes a Quantity in English; what Parse reads of it says the same.
//
// What is no count of people is refused with a [Reason]: a fraction or percentage,
// which needs its whole, an ordinal, a date, a time of day, a length of time, an
// age, money, a measurement, a designation, a count of something else.
//
// # Languages
//
// English is read as fully as rules allow. Ukrainian, Russian, Korean, Spanish,
// French and Arabic are read for their common hedges, number words, scales and
// vague words, in the cases, genders and clitics in which these occur, because
// the origin of a statement is rarely English. A language is a table of phrases
// with what they mean, and a few facts of its grammar; the parser is one. Case,
// accents, vowel marks, direction marks, full-width letters and the digits of
// Arabic and Persian make no difference.
//
// A phrase is read in the first language, of those asked for, that knows all its
// words; a sentence in the one that knows most of them.
//
// # Limits
//
// It reads by rule, from the words of one phrase or sentence. A measure that only
// another sentence says is not found; nor is irony. A phrase has at most 256 words
// and marks, and a longer sentence is read in pieces, so that any input takes time
// in proportion to its length. Nothing is allocated but for an error or a phrase
// of over 12 words and marks.
package wording
