package pool

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// A summariser is either posterior.
type summariser interface {
	Moments(Parameter) Moments
	Quantile(Parameter, float64) float64
}

// asked is one quantile.
type asked struct {
	of Parameter
	q  float64
}

var allAsked = []asked{
	{Mu, 0.5}, {Mu, 0.025}, {Mu, 0.975}, {Tau, 0.5}, {Tau, 0.025}, {Tau, 0.975},
	{Prediction, 0.5}, {Prediction, 0.025}, {Prediction, 0.975}, {Mu, 0.0001}, {Tau, 0.9999},
}

// answers are all quantiles, asked in some order.
func answers(p summariser, order []int) []float64 {
	out := make([]float64, len(allAsked))
	for _, i := range order {
		out[i] = p.Quantile(allAsked[i].of, allAsked[i].q)
	}
	return out
}

func TestQuantilesIgnoreWhatWasAskedBefore(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 3))
	var normal Posterior
	var bounded BoundedPosterior
	forward := r.Perm(len(allAsked))
	for range 40 {
		y, v, _ := randomStudies(r)
		reports := append(mixedReports(r), Interval(50, 900, 0.1))
		for name, fit := range map[string]func() (summariser, error){
			"normal":  func() (summariser, error) { return &normal, normal.Fit(y, v, HalfCauchy(1)) },
			"bounded": func() (summariser, error) { return &bounded, bounded.Fit(reports, HalfNormal(1)) },
		} {
			p, err := fit()
			if err != nil {
				t.Fatal(err)
			}
			first := answers(p, forward)
			again := answers(p, r.Perm(len(allAsked)))
			if !slices.Equal(first, again) {
				t.Fatalf("%s: asked in another order %v, was %v", name, again, first)
			}
			if _, err := fit(); err != nil {
				t.Fatal(err)
			}
			if fresh := answers(p, r.Perm(len(allAsked))); !slices.Equal(first, fresh) {
				t.Fatalf("%s: fitted again %v, was %v", name, fresh, first)
			}
		}
	}
}

func TestBoundedIgnoresOrder(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 4))
	var a, b BoundedPosterior
	for range 40 {
		reports := append(mixedReports(r), Interval(50, 900, 0.1))
		if err := a.Fit(reports, HalfNormal(0.5)); err != nil {
			t.Fatal(err)
		}
		other := slices.Clone(reports)
		r.Shuffle(len(other), func(i, j int) { other[i], other[j] = other[j], other[i] })
		if err := b.Fit(other, HalfNormal(0.5)); err != nil {
			t.Fatal(err)
		}
		same := a.LogEvidence == b.LogEvidence
		for _, of := range []Parameter{Mu, Tau, Prediction} {
			same = same && a.Moments(of) == b.Moments(of)
		}
		order := r.Perm(len(allAsked))
		if !same || !slices.Equal(answers(&a, order), answers(&b, order)) {
			t.Fatalf("another order of %v gives other bits", reports)
		}
	}
}

// In other units, y·a + b with the prior in the same units, all moves along.
func TestPosteriorEquivariance(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 5))
	var p, moved Posterior
	const unit, shift = 1024, 3 // a power of 2 rounds nothing
	for range 40 {
		y, v, _ := randomStudies(r)
		if err := p.Fit(y, v, HalfNormal(1)); err != nil {
			t.Fatal(err)
		}
		y, v = slices.Clone(y), slices.Clone(v)
		for i := range y {
			y[i], v[i] = unit*y[i]+shift, unit*unit*v[i]
		}
		if err := moved.Fit(y, v, HalfNormal(unit)); err != nil {
			t.Fatal(err)
		}
		for _, a := range allAsked {
			want := unit * p.Quantile(a.of, a.q)
			if a.of != Tau {
				want += shift
			}
			scale := unit * p.Moments(a.of).SD
			if got := moved.Quantile(a.of, a.q); !(math.Abs(got-want) <= 1e-8*max(scale, math.Abs(want))) {
				t.Errorf("%v of %v moved to %v, want %v", a.q, a.of, got, want)
			}
		}
	}
}

// Ten times the figures are ln 10 more in logarithms.
func TestBoundedEquivariance(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	var p, moved BoundedPosterior
	for range 30 {
		reports := append(mixedReports(r), Interval(50, 900, 0.1))
		if err := p.Fit(reports, HalfNormal(0.5)); err != nil {
			t.Fatal(err)
		}
		times := slices.Clone(reports)
		for i := range times {
			times[i].Lo *= 10
			times[i].Hi *= 10
		}
		if err := moved.Fit(times, HalfNormal(0.5)); err != nil {
			t.Fatal(err)
		}
		if off := moved.LogEvidence - p.LogEvidence; math.Abs(off) > 1e-9*max(1, math.Abs(p.LogEvidence)) {
			t.Errorf("log evidence moves by %.2g: %v", off, reports)
		}
		for _, a := range allAsked {
			want := p.Quantile(a.of, a.q)
			if a.of != Tau {
				want += math.Ln10
			}
			if got := moved.Quantile(a.of, a.q); math.Abs(got-want) > 1e-8*max(1, math.Abs(want)) {
				t.Errorf("%v of %v moved to %.12g, want %.12g: %v", a.q, a.of, got, want, reports)
			}
		}
	}
}

// A narrowing interval becomes the point in its middle, its likelihood the
// density times its width.
func TestIntervalBecomesPoint(t *testing.T) {
	others := []Report{Lower(100, 0.2), Interval(200, 900, 0.1)}
	var point, interval BoundedPosterior
	if err := point.Fit(append(slices.Clone(others), Point(300, 0.3)), HalfNormal(0.5)); err != nil {
		t.Fatal(err)
	}
	for _, width := range []float64{1e-2, 1e-3, 1e-4} {
		lo, hi := 300*math.Exp(-width/2), 300*math.Exp(width/2)
		if err := interval.Fit(append(slices.Clone(others), Interval(lo, hi, 0.3)), HalfNormal(0.5)); err != nil {
			t.Fatal(err)
		}
		// What is left is of second order in width over 0.3.
		tolerance := width*width + 1e-9
		if off := interval.LogEvidence - math.Log(width) - point.LogEvidence; math.Abs(off) > tolerance {
			t.Errorf("width %v: log evidence off by %.2g", width, off)
		}
		for _, a := range allAsked {
			if off := interval.Quantile(a.of, a.q) - point.Quantile(a.of, a.q); math.Abs(off) > tolerance {
				t.Errorf("width %v: the %v of %v is off by %.2g", width, a.q, a.of, off)
			}
		}
	}
}

// A lower bound that nothing comes near says nothing.
func TestFarBoundSaysNothing(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 7))
	var p, more BoundedPosterior
	for range 30 {
		reports := append(mixedReports(r), Interval(50, 900, 0.1))
		if err := p.Fit(reports, HalfNormal(0.5)); err != nil {
			t.Fatal(err)
		}
		far := Lower(1e-60, []float64{0, 0.2}[r.IntN(2)])
		if err := more.Fit(append(slices.Clone(reports), far), HalfNormal(0.5)); err != nil {
			t.Fatal(err)
		}
		if off := more.LogEvidence - p.LogEvidence; math.Abs(off) > 1e-9*max(1, math.Abs(p.LogEvidence)) {
			t.Errorf("log evidence moves by %.2g: %v %v", off, reports, far)
		}
		for _, a := range allAsked {
			if x, y := p.Quantile(a.of, a.q), more.Quantile(a.of, a.q); math.Abs(x-y) > 1e-8*max(1, math.Abs(x)) {
				t.Errorf("the %v of %v moves from %.12g to %.12g: %v %v", a.q, a.of, x, y, reports, far)
			}
		}
	}
}
