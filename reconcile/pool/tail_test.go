package pool

import (
	"math"
	"testing"
)

// Quantiles turn back into their tails, and tails agree with closed forms.
func TestTails(t *testing.T) {
	for _, upper := range []float64{1e-10, 0.001, 0.025, 0.05, 0.25, 0.4} {
		for _, df := range []float64{1, 2, 3, 4, 10, 144, 9999} {
			if q := studentQuantile(upper, df); math.Abs(studentTwoSided(q, df)/2/upper-1) > 1e-11 {
				t.Errorf("t with %v: tail of %v is %v, want %v", df, q, studentTwoSided(q, df)/2, upper)
			}
			if q := chi2Quantile(upper, df); math.Abs(chi2Above(q, df)/upper-1) > 1e-11 {
				t.Errorf("χ² with %v: tail of %v is %v, want %v", df, q, chi2Above(q, df), upper)
			}
			if q := chi2Quantile(1-upper, df); math.Abs(1-chi2Above(q, df)-upper) > 1e-11 {
				t.Errorf("χ² with %v: lower tail of %v is %v, want %v", df, q, 1-chi2Above(q, df), upper)
			}
		}
		if z := normalQuantile(upper); math.Abs(normalTwoSided(z)/2/upper-1) > 1e-12 {
			t.Errorf("normal: tail of %v is %v, want %v", z, normalTwoSided(z)/2, upper)
		}
	}
	for _, x := range []float64{0.1, 1, 30, 300, 1200} {
		// χ² with 2 is exponential; with 4, (1 + x/2) times that.
		if got, want := chi2Above(x, 2), math.Exp(-x/2); math.Abs(got/want-1) > 1e-12 {
			t.Errorf("χ² with 2 above %v = %v, want %v", x, got, want)
		}
		if got, want := chi2Above(x, 4), (1+x/2)*math.Exp(-x/2); math.Abs(got/want-1) > 1e-12 {
			t.Errorf("χ² with 4 above %v = %v, want %v", x, got, want)
		}
		// F with 2 and n is (1 + 2x/n)^(−n/2).
		if got, want := fisherAbove(x, 2, 20), math.Pow(1+x/10, -10); math.Abs(got/want-1) > 1e-11 {
			t.Errorf("F with 2, 20 above %v = %v, want %v", x, got, want)
		}
	}
	if chi2Above(5, 0) != 1 || chi2Above(0, 3) != 1 || fisherAbove(0, 2, 3) != 1 {
		t.Error("a tail from 0 on is not all")
	}
}
