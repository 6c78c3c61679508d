package pool

import (
	"math"
	"math/rand/v2"
	"testing"

	"gonum.org/v1/gonum/mat"
)

// Without correlation, and with groups of one, a grouped fit is the plain one.
func TestGroupedPlain(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 9))
	var ws Workspace
	for range 200 {
		y, v := smallSet(r)
		one, apart := make([]int, len(y)), make([]int, len(y))
		for i := range apart {
			apart[i] = i
		}
		for _, m := range []Method{EE, DL, ML, REML, EB, PM} {
			want, err := ws.Fit(y, v, m)
			if err != nil {
				t.Fatal(err)
			}
			for _, g := range []Groups{{one, 0}, {apart, 0.7}} {
				got, err := ws.FitGrouped(y, v, g, m)
				if err != nil {
					t.Fatal(err)
				}
				if !agrees(got.Mu, want.Mu, want.SE) || !agrees(got.SE, want.SE, 0) || !agrees(got.Q, want.Q, 0) ||
					!agrees(got.Tau2, want.Tau2, want.Typical) || !agrees(got.Scale, want.Scale, 1) ||
					!agrees(got.I2(), want.I2(), 1) || !math.IsNaN(want.LogLik) && !agrees(got.LogLik, want.LogLik, 1) {
					t.Errorf("%s, rho %g: %+v, want %+v", m, g.Rho, got, want)
				}
			}
		}
	}
}

// The fit against dense matrices and the definitions.
func TestGroupedDense(t *testing.T) {
	r := rand.New(rand.NewPCG(10, 11))
	var ws Workspace
	for range 100 {
		y, v := smallSet(r)
		k := len(y)
		g := Groups{make([]int, k), r.Float64() * 0.95}
		for i := range g.Of {
			g.Of[i] = r.IntN(3)
		}
		// dense returns μ, its variance, Q and the restricted likelihood at τ².
		dense := func(tau2 float64) (mu, variance, q, ll float64) {
			cov := mat.NewSymDense(k, nil)
			for i := range k {
				for j := i; j < k; j++ {
					c := 0.0
					if g.Of[i] == g.Of[j] {
						c = g.Rho * math.Sqrt(v[i]*v[j])
					}
					if i == j {
						c = v[i] + tau2
					}
					cov.SetSym(i, j, c)
				}
			}
			var chol mat.Cholesky
			if !chol.Factorize(cov) {
				t.Fatal("not positive definite")
			}
			ones := mat.NewVecDense(k, nil)
			for i := range k {
				ones.SetVec(i, 1)
			}
			var w1, wr mat.VecDense
			if err := chol.SolveVecTo(&w1, ones); err != nil {
				t.Fatal(err)
			}
			sum := mat.Sum(&w1)
			mu = mat.Dot(&w1, mat.NewVecDense(k, y)) / sum
			res := mat.NewVecDense(k, nil)
			for i := range k {
				res.SetVec(i, y[i]-mu)
			}
			if err := chol.SolveVecTo(&wr, res); err != nil {
				t.Fatal(err)
			}
			q = mat.Dot(&wr, res)
			return mu, 1 / sum, q, -(chol.LogDet() + math.Log(sum) + q) / 2
		}
		for _, m := range []Method{EE, DL, ML, REML, PM} {
			f, err := ws.FitGrouped(y, v, g, m)
			if err != nil {
				t.Fatal(err)
			}
			mu, variance, q, best := dense(f.Tau2)
			_, _, null, _ := dense(0)
			if !agrees(f.Mu, mu, f.SE) || !agrees(f.SE*f.SE, variance, 0) || !agrees(f.Q, null, 0) {
				t.Errorf("%s: %+v, dense %v (%v), Q %v", m, f, mu, math.Sqrt(variance), null)
			}
			switch m {
			case PM:
				if f.Tau2 > 0 && !agrees(q, float64(k-1), 0) || f.Tau2 == 0 && q > float64(k-1) {
					t.Errorf("PM: Q at tau2 %v is %v, want %d", f.Tau2, q, k-1)
				}
			case REML:
				for i := range 100 {
					at := 100 * math.Exp(-float64(i)/5)
					if _, _, _, ll := dense(at); ll > best+1e-9 {
						t.Errorf("REML: %v at the estimate %v, %v at %v", best, f.Tau2, ll, at)
					}
				}
			}
		}
	}
}

// Ten reports of one upstream, nearly one report: they weigh like one.
func TestGroupedCountsOnce(t *testing.T) {
	var y, v []float64
	var g Groups
	for range 10 {
		y, v, g.Of = append(y, 5), append(v, 1), append(g.Of, 1)
	}
	y, v, g.Of = append(y, 7), append(v, 1), append(g.Of, 2)
	g.Rho = 0.999999
	f, err := new(Workspace).FitGrouped(y, v, g, EE)
	if err != nil || math.Abs(f.Mu-6) > 1e-5 {
		t.Errorf("mean %v, want 6: ten echoes and one report; %v", f.Mu, err)
	}
	out, err := new(Workspace).LeaveOneGroupOut(y, v, g, EE)
	if err != nil || len(out) != 2 || out[0].Group != 1 || out[0].Mu != 7 || out[1].Mu != 5 {
		t.Errorf("without a group: %+v, %v", out, err)
	}
}

func TestGroupedRefused(t *testing.T) {
	y, v := []float64{1, 2}, []float64{1, 1}
	var ws Workspace
	for name, c := range map[string]struct {
		v []float64
		g Groups
		m Method
	}{
		"short groups":  {v, Groups{[]int{1}, 0.5}, DL},
		"rho 1":         {v, Groups{[]int{1, 1}, 1}, DL},
		"rho negative":  {v, Groups{[]int{1, 1}, -0.1}, DL},
		"rho NaN":       {v, Groups{[]int{1, 1}, math.NaN()}, DL},
		"method":        {v, Groups{[]int{1, 1}, 0.5}, SJ},
		"zero variance": {[]float64{1, 0}, Groups{[]int{1, 1}, 0.5}, DL},
	} {
		if _, err := ws.FitGrouped(y, c.v, c.g, c.m); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if _, err := ws.LeaveOneGroupOut(y, v, Groups{[]int{1, 1}, 0.5}, DL); err == nil {
		t.Error("one group left out of one: no error")
	}
}
