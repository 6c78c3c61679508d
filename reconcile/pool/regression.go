package pool

import (
	"fmt"
	"math"
)

// A Regression is a meta-regression: effects that differ by moderators, and by
// τ² beyond them. Coefficients come in the order intercept, then moderators as
// given.
type Regression struct {
	Method   Method
	K        int // studies
	Coef, SE []float64
	Cov      [][]float64 // of Coef
	Tau2     float64     // the variance between studies that is left
	Tau2SE   float64     // NaN for EE
	QE       float64     // the residual heterogeneity, Σ(y − Xβ)²/v about the equal-effects fit
	R2       float64     // the share of τ² that the moderators take up, 0 to 100; for EE the adjusted R² of the weighted fit
	Typical  float64     // the typical variance within studies
	Scale    float64     // Knapp and Hartung's q, Σ(y − Xβ)²/(v + τ²) over DF

	cov    []float64 // where Cov lies
	wald   float64   // β'V⁻¹β without the intercept
	warned warned
}

// Regress fits effects y with known variances v on moderators x, each a column
// as long as y, and an intercept.
//
// Errors are those of Fit, and an *InputError for a moderator that is not
// finite, is too short, or is constant or a combination of others, or for fewer
// studies than coefficients.
func (ws *Workspace) Regress(y, v []float64, x [][]float64, method Method) (*Regression, error) {
	f := new(Regression)
	if err := ws.RegressInto(f, y, v, x, method); err != nil {
		return nil, err
	}
	return f, nil
}

// RegressInto is Regress into the memory of an earlier Regression, all of which
// it overwrites.
func (ws *Workspace) RegressInto(f *Regression, y, v []float64, x [][]float64, method Method) error {
	if err := method.Validate(); err != nil {
		return err
	}
	if err := check(y, v); err != nil {
		return err
	}
	if err := checkModerators(len(y), x); err != nil {
		return err
	}
	m := &ws.m
	m.load(y, v, nil)
	without, err := m.between(method)
	if err != nil {
		return err
	}
	total, _ := m.within()
	m.load(y, v, x)
	if j := m.redundant(); j >= 0 {
		return &InputError{Field: moderatorField(j), Index: -1, Accepted: "a moderator that varies and is no combination of others"}
	}
	b, err := m.between(method)
	if err != nil {
		return err
	}
	p := m.p
	*f = Regression{Method: method, K: m.k, Tau2: b.tau2, Tau2SE: b.se, warned: b.warned,
		Coef: f.Coef[:0], SE: f.SE[:0], Cov: f.Cov[:0], cov: f.cov}
	m.weigh(f.Tau2)
	f.Coef = append(f.Coef, m.beta...)
	f.Coef[0] += m.pivot
	f.Scale = m.rss() / float64(f.DF())
	f.cov = append(f.cov[:0], m.cov...)
	for j := range p {
		f.Cov = append(f.Cov, f.cov[j*p:j*p+p:j*p+p])
		f.SE = append(f.SE, math.Sqrt(f.Cov[j][j]))
	}
	f.wald = m.wald()
	f.QE, f.Typical = m.within()
	switch {
	case method == EE && f.DF() > 0 && total > 0:
		f.R2 = 100 * max(0, 1-f.QE/float64(f.DF())/(total/float64(f.K-1)))
	case without.tau2 > 0:
		f.R2 = 100 * max(0, (without.tau2-f.Tau2)/without.tau2)
	}
	for j := range p {
		if err := finite(Estimate{Mu: f.Coef[j], SE: f.SE[j], Tau2: f.Tau2, Q: f.QE}); err != nil {
			return err
		}
	}
	return nil
}

func checkModerators(k int, x [][]float64) error {
	if len(x) == 0 {
		return &InputError{Field: "x", Index: -1, Accepted: "one moderator or more"}
	}
	for j, column := range x {
		if len(column) != k {
			return &InputError{Field: moderatorField(j), Index: -1, Accepted: "as many values as effects"}
		}
		for i, xi := range column {
			if math.IsNaN(xi) || math.IsInf(xi, 0) {
				return &InputError{Field: moderatorField(j), Index: i, Value: xi, Accepted: "a finite number"}
			}
		}
	}
	if k < len(x)+1 {
		return &InputError{Field: "x", Index: -1, Accepted: "fewer moderators than studies"}
	}
	return nil
}

func moderatorField(j int) string { return fmt.Sprintf("x[%d]", j) }

// Warnings says what a reader should know of the fit.
func (f *Regression) Warnings() []Warning { return f.warned.list() }

// DF is the degrees of freedom of QE.
func (f *Regression) DF() int { return f.K - len(f.Coef) }

// QEP is the probability of a QE as great if the moderators explain all.
func (f *Regression) QEP() float64 { return chi2Above(f.QE, float64(f.DF())) }

// QM is Wald's test of all moderators, χ² with their number of degrees of
// freedom.
func (f *Regression) QM() float64 { return f.wald }

// QMP is the probability of a QM as great if no moderator matters.
func (f *Regression) QMP() float64 { return chi2Above(f.wald, float64(len(f.Coef)-1)) }

// F is QM with the errors of Knapp and Hartung, over its degrees of freedom.
func (f *Regression) F() float64 { return f.wald / float64(len(f.Coef)-1) / f.Scale }

// FP is the probability of an F as great if no moderator matters.
func (f *Regression) FP() float64 {
	if f.DF() == 0 {
		return math.NaN()
	}
	return fisherAbove(f.F(), float64(len(f.Coef)-1), float64(f.DF()))
}

// I2 is the share of what is left between studies in the variance that is left.
func (f *Regression) I2() float64 { return shareBetween(f.Method, f.Tau2, f.Typical, f.QE, f.DF()) }

// Wald is the normal interval of each coefficient.
func (f *Regression) Wald(level float64) []Limits {
	return f.intervals(normalQuantile((1-level)/2), f.SE)
}

// KnappHartungSE is the standard error of each coefficient by Knapp and Hartung
// (2003).
func (f *Regression) KnappHartungSE() []float64 {
	out := make([]float64, len(f.SE))
	for j, se := range f.SE {
		out[j] = math.Sqrt(f.Scale) * se
	}
	return out
}

// KnappHartung is the interval of each coefficient, by Student's t with DF
// degrees of freedom.
func (f *Regression) KnappHartung(level float64) []Limits {
	t := math.NaN()
	if f.DF() > 0 {
		t = studentQuantile((1-level)/2, float64(f.DF()))
	}
	return f.intervals(t, f.KnappHartungSE())
}

func (f *Regression) intervals(quantile float64, se []float64) []Limits {
	out := make([]Limits, len(se))
	for j := range out {
		out[j] = around(f.Coef[j], quantile*se[j])
	}
	return out
}
