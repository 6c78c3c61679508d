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

// deep is −ln of what is left out of a tail.
const deep = 24

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
		w := s.stride(x, sign, 0)
		if math.IsInf(w, 1) {
			break
		}
		rule := legendre16[:]
		// In scales of the slice, of which a whole panel has panelWidth.
		if part := depth / w * panelWidth; part < panelWidth {
			w = depth
			switch {
			case part < 1.9:
				rule = legendre8[:]
			case part < 4.3:
				rule = legendre12[:]
			}
		}
		to := x + sign*w
		m := 2 * len(rule)
		total += s.panel(t.x[:m], t.value[:m], min(x, to), max(x, to), rule, &t.exponents)
		// It is log-concave: no more than this is left once it falls.
		last := t.value[m-1] / rule[len(rule)-1][1] / (0.5 * w)
		if sign < 0 {
			last = t.value[0] / rule[len(rule)-1][1] / (0.5 * w)
		}
		if w*last <= 1e-11*total {
			break
		}
		x = to
		depth = math.Inf(1)
	}
	return total
}
