package pool

import (
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"testing"
)

// A procedure makes several intervals of one set. Each stands for one column of
// testdata/coverage.json: how often it held the mean, or for a prediction the
// effect of a new study.
type procedure struct {
	runs    int // simulated sets a row, here and in the reference
	columns []column
	// intervals writes one interval a column; one that does not exist leaves its
	// column out of the row.
	intervals func(dst []Limits, y, v []float64) error
}

type column struct {
	name       string
	prediction bool
}

// coverageProcedures returns the procedures of the reference.
func coverageProcedures() []procedure {
	return []procedure{
		classicalCoverage(DL), classicalCoverage(REML),
		bayesCoverage("bayes_hn0.5", HalfNormal(0.5)), bayesCoverage("bayes_hn1", HalfNormal(1)),
	}
}

func bayesCoverage(name string, prior Prior) procedure {
	var p Posterior
	return procedure{
		runs:    6000,
		columns: []column{{name + "_ci", false}, {name + "_pi", true}},
		intervals: func(dst []Limits, y, v []float64) error {
			if err := p.Fit(y, v, prior); err != nil {
				return err
			}
			for i, of := range []Parameter{Mu, Prediction} {
				dst[i].Low, dst[i].High = p.Interval(of, DefaultLevel)
			}
			return nil
		},
	}
}

func classicalCoverage(m Method) procedure {
	var ws Workspace
	name := func(s string, prediction bool) column { return column{string(m) + "_" + s, prediction} }
	return procedure{
		runs: 40000,
		columns: []column{
			name("z", false), name("hksj", false), name("mkh", false),
			name("pi_z", true), name("pi_tk1", true), name("pi_hk_tk1", true), name("pi_hts_tk2", true),
		},
		intervals: func(dst []Limits, y, v []float64) error {
			f, err := ws.Fit(y, v, m)
			if err != nil {
				return err
			}
			copy(dst, []Limits{
				f.Wald(DefaultLevel), f.KnappHartung(DefaultLevel), f.KnappHartungFloored(DefaultLevel),
				f.Predict(PredictZ, DefaultLevel), f.Predict(PredictT1, DefaultLevel),
				f.Predict(PredictKH, DefaultLevel), f.Predict(PredictHTS, DefaultLevel),
			})
			return nil
		},
	}
}

// designVariances are the variances within studies of a design.
func designVariances(design string, k int, v float64) ([]float64, error) {
	out := make([]float64, k)
	for i := range out {
		out[i] = v
	}
	switch design {
	case "equal":
	case "one_large": // one large study, a tenth of the variance
		out[0] = v / 10
	case "one_small":
		out[0] = v * 10
	default:
		return nil, fmt.Errorf("unknown design %q", design)
	}
	return out, nil
}

// The coverage of every interval agrees with the reference, a simulation of its
// own: no entry further off than chance allows, and all together as far off as
// chance makes them.
func TestCoverage(t *testing.T) {
	if !*long {
		t.Skip("a long simulation: run with -long")
	}
	data, err := os.ReadFile("testdata/coverage.json")
	if err != nil {
		t.Fatal(err)
	}
	var file struct {
		Rows []map[string]any `json:"rows"`
	}
	if err := json.Unmarshal(data, &file); err != nil {
		t.Fatal(err)
	}
	var sum, worst float64
	entries := 0
	for n, row := range file.Rows {
		k := int(row["k"].(float64))
		v, err := designVariances(row["design"].(string), k, row["s2"].(float64))
		if err != nil {
			t.Fatal(err)
		}
		tau := math.Sqrt(row["tau2"].(float64))
		for i, p := range coverageProcedures() {
			held, exists, err := simulate(p, v, tau, rand.New(rand.NewPCG(uint64(n), uint64(i))))
			if err != nil {
				t.Fatal(err)
			}
			for c, column := range p.columns {
				want, ok := row[column.name].(float64)
				if ok != exists[c] {
					t.Errorf("row %d %s: exists %t, in the reference %t", n, column.name, exists[c], ok)
				}
				if !ok {
					continue
				}
				size := float64(p.runs)
				z := (float64(held[c])/size - want) /
					math.Sqrt(binomial(float64(held[c]), size)+binomial(want*size, size))
				if math.Abs(z) > 4.5 {
					t.Errorf("row %d (%v, k %d, I2 %v) %s: %.5f, in the reference %.5f, z = %.2f",
						n, row["design"], k, row["I2"], column.name, float64(held[c])/size, want, z)
				}
				sum += z * z
				worst = max(worst, math.Abs(z))
				entries++
			}
		}
	}
	rms := math.Sqrt(sum / float64(entries))
	t.Logf("%d entries, largest |z| %.2f, rms %.3f", entries, worst, rms)
	if rms < 0.8 || rms > 1.2 {
		t.Errorf("rms of z is %.3f, want 0.8 to 1.2", rms)
	}
}

// binomial is the variance of a share of x in n, with two successes and two
// failures added (Agresti and Coull 1998).
func binomial(x, n float64) float64 {
	p := (x + 2) / (n + 4)
	return p * (1 - p) / n
}

// simulate counts how often each interval holds what it is for.
func simulate(p procedure, v []float64, tau float64, r *rand.Rand) (held []int, exists []bool, err error) {
	held, exists = make([]int, len(p.columns)), make([]bool, len(p.columns))
	y, intervals := make([]float64, len(v)), make([]Limits, len(p.columns))
	for range p.runs {
		for i := range y {
			y[i] = r.NormFloat64() * math.Sqrt(v[i]+tau*tau)
		}
		next := r.NormFloat64() * tau
		if err := p.intervals(intervals, y, v); err != nil {
			return nil, nil, err
		}
		for c, i := range intervals {
			exists[c] = i.Exists()
			truth := 0.0
			if p.columns[c].prediction {
				truth = next
			}
			if i.Low <= truth && truth <= i.High {
				held[c]++
			}
		}
	}
	return held, exists, nil
}
