package reconcile

import (
	"cmp"
	"slices"

	"github.com/openestimate/casualty/estimate"
)

// An Answer is what the statements on one question support at a date.
type Answer struct {
	Question Question      `json:"question"`
	AsOf     estimate.Date `json:"as_of,omitzero"`

	// Floor is the greatest firm low end that nobody's upper figure disputes.
	Floor *Figure `json:"floor,omitempty"`

	// Best is a central figure that a source stated, never interpolated: the
	// median of them, the lower middle of an even number. It is nil unless all
	// lie between floor and ceiling and none is in a disagreement, other than of
	// several figures with an end that its speaker's interest pulls at: one
	// source's figure against another's is no best.
	Best *Figure `json:"best,omitempty"`

	// Ceiling is the least firm high end at or above every low end, nil unless
	// every root states a high end that counts.
	Ceiling *Figure `json:"ceiling,omitempty"`

	// Highest is, where there is no ceiling, the greatest stated high end above
	// the floor. It limits nothing.
	Highest *Figure `json:"highest,omitempty"`

	Ladder   []Rung `json:"ladder,omitempty"` // ascending
	Disputed bool   `json:"disputed,omitempty"`
	Camps    []Camp `json:"camps,omitempty"` // where disputed

	// Explanation says what would bring all roots together that disagree; nil
	// where none do.
	Explanation *JointExplanation `json:"explanation,omitempty"`

	// Cap is the least stated number of people who could have been counted.
	Cap *Figure `json:"cap,omitempty"`

	Roots   []*Root `json:"roots"`             // live
	Unclear []*Root `json:"unclear,omitempty"` // losses, on the ladder only
	Earlier []*Root `json:"earlier,omitempty"` // replaced, retracted, set aside or of a later date
	Detail  Detail  `json:"detail"`
}

// A Figure is a number with those who said it.
type Figure struct {
	N         int64         `json:"n"`
	Open      bool          `json:"open,omitempty"` // N itself is excluded
	Estimates []estimate.ID `json:"estimates"`      // the roots that say it
	Standing  Standing      `json:"standing"`
	Of        int           `json:"of,omitempty"` // for Best: how many figures it is the median of
}

// A Rung is a low end above the floor, and what must be accepted to stand on it.
type Rung struct {
	N         int64         `json:"n"`
	Open      bool          `json:"open,omitempty"`
	Estimates []estimate.ID `json:"estimates"`
	If        Reasons       `json:"if"`
	Disputed  []estimate.ID `json:"disputed_by,omitempty"` // roots whose high end lies below
}

// answerQuestions answers every question, in the order of their keys.
func (p *pass) answerQuestions() {
	p.answers = make([]Answer, 0, len(p.question))
	for i := range p.question {
		p.answers = append(p.answers, p.answer(&p.question[i], i))
	}
}

func (p *pass) answer(q *question, i int) Answer {
	a := Answer{Question: q.Question, AsOf: q.asOf, Roots: public(q.live), Unclear: public(q.unclear), Earlier: public(q.earlier)}
	if a.Roots == nil {
		a.Roots = []*Root{}
	}
	a.Floor, a.Ceiling, a.Highest = limits(q.live)
	a.Ladder = ladder(q, a.Floor)
	a.Best = p.best(q, i, a.Floor, a.Ceiling)
	a.Disputed = p.disputed(q, i)
	if a.Disputed {
		a.Camps = p.camps(q.live, i)
	}
	a.Explanation = p.explainJointly(i)
	a.Cap = p.cap(q)
	a.Detail = p.scratch.detail.detail(q.live)
	if p.modelled {
		a.Detail.Modelled = modelled(&p.scratch.posterior, q.live)
	}
	p.useTerms(q)
	return a
}

func public(roots []*root) []*Root {
	if len(roots) == 0 {
		return nil
	}
	out := make([]*Root, len(roots))
	for i, r := range roots {
		out[i] = r.Root
	}
	return out
}

// limits returns the floor, the ceiling and, where there is none, the greatest
// high end above the floor.
func limits(roots []*root) (floor, ceiling, highest *Figure) {
	var minHigh, maxLow *root
	all := true
	for _, r := range roots {
		if r.High.counts() {
			if minHigh == nil || r.High.Most() < minHigh.High.Most() {
				minHigh = r
			}
		} else {
			all = false
		}
		if r.Low.counts() && (maxLow == nil || r.Low.Least() > maxLow.Low.Least()) {
			maxLow = r
		}
	}
	floor = figure(roots, +1, End.Least, func(r *root) (End, bool) {
		return r.Low, r.Low.Standing == Firm && (minHigh == nil || r.Low.Least() <= minHigh.High.Most())
	})
	if all {
		ceiling = figure(roots, -1, End.Most, func(r *root) (End, bool) {
			return r.High, r.High.Standing == Firm && (maxLow == nil || r.High.Most() >= maxLow.Low.Least())
		})
	}
	if ceiling == nil && minHigh != nil {
		highest = figure(roots, +1, End.Most, func(r *root) (End, bool) {
			return r.High, r.High.counts() && (floor == nil || r.High.Most() > floor.value(End.Least))
		})
	}
	return floor, ceiling, highest
}

// figure returns the greatest (sign +1) or least (sign -1) of the ends that end
// admits, or nil if it admits none. Of ends that are equal it names every root,
// in the words of one that states the number itself.
func figure(roots []*root, sign int, count func(End) int64, end func(*root) (End, bool)) *Figure {
	var top End
	n := 0
	for _, r := range roots {
		e, ok := end(r)
		if !ok {
			continue
		}
		c := 1
		if n > 0 {
			c = sign * cmp.Compare(count(e), count(top))
		}
		switch {
		case c > 0:
			top, n = e, 1
		case c == 0:
			n++
			if top.Open && !e.Open {
				top.N, top.Open = e.N, false
			}
			if e.Standing == Firm {
				top.Standing = Firm
			}
		}
	}
	if n == 0 {
		return nil
	}
	f := &Figure{N: top.N, Open: top.Open, Standing: top.Standing, Estimates: make([]estimate.ID, 0, n)}
	for _, r := range roots {
		if e, ok := end(r); ok && count(e) == count(top) {
			f.Estimates = append(f.Estimates, r.ID)
		}
	}
	return f
}

// value is the whole count that the figure admits, as a low or a high end.
func (f *Figure) value(count func(End) int64) int64 { return count(End{N: f.N, Open: f.Open}) }

// ladder lists the low ends above the floor that something must be accepted to
// stand on.
func ladder(q *question, floor *Figure) []Rung {
	var rungs []Rung
	for _, list := range [...][]*root{q.live, q.unclear} {
		for _, r := range list {
			if !r.Low.Stated() || floor != nil && r.Low.Least() <= floor.value(End.Least) ||
				r.Low.Least() <= 0 && q.Measure != estimate.ExcessDeaths {
				continue
			}
			g := Rung{N: r.Low.N, Open: r.Low.Open, Estimates: []estimate.ID{r.ID}, If: r.Low.Why}
			if r.Low.counts() {
				for _, o := range q.live {
					if o != r && o.High.counts() && o.High.Most() < r.Low.Least() {
						g.Disputed = append(g.Disputed, o.ID)
					}
				}
			}
			if len(g.Disputed) > 0 {
				g.If |= Disputed
			}
			rungs = append(rungs, g)
		}
	}
	slices.SortStableFunc(rungs, func(x, y Rung) int {
		return cmp.Or(cmp.Compare(x.least(), y.least()), cmp.Compare(x.Estimates[0], y.Estimates[0]))
	})
	return rungs
}

func (g Rung) least() int64 { return End{N: g.N, Open: g.Open}.Least() }

// disputed reports whether two roots of question i disagree at ends of which
// neither is loose as vague, possible, derived or unclear.
func (p *pass) disputed(q *question, i int) bool {
	for k := range p.pairs {
		pair := &p.pairs[k]
		if pair.a.question == i && pair.b.question == i && pair.Relation.Disagrees() && pair.Weight == Discrepancy && !q.without(pair) {
			return true
		}
	}
	return false
}

// without reports whether a root of pair was left out of the question.
func (q *question) without(pair *Pair) bool {
	return q.out != nil && (q.leavesOut(pair.a) || q.leavesOut(pair.b))
}

// leavesOut reports whether r is the root left out, or a sum that has it for a
// part.
func (q *question) leavesOut(r *root) bool { return r == q.out || isPart(q.out, r) }

// useTerms records the words that the convention read for roots of q, with the
// rungs that rest on them.
func (p *pass) useTerms(q *question) {
	for _, list := range [...][]*root{q.live, q.unclear} {
		for _, r := range list {
			if len(r.parts) > 0 {
				continue
			}
			low, high := r.Quantity.Low, r.Quantity.High
			if low.By != p.convention.Name && high.By != p.convention.Name {
				continue
			}
			as := Assumption{Name: p.convention.Name + ":" + readWord(&r.Quantity), Unit: "people", Ground: p.convention.Ground}
			lowEnd, _, highEnd := r.Quantity.Ends()
			as.Low, as.High = float64(lowEnd.Least()), float64(highEnd.Most())
			switch {
			case low.By != p.convention.Name: // the words give the low end themselves
				as.Low = as.High
			case high.By != p.convention.Name && r.Quantity.Hedge != estimate.HedgeNearly:
				as.High = as.Low
			}
			as.Mid = (as.Low + as.High) / 2
			p.used.add(as, "figure read", r.ID)
		}
	}
}

// readWord is the word that a convention read: "several hundred", "about 400".
func readWord(q *estimate.Quantity) string {
	switch {
	case q.Low.Term != "":
		return q.Low.Term
	case q.High.Term != "":
		return q.High.Term
	case q.Hedge == estimate.HedgeNearly:
		return "nearly " + estimate.Count(q.High.N)
	}
	return "about " + estimate.Count(q.Best.N)
}
