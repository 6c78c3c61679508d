package pool

import "math"

// summarise computes moments and evidence, and reports whether the grid is fine
// enough for them.
func (p *BoundedPosterior) summarise() bool {
	g := &p.grid
	var all, half rule
	var allTau, halfTau float64
	for i := range g.nodes {
		n := &g.nodes[i]
		m := node{tau: n.tau, weight: n.weight, mean: n.moment[0], variance: n.moment[1]}
		all.add(&m, 1)
		allTau += n.weight * n.tau * g.odd(i, 1)
		if (i+g.first)&1 == 0 {
			half.add(&m, 1)
			halfTau += n.weight * n.tau * g.odd(i, 2)
		}
	}
	mu, tau := all.mu/all.mass, allTau/all.mass
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

	good := func(fine, coarse, scale float64) bool { return math.Abs(fine-coarse) <= g.tolerance(0.5)*scale }
	ok := good(all.mass, 2*half.mass, all.mass)
	if p.most > 0 {
		ok = ok && good(mu, half.mu/half.mass, p.shape[0].sd) && good(tau, halfTau/half.mass, tauSD)
	}
	if p.most > 1 {
		ok = ok && good(all.tau2+all.variance, 2*(half.tau2+half.variance), all.tau2+all.variance)
	}
	return ok
}

// odd is as that of a tauGrid.
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
	if of == Tau {
		for level := 0; ; level++ {
			g := p.at(level)
			x, exact := g.quantile(q)
			if exact || g.stopped() {
				return x
			}
		}
	}
	x, exact := math.NaN(), false
	for level := 0; ; level++ {
		g := p.at(level)
		g.forget()
		last := g.stopped()
		if x, exact = p.search(g, of, q, x, last); exact || last {
			return x
		}
	}
}

// at is the grid of Fit refined so many times. Every quantile starts at level 0,
// so that none depends on what was asked before.
func (p *BoundedPosterior) at(level int) *boundedGrid {
	if level == 0 {
		return &p.grid
	}
	if level < p.level || p.level == 0 {
		p.fine.follow(&p.grid)
		p.level = 0
	}
	for ; p.level < level; p.level++ {
		p.fine.refine()
		p.fine.fill()
	}
	return &p.fine
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
