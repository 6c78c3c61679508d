package pool

import (
	"fmt"
	"math"
	"testing"
)

// benchSets is how many sets the benchmarks go round, so that no branch is
// learnt by heart.
const benchSets = 1024

// A splitmix draws the sets of testdata/baseline/fits.c.
type splitmix uint64

func (s *splitmix) uniform() float64 {
	*s += 0x9e3779b97f4a7c15
	z := uint64(*s)
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	z ^= z >> 31
	return (float64(z>>11) + 0.5) / (1 << 53)
}

func (s *splitmix) normal() float64 {
	sum := -6.0
	for range 12 {
		sum += s.uniform()
	}
	return sum
}

// benchData draws sets of k studies.
func benchData(k int) (y, v [][]float64) {
	s := splitmix(1)
	for n := range benchSets {
		if n > 0 && n*k > 100000 { // beyond a cache's worth the sets repeat
			y, v = append(y, y[n-100000/k-1]), append(v, v[n-100000/k-1])
			continue
		}
		tau := s.uniform()
		yi, vi := make([]float64, k), make([]float64, k)
		for i := range k {
			vi[i] = math.Exp(s.normal()) / 10
			yi[i] = 3 + s.normal()*math.Sqrt(vi[i]+tau*tau)
		}
		y, v = append(y, yi), append(v, vi)
	}
	return y, v
}

func BenchmarkEstimate(b *testing.B) {
	for _, m := range Methods() {
		for _, k := range []int{5, 20, 100, 1000, 10000} {
			b.Run(fmt.Sprintf("%s/k=%d", m, k), func(b *testing.B) {
				y, v := benchData(k)
				var ws Workspace
				b.ReportAllocs()
				for i := 0; b.Loop(); i++ {
					if _, err := ws.Estimate(y[i%benchSets], v[i%benchSets], m); err != nil {
						b.Fatal(err)
					}
				}
				b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "fits/s")
			})
		}
	}
}

func BenchmarkFit(b *testing.B) {
	for _, m := range Methods() {
		b.Run(string(m), func(b *testing.B) {
			y, v := benchData(5)
			var ws Workspace
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				if _, err := ws.Fit(y[i%benchSets], v[i%benchSets], m); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkRegress(b *testing.B) {
	y, v := benchData(50)
	x := [][]float64{benchColumn(50, 2), benchColumn(50, 5)}
	var ws Workspace
	var f Regression
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		if err := ws.RegressInto(&f, y[i%benchSets], v[i%benchSets], x, REML); err != nil {
			b.Fatal(err)
		}
	}
}

// The bar of a reused workspace: no allocation, by any method.
func TestNoAllocation(t *testing.T) {
	y, v := benchData(20)
	x := [][]float64{benchColumn(20, 3), benchColumn(20, 4)}
	g := Groups{make([]int, 20), 0.5}
	for i := range g.Of {
		g.Of[i] = i / 3
	}
	var ws Workspace
	var without []Estimate
	var regression Regression
	var influences []Influence
	for _, m := range Methods() {
		for name, fit := range map[string]func() error{
			"Fit":      func() error { _, err := ws.Fit(y[0], v[0], m); return err },
			"Estimate": func() error { _, err := ws.Estimate(y[1], v[1], m); return err },
			"Regress":  func() error { return ws.RegressInto(&regression, y[0], v[0], x, m) },
			"LeaveOneOut": func() (err error) {
				without, err = ws.LeaveOneOut(without, y[0], v[0], m)
				return err
			},
			"Influences": func() (err error) {
				influences, err = ws.Influences(influences, y[0], v[0], m)
				return err
			},
			"QProfile": func() error { _, err := ws.QProfile(y[0], v[0], 0.95); return err },
			"FitGrouped": func() error {
				if m != EE && m != DL && m != ML && m != REML {
					return nil
				}
				_, err := ws.FitGrouped(y[0], v[0], g, m)
				return err
			},
		} {
			if n := testing.AllocsPerRun(20, func() {
				if err := fit(); err != nil {
					t.Fatal(m, name, err)
				}
			}); n != 0 {
				t.Errorf("%s %s: %v allocations, want 0", m, name, n)
			}
		}
	}
}

// benchColumn is a moderator of k studies.
func benchColumn(k, seed int) []float64 {
	s := splitmix(seed)
	x := make([]float64, k)
	for i := range x {
		x[i] = s.normal()
	}
	return x
}
