package pool

import (
	"math"
	"slices"
)

// A boundedGrid is the trapezoid rule over x. With every s > 0, τ = scale·sinh x
// and the posterior of x is even; else τ = scale·exp(x − exp(−x)), the double
// exponential map (Takahasi and Mori 1974), which takes what happens at τ = 0,
// where an s = 0 leaves no series in τ², to minus infinity.
type boundedGrid struct {
	terms     []term
	prior     Prior
	power     int
	even      bool
	scale     float64
	top       float64 // no mode lies above this τ
	step      float64
	first     int // node i lies at x = (first+i)·step
	low, high int // after refine: the only multiples of step that count
	narrowed  bool
	halvings  int
	nodes     []tauNode
	panels    []panel
	slice     muSlice
	sinc      sincTable
	logTop    float64 // ln density of the heaviest node
}

const (
	evenStep   = 0.115
	openStep   = 0.085
	leastOpen  = -3.05 // exp(x−exp(−x)) is 1e-11 there
	hopeless   = -1e7  // ln of a likelihood that has no digits left, nor weight
	insignific = 40.0  // nodes this much lighter in ln do not count
)

func (g *boundedGrid) start(ts []term, prior Prior, power int) {
	g.terms, g.prior, g.power = ts, prior, power
	g.slice.normal = standardNormal()
	g.halvings, g.narrowed = 0, false
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
	if prior.Family != UniformFamily {
		g.top = max(g.top, prior.Scale)
		least = min(least, prior.Scale)
	}
	if g.even {
		g.scale, g.step = least, evenStep
		return
	}
	g.step = openStep
	g.scale = g.top / 4
	if prior.Family != UniformFamily {
		g.scale = min(g.scale, prior.Scale)
	}
}

// at maps x to τ and dτ/dx.
func (g *boundedGrid) at(x float64) (tau, slope float64) {
	e := math.Exp(-x)
	if g.even {
		i := 1 / e
		return 0.5 * g.scale * (i - e), 0.5 * g.scale * (i + e)
	}
	tau = g.scale * math.Exp(x-e)
	return tau, tau * (1 + e)
}

// stopped reports whether the step cannot be shortened again.
func (g *boundedGrid) stopped() bool { return g.halvings == maxHalvings+8 || len(g.nodes) > 1<<13 }

// follow becomes a grid like another, ready to be refined from its nodes.
func (g *boundedGrid) follow(o *boundedGrid) {
	g.terms, g.prior, g.power, g.even, g.scale, g.top = o.terms, o.prior, o.power, o.even, o.scale, o.top
	g.step, g.first, g.halvings, g.logTop = o.step, o.first, o.halvings, o.logTop
	g.narrowed, g.low, g.high = o.narrowed, o.low, o.high
	g.slice.normal = o.slice.normal
	g.nodes = append(g.nodes[:0], o.nodes...)
}

// refine shortens the step and keeps only the stretch that counts.
func (g *boundedGrid) refine() bool {
	if g.stopped() {
		return false
	}
	low, high := -1, -1
	for i := range g.nodes {
		if g.nodes[i].log > g.logTop-insignific {
			if low < 0 {
				low = i
			}
			high = i
		}
	}
	g.low = int(math.Floor(float64(g.first+low-1) / 0.7))
	g.high = int(math.Ceil(float64(g.first+high+1) / 0.7))
	if g.even {
		g.low = max(g.low, 0)
	} else {
		g.low = max(g.low, int(math.Ceil(leastOpen/(g.step*0.7))))
	}
	g.narrowed = true
	g.halvings++
	g.step *= 0.7
	return true
}

// fill integrates over μ at every node.
func (g *boundedGrid) fill() {
	g.nodes, g.panels = g.nodes[:0], g.panels[:0]
	g.first = 0
	if g.narrowed {
		g.first = g.low
	} else if !g.even {
		g.first = int(math.Ceil(leastOpen / g.step))
	}
	g.logTop = math.Inf(-1)
	mu := math.NaN()
	for j := g.first; len(g.nodes) < 1<<14; j++ {
		if g.narrowed && j > g.high {
			break
		}
		n := g.node(float64(j)*g.step, mu)
		mu = n.moment[0]
		g.nodes = append(g.nodes, n)
		g.logTop = max(g.logTop, n.log)
		if g.narrowed || n.tau < g.top {
			continue
		}
		heavy := n.log + float64(max(g.power, 0))*math.Log(n.tau/g.top)
		if heavy < g.logTop-30 { // 1e-13
			break
		}
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

func (g *boundedGrid) node(x, start float64) tauNode {
	tau, slope := g.at(x)
	n := tauNode{x: x, tau: tau}
	s := &g.slice
	s.load(g.terms, tau)
	n.panels = [2]int{len(g.panels), len(g.panels)}
	factor, exponent := g.prior.kernel(tau * tau)
	if p, ok := s.flat(); ok {
		n.flat, n.plateau = true, p
		p.integrate(&n)
		n.log = math.Log(n.mass*slope*factor) - exponent
		return n
	}
	if math.IsNaN(start) {
		start = g.centre()
	}
	mu := s.mode(start)
	p, e := s.product(mu)
	if s.base = 0; !s.plain || p < 1e-100 || e != 0 {
		s.base = math.Log(p) + e + s.scale
	}
	n.base = s.base
	if s.base < hopeless {
		n.mass, n.moment[0], n.log = 1, mu, math.Inf(-1)
		return n
	}
	n.resolves = true
	if !g.trapezoid(&n, mu) {
		total := g.walk(&n, mu, 1, 0)
		middle := len(g.panels)
		g.walk(&n, mu, -1, total)
		slices.Reverse(g.panels[middle:])
		// The left half goes before the right one.
		rotate(g.panels[n.panels[0]:], middle-n.panels[0])
	}
	all := g.panels[n.panels[0]:]
	n.panels[1] = len(g.panels)
	n.integrate(all, mu)
	n.log = n.base + math.Log(n.mass*slope*factor) - exponent
	return n
}

func rotate(p []panel, left int) {
	slices.Reverse(p[:left])
	slices.Reverse(p[left:])
	slices.Reverse(p)
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
