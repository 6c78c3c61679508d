package pool

import "math"

// A mixture of normals with the weights of a quadrature. Its components are in
// two classes, the nodes of the rule with twice the step and those between, so
// that one pass gives a quantile and the error of the rule.
type mixture struct {
	class              [2][]component
	mean, sd           float64
	skew, excess       float64
	width              float64 // a harmonic mean of the components' deviations
	leastMean, topMean float64
	topSD              float64
}

type component struct{ weight, mean, precision, variance float64 } // precision is 1/sd

// lightest is the weight under which a component does not count, beside about 1.
const lightest = 1e-14

func (m *mixture) reset() {
	m.class[0], m.class[1] = m.class[0][:0], m.class[1][:0]
}

func (m *mixture) add(class int, weight, mean, variance float64) {
	if weight < lightest {
		return
	}
	// A component of no width is a step; a large precision makes it one.
	precision := min(1/math.Sqrt(max(variance, 0)), 1e150)
	m.class[class] = append(m.class[class], component{weight, mean, precision, variance})
}

// finish computes the moments, from which quantiles start.
func (m *mixture) finish() {
	var mean, total, precision float64
	m.leastMean, m.topMean, m.topSD = math.Inf(1), math.Inf(-1), 0
	for _, list := range m.class {
		for i := range list {
			n := &list[i]
			total += n.weight
			mean += n.weight * n.mean
			precision += n.weight * n.precision
			m.leastMean = min(m.leastMean, n.mean)
			m.topMean = max(m.topMean, n.mean)
			m.topSD = max(m.topSD, n.variance)
		}
	}
	m.topSD = math.Sqrt(m.topSD)
	mean /= total
	m.width = total / precision
	var c2, c3, c4 float64
	for _, list := range m.class {
		for i := range list {
			n := &list[i]
			v := n.variance
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

// A cdfPoint is a distribution function at a point with its first three
// derivatives, all times the mass behind it.
type cdfPoint struct{ mass, cdf, density, slope, bend float64 }

func (e *cdfPoint) add(o *cdfPoint) {
	e.mass += o.mass
	e.cdf += o.cdf
	e.density += o.density
	e.slope += o.slope
	e.bend += o.bend
}

// eval returns what every stride-th component of one class makes of the
// distribution function at x.
func (m *mixture) eval(normal *normalTable, class, stride int, x float64) cdfPoint {
	list := m.class[class]
	var mass, f0, f1, f2, f3 float64
	for i := 0; i < len(list); i += stride {
		n := &list[i]
		z := (x - n.mean) * n.precision
		var p, d float64
		if t, h := normal.near(place(z)); t != nil {
			p = t[0] + h*(t[1]+h*(t[2]+h*(t[3]+h*(t[4]+h*t[5]))))
			d = tableStep * (t[1] + h*(2*t[2]+h*(3*t[3]+h*(4*t[4]+h*(5*t[5])))))
		} else {
			p, d = normalEnds(z)
		}
		mass += n.weight
		f0 += n.weight * p
		d *= n.weight * n.precision
		f1 += d
		d *= n.precision
		f2 -= d * z
		f3 += d * n.precision * (z*z - 1)
	}
	return cdfPoint{mass, f0, f1, f2, f3}
}

// exact reports whether the rule is fine enough: e is what all nodes say, half
// what every second one says.
func (e *cdfPoint) exact(half *cdfPoint, tolerance, width float64) bool {
	return e.off(half, width) < tolerance
}

// off is by how much they differ. The error of a rule waves about 0 as x moves,
// and so where it crosses 0 the density tells.
func (e *cdfPoint) off(half *cdfPoint, width float64) float64 {
	r, s := 1/e.mass, 1/half.mass
	return max(math.Abs(e.cdf*r-half.cdf*s), math.Abs(e.density*r-half.density*s)*width/3)
}

// invert is the way from here to where the distribution function is q: the
// inverse series to third order in the Newton step (Householder 1970, section
// 4.4), or that step alone where the series is not to be trusted. The error left
// is of the size of last, relative to move, times the third power of the step.
func (e *cdfPoint) invert(q float64) (move, last float64) {
	r := 1 / e.density
	step := (q*e.mass - e.cdf) * r
	a := step * e.slope * r
	b := step * step * e.bend * r
	second, third := -0.5*a, 0.5*a*a-b/6
	if !(math.Abs(second) < 0.5 && math.Abs(third) < 0.3) {
		if math.Abs(second) < 0.5 {
			return step * (1 + second), 1
		}
		return step, 1
	}
	return step * (1 + second + third), max(math.Abs(a), math.Sqrt(math.Abs(b)))
}

// quantile inverts the distribution function from a rough start or from another
// start that is not NaN, kept within a bracket: by every second node until the
// step is short, then by all of them. It stops where the rule is not fine enough,
// unless it is the last one.
func (m *mixture) quantile(normal *normalTable, q, start float64, last bool) (x float64, exact bool) {
	whole := m.whole(q)
	if x = start; math.IsNaN(start) {
		x = m.rough(normal, q)
	}
	x, half := m.approach(normal, 1, lastStep, q, x, whole)
	tolerance := min(coarseError, 6e-5*min(q, 1-q))
	in := whole
	for range 200 {
		e, other := half, m.eval(normal, 1, 1, x)
		e.add(&other)
		if exact = e.exact(&half, tolerance, m.width); !exact && !last {
			return x, false
		}
		move, short := m.step(&e, q, lastStep)
		done := false
		if x, done = in.step(x, q*e.mass-e.cdf, move, short); done {
			return x, exact
		}
		half = m.eval(normal, 0, 1, x)
	}
	return x, exact
}

// whole is where the q-quantile can lie: between those of the components.
func (m *mixture) whole(q float64) bracket {
	z := standardQuantile(q)
	return bracket{m.leastMean + min(z*m.topSD, 0), m.topMean + max(z*m.topSD, 0)}
}

// rough is near the q-quantile: by every eighth node, from a Cornish–Fisher
// start where the tails are light enough for one (Cornish and Fisher 1938).
func (m *mixture) rough(normal *normalTable, q float64) float64 {
	z := standardQuantile(q)
	x := m.mean + z*min(m.width, m.sd)
	if m.excess < 4 {
		z2 := z * z
		x = m.mean + m.sd*(z+m.skew*(z2-1)/6+m.excess*z*(z2-3)/24-m.skew*m.skew*z*(2*z2-5)/36)
	}
	in := m.whole(q)
	x, e := m.approach(normal, fewNodes, roughStep, q, min(max(x, in.lo), in.hi), in)
	if move, near := m.step(&e, q, roughStep); near {
		x += move
	}
	return x
}

// lastStep is how long, beside the scales of the density, the last step of an
// inversion may be: its fourth power is what is left.
const lastStep = 4e-3

// A rough start comes from every eighth node, until its step is that short.
const (
	fewNodes  = 4 // of every second one
	roughStep = 0.2
)

// approach moves x to the quantile by every stride-th component of the first
// class alone, until the next step is short, and returns it with what they say
// there.
func (m *mixture) approach(normal *normalTable, stride int, short, q, x float64, in bracket) (float64, cdfPoint) {
	for range 200 {
		e := m.eval(normal, 0, stride, x)
		move, near := m.step(&e, q, short)
		if near || !(e.mass > 0) {
			return x, e
		}
		next, done := in.step(x, q*e.mass-e.cdf, move, false)
		if next == x || done {
			return x, e
		}
		x = next
	}
	return x, m.eval(normal, 0, stride, x)
}

// step is that of invert, and whether it is short.
func (m *mixture) step(e *cdfPoint, q, short float64) (float64, bool) {
	move, size := e.invert(q)
	return move, math.Abs(move) < short*m.width && size < short
}
