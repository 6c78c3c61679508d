package pool

import "math"

// certain is where Φ is 1 to the last bit.
const certain = 8.3

// fill evaluates the slice at the nodes of a panel, a factor at a time, leaving
// out the factors that are 1 all over it.
func (p *panel) fill(s *muSlice) {
	half := 0.5 * (p.to - p.from)
	var x [16]float64
	for i := range 8 {
		d, w := half*legendre16[i][0], half*legendre16[i][1]
		x[7-i], x[8+i] = p.from+half-d, p.from+half+d
		p.value[7-i], p.value[8+i] = w, w
	}
	if s.base < -150 || !s.quick(p, &x) {
		for i, mu := range x {
			p.value[i] *= s.at(mu)
		}
	}
	p.mass = 0
	for _, v := range p.value {
		p.mass += v
	}
}

// quick multiplies the factors into the values, or leaves them and returns false
// where a factor needs its exponent taken out.
func (s *muSlice) quick(p *panel, x *[16]float64) bool {
	for i := range s.factors {
		f := &s.factors[i]
		if f.kind != PointKind && !f.isNarrow &&
			(f.kind != UpperKind && (p.from-f.lo)*f.inverse < -tableEnd || f.kind != LowerKind && (f.hi-p.to)*f.inverse < -tableEnd) {
			return false
		}
	}
	var e [16]float64
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
				p.value[j] *= narrowInterval(z*z, f.width*f.width)
			}
		default:
			// An end of an interval counts for nothing where it is far away
			// and the other is not: out in the tail both count.
			past, left := (p.from-f.lo)*r, (f.hi-p.to)*r
			below := past < certain || left < -2
			above := left < certain || past < -2
			below, above = below && f.kind != UpperKind, above && f.kind != LowerKind
			switch {
			case below && above:
				for j, mu := range x {
					a, b := (f.lo-mu)*r, (f.hi-mu)*r
					if a > 0 {
						a, b = -b, -a
					}
					p.value[j] *= s.normal.cdf(b) - s.normal.cdf(a)
				}
			case below:
				s.normal.multiply(&p.value, x, f.lo, r)
			case above:
				s.normal.multiply(&p.value, x, f.hi, -r)
			}
		}
	}
	if !s.plain || s.base != 0 {
		c := s.scale - s.base
		for j := range e {
			p.value[j] *= math.Exp(e[j] + c)
		}
	}
	return true
}

// multiply multiplies each value by Φ(r·(x−end)), whose argument is above −tableEnd.
func (t *normalTable) multiply(value, x *[16]float64, end, r float64) {
	for j := range value {
		z := (x[j] - end) * r
		y := min(math.Abs(z), tableEnd)
		i := int(y*tableStep + 0.5)
		e := &t[i]
		c := float64(i) * (1.0 / tableStep)
		d := c - y
		c2 := c * c
		p := e.cdf + e.pdf*d*(1+d*(c*0.5+d*((c2-1)*(1.0/6)+d*(c*(c2-3)*(1.0/24)+d*((c2*(c2-6)+3)*(1.0/120)+d*(c*(c2*(c2-10)+15))*(1.0/720))))))
		if z > 0 {
			p = 1 - p
		}
		value[j] *= p
	}
}
