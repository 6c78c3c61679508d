package pool

import (
	"encoding/json"
	"errors"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"testing"
)

var referencePriors = map[string]Prior{
	"halfnormal_0.5": HalfNormal(0.5),
	"halfnormal_1":   HalfNormal(1),
	"halfcauchy_0.5": HalfCauchy(0.5),
	"uniform":        Uniform(),
}

type referenceMarginal struct {
	Mean, SD, Median *float64
	Central95        [2]float64
}

func readReference(t testing.TB, file string, into any) {
	t.Helper()
	data, err := os.ReadFile("testdata/" + file)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, into); err != nil {
		t.Fatal(err)
	}
}

// closeTo asks for |got−want| ≤ 1e-8·max(|want|, scale); a nil want is a value
// that does not exist.
func closeTo(t *testing.T, what string, got float64, want *float64, scale float64) {
	t.Helper()
	if want == nil {
		if !math.IsNaN(got) {
			t.Errorf("%s = %v, want none", what, got)
		}
		return
	}
	if !(math.Abs(got-*want) <= 1e-8*math.Max(math.Abs(*want), scale)) {
		t.Errorf("%s = %.17g, want %.17g (off by %.2g)", what, got, *want, got-*want)
	}
}

func TestPosteriorReference(t *testing.T) {
	var sets map[string]json.RawMessage
	readReference(t, "meta.json", &sets)
	var p Posterior
	compared := 0
	for name, raw := range sets {
		var set struct {
			Yi, Vi []float64
			Exact  map[string]json.RawMessage `json:"exact_bayes"`
		}
		if json.Unmarshal(raw, &set) != nil || set.Exact == nil {
			continue
		}
		for prior, raw := range set.Exact {
			if prior[0] == '_' {
				continue
			}
			var want struct{ Mu, Tau, Prediction referenceMarginal }
			if err := json.Unmarshal(raw, &want); err != nil {
				t.Fatal(err)
			}
			if err := p.Fit(set.Yi, set.Vi, referencePriors[prior]); err != nil {
				t.Fatal(name, prior, err)
			}
			for of, w := range map[Parameter]referenceMarginal{Mu: want.Mu, Tau: want.Tau, Prediction: want.Prediction} {
				at := name + " " + prior + " " + of.String()
				m := p.Moments(of)
				scale := 0.0
				if of != Tau && w.SD != nil {
					scale = *w.SD
				}
				closeTo(t, at+" mean", m.Mean, w.Mean, scale)
				closeTo(t, at+" sd", m.SD, w.SD, scale)
				closeTo(t, at+" median", p.Quantile(of, 0.5), w.Median, scale)
				lo, hi := p.Interval(of, 0.95)
				closeTo(t, at+" 2.5%", lo, &w.Central95[0], scale)
				closeTo(t, at+" 97.5%", hi, &w.Central95[1], scale)
				compared++
			}
		}
	}
	if compared < 80 {
		t.Errorf("only %d marginals compared", compared)
	}
}

// A slowPosterior is the posterior by the plainest means: Gauss–Legendre panels
// over ln τ, every sum as in the textbook, quantiles by bisection.
type slowPosterior struct {
	u, w, mean, sd []float64 // w sums to 1
	logEvidence    float64
	lo, width      float64
	log            func(u float64) float64 // log density of u
	base, mass     float64
}

func slow(y, v []float64, prior Prior) *slowPosterior {
	at := func(u float64) (log, mean, sd float64) {
		t := math.Exp(2 * u)
		var sw, swy float64
		for i := range y {
			sw += 1 / (v[i] + t)
			swy += y[i] / (v[i] + t)
		}
		mean = swy / sw
		log = u - 0.5*math.Log(sw) - 0.5*float64(len(y)-1)*math.Log(2*math.Pi)
		for i := range y {
			log -= 0.5*math.Log(v[i]+t) + 0.5*(y[i]-mean)*(y[i]-mean)/(v[i]+t)
		}
		tau := math.Exp(u)
		switch prior.Family {
		case HalfNormalFamily:
			z := tau / prior.Scale
			log += 0.5*math.Log(2/math.Pi) - math.Log(prior.Scale) - 0.5*z*z
		case HalfCauchyFamily:
			log += math.Log(2 / (math.Pi * prior.Scale * (1 + t/prior.Scale/prior.Scale)))
		}
		return log, mean, 1 / math.Sqrt(sw)
	}
	s := &slowPosterior{}
	s.log = func(u float64) float64 { l, _, _ := at(u); return l }
	lo, hi := -60.0, 60.0
	const scan = 60000
	s.base = math.Inf(-1)
	for i := 0; i <= scan; i++ {
		s.base = math.Max(s.base, s.log(lo+(hi-lo)*float64(i)/scan))
	}
	a, b := math.Inf(1), math.Inf(-1)
	for i := 0; i <= scan; i++ {
		u := lo + (hi-lo)*float64(i)/scan
		if l := s.log(u); l-s.base > -36 {
			a, b = math.Min(a, u), math.Max(b, u)
		}
	}
	const panels = 600
	s.lo, s.width = a-0.01, (b-a+0.02)/panels
	for i := range panels {
		for _, g := range legendre8 {
			for _, x := range []float64{-g[0], g[0]} {
				u := s.lo + (float64(i)+0.5+0.5*x)*s.width
				l, m, sd := at(u)
				s.u = append(s.u, u)
				s.w = append(s.w, 0.5*g[1]*s.width*math.Exp(l-s.base))
				s.mean, s.sd = append(s.mean, m), append(s.sd, sd)
			}
		}
	}
	for _, w := range s.w {
		s.mass += w
	}
	s.logEvidence = s.base + math.Log(s.mass)
	for i := range s.w {
		s.w[i] /= s.mass
	}
	return s
}

func (s *slowPosterior) cdf(of Parameter, x float64) float64 {
	sum := 0.0
	if of == Tau {
		n := int((math.Log(x) - s.lo) / s.width)
		if n < 0 {
			return 0
		}
		for i := 0; i < min(8*n, len(s.w)); i++ {
			sum += s.w[i]
		}
		a := s.lo + float64(n)*s.width
		half := 0.5 * (math.Log(x) - a)
		for _, g := range legendre8 {
			sum += half * g[1] * (math.Exp(s.log(a+half*(1-g[0]))-s.base) + math.Exp(s.log(a+half*(1+g[0]))-s.base)) / s.mass
		}
		return sum
	}
	for i, w := range s.w {
		sd := s.sd[i]
		if of == Prediction {
			sd = math.Hypot(sd, math.Exp(s.u[i]))
		}
		sum += w * normalCDF((x-s.mean[i])/sd)
	}
	return sum
}

// randomStudies are hard on purpose: any number of studies, variances and
// spread over many orders, conflict, outliers, none at all.
func randomStudies(r *rand.Rand) (y, v []float64, prior Prior) {
	k := 1 + r.IntN(12)
	if r.IntN(6) == 0 {
		k = 1 + r.IntN(145)
	}
	orders := []float64{0, 1, 3, 8}[r.IntN(4)]
	spread := math.Pow(10, -2+4*r.Float64())
	if r.IntN(3) == 0 {
		spread = 0
	}
	unit := math.Pow(10, -3+6*r.Float64())
	centre := 10 * r.NormFloat64() * unit
	for range k {
		s := unit * math.Pow(10, orders*(r.Float64()-0.5)/2)
		y = append(y, centre+s*r.NormFloat64()+spread*unit*r.NormFloat64())
		v = append(v, s*s)
	}
	if r.IntN(8) == 0 {
		v[0] = 0
	}
	scale := unit * math.Pow(10, -1.5+3*r.Float64())
	switch r.IntN(3) {
	case 0:
		prior = HalfNormal(scale)
	case 1:
		prior = HalfCauchy(scale)
	default:
		prior = Uniform()
	}
	return y, v, prior
}

func TestPosteriorAgainstPlainQuadrature(t *testing.T) {
	n := 150
	if testing.Short() {
		n = 30
	}
	r := rand.New(rand.NewPCG(5, 1))
	var p Posterior
	for i := range n {
		y, v, prior := randomStudies(r)
		err := p.Fit(y, v, prior)
		var improper *ImproperError
		if errors.As(err, &improper) && prior.Family == UniformFamily && len(y) < 3 {
			continue
		}
		if err != nil {
			t.Fatal(i, err)
		}
		s := slow(y, v, prior)
		if math.Abs(p.LogEvidence-s.logEvidence) > 1e-9*max(1, math.Abs(s.logEvidence)) {
			t.Errorf("set %d (k=%d %v): log evidence %.15g, want %.15g", i, len(y), prior, p.LogEvidence, s.logEvidence)
		}
		for _, of := range []Parameter{Mu, Tau, Prediction} {
			scale := p.Quantile(of, 0.84) - p.Quantile(of, 0.16)
			for _, q := range []float64{0.025, 0.5, 0.975, 0.001, 0.9} {
				x := p.Quantile(of, q)
				// The error of x by its distribution function and density.
				d := 1e-4 * scale
				density := (s.cdf(of, x+d) - s.cdf(of, x-d)) / (2 * d)
				off := (s.cdf(of, x) - q) / density
				if !(math.Abs(off) <= 1e-8*max(math.Abs(x), scale)) {
					t.Errorf("set %d (k=%d %v, nodes %d, step %.3g): %v quantile %v = %.15g, off by %.2g of %.2g", i, len(y), prior,
						len(p.grid.nodes), p.grid.step, of, q, x, off, scale)
				}
			}
		}
	}
}

func TestPosteriorIgnoresOrder(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 2))
	var a, b Posterior
	for range 50 {
		y, v, _ := randomStudies(r)
		if err := a.Fit(y, v, HalfNormal(1)); err != nil {
			t.Fatal(err)
		}
		y, v = slices.Clone(y), slices.Clone(v)
		r.Shuffle(len(y), func(i, j int) { y[i], y[j] = y[j], y[i]; v[i], v[j] = v[j], v[i] })
		if err := b.Fit(y, v, HalfNormal(1)); err != nil {
			t.Fatal(err)
		}
		if a.LogEvidence != b.LogEvidence || a.Moments(Mu) != b.Moments(Mu) ||
			a.Quantile(Prediction, 0.975) != b.Quantile(Prediction, 0.975) || a.Quantile(Tau, 0.5) != b.Quantile(Tau, 0.5) {
			t.Fatalf("another order of %v gives other bits", y)
		}
	}
}
