package pool

import (
	"errors"
	"math"
	"math/rand/v2"
	"testing"
)

// plainBounded is the joint density of μ and τ as the model writes it.
func plainBounded(reports []Report, prior Prior, mu, tau float64) float64 {
	log := prior.logConstant()
	factor, exponent := prior.kernel(tau * tau)
	log += math.Log(factor) - exponent
	for _, r := range reports {
		v := math.Hypot(r.Sigma, tau)
		a, b := (math.Log(r.Lo)-mu)/v, (math.Log(r.Hi)-mu)/v
		switch r.Kind {
		case PointKind:
			log += math.Log(1/v/math.Sqrt(2*math.Pi)) - 0.5*a*a
		case LowerKind:
			log += math.Log(normalCDF(-a))
		case UpperKind:
			log += math.Log(normalCDF(b))
		case IntervalKind:
			if a > 0 {
				a, b = -b, -a
			}
			if b-a < 1e-3 {
				m := 0.5 * (a + b)
				log += math.Log(b-a) + math.Log(normalPDF(m))
			} else {
				log += math.Log(normalCDF(b) - normalCDF(a))
			}
		}
	}
	return log
}

// A plainGrid integrates it by the midpoint rule of a map that crowds nodes
// nowhere: μ = c + s·sinh(x), τ = exp(u).
type plainGrid struct {
	u, w     []float64
	mu, dens [][]float64
	total    float64
	base     float64
}

func newPlainGrid(reports []Report, prior Prior) *plainGrid {
	g := &plainGrid{base: math.Inf(-1)}
	const nu = 900
	lo, hi := math.Log(1e-9), math.Log(60.0)
	var logs [][]float64
	for i := range nu {
		u := lo + (hi-lo)*(float64(i)+0.5)/nu
		tau := math.Exp(u)
		// The ends, a scale above and below each, and 60 nodes a scale near them.
		var x []float64
		left, right := math.Inf(1), math.Inf(-1)
		least := math.Inf(1)
		for _, r := range reports {
			v := math.Hypot(r.Sigma, tau)
			least = min(least, v)
			for _, e := range []float64{r.Lo, r.Hi} {
				if e > 0 {
					left, right = min(left, math.Log(e)-9*v), max(right, math.Log(e)+9*v)
				}
			}
		}
		n := int(min(max(300, 4*(right-left)/least), 2000))
		step := (right - left) / float64(n)
		var l []float64
		for j := range n {
			mu := left + (float64(j)+0.5)*step
			x = append(x, mu)
			d := plainBounded(reports, prior, mu, tau) + u + math.Log(step)
			l = append(l, d)
			g.base = max(g.base, d)
		}
		g.u = append(g.u, u)
		g.mu = append(g.mu, x)
		logs = append(logs, l)
	}
	for i := range g.u {
		var d []float64
		sum := 0.0
		for _, l := range logs[i] {
			d = append(d, math.Exp(l-g.base))
			sum += d[len(d)-1]
		}
		g.dens = append(g.dens, d)
		g.w = append(g.w, sum)
		g.total += sum
	}
	g.base += math.Log((hi - lo) / nu)
	return g
}

func (g *plainGrid) mean(f func(mu, tau float64) float64) float64 {
	sum := 0.0
	for i, u := range g.u {
		tau := math.Exp(u)
		for j, mu := range g.mu[i] {
			if d := g.dens[i][j]; d > 1e-18*g.total {
				sum += d * f(mu, tau)
			}
		}
	}
	return sum / g.total
}

func randomReports(r *rand.Rand) []Report {
	k := 2 + r.IntN(5)
	centre := 3 + 6*r.Float64()
	spread := []float64{0.1, 0.5, 2}[r.IntN(3)]
	sigma := func() float64 { return []float64{0.05, 0.2, 0.25, 0.5, 0.1}[r.IntN(5)] }
	if r.IntN(4) == 0 {
		one := sigma()
		sigma = func() float64 { return one }
	}
	var out []Report
	for range k {
		z := math.Exp(centre + spread*r.NormFloat64())
		switch r.IntN(4) {
		case 0:
			out = append(out, Point(math.Round(z)+1, sigma()))
		case 1:
			out = append(out, Interval(z*(0.4+0.5*r.Float64()), z*(1.1+r.Float64()), sigma()))
		case 2:
			out = append(out, Lower(z*0.8, sigma()))
		default:
			out = append(out, Upper(z*1.2, sigma()))
		}
	}
	return out
}

// Against a plain midpoint rule, itself right to about 1e-8, with every s > 0.
func TestBoundedAgainstPlainRule(t *testing.T) {
	n := 6
	if testing.Short() {
		n = 2
	}
	r := rand.New(rand.NewPCG(7, 1))
	var p BoundedPosterior
	for i := range n {
		reports := randomReports(r)
		prior := []Prior{HalfNormal(0.5), HalfNormal(1)}[r.IntN(2)]
		var improper *ImproperError
		if err := p.Fit(reports, prior); errors.As(err, &improper) {
			continue
		} else if err != nil {
			t.Fatal(err)
		}
		g := newPlainGrid(reports, prior)
		if e := g.base + math.Log(g.total); math.Abs(e-p.LogEvidence) > 2e-6 {
			t.Errorf("set %d: log evidence %.12g, want %.12g (%v)", i, p.LogEvidence, e, reports)
		}
		m := p.Moments(Tau)
		if got := g.mean(func(_, tau float64) float64 { return tau }); math.Abs(got-m.Mean) > 3e-6*m.Mean {
			t.Errorf("set %d: mean tau %.10g, want %.10g", i, m.Mean, got)
		}
		m = p.Moments(Mu)
		if got := g.mean(func(mu, _ float64) float64 { return (mu - m.Mean) * (mu - m.Mean) }); math.Abs(got-m.SD*m.SD) > 1e-5*m.SD*m.SD {
			t.Errorf("set %d: variance of mu %.10g, want %.10g", i, m.SD*m.SD, got)
		}
	}
}

// mixedReports have some s = 0, some not.
func mixedReports(r *rand.Rand) []Report {
	out := randomReports(r)
	for i := range out {
		if r.IntN(3) == 0 {
			out[i].Sigma = 0
		}
	}
	return out
}

// hardReports are sets whose evidence or quantiles were once wrong by over 1e-8.
var hardReports = []struct {
	prior   Prior
	reports []Report
}{
	// A wide factor falls slowly past a sharp end.
	{HalfNormal(0.1), []Report{Lower(27980.330565256976, 0.5), Interval(104.10795053913664, 146.88918198058207, 0.5)}},
	{HalfNormal(0.5), []Report{Upper(666.3258924294727, 0), Point(667, 0.5)}},
	// A point just outside a bound, both exact: much happens about one small τ.
	{HalfNormal(1), []Report{Lower(936.7335999596626, 0), Lower(937.3959197812889, 0.1),
		Upper(1349.175115494432, 0), Upper(1285.7281877736348, 0.2), Point(1351, 0)}},
	{HalfNormal(1), []Report{Lower(4297.276493209066, 0), Upper(6216.75798210416, 0.1), Point(4301, 0),
		Upper(5409.811084600681, 0), Lower(4184.811705893818, 0.5), Upper(5398.995824610185, 0.25)}},
	// At a τ of 1e-12 the climb to the mode moves by less than its last digit.
	{HalfNormal(0.1), []Report{Upper(52.0664971906532, 0.2), Lower(337.192045545808, 0), Upper(36.97016136594446, 0),
		Interval(0.23586187583727727, 0.49810506401419746, 0.25), Interval(77.11400313451577, 198.5756213109073, 0)}},
	{HalfCauchy(0.5), []Report{Interval(212.51178346074718, 466.84118941376, 0.5), Upper(488.7775898073024, 0), Point(490, 0)}},
	// Ends that coincide.
	{HalfNormal(0.5), []Report{Lower(200, 0), Interval(200, 900, 0), Lower(200, 0), Upper(900, 0)}},
	{HalfNormal(0.5), []Report{Lower(200, 0), Interval(200, 900, 0), Interval(200, 900, 0), Interval(200, 900, 0), Interval(200, 900, 0)}},
}

// The prediction lies below x with the probability that one more report, an
// upper bound at x without error, would have had: two evidences, by other nodes
// and often another map, give every quantile.
func TestPredictionIsOneMoreBound(t *testing.T) {
	n := 300
	if testing.Short() {
		n = 40
	}
	if *long {
		n = 3000
	}
	var p, more BoundedPosterior
	check := func(reports []Report, prior Prior) {
		var improper *ImproperError
		if err := p.Fit(reports, prior); errors.As(err, &improper) {
			return
		} else if err != nil {
			t.Fatal(err)
		}
		evidence := p.LogEvidence
		for _, q := range []float64{0.025, 0.5, 0.975} {
			x := p.Quantile(Prediction, q)
			if err := more.Fit(append(reports[:len(reports):len(reports)], Upper(math.Exp(x), 0)), prior); err != nil {
				t.Fatal(q, x, prior, reports, err)
			}
			density := 1e-3 * min(q, 1-q) / (p.Quantile(Prediction, q+5e-4*min(q, 1-q)) - p.Quantile(Prediction, q-5e-4*min(q, 1-q)))
			if got := math.Exp(more.LogEvidence - evidence); !(math.Abs(got-q) <= max(3e-9, 1e-8*math.Abs(x)*density)) {
				t.Errorf("the %v quantile of the prediction lies at %.12g: %v %v", q, got, prior, reports)
			}
		}
	}
	for _, hard := range hardReports {
		check(hard.reports, hard.prior)
	}
	r := rand.New(rand.NewPCG(7, 2))
	for range n {
		check(mixedReports(r), []Prior{HalfNormal(0.5), HalfNormal(1), HalfNormal(0.1), HalfCauchy(0.5)}[r.IntN(4)])
	}
}

// An interval's likelihood is the difference of two upper bounds'; so are the
// evidences.
func TestIntervalIsTwoBounds(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 3))
	var p BoundedPosterior
	for i := range 100 {
		reports := append(mixedReports(r), Lower(20, 0.2), Upper(3000, 0.1))
		x := math.Exp(3 + 6*r.Float64())
		s := []float64{0, 0.2}[r.IntN(2)]
		evidence := func(more Report) float64 {
			if err := p.Fit(append(reports[:len(reports):len(reports)], more), HalfNormal(1)); err != nil {
				return math.NaN()
			}
			return math.Exp(p.LogEvidence)
		}
		got := evidence(Interval(x, 2*x, s))
		want := evidence(Upper(2*x, s)) - evidence(Upper(x, s))
		if math.Abs(got-want) > 1e-9*evidence(Upper(2*x, s)) {
			t.Errorf("set %d: interval %.12g, bounds %.12g", i, got, want)
		}
	}
}
