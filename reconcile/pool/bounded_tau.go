package pool

import "math"

// below is the integral, in steps, of the density of x up to node m.
func (g *boundedGrid) below(m int) float64 {
	total := 0.0
	mirror := g.even && g.first == 0
	for i := range g.nodes {
		if mirror {
			total += g.nodes[i].weight * (g.sinc.at(m-i) + g.sinc[m+i])
		} else {
			total += g.nodes[i].weight * (0.5 + g.sinc.at(m-i))
		}
	}
	return total
}

// between is the density of x at part steps from node m, by sinc interpolation
// of the nodes, mirrored where it is even.
func (g *boundedGrid) between(m int, part float64) float64 {
	near := math.Round(part)
	m, part = m+int(near), part-near
	if part == 0 {
		if m < 0 {
			m = -m // only an even grid is asked there
		}
		if m >= len(g.nodes) {
			return 0
		}
		w := g.nodes[m].weight
		if g.even && g.first+m == 0 {
			w *= 2
		}
		return w
	}
	at := float64(m) + part
	sum := 0.0
	sign := 1.0
	if m&1 == 1 {
		sign = -1
	}
	for i := range g.nodes {
		t := g.nodes[i].weight / (at - float64(i))
		if g.even && g.first == 0 {
			t += g.nodes[i].weight / (at + float64(i))
		}
		sum += sign * t
		sign = -sign
	}
	// sin π(at−i) = ±sin π·part, the sign as m−i is even or odd.
	return sum * math.Sin(math.Pi*part) / math.Pi
}

// quantile is that of τ; see tauGrid.quantile. Between nodes it trusts their
// interpolant.
func (g *boundedGrid) quantile(q float64) (tau float64, exact bool) {
	exact = g.odds < 12*sincError*min(q, 1-q)
	if !exact && !g.stopped() {
		return 0, false
	}
	target := q * g.mass
	sum, m := 0.0, 0
	for m < len(g.nodes)-2 && sum+g.nodes[m].weight < target {
		sum += g.nodes[m].weight
		m++
	}
	below := g.below(m)
	d := 0.0
	for range 40 {
		f := below
		half := 0.5 * d
		if d != 0 {
			for _, a := range legendre4 {
				f += half * a[1] * (g.between(m, half-half*a[0]) + g.between(m, half+half*a[0]))
			}
		}
		density := g.between(m, d)
		move := (target - f) / density
		if math.IsNaN(move) || density <= 0 {
			break
		}
		move = min(max(move, -1), 1)
		d += move
		if g.even {
			d = max(d, -float64(g.first+m))
		}
		if math.Abs(move) < 1e-6 {
			break
		}
	}
	tau, _ = g.at((float64(g.first+m) + d) * g.step)
	return tau, exact
}
