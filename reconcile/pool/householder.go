package pool

import "math"

// householder is a QR decomposition of √W X with column pivoting, and of √W y
// with it (Businger and Golub 1965).
type householder struct {
	k, p  int
	a     []float64 // k×p: R above the diagonal, the reflectors on and below it
	diag  []float64 // the diagonal of R
	scale []float64 // 2/‖reflector‖²
	z     []float64 // Q'√W y
	perm  []int
	other []float64 // scratch: p
}

// factor decomposes the weighted rows of m, row skip left out.
func (f *householder) factor(m *model, skip int) {
	k, p := m.k, m.p
	f.k, f.p = k, p
	f.a, f.z, f.diag = resized(f.a, k*p), resized(f.z, k), resized(f.diag, p)
	f.scale, f.perm, f.other = resized(f.scale, p), resized(f.perm, p), resized(f.other, p)
	for i := range k {
		s := math.Sqrt(m.w[i])
		if i == skip {
			s = 0
		}
		f.z[i] = s * m.y[i]
		for j := range p {
			f.a[i*p+j] = s * m.x[i*p+j]
		}
	}
	for j := range p {
		f.perm[j] = j
	}
	for j := range p {
		f.pivot(j)
		norm := math.Sqrt(f.dot(j, j, j))
		f.scale[j] = 0
		f.diag[j] = 0
		if norm == 0 {
			continue
		}
		if f.a[j*p+j] > 0 {
			norm = -norm
		}
		f.diag[j] = norm
		f.a[j*p+j] -= norm
		f.scale[j] = 2 / f.dot(j, j, j)
		for c := j + 1; c < p; c++ {
			t := f.scale[j] * f.dot(j, j, c)
			for i := j; i < k; i++ {
				f.a[i*p+c] -= t * f.a[i*p+j]
			}
		}
		f.reflect(j, f.z)
	}
}

// pivot swaps into column j the one with the greatest remaining norm.
func (f *householder) pivot(j int) {
	best, most := j, -1.0
	for c := j; c < f.p; c++ {
		if n := f.dot(j, c, c); n > most {
			best, most = c, n
		}
	}
	if best == j {
		return
	}
	for i := range f.k {
		row := f.a[i*f.p : i*f.p+f.p]
		row[j], row[best] = row[best], row[j]
	}
	f.perm[j], f.perm[best] = f.perm[best], f.perm[j]
}

// dot is the inner product of columns c and d from row from on.
func (f *householder) dot(from, c, d int) float64 {
	s := 0.0
	for i := from; i < f.k; i++ {
		s += f.a[i*f.p+c] * f.a[i*f.p+d]
	}
	return s
}

// reflect applies reflector j to a vector of length k.
func (f *householder) reflect(j int, x []float64) {
	s := 0.0
	for i := j; i < f.k; i++ {
		s += f.a[i*f.p+j] * x[i]
	}
	s *= f.scale[j]
	for i := j; i < f.k; i++ {
		x[i] -= s * f.a[i*f.p+j]
	}
}

// orthonormal writes the first p columns of Q, rows together.
func (f *householder) orthonormal(q []float64) {
	k, p := f.k, f.p
	clear(q)
	for c := range p {
		q[c*p+c] = 1
	}
	for j := p - 1; j >= 0; j-- {
		for c := range p {
			s := 0.0
			for i := j; i < k; i++ {
				s += f.a[i*p+j] * q[i*p+c]
			}
			s *= f.scale[j]
			for i := j; i < k; i++ {
				q[i*p+c] -= s * f.a[i*p+j]
			}
		}
	}
}

// residuals writes √W(y − Xβ).
func (f *householder) residuals(r []float64) {
	copy(r, f.z)
	clear(r[:f.p])
	for j := f.p - 1; j >= 0; j-- {
		f.reflect(j, r)
	}
}

// coefficients writes β.
func (f *householder) coefficients(beta []float64) {
	p := f.p
	for j := p - 1; j >= 0; j-- {
		s := f.z[j]
		for c := j + 1; c < p; c++ {
			s -= f.a[j*p+c] * beta[f.perm[c]]
		}
		beta[f.perm[j]] = s / f.diag[j]
	}
}

// quadratic is x'(X'WX)⁻¹x, +Inf if the rows do not determine it.
func (f *householder) quadratic(x []float64) float64 {
	sum := 0.0
	u := f.other
	for j := range f.p {
		s := x[f.perm[j]]
		for c := range j {
			s -= f.a[c*f.p+j] * u[c]
		}
		if f.singular(j) {
			if math.Abs(s) > 1e-8*math.Abs(x[f.perm[j]]) {
				return math.Inf(1)
			}
			u[j] = 0
			continue
		}
		u[j] = s / f.diag[j]
		sum += u[j] * u[j]
	}
	return sum
}

// singular reports that column j adds nothing to those before it.
func (f *householder) singular(j int) bool {
	norm := f.diag[j] * f.diag[j]
	for c := range j {
		norm += f.a[c*f.p+j] * f.a[c*f.p+j]
	}
	return !(math.Abs(f.diag[j]) > 1e-13*math.Sqrt(norm))
}

// inverse writes (X'WX)⁻¹.
func (f *householder) inverse(cov []float64) {
	p := f.p
	// Column c of the inverse of R, then R⁻¹R⁻ᵀ summed by columns.
	clear(cov)
	for c := range p {
		u := f.other
		clear(u)
		u[c] = 1 / f.diag[c]
		for j := c - 1; j >= 0; j-- {
			s := 0.0
			for i := j + 1; i <= c; i++ {
				s -= f.a[j*p+i] * u[i]
			}
			u[j] = s / f.diag[j]
		}
		for i := range c + 1 {
			for j := range c + 1 {
				cov[f.perm[i]*p+f.perm[j]] += u[i] * u[j]
			}
		}
	}
}

// logDet is log det X'WX.
func (f *householder) logDet() float64 {
	s := 0.0
	for _, d := range f.diag {
		s += 2 * math.Log(math.Abs(d))
	}
	return s
}
