package pool

import "math"

// An estimate is a distribution function at a point, its density and the first
// two derivatives of that, times the mass of the node.
type estimate struct{ cdf, density, slope, bend float64 }

// until is ∫ of the slice up to x at one τ.
func (g *boundedGrid) until(n *tauNode, x float64) (e estimate) {
	if n.flat {
		var ok bool
		if e, ok = n.plateau.cdf(g.normal, x, 0); ok {
			return e
		}
	}
	s := &n.slice
	if s.nothing(x) {
		if x > n.mean {
			e.cdf = n.mass
		}
		return e
	}
	j := s.jet(x)
	e.density = s.relative(j)
	e.slope = j.first * e.density
	e.bend = (j.first*j.first - j.second) * e.density
	if d := x - n.asked; math.Abs(d)*(s.sharpest+math.Abs(j.first)) < hop {
		e.cdf = n.then.cdf + n.then.to(&e, d)
		n.asked, n.then = x, e
		return e
	}
	spare := min(g.logTop-n.log, 14)
	if x < n.mean {
		e.cdf = s.beyond(x, -1, e.density, -j.first, j.second, spare, &g.tail)
	} else {
		e.cdf = n.mass - s.beyond(x, 1, e.density, j.first, j.second, spare, &g.tail)
	}
	n.asked, n.then = x, e
	return e
}

// hop is how far the integral from one point to another follows from the
// densities at both, in units of the shorter of (Σ1/v²)^−½ and what the density
// changes over: within some 1e-10 of what lies beyond.
const hop = 0.45

// to is the integral over the d from one point to another by the quintic that has
// the density and two derivatives of both.
func (e *estimate) to(o *estimate, d float64) float64 {
	return d * ((e.density+o.density)/2 + d*((e.slope-o.slope)/10+d*(e.bend+o.bend)/120))
}

// nothing reports that some factor leaves nothing beyond x, by far less than
// counts beside a mass that is not itself far down.
func (s *muSlice) nothing(x float64) bool {
	if !s.plain || s.base != 0 {
		return false
	}
	for i := range s.factors {
		f := &s.factors[i]
		if (f.lo-x)*f.inverse > farOut || (x-f.hi)*f.inverse > farOut {
			return true
		}
	}
	return false
}

// farOut is where Φ is 1e-25.
const farOut = 10.4

// relative is a jet's likelihood over exp(base).
func (s *muSlice) relative(j jet) float64 {
	if s.plain && j.exponent == 0 && s.base == 0 {
		return j.value
	}
	return j.value * math.Exp(j.exponent+s.scale-s.base)
}

// A tailRule is scratch for one panel.
type tailRule struct {
	x, value  [2 * len(legendre24)]float64
	exponents []float64
}

// A tail is integrated to about 1e-10 of itself, or with spare, in ln, to so much
// less.
const deep = 21 // −ln of what is left out of it

// spans are over how many scales of the slice Gauss–Legendre rules integrate a
// tail of a normal distribution to 1e-10, with some margin, and how many more for
// each unit of spare.
var spans = [...]struct {
	rule         [][2]float64
	least, spare float64
}{
	{legendre8[:], 2, 0.17},
	{legendre12[:], 4.8, 0.3},
	{legendre16[:], 7.5, 0.4},
	{legendre20[:], 10.6, 0.55},
	{legendre24[:], 14, 0.7},
}

// beyond is ∫ of the slice from x to the right, or with sign −1 to the left,
// given its value there, the slope of its logarithm in that direction, and minus
// the second derivative.
func (s *muSlice) beyond(x, sign, value, slope, curvature, spare float64, t *tailRule) float64 {
	if value == 0 {
		return 0
	}
	total := 0.0
	// To where the logarithm has fallen far enough, were it a parabola: by one
	// panel, where one will do, else by panels of 16 points until one does.
	fall := 2 * (deep - spare)
	if root := math.Sqrt(slope*slope + fall*curvature); root > slope {
		w := fall / (root - slope)
		for panels := 0; w > 0 && panels < 50; panels++ {
			scale := 1 / math.Sqrt(s.active(x, sign, w))
			rule, width := longTail(w/scale, spare)
			width = min(width*scale, w)
			part, end := s.stretch(x, sign, width, rule, t)
			if total += part; end {
				return total
			}
			x += sign * width
			w -= width
		}
	}
	for range 4000 {
		w := s.stride(x, sign, 0, panelWidth)
		if math.IsInf(w, 1) {
			break
		}
		part, end := s.stretch(x, sign, w, legendre16[:], t)
		if total += part; end {
			break
		}
		x += sign * w
	}
	return total
}

// longTail is the shortest rule that spans so many scales; if none does the one
// of 16 points. It returns how many it may span too.
func longTail(scales, spare float64) (rule [][2]float64, width float64) {
	for i := range spans {
		span := &spans[i]
		if width = span.least + spare*span.spare; scales < width {
			return span.rule, width
		}
	}
	const sixteen = 2
	return spans[sixteen].rule, spans[sixteen].least
}

// stretch is one panel, and whether little is left beyond it.
func (s *muSlice) stretch(x, sign, w float64, rule [][2]float64, t *tailRule) (mass float64, end bool) {
	to := x + sign*w
	m := 2 * len(rule)
	mass = s.panel(t.x[:m], t.value[:m], min(x, to), max(x, to), rule, &t.exponents)
	last := t.value[m-1]
	if sign < 0 {
		last = t.value[0]
	}
	// It is log-concave: once it has fallen, what is left is a fraction of this.
	return mass, last <= 1e-8*mass*rule[len(rule)-1][1]*0.5
}

// active is Σ1/v² of the factors that still change between x and w further, to
// the right or with sign −1 to the left.
func (s *muSlice) active(x, sign, w float64) float64 {
	const left, ahead = 5.5, 6.5 // past an end, or before it, Φ is even enough
	sum := 0.0
	for i := range s.factors {
		f := &s.factors[i]
		lo, hi := (f.lo-x)*sign*f.inverse, (f.hi-x)*sign*f.inverse
		far := w*f.inverse + ahead
		if lo > -left && lo < far || hi > -left && hi < far {
			sum += f.inverse * f.inverse
		}
	}
	return sum
}
