package pool

import "slices"

// A Method names an estimator of τ², the variance between studies. The words
// are closed; they are the ones the field uses.
type Method string

const (
	EE   Method = "EE"   // equal effects: τ² is taken to be 0
	DL   Method = "DL"   // DerSimonian and Laird (1986), moments of Q
	HE   Method = "HE"   // Hedges and Olkin (1985), unweighted moments
	HS   Method = "HS"   // Hunter and Schmidt (1990)
	SJ   Method = "SJ"   // Sidik and Jonkman (2005), one step from the plain variance of y
	ML   Method = "ML"   // maximum likelihood, Hardy and Thompson (1996)
	REML Method = "REML" // restricted maximum likelihood, Viechtbauer (2005)
	EB   Method = "EB"   // empirical Bayes, Morris (1983); it solves the equation of PM
	PM   Method = "PM"   // Paule and Mandel (1982): Q(τ²) equals its degrees of freedom
)

var methods = []Method{EE, DL, HE, HS, SJ, ML, REML, EB, PM}

// Methods returns every method, in the order of the list above.
func Methods() []Method { return slices.Clone(methods) }

// Validate returns a *MethodError unless m is one of Methods.
func (m Method) Validate() error {
	if slices.Contains(methods, m) {
		return nil
	}
	return &MethodError{Text: string(m), Accepted: Methods()}
}
