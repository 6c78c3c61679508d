package pool

import (
	"math"
	"sync"
)

// A normalTable holds the Taylor series of Φ about −16, −16+1/64, …, 8.5, seven
// terms each, so that one step of at most 1/128 gives Φ, and the derivative of
// the same series φ: Φ to a relative error under 1e-12 down to −8 and 1e-10 to
// −16, φ to 1e-10 and 1e-8, some five times as fast as math.Erfc and math.Exp and
// with no branch on the sign.
type normalTable [tableSize + 1]taylor

// A taylor is a series in units of 1/tableStep, a cache line long.
type taylor [8]float64

const (
	tableStep = 64 // entries a unit
	tableLow  = -16
	tableHigh = 8.5 // Φ is 1 to the last bit
	tableSize = (tableHigh - tableLow) * tableStep
)

// standardNormal is the table, computed once: the derivatives of Φ are
// φ·Heₙ(−z) (Abramowitz and Stegun 26.2.31).
var standardNormal = sync.OnceValue(func() *normalTable {
	t := new(normalTable)
	for i := range t {
		z := float64(i)/tableStep + tableLow
		c := &t[i]
		c[0] = normalCDF(z)
		// Derivative n of Φ over n!, by Heₙ₊₁(x) = x·Heₙ(x) − n·Heₙ₋₁(x).
		he, before := 1.0, 0.0
		over := normalPDF(z)
		for n := 1; n < 7; n++ {
			over /= float64(n) * tableStep
			c[n] = over * he
			he, before = -z*he-float64(n-1)*before, he
		}
	}
	return t
})

// place is where z lies in the table.
func place(z float64) float64 { return (z - tableLow) * tableStep }

// near returns the series nearest to a place and the way from it, nil outside the
// table. The sum of a place and 3·2⁵¹ is rounded to a whole number, the lowest
// bits of which are that of the entry: much the fastest way to round.
func (t *normalTable) near(place float64) (c *taylor, d float64) {
	const whole = 3 << 51
	r := place + whole
	i := math.Float64bits(r) - 0x4338000000000000 // the bits of 3·2⁵¹
	if i >= uint64(len(t)) {
		return nil, 0
	}
	return &t[i], place - (r - whole)
}

// value is Φ at d from a series, by Estrin's scheme.
func (c *taylor) value(d float64) float64 {
	s := d * d
	return c[0] + d*c[1] + s*(c[2]+d*c[3]+s*(c[4]+d*c[5]+s*c[6]))
}

// slope is the derivative, φ over tableStep.
func (c *taylor) slope(d float64) float64 {
	s := d * d
	return c[1] + d*(c[2]+c[2]) + s*(3*c[3]+d*(4*c[4])+s*(5*c[5]+d*(6*c[6])))
}

func normalCDF(z float64) float64 { return 0.5 * math.Erfc(-z/math.Sqrt2) }

func normalPDF(z float64) float64 {
	return math.Exp(-0.5*z*z) / math.Sqrt(2*math.Pi)
}

// both returns Φ(z) and φ(z).
func (t *normalTable) both(z float64) (cdf, pdf float64) {
	c, d := t.near(place(z))
	if c == nil {
		return normalEnds(z)
	}
	return c.value(d), tableStep * c.slope(d)
}

// cdf returns Φ(z).
func (t *normalTable) cdf(z float64) float64 {
	c, d := t.near(place(z))
	switch {
	case c != nil:
		return c.value(d)
	case z > 0:
		return 1
	}
	return normalCDF(z)
}

// between returns Φ(b) − Φ(a), a < b, of which it needs the lower tails, where Φ
// keeps its digits.
func (t *normalTable) between(a, b float64) float64 {
	if a > 0 {
		a, b = -b, -a
	}
	if a < tableLow && b > -13 {
		return t.cdf(b) // Φ(a) is under 1e-19 of it
	}
	return t.cdf(b) - t.cdf(a)
}

// normalEnds is both outside the table. Below −39 nothing is left.
func normalEnds(z float64) (cdf, pdf float64) {
	if z < -39 {
		return 0, 0
	}
	if z > 39 {
		return 1, 0
	}
	return normalCDF(z), normalPDF(z)
}
