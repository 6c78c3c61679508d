package estimate

import (
	"strconv"
	"strings"
)

// Words says what was said: the original words where they are on file, and else
// a plain phrase of what the words entail, without any reading of a convention:
// "at least 100", "about 400", "several hundred", "not stated".
func (q Quantity) Words() string {
	if q.Text != "" {
		return q.Text
	}
	q = q.Entailed()
	phrase := q.phrase()
	switch q.Modality {
	case Possible:
		return "possibly " + phrase
	case Likely:
		return "likely " + phrase
	case HighlyLikely:
		return "highly likely " + phrase
	}
	return phrase
}

// Entailed is q without what a convention supplied: only what the words say.
func (q Quantity) Entailed() Quantity {
	q.Low, q.Best, q.High = entailed(q.Low), entailed(q.Best), entailed(q.High)
	return q
}

// entailed takes back what a convention supplied.
func entailed(b Bound) Bound {
	switch {
	case b.By == "":
		return b
	case b.Term != "":
		b.N, b.By = 0, ""
		return b
	}
	return Bound{}
}

func (q Quantity) phrase() string {
	switch q.Hedge {
	case HedgeDenied:
		return "a denial"
	case HedgeUnknown:
		return "not known"
	case HedgeApproximately:
		if q.Best.Stated && !q.Low.Stated && !q.High.Stated {
			return "about " + q.Best.words()
		}
		if q.Low.Stated && q.High.Stated && !q.Best.Stated && q.Level == 0 {
			return "about " + q.Low.words() + " to " + q.High.words()
		}
	case HedgeNearly:
		return "nearly " + orElse(q.High, q.Best).words()
	case HedgeVague:
		if low, high := q.Low.words(), q.High.words(); low != "" && high != "" && low != high {
			return low + " to " + high
		}
		return firstStated(q.Low, q.High, q.Best).words()
	case HedgeExact:
		return firstStated(q.Best, q.Low, q.High).words()
	}
	low, best, high := q.stated()
	var s string
	switch {
	case low.Stated && high.Stated && low == high && (!best.Stated || best == low):
		return low.words()
	case low.Stated && high.Stated && (low.Open || high.Open):
		s = openWord(low, "more than ") + " and " + openWord(high, "fewer than ")
	case low.Stated && high.Stated:
		s = low.words() + " to " + high.words()
	case low.Stated && low.Open:
		s = "more than " + low.words()
	case low.Stated:
		s = "at least " + low.words()
	case high.Stated && high.Open:
		s = "fewer than " + high.words()
	case high.Stated:
		s = "at most " + high.words()
	default:
		return "not stated"
	}
	if best.Stated {
		s = best.words() + " (" + s + ")"
	}
	if q.Level > 0 {
		s = strings.TrimSuffix(s, ")") + ", " + strconv.FormatFloat(100*q.Level, 'g', 4, 64) + "% interval"
		if best.Stated {
			s += ")"
		}
	}
	return s
}

// openWord says one end of an interval with an open end.
func openWord(b Bound, open string) string {
	switch {
	case b.Open:
		return open + b.words()
	case open == "more than ":
		return "at least " + b.words()
	}
	return "at most " + b.words()
}

// words is the number or the vague word of the bound.
func (b Bound) words() string {
	switch {
	case !b.Stated:
		return ""
	case !b.Known():
		return b.Term
	}
	return Count(b.N)
}
