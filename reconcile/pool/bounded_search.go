package pool

import "math"

// search inverts the distribution function of μ or the prediction as
// mixture.quantile does.
func (p *BoundedPosterior) search(g *boundedGrid, of Parameter, q, start float64, stride int, last bool) (x float64, exact bool) {
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
		e := g.eval(&p.spare, of, x, stride)
		if exact = e.exact(tolerance, min(q, 1-q)/e.density); !exact && !last {
			return x, false
		}
		in.narrow(x, e.cdf < q)
		if e.cdf == q {
			return x, exact
		}
		move, size := e.invert(q)
		if !(math.Abs(move) < reach) {
			move = math.Copysign(reach, q-e.cdf)
			reach *= 2
		}
		done := false
		if x, done = in.next(x, move, math.Abs(move*e.density) < lastStep*min(q, 1-q) && size < lastStep); done {
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

// eval returns the distribution function at x from every stride-th τ.
func (g *boundedGrid) eval(s *muSlice, of Parameter, x float64, stride int) (e cdfPoint) {
	var cdf, density, mass [2]float64
	for i := -g.first & (stride - 1); i < len(g.nodes); i += stride {
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
		class := (i + g.first) / stride & 1
		cdf[class] += w * at.cdf
		density[class] += w * at.density
		mass[class] += n.weight
		e.slope += w * at.slope
		e.bend += w * at.bend
	}
	r := 1 / (mass[0] + mass[1])
	e.cdf, e.density = (cdf[0]+cdf[1])*r, (density[0]+density[1])*r
	e.coarseCDF, e.coarseDensity = cdf[0]/mass[0], density[0]/mass[0]
	e.slope *= r
	e.bend *= r
	return e
}
