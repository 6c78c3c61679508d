package reconcile

import (
	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/source"
)

// A Reading says whose words count: the origin's, or those last printed.
type Reading string

const (
	Origin    Reading = "origin"    // the words of the origin; the default
	Published Reading = "published" // all relays applied in order, each replacing the fields it states
)

// Readings returns the accepted words.
func Readings() []Reading { return []Reading{Origin, Published} }

// Validate returns a *source.WordError for a word outside the vocabulary.
func (r Reading) Validate() error { return source.Check("reading", r, Readings()) }

// words are the fields of a statement that a relay can change.
type words struct {
	measure  estimate.Measure
	quantity estimate.Quantity
	scope    estimate.Scope
}

// after returns w as hop h printed it.
func (w words) after(h *estimate.Hop) words {
	if h.Measure != "" {
		w.measure = h.Measure
	}
	switch {
	case !h.Quantity.IsZero():
		w.quantity = h.Quantity
	case !h.Silent():
		// The number stands, but the origin's words are not the relay's.
		w.quantity.Text = h.Quote
	}
	if !h.Scope.IsZero() {
		w.scope = h.Scope.Or(w.scope)
	}
	return w
}

func originWords(e *estimate.Estimate) words {
	return words{e.Measure, e.Quantity, e.Scope}
}
