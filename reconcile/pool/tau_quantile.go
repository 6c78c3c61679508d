package pool

import "math"

// quantile returns the q-quantile of τ, scaled, and whether it is exact enough:
// the distribution function at the nearest node by the sinc rule, from there by
// Gauss–Legendre and Newton. The sinc rule errs as the trapezoid rule does at
// twice the step, which odds measures.
func (g *tauGrid) quantile(s *studySet, q float64) (tau float64, exact bool) {
	exact = g.odds < 4*sincError*min(q, 1-q)
	if !exact && !g.stopped() {
		return 0, false
	}
	target := q * g.mass
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
	if part > 0.5 && i+1 < len(g.nodes) {
		m++
	}
	below := g.below(m)

	// A polynomial through the nodes about m tells where to look; the density
	// itself tells the rest.
	l := g.near(m)
	t0 := float64(m+g.first) * g.step
	least := -t0 / g.step
	d := float64(i-m) + part // in steps
	for range 6 {
		density, _ := l.at(d)
		move := (target - below - l.upTo(d)) / density
		if !(math.Abs(move) < 1) {
			break
		}
		d = max(d+move, least)
		if math.Abs(move) < 1e-5 {
			break
		}
	}
	if !(math.Abs(d-float64(i-m)-0.5) < 1.5) {
		d = float64(i-m) + part
	}
	for range 40 {
		f := below
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
	t := t0 + d*g.step
	return math.Sinh(t + g.bend*math.Sinh(t)), exact
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
	g.evaluate(s, &n, t, e, 1/e)
	return n.weight
}
