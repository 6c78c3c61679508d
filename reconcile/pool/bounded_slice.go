package pool

import "math"

// A muSlice is the likelihood of μ at one τ: log-concave, a product of factors.
type muSlice struct {
	normal   *normalTable
	factors  []factor
	tau      float64
	scale    float64 // ln of the constants of points and narrow intervals
	base     float64 // values are relative to exp(base)
	plain    bool    // no factor is an exponential
	sharpest float64 // √Σ1/v², one over the least scale it may have
}

const (
	reach      = 8.2 // Φ(−8.2) is 1e-16: beyond, a factor is flat
	logSqrt2Pi = 0.91893853320467274178
)

// load sets τ > 0, or any τ if no s is 0.
func (s *muSlice) load(ts []term, tau float64) {
	s.factors = s.factors[:0]
	s.tau, s.scale, s.base, s.plain, s.sharpest = tau, 0, 0, true, 0
	for i := range ts {
		t := &ts[i]
		r := 1 / math.Sqrt(t.variance+tau*tau)
		f := factor{form: t.form, lo: t.lo, hi: t.hi, inverse: r}
		switch t.form {
		case pointForm:
			s.scale += math.Log(r) - logSqrt2Pi
			s.plain = false
		case intervalForm:
			f.width = (t.hi - t.lo) * r
			if f.width < narrowWidth {
				f.form = narrowForm
				s.scale += math.Log(f.width) - logSqrt2Pi
				s.plain = false
			}
		}
		s.factors = append(s.factors, f)
		s.sharpest += r * r
	}
	s.sharpest = math.Sqrt(s.sharpest)
}

// product returns the factors at μ as p·exp(e).
func (s *muSlice) product(mu float64) (p, e float64) {
	p = 1
	for i := range s.factors {
		p *= s.factor(&s.factors[i], mu, &e)
		if p < 1e-200 {
			p *= 1e200
			e -= 460.51701859880916
		}
	}
	return p, e
}

// factor is one of them, what would underflow taken into e.
func (s *muSlice) factor(f *factor, mu float64, e *float64) float64 {
	switch {
	case f.form == lowerForm:
		return s.lower((mu-f.lo)*f.inverse, e)
	case f.form == upperForm:
		return s.lower((f.hi-mu)*f.inverse, e)
	case f.form == pointForm:
		z := (f.lo - mu) * f.inverse
		*e -= 0.5 * z * z
		return 1
	case f.form == narrowForm:
		z := (0.5*(f.lo+f.hi) - mu) * f.inverse
		*e -= 0.5 * z * z
		return narrowInterval(z*z, f.width*f.width)
	}
	a, b := (f.lo-mu)*f.inverse, (f.hi-mu)*f.inverse
	if a > 0 { // the lower tails, where Φ keeps its digits
		a, b = -b, -a
	}
	if b < -30 {
		return s.lower(b, e) * (1 - math.Exp(0.5*(b-a)*(b+a)))
	}
	return s.normal.between(a, b)
}

// lower is Φ(z), with its exponent taken out where it would underflow.
func (s *muSlice) lower(z float64, e *float64) float64 {
	if z > -30 {
		return s.normal.cdf(z)
	}
	*e -= 0.5 * z * z
	return mills(-z) / math.Sqrt(2*math.Pi)
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

// A jet is the likelihood at a μ as value·exp(exponent), and of its logarithm
// the derivative and minus the second one.
type jet struct{ value, exponent, first, second float64 }

// jet is from the table: the likelihood to all digits, the rest to some ten.
func (s *muSlice) jet(mu float64) jet {
	j := jet{value: 1}
	for i := range s.factors {
		f := &s.factors[i]
		r := f.inverse
		a, b := (f.lo-mu)*r, (f.hi-mu)*r
		switch {
		case f.form == pointForm:
			j.first -= r * -a
			j.second += r * r
			j.exponent -= 0.5 * a * a
			continue
		case f.form == narrowForm || f.form != upperForm && a > -tableLow || f.form != lowerForm && b < tableLow:
			d1, d2 := f.score(mu)
			j.first, j.second = j.first+d1, j.second+d2
			j.value *= s.factor(f, mu, &j.exponent)
		case f.form == lowerForm:
			c, d := s.normal.both(-a)
			g := d / c
			j.value *= c
			j.first += r * g
			j.second += r * r * g * (g - a)
		case f.form == upperForm:
			c, d := s.normal.both(b)
			g := d / c
			j.value *= c
			j.first -= r * g
			j.second += r * r * g * (b + g)
		default:
			if a > 0 { // the lower tails, where Φ keeps its digits
				a, b = -b, -a
				r = -r
			}
			ca, da := s.normal.both(a)
			cb, db := s.normal.both(b)
			c := cb - ca
			j.value *= c
			c = 1 / c
			g := (da - db) * c
			j.first += r * g
			j.second += r * r * max(0, g*g-(a*da-b*db)*c)
		}
		if j.value < 1e-200 {
			j.value *= 1e200
			j.exponent -= 460.51701859880916
		}
	}
	return j
}

// mode climbs from a start to the mode of the slice, roughly: Newton, halved
// while it overshoots. It needs no precision.
func (s *muSlice) mode(start float64) (mu float64, at jet) {
	mu = start
	lo, hi := math.Inf(-1), math.Inf(1)
	for range 60 {
		at = s.jet(mu)
		g, c := at.first, at.second
		if g*g < 0.04*c || g == 0 {
			break
		}
		if g > 0 {
			lo = mu
		} else {
			hi = mu
		}
		step := 4 * s.spread()
		if g < 0 {
			step = -step
		}
		if c > 0 && math.Abs(g/c) < math.Abs(step) {
			step = g / c
		}
		next := mu + step
		if next != mu && (next <= lo || next >= hi) {
			next = lo + 0.5*(hi-lo)
		}
		if next == mu {
			break
		}
		mu = next
	}
	return mu, at
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
// the left: so many of the scale at which the factors in reach change
// together, (Σ1/v²)^−½, or up to where another comes into reach.
func (s *muSlice) stride(x, sign, extra, scales float64) float64 {
	active := extra
	width := math.Inf(1)
	if active > 0 {
		width = scales / math.Sqrt(active)
	}
	limit := math.Inf(1)
	for i := range s.factors {
		f := &s.factors[i]
		v := 1 / f.inverse
		// The nearest end still to pass, and how far it reaches.
		d := math.Inf(1)
		for k, end := range [2]float64{f.lo, f.hi} {
			if k == 1 && f.form == pointForm || math.IsInf(end, 0) {
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
		w := scales / math.Sqrt(joined)
		if d <= w*1e-6 || w >= d {
			active = joined
			width = w
		} else {
			limit = min(limit, d)
		}
	}
	return min(width, limit)
}
