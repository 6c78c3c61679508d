package pool

import "math"

// coarseError bounds the difference between a rule and the same rule on every
// second node. The error of a geometrically converging rule squares when its
// step halves, so that the finer is right to about the square of this.
const coarseError = 6e-6

// sincError bounds that difference where the sinc rule integrates half the line:
// it errs by about a tenth of what the trapezoid rule does at twice the step.
const sincError = 8e-9

// summarise computes moments and evidence, and reports whether the grid is fine
// enough for them.
func (p *Posterior) summarise() bool {
	g := &p.grid
	all, half := g.measure()
	about := all.means()
	for i := range g.nodes {
		about.add(&g.nodes[i])
	}
	p.moments = about.moments(&all, p.most)
	for i := range p.moments {
		p.moments[i].Mean *= p.set.scale
		p.moments[i].SD *= p.set.scale
	}
	p.moments[Mu].Mean += p.set.centre
	p.moments[Prediction].Mean += p.set.centre
	k := float64(len(p.y))
	p.LogEvidence = p.prior.logConstant() - 0.5*(k-1)*math.Log(2*math.Pi) +
		(2-k)*math.Log(p.set.scale) + g.base + math.Log(g.step*all.mass)

	ok := math.Abs(all.mass-2*half.mass) <= coarseError*all.mass
	if p.most > 0 {
		ok = g.odds <= sincError
	}
	if p.most > 1 {
		ok = ok && math.Abs(all.tau2-2*half.tau2) <= coarseError*all.tau2
	}
	return ok
}

// A rule sums what the error control compares. odd is τ weighed so that an even
// grid integrates it.
type rule struct{ mass, mu, variance, tau, odd, tau2 float64 }

func (r *rule) add(n *node, odd float64) {
	r.mass += n.weight
	r.mu += n.weight * n.mean
	r.variance += n.weight * n.variance
	t := n.weight * n.tau
	r.tau += t
	r.odd += t * odd
	r.tau2 += t * n.tau
}

func (r *rule) plus(o *rule) rule {
	return rule{r.mass + o.mass, r.mu + o.mu, r.variance + o.variance, r.tau + o.tau, r.odd + o.odd, r.tau2 + o.tau2}
}

// off is by how much of itself, or of a standard deviation, the rule on every
// second node differs.
func (r *rule) off(half *rule) float64 {
	return math.Abs(1-2*half.mass/r.mass) +
		math.Abs(r.mu/r.mass-half.mu/half.mass)/math.Sqrt(r.variance/r.mass)
}

// spreads sum second moments of the nodes about the means of μ and τ.
type spreads struct{ mu, tau, muVar, tauVar float64 }

func (r *rule) means() spreads { return spreads{mu: r.mu / r.mass, tau: r.odd / r.mass} }

func (s *spreads) add(n *node) {
	d, e := n.mean-s.mu, n.tau-s.tau
	s.muVar += n.weight * (n.variance + d*d)
	s.tauVar += n.weight * e * e
}

// moments are those of μ, τ and the prediction, as many as exist.
func (s *spreads) moments(all *rule, most int) [3]Moments {
	r := 1 / all.mass
	muVar := s.muVar * r
	// τ² is even, and so is integrated as it is; τ is odd.
	tauVar := s.tauVar*r - 2*s.tau*(s.tau-all.tau*r)
	return [3]Moments{
		Mu:         Moments{s.mu, math.Sqrt(muVar)}.keep(most),
		Tau:        Moments{s.tau, math.Sqrt(max(0, tauVar))}.keep(most),
		Prediction: Moments{s.mu, math.Sqrt(muVar + all.tau2*r)}.keep(most),
	}
}

// measure sums the rule on all nodes and that on every second one, and sets mass
// and odds.
func (g *tauGrid) measure() (all, half rule) {
	var other rule
	for i := range g.nodes {
		if (i+g.first)&1 == 0 {
			half.add(&g.nodes[i], g.odd(i))
		} else {
			other.add(&g.nodes[i], g.odd(i))
		}
	}
	all = half.plus(&other)
	g.mass, g.odds = all.mass, all.off(&half)
	return all, half
}

// Moments returns the mean and standard deviation of a parameter, NaN where it
// has none: with n studies and a prior that falls as τ^−d (0 uniform, 2
// half-Cauchy, ∞ half-normal), μ, τ and the prediction have a mean if and only
// if n + d > 3, and a standard deviation if and only if n + d > 4. The effect of
// a study always has both; NaN for a study that was not given.
func (p *Posterior) Moments(of Parameter) Moments {
	switch {
	case of >= Mu && of <= Prediction:
		return p.moments[of]
	case !p.has(of):
		return Moments{}.keep(0)
	}
	m := p.blend(of, 0)
	return Moments{p.set.centre + p.set.scale*m.mean, p.set.scale * m.sd}
}

func (p *Posterior) has(of Parameter) bool { return of >= Mu && int(of-thetas) < len(p.y) }

// Quantile returns the q-quantile of a parameter, 0 < q < 1; NaN for another q
// or a study that was not given.
func (p *Posterior) Quantile(of Parameter, q float64) float64 {
	if !(q > 0 && q < 1) || !p.has(of) {
		return math.NaN()
	}
	if of == Tau {
		for level := 0; ; level++ {
			g := p.level(level)
			x, exact := g.quantile(&p.set, q)
			if exact || g.stopped() {
				return p.set.scale * x
			}
		}
	}
	x, exact := math.NaN(), false
	for level := 0; ; level++ {
		last := p.level(level).stopped()
		if x, exact = p.blend(of, level).quantile(p.normal, q, x, last); exact || last {
			return p.set.centre + p.set.scale*x
		}
	}
}

// level is the grid of Fit refined so many times. Every quantile starts at level
// 0, so that none depends on what was asked before.
func (p *Posterior) level(n int) *tauGrid {
	if n == 0 {
		return &p.grid
	}
	if p.fineLevel != n {
		p.fine.follow(&p.grid)
		for range n {
			p.fine.refine(&p.set)
		}
		p.fineLevel = n
		p.fine.measure()
	}
	return &p.fine
}

// Interval returns the equal-tailed interval of a parameter that holds level of
// its probability.
func (p *Posterior) Interval(of Parameter, level float64) (lo, hi float64) {
	a, b := tails(level)
	return p.Quantile(of, a), p.Quantile(of, b)
}

// blend loads the mixture of normals that is the posterior of a parameter at a
// level.
func (p *Posterior) blend(of Parameter, level int) *mixture {
	m := &p.mixture
	if p.mixed == (blended{of, level}) {
		return m
	}
	p.mixed = blended{of, level}
	m.reset()
	g := p.level(level)
	for i := range g.nodes {
		n := &g.nodes[i]
		mean, variance := n.mean, n.variance
		switch of {
		case Mu:
		case Prediction:
			variance += n.tau * n.tau
		default:
			i := of - thetas
			y := (p.y[i] - p.set.centre) / p.set.scale
			v := p.v[i] / p.set.scale / p.set.scale
			t := n.tau * n.tau
			b, own := 0.0, 0.0 // weight of the study itself
			if t+v > 0 {
				b, own = t/(t+v), t/(t+v)*v
			}
			mean = b*y + (1-b)*mean
			variance = own + (1-b)*(1-b)*variance
		}
		m.add((i+g.first)&1, n.weight, mean, variance)
	}
	m.finish()
	return m
}

// Information is the Kullback–Leibler divergence of the posterior of τ from its
// prior, in nats: how much the data said of τ. For two normal distributions 0.1
// is a standard deviation 30% smaller, or a mean moved by 0.45 of one. +Inf for
// the uniform prior, which is no distribution.
func (p *Posterior) Information() float64 {
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
		factor, exponent := p.set.prior.kernel(n.tau * n.tau)
		likelihood := math.Log(n.weight/(n.slope*factor)) + exponent
		if i == 0 && g.first == 0 {
			likelihood += math.Ln2 // its weight is halved
		}
		sum += n.weight * likelihood
		mass += n.weight
	}
	return max(0, sum/mass-p.set.prior.logConstant()-math.Log(g.step*mass))
}

// priorDriven is the Information under which a result is called prior-driven.
const priorDriven = 0.1

// Warnings says what a reader should know of the posterior: FewReports under
// five studies, PriorDriven where Information is under 0.1, NoMoments where a
// mean or standard deviation does not exist, NonConvergence where the
// quadrature stopped before its tolerance. The slice is overwritten by the next
// call.
func (p *Posterior) Warnings() []Warning {
	p.warnings = posteriorWarnings(p.warnings[:0], len(p.y), p.Information(), p.most, p.grid.stopped())
	return p.warnings
}

func posteriorWarnings(w []Warning, reports int, information float64, most int, stopped bool) []Warning {
	if reports < 5 {
		w = append(w, FewReports)
	}
	if information < priorDriven {
		w = append(w, PriorDriven)
	}
	if most < 2 {
		w = append(w, NoMoments)
	}
	if stopped {
		w = append(w, NonConvergence)
	}
	return w
}
