package pool

import "math"

// A mixture of normals with the weights of a quadrature. Its components are in
// two classes, the nodes of the rule with twice the step and those between, so
// that one pass gives a quantile and the error of the rule.
type mixture struct {
	class              [2][]component
	mass               [2]float64
	mean, sd           float64
	skew, excess       float64
	width              float64 // a harmonic mean of the components' deviations
	leastMean, topMean float64
	topSD              float64
}

type component struct{ weight, mean, precision float64 } // precision is 1/sd

func (m *mixture) reset() {
	m.class[0], m.class[1] = m.class[0][:0], m.class[1][:0]
}

func (m *mixture) add(class int, weight, mean, variance float64) {
	if weight == 0 {
		return
	}
	// A component of no width is a step; a large precision makes it one.
	precision := min(1/math.Sqrt(max(variance, 0)), 1e150)
	m.class[class] = append(m.class[class], component{weight, mean, precision})
}

// finish computes the moments, from which quantiles start.
func (m *mixture) finish() {
	var mean, total, precision float64
	m.leastMean, m.topMean, m.topSD = math.Inf(1), math.Inf(-1), 0
	for c, list := range m.class {
		mass := 0.0
		for i := range list {
			n := &list[i]
			mass += n.weight
			mean += n.weight * n.mean
			precision += n.weight * n.precision
			m.leastMean = min(m.leastMean, n.mean)
			m.topMean = max(m.topMean, n.mean)
			m.topSD = max(m.topSD, 1/n.precision)
		}
		m.mass[c] = mass
		total += mass
	}
	mean /= total
	m.width = total / precision
	var c2, c3, c4 float64
	for _, list := range m.class {
		for i := range list {
			n := &list[i]
			v := 1 / (n.precision * n.precision)
			d := n.mean - mean
			d2 := d * d
			c2 += n.weight * (v + d2)
			c3 += n.weight * d * (3*v + d2)
			c4 += n.weight * (3*v*(v+2*d2) + d2*d2)
		}
	}
	c2, c3, c4 = c2/total, c3/total, c4/total
	m.mean, m.sd = mean, math.Sqrt(c2)
	m.skew, m.excess = c3/(c2*m.sd), c4/(c2*c2)-3
}

// eval returns the distribution function, its error control, the density and
// its derivative at x.
func (m *mixture) eval(normal *normalTable, x float64) (cdf, coarse, density, slope float64) {
	var part [2]float64
	for c, list := range m.class {
		sum := 0.0
		for i := range list {
			n := &list[i]
			z := (x - n.mean) * n.precision
			p, d := normal.both(z)
			sum += n.weight * p
			d *= n.weight * n.precision
			density += d
			slope -= d * n.precision * z
		}
		part[c] = sum
	}
	total := m.mass[0] + m.mass[1]
	return (part[0] + part[1]) / total, part[0] / m.mass[0], density / total, slope / total
}

// quantile inverts the distribution function by steps of third order from a
// Cornish–Fisher start (Cornish and Fisher 1938), kept within a bracket.
func (m *mixture) quantile(normal *normalTable, q float64) (x float64, exact bool) {
	z := standardQuantile(q)
	// A quantile of the mixture lies between those of its components.
	lo := m.leastMean + min(z*m.topSD, 0)
	hi := m.topMean + max(z*m.topSD, 0)
	if m.excess < 4 {
		z2 := z * z
		x = m.mean + m.sd*(z+m.skew*(z2-1)/6+m.excess*z*(z2-3)/24-m.skew*m.skew*z*(2*z2-5)/36)
	} else {
		x = m.mean + z*min(m.width, m.sd)
	}
	x = min(max(x, lo), hi)
	tolerance := coarseTail(q)
	for range 200 {
		cdf, coarse, density, slope := m.eval(normal, x)
		exact = math.Abs(cdf-coarse) < tolerance
		if cdf < q {
			lo = max(lo, x)
		} else {
			hi = min(hi, x)
		}
		if cdf == q {
			return x, exact
		}
		step := (q - cdf) / density
		bend := 0.5 * step * slope / density
		move := step
		if math.Abs(bend) < 0.5 {
			move = step * (1 - bend)
		}
		next := x + move
		switch {
		case math.Abs(step) < 5e-4*m.width && math.Abs(bend) < 1e-3 || next == x:
			return next, exact
		case !(next > lo && next < hi):
			next = lo + 0.5*(hi-lo)
			if next == lo || next == hi {
				return next, exact
			}
		}
		x = next
	}
	return x, exact
}
