package pool

import "math"

// A Workspace holds the memory of fits, so that one after another costs no
// allocation. The zero value is ready. It serves one goroutine at a time, and
// keeps none of the slices it is given.
type Workspace struct {
	m      model
	lean   lean
	yi, vi []float64 // studies less one, or a group
	gi     []int

	without []Estimate
	blocks  blocks
}

// Pool pools effects y with known variances v by one method. A set to be pooled
// often has a Workspace.
func Pool(y, v []float64, method Method) (Fit, error) {
	return new(Workspace).Fit(y, v, method)
}

// Fit pools effects y with known variances v.
//
// A variance of 0 makes Q infinite, and with it what rests on Q is NaN: EE, DL
// and HS are refused, and any other method too if it estimates τ² as 0, or if
// the likelihood has no maximum above 0. With one study τ² is 0.
//
// The error is a *MethodError, an *InputError that names the study, or an
// *OverflowError.
func (ws *Workspace) Fit(y, v []float64, method Method) (Fit, error) {
	if err := method.Validate(); err != nil {
		return Fit{}, err
	}
	if err := check(y, v); err != nil {
		return Fit{}, err
	}
	m := &ws.m
	m.load(y, v, nil)
	b, err := m.between(method)
	if err != nil {
		return Fit{}, err
	}
	f := Fit{Method: method, K: m.k, Tau2SE: b.se, warned: b.warned}
	f.Tau2 = b.tau2
	df := float64(f.DF())

	m.weigh(f.Tau2)
	f.Mu, f.SE = m.pivot+m.beta[0], math.Sqrt(m.cov[0])
	rss := m.rss()
	f.Scale = rss / df
	f.LogLik = math.NaN()
	switch method {
	case EE, ML:
		f.LogLik = -(float64(m.k)*math.Log(2*math.Pi) + m.logVariance() + rss) / 2
	case REML:
		f.LogLik = (math.Log(float64(m.k)) - df*math.Log(2*math.Pi) - m.logVariance() - m.logDet - rss) / 2
	}
	f.Q, f.Typical = m.within()
	return f, finite(f.Estimate)
}

// within is Q and the typical variance within studies, NaN if a variance is 0.
func (m *model) within() (q, typical float64) {
	if m.v[0] == 0 {
		return math.NaN(), math.NaN()
	}
	m.weigh(0)
	return m.rss(), float64(m.k-m.p) / m.trace(m.w)
}

// between estimates τ² of a loaded model by any method, and refuses what has no
// answer.
func (m *model) between(method Method) (between, error) {
	b := between{se: math.NaN()}
	m.weighEqually()
	if r := m.rss(); math.IsInf(r, 0) || math.IsNaN(r) {
		return b, &OverflowError{Statistic: "Σ(y − mean)²"}
	}
	if method == EE || m.k == m.p {
		if m.v[0] == 0 {
			return b, m.zero("weights are its inverse")
		}
	} else {
		if m.v[0] == 0 && (method == DL || method == HS) {
			return b, m.zero("weights are its inverse")
		}
		b = m.estimateTau2(method)
		if m.v[0] == 0 && b.tau2 == 0 {
			return b, m.zero("with τ² at 0 weights are its inverse")
		}
	}
	if m.k < 5 {
		b.warned |= warnedFew
	}
	return b, nil
}

// zero is the error for the variance 0 of the first row.
func (m *model) zero(why string) error {
	return &InputError{Field: "v", Index: m.order[0], Value: 0, Accepted: "a positive variance: " + why}
}

// finite returns an *OverflowError if a number of e is infinite, or not a number
// but for the Q of a variance of 0.
func finite(e Estimate) error {
	for _, s := range [...]struct {
		name string
		x    float64
	}{{"τ²", e.Tau2}, {"μ", e.Mu}, {"the standard error", e.SE}} {
		if math.IsInf(s.x, 0) || math.IsNaN(s.x) {
			return &OverflowError{Statistic: s.name}
		}
	}
	if math.IsInf(e.Q, 0) {
		return &OverflowError{Statistic: "Q"}
	}
	return nil
}
