package pool

import (
	"errors"
	"math"
	"testing"
)

func TestRegressRefused(t *testing.T) {
	y, v := []float64{1, 3, 2, 5}, []float64{1, 2, 1, 2}
	up := []float64{1, 2, 3, 4}
	for _, c := range []struct {
		name  string
		x     [][]float64
		field string
		index int
	}{
		{"none", nil, "x", -1},
		{"short", [][]float64{{1, 2}}, "x[0]", -1},
		{"not a number", [][]float64{up, {1, 2, math.NaN(), 4}}, "x[1]", 2},
		{"constant", [][]float64{{7, 7, 7, 7}}, "x[0]", -1},
		{"twice the same", [][]float64{up, {2, 4, 6, 8}}, "", -1},
		{"more than studies", [][]float64{up, {1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}}, "x", -1},
	} {
		for _, m := range Methods() {
			var e *InputError
			_, err := new(Workspace).Regress(y, v, c.x, m)
			if !errors.As(err, &e) || c.field != "" && e.Field != c.field || e.Index != c.index {
				t.Errorf("%s, %s: %v, want an InputError for %s[%d]", c.name, m, err, c.field, c.index)
			}
		}
	}
}

// As many coefficients as studies: the line goes through the points.
func TestRegressSaturated(t *testing.T) {
	for _, m := range Methods() {
		f, err := new(Workspace).Regress([]float64{1, 5}, []float64{1, 4}, [][]float64{{10, 12}}, m)
		if err != nil || math.Abs(f.Coef[0]+19) > 1e-12 || math.Abs(f.Coef[1]-2) > 1e-13 || f.Tau2 != 0 || f.DF() != 0 {
			t.Errorf("%s: %+v, %v", m, f, err)
			continue
		}
		if want := math.Sqrt(5) / 2; math.Abs(f.SE[1]-want) > 1e-13 {
			t.Errorf("%s: SE of the slope %v, want %v", m, f.SE[1], want)
		}
		if f.KnappHartung(DefaultLevel)[0].Exists() || !math.IsNaN(f.FP()) {
			t.Errorf("%s: a t interval without degrees of freedom", m)
		}
	}
}

// A study that alone sets a coefficient takes no part in τ².
func TestRegressLoneStudy(t *testing.T) {
	y, v := []float64{1, 3, 2, 5, 1000}, []float64{1, 2, 1, 2, 1e-6}
	lone := []float64{0, 0, 0, 0, 1}
	for _, m := range []Method{DL, HE, ML, REML, PM} {
		with, err := new(Workspace).Regress(y, v, [][]float64{lone}, m)
		if err != nil {
			t.Fatal(m, err)
		}
		without, err := Pool(y[:4], v[:4], m)
		if err != nil {
			t.Fatal(m, err)
		}
		if m != ML && !agrees(with.Tau2, without.Tau2, without.Typical) { // ML counts the study
			t.Errorf("%s: τ² %v, without the study %v", m, with.Tau2, without.Tau2)
		}
		if !agrees(with.QE, without.Q, 0) {
			t.Errorf("%s: QE %v, without the study %v", m, with.QE, without.Q)
		}
	}
}

// A moderator in other units changes its coefficient and nothing else.
func TestRegressUnits(t *testing.T) {
	bcg := references(t)["bcg_logRR"]
	x := bcg.Regressed["ablat"].X["ablat"]
	far := make([]float64, len(x))
	for i := range x {
		far[i] = 1e6 + x[i]/1000
	}
	for _, m := range Methods() {
		a, err := new(Workspace).Regress(bcg.Y, bcg.V, [][]float64{x}, m)
		if err != nil {
			t.Fatal(err)
		}
		b, err := new(Workspace).Regress(bcg.Y, bcg.V, [][]float64{far}, m)
		if err != nil {
			t.Fatal(err)
		}
		if math.Abs(b.Coef[1]/1000-a.Coef[1]) > 1e-6*a.SE[1] || math.Abs(a.Tau2-b.Tau2) > 1e-6*a.Typical || math.Abs(a.QM()-b.QM()) > 1e-5*a.QM() {
			t.Errorf("%s: %+v, in other units %+v", m, a, b)
		}
	}
}
