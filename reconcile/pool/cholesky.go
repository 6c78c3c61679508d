package pool

import "math"

// solvePositive solves (a + ridge)·x = b for a symmetric a by Cholesky, and
// reports whether a is positive definite.
func solvePositive(a, b, x []float64, p int, ridge float64) bool {
	l := make([]float64, p*p)
	for i := range p {
		for j := range i + 1 {
			sum := a[i*p+j]
			if i == j {
				sum += ridge
			}
			for k := range j {
				sum -= l[i*p+k] * l[j*p+k]
			}
			if i == j {
				if !(sum > 1e-14*(a[i*p+i]+ridge)) {
					return false
				}
				l[i*p+i] = math.Sqrt(sum)
			} else {
				l[i*p+j] = sum / l[j*p+j]
			}
		}
	}
	for i := range p {
		x[i] = b[i]
		for k := range i {
			x[i] -= l[i*p+k] * x[k]
		}
		x[i] /= l[i*p+i]
	}
	for i := p - 1; i >= 0; i-- {
		for k := i + 1; k < p; k++ {
			x[i] -= l[k*p+i] * x[k]
		}
		x[i] /= l[i*p+i]
	}
	return true
}
