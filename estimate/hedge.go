package estimate

import "github.com/openestimate/casualty/source"

// A Hedge is the word by which a speaker qualifies a number. The zero value
// means that the stated ends stand as they are, as in a data set's low, best
// and high columns; a best figure alone is a plain number, the same as exact.
type Hedge string

const (
	HedgeExact         Hedge = "exact"
	HedgeApproximately Hedge = "approximately"
	HedgeNearly        Hedge = "nearly"
	HedgeAtLeast       Hedge = "at_least"
	HedgeMoreThan      Hedge = "more_than"
	HedgeAtMost        Hedge = "at_most"
	HedgeFewerThan     Hedge = "fewer_than"
	HedgeBetween       Hedge = "between"
	HedgeVague         Hedge = "vague"
	HedgeUnknown       Hedge = "unknown" // the speaker says that the number is not known
	HedgeDenied        Hedge = "denied"  // the speaker denies the deaths
)

// Hedges returns the accepted words.
func Hedges() []Hedge {
	return []Hedge{HedgeExact, HedgeApproximately, HedgeNearly, HedgeAtLeast, HedgeMoreThan, HedgeAtMost, HedgeFewerThan, HedgeBetween,
		HedgeVague, HedgeUnknown, HedgeDenied}
}

// Validate returns a *source.WordError for a word outside the vocabulary.
func (h Hedge) Validate() error {
	switch h {
	case "", HedgeExact, HedgeApproximately, HedgeNearly, HedgeAtLeast, HedgeMoreThan, HedgeAtMost, HedgeFewerThan, HedgeBetween,
		HedgeVague, HedgeUnknown, HedgeDenied:
		return nil
	}
	return source.Check("hedge", h, Hedges())
}

// A Modality is how firmly a speaker asserts a number. The zero value is
// asserted.
type Modality string

const (
	Asserted     Modality = "asserted"
	Possible     Modality = "possible"
	Likely       Modality = "likely"
	HighlyLikely Modality = "highly_likely"
)

// Modalities returns the accepted words.
func Modalities() []Modality { return []Modality{Asserted, Possible, Likely, HighlyLikely} }

// Validate returns a *source.WordError for a word outside the vocabulary.
func (m Modality) Validate() error {
	switch m {
	case "", Asserted, Possible, Likely, HighlyLikely:
		return nil
	}
	return source.Check("modality", m, Modalities())
}
