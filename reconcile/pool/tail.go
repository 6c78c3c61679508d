package pool

import (
	"math"

	"gonum.org/v1/gonum/mathext"
)

// Probabilities are computed as the tail that is asked for, never as one less
// the other tail, so that they keep their digits down to the smallest float64.

// normalTwoSided returns P(|Z| > |z|).
func normalTwoSided(z float64) float64 { return math.Erfc(math.Abs(z) / math.Sqrt2) }

// normalQuantile returns the z with P(Z > z) = upper. Erfcinv goes wrong by 1e-8
// far out, which two Newton steps mend.
func normalQuantile(upper float64) float64 {
	z := math.Sqrt2 * math.Erfcinv(2*upper)
	for range 2 {
		density := math.Exp(-z*z/2) / math.Sqrt(2*math.Pi)
		z += (math.Erfc(z/math.Sqrt2)/2 - upper) / density
	}
	return z
}

// chi2Above returns P(χ² > x) with df degrees of freedom; 1 with none.
func chi2Above(x, df float64) float64 {
	if df == 0 || x <= 0 {
		return 1
	}
	return mathext.GammaIncRegComp(df/2, x/2)
}

// chi2Quantile returns the x with P(χ² > x) = upper, by Newton steps on the
// smaller tail from the Wilson–Hilferty start.
func chi2Quantile(upper, df float64) float64 {
	c := 2 / (9 * df)
	x := df * math.Pow(max(1-c+normalQuantile(upper)*math.Sqrt(c), 1e-3), 3)
	lg, _ := math.Lgamma(df / 2)
	for range 100 {
		density := math.Exp((df/2-1)*math.Log(x/2)-x/2-lg) / 2
		var miss float64 // P(above x) - upper
		if upper < 0.5 {
			miss = mathext.GammaIncRegComp(df/2, x/2) - upper
		} else {
			miss = 1 - upper - mathext.GammaIncReg(df/2, x/2)
		}
		step := miss / density
		next := x + step
		if next <= 0 {
			next = x / 10
		}
		if math.Abs(next-x) <= 4e-16*x {
			return next
		}
		x = next
	}
	return x
}

// studentTwoSided returns P(|T| > |t|) with df degrees of freedom.
func studentTwoSided(t, df float64) float64 {
	if math.IsInf(t*t, 0) {
		return 0
	}
	return mathext.RegIncBeta(df/2, 0.5, df/(df+t*t))
}

// studentQuantile returns the t with P(T > t) = upper, 0 < upper < 1/2, by
// Newton steps on the logarithm of the tail.
func studentQuantile(upper, df float64) float64 {
	switch df {
	case 1:
		return 1 / math.Tan(math.Pi*upper)
	case 2:
		return (1 - 2*upper) / math.Sqrt(2*upper*(1-upper))
	}
	a, _ := math.Lgamma((df + 1) / 2)
	b, _ := math.Lgamma(df / 2)
	lognorm := a - b - math.Log(df*math.Pi)/2
	z := normalQuantile(upper)
	t := z + (z*z*z+z)/(4*df)
	for range 100 {
		tail := studentTwoSided(t, df) / 2
		density := math.Exp(lognorm - (df+1)/2*math.Log1p(t*t/df))
		step := math.Log(tail/upper) * tail / density
		t += step
		if math.Abs(step) <= 4e-16*t {
			break
		}
	}
	return t
}

// fisherAbove returns P(F > x) with d1 and d2 degrees of freedom.
func fisherAbove(x, d1, d2 float64) float64 {
	if x <= 0 {
		return 1
	}
	return mathext.RegIncBeta(d2/2, d1/2, d2/(d2+d1*x))
}
