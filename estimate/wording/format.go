package wording

import (
	"strconv"
	"strings"

	"github.com/openestimate/casualty/estimate"
)

// Format writes q in plain English: "at least 100", "possibly over 200",
// "several hundred". What a convention supplied is left out. For a q from Parse,
// Parse of the result says the same as q.
func Format(q estimate.Quantity) string {
	return string(Append(nil, q))
}

// Append appends what Format writes to dst.
func Append(dst []byte, q estimate.Quantity) []byte {
	q = q.Entailed()
	switch q.Modality {
	case estimate.Possible:
		dst = append(dst, "possibly "...)
	case estimate.Likely:
		dst = append(dst, "probably "...)
	case estimate.HighlyLikely:
		dst = append(dst, "very likely "...)
	}
	low, best, high := &q.Low, &q.Best, &q.High
	switch q.Hedge {
	case estimate.HedgeUnknown:
		return append(dst, "an unknown number"...)
	case estimate.HedgeDenied:
		return append(dst, "a denial"...)
	case estimate.HedgeApproximately:
		if best.Stated && !low.Stated && !high.Stated {
			return appendEnd(append(dst, "about "...), best)
		}
		if low.Stated && high.Stated && !best.Stated {
			dst = append(dst, "about "...)
		}
	case estimate.HedgeNearly:
		if b := first(high, best); b.Stated {
			return appendEnd(append(dst, "nearly "...), b)
		}
	case estimate.HedgeExact:
		return appendEnd(dst, first(best, low, high))
	}
	if q.Hedge != estimate.HedgeBetween {
		low, high = outer(q.Hedge, low, best, high)
	}
	return appendSpan(dst, q, low, best, high)
}

// outer puts a bound that stands in the place of the central figure at the end
// that its hedge speaks of.
func outer(h estimate.Hedge, low, best, high *estimate.Bound) (*estimate.Bound, *estimate.Bound) {
	switch h {
	case estimate.HedgeAtLeast, estimate.HedgeMoreThan:
		return first(low, best), high
	case estimate.HedgeAtMost, estimate.HedgeFewerThan:
		return low, first(high, best)
	}
	return low, high
}

// appendSpan writes what has a low end, a high end or both.
func appendSpan(dst []byte, q estimate.Quantity, low, best, high *estimate.Bound) []byte {
	centred := best.Stated && best.Term == "" && (low.Stated || high.Stated) && q.Hedge == ""
	if centred && low.Stated && high.Stated {
		dst = append(appendEnd(dst, best), " ("...)
		if q.Level > 0 {
			dst = strconv.AppendFloat(dst, 100*q.Level, 'g', 6, 64)
			dst = append(dst, "% CI "...)
		}
		dst = append(appendEnd(dst, low), '-')
		return append(appendEnd(dst, high), ')')
	}
	moreThan := low.Open || q.Hedge == estimate.HedgeMoreThan
	fewerThan := high.Open || q.Hedge == estimate.HedgeFewerThan
	switch {
	case low.Stated && high.Stated && high.Possible:
		if moreThan {
			dst = append(dst, "over "...)
		} else if q.Hedge == estimate.HedgeAtLeast {
			dst = append(dst, "at least "...)
		}
		return appendEnd(append(appendEnd(dst, low), ", possibly "...), high)
	case low.Stated && high.Stated && !moreThan && !fewerThan:
		if *low == *high {
			return appendEnd(dst, low)
		}
		return appendEnd(append(appendEnd(dst, low), " to "...), high)
	case low.Stated && high.Stated:
		dst = append(appendEnd(append(dst, pick(moreThan, "more than ", "at least ")...), low), " but "...)
		return appendEnd(append(dst, pick(fewerThan, "fewer than ", "at most ")...), high)
	case low.Stated:
		return appendEnd(append(dst, pick(moreThan, "more than ", "at least ")...), low)
	case high.Stated:
		return appendEnd(append(dst, pick(fewerThan, "fewer than ", "at most ")...), high)
	case best.Stated:
		return appendEnd(dst, best)
	}
	return append(dst, "not stated"...)
}

func pick(yes bool, a, b string) string {
	if yes {
		return a
	}
	return b
}

func first(bs ...*estimate.Bound) *estimate.Bound {
	for _, b := range bs {
		if b.Stated {
			return b
		}
	}
	return &estimate.Bound{}
}

// appendEnd writes a number with commas, or a vague word as English has it: "a
// few hundred".
func appendEnd(dst []byte, b *estimate.Bound) []byte {
	if b.Term == "" {
		return estimate.AppendCount(dst, b.N)
	}
	quant, scale, _ := strings.Cut(b.Term, " ")
	switch quant {
	case "few":
		dst = append(dst, "a few"...)
	case "couple", "handful":
		dst = append(append(dst, "a "...), quant...)
		if scale != "" {
			dst = append(dst, " of"...)
		}
	case "several":
		dst = append(dst, quant...)
	default:
		return append(dst, b.Term...)
	}
	if scale == "" {
		return dst
	}
	return append(append(dst, ' '), tens(scale)...)
}

// tens writes a scale as it stands after a vague word: several tens of thousands.
func tens(scale string) string {
	switch scale {
	case "ten":
		return "tens"
	case "ten thousand":
		return "tens of thousands"
	case "ten million":
		return "tens of millions"
	}
	return scale
}
