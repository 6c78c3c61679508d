package pool

import (
	"math"
	"slices"
)

// A node of the quadrature over t, with τ in scaled units.
type node struct {
	tau, slope     float64 // τ and dτ/dt
	weight         float64
	mean, variance float64 // of μ given τ
}

// A tauGrid is the trapezoid rule over t on whole multiples of its step, with
//
//	τ = sinh(t + bend·sinh t).
//
// The posterior of t is an even analytic function, for which the rule converges
// geometrically (Trefethen and Weideman 2014), half of it lying at t ≥ 0. The
// bend is 0 for a half-normal prior; under the others, whose tails are powers of
// τ, it takes hold beyond every scale of the data and makes them fall doubly
// exponentially (Takahasi and Mori 1974).
type tauGrid struct {
	step, bend float64
	first      int // node i lies at t = (first+i)·step
	nodes      []node
	spare      []node
	sinc       sincTable

	base      float64 // weights are relative to exp(base)
	peak      float64 // t of the highest mode
	low, high float64 // t of the lowest and highest mode that count
	power     int     // moments of τ to integrate
	scan      []float64
	halvings  int

	mass float64 // the sum of all weights
	odds float64 // what every second node makes of mass and moments, off by this share
}

const (
	strip       = 0.13  // step that the analytic strip of width π/2 allows
	modeStep    = 0.4   // step in standard deviations of a narrow mode
	bendAt      = 0.15  // slope of the bend at the last scale of the data
	negligible  = 1e-13 // beside the heaviest node
	maxHalvings = 9
	maxNodes    = 1 << 17
)

// start chooses map and step for the modes that locate has found.
func (g *tauGrid) start(s *studySet, curvature float64) {
	g.halvings, g.bend, g.step = 0, 0, strip
	if s.prior.Family != HalfNormalFamily {
		g.bend = bendAt / math.Cosh(math.Asinh(s.top))
	}
	widest := 1 + g.bend*math.Cosh(g.peak)
	if curvature > 0 {
		g.step = min(g.step, modeStep/math.Sqrt(curvature)/widest)
	}
	g.peak, g.low, g.high = g.unbend(g.peak), g.unbend(g.low), g.unbend(g.high)
}

// unbend solves t + bend·sinh t = u for t, roughly.
func (g *tauGrid) unbend(u float64) float64 {
	t := u
	for i := 0; i < 5 && g.bend > 0; i++ {
		t -= (t + g.bend*math.Sinh(t) - u) / (1 + g.bend*math.Cosh(t))
	}
	return t
}

// follow becomes a grid like another.
func (g *tauGrid) follow(o *tauGrid) {
	nodes, spare, sinc := append(g.nodes[:0], o.nodes...), g.spare, g.sinc
	*g = *o
	g.nodes, g.spare, g.sinc = nodes, spare, sinc.upTo(2*(g.first+len(nodes)))
	g.scan = nil
}

// stopped reports whether the step cannot be halved again.
func (g *tauGrid) stopped() bool { return g.halvings >= maxHalvings || 2*len(g.nodes) > maxNodes }

// refine halves the step, and reports whether it may.
func (g *tauGrid) refine(s *studySet) bool {
	if g.stopped() {
		return false
	}
	g.halvings++
	g.spare = slices.Grow(g.spare[:0], 2*len(g.nodes))
	for i := range g.nodes {
		g.spare = append(g.spare, g.nodes[i])
		if i+1 < len(g.nodes) {
			g.spare = append(g.spare, node{})
			t := (float64(g.first+i) + 0.5) * g.step
			e := math.Exp(t)
			g.evaluate(s, &g.spare[2*i+1], t, e, 1/e)
		}
	}
	g.nodes, g.spare = g.spare, g.nodes
	g.step /= 2
	g.first *= 2
	g.sinc = g.sinc.upTo(2 * (g.first + len(g.nodes)))
	return true
}

// fill evaluates the nodes from the highest mode out to where they are
// negligible.
func (g *tauGrid) fill(s *studySet) {
	g.nodes = g.nodes[:0]
	h := g.step
	start := int(math.Round(g.peak / h))
	least, most := int(math.Floor(g.low/h)), int(math.Ceil(g.high/h))
	up := math.Exp(float64(start) * h)
	down := 1 / up
	grow := math.Exp(h)
	shrink := 1 / grow

	e, i := up*shrink, down*grow
	j := start - 1
	for ; j >= 0; j-- {
		if w := g.push(s, j, e, i).weight; w < negligible && j < least {
			g.nodes = g.nodes[:len(g.nodes)-1]
			break
		}
		e *= shrink
		i *= grow
	}
	g.first = j + 1
	slices.Reverse(g.nodes)
	e, i = up, down
	// Moments weigh the far end by powers of τ beside τ at the mode.
	beside := math.NaN()
	for j = start; len(g.nodes) < maxNodes; j++ {
		n := g.push(s, j, e, i)
		w := n.weight
		if j == start {
			beside = 1 / (1 + n.tau*n.tau)
		}
		if g.power > 0 && n.tau > 1 {
			w *= n.tau * beside
			if g.power > 1 {
				w *= n.tau
			}
		}
		if w < negligible && n.weight < negligible && j > most {
			break
		}
		e *= grow
		i *= shrink
	}
	last := g.first + len(g.nodes) - 1
	g.sinc = g.sinc.upTo(2 * last)
}

// push appends node j, at t given by exp(t) and exp(−t). That at τ = 0 has the
// half weight of an end.
func (g *tauGrid) push(s *studySet, j int, e, i float64) *node {
	if len(g.nodes) == cap(g.nodes) {
		g.nodes = slices.Grow(g.nodes, len(g.nodes)+32)
	}
	g.nodes = g.nodes[:len(g.nodes)+1]
	n := &g.nodes[len(g.nodes)-1]
	switch {
	case j > 0:
		g.evaluate(s, n, float64(j)*g.step, e, i)
	case s.zeros > 0:
		*n = node{}
	default:
		g.evaluate(s, n, 0, 1, 1)
		n.weight /= 2
	}
	return n
}

// evaluate fills a node in place, for a copy of what has just been written waits.
func (g *tauGrid) evaluate(s *studySet, n *node, t, e, i float64) {
	n.slope = 1
	if g.bend > 0 {
		n.slope = 1 + 0.5*g.bend*(e+i)
		e = math.Exp(t + 0.5*g.bend*(e-i))
		i = 1 / e
	}
	n.tau = 0.5 * (e - i)
	n.slope *= 0.5 * (e + i)
	k := s.at(n.tau * n.tau)
	n.mean, n.variance = k.mean, k.variance
	n.weight = math.Sqrt(k.square) * n.slope * math.Exp(k.exponent-g.base)
}

// odd is the factor by which τ, an odd function of t, is to be multiplied at
// node i so that the even grid integrates it over t > 0: the integral of sinc
// from −i to i.
func (g *tauGrid) odd(i int) float64 {
	if g.first > 0 {
		return 1
	}
	return 2 * g.sinc[i]
}

// below is the integral, in steps, of the density of t up to node m.
func (g *tauGrid) below(m int) float64 {
	sum := 0.0
	if g.first > 0 {
		for i := range g.nodes {
			sum += g.nodes[i].weight * (0.5 + g.sinc.at(m-i))
		}
		return sum
	}
	for i := range g.nodes[:m] {
		sum += g.nodes[i].weight * (g.sinc[m-i] + g.sinc[m+i])
	}
	for i := m; i < len(g.nodes); i++ {
		sum += g.nodes[i].weight * (g.sinc[m+i] - g.sinc[i-m])
	}
	return sum
}
