package pool

import "fmt"

// An ImproperError says that the reports and the prior define no probability
// distribution, or have no likelihood maximum, and what would cure it.
type ImproperError struct {
	Reason string // "nothing limits the centre above", ...
	Cure   string // "add a report that limits it above: ...", ...
}

func (e *ImproperError) Error() string { return e.Reason + ": " + e.Cure }

// A FamilyError names a family of priors that is none of the closed words.
type FamilyError struct{ Text string }

func (e *FamilyError) Error() string {
	return fmt.Sprintf("prior %q: accepted is one of %q", e.Text,
		[]Family{HalfNormalFamily, HalfCauchyFamily, UniformFamily})
}
