package pool

import "math"

// A factor is what a term contributes at one τ.
type factor struct {
	kind     Kind
	lo, hi   float64
	inverse  float64 // 1/v
	width    float64 // (hi−lo)/v
	isNarrow bool    // an interval too narrow for the difference of two Φ
}

// A muSlice is the likelihood of μ at one τ: log-concave, a product of factors.
type muSlice struct {
	normal  *normalTable
	factors []factor
	tau     float64
	scale   float64 // ln of the constants of points and narrow intervals
	base    float64 // values are relative to exp(base)
	plain   bool    // no factor is an exponential
}

const (
	narrowWidth = 0.1
	reach       = 8.2 // Φ(−8.2) is 1e-16: beyond, a factor is flat
	logSqrt2Pi  = 0.91893853320467274178
)

// load sets τ > 0, or any τ if no s is 0.
func (s *muSlice) load(ts []term, tau float64) {
	s.factors = s.factors[:0]
	s.tau, s.scale, s.base, s.plain = tau, 0, 0, true
	for i := range ts {
		t := &ts[i]
		r := 1 / math.Sqrt(t.variance+tau*tau)
		f := factor{kind: t.kind, lo: t.lo, hi: t.hi, inverse: r}
		switch t.kind {
		case PointKind:
			s.scale += math.Log(r) - logSqrt2Pi
			s.plain = false
		case IntervalKind:
			f.width = (t.hi - t.lo) * r
			if f.width < narrowWidth {
				f.isNarrow = true
				s.scale += math.Log(f.width) - logSqrt2Pi
				s.plain = false
			}
		}
		s.factors = append(s.factors, f)
	}
}

// product returns the factors at μ as p·exp(e).
func (s *muSlice) product(mu float64) (p, e float64) {
	p = 1
	for i := range s.factors {
		f := &s.factors[i]
		var c float64
		switch f.kind {
		case LowerKind:
			c = s.lower((mu-f.lo)*f.inverse, &e)
		case UpperKind:
			c = s.lower((f.hi-mu)*f.inverse, &e)
		case PointKind:
			z := (f.lo - mu) * f.inverse
			e -= 0.5 * z * z
			continue
		case IntervalKind:
			if f.isNarrow {
				z := (0.5*(f.lo+f.hi) - mu) * f.inverse
				e -= 0.5 * z * z
				c = narrowInterval(z*z, f.width*f.width)
				break
			}
			a, b := (f.lo-mu)*f.inverse, (f.hi-mu)*f.inverse
			if a > 0 { // the lower tails, where Φ keeps its digits
				a, b = -b, -a
			}
			if b < -30 {
				c = s.lower(b, &e) * (1 - math.Exp(0.5*(b-a)*(b+a)))
				break
			}
			c = s.normal.between(a, b)
		}
		p *= c
		if p < 1e-200 {
			p *= 1e200
			e -= 460.51701859880916
		}
	}
	return p, e
}

// lower is Φ(z), with its exponent taken out where it would underflow.
func (s *muSlice) lower(z float64, e *float64) float64 {
	if z > -30 {
		return s.normal.cdf(z)
	}
	*e -= 0.5 * z * z
	return mills(-z) / math.Sqrt(2*math.Pi)
}

// mills is Mills' ratio (1−Φ(z))/φ(z) for z ≥ 30 (Abramowitz and Stegun 26.2.12).
func mills(z float64) float64 {
	q := 1 / (z * z)
	return (1 - q*(1-3*q*(1-5*q*(1-7*q)))) / z
}

// narrowInterval is Φ(z+δ/2) − Φ(z−δ/2) over φ(z)·δ, by its Taylor series.
func narrowInterval(z2, d2 float64) float64 {
	return 1 + d2*((z2-1)/24+d2*((z2*(z2-6)+3)/1920+d2*(z2*(z2*(z2-15)+45)-15)/322560))
}

// at is the likelihood at μ over exp(base).
func (s *muSlice) at(mu float64) float64 {
	p, e := s.product(mu)
	if s.plain && e == 0 && s.base == 0 {
		return p
	}
	return p * math.Exp(e+s.scale-s.base)
}

// score is the derivative of the log-likelihood at μ and minus its second one.
func (s *muSlice) score(mu float64) (first, second float64) {
	for i := range s.factors {
		f := &s.factors[i]
		d1, d2 := f.score(mu)
		first += d1
		second += d2
	}
	return first, second
}

func (f *factor) score(mu float64) (first, second float64) {
	r := f.inverse
	switch f.kind {
	case LowerKind:
		z := (mu - f.lo) * r
		g := hazard(z)
		return r * g, r * r * g * (z + g)
	case UpperKind:
		z := (f.hi - mu) * r
		g := hazard(z)
		return -r * g, r * r * g * (z + g)
	case PointKind:
		return r * r * (f.lo - mu), r * r
	}
	if f.isNarrow {
		z := (0.5*(f.lo+f.hi) - mu) * r
		byZ, _ := narrowSlopes(z, f.width)
		return r * (z - byZ), r * r
	}
	a, b := (f.lo-mu)*r, (f.hi-mu)*r
	ga, gb := intervalHazards(a, b)
	g := ga - gb
	d2 := g*g - (a*ga - b*gb)
	return r * g, r * r * max(0, d2)
}

// roughScore is score from the table, good to some ten digits.
func (s *muSlice) roughScore(mu float64) (first, second float64) {
	for i := range s.factors {
		f := &s.factors[i]
		r := f.inverse
		a, b := (f.lo-mu)*r, (f.hi-mu)*r
		switch {
		case f.kind == PointKind || f.isNarrow || f.kind != UpperKind && a > -tableLow || f.kind != LowerKind && b < tableLow:
			d1, d2 := f.score(mu)
			first, second = first+d1, second+d2
			continue
		case f.kind == LowerKind:
			c, d := s.normal.both(-a)
			g := d / c
			first += r * g
			second += r * r * g * (g - a)
		case f.kind == UpperKind:
			c, d := s.normal.both(b)
			g := d / c
			first -= r * g
			second += r * r * g * (b + g)
		default:
			if a > 0 { // the lower tails, where Φ keeps its digits
				a, b = -b, -a
				r = -r
			}
			ca, da := s.normal.both(a)
			cb, db := s.normal.both(b)
			c := 1 / (cb - ca)
			g := (da - db) * c
			first += r * g
			second += r * r * max(0, g*g-(a*da-b*db)*c)
		}
	}
	return first, second
}

// scoreVariance is the derivative of ln of the factor by τ².
func (f *factor) scoreVariance(mu float64) float64 {
	r := f.inverse
	switch f.kind {
	case LowerKind:
		z := (mu - f.lo) * r
		return -0.5 * r * r * z * hazard(z)
	case UpperKind:
		z := (f.hi - mu) * r
		return -0.5 * r * r * z * hazard(z)
	case PointKind:
		z := (f.lo - mu) * r
		return 0.5 * r * r * (z*z - 1)
	}
	if f.isNarrow {
		z := (0.5*(f.lo+f.hi) - mu) * r
		byZ, byWidth := narrowSlopes(z, f.width)
		return 0.5 * r * r * (z*z - 1 - z*byZ - byWidth)
	}
	a, b := (f.lo-mu)*r, (f.hi-mu)*r
	ga, gb := intervalHazards(a, b)
	return 0.5 * r * r * (a*ga - b*gb)
}

// narrowSlopes are the derivatives of ln narrowInterval by z, and by ln d.
func narrowSlopes(z, d float64) (byZ, byLogD float64) {
	z2, d2 := z*z, d*d
	s := narrowInterval(z2, d2)
	byZ = z * d2 * (1.0/12 + d2*((z2-3)/480+d2*(z2*(z2-10)+15)/53760)) / s
	byLogD = d2 * ((z2-1)/12 + d2*((z2*(z2-6)+3)/480+d2*(z2*(z2*(z2-15)+45)-15)/53760)) / s
	return byZ, byLogD
}

// hazard is φ(z)/Φ(z).
func hazard(z float64) float64 {
	if z < -30 {
		return 1 / mills(-z)
	}
	return normalPDF(z) / normalCDF(z)
}

// intervalHazards are φ(a) and φ(b) over Φ(b) − Φ(a), a < b.
func intervalHazards(a, b float64) (ga, gb float64) {
	if a > 0 {
		gb, ga = intervalHazards(-b, -a)
		return ga, gb
	}
	if b < -30 {
		drop := math.Exp(0.5 * (b - a) * (b + a)) // φ(a)/φ(b)
		d := mills(-b) - drop*mills(-a)
		return drop / d, 1 / d
	}
	d := normalCDF(b) - normalCDF(a)
	return normalPDF(a) / d, normalPDF(b) / d
}

// mode climbs from a start to the mode of the slice, roughly: Newton, halved
// while it overshoots. It needs no precision.
func (s *muSlice) mode(start float64) float64 {
	mu := start
	lo, hi := math.Inf(-1), math.Inf(1)
	for range 60 {
		g, c := s.roughScore(mu)
		if g > 0 {
			lo = mu
		} else {
			hi = mu
		}
		if g*g < 0.04*c || g == 0 {
			break
		}
		step := 4 * s.spread()
		if g < 0 {
			step = -step
		}
		if c > 0 && math.Abs(g/c) < math.Abs(step) {
			step = g / c
		}
		next := mu + step
		if next <= lo || next >= hi {
			next = lo + 0.5*(hi-lo)
		}
		if next == mu {
			break
		}
		mu = next
	}
	return mu
}

// spread is a length over which the slice may change at all.
func (s *muSlice) spread() float64 {
	lo, hi, least := math.Inf(1), math.Inf(-1), math.Inf(1)
	for i := range s.factors {
		f := &s.factors[i]
		if !math.IsInf(f.lo, 0) {
			lo, hi = min(lo, f.lo), max(hi, f.lo)
		}
		if !math.IsInf(f.hi, 0) {
			lo, hi = min(lo, f.hi), max(hi, f.hi)
		}
		least = min(least, 1/f.inverse)
	}
	return max(least, 0.25*(hi-lo))
}

// stride is the width of the next panel from x to the right, or with sign −1 to
// the left: panelWidth of the scale at which the factors in reach change
// together, (Σ1/v²)^−½, or up to where another comes into reach.
func (s *muSlice) stride(x, sign, extra float64) float64 {
	active := extra
	width := math.Inf(1)
	if active > 0 {
		width = panelWidth / math.Sqrt(active)
	}
	limit := math.Inf(1)
	for i := range s.factors {
		f := &s.factors[i]
		v := 1 / f.inverse
		// The nearest end still to pass, and how far it reaches.
		d := math.Inf(1)
		for k, end := range [2]float64{f.lo, f.hi} {
			if k == 1 && f.kind == PointKind || math.IsInf(end, 0) {
				continue
			}
			ahead := (end - x) * sign
			if ahead > -reach*v*(1-1e-9) {
				d = min(d, ahead-reach*v)
			}
		}
		if math.IsInf(d, 1) {
			continue
		}
		joined := active + f.inverse*f.inverse
		w := panelWidth / math.Sqrt(joined)
		if d <= w*1e-6 || w >= d {
			active = joined
			width = w
		} else {
			limit = min(limit, d)
		}
	}
	return min(width, limit)
}

// panelWidth is the width of a 16-point Gauss–Legendre panel in units of the
// scale of the integrand; the error of the rule there is 1e-12.
const panelWidth = 5.6

// legendre16 has the positive abscissae and the weights of the 16-point
// Gauss–Legendre rule on [−1, 1]; legendre8s those of the 8-point one
// (Abramowitz and Stegun 25.4.30).
var legendre16 = [8][2]float64{
	{0.0950125098376374402, 0.189450610455068496},
	{0.281603550779258913, 0.182603415044923589},
	{0.458016777657227386, 0.169156519395002538},
	{0.617876244402643748, 0.149595988816576732},
	{0.755404408355003034, 0.124628971255533872},
	{0.865631202387831744, 0.0951585116824927848},
	{0.944575023073232576, 0.0622535239386478929},
	{0.989400934991649933, 0.0271524594117540949},
}
