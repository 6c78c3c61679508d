package pool

import (
	"math"
	"testing"
)

func TestNormalTable(t *testing.T) {
	table := standardNormal()
	for z := -45.0; z < 45; z += 0.00731 {
		cdf, pdf := table.both(z)
		if table.cdf(z) != cdf && math.Abs(table.cdf(z)-cdf) > 1e-16 {
			t.Fatalf("at %v cdf is %v, both gives %v", z, table.cdf(z), cdf)
		}
		tolerance := 1e-12
		if z < -8 {
			tolerance = 1e-10
		}
		if want := normalCDF(z); math.Abs(cdf-want) > tolerance*want && want > 1e-300 {
			t.Fatalf("Φ(%v) = %v, want %v", z, cdf, want)
		}
		if want := normalPDF(z); math.Abs(pdf-want) > 100*tolerance*want && want > 1e-300 {
			t.Fatalf("φ(%v) = %v, want %v", z, pdf, want)
		}
	}
	for _, x := range [][2]float64{{-1, 2}, {5, 6}, {-30, -1}, {-20, -18}, {18, 40}, {-6, -5.9}} {
		a, b := x[0], x[1]
		want := normalCDF(b) - normalCDF(a)
		if a > 0 {
			want = normalCDF(-a) - normalCDF(-b)
		}
		if got := table.between(a, b); math.Abs(got-want) > 1e-10*want {
			t.Errorf("Φ(%v) − Φ(%v) = %v, want %v", b, a, got, want)
		}
	}
}
