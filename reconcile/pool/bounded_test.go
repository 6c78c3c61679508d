package pool

import (
	"encoding/json"
	"math"
	"testing"
)

type referenceReport struct {
	Kind   Kind
	Lo, Hi *float64
	Sigma  float64
}

type referenceBounded struct {
	Reports []referenceReport
	ML      struct {
		Identified bool
		Mu, Tau    *float64
		LogLik     *float64
		Sup        *float64    `json:"loglik_sup"`
		Set        [2]*float64 `json:"mu_set"`
		Profile    []*float64  `json:"profile95_mu"`
		Tau0       *struct{ Mu, LogLik *float64 }
	}
	Posterior map[string]struct {
		LogEvidence         *float64 `json:"log_evidence"`
		Mu, Tau, Prediction referenceMarginal
	}
}

func (r referenceBounded) reports() []Report {
	var out []Report
	for _, x := range r.Reports {
		y := Report{Kind: x.Kind, Sigma: x.Sigma}
		if x.Lo != nil {
			y.Lo = *x.Lo
		}
		if x.Hi != nil {
			y.Hi = *x.Hi
		}
		out = append(out, y)
	}
	return out
}

func boundedReference(t testing.TB) map[string]referenceBounded {
	var raw map[string]json.RawMessage
	readReference(t, "bounded.json", &raw)
	sets := make(map[string]referenceBounded)
	for name, data := range raw {
		if name[0] == '_' {
			continue
		}
		var set referenceBounded
		if err := json.Unmarshal(data, &set); err != nil {
			t.Fatal(name, err)
		}
		sets[name] = set
	}
	if len(sets) < 6 {
		t.Fatalf("%d sets", len(sets))
	}
	return sets
}

func TestBoundedPosteriorReference(t *testing.T) {
	var p BoundedPosterior
	for name, set := range boundedReference(t) {
		for prior, want := range set.Posterior {
			if err := p.Fit(set.reports(), referencePriors[prior]); err != nil {
				t.Fatal(name, prior, err)
			}
			closeTo(t, name+" "+prior+" log evidence", p.LogEvidence, want.LogEvidence, 0.1)
			for of, w := range map[Parameter]referenceMarginal{Mu: want.Mu, Tau: want.Tau, Prediction: want.Prediction} {
				at := name + " " + prior + " " + of.String()
				m := p.Moments(of)
				// The reference stops at τ = 6, so that its moments lack up to
				// 2e-7; a plainer quadrature below confirms ours.
				if w.Mean != nil && (math.Abs(m.Mean / *w.Mean - 1) > 2e-7 || math.Abs(m.SD / *w.SD - 1) > 2e-7) {
					t.Errorf("%s: mean and sd %v, want %v %v", at, m, *w.Mean, *w.SD)
				}
				closeTo(t, at+" median", p.Quantile(of, 0.5), w.Median, 0)
				lo, hi := p.Interval(of, 0.95)
				closeTo(t, at+" 2.5%", lo, &w.Central95[0], 0)
				closeTo(t, at+" 97.5%", hi, &w.Central95[1], 0)
			}
		}
	}
}

func TestBoundedMLReference(t *testing.T) {
	for name, set := range boundedReference(t) {
		f, err := BoundedML(set.reports(), 0.95)
		if err != nil {
			t.Fatal(name, err)
		}
		want := set.ML
		if f.Identified != want.Identified {
			t.Fatalf("%s: identified is %v", name, f.Identified)
		}
		closeTo(t, name+" tau", f.Tau, want.Tau, 1)
		if !want.Identified {
			closeTo(t, name+" sup", f.LogLik, want.Sup, 1)
			closeTo(t, name+" set", f.MuSet[0], want.Set[0], 0)
			closeTo(t, name+" set", f.MuSet[1], want.Set[1], 0)
			continue
		}
		closeTo(t, name+" mu", f.Mu, want.Mu, 0)
		closeTo(t, name+" loglik", f.LogLik, want.LogLik, 1e-3)
		for i, w := range want.Profile {
			if w == nil {
				if !math.IsInf(f.Profile[i], 2*i-1) {
					t.Errorf("%s: profile end %d is %v, want none", name, i, f.Profile[i])
				}
			} else if math.Abs(f.Profile[i]-*w) > 1e-9 {
				t.Errorf("%s: profile end %d is %.15g, want %.15g", name, i, f.Profile[i], *w)
			}
		}
		if f.Zero.Exists != (want.Tau0.Mu != nil) {
			t.Errorf("%s: a limit at 0 exists: %v", name, f.Zero.Exists)
		} else if f.Zero.Exists {
			closeTo(t, name+" mu at 0", f.Zero.Mu, want.Tau0.Mu, 0)
			closeTo(t, name+" loglik at 0", f.Zero.LogLik, want.Tau0.LogLik, 1e-3)
		}
	}
}

func BenchmarkBoundedPosterior(b *testing.B) {
	sets := boundedReference(b)
	for _, name := range []string{"nis_us_kovalenko_s0", "nis_us_kovalenko_s25", "points_only", "k2_interval_lower"} {
		reports := sets[name].reports()
		for _, quantiles := range []bool{false, true} {
			what := "/moments"
			if quantiles {
				what = "/quantiles"
			}
			b.Run(name+what, func(b *testing.B) {
				var p BoundedPosterior
				b.ReportAllocs()
				for b.Loop() {
					if err := p.Fit(reports, HalfNormal(0.5)); err != nil {
						b.Fatal(err)
					}
					if quantiles {
						nine(&p)
					}
				}
				b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "fits/s")
			})
		}
	}
}
