package estimate

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
)

// A Quantity is what a speaker said of a number, unread: ends that may be
// absent, open, possible or a vague word, and the words themselves. The zero
// value is silence, not zero people.
//
// A Quantity holds what the words entail. What a vague or approximate word may
// be taken to mean is supplied by a Convention and marked in Bound.By.
type Quantity struct {
	Low      Bound    `json:"low,omitzero"`
	Best     Bound    `json:"best,omitzero"`
	High     Bound    `json:"high,omitzero"`
	Hedge    Hedge    `json:"hedge,omitempty"`
	Modality Modality `json:"modality,omitempty"`
	Level    float64  `json:"level,omitempty"` // 0.95: Low to High is a confidence interval, not limits
	Text     string   `json:"text,omitempty"`  // the original words
}

// Exactly is a plain or exact count: "89 killed".
func Exactly(n int64) Quantity {
	return Quantity{Low: At(n), Best: At(n), High: At(n), Hedge: HedgeExact}
}

// About is "about n", "some n", "around n": a central figure whose ends a
// Convention supplies.
func About(n int64) Quantity { return Quantity{Best: At(n), Hedge: HedgeApproximately} }

// Nearly is "nearly n", "approaching n": under n, by how much a Convention says.
func Nearly(n int64) Quantity {
	return Quantity{High: Bound{N: n, Stated: true, Open: true}, Hedge: HedgeNearly}
}

// AtLeast is "at least n", "no fewer than n".
func AtLeast(n int64) Quantity { return Quantity{Low: At(n), Hedge: HedgeAtLeast} }

// MoreThan is "more than n", "over n": n itself is excluded.
func MoreThan(n int64) Quantity {
	return Quantity{Low: Bound{N: n, Stated: true, Open: true}, Hedge: HedgeMoreThan}
}

// AtMost is "at most n", "up to n".
func AtMost(n int64) Quantity { return Quantity{High: At(n), Hedge: HedgeAtMost} }

// FewerThan is "fewer than n", "under n": n itself is excluded.
func FewerThan(n int64) Quantity {
	return Quantity{High: Bound{N: n, Stated: true, Open: true}, Hedge: HedgeFewerThan}
}

// Between is a stated range from low to high, both included.
func Between(low, high int64) Quantity {
	return Quantity{Low: At(low), High: At(high), Hedge: HedgeBetween}
}

// Interval is a best figure with a confidence interval at the given level,
// such as 0.95.
func Interval(low, best, high int64, level float64) Quantity {
	return Quantity{Low: At(low), Best: At(best), High: At(high), Level: level}
}

// Vague is a word without a number: "several hundred", "dozens".
func Vague(term string) Quantity {
	return Quantity{Low: Word(term), High: Word(term), Hedge: HedgeVague}
}

// As returns q said with modality m: AtLeast(200).As(Possible) is "could be at
// least 200".
func (q Quantity) As(m Modality) Quantity {
	q.Modality = m
	return q
}

// Said returns q with the words it was said in.
func (q Quantity) Said(text string) Quantity {
	q.Text = text
	return q
}

// IsZero reports whether q is silence.
func (q Quantity) IsZero() bool { return q == Quantity{} }

// Same reports whether q and p say the same, whatever words they use and however
// they are written down: equal ends, hedge, modality and level.
func (q Quantity) Same(p Quantity) bool {
	if q.Hedge != p.Hedge || q.Level != p.Level || !sameModality(q.Modality, p.Modality) {
		return false
	}
	a, b, c := q.stated()
	x, y, z := p.stated()
	return a.same(x) && b.same(y) && c.same(z)
}

func sameModality(a, b Modality) bool {
	return a == b || a == Asserted && b == "" || a == "" && b == Asserted
}

// same compares bounds, vague words without regard to case.
func (b Bound) same(c Bound) bool {
	equalTerm := strings.EqualFold(b.Term, c.Term)
	b.Term, c.Term = "", ""
	return equalTerm && b == c
}

// Ends returns the low end, the central figure and the high end that q gives,
// each the zero Bound where it gives none. It applies what the hedge entails:
// an exact figure is both its ends, "more than" excludes its number, and a
// denial or an unknown number has no ends whatever figure it names.
func (q Quantity) Ends() (low, central, high Bound) {
	low, central, high = q.stated()
	return known(low), known(central), known(high)
}

// stated is Ends before a vague word that no convention has read is left out.
func (q *Quantity) stated() (low, central, high Bound) {
	low, central, high = q.Low, q.Best, q.High
	switch q.Hedge {
	case HedgeUnknown, HedgeDenied:
		return Bound{}, Bound{}, Bound{}
	case "":
		// A figure that stands alone, without a hedge, is a plain count.
		if central.Stated && central.Term == "" && !low.Stated && !high.Stated {
			low, high = central, central
		}
	case HedgeExact:
		n := firstStated(q.Best, q.Low, q.High)
		low, central, high = orElse(low, n), orElse(central, n), orElse(high, n)
	case HedgeNearly:
		if !high.Stated {
			high = central
		}
		high.Open, central = high.Stated, Bound{}
	case HedgeAtLeast:
		low, central = orElse(low, central), Bound{}
	case HedgeMoreThan:
		low, central = orElse(low, central), Bound{}
		low.Open = low.Stated && low.By == ""
	case HedgeAtMost:
		high, central = orElse(high, central), Bound{}
	case HedgeFewerThan:
		high, central = orElse(high, central), Bound{}
		high.Open = high.Stated && high.By == ""
	case HedgeVague:
		central = Bound{}
	}
	if central.Term != "" {
		central = Bound{} // a vague word has no centre
	}
	return low, central, high
}

func known(b Bound) Bound {
	if b.Known() {
		return b
	}
	return Bound{}
}

func orElse(b, or Bound) Bound {
	if b.Stated {
		return b
	}
	return or
}

func firstStated(bs ...Bound) Bound {
	for _, b := range bs {
		if b.Stated {
			return b
		}
	}
	return Bound{}
}

// Faults a quantity can have. A FieldError wraps one of them.
var (
	ErrInverted = errors.New("the low end is above the high end: accepted are ends with low at most high")
	ErrRange    = fmt.Errorf("out of range: accepted are whole counts up to %d", int64(MaxCount))
	ErrNegative = errors.New("negative count: accepted only for excess_deaths")
	ErrLevel    = errors.New("accepted is a confidence level above 0 and below 1, with both ends stated")
	ErrNoEnd    = errors.New("the hedge lacks the number it speaks of")
)

// fault returns the first field of q that is wrong for a count of measure m,
// with its text.
func (q *Quantity) fault(m Measure) (field, text string, err error) {
	if err := q.Hedge.Validate(); err != nil {
		return "hedge", string(q.Hedge), err
	}
	if err := q.Modality.Validate(); err != nil {
		return "modality", string(q.Modality), err
	}
	for i, b := range [...]*Bound{&q.Low, &q.Best, &q.High} {
		name := [...]string{"low", "best", "high"}[i]
		if !b.Stated {
			if *b != (Bound{}) {
				return name, strconv.FormatInt(b.N, 10), errors.New("the bound has content but is not Stated: accepted are the zero Bound or a stated one")
			}
			continue
		}
		if b.N > MaxCount || b.N < -MaxCount {
			return name + ".n", strconv.FormatInt(b.N, 10), ErrRange
		}
		if !b.Known() && b.N != 0 {
			return name + ".n", strconv.FormatInt(b.N, 10), errBound
		}
		if b.Known() && b.N < 0 && m != ExcessDeaths {
			return name + ".n", strconv.FormatInt(b.N, 10), ErrNegative
		}
	}
	if q.Level != 0 && (math.IsNaN(q.Level) || q.Level <= 0 || q.Level >= 1 || !q.Low.Stated || !q.High.Stated) {
		return "level", strconv.FormatFloat(q.Level, 'g', -1, 64), ErrLevel
	}
	if field, need := q.lacks(); need != "" {
		return field, "", fmt.Errorf("%w: accepted with %s is %s", ErrNoEnd, q.Hedge, need)
	}
	if q.Hedge == HedgeExact {
		n := firstStated(q.Best, q.Low, q.High).N
		for _, b := range [...]Bound{q.Low, q.Best, q.High} {
			if b.Stated && b.N != n {
				return "hedge", string(q.Hedge), fmt.Errorf("an exact figure has one number, not %d and %d: accepted are equal ends, or hedge between", n, b.N)
			}
		}
	}
	low, _, high := q.Ends()
	if high.Stated && high.Most() < 0 && m != ExcessDeaths {
		return "high.n", strconv.FormatInt(high.N, 10), ErrNegative
	}
	if low.Stated && high.Stated && low.Least() > high.Most() {
		return "low", strconv.FormatInt(low.N, 10), ErrInverted
	}
	return "", "", nil
}

// lacks names the end that the hedge speaks of and q does not state.
func (q *Quantity) lacks() (field, need string) {
	low, best, high := q.Low.Stated, q.Best.Stated, q.High.Stated
	switch q.Hedge {
	case HedgeExact, HedgeApproximately, HedgeVague:
		if !low && !best && !high {
			return "best", "a number or a term"
		}
	case HedgeNearly, HedgeAtMost, HedgeFewerThan:
		if !best && !high {
			return "high", "high"
		}
	case HedgeAtLeast, HedgeMoreThan:
		if !best && !low {
			return "low", "low"
		}
	case HedgeBetween:
		if !low {
			return "low", "low and high"
		}
		if !high {
			return "high", "low and high"
		}
	}
	return "", ""
}

// BestOutside reports whether the stated central figure lies outside the stated
// ends, as in some rows of published data sets. Such a figure is not used as a
// central figure; the ends stand.
func (q Quantity) BestOutside() bool {
	if !q.Best.Stated || q.Hedge == HedgeExact {
		return false
	}
	low, best, high := q.Ends()
	return best.Stated && (low.Stated && best.N < low.Least() || high.Stated && best.N > high.Most())
}

// String says what q gives as numbers: "100 or more", "over 200", "300 to 900",
// "several hundred" if no convention has read it.
func (q Quantity) String() string {
	low, central, high := q.Ends()
	switch {
	case q.Hedge == HedgeDenied:
		return "denied"
	case low.Stated && high.Stated && low.Least() == high.Most():
		return Count(low.Least())
	case low.Stated && high.Stated && low.Open:
		return "over " + Count(low.N) + ", up to " + Count(high.Most())
	case low.Stated && high.Stated:
		return Count(low.Least()) + " to " + Count(high.Most())
	case low.Stated && low.Open:
		return "over " + Count(low.N)
	case low.Stated:
		return Count(low.N) + " or more"
	case high.Stated && high.Open:
		return "under " + Count(high.N)
	case high.Stated:
		return "up to " + Count(high.N)
	case central.Stated:
		return "about " + Count(central.N)
	case q.Low.Term != "":
		return q.Low.Term
	case q.High.Term != "":
		return q.High.Term
	}
	return "not stated"
}

// Count writes n with commas: 1,234.
func Count(n int64) string { return string(AppendCount(nil, n)) }

// AppendCount appends n with commas to dst.
func AppendCount(dst []byte, n int64) []byte {
	var buf [24]byte
	digits := strconv.AppendInt(buf[:0], n, 10)
	if digits[0] == '-' {
		dst, digits = append(dst, '-'), digits[1:]
	}
	for i, d := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			dst = append(dst, ',')
		}
		dst = append(dst, d)
	}
	return dst
}
