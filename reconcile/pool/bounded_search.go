package pool

import "math"

// search inverts the distribution function of μ or the prediction as
// mixture.quantile does.
func (p *BoundedPosterior) search(g *boundedGrid, of Parameter, q, start float64, last bool) (x float64, exact bool) {
	z := standardQuantile(q)
	s := p.shape[0]
	if of == Prediction {
		s = p.shape[1]
	}
	if math.Abs(s.excess) > 2 || math.Abs(s.skew) > 1 {
		s.excess, s.skew = min(s.excess, 2), min(max(s.skew, -1), 1)
		s.sd = min(s.sd, 1e3)
	}
	if x = start; math.IsNaN(x) {
		x = s.mean + s.sd*(z+s.skew*(z*z-1)/6+s.excess*z*(z*z-3)/24-s.skew*s.skew*z*(2*z*z-5)/36)
	}
	in := bracket{math.Inf(-1), math.Inf(1)}
	tolerance := g.tolerance(q)
	reach := s.sd
	for range 200 {
		half := g.eval(&p.spare, of, x, 0)
		e, other := half, g.eval(&p.spare, of, x, 1)
		e.add(&other)
		if exact = e.exact(&half, tolerance, min(q, 1-q)/e.density*e.mass); !exact && !last {
			return x, false
		}
		move, size := e.invert(q)
		if !(math.Abs(move) < reach) {
			move = math.Copysign(reach, q*e.mass-e.cdf)
			reach *= 2
		}
		done := false
		short := math.Abs(move*e.density) < lastStep*min(q, 1-q)*e.mass && size < lastStep
		if x, done = in.step(x, q*e.mass-e.cdf, move, short); done {
			return x, exact
		}
	}
	return x, exact
}

// tolerance is coarseTail, stricter for the open map, whose rate of convergence
// is less even.
func (g *boundedGrid) tolerance(q float64) float64 {
	if g.even {
		return coarseTail(q)
	}
	return 0.05 * coarseTail(q)
}

// eval returns what the even or the odd nodes over τ make of the distribution
// function at x.
func (g *boundedGrid) eval(s *muSlice, of Parameter, x float64, class int) (e cdfPoint) {
	for i := (g.first + class) & 1; i < len(g.nodes); i += 2 {
		n := &g.nodes[i]
		if n.weight < 1e-14 {
			continue
		}
		var at estimate
		if of == Prediction {
			at = g.predict(s, n, x)
		} else {
			at = g.below(s, n, x)
		}
		w := n.weight / n.mass
		e.mass += n.weight
		e.cdf += w * at.cdf
		e.density += w * at.density
		e.slope += w * at.slope
		e.bend += w * at.bend
	}
	return e
}
