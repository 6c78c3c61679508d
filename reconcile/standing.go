package reconcile

import (
	"slices"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/source"
)

// stand gives the ends of r their standing, save for what depends on the date
// a question is asked at (see dateQuestions).
func (r *root) stand(low, central, high estimate.Bound) (l, c, h End) {
	q := &r.Quantity
	var both Reasons
	if q.Modality == estimate.Possible {
		both |= Possible
	}
	if q.Modality == estimate.Likely || q.Modality == estimate.HighlyLikely {
		both |= Likely
	}
	if r.derived != nil {
		both |= Derived
	}
	if r.Measure == estimate.Losses {
		both |= Unclear
	}
	if q.Level > 0 || r.Method.Estimates() {
		both |= Statistical
	}
	lowWhy, highWhy := both|endReasons(low), both|endReasons(high)
	if q.Hedge == estimate.HedgeApproximately && q.Level == 0 { // about 20 to 30 is no firmer than about 25
		lowWhy, highWhy = lowWhy|Width, highWhy|Width
	}
	switch r.Stake {
	case source.StakeHigher:
		if !stakeProof(r.Method) && !slices.ContainsFunc(r.Method.Basis, source.Basis.Records) {
			lowWhy |= Stake
		}
	case source.StakeLower:
		if !stakeProof(r.Method) {
			highWhy |= Stake
		}
	}
	if r.Recorded && !statesUpper(q) {
		highWhy |= Recorded
	}
	if r.countsForBest(central, lowWhy|highWhy) {
		c = end(central, both)
	}
	return end(low, lowWhy), c, end(high, highWhy)
}

func end(b estimate.Bound, why Reasons) End {
	if !b.Stated {
		return End{}
	}
	return End{N: b.N, Open: b.Open, By: b.By, Why: why, Standing: why.Standing()}
}

func endReasons(b estimate.Bound) Reasons {
	var why Reasons
	if b.Possible {
		why |= Possible
	}
	switch {
	case b.Term != "":
		why |= Vague
	case b.By != "":
		why |= Width
	}
	return why
}

// stakeProof reports whether a figure rests on imagery, a survey or overlapping
// lists, where an interest cannot simply move an end. Records prove the deaths
// they hold, so they bear out a low end; but who has an interest in fewer can keep
// a list short.
func stakeProof(m source.Method) bool {
	return slices.ContainsFunc(m.Basis, func(b source.Basis) bool {
		return b == source.Imagery || b == source.Survey || b == source.MultipleSystems
	})
}

// statesUpper reports whether the words themselves limit the figure above: a
// recorded count that does so is not opened. A point, as in a data set's row of
// 12, 12 and 12, is no upper limit.
func statesUpper(q *estimate.Quantity) bool {
	point := q.Low.Stated && q.Low.Least() == q.High.Most()
	return q.High.Stated && q.High.By == "" && q.Hedge != estimate.HedgeExact && !point
}

// countsForBest reports whether the central figure may count for Best, as far
// as the statement itself tells.
func (r *root) countsForBest(central estimate.Bound, why Reasons) bool {
	return central.Stated && !r.Recorded && r.Quantity.Modality != estimate.Possible &&
		!why.Has(Derived|Vague|Unclear|Stake) && !r.Quantity.BestOutside()
}

// running reports whether the figure is one that a later count would raise even
// when the event is over, as a range or an interval is not.
func running(q *estimate.Quantity) bool {
	if q.Level > 0 {
		return false
	}
	switch q.Hedge {
	case estimate.HedgeExact, estimate.HedgeApproximately, estimate.HedgeNearly, estimate.HedgeAtLeast, estimate.HedgeMoreThan:
		return true
	}
	return false
}
