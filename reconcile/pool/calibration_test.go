package pool

import (
	"math"
	"math/rand/v2"
	"testing"
)

// Where μ and τ come from the prior, thresholds and cells not depending on the
// draws, an interval of 95% holds its parameter in 95% of sets, up to the ends
// of the range of μ, which is flat to the model but not to the simulation.
func TestCalibration(t *testing.T) {
	n := 400
	if *long {
		n = 20000
	}
	const scale = 0.5
	r := rand.New(rand.NewPCG(11, 1))
	var normal Posterior
	var bounded BoundedPosterior
	held := make(map[string]int)
	count := func(model string, p interface {
		Interval(Parameter, float64) (float64, float64)
	}, of Parameter, truth float64) {
		if lo, hi := p.Interval(of, 0.95); lo <= truth && truth <= hi {
			held[model+" "+of.String()]++
		}
	}
	for range n {
		mu, tau := 20*r.Float64(), scale*math.Abs(r.NormFloat64())
		next := mu + tau*r.NormFloat64()
		k := 2 + r.IntN(5)
		var y, v []float64
		var reports []Report
		for i := range k {
			theta := mu + tau*r.NormFloat64()
			s := 0.1 + 0.3*r.Float64()
			y, v = append(y, theta+s*r.NormFloat64()), append(v, s*s)
			z := theta + s*r.NormFloat64()
			threshold := 20 * r.Float64()
			switch {
			case i%3 == 0: // a cell of a grid of width 0.7
				cell := math.Floor(z / 0.7)
				reports = append(reports, Interval(math.Exp(0.7*cell), math.Exp(0.7*(cell+1)), s))
			case i%3 == 1:
				reports = append(reports, Point(math.Exp(z), s))
			case z >= threshold:
				reports = append(reports, Lower(math.Exp(threshold), s))
			default:
				reports = append(reports, Upper(math.Exp(threshold), s))
			}
		}
		if err := normal.Fit(y, v, HalfNormal(scale)); err != nil {
			t.Fatal(err)
		}
		if err := bounded.Fit(reports, HalfNormal(scale)); err != nil {
			t.Fatal(err)
		}
		for of, truth := range map[Parameter]float64{Mu: mu, Tau: tau, Prediction: next} {
			count("normal", &normal, of, truth)
			count("bounded", &bounded, of, truth)
		}
	}
	for what, x := range held {
		share := float64(x) / float64(n)
		if off := (share - 0.95) / math.Sqrt(0.95*0.05/float64(n)); math.Abs(off) > 3 {
			t.Errorf("%s: %.4f of %d intervals hold it, %.1f errors from 0.95", what, share, n, off)
		}
	}
	if len(held) != 6 {
		t.Errorf("%d parameters", len(held))
	}
}
