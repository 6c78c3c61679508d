package pool

import (
	"math"
	"slices"
)

// A model is the weighted linear model y = Xβ + e with variances v + t, its rows
// in the order of their variances. Rows that scale very differently are the rule
// in meta-analysis; a QR decomposition of the scaled rows, the heaviest first,
// keeps small weights beside large ones (Cox and Higham 1998), where the normal
// equations would lose them.
type model struct {
	k, p  int
	order []int     // row i is study order[i]
	y, v  []float64 // y less pivot
	x     []float64 // k×p, rows together; the first column is 1
	pivot float64   // y of the study with the smallest variance

	// Of the last call of weigh or weighEqually:
	w      []float64 // weights
	q      []float64 // k×p, orthonormal columns of √W X
	r      []float64 // residuals y − Xβ
	slack  []float64 // 1 − leverage
	beta   []float64
	cov    []float64 // p×p, the inverse of X'WX
	logDet float64   // log det X'WX
	heavy  []int     // rows of leverage above one half

	qr      householder
	product []float64 // scratch: w·v
}

// load takes the studies with p columns, x giving the moderators by column.
func (m *model) load(y, v []float64, x [][]float64) {
	m.k, m.p = len(y), len(x)+1
	k, p := m.k, m.p
	m.order = resized(m.order, k)
	m.y, m.v, m.w, m.r, m.slack = resized(m.y, k), resized(m.v, k), resized(m.w, k), resized(m.r, k), resized(m.slack, k)
	m.x, m.q = resized(m.x, k*p), resized(m.q, k*p)
	m.beta, m.cov, m.product = resized(m.beta, p), resized(m.cov, p*p), resized(m.product, k)
	for i := range m.order {
		m.order[i] = i
	}
	slices.SortStableFunc(m.order, func(i, j int) int {
		switch {
		case v[i] < v[j]:
			return -1
		case v[i] > v[j]:
			return 1
		}
		return 0
	})
	m.pivot = y[m.order[0]]
	for row, i := range m.order {
		m.y[row], m.v[row] = y[i]-m.pivot, v[i]
		m.x[row*p] = 1
		for j := range x {
			m.x[row*p+1+j] = x[j][i]
		}
	}
}

// resized returns s with length n, its old values not kept.
func resized[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	return s[:n]
}

// weigh fits with weights 1/(v+t).
func (m *model) weigh(t float64) {
	for i, v := range m.v {
		m.w[i] = 1 / (v + t)
	}
	m.solve()
}

// weighEqually fits with all weights 1.
func (m *model) weighEqually() {
	for i := range m.w {
		m.w[i] = 1
	}
	m.solve()
}

// rss is the weighted sum of squared residuals, y'Py.
func (m *model) rss() float64 {
	s := 0.0
	for i, r := range m.r {
		s += m.w[i] * r * r
	}
	return s
}

// trace is Σ fᵢ(1 − hᵢ): tr P if f are the weights.
func (m *model) trace(f []float64) float64 {
	s := 0.0
	for i, u := range m.slack {
		s += f[i] * u
	}
	return s
}

// form is Σᵢⱼ fᵢ gⱼ (I − H)ᵢⱼ². With f and g the weights it is tr PP.
func (m *model) form(f, g []float64) float64 {
	k, p := m.k, m.p
	sum := 0.0
	for i, u := range m.slack {
		sum += f[i] * g[i] * u * u
	}
	// Off the diagonal: all pairs of light rows by their moments less their own
	// squares; the pairs with a heavy row one by one, for there the square would
	// swallow the rest.
	for a := range p {
		for b := range p {
			var sf, sg, own float64
			for i := range k {
				if slices.Contains(m.heavy, i) {
					continue
				}
				qq := m.q[i*p+a] * m.q[i*p+b]
				sf += f[i] * qq
				sg += g[i] * qq
				own += f[i] * g[i] * qq * qq
			}
			sum += sf*sg - own
		}
	}
	for _, i := range m.heavy {
		for j := range k {
			if j == i {
				continue
			}
			h := 0.0
			for c := range p {
				h += m.q[i*p+c] * m.q[j*p+c]
			}
			if slices.Contains(m.heavy, j) {
				sum += f[i] * g[j] * h * h // (j, i) comes in its turn
			} else {
				sum += (f[i]*g[j] + f[j]*g[i]) * h * h
			}
		}
	}
	return sum
}

// logVariance is Σ log(v+t) at the weights 1/(v+t).
func (m *model) logVariance() float64 {
	s := 0.0
	for _, w := range m.w {
		s -= math.Log(w)
	}
	return s
}
