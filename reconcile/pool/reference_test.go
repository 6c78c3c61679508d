package pool

import (
	"encoding/json"
	"math"
	"os"
	"strings"
	"testing"
)

// A reference is one data set of testdata/meta.json.
type reference struct {
	K         int                                   `json:"k"`
	Y         []float64                             `json:"yi"`
	V         []float64                             `json:"vi"`
	Methods   map[Method]map[string]json.RawMessage `json:"methods"`
	Birge     map[string]any                        `json:"birge_pdg"`
	QProfile  [2]float64                            `json:"tau2_ci_Qprofile_REML"`
	Tau2      map[Method]float64                    `json:"tau2_mpmath40"`
	Regressed map[string]struct {
		Moderators json.RawMessage                       `json:"moderators"`
		X          map[string][]float64                  `json:"X"`
		Fits       map[Method]map[string]json.RawMessage `json:"fits"`
	} `json:"meta_regression"`
}

// references reads testdata/meta.json.
func references(t testing.TB) map[string]reference {
	t.Helper()
	data, err := os.ReadFile("testdata/meta.json")
	if err != nil {
		t.Fatal(err)
	}
	var raw map[string]json.RawMessage
	if err := json.Unmarshal(data, &raw); err != nil {
		t.Fatal(err)
	}
	delete(raw, "_about")
	out := make(map[string]reference)
	for name, text := range raw {
		var r reference
		if err := json.Unmarshal(text, &r); err != nil {
			t.Fatal(name, err)
		}
		out[name] = r
	}
	return out
}

// tolerance is the bar for every number of the reference.
const tolerance = 1e-8

// agrees reports |got − want| ≤ 1e-8·max(|want|, scale).
func agrees(got, want, scale float64) bool {
	return math.Abs(got-want) <= tolerance*max(math.Abs(want), scale)
}

// A wanted checks what a reference holds of one fit, field by field, and that no
// field is left unlooked at.
type wanted struct {
	t      *testing.T
	where  string
	fields map[string]json.RawMessage
	seen   map[string]bool
}

func (w *wanted) numbers(name string, scale float64, got ...float64) {
	w.t.Helper()
	text, ok := w.fields[name]
	if exception(w.where, name) {
		w.seen[name] = true
		return
	}
	if !ok || string(text) == "null" {
		w.seen[name] = true
		for _, g := range got {
			if !math.IsNaN(g) {
				w.t.Errorf("%s %s = %v, want none", w.where, name, got)
			}
		}
		return
	}
	w.seen[name] = true
	var want []float64
	if !strings.HasPrefix(string(text), "[") {
		text = json.RawMessage("[" + string(text) + "]")
	}
	if err := json.Unmarshal(text, &want); err != nil {
		var rows [][]float64
		if json.Unmarshal(text, &rows) != nil {
			w.t.Fatal(w.where, name, err)
		}
		want = nil
		for _, row := range rows {
			want = append(want, row...)
		}
	}
	if len(got) != len(want) {
		w.t.Fatalf("%s %s has %d numbers, want %d", w.where, name, len(got), len(want))
	}
	for i := range want {
		if !agrees(got[i], want[i], scale) {
			w.t.Errorf("%s %s[%d] = %.16g, want %.16g, off by %.3g", w.where, name, i, got[i], want[i], got[i]-want[i])
		}
	}
}

func (w *wanted) interval(name string, scale float64, got Limits) {
	w.t.Helper()
	w.numbers(name, scale, got.Low, got.High)
}

// complete fails if the reference holds a field that was not compared.
func (w *wanted) complete(besides ...string) {
	w.t.Helper()
	for _, name := range besides {
		w.seen[name] = true
	}
	for name := range w.fields {
		if !w.seen[name] {
			w.t.Errorf("%s %s was not compared", w.where, name)
		}
	}
}

func TestReferenceMethods(t *testing.T) {
	var ws Workspace
	for name, r := range references(t) {
		for _, m := range Methods() {
			w := &wanted{t, name + " " + string(m), r.Methods[m], make(map[string]bool)}
			f, err := ws.Fit(r.Y, r.V, m)
			if err != nil {
				t.Fatal(w.where, err)
			}
			lean, err := ws.Estimate(r.Y, r.V, m)
			if err != nil {
				t.Fatal(w.where, err)
			}
			for _, e := range []Estimate{f.Estimate, lean} {
				w.numbers("mu", f.SE, e.Mu)
				w.numbers("se", f.SE, e.SE)
				w.numbers("tau2", f.Typical, e.Tau2)
				w.numbers("Q", 0, e.Q)
				if !agrees(e.Tau2, r.Tau2[m], f.Typical) {
					t.Errorf("%s tau2 = %.16g, by 40 digits %.16g", w.where, e.Tau2, r.Tau2[m])
				}
			}
			w.numbers("tau2_se", f.Typical, f.Tau2SE)
			w.numbers("Q_df", 0, float64(f.DF()))
			w.numbers("Q_p", 0, f.QP())
			w.numbers("I2", 1, f.I2())
			w.numbers("H2", 1, f.H2())
			w.numbers("zval", 1, f.Z())
			w.numbers("loglik", 1, f.LogLik)
			w.numbers("knha_se", f.SE, f.KnappHartungSE())
			w.numbers("knha_q", 1, f.Scale)
			w.interval("ci_z", f.SE, f.Wald(DefaultLevel))
			w.interval("ci_knha", f.SE, f.KnappHartung(DefaultLevel))
			w.interval("ci_mod_knha", f.SE, f.KnappHartungFloored(DefaultLevel))
			w.interval("pi_z", f.SE, f.Predict(PredictZ, DefaultLevel))
			w.interval("pi_tk1", f.SE, f.Predict(PredictT1, DefaultLevel))
			w.interval("pi_hts_tk2", f.SE, f.Predict(PredictHTS, DefaultLevel))
			w.interval("pi_knha_tk1", f.SE, f.Predict(PredictKH, DefaultLevel))
			weights := f.Weights(nil, r.V)
			for i := range weights {
				weights[i] *= 100
			}
			w.numbers("weights_pct", 0, weights...)
			without, err := ws.LeaveOneOut(nil, r.Y, r.V, m)
			if err != nil {
				t.Fatal(w.where, err)
			}
			var mu, tau2 []float64
			for _, e := range without {
				mu, tau2 = append(mu, e.Mu), append(tau2, e.Tau2)
			}
			w.numbers("leave1out_mu", f.SE, mu...)
			w.numbers("leave1out_tau2", f.Typical, tau2...)
			w.complete("mod_knha_note")
		}
		ci, err := ws.QProfile(r.Y, r.V, DefaultLevel)
		if err != nil {
			t.Fatal(name, err)
		}
		f, _ := ws.Fit(r.Y, r.V, EE)
		for i, got := range []float64{ci.Low, ci.High} {
			if !agrees(got, r.QProfile[i], f.Typical) {
				t.Errorf("%s Q-profile %d = %.16g, want %.16g", name, i, got, r.QProfile[i])
			}
		}
		for field, got := range map[string]float64{"graybill_deal_mu": f.Mu, "se": f.SE, "chi2": f.Q, "birge_ratio": f.BirgeRatio()} {
			if want := r.Birge[field].(float64); !agrees(got, want, f.SE) {
				t.Errorf("%s %s = %.16g, want %.16g", name, field, got, want)
			}
		}
	}
}

// The reference is the peer's own iteration, and in one place not an answer: for
// ccqm_Pb on idms by REML its scoring ends on a low local maximum near 1, finds
// the likelihood at 0 higher, and reports 0, where the likelihood is not even a
// maximum. In another its digits do not reach: by ML its τ² is off by 2e-10 of
// itself, which the far tail of QM makes 3e-8. TestReferenceExceptions shows
// both.
func exception(where, field string) bool {
	return where == "ccqm_Pb idms REML" && field != "QE" && field != "QEp" ||
		where == "ccqm_Pb idms REML knha" ||
		where == "ccqm_Pb idms ML" && field == "QMp"
}

func TestReferenceExceptions(t *testing.T) {
	r := references(t)["ccqm_Pb"]
	x := [][]float64{r.Regressed["idms"].X["idms"]}
	m := newExact(r.Y, r.V, x)
	var ws Workspace
	reml, err := ws.Regress(r.Y, r.V, x, REML)
	if err != nil {
		t.Fatal(err)
	}
	if m.equation(REML, exact(0)).Sign() <= 0 {
		t.Error("0 is a maximum after all")
	}
	off := tolerance * reml.Typical
	if m.equation(REML, exact(reml.Tau2-off)).Sign() < 0 || m.equation(REML, exact(reml.Tau2+off)).Sign() > 0 {
		t.Errorf("REML: %v is no maximum", reml.Tau2)
	}
	// The higher of the two maxima, by 40 digits −2.947 against −7.898.
	f := remlScore{&ws.m}
	if at, other := f.loglik(reml.Tau2), f.loglik(1); at < other+4 {
		t.Errorf("REML: log likelihood %v at %v, %v at 1", at, reml.Tau2, other)
	}
	ml, err := ws.Regress(r.Y, r.V, x, ML)
	if err != nil {
		t.Fatal(err)
	}
	if want := 478.9675058646052295; math.Abs(ml.QM()/want-1) > 1e-12 { // by 40 digits
		t.Errorf("ML: QM %.16g, want %.16g", ml.QM(), want)
	}
}

func TestReferenceRegression(t *testing.T) {
	var ws Workspace
	for name, r := range references(t) {
		for set, reg := range r.Regressed {
			var order []string
			if json.Unmarshal(reg.Moderators, &order) != nil || len(order) != len(reg.X) {
				order = nil
				for moderator := range reg.X {
					order = append(order, moderator)
				}
			}
			var x [][]float64
			for _, moderator := range order {
				x = append(x, reg.X[moderator])
			}
			for m, fields := range reg.Fits {
				w := &wanted{t, name + " " + set + " " + string(m), fields, make(map[string]bool)}
				f, err := ws.Regress(r.Y, r.V, x, m)
				if err != nil {
					t.Fatal(w.where, err)
				}
				// The coefficients are compared one by one: each has its own
				// standard error for a scale.
				least := math.Inf(1)
				for _, se := range f.SE {
					least = min(least, se)
				}
				w.numbers("coef", least, f.Coef...)
				w.numbers("se", least, f.SE...)
				var cov []float64
				for _, row := range f.Cov {
					cov = append(cov, row...)
				}
				w.numbers("vcov", least*least, cov...)
				w.numbers("tau2", f.Typical, f.Tau2)
				w.numbers("I2", 1, f.I2())
				w.numbers("QE", 0, f.QE)
				w.numbers("QEp", 0, f.QEP())
				w.numbers("QM", 0, f.QM())
				w.numbers("QMp", 0, f.QMP())
				w.numbers("R2", 1, f.R2)
				low, high := ends(f.Wald(DefaultLevel))
				w.numbers("ci_lb", least, low...)
				w.numbers("ci_ub", least, high...)
				var knha map[string]json.RawMessage
				if err := json.Unmarshal(fields["knha"], &knha); err != nil {
					t.Fatal(w.where, err)
				}
				h := &wanted{t, w.where + " knha", knha, make(map[string]bool)}
				h.numbers("se", least, f.KnappHartungSE()...)
				low, high = ends(f.KnappHartung(DefaultLevel))
				h.numbers("ci_lb", least, low...)
				h.numbers("ci_ub", least, high...)
				h.numbers("QM_F", 0, f.F())
				h.numbers("QMp", 0, f.FP())
				h.complete()
				w.complete("knha")
			}
		}
	}
}

func ends(intervals []Limits) (low, high []float64) {
	for _, i := range intervals {
		low, high = append(low, i.Low), append(high, i.High)
	}
	return low, high
}
