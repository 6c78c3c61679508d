// Package reconcile says what range the statements of several sources support,
// whether they disagree at all, and if so why, by how each source counts.
//
// A Reconciler takes an estimate.Set through one pass, each stage a function of
// the one before, each in a file of its own:
//
//	estimates -> roots -> questions -> pairs -> answers -> findings -> Result
//
// A root is one original statement, however many relays carry it. Roots that
// count the same thing share a question; an answer gives the floor nobody
// disputes, a ceiling or none, a best figure or none, and a ladder of what else
// must be accepted to go higher. Pairs relate roots two by two; findings are
// what a careful reader would remark on. Every assumption used stands in the
// Result, named and replaceable; removing it removes whatever rests on it.
//
// No rule says who is wrong, and no number appears that nobody said, save the
// sum of parts given in one statement, and conversions of one measure to another
// that name their assumption and feed no answer.
//
// Beside the Result, Explain shows how two estimates were related, step by step;
// WhatIf what the answers hang on and what would settle most; Timeline one
// question through the dates of publication; and Diff what changed between two
// Results, and because of which statement.
//
// The cost grows with the square of the roots of one event, for every two are
// related.
package reconcile
