package source

// A Stake is the direction in which a speaker's interest pulls the figure. It
// is stated in the data, never guessed from a name. The zero value is unknown,
// which is not the same as StakeNone.
type Stake string

const (
	StakeHigher Stake = "higher"
	StakeLower  Stake = "lower"
	StakeNone   Stake = "none"
)

// Stakes returns the accepted words.
func Stakes() []Stake { return []Stake{StakeHigher, StakeLower, StakeNone} }

// Validate returns a *WordError for a word outside the vocabulary.
func (s Stake) Validate() error {
	switch s {
	case "", StakeHigher, StakeLower, StakeNone:
		return nil
	}
	return Check("stake", s, Stakes())
}
