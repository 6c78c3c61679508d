package pool

import (
	"flag"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

var long = flag.Bool("long", false, "run the long searches and simulations in full")

// smallSet draws a set of the kind that has several optima now and then: few
// studies, unequal variances, effects apart.
func smallSet(r *rand.Rand) (y, v []float64) {
	k := 3 + r.IntN(5)
	tau := math.Exp(2 * r.NormFloat64())
	for range k {
		vi := math.Exp(2 * r.NormFloat64())
		v = append(v, vi)
		y = append(y, r.NormFloat64()*math.Sqrt(vi+tau*tau*float64(r.IntN(2))))
	}
	return y, v
}

// plainREML is the restricted likelihood from its definition.
func plainREML(y, v []float64, t float64) float64 {
	var s, m float64
	for i, vi := range v {
		s += 1 / (vi + t)
		m += y[i] / (vi + t)
	}
	mean := m / s
	ll := -math.Log(s)
	for i, vi := range v {
		ll -= math.Log(vi+t) + (y[i]-mean)*(y[i]-mean)/(vi+t)
	}
	return ll / 2
}

// No REML fit misses the global optimum: no place of a dense scan is higher.
func TestGlobalOptimum(t *testing.T) {
	sets := 20000
	if *long {
		sets = 300000
	}
	r := rand.New(rand.NewPCG(3, 5))
	var ws Workspace
	several, boundary := 0, 0
	for n := range sets {
		y, v := smallSet(r)
		f, err := ws.Fit(y, v, REML)
		if err != nil {
			t.Fatal(err)
		}
		estimateAgrees(t, &ws, &f, y, v)
		best := plainREML(y, v, f.Tau2)
		top := 0.0
		for _, yi := range y {
			top += (yi - y[0]) * (yi - y[0])
		}
		for i := range 200 {
			at := 0.0
			if i > 0 {
				at = top * math.Exp(-16*(1-float64(i)/199))
			}
			if ll := plainREML(y, v, at); ll > best+1e-9*(1+math.Abs(best)) {
				t.Fatalf("set %d: %g at the estimate %g, %g at %g\ny %v\nv %v", n, best, f.Tau2, ll, at, y, v)
			}
		}
		for _, w := range f.Warnings() {
			switch w {
			case SeveralOptima:
				several++
			case BoundaryTau2:
				boundary++
			case NonConvergence:
				t.Fatalf("set %d did not converge\ny %v\nv %v", n, y, v)
			}
		}
	}
	// The search must meet what it is for.
	if several < sets/10000 || boundary < sets/100 {
		t.Errorf("%d of %d sets had several optima and %d none above 0: too few to tell", several, sets, boundary)
	}
	t.Logf("%d sets, %d with several optima, %d at 0", sets, several, boundary)
}

// estimateAgrees compares the short way of Estimate with a fit.
func estimateAgrees(t *testing.T, ws *Workspace, f *Fit, y, v []float64) {
	t.Helper()
	e, err := ws.Estimate(y, v, f.Method)
	if err != nil {
		t.Fatal(err)
	}
	if !agrees(e.Tau2, f.Tau2, f.Typical) || !agrees(e.Mu, f.Mu, f.SE) || !agrees(e.SE, f.SE, 0) || !agrees(e.Q, f.Q, 0) {
		t.Fatalf("%s: estimate %+v, fit %+v\ny %v\nv %v", f.Method, e, f.Estimate, y, v)
	}
}

// The short way of every method, and of every set without each of its studies.
func TestShortWay(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 2))
	var ws, other Workspace
	var without []Estimate
	for range 2000 {
		y, v := smallSet(r)
		for _, m := range Methods() {
			f, err := ws.Fit(y, v, m)
			if err != nil {
				t.Fatal(err)
			}
			estimateAgrees(t, &ws, &f, y, v)
			if without, err = ws.LeaveOneOut(without, y, v, m); err != nil {
				t.Fatal(err)
			}
			for i, e := range without {
				f, err := other.Fit(slices.Delete(slices.Clone(y), i, i+1), slices.Delete(slices.Clone(v), i, i+1), m)
				if err != nil || !agrees(e.Tau2, f.Tau2, f.Typical) || !agrees(e.Mu, f.Mu, f.SE) || !agrees(e.SE, f.SE, 0) {
					t.Fatalf("%s without %d: %+v, fit %+v, %v\ny %v\nv %v", m, i, e, f.Estimate, err, y, v)
				}
			}
		}
	}
}
