package pool

import (
	"math"
	"slices"
)

// A node of the quadrature over t, τ = sinh t in scaled units.
type node struct {
	tau, weight    float64
	mean, variance float64 // of μ given τ
}

// A tauGrid is the trapezoid rule over t on whole multiples of its step. The
// posterior of t is an even analytic function, for which the rule converges
// geometrically (Trefethen and Weideman 2014), half of it lying at t ≥ 0.
type tauGrid struct {
	step  float64
	first int // node i lies at t = (first+i)·step
	nodes []node
	sinc  sincTable

	base      float64 // weights are relative to exp(base)
	peak      float64 // t of the highest mode
	low, high float64 // t of the lowest and highest mode that count
	power     int     // moments of τ to integrate
	scan      []float64
	halvings  int
}

const (
	coarseStep  = 1.0   // of the search for modes
	strip       = 0.13  // step that the analytic strip of width π/2 allows
	modeStep    = 0.26  // step in standard deviations of a narrow mode
	negligible  = 1e-13 // beside the heaviest node
	shorter     = 0.7   // of a step that was too long
	maxHalvings = 16
	maxNodes    = 1 << 17
)

// locate finds the modes and a first step.
func (g *tauGrid) locate(s *studySet, power int) {
	g.scan, g.power, g.halvings = g.scan[:0], power, 0
	end := math.Asinh(s.top)
	best := 0
	for j := 0; ; j++ {
		v := s.logAt(float64(j) * coarseStep)
		g.scan = append(g.scan, v)
		if v > g.scan[best] {
			best = j
		}
		// Past every scale of data and prior it only falls.
		if float64(j)*coarseStep > end && best < j {
			break
		}
	}
	g.base = math.Inf(-1)
	g.low, g.high = math.Inf(1), math.Inf(-1)
	curvature := 0.0
	for j, v := range g.scan[:len(g.scan)-1] {
		before := g.scan[j+1] // even at 0
		if j > 0 {
			before = g.scan[j-1]
		}
		after := g.scan[j+1]
		if v < before || v < after {
			continue
		}
		t, v, c := climb(s, float64(j)*coarseStep, v, before, after)
		// Modes are compared once all are climbed; one far below all others adds
		// nodes of no weight, never an error.
		if v > g.base {
			g.base, g.peak = v, t
		}
		curvature = max(curvature, c)
		g.low, g.high = min(g.low, t), max(g.high, t)
	}
	g.step = strip
	if curvature > 0 {
		g.step = min(g.step, modeStep/math.Sqrt(curvature))
	}
}

// climb moves to the mode near t, until the steps about it resolve its width.
// It returns the mode, its height, and minus its second derivative.
func climb(s *studySet, t, v, before, after float64) (mode, height, curvature float64) {
	d := coarseStep
	for before+after-2*v < -4 && d > 1e-9 {
		d /= 2
		before, after = s.logAt(t-d), s.logAt(t+d)
		for before > v || after > v {
			if before > after {
				t, v, after = t-d, before, v
				before = s.logAt(t - d)
			} else {
				t, v, before = t+d, after, v
				after = s.logAt(t + d)
			}
		}
		t = math.Abs(t)
	}
	return t, v, (2*v - before - after) / (d * d)
}

// follow takes the modes and the step of another grid.
func (g *tauGrid) follow(o *tauGrid) {
	g.step, g.base, g.peak, g.low, g.high = o.step, o.base, o.peak, o.low, o.high
	g.power, g.halvings = o.power, o.halvings
}

// stopped reports whether the step cannot be shortened again.
func (g *tauGrid) stopped() bool { return g.halvings >= maxHalvings || 2*len(g.nodes) > maxNodes }

// refine shortens the step, and reports whether it may.
func (g *tauGrid) refine() bool {
	if g.stopped() {
		return false
	}
	g.halvings++
	g.step *= shorter
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
	beside := 0.5 * (up - down)
	beside = 1 / (1 + beside*beside)
	for j = start; len(g.nodes) < maxNodes; j++ {
		n := g.push(s, j, e, i)
		w := n.weight
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
		g.evaluate(s, n, e, i)
	case s.zeros > 0:
		*n = node{}
	default:
		g.evaluate(s, n, 1, 1)
		n.weight /= 2
	}
	return n
}

// evaluate fills a node in place, for a copy of what has just been written waits.
func (g *tauGrid) evaluate(s *studySet, n *node, e, i float64) {
	n.tau = 0.5 * (e - i)
	var k kernel
	s.at(n.tau*n.tau, &k)
	n.mean, n.variance = k.mean, k.variance
	n.weight = math.Sqrt(k.square) * 0.5 * (e + i) * k.factor * math.Exp(k.exponent-g.base)
}

// odd is the factor by which τ, an odd function of t, is to be multiplied at
// node i so that the even grid integrates it over t > 0: the integral of sinc
// from −j to j. stride 2 is the rule on every second node.
func (g *tauGrid) odd(i, stride int) float64 {
	if g.first > 0 {
		return 1
	}
	return 2 * g.sinc[i/stride]
}

// below is the integral, in steps, of the density of t up to node m, from all
// nodes and from every second one.
func (g *tauGrid) below(m int) (fine, coarse float64) {
	m += g.first
	var sum [2]float64 // of even and odd nodes
	var half float64
	for i := range g.nodes {
		j := g.first + i
		w := g.nodes[i].weight
		if g.first > 0 {
			sum[j&1] += w * (0.5 + g.sinc.at(m-j))
		} else {
			sum[j&1] += w * (g.sinc.at(m-j) + g.sinc[m+j])
		}
		if j&1 != 0 {
			continue
		}
		if g.first > 0 {
			half += w * (0.5 + g.sinc.at((m-j)/2))
		} else {
			half += w * (g.sinc.at((m-j)/2) + g.sinc[(m+j)/2])
		}
	}
	return sum[0] + sum[1], 2 * half
}

// mass is the sum of all weights.
func (g *tauGrid) mass() float64 {
	sum := 0.0
	for i := range g.nodes {
		sum += g.nodes[i].weight
	}
	return sum
}

// legendre4 has the positive abscissae and the weights of the four-point
// Gauss–Legendre rule on [−1, 1] (Abramowitz and Stegun 25.4.30).
var legendre4 = [2][2]float64{
	{0.339981043584856264803, 0.652145154862546142627},
	{0.861136311594052575224, 0.347854845137453857373},
}

// quantile returns the q-quantile of τ, scaled, and whether it is exact enough:
// the distribution function at the nearest even node by the sinc rule, from
// there by Gauss–Legendre and Newton.
func (g *tauGrid) quantile(s *studySet, q float64) (tau float64, exact bool) {
	total := g.mass()
	target := q * total
	sum, i := 0.0, 0
	for i < len(g.nodes)-1 {
		half := 0.5 * g.nodes[i].weight
		if i == 0 && g.first == 0 {
			half = g.nodes[i].weight // is already halved
		}
		next := sum + half + 0.5*g.nodes[i+1].weight
		if next > target {
			break
		}
		sum = next
		i++
	}
	// i brackets the quantile from below.
	slope := 0.5 * (g.nodes[i].weight + g.nodes[min(i+1, len(g.nodes)-1)].weight)
	part := 0.0
	if slope > 0 {
		part = min(max((target-sum)/slope, 0), 1)
	}
	m := i
	if (m+g.first)&1 == 1 { // the even node on the nearer side
		if part > 0.5 && i+1 < len(g.nodes) || i == 0 {
			m++
		} else {
			m--
		}
	}
	if m >= len(g.nodes) {
		m -= 2
	}
	fine, coarse := g.below(m)
	exact = math.Abs(fine-coarse) < coarseTail(q)*total
	if !exact && !g.stopped() {
		return 0, false
	}

	// A polynomial through the nodes about m tells where to look; the density
	// itself tells the rest.
	l := g.near(m)
	t0 := float64(m+g.first) * g.step
	least := -t0 / g.step
	d := float64(i-m) + part // in steps
	for range 6 {
		density, _ := l.at(d)
		if move := (target - fine - l.upTo(d)) / density; math.Abs(move) < 1 {
			d = max(d+move, least)
		} else {
			break
		}
	}
	if !(math.Abs(d-float64(i-m)-0.5) < 1.5) {
		d = float64(i-m) + part
	}
	for range 40 {
		f := fine
		half := 0.5 * d
		for _, a := range legendre4 {
			f += half * a[1] * (g.density(s, t0+(half-half*a[0])*g.step) + g.density(s, t0+(half+half*a[0])*g.step))
		}
		density := g.density(s, t0+d*g.step)
		move := (target - f) / density
		if math.IsNaN(move) {
			break
		}
		if _, slope := l.at(d); math.Abs(move*slope) < 0.1*density {
			move -= 0.5 * move * move * slope / density
		}
		move = min(max(move, -1), 1)
		d = max(d+move, least)
		if math.Abs(move) < 2e-4 {
			break
		}
	}
	return math.Sinh(t0 + d*g.step), exact
}

// A local is the polynomial c₀ + c₁d + … + c₄d⁴ through five nodes.
type local [5]float64

// near interpolates the density about node m, d steps from it.
func (g *tauGrid) near(m int) local {
	f := func(j int) float64 {
		j += m
		if g.first == 0 {
			if j < 0 {
				j = -j
			}
			if j == 0 {
				return 2 * g.nodes[0].weight // is halved
			}
		}
		if j < 0 || j >= len(g.nodes) {
			return 0
		}
		return g.nodes[j].weight
	}
	f0 := f(0)
	// Sums and differences on either side, by distance.
	s1, d1 := f(1)+f(-1)-2*f0, 0.5*(f(1)-f(-1))
	s2, d2 := f(2)+f(-2)-2*f0, 0.5*(f(2)-f(-2))
	return local{f0, (8*d1 - d2) / 6, (16*s1 - s2) / 24, (d2 - 2*d1) / 6, (s2 - 4*s1) / 24}
}

// at is the polynomial and its derivative.
func (l *local) at(d float64) (value, slope float64) {
	return l[0] + d*(l[1]+d*(l[2]+d*(l[3]+d*l[4]))), l[1] + d*(2*l[2]+d*(3*l[3]+d*4*l[4]))
}

// upTo is its integral from 0.
func (l *local) upTo(d float64) float64 {
	return d * (l[0] + d*(l[1]/2+d*(l[2]/3+d*(l[3]/4+d*l[4]/5))))
}

// density is the weight of a node at t, were there one.
func (g *tauGrid) density(s *studySet, t float64) float64 {
	e := math.Exp(t)
	var n node
	g.evaluate(s, &n, e, 1/e)
	return n.weight
}
