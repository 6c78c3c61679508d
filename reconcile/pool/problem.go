package pool

import "math"

// check returns what is wrong with y and v, or nil. Every y must be finite,
// every v finite and not negative, and 1/v finite where v is not 0.
func check(y, v []float64) error {
	switch {
	case len(y) == 0:
		return &InputError{Field: "y", Index: -1, Accepted: "one study or more"}
	case len(y) != len(v):
		return &InputError{Field: "v", Index: -1, Accepted: "as many variances as effects"}
	}
	for i, yi := range y {
		if math.IsNaN(yi) || math.IsInf(yi, 0) {
			return &InputError{Field: "y", Index: i, Value: yi, Accepted: "a finite number"}
		}
	}
	for i, vi := range v {
		if !(vi >= 0) || math.IsInf(vi, 0) || vi > 0 && math.IsInf(1/vi, 0) {
			return &InputError{Field: "v", Index: i, Value: vi, Accepted: "0 or a positive number that is finite, as is its inverse"}
		}
	}
	return nil
}
