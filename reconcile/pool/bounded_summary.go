package pool

import "math"

// summarise computes moments and evidence, and reports whether the grid is fine
// enough for them.
func (p *BoundedPosterior) summarise() bool {
	g := &p.grid
	var all, half rule
	for i := range g.nodes {
		n := &g.nodes[i]
		m := node{tau: n.tau, weight: n.weight, mean: n.moment[0], variance: n.moment[1]}
		all.add(&m, n.tau*g.odd(i, 1))
		if (i+g.first)&1 == 0 {
			half.add(&m, n.tau*g.odd(i, 2))
		}
	}
	mu, tau := all.mu/all.mass, all.tau/all.mass
	var c, q [3]float64 // central moments 2 to 4 of μ and the prediction
	tauVar := 0.0
	for i := range g.nodes {
		n := &g.nodes[i]
		d := n.moment[0] - mu
		v, t := n.moment[1], n.tau*n.tau
		add := func(c *[3]float64, m2, m3, m4 float64) {
			c[0] += n.weight * (m2 + d*d)
			c[1] += n.weight * (m3 + d*(3*m2+d*d))
			c[2] += n.weight * (m4 + d*(4*m3+d*(6*m2+d*d)))
		}
		add(&c, v, n.moment[2], n.moment[3])
		add(&q, v+t, n.moment[2], n.moment[3]+t*(6*v+3*t))
		tauVar += n.weight * (n.tau*(n.tau-2*tau*g.odd(i, 1)) + tau*tau)
	}
	describe := func(c [3]float64) shape {
		v := c[0] / all.mass
		sd := math.Sqrt(v)
		return shape{mu, sd, c[1] / all.mass / (v * sd), c[2]/all.mass/(v*v) - 3}
	}
	p.shape = [2]shape{describe(c), describe(q)}
	tauSD := math.Sqrt(max(0, tauVar/all.mass))
	p.moments[Mu] = Moments{mu, p.shape[0].sd}.keep(p.most)
	p.moments[Tau] = Moments{tau, tauSD}.keep(p.most)
	p.moments[Prediction] = Moments{mu, p.shape[1].sd}.keep(p.most)
	p.LogEvidence = p.prior.logConstant() + g.logTop + math.Log(g.step*all.mass)

	good := func(fine, coarse, scale float64) bool { return math.Abs(fine-coarse) <= coarseError*scale }
	ok := good(all.mass, 2*half.mass, all.mass)
	if p.most > 0 {
		ok = ok && good(mu, half.mu/half.mass, p.shape[0].sd) && good(tau, half.tau/half.mass, tauSD)
	}
	if p.most > 1 {
		ok = ok && good(all.square, 2*half.square, all.square)
	}
	return ok
}

// odd and below are as those of a tauGrid.
func (g *boundedGrid) odd(i, stride int) float64 {
	if !g.even || g.first > 0 {
		return 1
	}
	return 2 * g.sinc[i/stride]
}

// Moments returns the mean and standard deviation of Mu, Tau or Prediction; NaN
// where it has none: with n points and intervals, as n studies of a Posterior.
func (p *BoundedPosterior) Moments(of Parameter) Moments {
	if of < Mu || of > Prediction || len(p.grid.nodes) == 0 {
		return Moments{}.keep(0)
	}
	return p.moments[of]
}

// Quantile returns the q-quantile of Mu, Tau or Prediction, 0 < q < 1; else NaN.
func (p *BoundedPosterior) Quantile(of Parameter, q float64) float64 {
	if !(q > 0 && q < 1) || of < Mu || of > Prediction || len(p.grid.nodes) == 0 {
		return math.NaN()
	}
	for {
		var x float64
		var exact bool
		if of == Tau {
			x, exact = p.grid.quantile(q)
		} else {
			x, exact = p.search(of, q)
		}
		if exact || !p.grid.refine() {
			return x
		}
		p.grid.fill()
	}
}

// Interval returns the equal-tailed interval of a parameter that holds level of
// its probability.
func (p *BoundedPosterior) Interval(of Parameter, level float64) (lo, hi float64) {
	a, b := tails(level)
	return p.Quantile(of, a), p.Quantile(of, b)
}

// Information is how much the reports said of τ, in nats; see
// Posterior.Information.
func (p *BoundedPosterior) Information() float64 {
	if p.prior.Family == UniformFamily {
		return math.Inf(1)
	}
	g := &p.grid
	sum, mass := 0.0, 0.0
	for i := range g.nodes {
		n := &g.nodes[i]
		if n.weight == 0 {
			continue
		}
		sum += n.weight * (n.base + math.Log(n.mass))
		mass += n.weight
	}
	if mass == 0 {
		return 0
	}
	return max(0, sum/mass-p.LogEvidence)
}

// Warnings says what a reader should know of the posterior; see
// Posterior.Warnings.
func (p *BoundedPosterior) Warnings() []Warning {
	w := p.warnings[:0]
	if len(p.terms) < 5 {
		w = append(w, FewReports)
	}
	if p.Information() < priorDriven {
		w = append(w, PriorDriven)
	}
	if p.most < 2 {
		w = append(w, NoMoments)
	}
	if p.grid.stopped() {
		w = append(w, NonConvergence)
	}
	p.warnings = w
	return w
}

// search inverts the distribution function of μ or the prediction as
// mixture.quantile does.
func (p *BoundedPosterior) search(of Parameter, q float64) (x float64, exact bool) {
	z := standardQuantile(q)
	s := p.shape[0]
	if of == Prediction {
		s = p.shape[1]
	}
	if math.Abs(s.excess) > 2 || math.Abs(s.skew) > 1 {
		s.excess, s.skew = min(s.excess, 2), min(max(s.skew, -1), 1)
		s.sd = min(s.sd, 1e3)
	}
	x = s.mean + s.sd*(z+s.skew*(z*z-1)/6+s.excess*z*(z*z-3)/24-s.skew*s.skew*z*(2*z*z-5)/36)
	lo, hi := math.Inf(-1), math.Inf(1)
	tolerance := p.grid.tolerance(q)
	reach := s.sd
	for range 200 {
		cdf, coarse, density, slope := p.grid.eval(&p.spare, of, x)
		exact = math.Abs(cdf-coarse) < tolerance
		if cdf < q {
			lo = max(lo, x)
		} else {
			hi = min(hi, x)
		}
		if cdf == q {
			return x, exact
		}
		step := (q - cdf) / density
		bend := 0.5 * step * slope / density
		move := step
		if math.Abs(bend) < 0.5 {
			move = step * (1 - bend)
		} else {
			move = step / (1 + math.Abs(bend))
		}
		if !(math.Abs(move) < reach) {
			move = math.Copysign(reach, q-cdf)
			reach *= 2
		}
		next := x + move
		switch {
		case math.Abs(step*density) < 5e-4*min(q, 1-q) && math.Abs(bend) < 5e-4 || next == x:
			return next, exact
		case !(next > lo && next < hi): // then both ends are known
			next = lo + 0.5*(hi-lo)
			if next == lo || next == hi {
				return next, exact
			}
		}
		x = next
	}
	return x, exact
}

// tolerance is coarseTail, stricter for the open map, whose rate of convergence
// is less even.
func (g *boundedGrid) tolerance(q float64) float64 {
	if g.even {
		return coarseTail(q)
	}
	return 0.3 * coarseTail(q)
}

// eval returns the distribution function at x, the same from every second τ,
// the density and its derivative.
func (g *boundedGrid) eval(s *muSlice, of Parameter, x float64) (cdf, coarse, density, slope float64) {
	var part, mass [2]float64
	for i := range g.nodes {
		n := &g.nodes[i]
		if n.weight < 1e-17 {
			continue
		}
		var e estimate
		if of == Prediction {
			e = g.predict(s, n, x)
		} else {
			e = g.below(s, n, x)
		}
		w := n.weight / n.mass
		part[(i+g.first)&1] += w * e.cdf
		mass[(i+g.first)&1] += n.weight
		density += w * e.density
		slope += w * e.slope
	}
	total := mass[0] + mass[1]
	return (part[0] + part[1]) / total, part[0] / mass[0], density / total, slope / total
}

// An estimate is a distribution function at a point, its density and the
// derivative of that, times the mass of the node.
type estimate struct{ cdf, density, slope float64 }

func (g *boundedGrid) below(s *muSlice, n *tauNode, x float64) (e estimate) {
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
	if x-p.from < p.to-x {
		e.cdf += s.integral(p.from, x)
	} else {
		e.cdf += p.mass - s.integral(x, p.to)
	}
	e.density = s.at(x)
	first, _ := s.score(x)
	e.slope = first * e.density
	return e
}

// integral is ∫ of the slice over part of a panel.
func (s *muSlice) integral(from, to float64) float64 {
	p := panel{from: from, to: to}
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
func (g *boundedGrid) predict(s *muSlice, n *tauNode, x float64) (e estimate) {
	if n.tau == 0 {
		return g.below(s, n, x)
	}
	ps := g.panels[n.panels[0]:n.panels[1]]
	r := 1 / n.tau
	if n.resolves {
		for k := range ps {
			p := &ps[k]
			if (x-p.to)*r > reach {
				e.cdf += p.mass
				continue
			}
			if (x-p.from)*r < -reach {
				break
			}
			for i, w := range p.value {
				if w == 0 {
					continue
				}
				z := (x - p.node(i)) * r
				c, d := s.normal.both(z)
				e.cdf += w * c
				e.density += w * d * r
				e.slope -= w * d * z * r * r
			}
		}
		return e
	}
	e = g.below(s, n, x)
	s.load(g.terms, n.tau)
	s.base = n.base
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
		e.density, e.slope = 0, 0
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
	e = g.below(s, n, at)
	e.density, e.slope = 0, 0
	s.load(g.terms, n.tau)
	s.base = n.base
	for range 4000 {
		w := min(s.stride(at, 1, r*r), end-at)
		if !(w > 0) {
			break
		}
		half := 0.5 * w
		for i := range 16 {
			a := legendre16[max(7-i, i-8)]
			mu := at + half + half*a[0]
			if i < 8 {
				mu = at + half - half*a[0]
			}
			v := half * a[1] * s.at(mu)
			z := (x - mu) * r
			c, d := s.normal.both(z)
			e.cdf += v * c
			e.density += v * d * r
			e.slope -= v * d * z * r * r
		}
		if w == end-at {
			break
		}
		at += w
	}
	return e
}
