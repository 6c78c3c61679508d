package pool

import (
	"math"
	"slices"
)

const (
	certain = 7.2 // where Φ is 1 to 3e-13
	nearly  = 6.4 // where it is 1 to 1e-10, what an integral over μ is good to
)

// A muPoints is nodes of quadratures over μ, those of one τ together and mostly
// in order: where, and likelihood times weight.
type muPoints struct{ x, value []float64 }

// grow makes room for n more and returns them.
func (p *muPoints) grow(n int) (x, value []float64) {
	from := len(p.x)
	p.x = slices.Grow(p.x, n)[:from+n]
	p.value = slices.Grow(p.value, n)[:from+n]
	return p.x[from:], p.value[from:]
}

func (p *muPoints) cut(n int) { p.x, p.value = p.x[:n], p.value[:n] }

const (
	evenSpacing = 0.95 // of the scale of a slice with points; it errs by exp(−2π²/0.95²)
	evenWider   = 1.06 // without them, for a Φ has less of high frequencies than a φ
	evenMost    = 96   // nodes beyond which panels are cheaper
	evenMore    = 6    // nodes added at a time
	evenEnd     = 1e-10
)

// A reachOut is how many nodes the last τ took on either side of the mode, a
// good guess for the next.
type reachOut struct{ left, right int }

// trapezoid integrates by the trapezoid rule over μ where the scales of the
// factors are alike, so that one step suits them all, and reports whether it did.
// The slice is log-concave and falls on either side as fast as at the end of its
// nodes, or faster.
func (g *boundedGrid) trapezoid(n *tauNode, mode, peak float64) bool {
	s := &n.slice
	// Beyond these ends some factor alone leaves nothing.
	const end = 7.4
	active := 0.0
	lo, hi := math.Inf(-1), math.Inf(1)
	for i := range s.factors {
		f := &s.factors[i]
		v := end / f.inverse
		active += f.inverse * f.inverse
		lo, hi = max(lo, f.lo-v), min(hi, f.hi+v)
	}
	own := 0.0
	if n.tau > 0 {
		own = 1 / (n.tau * n.tau)
	}
	if n.resolves = own <= 2*active && own > 0; n.resolves {
		active += own
	}
	h := 1 / math.Sqrt(active)
	if s.plain {
		h *= evenWider
	} else {
		h *= evenSpacing
	}
	if !(hi-lo < evenMost*h) {
		n.resolves = true
		return false
	}
	least := evenEnd * peak
	left, right := g.out.left, g.out.right
	g.lay(s, mode-float64(left)*h, h, left+right+1)
	// Where reports conflict a wide factor may fall slowly before any end.
	for g.points.value[n.from] > least*h {
		if left += evenMore; left > evenMost {
			g.points.cut(n.from)
			n.resolves = true
			return false
		}
		g.lay(s, mode-float64(left)*h, h, evenMore)
		rotate(g.points.x[n.from:], evenMore)
		rotate(g.points.value[n.from:], evenMore)
	}
	for g.points.value[len(g.points.value)-1] > least*h {
		if right > 2*evenMost {
			g.points.cut(n.from)
			n.resolves = true
			return false
		}
		g.lay(s, mode+float64(right+1)*h, h, evenMore)
		right += evenMore
	}
	// What more than the last one lies below the end was in vain.
	value := g.points.value[n.from:]
	for len(value) > 2 && value[1] <= least*h {
		value = value[1:]
		left--
	}
	for len(value) > 2 && value[len(value)-2] <= least*h {
		value = value[:len(value)-1]
		right--
	}
	g.out = reachOut{max(left, 1), max(right, 1)}
	return true
}

// rotate brings the last n before the others.
func rotate(p []float64, n int) {
	slices.Reverse(p)
	slices.Reverse(p[:n])
	slices.Reverse(p[n:])
}

// lay appends n points h apart.
func (g *boundedGrid) lay(s *muSlice, from, h float64, n int) {
	x, value := g.points.grow(n)
	for i := range x {
		x[i] = from + float64(i)*h
		value[i] = h
	}
	s.multiply(x, value, &g.exponents)
}

// walk appends panels from μ to one side until they hold nothing.
func (g *boundedGrid) walk(n *tauNode, from, sign, total, peak float64) float64 {
	s := &n.slice
	own := 0.0
	if n.tau > 0 {
		own = 1 / (n.tau * n.tau)
	}
	for range 4000 {
		// Where τ is as wide as the rest, panels that are fine enough for the
		// prediction too cost little.
		w := s.stride(from, sign, 0, panelWidth)
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
		x, value := g.points.grow(2 * len(legendre16))
		mass := s.panel(x, value, min(from, to), max(from, to), legendre16[:], &g.exponents)
		total += mass
		if mass <= 1e-15*total && s.at(to) <= 1e-12*peak {
			break
		}
		from = to
	}
	return total
}

// panel lays a Gauss–Legendre rule over a stretch of μ and returns its integral.
func (s *muSlice) panel(x, value []float64, from, to float64, rule [][2]float64, exponents *[]float64) float64 {
	half := 0.5 * (to - from)
	mid := from + half
	m := len(rule)
	for i, a := range rule {
		d, w := half*a[0], half*a[1]
		x[m-1-i], x[m+i] = mid-d, mid+d
		value[m-1-i], value[m+i] = w, w
	}
	s.multiply(x[:2*m], value[:2*m], exponents)
	mass := 0.0
	for _, v := range value[:2*m] {
		mass += v
	}
	return mass
}

// integrate sums mass and moments about a point near the mean.
func (n *tauNode) integrate(p *muPoints, about float64) {
	var m0, m1, m2 float64
	x := p.x[n.from:n.to]
	value := p.value[n.from:n.to]
	for i, w := range value[:len(x)] {
		d := x[i] - about
		m0 += w
		w *= d
		m1 += w
		m2 += w * d
	}
	r := 1 / m0
	m1 *= r
	n.mass, n.mean, n.variance = m0, about+m1, m2*r-m1*m1
}
