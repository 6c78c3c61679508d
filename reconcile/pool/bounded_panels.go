package pool

import (
	"math"
	"slices"
)

// A panel is a stretch of μ with at most 16 nodes; likelihoods are relative to
// base. Even panels are parts of one trapezoid rule: only their sum is good.
type panel struct {
	from, to float64
	mass     float64
	n        int
	even     bool
	x        [gaussNodes]float64
	value    [gaussNodes]float64 // likelihood times quadrature weight
}

const gaussNodes = 16

// panel appends one.
func (g *boundedGrid) panel() *panel {
	if len(g.panels) == cap(g.panels) {
		g.panels = slices.Grow(g.panels, len(g.panels)+64)
	}
	g.panels = g.panels[:len(g.panels)+1]
	return &g.panels[len(g.panels)-1]
}

const (
	evenSpacing = 0.95 // of the scale of the slice; the error is exp(−2π²/0.95²)
	evenNodes   = 8
	evenMost    = 96 // nodes beyond which panels are cheaper
	evenEnd     = 1e-11
)

// trapezoid integrates by the trapezoid rule over μ where the scales of the
// factors are alike, so that one step suits them all, and reports whether it did.
// The slice is log-concave and falls on either side as fast as at the end of its
// nodes, or faster.
func (g *boundedGrid) trapezoid(n *tauNode, mode float64) bool {
	s := &g.slice
	// Beyond these ends some factor alone leaves nothing.
	const end = 7.4
	active := 0.0
	lo, hi := math.Inf(-1), math.Inf(1)
	for i := range s.factors {
		f := &s.factors[i]
		v := 1 / f.inverse
		active += f.inverse * f.inverse
		lo, hi = max(lo, f.lo-end*v), min(hi, f.hi+end*v)
	}
	own := 0.0
	if n.tau > 0 {
		own = 1 / (n.tau * n.tau)
	}
	if n.resolves = own <= 2*active && own > 0; n.resolves {
		active += own
	}
	h := evenSpacing / math.Sqrt(active)
	if !(hi-lo < evenMost*h) {
		n.resolves = true
		return false
	}
	width := evenNodes * h
	least := evenEnd * h * s.at(mode)
	start := len(g.panels)
	from := mode
	for {
		// Where reports conflict a wide factor may fall slowly before any end.
		if len(g.panels)-start > evenMost/evenNodes {
			g.panels, n.resolves = g.panels[:start], true
			return false
		}
		from -= width
		p := g.panel()
		p.lay(from, from+width, evenNodes)
		p.fill(s)
		if p.value[0] <= least {
			break
		}
	}
	slices.Reverse(g.panels[start:])
	for from = mode; ; from += width {
		if len(g.panels)-start > 2*evenMost/evenNodes {
			g.panels, n.resolves = g.panels[:start], true
			return false
		}
		p := g.panel()
		p.lay(from, from+width, evenNodes)
		p.fill(s)
		if p.value[evenNodes-1] <= least {
			break
		}
	}
	return true
}

// walk appends panels from μ to one side until they hold nothing.
func (g *boundedGrid) walk(n *tauNode, from, sign, total float64) float64 {
	s := &g.slice
	peak := s.at(from)
	own := 0.0
	if n.tau > 0 {
		own = 1 / (n.tau * n.tau)
	}
	for range 4000 {
		// Where τ is as wide as the rest, panels that are fine enough for the
		// prediction too cost little.
		w := s.stride(from, sign, 0)
		if math.IsInf(w, 1) {
			break
		}
		active := panelWidth / w
		if own <= 2*active*active {
			w = min(w, panelWidth/math.Sqrt(own+active*active))
		} else {
			n.resolves = false
		}
		to := from + sign*w
		p := g.panel()
		p.lay(min(from, to), max(from, to), gaussNodes)
		p.fill(s)
		total += p.mass
		if p.mass <= 1e-15*total && s.at(to) <= 1e-12*peak {
			break
		}
		from = to
	}
	return total
}

// integrate sums mass and central moments about a point near the mean.
func (n *tauNode) integrate(ps []panel, about float64) {
	var m [5]float64
	for k := range ps {
		p := &ps[k]
		for i, w := range p.value[:p.n] {
			d := p.x[i] - about
			m[0] += w
			w *= d
			m[1] += w
			w *= d
			m[2] += w
			w *= d
			m[3] += w
			m[4] += w * d
		}
	}
	n.mass = m[0]
	r := 1 / m[0]
	n.central(about, m[1]*r, m[2]*r, m[3]*r, m[4]*r)
}

// central sets the mean and central moments from moments about a point.
func (n *tauNode) central(about, m1, m2, m3, m4 float64) {
	d := m1 * m1
	n.moment = [4]float64{about + m1, m2 - d, m3 - m1*(3*m2-2*d), m4 - m1*(4*m3-3*m1*(2*m2-d))}
}
