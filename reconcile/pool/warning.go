package pool

// A Warning says what a reader should know of a result that is not an error.
// The words are closed.
type Warning string

const (
	FewReports     Warning = "few reports"     // under five studies: the spread between them is hardly known
	BoundaryTau2   Warning = "boundary tau2"   // the estimate of τ² lies at 0
	PriorDriven    Warning = "prior-driven"    // the data hardly moved the prior of τ
	NonConvergence Warning = "non-convergence" // the iteration stopped before its tolerance
	SeveralOptima  Warning = "several optima"  // the likelihood has more than one local maximum; the highest is given
	FlatOptimum    Warning = "flat optimum"    // the likelihood has a set of maxima, not one
	NoMoments      Warning = "no moments"      // a mean or standard deviation does not exist
)
