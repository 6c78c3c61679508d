package pool

import "math"

// A between is an estimate of τ² and what the estimator used on its way.
type between struct {
	tau2   float64
	se     float64 // NaN where it does not exist
	warned warned
}

// estimateTau2 estimates τ² of the model by any method but EE. k > p and every
// variance is positive, except that HE, SJ, ML, REML, EB and PM take zeros too.
func (m *model) estimateTau2(method Method) between {
	df := float64(m.k - m.p)
	var b between
	switch method {
	case DL:
		m.weigh(0)
		tr := m.trace(m.w)
		b.tau2 = max((m.rss()-df)/tr, 0)
		b.se = m.momentSE(b.tau2, tr)
	case HS:
		// Hunter and Schmidt count all k studies, p of them spent, in place of
		// the degrees of freedom.
		m.weigh(0)
		sum := total(m.w)
		b.tau2 = max((m.rss()-float64(m.k))/sum, 0)
		b.se = m.momentSE(b.tau2, sum)
	case HE:
		m.weighEqually()
		b.tau2 = max((m.rss()-m.trace(m.v))/df, 0)
		b.se = math.Sqrt(2*m.form(m.v, m.v)+4*b.tau2*m.trace(m.v)+2*b.tau2*b.tau2*df) / df
	case SJ:
		b.tau2, b.se = m.sidikJonkman(df)
	case EB, PM:
		b = m.pauleMandel(df)
	case ML:
		b = m.maximumLikelihood(mlScore{m})
		b.se = math.Sqrt(2 / squares(m.w))
	case REML:
		b = m.maximumLikelihood(remlScore{m})
		b.se = math.Sqrt(2 / m.form(m.w, m.w))
	}
	if b.tau2 == 0 {
		b.warned |= warnedBoundary
	}
	return b
}

// momentSE is the standard error of (y'Py − E)/scale at τ², for P of the weights
// 1/v (Viechtbauer 2005).
func (m *model) momentSE(tau2, scale float64) float64 {
	df := float64(m.k - m.p)
	return math.Sqrt(2*df+4*tau2*m.trace(m.w)+2*tau2*tau2*m.form(m.w, m.w)) / scale
}

func (m *model) sidikJonkman(df float64) (tau2, se float64) {
	mean := total(m.y) / float64(m.k)
	start := 0.0
	for _, y := range m.y {
		start += (y - mean) * (y - mean)
	}
	start /= float64(m.k)
	if start == 0 {
		return 0, 0
	}
	m.weigh(start)
	tau2 = start * m.rss() / df
	for i, w := range m.w {
		m.product[i] = w * m.v[i]
	}
	f := 2*m.form(m.product, m.product) + 4*tau2*m.form(m.w, m.product) + 2*tau2*tau2*m.form(m.w, m.w)
	return tau2, start / df * math.Sqrt(f)
}

// pauleMandel solves Q(τ²) = k − p.
func (m *model) pauleMandel(df float64) between {
	t, ok := m.solveQ(df)
	b := between{tau2: t}
	if !ok {
		b.warned |= warnedStopped
	}
	m.weigh(t)
	b.se = math.Sqrt(2/df) * float64(m.k) / total(m.w)
	return b
}

// solveQ is solveQ from 0, or with a variance of 0, where Q may have no value
// there, from the least τ² that matters.
func (m *model) solveQ(target float64) (t float64, ok bool) {
	least := 0.0
	if m.v[0] == 0 {
		m.weighEqually()
		if least = 1e-30 * m.rss(); least == 0 {
			return 0, true
		}
	}
	return solveQ(m, least, target)
}

// A spread has the generalised Q of DerSimonian and Kacker (2007) at τ² = t, and
// −dQ/dt.
type spread interface {
	spread(t float64) (q, fall float64)
}

func (m *model) spread(t float64) (q, fall float64) {
	m.weigh(t)
	for i, r := range m.r {
		wr := m.w[i] * r
		q += wr * r
		fall += wr * wr
	}
	return q, fall
}

// solveQ returns the τ² at which Q is target, 0 if Q lies below it at the least
// τ², and whether the steps came to rest. 1/Q is a power mean of t + λ and so
// concave: Newton's steps on it from the left of the root never pass it.
func solveQ(f spread, least, target float64) (t float64, ok bool) {
	t = least
	for range 500 {
		q, fall := f.spread(t)
		if q <= target || fall == 0 {
			if t == least {
				return 0, true
			}
			return t, true
		}
		step := q * (q/target - 1) / fall
		t += step
		if step <= 1e-15*t {
			return t, true
		}
	}
	return t, false
}

// maximumLikelihood finds the highest of all local maxima of the likelihood, and
// leaves the model weighed there.
func (m *model) maximumLikelihood(f likelihood) between {
	m.weighEqually()
	top := 2 * m.rss() // beyond Σ(y−ȳ)² every term of the score is negative
	low, grain := 0.0, m.v[0]
	if grain == 0 {
		low = 1e-20 * top // the likelihood may have no limit at 0
		grain = low
	}
	var b between
	if top > 0 {
		o := maximise(f, low, top, grain)
		if o.t > low {
			b.tau2 = o.t
		}
		if o.maxima > 1 {
			b.warned |= warnedSeveral
		}
		if o.stopped {
			b.warned |= warnedStopped
		}
	}
	m.weigh(b.tau2)
	return b
}

// mlScore and remlScore are the two likelihoods of a model.
type (
	mlScore   struct{ *model }
	remlScore struct{ *model }
)

func (f mlScore) score(t float64) point {
	f.weigh(t)
	sumA, sumAP := f.products()
	return newPoint(t, sumA, sumAP, total(f.w), squares(f.w))
}

func (f remlScore) score(t float64) point {
	f.weigh(t)
	sumA, sumAP := f.products()
	return newPoint(t, sumA, sumAP, f.trace(f.w), f.form(f.w, f.w))
}

func (f mlScore) loglik(t float64) float64 {
	f.weigh(t)
	return -(f.logVariance() + f.rss()) / 2
}

func (f remlScore) loglik(t float64) float64 {
	f.weigh(t)
	return -(f.logVariance() + f.logDet + f.rss()) / 2
}

// products returns y'PPy and y'PPPy.
func (m *model) products() (pp, ppp float64) {
	for i, r := range m.r {
		u := m.w[i] * r
		pp += u * u
		ppp += m.w[i] * u * u
	}
	for a := range m.p {
		s := 0.0
		for i, r := range m.r {
			s += m.q[i*m.p+a] * math.Sqrt(m.w[i]) * m.w[i] * r
		}
		ppp -= s * s
	}
	return pp, max(ppp, 0)
}

func total(x []float64) float64 {
	s := 0.0
	for _, xi := range x {
		s += xi
	}
	return s
}

func squares(x []float64) float64 {
	s := 0.0
	for _, xi := range x {
		s += xi * xi
	}
	return s
}
