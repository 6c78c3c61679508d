package pool

import "math"

// multiply multiplies the values by the slice at each x, in rising order, a
// factor at a time and leaving out where it is 1.
func (s *muSlice) multiply(x, value []float64, exponents *[]float64) {
	// With the greatest value above exp(−150) a factor under 1e-81 makes nothing
	// that counts, so that no exponent need be taken out of any.
	if !(s.scale-s.base < 150) {
		for i, mu := range x {
			value[i] *= s.at(mu)
		}
		return
	}
	value = value[:len(x)]
	var e []float64
	if !s.plain || s.base != 0 {
		e = resized(*exponents, len(x))
		*exponents = e
		c := s.scale - s.base
		for j := range e {
			e[j] = c
		}
	}
	for i := range s.factors {
		f := &s.factors[i]
		r := f.inverse
		switch f.form {
		case pointForm:
			for j, mu := range x {
				z := (f.lo - mu) * r
				e[j] -= 0.5 * z * z
			}
		case narrowForm:
			mid := 0.5 * (f.lo + f.hi)
			for j, mu := range x {
				z := (mid - mu) * r
				e[j] -= 0.5 * z * z
				value[j] *= narrowInterval(z*z, f.width*f.width)
			}
		case intervalForm:
			// Either end of a wide one counts for nothing where it is far away,
			// nor beyond the other; the ends of a narrower one count together.
			i, j := 0, len(x)
			if f.width > 6 {
				i, j = firstAbove(x, f.hi-nearly/r), firstAbove(x, f.lo+nearly/r)
			}
			if i < j {
				if i > 0 {
					s.normal.multiply(value[:i], x[:i], f.lo, r)
				}
				s.normal.multiplyBetween(value[i:j], x[i:j], f.lo, f.hi, r)
				if j < len(x) {
					s.normal.multiply(value[j:], x[j:], f.hi, -r)
				}
				continue
			}
			// Between them it is 1.
			s.normal.multiply(value[:j], x[:j], f.lo, r)
			s.normal.multiply(value[i:], x[i:], f.hi, -r)
		case lowerForm:
			j := firstAbove(x, f.lo+nearly/r)
			s.normal.multiply(value[:j], x[:j], f.lo, r)
		case upperForm:
			j := firstAbove(x, f.hi-nearly/r)
			s.normal.multiply(value[j:], x[j:], f.hi, -r)
		}
	}
	for j, e := range e {
		value[j] *= math.Exp(e)
	}
}

// firstAbove is the index of the first of rising x above an end.
func firstAbove(x []float64, end float64) int {
	lo, hi := 0, len(x)
	for lo < hi {
		if mid := int(uint(lo+hi) >> 1); x[mid] > end {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	return lo
}

// multiply multiplies each value by Φ(r·(x−end)): here most of the time goes.
func (t *normalTable) multiply(value, x []float64, end, r float64) {
	r *= tableStep
	end += tableLow / r * tableStep
	value = value[:len(x)]
	for j, mu := range x {
		at := (mu - end) * r
		c, d := t.near(at)
		if c == nil {
			if at < 0 {
				value[j] *= normalCDF(at/tableStep + tableLow)
			}
			continue
		}
		value[j] *= c.value(d)
	}
}

// multiplyBetween multiplies each value by Φ(r·(hi−x)) − Φ(r·(lo−x)), taking the
// lower tails of whichever side most nodes lie on.
func (t *normalTable) multiplyBetween(value, x []float64, lo, hi, r float64) {
	if x[len(x)/2] < 0.5*(lo+hi) {
		lo, hi, r = hi, lo, -r
	}
	value = value[:len(x)]
	for j, mu := range x {
		a, b := (lo-mu)*r, (hi-mu)*r
		c, d := t.near(place(a))
		e, h := t.near(place(b))
		if c == nil || e == nil {
			value[j] *= t.between(a, b)
			continue
		}
		value[j] *= e.value(h) - c.value(d)
	}
}
