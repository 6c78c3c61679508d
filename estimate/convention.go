package estimate

import (
	"maps"
	"strings"
)

// A Convention reads vague and approximate words as numbers. It is data: every
// reading it makes is marked with its Name in Bound.By, so that a result can
// show which figures rest on it and what another convention would give.
//
// Numbers, and bounds that the words entail, never depend on a convention. A
// word it lacks stays unread and gives no end.
type Convention struct {
	Name   string
	Ground string              // where the readings come from
	Terms  map[string][2]int64 // vague word, lower case: low and high, both included
	Widths map[Hedge]Width     // how far approximately and nearly reach
}

// A Width says how far an approximate word reaches from its number n. The reach
// is a percentage of n, no wider than half the grain of n if Grain is set (the
// grain is the largest of 1, 5, 10, 50, 100, ... that divides n), and at least
// Least where it is not 0. Low ends round up, high ends down.
type Width struct {
	Below, Above int64 // percent of n
	Grain        bool
	Least        int64
}

// ends returns the low and high end of the width around n. Around a count that
// is not negative the low end is not negative either.
func (w Width) ends(n int64) (low, high int64) {
	low, high = n-w.reach(n, w.Below), n+w.reach(n, w.Above)
	if n >= 0 {
		low = max(low, 0)
	}
	return low, high
}

func (w Width) reach(n, percent int64) int64 {
	if percent == 0 {
		return 0
	}
	if n < 0 {
		n = -n
	}
	r := n/100*percent + n%100*percent/100
	if w.Grain {
		r = min(r, grain(n)/2)
	}
	return max(r, w.Least)
}

// grain is the largest of 1, 5, 10, 50, 100, ... that divides n; 1 for 0.
func grain(n int64) int64 {
	if n == 0 {
		return 1
	}
	g := int64(1)
	for n%10 == 0 {
		g, n = g*10, n/10
	}
	if n%5 == 0 {
		g *= 5
	}
	return g
}

// Literal is the default convention. The published ground for how wide hedge
// words reach is Ferson, O'Rawe, Antonenko, Siegrist, Mickley, Luhmann, Sentz
// and Finkel, "Natural language of uncertainty: numeric hedge words",
// International Journal of Approximate Reasoning 57 (2015) 19-39. The widths
// here are a choice that follows its direction, not its values.
func Literal() Convention {
	c := Convention{
		Name:   "literal",
		Ground: "choice: the plain meaning of the words; direction after Ferson et al. 2015",
		Terms: map[string][2]int64{
			"tens": {20, 99}, "dozens": {24, 99}, "scores": {40, 199},
			"hundreds": {200, 999}, "thousands": {2_000, 9_999},
			"tens of thousands": {20_000, 99_999}, "hundreds of thousands": {200_000, 999_999},
			"millions": {2_000_000, 9_999_999}, "tens of millions": {20_000_000, 99_999_999},
			"hundreds of millions": {200_000_000, 999_999_999}, "billions": {2_000_000_000, 9_999_999_999},
		},
		Widths: map[Hedge]Width{
			HedgeApproximately: {Below: 10, Above: 10, Grain: true, Least: 1},
			HedgeNearly:        {Below: 10},
		},
	}
	for term, r := range maps.Clone(c.Terms) { // "many hundreds" the same
		if !strings.HasPrefix(term, "many ") {
			c.Terms["many "+term] = r
		}
	}
	words := []struct {
		word      string
		low, high int64
	}{{"couple", 2, 3}, {"few", 3, 5}, {"several", 3, 9}, {"handful", 3, 6}}
	scales := []struct {
		scale string
		n     int64
	}{{"", 1}, {"ten", 10}, {"dozen", 12}, {"score", 20}, {"hundred", 100}, {"thousand", 1_000},
		{"ten thousand", 10_000}, {"hundred thousand", 100_000}, {"million", 1_000_000},
		{"ten million", 10_000_000}, {"hundred million", 100_000_000}}
	for _, w := range words {
		for _, s := range scales {
			c.Terms[strings.TrimSpace(w.word+" "+s.scale)] = [2]int64{w.low * s.n, w.high * s.n}
		}
	}
	return c
}

// ACLED reads vague plurals as the Armed Conflict Location & Event Data Project
// codes them: conservative points. Other words stay unread.
func ACLED() Convention {
	return Convention{
		Name:   "acled",
		Ground: "ACLED codebook: tens 10, dozens 12, hundreds 100, coded conservatively",
		Terms:  map[string][2]int64{"tens": {10, 10}, "dozens": {12, 12}, "hundreds": {100, 100}},
	}
}

// PITF reads vague plurals as the Political Instability Task Force Worldwide
// Atrocities Event Data codes them. Other words stay unread.
func PITF() Convention {
	return Convention{
		Name:   "pitf",
		Ground: "PITF Worldwide Atrocities codebook: several 5-24, tens 50-99",
		Terms:  map[string][2]int64{"several": {5, 24}, "tens": {50, 99}},
	}
}

// Read fills the ends that the words of q leave to a convention and marks each
// in By. What the words state, or another convention has read, is kept, so Read
// is idempotent.
func (c *Convention) Read(q Quantity) Quantity {
	q = q.spread()
	q.Low = c.term(q.Low, 0)
	q.Best = c.term(q.Best, 0)
	q.High = c.term(q.High, 1)
	switch q.Hedge {
	case HedgeApproximately:
		if w, ok := c.Widths[q.Hedge]; ok && q.Best.Known() && q.Best.Term == "" {
			low, high := w.ends(q.Best.N)
			// A stated end is kept, and an end beside it never inverts.
			if !q.Low.Stated {
				if q.High.Known() {
					low = min(low, q.High.Most())
				}
				q.Low = Bound{N: low, Stated: true, By: c.Name}
			}
			if !q.High.Stated {
				if q.Low.Known() {
					high = max(high, q.Low.Least())
				}
				q.High = Bound{N: high, Stated: true, By: c.Name}
			}
		}
	case HedgeNearly:
		if !q.High.Stated && q.Best.Stated {
			q.High, q.Best = q.Best, Bound{}
			q.High.Open = true
		}
		if w, ok := c.Widths[q.Hedge]; ok && !q.Low.Stated && q.High.Known() {
			from := q.High.N
			if r, ok := c.Lookup(q.High.Term); ok {
				from = r[0] // nearly several hundred is nearly 300 at the least
			}
			low, _ := w.ends(from)
			q.Low = Bound{N: min(low, q.High.Most()), Term: q.High.Term, Stated: true, By: c.Name}
		}
	}
	return q
}

// spread moves a vague word from the place of the central figure to the ends
// that its hedge leaves unstated: such a word has ends and no centre.
func (q Quantity) spread() Quantity {
	if q.Best.Term == "" || q.Best.By != "" {
		return q
	}
	switch q.Hedge {
	case HedgeAtLeast, HedgeMoreThan:
		if !q.Low.Stated {
			q.Low, q.Best = q.Best, Bound{}
		}
	case HedgeNearly, HedgeAtMost, HedgeFewerThan:
		if !q.High.Stated {
			q.High, q.Best = q.Best, Bound{}
		}
	case "", HedgeExact, HedgeApproximately, HedgeVague:
		if !q.Low.Stated && !q.High.Stated {
			q.Low, q.High, q.Best = q.Best, q.Best, Bound{}
		}
	}
	return q
}

// term reads a vague word; end 0 takes its low reading, end 1 its high.
func (c *Convention) term(b Bound, end int) Bound {
	if !b.Stated || b.Term == "" || b.By != "" {
		return b
	}
	r, ok := c.Lookup(b.Term)
	if !ok {
		return b
	}
	b.N, b.By = r[end], c.Name
	return b
}

// Lookup returns the low and high reading of a vague word. Case, a leading
// article, "of" after a couple or handful, and the plural of a scale do not
// matter: "A handful of hundreds" is "handful hundred".
func (c *Convention) Lookup(term string) ([2]int64, bool) {
	if r, ok := c.Terms[term]; ok {
		return r, true
	}
	words := strings.Fields(strings.ToLower(term))
	if len(words) > 1 && (words[0] == "a" || words[0] == "some") {
		words = words[1:]
	}
	if r, ok := c.Terms[strings.Join(words, " ")]; ok {
		return r, true
	}
	if len(words) > 2 && words[1] == "of" {
		words = append(words[:1:1], words[2:]...)
	}
	if last := len(words) - 1; last > 0 {
		words[last] = strings.TrimSuffix(words[last], "s")
	}
	r, ok := c.Terms[strings.Join(words, " ")]
	return r, ok
}
