package reconcile

import "github.com/openestimate/casualty/estimate"

// A Kind is what a finding says, and for two roots how they relate.
type Kind string

const (
	Agree                   Kind = "agree"
	CompatibleAsStated      Kind = "compatible-as-stated"
	CountBelowEstimate      Kind = "count-below-estimate"
	Revision                Kind = "revision"
	LaterAsOf               Kind = "later-as-of"
	Retraction              Kind = "retraction"
	DifferentMeasure        Kind = "different-measure"
	DifferentWindow         Kind = "different-window"
	NestedScope             Kind = "nested-scope"
	AmbiguousMeasure        Kind = "ambiguous-measure"
	RelayDrift              Kind = "relay-drift"
	SharedRoot              Kind = "shared-root"
	SuspectedCopy           Kind = "suspected-copy"
	DerivedFigure           Kind = "derived-figure"
	Denial                  Kind = "denial"
	IdentityBroken          Kind = "identity-broken"
	UnusualRatio            Kind = "unusual-ratio"
	CapExceeded             Kind = "cap-exceeded"
	StakeFlag               Kind = "stake"
	ExplainedDisagreement   Kind = "explained-disagreement"
	UnexplainedDisagreement Kind = "unexplained-disagreement"
	StatedExplanation       Kind = "stated-explanation"
)

// Kinds returns every kind that the standard checks report.
func Kinds() []Kind {
	return []Kind{Agree, CompatibleAsStated, CountBelowEstimate, Revision, LaterAsOf, Retraction,
		DifferentMeasure, DifferentWindow, NestedScope, AmbiguousMeasure, RelayDrift, SharedRoot,
		SuspectedCopy, DerivedFigure, Denial, IdentityBroken, UnusualRatio, CapExceeded, StakeFlag,
		ExplainedDisagreement, UnexplainedDisagreement, StatedExplanation}
}

// Disagrees reports whether k is one of the two disagreements.
func (k Kind) Disagrees() bool { return k == ExplainedDisagreement || k == UnexplainedDisagreement }

// A Weight says how much a finding asks of a reader.
type Weight string

const (
	Note        Weight = "note"
	Suspicion   Weight = "suspicion"
	Discrepancy Weight = "discrepancy"
)

// A Pair is how two roots of one event relate. Relations are symmetric; the
// roots stand in the order of their IDs.
type Pair struct {
	Relation  Kind           `json:"relation"`
	Weight    Weight         `json:"weight"`
	Estimates [2]estimate.ID `json:"estimates"` // the roots

	// Size is how far apart they lie, in ln units: what they say is at least a
	// factor of e^Size apart. Of an agreement it is what the tolerance passed
	// over; 0 where it is nothing, or undefined.
	Size float64 `json:"size,omitempty"`

	// Why names what a different scope differs in, and how.
	Why []ScopeDifference `json:"why,omitempty"`

	// Suffices lists, for a compatible pair, the minimal sets of hedges that
	// bring it together.
	Suffices [][]Opening `json:"suffices,omitempty"`

	Explanation *Explanation `json:"explanation,omitempty"` // of a disagreement
	Alignment   *Alignment   `json:"alignment,omitempty"`   // of pairs that ask different questions

	a, b     *root
	lower    *root // the lower of two roots apart
	oneVoice bool  // of one institution: it does not disagree with itself
}

// A ScopeDifference is one key in which two roots differ.
type ScopeDifference struct {
	Key      string            `json:"key"`      // "measure", "from", "place", "population", "by", "except"
	Relation estimate.Relation `json:"relation"` // of the first to the second
}

// An Opening is one hedge taken at its word.
type Opening struct {
	Estimate estimate.ID    `json:"estimate"`
	Hedge    estimate.Hedge `json:"hedge,omitempty"` // empty: the end that is marked possible, or a recorded count's open top
	Reason   string         `json:"reason"`          // "hedge", "possible", "recorded"
}
