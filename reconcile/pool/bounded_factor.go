package pool

import "math"

// A form is how a factor looks.
type form uint8

const (
	pointForm    form = iota // φ
	lowerForm                // Φ rising
	upperForm                // Φ falling
	intervalForm             // the difference of two
	narrowForm               // the same, too narrow for a difference
)

var forms = map[Kind]form{PointKind: pointForm, IntervalKind: intervalForm, LowerKind: lowerForm, UpperKind: upperForm}

// A factor is what a term contributes at one τ.
type factor struct {
	form    form
	lo, hi  float64 // an absent end is infinite
	inverse float64 // 1/v
	width   float64 // (hi−lo)/v of an interval
}

// narrowWidth is the width, in units of v, under which an interval is one.
const narrowWidth = 0.1

// score is the derivative of the logarithm of the factor at μ and minus its
// second one.
func (f *factor) score(mu float64) (first, second float64) {
	r := f.inverse
	switch f.form {
	case lowerForm:
		z := (mu - f.lo) * r
		g := hazard(z)
		return r * g, r * r * g * (z + g)
	case upperForm:
		z := (f.hi - mu) * r
		g := hazard(z)
		return -r * g, r * r * g * (z + g)
	case pointForm:
		return r * r * (f.lo - mu), r * r
	}
	if f.form == narrowForm {
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

// scoreVariance is the derivative of ln of the factor by τ².
func (f *factor) scoreVariance(mu float64) float64 {
	r := f.inverse
	switch f.form {
	case lowerForm:
		z := (mu - f.lo) * r
		return -0.5 * r * r * z * hazard(z)
	case upperForm:
		z := (f.hi - mu) * r
		return -0.5 * r * r * z * hazard(z)
	case pointForm:
		z := (f.lo - mu) * r
		return 0.5 * r * r * (z*z - 1)
	}
	if f.form == narrowForm {
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

// mills is Mills' ratio (1−Φ(z))/φ(z) for z ≥ 30 (Abramowitz and Stegun 26.2.12).
func mills(z float64) float64 {
	q := 1 / (z * z)
	return (1 - q*(1-3*q*(1-5*q*(1-7*q)))) / z
}

// narrowInterval is Φ(z+δ/2) − Φ(z−δ/2) over φ(z)·δ, by its Taylor series.
func narrowInterval(z2, d2 float64) float64 {
	return 1 + d2*((z2-1)/24+d2*((z2*(z2-6)+3)/1920+d2*(z2*(z2*(z2-15)+45)-15)/322560))
}
