package pool

import "math"

// solve fits with the weights in m.w.
func (m *model) solve() {
	if m.p == 1 {
		m.solveMean()
		return
	}
	k, p := m.k, m.p
	f := &m.qr
	f.factor(m, -1)
	f.orthonormal(m.q)
	f.coefficients(m.beta)
	f.inverse(m.cov)
	m.logDet = f.logDet()
	f.residuals(m.r)
	m.heavy = m.heavy[:0]
	for i := range k {
		m.r[i] /= math.Sqrt(m.w[i])
		h := 0.0
		for _, q := range m.q[i*p : i*p+p] {
			h += q * q
		}
		m.slack[i] = max(1-h, 0)
		if h > 0.5 {
			m.heavy = append(m.heavy, i)
		}
	}
	// A row of leverage near 1 has a small residual and a small 1 − h, both lost
	// to cancellation above: they follow from the fit without the row.
	for _, i := range m.heavy {
		f.factor(m, i)
		x := m.x[i*p : i*p+p]
		g := m.w[i] * f.quadratic(x)
		m.slack[i] = 1 / (1 + g) // 0 if the row alone sets a coefficient
		if m.slack[i] == 0 {
			m.r[i] = 0
			continue
		}
		f.coefficients(f.other)
		fitted := 0.0
		for j, xj := range x {
			fitted += xj * f.other[j]
		}
		m.r[i] = m.slack[i] * (m.y[i] - fitted)
	}
}

// solveMean is solve where the mean is the only coefficient. The first row has
// the greatest weight, and y 0 as the pivot: sums over the others lose nothing
// beside it.
func (m *model) solveMean() {
	var others, moment float64
	w0 := m.w[0]
	for i := 1; i < m.k; i++ {
		others += m.w[i]
		moment += m.w[i] * m.y[i]
	}
	sum := w0 + others
	mean := moment / sum
	m.beta[0], m.cov[0], m.logDet = mean, 1/sum, math.Log(sum)
	for i, w := range m.w {
		m.r[i] = m.y[i] - mean
		m.q[i] = math.Sqrt(w / sum)
		m.slack[i] = 1 - w/sum
	}
	m.slack[0] = others / sum
	m.heavy = m.heavy[:0]
	if w0 > others {
		m.heavy = append(m.heavy, 0)
	}
}

// wald is β'V⁻¹β for the coefficients after the intercept: what the weighted sum
// of squares grows by if they are all 0.
func (m *model) wald() float64 {
	// V⁻¹ of the moderators is X'WX with the intercept swept out: the moderators
	// about their weighted means.
	p := m.p
	sum := total(m.w)
	mean := m.qr.other
	clear(mean)
	for i, w := range m.w {
		for j := 1; j < p; j++ {
			mean[j] += w / sum * m.x[i*p+j]
		}
	}
	q := 0.0
	for i, w := range m.w {
		fitted := 0.0
		for j := 1; j < p; j++ {
			fitted += (m.x[i*p+j] - mean[j]) * m.beta[j]
		}
		q += w * fitted * fitted
	}
	return q
}

// redundant returns the moderator, from 0, that is constant or a combination of
// others, -1 if there is none.
func (m *model) redundant() int {
	for j := 1; j < m.p; j++ {
		constant := true
		for i := 1; i < m.k && constant; i++ {
			constant = m.x[i*m.p+j] == m.x[j]
		}
		if constant {
			return j - 1
		}
	}
	for i := range m.w {
		m.w[i] = 1
	}
	f := &m.qr
	f.factor(m, -1)
	for j := range m.p {
		if f.singular(j) {
			// Of columns that depend on each other the pivots leave one to the
			// end; the intercept is never to blame.
			return max(f.perm[j], 1) - 1
		}
	}
	return -1
}
