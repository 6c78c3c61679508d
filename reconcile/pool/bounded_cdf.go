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
	if x < n.mean {
		e.cdf = s.beyond(x, -1, e.density, -j.first, j.second, &g.tail)
	} else {
		e.cdf = n.mass - s.beyond(x, 1, e.density, j.first, j.second, &g.tail)
	}
	return e
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
	x, value  [2 * len(legendre16)]float64
	exponents []float64
}

const (
	deep    = 22  // −ln of what is left out of a tail
	longest = 6.4 // scales that one 16-point panel may span where 1e-11 will do
)

// beyond is ∫ of the slice from x to the right, or with sign −1 to the left,
// given its value there, the slope of its logarithm in that direction, and minus
// the second derivative.
func (s *muSlice) beyond(x, sign, value, slope, curvature float64, t *tailRule) float64 {
	if value == 0 {
		return 0
	}
	// Where the logarithm has fallen by deep, were it a parabola.
	depth := math.Inf(1)
	if root := math.Sqrt(slope*slope + 2*deep*curvature); root > slope {
		depth = 2 * deep / (root - slope)
	}
	total := 0.0
	for range 4000 {
		w := s.stride(x, sign, 0, longest)
		if math.IsInf(w, 1) {
			break
		}
		rule := legendre16[:]
		if depth < 8*w {
			// Of the panels that reach down there, all alike, the first.
			panels := math.Ceil(depth / w)
			switch scales := depth / panels / w * longest; {
			case scales < 2:
				rule = legendre8[:]
			case scales < 4.2:
				rule = legendre12[:]
			}
			w = depth / panels
		}
		to := x + sign*w
		m := 2 * len(rule)
		total += s.panel(t.x[:m], t.value[:m], min(x, to), max(x, to), rule, &t.exponents)
		last := t.value[m-1]
		if sign < 0 {
			last = t.value[0]
		}
		// It is log-concave: once it has fallen, what is left is a fraction of
		// this.
		if last <= 1e-9*total*rule[len(rule)-1][1]*0.5 {
			break
		}
		x = to
		if depth -= w; depth < 0.1*w {
			depth = math.Inf(1)
		}
	}
	return total
}
