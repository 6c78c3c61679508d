package pool

import (
	"fmt"
	"math"
	"testing"
)

// nine are the quantiles that a report prints: median and central 95%.
func nine(p interface {
	Quantile(Parameter, float64) float64
	Interval(Parameter, float64) (float64, float64)
}) {
	for _, of := range []Parameter{Mu, Tau, Prediction} {
		p.Quantile(of, 0.5)
		p.Interval(of, 0.95)
	}
}

// BenchmarkExp is what the others are compared with on a machine that is not
// always as fast.
func BenchmarkExp(b *testing.B) {
	x, sum := -1.0, 0.0
	for b.Loop() {
		sum += math.Exp(x)
		x = -1 - x
	}
	if sum < 0 {
		b.Fatal(sum)
	}
}

// benchStudies are k studies with an uneven spread of variances.
func benchStudies(k int) (y, v []float64) {
	for i := range k {
		x := float64(i)
		y = append(y, 6+0.3*math.Sin(7*x+1))
		v = append(v, 0.02+0.05*math.Abs(math.Sin(3*x)))
	}
	return y, v
}

func BenchmarkPosteriorMoments(b *testing.B) {
	for _, k := range []int{1, 3, 5, 10, 100, 1000, 10000} {
		b.Run(fmt.Sprintf("k=%d", k), func(b *testing.B) {
			y, v := benchStudies(k)
			var p Posterior
			b.ReportAllocs()
			for b.Loop() {
				if err := p.Fit(y, v, HalfNormal(0.5)); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "fits/s")
		})
	}
}

func BenchmarkPosteriorQuantiles(b *testing.B) {
	for _, k := range []int{1, 3, 5, 10, 100, 1000, 10000} {
		for _, prior := range []Prior{HalfNormal(0.5), HalfCauchy(0.5), Uniform()} {
			if prior.moments(k) < 0 || k != 5 && prior != HalfNormal(0.5) {
				continue
			}
			b.Run(fmt.Sprintf("k=%d/%s", k, prior.Family), func(b *testing.B) {
				y, v := benchStudies(k)
				var p Posterior
				b.ReportAllocs()
				for b.Loop() {
					if err := p.Fit(y, v, prior); err != nil {
						b.Fatal(err)
					}
					nine(&p)
				}
				b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "fits/s")
			})
		}
	}
}

// Neither does a posterior allocate, nor what is asked of it, however fine a grid
// it takes.
func TestPosteriorAllocatesNothing(t *testing.T) {
	y, v := benchStudies(5)
	var p Posterior
	for _, prior := range []Prior{HalfNormal(0.5), HalfCauchy(0.5), Uniform()} {
		if n := testing.AllocsPerRun(20, func() {
			if err := p.Fit(y, v, prior); err != nil {
				t.Fatal(err)
			}
			nine(&p)
			p.Quantile(Theta(2), 0.9)
			p.Warnings()
		}); n != 0 {
			t.Errorf("%v: %v allocations, want 0", prior, n)
		}
	}
	var b BoundedPosterior
	for name, set := range boundedReference(t) {
		reports := set.reports()
		for _, prior := range []Prior{HalfNormal(0.5), HalfNormal(0.05), HalfCauchy(1)} {
			if n := testing.AllocsPerRun(20, func() {
				if b.Fit(reports, prior) == nil {
					nine(&b)
					b.Warnings()
				}
			}); n != 0 && b.Fit(reports, prior) == nil { // an error is allocated
				t.Errorf("%s %v: %v allocations, want 0", name, prior, n)
			}
		}
	}
}
