package pool

import "math"

// An estimate is a distribution function at a point, its density and the first
// two derivatives of that, times the mass of the node.
type estimate struct{ cdf, density, slope, bend float64 }

// below is ∫ of the slice up to x at one τ.
func (g *boundedGrid) below(s *muSlice, n *tauNode, x float64) (e estimate) {
	if n.flat {
		var ok bool
		if e, ok = n.plateau.cdf(s.normal, x, 0); ok {
			return e
		}
		s.load(g.terms, n.tau)
		s.base = n.base
		e.cdf = n.track(s, x)
		return e.differ(s, x)
	}
	ps := g.panels[n.panels[0]:n.panels[1]]
	if len(ps) == 0 || x <= ps[0].from {
		return e
	}
	k := 0
	for k < len(ps) && ps[k].to <= x {
		e.cdf += ps[k].mass
		k++
	}
	if k == len(ps) {
		return e
	}
	s.load(g.terms, n.tau)
	s.base = n.base
	p := &ps[k]
	if p.even {
		e.cdf = n.track(s, x)
		return e.differ(s, x)
	}
	if x-p.from < p.to-x {
		e.cdf += s.integral(p.from, x)
	} else {
		e.cdf += p.mass - s.integral(x, p.to)
	}
	return e.differ(s, x)
}

// differ adds the density and its derivatives.
func (e estimate) differ(s *muSlice, x float64) estimate {
	e.density = s.at(x)
	first, second := s.roughScore(x)
	e.slope = first * e.density
	e.bend = (first*first - second) * e.density
	return e
}

// track is ∫ of the slice up to x where no panels give it: from where it was
// asked last, if that is near, as in a search it is; else from the nearer end.
func (n *tauNode) track(s *muSlice, x float64) float64 {
	if move := x - n.known; n.tracked && move*move*s.precision() < 1 {
		half := 0.5 * move
		for _, a := range legendre8 {
			n.upTo += half * a[1] * (s.at(n.known+half-half*a[0]) + s.at(n.known+half+half*a[0]))
		}
	} else if x < n.moment[0] {
		n.upTo = s.beyond(x, -1)
	} else {
		n.upTo = n.mass - s.beyond(x, 1)
	}
	n.known, n.tracked = x, true
	return n.upTo
}

// forget makes the next search start afresh, so that none depends on another.
func (g *boundedGrid) forget() {
	for i := range g.nodes {
		g.nodes[i].tracked = false
	}
}

// precision is Σ1/v².
func (s *muSlice) precision() float64 {
	sum := 0.0
	for i := range s.factors {
		sum += s.factors[i].inverse * s.factors[i].inverse
	}
	return sum
}

// beyond is ∫ of the slice from x to the right, or with sign −1 to the left.
func (s *muSlice) beyond(x, sign float64) float64 {
	total := 0.0
	var p panel
	for range 4000 {
		w := s.stride(x, sign, 0)
		if math.IsInf(w, 1) {
			break
		}
		to := x + sign*w
		p.lay(min(x, to), max(x, to), gaussNodes)
		p.fill(s)
		total += p.mass
		// It is log-concave: no more than this is left once it falls.
		if w*s.at(to) <= 1e-13*total {
			break
		}
		x = to
	}
	return total
}

// integral is ∫ of the slice over part of a panel.
func (s *muSlice) integral(from, to float64) float64 {
	var p panel
	p.lay(from, to, gaussNodes)
	p.fill(s)
	return p.mass
}

// legendre8 is the 8-point rule.
var legendre8 = [4][2]float64{
	{0.183434642495649805, 0.362683783378361983},
	{0.525532409916328986, 0.313706645877887287},
	{0.79666647741362674, 0.222381034453374471},
	{0.960289856497536232, 0.101228536290376259},
}
