package pool

import "fmt"

// An InputError says which number cannot be used and what would have been.
type InputError struct {
	Field    string  // "y", "v", "x[1]", "lo", ...
	Index    int     // the study or report, from 0; -1 for the set as a whole
	Value    float64 // the offending number, where there is one
	Accepted string  // what would have been accepted
}

func (e *InputError) Error() string {
	if e.Index < 0 {
		return fmt.Sprintf("%s: accepted is %s", e.Field, e.Accepted)
	}
	return fmt.Sprintf("%s[%d] = %v: accepted is %s", e.Field, e.Index, e.Value, e.Accepted)
}

// A MethodError says that a method is not one of the closed words, or has no
// meaning for the model asked of it.
type MethodError struct {
	Text     string
	Accepted []Method
}

func (e *MethodError) Error() string {
	return fmt.Sprintf("method %q: accepted is one of %v", e.Text, e.Accepted)
}

// An OverflowError says that a statistic of the set is beyond the largest
// float64, though every number given is finite.
type OverflowError struct {
	Statistic string // "Q", "y - mean", ...
}

func (e *OverflowError) Error() string {
	return fmt.Sprintf("%s overflows: accepted are effects and variances on a smaller scale", e.Statistic)
}
