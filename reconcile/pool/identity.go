package pool

import "math"

// A Member is what is stated of one member of an identity of counts. The zero
// value says nothing.
type Member struct {
	Value    float64 // the central figure; 0: none stated
	Sigma    float64 // its standard error in logarithms, where there is a value
	Min, Max float64 // firm one-sided ends, which the answer keeps; 0: none
}

// SigmaOfRange is the standard error in logarithms of a figure known by a range,
// an approximation or a vague word: a quarter of the width, at least 0.05, which
// is also that of an exact figure.
func SigmaOfRange(lo, hi float64) float64 { return max(0.05, math.Log(hi/lo)/4) }

// SigmaOfInterval is that of a 95% confidence interval.
func SigmaOfInterval(lo, hi float64) float64 { return math.Log(hi/lo) / 3.92 }

// A Reconciled is the nearest killed, wounded and casualties that add up.
type Reconciled struct {
	Killed, Wounded, Casualties float64

	// Chi2 is the weighted sum of squares of what the stated values were moved
	// by. DF is 1 if all three had a value, and Chi2 then has a χ² distribution
	// if all is well; it cannot tell which figure is wrong. Else DF is 0.
	Chi2 float64
	DF   int

	// Adjusted is false where two values gave the third, moving nothing.
	Adjusted bool
}

// Reconcile finds u minimising Σ((uᵢ−ln valueᵢ)/σᵢ)² over the members with a
// value, where e^K + e^W = e^C and no member leaves its ends.
//
// At a share p = K/C the best ln C is a weighted mean, moved to the nearest that
// keeps the ends; the share is found by a fixed scan over logit p and golden
// section.
//
// It returns an *InputError for numbers that cannot be used and fewer than two
// values, and an *ImproperError where no counts keep all the ends.
func Reconcile(killed, wounded, casualties Member) (Reconciled, error) {
	problem := identityProblem{killed, wounded, casualties}
	values, err := problem.check()
	if err != nil {
		return Reconciled{}, err
	}
	r := Reconciled{DF: max(0, values-2)}
	if values == 2 {
		if k, w, c, ok := problem.derive(); ok {
			r.Killed, r.Wounded, r.Casualties = k, w, c
			return r, nil
		}
	}
	r.Adjusted = true
	best, at := math.Inf(1), 0.0
	const span, step = 40.0, 0.01
	for i := 0; i <= int(2*span/step); i++ {
		x := -span + step*float64(i)
		if q, _ := problem.at(x); q < best {
			best, at = q, x
		}
	}
	if math.IsInf(best, 1) {
		return Reconciled{}, &ImproperError{
			Reason: "no killed and wounded add up to casualties within the stated ends",
			Cure:   "leave out or widen an end",
		}
	}
	x := golden(func(x float64) float64 { q, _ := problem.at(x); return q }, at-step, at+step)
	if q, _ := problem.at(x); q > best {
		x = at
	}
	chi2, c := problem.at(x)
	r.Chi2, r.Casualties = chi2, math.Exp(c)
	logK, logW := logShares(x)
	r.Killed, r.Wounded = math.Exp(c+logK), math.Exp(c+logW)
	return r, nil
}

// An identityProblem is killed, wounded and casualties.
type identityProblem [3]Member

func (m *identityProblem) check() (values int, err error) {
	for i, x := range m {
		field := [3]string{"killed", "wounded", "casualties"}[i]
		for _, n := range [3]float64{x.Value, x.Min, x.Max} {
			if !(n >= 0) || math.IsInf(n, 0) {
				return 0, &InputError{Field: field, Index: 0, Value: n, Accepted: "a positive number, or 0 for none; zeros add up without this"}
			}
		}
		if x.Value == 0 {
			continue
		}
		values++
		if !(x.Sigma > 0) || math.IsInf(x.Sigma, 0) {
			return 0, &InputError{Field: field + " sigma", Index: 0, Value: x.Sigma, Accepted: "a positive standard error in logarithms"}
		}
	}
	if values < 2 {
		return 0, &InputError{Field: "members", Index: -1, Accepted: "two or three members with a value"}
	}
	return values, nil
}

// derive is the third member from two, if all then keep their ends.
func (m *identityProblem) derive() (k, w, c float64, ok bool) {
	k, w, c = m[0].Value, m[1].Value, m[2].Value
	switch {
	case c == 0:
		c = k + w
	case w == 0:
		w = c - k
	default:
		k = c - w
	}
	for i, n := range [3]float64{k, w, c} {
		if !(n > 0) || n < m[i].Min || m[i].Max > 0 && n > m[i].Max {
			return 0, 0, 0, false
		}
	}
	return k, w, c, true
}

// logShares are ln p and ln(1−p) at x = logit p.
func logShares(x float64) (logK, logW float64) {
	return -math.Log1p(math.Exp(-x)), -math.Log1p(math.Exp(x))
}

// at is the least sum of squares at x = logit p and the ln C that gives it; +Inf
// where the ends leave no C.
func (m *identityProblem) at(x float64) (sum, c float64) {
	var offset [3]float64
	offset[0], offset[1] = logShares(x)
	lo, hi := math.Inf(-1), math.Inf(1)
	var top, weight float64
	for i, e := range m {
		if e.Min > 0 {
			lo = max(lo, math.Log(e.Min)-offset[i])
		}
		if e.Max > 0 {
			hi = min(hi, math.Log(e.Max)-offset[i])
		}
		if e.Value > 0 {
			w := 1 / (e.Sigma * e.Sigma)
			top += w * (math.Log(e.Value) - offset[i])
			weight += w
		}
	}
	if lo > hi {
		return math.Inf(1), 0
	}
	c = min(max(top/weight, lo), hi)
	for i, e := range m {
		if e.Value > 0 {
			d := (c + offset[i] - math.Log(e.Value)) / e.Sigma
			sum += d * d
		}
	}
	return sum, c
}

// golden minimises f over [a, b] (Kiefer 1953).
func golden(f func(float64) float64, a, b float64) float64 {
	ratio := 0.5 * (math.Sqrt(5) - 1)
	c, d := b-ratio*(b-a), a+ratio*(b-a)
	fc, fd := f(c), f(d)
	for range 80 {
		if fc < fd {
			b, d, fd = d, c, fc
			c = b - ratio*(b-a)
			fc = f(c)
		} else {
			a, c, fc = c, d, fd
			d = a + ratio*(b-a)
			fd = f(d)
		}
	}
	return 0.5 * (a + b)
}
