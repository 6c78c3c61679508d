// Package estimate holds what was said about a death toll: the quantity in its
// own words, what it measures, over whom, where and when, who said it, and by
// which hands it reached us.
//
// The central types are values. An Estimate is one measure of one statement; a
// Set is a collection of them with the reference data they name, and is also
// the JSON estimates file. Nothing here computes an answer: package reconcile
// does.
//
// Counts are whole people. An absent field means "not stated", never zero.
package estimate
