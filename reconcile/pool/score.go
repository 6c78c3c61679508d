package pool

import "math"

// The score of ML and REML at t = τ² is (A − B)/2 with
//
//	A = y'PPy                   = Σ ηᵢ²/(t+λᵢ)²
//	B = tr P (REML), tr W (ML)  = Σ 1/(t+λᵢ), or Σ 1/(t+vᵢ)
//
// where λ are the eigenvalues of the covariance within the space orthogonal to
// the design. Both a = A^(-1/2) and b = 1/B are power means of affine functions,
// and so concave in t. A chord lies below a concave function and a tangent
// above it: two ends of an interval, with their slopes, hold a² − b from below
// and from above over the whole interval. The likelihood rises where a² < b. So
// every local maximum is found, by proof and not by sampling; the same holds of
// any design and of any covariance to which t·I is added.

// A point is a and b, with their derivatives, at t.
type point struct{ t, a, da, b, db float64 }

// newPoint returns the point for A and B and the derivatives −2y'PPPy and −tr PP
// (−tr WW).
func newPoint(t, sumA, sumAP, traceB, traceBB float64) point {
	a, b := 1/math.Sqrt(sumA), 1/traceB
	return point{t, a, a * (sumAP / sumA), b, b * b * traceBB}
}

// excess is a² − b: below 0 where the likelihood rises.
func (p point) excess() float64 { return p.a*p.a - p.b }

// A likelihood is what the search needs of a model.
type likelihood interface {
	score(t float64) point
	loglik(t float64) float64
}

// An optimum is where the search ended.
type optimum struct {
	t       float64
	maxima  int  // local maxima, the lower end among them
	stopped bool // the evaluations ran out
}

// maximise finds the t in [low, top] of the highest likelihood, of all its local
// maxima, low itself among them. The likelihood must fall beyond top. The grain is a length below which
// t has no detail, as the smallest variance: intervals are cut in the middle of
// log(t + grain).
func maximise(f likelihood, low, top, grain float64) optimum {
	const budget = 4000
	var stack [64]struct{ l, r point }
	best, bestLog := optimum{t: low}, math.Inf(-1)
	found := func(t float64) {
		best.maxima++
		if ll := f.loglik(t); ll > bestLog {
			best.t, bestLog = t, ll
		}
	}
	l, r := f.score(low), f.score(top)
	if l.excess() >= 0 {
		found(low)
	}
	stack[0].l, stack[0].r = l, r
	evaluations := 2
	for n := 1; n > 0; {
		n--
		l, r := stack[n].l, stack[n].r
		if falls(l, r) || rises(l, r) {
			continue
		}
		el, er := l.excess(), r.excess()
		narrow := r.t-l.t <= 1e-13*(r.t+grain)
		if narrow || l.onlyUp(r) {
			if el < 0 && er >= 0 {
				t, ran := crossing(f, l, r)
				evaluations += ran
				found(t)
			}
			continue
		}
		if l.onlyDown(r) {
			continue
		}
		if evaluations >= budget || n+2 > len(stack) {
			best.stopped = true
			if el < 0 && er >= 0 {
				t, _ := crossing(f, l, r)
				found(t)
			}
			continue
		}
		mid := math.Sqrt(l.t+grain)*math.Sqrt(r.t+grain) - grain
		if !(mid > l.t && mid < r.t) {
			mid = l.t + (r.t-l.t)/2
		}
		m := f.score(mid)
		evaluations++
		stack[n].l, stack[n].r = m, r
		stack[n+1].l, stack[n+1].r = l, m
		n += 2
	}
	if best.maxima == 0 { // no rise and no fall: nothing but rounding
		best.maxima = 1
	}
	return best
}

// crossing finds the zero of the excess between l, below 0, and r, above it, by
// Newton steps on b/a², which is a straight line where all λ are equal, kept
// within the bracket.
func crossing(f likelihood, l, r point) (t float64, evaluations int) {
	p := l
	if -l.excess()/l.b > r.excess()/r.b {
		p = r
	}
	for evaluations = range 200 {
		ratio := p.a * p.a / p.b // B/A
		slope := ratio * (2*p.da/p.a - p.db/p.b)
		next := p.t + (1-ratio)/slope
		if !(next > l.t && next < r.t) {
			next = l.t + (r.t-l.t)/2
		}
		if math.Abs(next-p.t) <= 4e-15*next || next == l.t || next == r.t {
			return next, evaluations
		}
		p = f.score(next)
		if p.excess() < 0 {
			l = p
		} else {
			r = p
		}
	}
	return p.t, evaluations
}

// meet returns where the tangents to a concave function at two points cross.
func meet(lt, l, dl, rt, r, dr float64) float64 {
	if dl == dr {
		return lt
	}
	return min(max((r-l+dl*lt-dr*rt)/(dl-dr), lt), rt)
}

// falls reports that a² > b all over [l, r], by the chord of a and the tangents
// of b.
func falls(l, r point) bool {
	slope := (r.a - l.a) / (r.t - l.t)
	x := meet(l.t, l.b, l.db, r.t, r.b, r.db)
	return above(l.a, slope, l.b, l.db, 0, x-l.t) &&
		above(r.a, slope, r.b, r.db, x-r.t, 0)
}

// above reports that (a + αs)² > b + βs for s in [lo, hi].
func above(a, alpha, b, beta, lo, hi float64) bool {
	s := lo
	if alpha != 0 {
		s = min(max((beta/(2*alpha)-a)/alpha, lo), hi)
	}
	holds := func(s float64) bool { return (a+alpha*s)*(a+alpha*s) > b+beta*s }
	return holds(lo) && holds(hi) && holds(s)
}

// rises reports that a² < b all over [l, r], by the tangents of a and the chord
// of b; the square of a line less a line is convex, so its ends decide.
func rises(l, r point) bool {
	slope := (r.b - l.b) / (r.t - l.t)
	x := meet(l.t, l.a, l.da, r.t, r.a, r.da)
	m := l.a + l.da*(x-l.t)
	return l.a*l.a < l.b && r.a*r.a < r.b && m*m < l.b+slope*(x-l.t)
}

// onlyUp reports that a² − b rises all over [l, r]: at most one local maximum.
func (l point) onlyUp(r point) bool { return 2*l.a*r.da > l.db }

// onlyDown reports that a² − b falls all over [l, r]: no local maximum within.
func (l point) onlyDown(r point) bool { return 2*r.a*l.da < r.db }
