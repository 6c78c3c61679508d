package pool

import "math"

// stepRule integrates a smooth function near x against a narrow normal: with
// D(u) = f(x+u) − f(x−u) and E(u) their sum, u in units of τ, the weights of
//
//	∫ D(u)Φ(−u)du, ∫ E(u)φ(u)du, ∫ D(u)uφ(u)du over u > 0,
//
// the first by the Gauss rule of weight uΦ(−u) in u², the others interpolated.
var stepRule = [6][4]float64{
	{0.58891486896856462461, 0.22393941266691250071, 0.380947489176095107, 0.152204649959644569},
	{1.4302533487228382696, 0.066312349715030332138, 0.0820081975451071794, 0.179866285921723249},
	{2.3228336990964073586, 0.0092613712993078965934, 0.0374510334870250672, 0.0569405709814997232},
	{3.2714960504670427044, 0.00052684991575996434302, -0.00073221927786763254, 0.00614447644822839458},
	{4.3092700174406561803, 9.0396385346763918141e-6, 0.000338427728839204949, 0.00017178061343122555},
	{5.530637020608930871, 2.2217148784391394642e-8, -0.0000129286591989261858, 8.50561967041964341e-7},
}

// predict is ∫ p(μ)Φ((x−μ)/τ)dμ at one τ. Where the nodes over μ are too coarse
// for the step that Φ becomes as τ → 0, it is integrated by parts: the
// distribution function of μ at x, and what the step takes from either side,
// where p is smooth; if p is not, with the step as one more bound.
func (g *boundedGrid) predict(n *tauNode, x float64) (e estimate) {
	if n.tau == 0 {
		return g.until(n, x)
	}
	if n.flat {
		if e, ok := n.plateau.cdf(g.normal, x, n.tau); ok {
			return e
		}
	}
	s := &n.slice
	r := 1 / n.tau
	if n.resolves {
		value := g.points.value[n.from:n.to]
		at := g.points.x[n.from:n.to]
		return blur(g.normal, at, value, x, r)
	}
	e = g.until(n, x)
	const span = 5.6
	active := 0.0
	for i := range s.factors {
		f := &s.factors[i]
		v := 1/f.inverse*reach + span*n.tau
		if !math.IsInf(f.lo, 0) && math.Abs(x-f.lo) < v || !math.IsInf(f.hi, 0) && math.Abs(x-f.hi) < v {
			active += f.inverse * f.inverse
		}
	}
	if n.tau*n.tau*active < 0.7 {
		e.density, e.slope = 0, 0 // the bend stays that of μ, near enough
		for _, a := range stepRule {
			up, down := s.at(x+a[0]*n.tau), s.at(x-a[0]*n.tau)
			e.cdf += n.tau * a[1] * (up - down)
			e.density += a[2] * (up + down)
			e.slope += a[3] * (up - down) * r
		}
		return e
	}
	// Panels that resolve the slice and the step together, within its reach.
	at, end := x-reach*n.tau, x+reach*n.tau
	e = g.until(n, at)
	e.density, e.slope, e.bend = 0, 0, 0
	for range 4000 {
		w := min(s.stride(at, 1, r*r, panelWidth), end-at)
		if !(w > 0) {
			break
		}
		t := &g.tail
		s.panel(t.x[:16], t.value[:16], at, at+w, legendre16[:], &t.exponents)
		b := blur(g.normal, t.x[:16], t.value[:16], x, r)
		e.cdf += b.cdf
		e.density += b.density
		e.slope += b.slope
		e.bend += b.bend
		if w == end-at {
			break
		}
		at += w
	}
	return e
}

// beside is where Φ is 1 to 5e-12, enough for a sum.
const beside = 6.8

// blur is Σ value·Φ(r·(x−at)) with three derivatives by x.
func blur(normal *normalTable, at, value []float64, x, r float64) (e estimate) {
	var slope, bend float64
	value = value[:len(at)]
	for i, mu := range at {
		w := value[i]
		z := (x - mu) * r
		if z > beside {
			e.cdf += w
			continue
		}
		if z < -beside {
			continue
		}
		t, h := normal.near(place(z))
		if t == nil {
			continue // NaN
		}
		e.cdf += w * t.value(h)
		d := w * tableStep * t.slope(h)
		e.density += d
		d *= z
		slope -= d
		bend += d * z
	}
	// d²/dz² of φ is (z²−1)φ.
	e.slope = slope * r * r
	e.bend = (bend - e.density) * r * r * r
	e.density *= r
	return e
}
