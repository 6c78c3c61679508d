package pool

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

func TestRefused(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	for _, c := range []struct {
		name  string
		y, v  []float64
		field string
		index int
	}{
		{"no study", nil, nil, "y", -1},
		{"a variance short", []float64{1, 2}, []float64{1}, "v", -1},
		{"y not a number", []float64{1, nan, 3}, []float64{1, 1, 1}, "y", 1},
		{"y infinite", []float64{1, 2, -inf}, []float64{1, 1, 1}, "y", 2},
		{"v not a number", []float64{1, 2, 3}, []float64{nan, 1, 1}, "v", 0},
		{"v infinite", []float64{1, 2, 3}, []float64{1, 1, inf}, "v", 2},
		{"v negative", []float64{1, 2, 3}, []float64{1, -1, 1}, "v", 1},
		{"v without an inverse", []float64{1, 2, 3}, []float64{1, 1, 1e-310}, "v", 2},
	} {
		for _, m := range Methods() {
			var ws Workspace
			_, err := ws.Fit(c.y, c.v, m)
			_, lean := ws.Estimate(c.y, c.v, m)
			_, out := ws.LeaveOneOut(nil, c.y, c.v, m)
			for _, err := range []error{err, lean, out} {
				var e *InputError
				if !errors.As(err, &e) || e.Field != c.field || e.Index != c.index {
					t.Errorf("%s, %s: %v, want an InputError for %s[%d]", c.name, m, err, c.field, c.index)
				}
			}
		}
	}
	var e *MethodError
	if _, err := Pool([]float64{1}, []float64{1}, "reml"); !errors.As(err, &e) || e.Text != "reml" {
		t.Errorf("method reml: %v", err)
	}
}

func TestOverflow(t *testing.T) {
	for _, c := range []struct {
		name string
		y, v []float64
	}{
		{"y", []float64{1, 1e300}, []float64{1, 1}},
		{"y apart", []float64{-1.7e308, 1.7e308, 0}, []float64{1, 1, 1}},
		{"Q", []float64{1, 1e150, 3}, []float64{1e-100, 1e-100, 1e-100}},
	} {
		for _, m := range Methods() {
			var ws Workspace
			var e *OverflowError
			if f, err := ws.Fit(c.y, c.v, m); !errors.As(err, &e) {
				t.Errorf("%s, %s: %+v, %v, want an OverflowError", c.name, m, f, err)
			}
			if f, err := ws.Estimate(c.y, c.v, m); !errors.As(err, &e) {
				t.Errorf("%s, %s: %+v, %v, want an OverflowError", c.name, m, f, err)
			}
		}
	}
	// Alike, even y of 1e300 can be pooled.
	f, err := Pool([]float64{1e300, 1e300}, []float64{1, 1}, DL)
	if err != nil || f.Mu != 1e300 || f.Tau2 != 0 {
		t.Errorf("two of 1e300: %+v, %v", f, err)
	}
}

func TestOneStudy(t *testing.T) {
	for _, m := range Methods() {
		f, err := Pool([]float64{7}, []float64{4}, m)
		if err != nil || f.Mu != 7 || f.SE != 2 || f.Tau2 != 0 || f.Q != 0 || f.QP() != 1 || f.I2() != 0 || f.H2() != 1 {
			t.Errorf("%s: %+v, %v", m, f, err)
		}
		if f.KnappHartung(DefaultLevel).Exists() || f.Predict(PredictT1, DefaultLevel).Exists() || !f.Wald(DefaultLevel).Exists() {
			t.Errorf("%s: intervals without degrees of freedom, or none at all", m)
		}
		if f.Warnings()[0] != FewReports {
			t.Errorf("%s: warnings %v", m, f.Warnings())
		}
	}
}

// With two studies everything is known in closed form: Σ(y−ȳ)² is one square.
func TestTwoStudies(t *testing.T) {
	y, v := []float64{10, 16}, []float64{1, 3}
	want := map[Method]float64{
		EE: 0, DL: 16, HE: 16, REML: 16, EB: 16, PM: 16, // d²/2 − (v₁+v₂)/2
		HS: (9 - 2.0) / (4.0 / 3), // Q = d²/(v₁+v₂) = 9
		SJ: 9 * 36.0 / 22,         // start d²/4, Q there d²/(v₁+v₂+2·9)
	}
	for m, tau2 := range want {
		f, err := Pool(y, v, m)
		if err != nil || !agrees(f.Tau2, tau2, 0) || !agrees(f.Q, 9, 0) {
			t.Errorf("%s: tau2 %v, want %v; Q %v, want 9; %v", m, f.Tau2, tau2, f.Q, err)
		}
		if f.Predict(PredictHTS, DefaultLevel).Exists() {
			t.Errorf("%s: a prediction with k − 2 = 0 degrees of freedom", m)
		}
	}
}

func TestAllEqual(t *testing.T) {
	for _, k := range []int{2, 3, 10, 10000} {
		y, v := make([]float64, k), make([]float64, k)
		for i := range y {
			y[i], v[i] = 1234.5, 1+float64(i%3)
		}
		for _, m := range Methods() {
			f, err := Pool(y, v, m)
			if err != nil || f.Mu != 1234.5 || f.Tau2 != 0 || f.Q != 0 || f.I2() != 0 || f.QP() != 1 {
				t.Errorf("k %d, %s: %+v, %v", k, m, f, err)
			}
		}
	}
}

// A variance of 0 has no weight in EE, DL and HS; the others stand without it
// where τ² is above 0.
func TestZeroVariance(t *testing.T) {
	y := []float64{1, 4, 6, 9}
	none, one := []float64{0, 0, 0, 0}, []float64{1, 0, 0.5, 2}
	var e *InputError
	for _, m := range []Method{EE, DL, HS} {
		if _, err := Pool(y, one, m); !errors.As(err, &e) || e.Field != "v" || e.Index != 1 {
			t.Errorf("%s: %v, want an InputError for v[1]", m, err)
		}
	}
	// Σ(y−ȳ)² is 34.
	for m, tau2 := range map[Method]float64{HE: 34.0 / 3, SJ: 34.0 / 3, REML: 34.0 / 3, EB: 34.0 / 3, PM: 34.0 / 3, ML: 34.0 / 4} {
		f, err := Pool(y, none, m)
		if err != nil || !agrees(f.Tau2, tau2, 0) || !agrees(f.Mu, 5, 0) || !agrees(f.SE, math.Sqrt(tau2/4), 0) || !math.IsNaN(f.Q) {
			t.Errorf("%s of exact studies: %+v, %v, want tau2 %v", m, f, err, tau2)
		}
	}
	for _, m := range []Method{HE, SJ, REML, EB, PM} {
		zero, err := Pool(y, one, m)
		if err != nil {
			t.Errorf("%s: %v", m, err)
			continue
		}
		small, err := Pool(y, []float64{1, 1e-14, 0.5, 2}, m)
		if err != nil || math.Abs(zero.Tau2-small.Tau2) > 1e-8 || math.Abs(zero.Mu-small.Mu) > 1e-8 {
			t.Errorf("%s: %+v with a variance of 0, %+v with 1e-14", m, zero.Estimate, small.Estimate)
		}
	}
	// The likelihood of one exact study grows without bound as τ² goes to 0.
	if f, err := Pool(y, one, ML); !errors.As(err, &e) || e.Index != 1 {
		t.Errorf("ML of one exact study: %+v, %v, want an InputError for v[1]", f, err)
	}
	// Exact studies that agree leave no τ² but 0.
	for _, m := range Methods() {
		if f, err := Pool([]float64{3, 3, 3}, []float64{0, 0, 0}, m); !errors.As(err, &e) {
			t.Errorf("%s of equal exact studies: %+v, %v, want an InputError", m, f, err)
		}
	}
}

// Variances over twenty orders of magnitude, against exact arithmetic.
func TestTwentyOrders(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 20))
	var ws Workspace
	for n := range 40 {
		k := 3 + n%6
		var y, v []float64
		for i := range k {
			v = append(v, math.Pow(10, 20*float64(i)/float64(k-1)-10))
			y = append(y, r.NormFloat64()*math.Sqrt(v[i]))
		}
		r.Shuffle(k, func(i, j int) { y[i], y[j], v[i], v[j] = y[j], y[i], v[j], v[i] })
		m := newExact(y, v, nil)
		for _, method := range Methods() {
			where := fmt.Sprintf("set %d, %s", n, method)
			f, err := ws.Fit(y, v, method)
			if err != nil {
				t.Fatal(where, err)
			}
			e, err := ws.Estimate(y, v, method)
			if err != nil || !agrees(e.Tau2, f.Tau2, f.Typical) || !agrees(e.Mu, f.Mu, f.SE) {
				t.Errorf("%s: estimate %+v, fit %+v, %v", where, e, f.Estimate, err)
			}
			x := m.at(exact(f.Tau2))
			mu, _ := x.beta[0].Float64()
			c, _ := x.cov[0][0].Float64()
			q, _ := m.at(exact(0)).rss.Float64()
			if !agrees(f.Mu, mu, f.SE) || !agrees(f.SE, math.Sqrt(c), 0) || !agrees(f.Q, q, 0) {
				t.Errorf("%s: %+v, exactly %v (%v), Q %v", where, f.Estimate, mu, math.Sqrt(c), q)
			}
			off := tolerance * max(f.Tau2, f.Typical)
			if method != EE && (m.equation(method, exact(f.Tau2+off)).Sign() > 0 ||
				f.Tau2 > off && m.equation(method, exact(f.Tau2-off)).Sign() < 0) {
				t.Errorf("%s: tau2 %v does not solve the equation; y %v v %v", where, f.Tau2, y, v)
			}
		}
	}
}

// Tiny τ² keeps its digits: the answer scales with the data.
func TestScale(t *testing.T) {
	y, v := []float64{-0.3, 0.9, 0.2, 1.4, -0.8}, []float64{0.1, 0.3, 0.2, 0.5, 0.05}
	for _, m := range Methods() {
		one, err := Pool(y, v, m)
		if err != nil {
			t.Fatal(m, err)
		}
		for _, scale := range []float64{1e-12, 1e-6, 1e9, 1e30} {
			sy, sv := slices.Clone(y), slices.Clone(v)
			for i := range sy {
				sy[i], sv[i] = y[i]*scale, v[i]*scale*scale
			}
			f, err := Pool(sy, sv, m)
			if err != nil || !agrees(f.Mu/scale, one.Mu, 0) || !agrees(f.Tau2/scale/scale, one.Tau2, 0) || !agrees(f.Tau2SE/scale/scale, one.Tau2SE, 0) && m != EE {
				t.Errorf("%s at %g: %+v, at 1 %+v, %v", m, scale, f, one, err)
			}
		}
	}
}

// The order of the studies and a common shift change nothing.
func TestOrderAndShift(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	var ws Workspace
	for range 300 {
		y, v := smallSet(r)
		for _, m := range Methods() {
			f, _ := ws.Fit(y, v, m)
			py, pv := slices.Clone(y), slices.Clone(v)
			r.Shuffle(len(py), func(i, j int) { py[i], py[j], pv[i], pv[j] = py[j], py[i], pv[j], pv[i] })
			for i := range py {
				py[i] += 1 << 20
			}
			g, err := ws.Fit(py, pv, m)
			if err != nil || math.Abs(g.Mu-(1<<20)-f.Mu) > 1e-8*f.SE+1e-9 || math.Abs(g.Tau2-f.Tau2) > 1e-7*max(f.Typical, f.Tau2) {
				t.Errorf("%s: %+v, shifted %+v, %v", m, f, g, err)
			}
		}
	}
}

func FuzzFit(f *testing.F) {
	f.Add(1.0, 2.0, 3.0, 0.1, 0.2, 0.3)
	f.Add(1e300, 2.0, 3.0, 0.1, 0.0, 0.3)
	f.Add(5.0, 5.0, 5.0, 1e-10, 1e10, 1.0)
	f.Add(-1.0, 0.0, 1e-160, 1e-300, 1e-200, 1e200)
	f.Fuzz(func(t *testing.T, y0, y1, y2, v0, v1, v2 float64) {
		y, v := []float64{y0, y1, y2}, []float64{v0, v1, v2}
		var ws Workspace
		for _, m := range Methods() {
			fit, err := ws.Fit(y, v, m)
			lean, leanErr := ws.Estimate(y, v, m)
			if (err == nil) != (leanErr == nil) {
				t.Fatalf("%s: Fit says %v, Estimate %v", m, err, leanErr)
			}
			if err != nil {
				continue
			}
			for _, e := range []Estimate{fit.Estimate, lean} {
				low, high := min(y0, y1, y2), max(y0, y1, y2)
				room := 1e-8 * (high - low + math.Abs(low))
				if !(e.Tau2 >= 0) || !(e.SE > 0) || e.Mu < low-room || e.Mu > high+room {
					t.Fatalf("%s: %+v of y %v, v %v", m, e, y, v)
				}
			}
		}
	})
}
