package pool

import "math"

// DefaultLevel is the usual level of confidence.
const DefaultLevel = 0.95

// An Estimate is the centre of a set of studies and the variance between them.
type Estimate struct {
	Mu, SE float64 // the pooled effect, in the unit of y, and its standard error
	Tau2   float64 // the variance between studies, in the unit of v; 0 for EE
	Q      float64 // Cochran's Q, Σ(y − μ)²/v about the equal-effects mean
}

// A Fit is one set of studies pooled by one method. What does not exist is NaN:
// Tau2SE of EE, LogLik of the methods of moments, an interval without degrees of
// freedom.
type Fit struct {
	Estimate
	Method  Method
	K       int     // studies
	Tau2SE  float64 // standard error of Tau2
	LogLik  float64 // for EE and ML, and the restricted one with ½ log det X'X for REML
	Scale   float64 // Knapp and Hartung's q: Σ(y − μ)²/(v + τ²) over K − 1
	Typical float64 // the typical variance within studies (Higgins and Thompson 2002)

	warned warned
}

// Warnings says what a reader should know of the fit.
func (f *Fit) Warnings() []Warning { return f.warned.list() }

// DF is the degrees of freedom of Q.
func (f *Fit) DF() int { return f.K - 1 }

// QP is the probability of a Q as great under equal effects.
func (f *Fit) QP() float64 { return chi2Above(f.Q, float64(f.DF())) }

// I2 is the share of τ² in the total variance, 0 to 100 (Higgins and Thompson
// 2002); for EE it is (Q − df)/Q, not below 0.
func (f *Fit) I2() float64 { return shareBetween(f.Method, f.Tau2, f.Typical, f.Q, f.DF()) }

// H2 is the ratio of total variance to that within studies; Q/df for EE.
func (f *Fit) H2() float64 {
	switch {
	case f.DF() == 0:
		return 1
	case f.Method == EE:
		return f.Q / float64(f.DF())
	}
	return 1 + f.Tau2/f.Typical
}

// Z is μ over its standard error.
func (f *Fit) Z() float64 { return f.Mu / f.SE }

// P is the two-sided probability of a Z as far from 0.
func (f *Fit) P() float64 { return normalTwoSided(f.Z()) }

// BirgeRatio is √(Q/df), by which the errors of a set without excess spread
// would have to grow (Birge 1932).
func (f *Fit) BirgeRatio() float64 { return math.Sqrt(f.Q / float64(f.DF())) }

// Limits are the ends of an interval, NaN where it does not exist.
type Limits struct{ Low, High float64 }

// Exists reports that the interval has ends.
func (i Limits) Exists() bool { return i.Low <= i.High }

// Wald is μ ± z·SE, level within 0 and 1.
func (f *Fit) Wald(level float64) Limits {
	return around(f.Mu, normalQuantile((1-level)/2)*f.SE)
}

// KnappHartungSE is the standard error of Knapp and Hartung (2003).
func (f *Fit) KnappHartungSE() float64 { return math.Sqrt(f.Scale) * f.SE }

// KnappHartung is μ ± t·√q·SE with K − 1 degrees of freedom (Hartung and Knapp
// 2001; Sidik and Jonkman 2002).
func (f *Fit) KnappHartung(level float64) Limits {
	return around(f.Mu, f.student(level, f.DF())*f.KnappHartungSE())
}

// KnappHartungFloored is KnappHartung with q not below 1, the ad-hoc correction
// of Knapp and Hartung (2003).
func (f *Fit) KnappHartungFloored(level float64) Limits {
	return around(f.Mu, f.student(level, f.DF())*math.Sqrt(max(f.Scale, 1))*f.SE)
}

// A PredictionKind names an interval for the effect of a new study. The words are
// closed.
type PredictionKind string

const (
	PredictZ   PredictionKind = "z"    // normal, √(τ² + SE²)
	PredictT1  PredictionKind = "t-1"  // Student with K − 1, √(τ² + SE²)
	PredictHTS PredictionKind = "t-2"  // Student with K − 2, √(τ² + SE²): Higgins, Thompson and Spiegelhalter (2009)
	PredictKH  PredictionKind = "kh-1" // Student with K − 1, √(τ² + q·SE²): Partlett and Riley (2017)
)

// Predict is the interval for the effect of a new study. It does not exist for
// EE, nor without degrees of freedom, nor for a word that is not a PredictionKind.
func (f *Fit) Predict(p PredictionKind, level float64) Limits {
	var quantile float64
	se := f.SE
	switch p {
	case PredictZ:
		quantile = normalQuantile((1 - level) / 2)
	case PredictT1:
		quantile = f.student(level, f.K-1)
	case PredictHTS:
		quantile = f.student(level, f.K-2)
	case PredictKH:
		quantile = f.student(level, f.K-1)
		se = f.KnappHartungSE()
	default:
		quantile = math.NaN()
	}
	if f.Method == EE {
		quantile = math.NaN()
	}
	return around(f.Mu, quantile*math.Sqrt(f.Tau2+se*se))
}

// Weights writes the share of each study in μ, together 1, v being the variances
// fitted, and returns dst grown to their number.
func (f *Fit) Weights(dst, v []float64) []float64 {
	dst = resized(dst, len(v))
	least := math.Inf(1)
	for _, vi := range v {
		least = min(least, vi+f.Tau2)
	}
	sum := 0.0
	for i, vi := range v {
		dst[i] = least / (vi + f.Tau2)
		sum += dst[i]
	}
	for i := range dst {
		dst[i] /= sum
	}
	return dst
}

// student is the two-sided quantile, NaN without degrees of freedom.
func (f *Fit) student(level float64, df int) float64 {
	if df < 1 {
		return math.NaN()
	}
	return studentQuantile((1-level)/2, float64(df))
}

func around(mid, half float64) Limits { return Limits{mid - half, mid + half} }

// shareBetween is I², 0 to 100.
func shareBetween(m Method, tau2, typical, q float64, df int) float64 {
	switch {
	case df == 0:
		return 0
	case m != EE:
		return 100 * tau2 / (tau2 + typical)
	case q <= float64(df):
		return 0
	}
	return 100 * (q - float64(df)) / q
}
