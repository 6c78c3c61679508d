package reconcile

import (
	"cmp"
	"context"
	"slices"

	"github.com/openestimate/casualty/estimate"
)

// A WhatIf says what the answers of a Result hang on: how each would stand
// without one of its roots, under what conditions two roots that disagree would
// not, and which one further fact would settle most. Nothing of it is part of
// an answer.
//
// What a root would be if it counted what another counts is the Alignment of
// their Pair; what would bring all roots of a question together is the
// Explanation of its Answer.
type WhatIf struct {
	Result    *Result       `json:"-"`
	Questions []Contingency `json:"questions"` // in the order of the answers; those that hang on something
}

// A Contingency is what the answer to one question hangs on.
type Contingency struct {
	Question Question      `json:"question"`
	AsOf     estimate.Date `json:"as_of,omitzero"`

	Without  []Without `json:"without,omitempty"`  // the roots without which the answer is another
	Meetings []Meeting `json:"meetings,omitempty"` // of each pair that disagrees
	Facts    []Fact    `json:"facts,omitempty"`    // what would settle most comes first
}

// A Without is the answer to a question with one root left out, at the date and
// with all else as it is: what the root replaced stays replaced.
type Without struct {
	Estimate estimate.ID `json:"estimate"` // the root left out, and with it the sums it is a part of
	Changed  []string    `json:"changed"`  // "floor", "best", "ceiling", "disputed"

	Floor    *Figure `json:"floor,omitempty"`
	Best     *Figure `json:"best,omitempty"`
	Ceiling  *Figure `json:"ceiling,omitempty"`
	Disputed bool    `json:"disputed,omitempty"`
}

// A Meeting is when two roots that disagree would not: any one of its sets of
// sized differences, or any one of its facts, is enough.
type Meeting struct {
	Estimates   [2]estimate.ID `json:"estimates"`
	Differences [][]Applied    `json:"differences,omitempty"`
	Facts       []Condition    `json:"facts,omitempty"`
}

// WhatIf answers the questions that the estimates of s put, as Reconcile does,
// and says what the answers hang on. It returns the errors of Reconcile.
func (r *Reconciler) WhatIf(ctx context.Context, s *estimate.Set) (*WhatIf, error) {
	p, err := r.relate(ctx, s)
	if err != nil {
		return nil, err
	}
	p.answerQuestions()
	p.testRemarks()
	w := &WhatIf{Questions: []Contingency{}}
	p.used.closed = true // what is only supposed is not used
	for i := range p.question {
		if c := p.contingency(i); len(c.Without)+len(c.Meetings)+len(c.Facts) > 0 {
			w.Questions = append(w.Questions, c)
		}
	}
	p.used.closed = false
	w.Result, err = p.result()
	return w, err
}

func (p *pass) contingency(i int) Contingency {
	q := &p.question[i]
	c := Contingency{Question: q.Question, AsOf: q.asOf}
	if len(q.live) > 1 {
		for _, r := range q.live {
			if w := p.leaveOut(q, i, r); len(w.Changed) > 0 {
				c.Without = append(c.Without, w)
			}
		}
	}
	var apart []*Pair
	of := make(map[*root][]*Pair) // apart, by root
	for k := range p.pairs {
		if pair := &p.pairs[k]; pair.a.question == i && pair.Relation.Disagrees() {
			apart = append(apart, pair)
			of[pair.a], of[pair.b] = append(of[pair.a], pair), append(of[pair.b], pair)
		}
	}
	c.Facts = p.facts(q, i, of)
	enough := make(map[[2]estimate.ID][]Condition) // to bring a pair together
	for j := range c.Facts {
		f := &c.Facts[j]
		for k, ids := range f.Meets {
			alone := f.Condition
			if f.days != nil {
				alone.Days = f.days[k]
			}
			enough[ids] = append(enough[ids], alone)
		}
	}
	for _, pair := range apart {
		c.Meetings = append(c.Meetings, meeting(pair, enough[pair.Estimates]))
	}
	return c
}

// leaveOut answers question i without root r.
func (p *pass) leaveOut(q *question, i int, r *root) Without {
	rest := *q
	rest.out, rest.live = r, nil
	for _, o := range q.live {
		if !rest.leavesOut(o) {
			rest.live = append(rest.live, o)
		}
	}
	w := Without{Estimate: r.ID}
	w.Floor, w.Ceiling, _ = limits(rest.live)
	w.Best = p.best(&rest, i, w.Floor, w.Ceiling)
	w.Disputed = p.disputed(&rest, i)
	a := &p.answers[i]
	for _, f := range [...]struct {
		name    string
		was, is *Figure
	}{{"floor", a.Floor, w.Floor}, {"best", a.Best, w.Best}, {"ceiling", a.Ceiling, w.Ceiling}} {
		if !f.was.sameNumber(f.is) {
			w.Changed = append(w.Changed, f.name)
		}
	}
	if w.Disputed != a.Disputed {
		w.Changed = append(w.Changed, "disputed")
	}
	return w
}

// sameNumber reports whether two figures are the same number, whoever said it.
func (f *Figure) sameNumber(g *Figure) bool {
	if f == nil || g == nil {
		return f == g
	}
	return f.N == g.N && f.Open == g.Open
}

// meeting gathers what alone would bring pair together.
func meeting(pair *Pair, facts []Condition) Meeting {
	m := Meeting{Estimates: pair.Estimates, Facts: facts}
	if x := pair.Explanation; x != nil {
		for _, set := range x.sets {
			m.Differences = append(m.Differences, applied(x.Players, set))
		}
	}
	slices.SortFunc(m.Facts, func(a, b Condition) int {
		return cmp.Or(cmp.Compare(a.Estimate, b.Estimate), cmp.Compare(a.If, b.If))
	})
	return m
}
