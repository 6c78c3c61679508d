package pool

import (
	"math"
	"slices"
)

// A BoundedRegressionFit is the maximum of the likelihood of the bounded model
// (see Report) whose centre is linear in moderators, over the coefficients and
// τ ≥ 0, in natural logarithms.
type BoundedRegressionFit struct {
	Coef    []float64 // the intercept, then the moderators in their order
	Profile [][2]float64
	Tau     float64
	LogLik  float64

	// Warnings: FewReports, BoundaryTau2, SeveralOptima.
	Warnings []Warning
}

// BoundedRegression fits moderators, each with a value a report, by maximum
// likelihood, with the profile interval of a level for each coefficient: the
// values with which the best of the other coefficients and τ come within half
// the level's quantile of χ² with 1 degree of freedom. An end that does not
// exist is infinite.
//
// With every s = 0 it is parametric survival regression of interval-censored
// lognormal times (Kalbfleisch and Prentice 2002, section 3.6).
//
// It returns an *InputError or *KindError for reports and moderators that cannot
// be used, and an *ImproperError where the likelihood has no maximum or the
// moderators no one best coefficient.
func BoundedRegression(reports []Report, moderators [][]float64, level float64) (*BoundedRegressionFit, error) {
	if !(level > 0 && level < 1) {
		return nil, &InputError{Field: "level", Index: 0, Value: level, Accepted: "a level between 0 and 1"}
	}
	for _, column := range moderators {
		if len(column) != len(reports) {
			return nil, &InputError{Field: "x", Index: -1, Accepted: "a value of each moderator for each report"}
		}
		for i, x := range column {
			if math.IsNaN(x) || math.IsInf(x, 0) {
				return nil, &InputError{Field: "x", Index: i, Value: x, Accepted: "a finite number"}
			}
		}
	}
	m, err := newBoundedModel(reports, moderators)
	if err != nil {
		return nil, err
	}
	if err := limited(m.terms); err != nil {
		return nil, err
	}
	start := make([]float64, 1+len(moderators))
	lo, hi := m.ends()
	start[0] = 0.5 * (lo + hi)
	found, rising, falling := m.maxima(start, -1)
	if len(found) == 0 || rising || falling {
		return nil, &ImproperError{
			Reason: "the likelihood grows without limit of tau, or as tau falls to 0",
			Cure:   "add points or intervals, give exact points the interval they were rounded from, or leave out a moderator",
		}
	}
	best := &found[0]
	for i := range found {
		if found[i].logLik > best.logLik {
			best = &found[i]
		}
	}
	if !m.determined(best) {
		return nil, &ImproperError{
			Reason: "the reports do not determine every coefficient",
			Cure:   "add reports on both sides for each value of a moderator, or leave out a moderator",
		}
	}
	f := &BoundedRegressionFit{Coef: best.beta, Tau: best.tau, LogLik: best.logLik}
	if len(m.terms) < 5 {
		f.Warnings = append(f.Warnings, FewReports)
	}
	if f.Tau == 0 {
		f.Warnings = append(f.Warnings, BoundaryTau2)
	}
	if len(found) > 1 {
		f.Warnings = append(f.Warnings, SeveralOptima)
	}
	q := standardQuantile(0.5 + 0.5*level)
	floor := best.logLik - 0.5*q*q
	for j := range f.Coef {
		var ends [2]float64
		for side, sign := range [2]float64{-1, 1} {
			ends[side] = m.coefficientEnd(best, j, sign, floor)
		}
		f.Profile = append(f.Profile, ends)
	}
	return f, nil
}

// determined reports whether the likelihood bends in every direction at an
// optimum.
func (m *boundedModel) determined(at *boundedOptimum) bool {
	p := len(at.beta)
	curvature := make([]float64, p*p)
	for i := range m.terms {
		m.slice.load(m.terms[i:i+1], at.tau)
		_, d2 := m.slice.factors[0].score(m.centre(i, at.beta))
		for a, xa := range m.x[i] {
			for b, xb := range m.x[i] {
				curvature[a*p+b] += d2 * xa * xb
			}
		}
	}
	// Scaled to a unit diagonal, so that units do not matter.
	scale := make([]float64, p)
	for a := range p {
		scale[a] = math.Sqrt(curvature[a*p+a])
		if !(scale[a] > 0) {
			return false
		}
	}
	for a := range p {
		for b := range p {
			curvature[a*p+b] /= scale[a] * scale[b]
		}
	}
	return solvePositive(curvature, make([]float64, p), make([]float64, p), p, -1e-10)
}

// coefficientEnd walks coefficient j from an optimum to where its profile falls
// through floor.
func (m *boundedModel) coefficientEnd(at *boundedOptimum, j int, sign, floor float64) float64 {
	profile := func(b float64) float64 {
		start := slices.Clone(at.beta)
		start[j] = b
		found, _, _ := m.maxima(start, j)
		best := math.Inf(-1)
		for i := range found {
			best = max(best, found[i].logLik)
		}
		return best - floor
	}
	unit := 0.0
	for i := range m.x {
		unit = max(unit, math.Abs(m.x[i][j]))
	}
	step := 0.1 * m.reach(0) / max(unit, 1e-300)
	inside := at.beta[j]
	outside := inside + sign*step
	for n := 0; profile(outside) >= 0; n++ {
		if n == 60 {
			return math.Inf(int(sign))
		}
		inside = outside
		step *= 1.5
		outside += sign * step
	}
	return root(profile, inside, outside)
}
