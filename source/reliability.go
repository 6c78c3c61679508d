package source

// Reliability is the Admiralty rating of a speaker, A (completely reliable) to
// E (unreliable); F is "cannot be judged". Published in NATO AJP-2.1 and used
// here as data only: no figure is weighted by it.
type Reliability string

// Reliabilities returns the accepted letters.
func Reliabilities() []Reliability { return []Reliability{"A", "B", "C", "D", "E", "F"} }

// Validate returns a *WordError for a letter outside A to F.
func (r Reliability) Validate() error {
	switch r {
	case "", "A", "B", "C", "D", "E", "F":
		return nil
	}
	return Check("reliability", r, Reliabilities())
}
