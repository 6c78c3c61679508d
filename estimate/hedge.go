package estimate

import "github.com/openestimate/casualty/source"

// A Hedge is the word by which a speaker qualifies a number. The zero value
// means that the stated ends stand as they are, as in a data set's low, best
// and high columns.
type Hedge string

const (
	Exact         Hedge = "exact"
	Approximately Hedge = "approximately"
	Almost        Hedge = "nearly"
	NoFewerThan   Hedge = "at_least"
	Over          Hedge = "more_than"
	NoMoreThan    Hedge = "at_most"
	Under         Hedge = "fewer_than"
	Ranging       Hedge = "between"
	VagueWord     Hedge = "vague"
	Unknown       Hedge = "unknown" // the speaker says that the number is not known
	Denied        Hedge = "denied"  // the speaker denies the deaths
)

// Hedges returns the accepted words.
func Hedges() []Hedge {
	return []Hedge{Exact, Approximately, Almost, NoFewerThan, Over, NoMoreThan, Under, Ranging,
		VagueWord, Unknown, Denied}
}

// Validate returns a *source.WordError for a word outside the vocabulary.
func (h Hedge) Validate() error {
	switch h {
	case "", Exact, Approximately, Almost, NoFewerThan, Over, NoMoreThan, Under, Ranging,
		VagueWord, Unknown, Denied:
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
