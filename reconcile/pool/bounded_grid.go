package pool

import (
	"math"
	"slices"
)

// A boundedGrid is the trapezoid rule over x. With every s > 0, τ is the map of a
// tauGrid and the posterior of x is even; else τ = scale·exp(x − exp(−x)), the
// double exponential map (Takahasi and Mori 1974), which takes what happens at
// τ = 0, where an s = 0 leaves no series in τ², to minus infinity. Under a prior
// with a tail of powers either is bent to fall doubly exponentially above too.
type boundedGrid struct {
	terms       []term
	prior       Prior
	power       int
	even        bool
	scale, bend float64
	top         float64 // no mode lies above this τ
	spread      float64 // from the least end to the greatest, and beyond both as far as any s may count
	step        float64
	first       int // node i lies at x = (first+i)·step
	halvings    int
	nodes       []tauNode
	spare       []tauNode
	points      muPoints // of all nodes
	factors     []factor // of all nodes
	out         reachOut
	exponents   []float64
	tail        tailRule
	normal      *normalTable
	sinc        sincTable
	logTop      float64 // ln density of the heaviest node
	mass, odds  float64 // see tauGrid
	rate        float64 // odds over what they are at twice the step
}

// A tauNode is one τ of the quadrature, with what was integrated over μ there.
type tauNode struct {
	node
	log      float64 // of the posterior density of x
	slice    muSlice
	mass     float64 // ∫ of the slice over μ, relative to exp(base)
	from, to int     // its points
	resolves bool    // they are close enough for Φ((x−μ)/τ)
	flat     bool    // the slice is this plateau
	plateau  plateau
	asked    float64  // where until was last, NaN in a new search
	then     estimate // what it said
}

const (
	evenStep   = 0.105
	openStep   = 0.1
	leastOpen  = -3.0 // exp(x−exp(−x)) is 1e-10 there
	hopeless   = -1e7 // ln of a likelihood that has no digits left, nor weight
	insignific = 40.0 // nodes this much lighter in ln do not count
)

func (g *boundedGrid) start(ts []term, prior Prior, power int) {
	g.terms, g.prior, g.power = ts, prior, power
	g.normal = standardNormal()
	g.halvings, g.bend = 0, 0
	g.even = true
	least, most := math.Inf(1), 0.0
	lo, hi := math.Inf(1), math.Inf(-1)
	for i := range ts {
		t := &ts[i]
		g.even = g.even && t.variance > 0
		least, most = min(least, math.Sqrt(t.variance)), max(most, math.Sqrt(t.variance))
		if !math.IsInf(t.lo, 0) {
			lo, hi = min(lo, t.lo), max(hi, t.lo)
		}
		if !math.IsInf(t.hi, 0) {
			lo, hi = min(lo, t.hi), max(hi, t.hi)
		}
	}
	g.top = max(most, hi-lo)
	g.spread = hi - lo + 20*most
	if prior.Family != UniformFamily {
		g.top = max(g.top, prior.Scale)
		least = min(least, prior.Scale)
	}
	if g.even {
		g.scale, g.step = least, evenStep
		if prior.Family != HalfNormalFamily {
			g.bend = bendAt / math.Cosh(math.Asinh(g.top/g.scale))
		}
		return
	}
	g.step = openStep
	// So far below every scale that nodes are all but even in ln τ wherever
	// anything happens: further down most slices are plateaus, which cost little.
	g.scale = g.top / 16
	if prior.Family != UniformFamily {
		g.scale = min(g.scale, prior.Scale/4)
	}
	if prior.Family != HalfNormalFamily {
		g.bend = bendAt * g.scale / g.top
	}
}

// at maps x to τ and dτ/dx.
func (g *boundedGrid) at(x float64) (tau, slope float64) {
	e := math.Exp(-x)
	i := 1 / e
	switch {
	case !g.even:
		tau = g.scale * math.Exp(x-e+g.bend*i)
		return tau, tau * (1 + e + g.bend*i)
	case g.bend > 0:
		slope = 1 + 0.5*g.bend*(i+e)
		i = math.Exp(x + 0.5*g.bend*(i-e))
		e = 1 / i
		return 0.5 * g.scale * (i - e), 0.5 * g.scale * (i + e) * slope
	}
	return 0.5 * g.scale * (i - e), 0.5 * g.scale * (i + e)
}

// stopped reports whether the step cannot be halved again.
func (g *boundedGrid) stopped() bool { return g.halvings >= maxHalvings || len(g.nodes) > 1<<13 }

// follow becomes a grid like another.
func (g *boundedGrid) follow(o *boundedGrid) {
	own := *g
	*g = *o
	g.nodes, g.spare = append(own.nodes[:0], o.nodes...), own.spare
	g.points.x, g.points.value = append(own.points.x[:0], o.points.x...), append(own.points.value[:0], o.points.value...)
	g.factors, g.exponents = own.factors[:0], own.exponents // those of o's nodes stay with o
	g.tail.exponents = own.tail.exponents
	g.sinc = own.sinc.upTo(2*(g.first+len(g.nodes)) + 2)
}

// refine halves the step over the stretch that counts, and reports whether it
// may.
func (g *boundedGrid) refine() bool {
	if g.stopped() {
		return false
	}
	low, high := -1, -1
	for i := range g.nodes {
		if g.heavy(&g.nodes[i]) > g.logTop-insignific {
			if low < 0 {
				low = i
			}
			high = i
		}
	}
	low, high = max(low-1, 0), min(high+1, len(g.nodes)-1)
	g.spare = slices.Grow(g.spare[:0], 2*(high-low)+1)
	for i := low; i <= high; i++ {
		g.spare = append(g.spare, g.nodes[i])
		if i < high {
			if n := (g.nodes[i].to - g.nodes[i].from) / 2; n > 0 && n < evenMost/2 {
				g.out = reachOut{n, n} // much as its neighbour's
			}
			g.spare = append(g.spare, tauNode{})
			g.node(&g.spare[len(g.spare)-1], (float64(g.first+i)+0.5)*g.step, g.nodes[i].mean)
		}
	}
	g.nodes, g.spare = g.spare, g.nodes
	g.first = 2 * (g.first + low)
	g.step /= 2
	g.halvings++
	g.weigh()
	return true
}

// fill integrates over μ at every node: on the open map from the scale downwards,
// so that what does not count below is known, then upwards.
func (g *boundedGrid) fill() {
	g.nodes, g.factors = g.nodes[:0], g.factors[:0]
	g.points.cut(0)
	g.out = reachOut{12, 12}
	g.logTop = math.Inf(-1)
	centre := g.centre()
	g.first = 0
	if !g.even {
		g.first = int(math.Ceil(leastOpen / g.step))
		mu := centre
		for j := 0; j >= g.first; j-- {
			mu = g.push(j, mu)
		}
		slices.Reverse(g.nodes)
		centre = g.nodes[len(g.nodes)-1].mean
	}
	for j := g.first + len(g.nodes); len(g.nodes) < 1<<14; j++ {
		centre = g.push(j, centre)
		if n := &g.nodes[len(g.nodes)-1]; n.tau > g.top && g.heavy(n) < g.logTop-30 { // 1e-13
			break
		}
	}
	g.weigh()
}

// push appends node j and returns the mean of μ there.
func (g *boundedGrid) push(j int, near float64) float64 {
	if len(g.nodes) == cap(g.nodes) {
		g.nodes = slices.Grow(g.nodes, len(g.nodes)+32)
	}
	g.nodes = g.nodes[:len(g.nodes)+1]
	n := &g.nodes[len(g.nodes)-1]
	g.node(n, float64(j)*g.step, near)
	g.logTop = max(g.logTop, n.log)
	return n.mean
}

// heavy is the logarithm of what the node counts in the moments, of which far out
// powers of τ make more than of the mass.
func (g *boundedGrid) heavy(n *tauNode) float64 {
	if n.tau <= g.top || g.power <= 0 {
		return n.log
	}
	return n.log + float64(g.power)*math.Log(n.tau/g.top)
}

// weigh sets weights from the logarithms.
func (g *boundedGrid) weigh() {
	g.logTop = math.Inf(-1)
	for i := range g.nodes {
		g.logTop = max(g.logTop, g.nodes[i].log)
	}
	for i := range g.nodes {
		n := &g.nodes[i]
		n.weight = math.Exp(n.log - g.logTop)
		if g.even && g.first+i == 0 {
			n.weight /= 2
		}
	}
	last := g.first + len(g.nodes)
	g.sinc = g.sinc.upTo(2*max(last, len(g.nodes)) + 2)
}

// node integrates at x; near is a guess at the mode.
func (g *boundedGrid) node(n *tauNode, x, near float64) {
	tau, slope := g.at(x)
	*n = tauNode{node: node{tau: tau, slope: slope}, from: len(g.points.x), to: len(g.points.x)}
	s := &n.slice
	from := len(g.factors)
	s.normal, s.factors = g.normal, g.factors[from:]
	s.load(g.terms, tau)
	if len(s.factors) > cap(g.factors)-from { // they have moved
		g.factors = append(slices.Grow(g.factors, 32*len(s.factors)), s.factors...)
		s.factors = g.factors[from:]
	} else {
		g.factors = g.factors[:from+len(s.factors)]
	}
	s.factors = slices.Clip(s.factors)
	factor, exponent := g.prior.kernel(tau * tau)
	if p, ok := s.flat(); ok {
		n.flat, n.plateau = true, p
		p.integrate(n)
		n.log = math.Log(n.mass*slope*factor) - exponent
		return
	}
	mu, peak := s.mode(near)
	if !s.plain || peak.value < 1e-100 || peak.exponent != 0 {
		s.base = math.Log(peak.value) + peak.exponent + s.scale
		peak.value = 1
	}
	if s.base < hopeless {
		n.mass, n.mean, n.log = 1, mu, math.Inf(-1)
		return
	}
	// The slice is no wider than this but for what does not count.
	if most := s.base + math.Log(peak.value*slope*factor*(g.spread+20*tau)); most < g.logTop-insignific-5 && tau < g.top {
		n.mass, n.mean, n.log = 1, mu, most
		return
	}
	n.resolves = true
	if !g.trapezoid(n, mu, peak.value) {
		total := g.walk(n, mu, 1, 0, peak.value)
		g.walk(n, mu, -1, total, peak.value)
	}
	n.to = len(g.points.x)
	n.integrate(&g.points, mu)
	n.log = s.base + math.Log(n.mass*slope*factor) - exponent
}

// centre is somewhere among the ends.
func (g *boundedGrid) centre() float64 {
	sum, n := 0.0, 0.0
	for i := range g.terms {
		t := &g.terms[i]
		if !math.IsInf(t.lo, 0) {
			sum, n = sum+t.lo, n+1
		}
		if !math.IsInf(t.hi, 0) {
			sum, n = sum+t.hi, n+1
		}
	}
	return sum / n
}
