package pool

import (
	"math"
)

// A BoundedFit is the maximum of the likelihood of the bounded model (see
// Report) over μ and τ ≥ 0, in natural logarithms.
type BoundedFit struct {
	// Identified reports whether one μ is best. If not, every μ in MuSet is,
	// as τ → 0: all s are 0 and all reports hold there; Mu is its middle.
	Identified bool
	MuSet      [2]float64
	Mu, Tau    float64
	LogLik     float64 // the supremum

	// Profile holds the μ whose profile log-likelihood lies within half the
	// level's quantile of χ² with 1 degree of freedom of LogLik: those that join
	// the maximum. An end that does not exist is infinite.
	Profile [2]float64

	// Zero is the maximum as τ → 0; Exists is false where there is none, as
	// with reports of s = 0 that exclude each other.
	Zero struct {
		Exists     bool
		Mu, LogLik float64
	}

	// Warnings: FewReports, BoundaryTau2, SeveralOptima, FlatOptimum.
	Warnings []Warning
}

// BoundedML fits by maximum likelihood, with the profile interval for μ of a
// level such as 0.95 (Cox and Oakes 1984, section 3.4).
//
// It returns an *InputError or *KindError for reports that cannot be used, and
// an *ImproperError where the likelihood has no maximum, saying what would make
// one: nothing limits the centre on one side; points with s = 0 inside all other
// reports with s = 0, so that it grows without limit as τ → 0; or only
// one-sided reports that exclude each other, so that it grows with τ.
func BoundedML(reports []Report, level float64) (*BoundedFit, error) {
	if !(level > 0 && level < 1) {
		return nil, &InputError{Field: "level", Index: 0, Value: level, Accepted: "a level between 0 and 1"}
	}
	m, err := newBoundedModel(reports, nil)
	if err != nil {
		return nil, err
	}
	if err := limited(m.terms); err != nil {
		return nil, err
	}
	if exactPoints(m.terms) > 0 {
		return nil, &ImproperError{
			Reason: "a point with s = 0 lies inside every other report with s = 0, so that the likelihood grows without limit as tau falls to 0",
			Cure:   "give it the interval it was rounded from, or a standard error above 0",
		}
	}
	f := &BoundedFit{Identified: true}
	lo, hi := m.ends()
	start := []float64{0.5 * (lo + hi)}
	found, _, _ := m.maxima(start, -1)
	best := -1
	for i := range found {
		if best < 0 || found[i].logLik > found[best].logLik {
			best = i
		}
	}
	local := len(found)
	z := m.zeroLimit()
	f.Zero.Exists, f.Zero.Mu, f.Zero.LogLik = z.exists, z.mu, z.logLik
	f.LogLik = math.Inf(-1)
	if best >= 0 {
		f.Mu, f.Tau, f.LogLik = found[best].beta[0], found[best].tau, found[best].logLik
	}
	if z.exists && z.logLik >= f.LogLik {
		if !z.even {
			local++
		}
		f.Mu, f.Tau, f.LogLik = z.mu, 0, z.logLik
		f.Identified = !z.flat
		if z.flat {
			f.MuSet = [2]float64{z.lo, z.hi}
		}
	}
	left, right := m.limits()
	if best < 0 && !z.exists || f.LogLik < max(left, right) {
		return nil, &ImproperError{
			Reason: "only one-sided reports that hardly agree: the likelihood grows without limit of tau",
			Cure:   "add a point or an interval",
		}
	}
	if !f.Identified {
		f.Warnings = append(f.Warnings, FlatOptimum)
	} else {
		f.MuSet = [2]float64{f.Mu, f.Mu}
	}
	if len(m.terms) < 5 {
		f.Warnings = append(f.Warnings, FewReports)
	}
	if f.Tau == 0 {
		f.Warnings = append(f.Warnings, BoundaryTau2)
	}
	if local > 1 {
		f.Warnings = append(f.Warnings, SeveralOptima)
	}
	q := standardQuantile(0.5 + 0.5*level)
	floor := f.LogLik - 0.5*q*q
	f.Profile[0] = m.profileEnd(f.MuSet[0], -1, floor, left)
	f.Profile[1] = m.profileEnd(f.MuSet[1], 1, floor, right)
	return f, nil
}

// A zeroLimit is the maximum of the likelihood as τ → 0.
type zeroLimit struct {
	exists, even, flat bool
	lo, hi             float64 // where all reports with s = 0 hold
	mu, logLik         float64
}

func (m *boundedModel) zeroLimit() zeroLimit {
	z := zeroLimit{lo: math.Inf(-1), hi: math.Inf(1), even: true}
	var rest boundedModel
	rest.slice.normal = m.slice.normal
	for i := range m.terms {
		t := &m.terms[i]
		if t.variance > 0 {
			rest.terms = append(rest.terms, *t)
			rest.x = append(rest.x, m.x[i])
			continue
		}
		z.even = false
		z.lo, z.hi = max(z.lo, t.lo), min(z.hi, t.hi)
		if t.kind == PointKind {
			z.lo, z.hi = 1, 0 // another point, or a report elsewhere, excludes it
		}
	}
	// Where they only touch, each holds half or less there, at any τ.
	if !(z.lo < z.hi) {
		return z
	}
	z.exists = true
	if len(rest.terms) == 0 {
		z.flat = true
		z.mu = 0.5 * (z.lo + z.hi)
		return z
	}
	z.mu = m.restBest(&rest, z.lo, z.hi)
	z.logLik = rest.logLik([]float64{z.mu}, 0)
	return z
}

// restBest maximises a likelihood without s = 0 over μ from lo to hi.
func (m *boundedModel) restBest(rest *boundedModel, lo, hi float64) float64 {
	slope := func(mu float64) float64 {
		rest.slice.load(rest.terms, 0)
		d, _ := rest.slice.score(mu)
		return d
	}
	a, b := rest.ends()
	unit := max(b-a, rest.mostSigma())
	a, b = max(lo, a-unit), min(hi, b+unit)
	a, b = min(a, hi), max(b, lo)
	for a > lo && slope(a) < 0 {
		a = max(lo, a-unit)
		unit *= 2
	}
	for b < hi && slope(b) > 0 {
		b = min(hi, b+unit)
		unit *= 2
	}
	if slope(a) <= 0 {
		return a
	}
	if slope(b) >= 0 {
		return b
	}
	// The slope is 0 over a stretch where it underflows: its middle.
	first, last := b, a
	for range 200 {
		mid := a + 0.5*(first-a)
		if mid == a || mid == first {
			break
		}
		if slope(mid) > 0 {
			a = mid
		} else {
			first = mid
		}
	}
	last = first
	for range 200 {
		mid := last + 0.5*(b-last)
		if mid == b || mid == last {
			break
		}
		if slope(mid) < 0 {
			b = mid
		} else {
			last = mid
		}
	}
	return first + 0.5*(last-first)
}

// limits are what the profile log-likelihood tends to as μ → −∞ and +∞, τ going
// with it: −∞ with a point or an interval, else the supremum of
// p·ln Φ(m) + q·ln Φ(−m) over m = μ/τ of that sign, p lower and q upper bounds.
func (m *boundedModel) limits() (left, right float64) {
	if located(m.terms) > 0 {
		return math.Inf(-1), math.Inf(-1)
	}
	var p, q float64
	for i := range m.terms {
		if m.terms[i].kind == LowerKind {
			p++
		} else {
			q++
		}
	}
	a, b := -40.0, 40.0
	for range 200 {
		mid := 0.5 * (a + b)
		if p*hazard(mid)-q*hazard(-mid) > 0 {
			a = mid
		} else {
			b = mid
		}
	}
	log := func(z float64) float64 { return p*math.Log(normalCDF(z)) + q*math.Log(normalCDF(-z)) }
	return log(min(a, 0)), log(max(a, 0))
}

// profile is the profile log-likelihood at μ.
func (m *boundedModel) profile(mu float64) float64 {
	found, _, _ := m.maxima([]float64{mu}, 0)
	best := math.Inf(-1)
	for _, f := range found {
		best = max(best, f.logLik)
	}
	// As τ → 0, where the reports with s = 0 all hold.
	sum := 0.0
	for i := range m.terms {
		t := &m.terms[i]
		if t.variance > 0 {
			m.slice.load(m.terms[i:i+1], 0)
			p, e := m.slice.product(mu)
			sum += math.Log(p) + e + m.slice.scale
		} else if !(t.lo < mu && mu < t.hi) {
			sum = math.Inf(-1)
			break
		}
	}
	return max(best, sum)
}

// profileEnd walks from the maximum to where the profile falls through floor.
func (m *boundedModel) profileEnd(from, sign, floor, limit float64) float64 {
	if limit >= floor {
		return math.Inf(int(sign))
	}
	step := 0.25 * m.reach(0)
	inside := from
	outside := from + sign*step
	for range 200 {
		if m.profile(outside) < floor {
			break
		}
		inside = outside
		step *= 1.5
		outside += sign * step
	}
	return root(func(mu float64) float64 { return m.profile(mu) - floor }, inside, outside)
}

// root finds where f, positive or 0 at a and negative at b, changes sign, by the
// Illinois rule with bisection where it stalls.
func root(f func(float64) float64, a, b float64) float64 {
	fa, fb := f(a), f(b)
	side := 0
	for i := range 200 {
		mid := a + 0.5*(b-a)
		x := mid
		if i%8 != 7 && !math.IsInf(fb, 0) && fa > fb {
			x = (a*fb - b*fa) / (fb - fa)
		}
		if !(x > min(a, b) && x < max(a, b)) {
			x = mid
		}
		if x == a || x == b || math.Abs(b-a) < 1e-14*math.Max(math.Abs(a), 1e-3) {
			break
		}
		fx := f(x)
		if fx >= 0 {
			a, fa = x, fx
			if side == 1 {
				fb /= 2
			}
			side = 1
		} else {
			b, fb = x, fx
			if side == -1 {
				fa /= 2
			}
			side = -1
		}
	}
	if math.Abs(fa) <= math.Abs(fb) {
		return a
	}
	return b
}
