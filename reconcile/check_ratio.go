package reconcile

import (
	"context"
	"math"
	"strconv"

	"github.com/openestimate/casualty/estimate"
)

// ratioCheck compares the wounded to the killed of one statement with the
// published range. A ratio of bounds is a bound: it is a discrepancy only
// where it lies wholly outside.
func ratioCheck(_ context.Context, view *Pass) ([]Finding, error) {
	p := view.p
	ref := p.settings.woundedPerKilled
	if !ref.ok {
		return nil, nil
	}
	var out []Finding
	for _, k := range p.roots {
		if k.Measure != estimate.Killed || k.Statement == "" || k.parts != nil || k.gone() {
			continue
		}
		w := p.woundedWith(k)
		if w == nil || !k.opened.hasLow && !k.opened.hasHigh || !w.opened.hasLow && !w.opened.hasHigh {
			continue
		}
		low, high := ratio(w.opened, k.opened)
		if low >= ref.Low && high <= ref.High || low == 0 && math.IsInf(high, 1) {
			continue
		}
		f := Finding{Kind: UnusualRatio, Weight: Note, Estimates: []estimate.ID{k.ID, w.ID},
			Evidence: []Evidence{{k.ID, "quantity", quoted(k.Quantity), ""}, {w.ID, "quantity", quoted(w.Quantity), ""}}}
		m := message(nil).who(k).say(": ", ratioWords(low, high), " wounded a death")
		if low > ref.High || high < ref.Low {
			f.Weight = Discrepancy
			m = m.say(", outside the ")
		} else {
			m = m.say(", not wholly within the ")
		}
		m = m.say(ref.Value(), " assumed for ground war")
		if f.Weight == Note && (!k.opened.hasHigh || !w.opened.hasLow || !k.opened.hasLow || !w.opened.hasHigh) {
			m = m.say("; one of the two is a bound, so a note, not an error")
		}
		f.Message = string(m)
		p.used.add(ref.Assumption, "ratio judged", k.ID, w.ID)
		out = append(out, f)
	}
	return out, nil
}

// woundedWith returns the wounded of the statement that gives k, whether or not
// either figure was replaced since.
func (p *pass) woundedWith(k *root) *root {
	var given onlyRoot
	for _, o := range p.roots {
		if o.Statement == k.Statement && o.Measure == estimate.Wounded && o.Event == k.Event &&
			!o.gone() && o.Scope.Equal(k.Scope) {
			given.offer(o)
		}
	}
	return given.root
}

// ratio returns the least and greatest ratio of w to k.
func ratio(w, k interval) (low, high float64) {
	high = math.Inf(1)
	if w.hasLow && k.hasHigh && k.high > 0 {
		low = float64(w.low) / float64(k.high)
	}
	if w.hasHigh && k.hasLow && k.low > 0 {
		high = float64(w.high) / float64(k.low)
	}
	return low, high
}

// ratioWords says a ratio with what is known of it.
func ratioWords(low, high float64) string {
	switch {
	case low == 0:
		return "at most about " + two(high)
	case math.IsInf(high, 1):
		return "at least about " + two(low)
	case two(low) == two(high):
		return "about " + two(low)
	}
	return "about " + two(low) + " to " + two(high)
}

// two writes x with two significant digits.
func two(x float64) string {
	if x >= 10 {
		return estimate.Count(int64(math.Round(x)))
	}
	s := strconv.FormatFloat(x, 'g', 2, 64)
	if x >= 1 {
		s = strconv.FormatFloat(x, 'f', 1, 64)
		if len(s) > 2 && s[len(s)-2:] == ".0" {
			s = s[:len(s)-2]
		}
	}
	return s
}
