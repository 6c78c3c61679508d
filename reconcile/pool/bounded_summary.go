package pool

import "math"

// summarise computes moments and evidence, and reports whether the grid is fine
// enough for them.
func (p *BoundedPosterior) summarise() bool {
	g := &p.grid
	all, half := g.measure()
	about := all.means()
	for i := range g.nodes {
		about.add(&g.nodes[i].node)
	}
	p.moments = about.moments(&all, p.most)
	p.LogEvidence = p.prior.logConstant() + g.logTop + math.Log(g.step*all.mass)

	const tolerance = 5e-8
	ok := math.Abs(all.mass-2*half.mass) <= tolerance*all.mass
	if p.most > 0 && g.even {
		ok = g.odds <= sincError
	} else if p.most > 0 {
		ok = g.odds <= tolerance && math.Abs(about.tau-half.tau/half.mass) <= tolerance*about.tau
	}
	if p.most > 1 {
		ok = ok && math.Abs(all.tau2-2*half.tau2) <= coarseError*all.tau2
	}
	return ok
}

// measure is as that of a tauGrid, and sets rate.
func (g *boundedGrid) measure() (all, half rule) {
	var sums [strata]rule
	for i := range g.nodes {
		n := &g.nodes[i]
		odd := 1.0
		if g.even && g.first == 0 {
			odd = 2 * g.sinc[i]
		}
		sums[stratum(i+g.first)].add(&n.node, odd)
	}
	half = sums[0].plus(&sums[1])
	all = half.plus(&sums[2])
	g.mass, g.odds = all.mass, all.off(&half)
	g.rate = g.odds / half.off(&sums[0])
	return all, half
}

// strata are the nodes of every fourth step, those that halve it, and the rest.
const strata = 3

func stratum(j int) int { return [4]int{0, 2, 1, 2}[j&3] }

// Moments returns the mean and standard deviation of Mu, Tau or Prediction; NaN
// where it has none: with n points and intervals, as n studies of a Posterior.
func (p *BoundedPosterior) Moments(of Parameter) Moments {
	if of < Mu || of > Prediction {
		return Moments{}.keep(0)
	}
	if p.onlyPoints {
		return p.points.Moments(of)
	}
	return p.moments[of]
}

// Quantile returns the q-quantile of Mu, Tau or Prediction, 0 < q < 1; else NaN.
func (p *BoundedPosterior) Quantile(of Parameter, q float64) float64 {
	if !(q > 0 && q < 1) || of < Mu || of > Prediction || len(p.terms) == 0 {
		return math.NaN()
	}
	if p.onlyPoints {
		return p.points.Quantile(of, q)
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
		p.fine.measure()
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
	if p.onlyPoints {
		return p.points.Information()
	}
	g := &p.grid
	sum, mass := 0.0, 0.0
	for i := range g.nodes {
		n := &g.nodes[i]
		if n.weight == 0 {
			continue
		}
		sum += n.weight * (n.slice.base + math.Log(n.mass))
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
	stopped := p.grid.stopped()
	if p.onlyPoints {
		stopped = p.points.grid.stopped()
	}
	p.warnings = posteriorWarnings(p.warnings[:0], len(p.terms), p.Information(), p.most, stopped)
	return p.warnings
}
