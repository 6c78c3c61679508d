package pool

import "math"

// A Family names the shape of a prior of τ. The words are closed.
type Family string

const (
	HalfNormalFamily Family = "half-normal" // density ∝ exp(−τ²/2A²), τ ≥ 0
	HalfCauchyFamily Family = "half-cauchy" // density ∝ 1/(1+τ²/A²), τ ≥ 0
	UniformFamily    Family = "uniform"     // density 1 on τ ≥ 0: improper
)

// A Prior is a prior of τ, the standard deviation between studies (Gelman 2006,
// Prior distributions for variance parameters in hierarchical models).
type Prior struct {
	Family Family
	Scale  float64 // A, in the units of τ; unused by the uniform prior
}

// HalfNormal is the half-normal prior of τ with scale A > 0.
func HalfNormal(scale float64) Prior { return Prior{HalfNormalFamily, scale} }

// HalfCauchy is the half-Cauchy prior of τ with scale A > 0, its median.
func HalfCauchy(scale float64) Prior { return Prior{HalfCauchyFamily, scale} }

// Uniform is the improper prior of τ with density 1.
func Uniform() Prior { return Prior{Family: UniformFamily} }

// Validate refuses an unknown family and a scale that is not positive and
// finite, with an *InputError or a *FamilyError.
func (p Prior) Validate() error {
	switch p.Family {
	case UniformFamily:
		return nil
	case HalfNormalFamily, HalfCauchyFamily:
		// The square of the scale must be a number too.
		if p.Scale >= 1e-150 && p.Scale <= 1e150 {
			return nil
		}
		return &InputError{Field: "scale", Index: 0, Value: p.Scale, Accepted: "a positive scale from 1e-150 to 1e150"}
	}
	return &FamilyError{Text: string(p.Family)}
}

// kernel is the unnormalised density at τ² = t as factor·exp(−exponent).
func (p Prior) kernel(t float64) (factor, exponent float64) {
	switch p.Family {
	case HalfNormalFamily:
		return 1, t / (2 * p.Scale * p.Scale)
	case HalfCauchyFamily:
		return 1 / (1 + t/(p.Scale*p.Scale)), 0
	}
	return 1, 0
}

// logConstant is the logarithm of what makes kernel a density; 0 for the
// uniform prior, which has none.
func (p Prior) logConstant() float64 {
	switch p.Family {
	case HalfNormalFamily:
		return 0.5*math.Log(2/math.Pi) - math.Log(p.Scale)
	case HalfCauchyFamily:
		return math.Log(2/math.Pi) - math.Log(p.Scale)
	}
	return 0
}

// decay is the power d of the tail τ^−d.
func (p Prior) decay() float64 {
	switch p.Family {
	case HalfNormalFamily:
		return math.Inf(1)
	case HalfCauchyFamily:
		return 2
	}
	return 0
}

// moments is how many moments of τ, and so of μ and of the prediction, a
// posterior has when n studies (or points and intervals) locate μ on both
// sides: 0, 1 or 2, and −1 where there is no posterior.
//
// With μ integrated out, n normal terms decay as τ^(1−n) and the prior as τ^−d,
// so the j-th moment is ∫τ^(1−n−d+j)dτ at the far end: finite if and only if
// n + d > 2 + j. Given τ, μ and the prediction are normal with a standard
// deviation of order τ there, so their moments exist together with those of τ.
func (p Prior) moments(n int) int {
	most := -1
	for j := 0; j <= 2; j++ {
		if float64(n)+p.decay() > float64(2+j) {
			most = j
		}
	}
	return most
}
