package pool

import (
	"math"
	"math/rand/v2"
	"testing"
)

// A grid four times as fine gives the same quantiles and moments.
func TestBoundedFinerGridAgrees(t *testing.T) {
	n := 150
	if testing.Short() {
		n = 40
	}
	r := rand.New(rand.NewPCG(7, 4))
	var p, fine BoundedPosterior
	for range n {
		reports := mixedReports(r)
		prior := []Prior{HalfNormal(0.5), HalfNormal(1), HalfNormal(0.1), HalfCauchy(0.5), Uniform()}[r.IntN(5)]
		if p.Fit(reports, prior) != nil || p.onlyPoints {
			continue
		}
		if err := fine.Fit(reports, prior); err != nil {
			t.Fatal(err)
		}
		fine.grid.refine()
		fine.grid.refine()
		fine.summarise()
		for _, of := range []Parameter{Mu, Tau, Prediction} {
			spread := fine.Quantile(of, 0.84) - fine.Quantile(of, 0.16)
			same := func(what any, got, want, scale float64) {
				if !(math.Abs(got-want) <= 1e-8*max(math.Abs(want), scale)) && !(math.IsNaN(got) && math.IsNaN(want)) {
					t.Errorf("%v of %v: %.12g, want %.12g: %v %v", what, of, got, want, prior, reports)
				}
			}
			for _, q := range []float64{0.025, 0.5, 0.975} {
				same(q, p.Quantile(of, q), fine.Quantile(of, q), spread)
			}
			got, want := p.Moments(of), fine.Moments(of)
			same("mean", got.Mean, want.Mean, spread)
			same("sd", got.SD, want.SD, spread)
		}
	}
}

// Points alone are the normal–normal model, which has no integral over μ; the
// bounded machinery, kept from using it, agrees.
func TestBoundedPointsAgreeWithNormalModel(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 5))
	var p, normal BoundedPosterior
	for i := range 60 {
		var reports []Report
		for range 2 + r.IntN(4) {
			reports = append(reports, Point(math.Exp(5+r.NormFloat64()*[]float64{0.1, 0.5, 2}[i%3]), []float64{0.05, 0.2, 0.5, 0}[r.IntN(4)]))
		}
		prior := HalfNormal([]float64{0.1, 0.5, 1}[r.IntN(3)])
		if err := normal.Fit(reports, prior); err != nil {
			t.Fatal(err)
		}
		ts, err := terms(p.terms, reports)
		if err != nil {
			t.Fatal(err)
		}
		p = BoundedPosterior{terms: ts, most: 2, prior: prior, mixed: -1}
		p.grid.start(ts, prior, 2)
		p.grid.fill()
		for !p.summarise() && p.grid.refine() {
		}
		if math.Abs(p.LogEvidence-normal.LogEvidence) > 1e-8 {
			t.Errorf("log evidence %.12g, want %.12g: %v %v", p.LogEvidence, normal.LogEvidence, prior, reports)
		}
		for _, of := range []Parameter{Mu, Tau, Prediction} {
			scale := normal.Moments(of).SD
			for _, q := range []float64{0.025, 0.5, 0.975, 1e-4} {
				got, want := p.Quantile(of, q), normal.Quantile(of, q)
				if !(math.Abs(got-want) <= 1e-8*max(math.Abs(want), scale)) {
					t.Errorf("%v quantile of %v: %.12g, want %.12g: %v %v", q, of, got, want, prior, reports)
				}
			}
		}
	}
}
