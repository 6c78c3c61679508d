package pool

import "math"

const (
	certain = 8.3 // where Φ is 1 to the last bit
	nearly  = 7.0 // where it is 1 to 1e-12, what an integral over μ is good to
)

// lay places the nodes of a panel: of the 16-point Gauss–Legendre rule, or n of
// the trapezoid rule, half a step from either end.
func (p *panel) lay(from, to float64, n int) {
	p.from, p.to, p.n, p.even = from, to, n, n != gaussNodes
	half := 0.5 * (to - from)
	if p.even {
		step := 2 * half / float64(n)
		for i := range n {
			p.x[i], p.value[i] = from+(float64(i)+0.5)*step, step
		}
		return
	}
	for i := range 8 {
		d, w := half*legendre16[i][0], half*legendre16[i][1]
		p.x[7-i], p.x[8+i] = from+half-d, from+half+d
		p.value[7-i], p.value[8+i] = w, w
	}
}

// fill evaluates the slice at the nodes of a panel, a factor at a time, leaving
// out the factors that are 1 all over it.
func (p *panel) fill(s *muSlice) {
	x, value := p.x[:p.n], p.value[:p.n]
	// With the greatest value above exp(−150) a factor under 1e-81 makes nothing
	// that counts, so that no exponent need be taken out of any.
	if s.scale-s.base < 150 {
		s.multiply(p)
	} else {
		for i, mu := range x {
			value[i] *= s.at(mu)
		}
	}
	p.mass = 0
	for _, v := range value {
		p.mass += v
	}
}

// multiply multiplies the factors into the values.
func (s *muSlice) multiply(p *panel) {
	x := p.x[:p.n]
	value := p.value[:len(x)]
	var exponents [gaussNodes]float64
	e := exponents[:len(x)]
	for i := range s.factors {
		f := &s.factors[i]
		r := f.inverse
		switch {
		case f.kind == PointKind:
			for j, mu := range x {
				z := (f.lo - mu) * r
				e[j] -= 0.5 * z * z
			}
		case f.isNarrow:
			mid := 0.5 * (f.lo + f.hi)
			for j, mu := range x {
				z := (mid - mu) * r
				e[j] -= 0.5 * z * z
				value[j] *= narrowInterval(z*z, f.width*f.width)
			}
		default:
			// An end of an interval counts for nothing where it is far away
			// and the other is not: out in the tail both count.
			past, left := (p.from-f.lo)*r, (f.hi-p.to)*r
			below := past < nearly || left < -2
			above := left < nearly || past < -2
			below, above = below && f.kind != UpperKind, above && f.kind != LowerKind
			switch {
			case below && above:
				s.normal.multiplyBetween(value, x, f.lo, f.hi, r)
			case below:
				s.normal.multiply(value, x, f.lo, r)
			case above:
				s.normal.multiply(value, x, f.hi, -r)
			}
		}
	}
	if !s.plain || s.base != 0 {
		c := s.scale - s.base
		for j := range e {
			value[j] *= math.Exp(e[j] + c)
		}
	}
}

// multiply multiplies each value by Φ(r·(x−end)). It is cdf by hand: here most
// of the time goes.
func (t *normalTable) multiply(value, x []float64, end, r float64) {
	r *= tableStep
	end += tableLow / r * tableStep
	value = value[:len(x)]
	for j, mu := range x {
		at := (mu - end) * r
		switch {
		case at >= tableSize:
			continue
		case at < 0:
			value[j] *= normalCDF(at/tableStep + tableLow)
			continue
		}
		i := int(at + 0.5)
		c := &t[i]
		d := (at - float64(i)) * (1.0 / tableStep)
		value[j] *= c[0] + d*(c[1]+d*(c[2]+d*(c[3]+d*(c[4]+d*(c[5]+d*c[6])))))
	}
}

// multiplyBetween multiplies each value by Φ(r·(hi−x)) − Φ(r·(lo−x)), taking the
// lower tails of whichever side most nodes lie on.
func (t *normalTable) multiplyBetween(value, x []float64, lo, hi, r float64) {
	if x[len(x)/2] < 0.5*(lo+hi) {
		lo, hi, r = hi, lo, -r
	}
	value = value[:len(x)]
	for j, mu := range x {
		a, b := (lo-mu)*r, (hi-mu)*r
		low, high := (a-tableLow)*tableStep, (b-tableLow)*tableStep
		if !(low >= 0 && high < tableSize) {
			value[j] *= t.between(a, b)
			continue
		}
		i, k := int(low+0.5), int(high+0.5)
		c, e := &t[i], &t[k]
		d, h := (low-float64(i))*(1.0/tableStep), (high-float64(k))*(1.0/tableStep)
		value[j] *= e[0] + h*(e[1]+h*(e[2]+h*(e[3]+h*(e[4]+h*(e[5]+h*e[6]))))) -
			(c[0] + d*(c[1]+d*(c[2]+d*(c[3]+d*(c[4]+d*(c[5]+d*c[6]))))))
	}
}
