package pool

import (
	"cmp"
	"math"
	"slices"
)

// A boundedModel is the likelihood of the bounded model with a linear mean: the
// centre of report i is the sum of coefficient times moderator. It is
// log-concave in the coefficients at every τ.
type boundedModel struct {
	terms []term
	x     [][]float64 // a row a term; the first moderator is 1
	slice muSlice
}

// newBoundedModel puts the reports, with their moderators, in an order that does
// not depend on how they were given.
func newBoundedModel(reports []Report, moderators [][]float64) (*boundedModel, error) {
	ts := make([]term, len(reports))
	for i, r := range reports {
		one, err := terms(nil, []Report{r})
		if err != nil {
			return nil, reindexed(err, i)
		}
		ts[i] = one[0]
	}
	if len(reports) == 0 {
		_, err := terms(nil, nil)
		return nil, err
	}
	rows := make([][]float64, len(ts))
	for i := range rows {
		rows[i] = append(rows[i], 1)
		for _, m := range moderators {
			rows[i] = append(rows[i], m[i])
		}
	}
	order := make([]int, len(ts))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		return cmp.Or(compareTerms(ts[a], ts[b]), slices.Compare(rows[a], rows[b]))
	})
	m := &boundedModel{}
	for _, i := range order {
		m.terms = append(m.terms, ts[i])
		m.x = append(m.x, rows[i])
	}
	m.slice.normal = standardNormal()
	return m, nil
}

// reindexed is an error of one report, said of report i.
func reindexed(err error, i int) error {
	switch e := err.(type) {
	case *InputError:
		e.Index = i
	case *KindError:
		e.Index = i
	}
	return err
}

func (m *boundedModel) centre(i int, beta []float64) float64 {
	sum := 0.0
	for j, b := range beta {
		sum += b * m.x[i][j]
	}
	return sum
}

// logLik is the log-likelihood at τ > 0, or any τ if no s is 0.
func (m *boundedModel) logLik(beta []float64, tau float64) float64 {
	sum := 0.0
	s := &m.slice
	for i := range m.terms {
		s.load(m.terms[i:i+1], tau)
		p, e := s.product(m.centre(i, beta))
		sum += math.Log(p) + e + s.scale
	}
	return sum
}

// slope is the derivative of the log-likelihood by τ².
func (m *boundedModel) slope(beta []float64, tau float64) float64 {
	sum := 0.0
	for i := range m.terms {
		m.slice.load(m.terms[i:i+1], tau)
		sum += m.slice.factors[0].scoreVariance(m.centre(i, beta))
	}
	return sum
}

// climb maximises over the coefficients at one τ, by Newton with halved steps,
// from beta and into it. The coefficient numbered fixed, if any, stays. It
// reports false where no maximum was found.
func (m *boundedModel) climb(beta []float64, tau float64, fixed int) (logLik float64, ok bool) {
	p := len(beta)
	logLik = m.logLik(beta, tau)
	if p == 1 && fixed == 0 {
		return logLik, true
	}
	gradient, move := make([]float64, p), make([]float64, p)
	curvature := make([]float64, p*p)
	trial := make([]float64, p)
	unit := m.reach(tau)
	for range 400 {
		clear(gradient)
		clear(curvature)
		for i := range m.terms {
			m.slice.load(m.terms[i:i+1], tau)
			d1, d2 := m.slice.factors[0].score(m.centre(i, beta))
			for a, xa := range m.x[i] {
				gradient[a] += d1 * xa
				for b, xb := range m.x[i] {
					curvature[a*p+b] += d2 * xa * xb
				}
			}
		}
		if fixed >= 0 {
			gradient[fixed] = 0
			for a := range p {
				curvature[a*p+fixed], curvature[fixed*p+a] = 0, 0
			}
			curvature[fixed*p+fixed] = 1
		}
		flat := true
		for _, g := range gradient {
			flat = flat && g == 0
		}
		if flat {
			return logLik, true
		}
		ridge := 0.0
		for !solvePositive(curvature, gradient, move, p, ridge) {
			trace := 0.0
			for a := range p {
				trace += curvature[a*p+a]
			}
			ridge = max(10*ridge, 1e-12*trace, 1e-300)
		}
		// A shift of the centres by no more than what could change at all.
		far, size := 0.0, 0.0
		for i := range m.terms {
			far = max(far, math.Abs(m.centre(i, move)))
			size = max(size, math.Abs(m.centre(i, beta)))
		}
		if far > unit {
			for a := range move {
				move[a] *= unit / far
			}
		}
		better := false
		for range 60 {
			for a := range p {
				trial[a] = beta[a] + move[a]
			}
			if l := m.logLik(trial, tau); l >= logLik || far < 1e-5*unit && l > logLik-1e-10*(1+math.Abs(logLik)) {
				logLik, better = l, true
				break
			}
			for a := range move {
				move[a] /= 2
			}
			far /= 2
		}
		if !better {
			return logLik, true
		}
		copy(beta, trial)
		if far <= 4e-16*max(size, 1e-3*unit) {
			return logLik, true
		}
		if size > 1e6*unit && size > 1e6 {
			return logLik, false
		}
	}
	return logLik, true
}

// reach is a length of ln over which the likelihood may change.
func (m *boundedModel) reach(tau float64) float64 {
	lo, hi := m.ends()
	return max(hi-lo, 4*tau, m.mostSigma(), 1e-3)
}

// ends are the least and greatest end of all reports.
func (m *boundedModel) ends() (lo, hi float64) {
	lo, hi = math.Inf(1), math.Inf(-1)
	for i := range m.terms {
		for _, e := range [2]float64{m.terms[i].lo, m.terms[i].hi} {
			if !math.IsInf(e, 0) {
				lo, hi = min(lo, e), max(hi, e)
			}
		}
	}
	return lo, hi
}

func (m *boundedModel) mostSigma() float64 {
	most := 0.0
	for i := range m.terms {
		most = max(most, math.Sqrt(m.terms[i].variance))
	}
	return most
}
