package reconcile

import (
	"cmp"
	"math"
	"slices"
	"time"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/source"
)

// A FactKind is what is not known of a root, as far as the record of it goes.
type FactKind string

const (
	FactAsOf     FactKind = "as_of"     // the day it counts to: not stated, or not to the day
	FactMeasure  FactKind = "measure"   // what its losses are
	FactBasis    FactKind = "basis"     // what it rests on: not stated
	FactUpperEnd FactKind = "upper_end" // how many there are at most, by its speaker
)

// An If is how a fact may turn out.
type If string

const (
	IfEarlier  If = "earlier"  // it counts to a day before the other's
	IfLater    If = "later"    // it counts to a day after the other's
	IfMeasure  If = "measure"  // it counts what the question asks
	IfRecorded If = "recorded" // it rests on records of deaths, silent on the uncounted
	IfOpen     If = "open"     // it is those counted so far, and no upper limit
	IfLimited  If = "limited"  // its speaker states an upper limit that nobody's lower one exceeds
)

// A Condition is one fact that turns out one way.
type Condition struct {
	Estimate estimate.ID `json:"estimate"` // the root
	Fact     FactKind    `json:"fact"`
	If       If          `json:"if"`
	Days     int         `json:"days,omitempty"` // of IfEarlier and IfLater: at least so many

	Assumption string `json:"assumption,omitempty"` // that it rests on; empty: none
}

// A Fact is one further fact about one root and what it would settle, if it
// turned out so.
type Fact struct {
	Condition

	Meets   [][2]estimate.ID `json:"meets,omitempty"`   // the pairs that would no longer disagree
	Floor   *Figure          `json:"floor,omitempty"`   // where there would be another
	Ceiling *Figure          `json:"ceiling,omitempty"` // where there would be another; of IfLimited, that of the others, if they state one
	Rung    bool             `json:"rung,omitempty"`    // a rung of the ladder would be decided
	Limits  bool             `json:"limits,omitempty"`  // there would be a ceiling

	// Settles counts the pairs that would meet, the rung and the ceiling.
	Settles int `json:"settles"`

	days []int // of IfEarlier and IfLater: those that are enough for each of Meets
}

// facts lists what could be asked about the roots of question i, what would
// settle most first: disagreements before the rest. Each is supposed of one root
// alone and put through the same rules as what is stated. Of each root apart has
// the pairs that disagree.
func (p *pass) facts(q *question, i int, apart map[*root][]*Pair) []Fact {
	var out []Fact
	keep := func(f Fact) {
		if f.Settles = len(f.Meets) + boolInt(f.Rung) + boolInt(f.Limits); f.Settles > 0 {
			out = append(out, f)
		}
	}
	for _, r := range q.live {
		for _, part := range r.parts {
			keep(p.ifPartOpen(r, part, apart[r]))
		}
		if r.parts != nil || !r.speaks() {
			continue
		}
		keep(p.ifRecorded(r, apart[r]))
		keep(p.ifOpen(r, apart[r]))
		keep(p.ifDated(r, apart[r], IfEarlier))
		keep(p.ifDated(r, apart[r], IfLater))
	}
	for _, r := range q.unclear {
		keep(p.ifMeasured(r, q, i))
	}
	keep(p.ifLimited(q, i))
	slices.SortStableFunc(out, func(a, b Fact) int {
		return cmp.Or(-cmp.Compare(len(a.Meets), len(b.Meets)), -cmp.Compare(a.Settles, b.Settles),
			cmp.Compare(a.Estimate, b.Estimate), cmp.Compare(a.Fact, b.Fact), cmp.Compare(a.If, b.If))
	})
	return out
}

// supposed is a copy of r that can be changed.
func supposed(r *root) *root {
	c, public := *r, *r.Root
	c.Root = &public
	return &c
}

// meetings lists the pairs of r, of those apart, that no longer disagree if r is
// c.
func (p *pass) meetings(r, c *root, apart []*Pair) [][2]estimate.ID {
	var out [][2]estimate.ID
	for _, pair := range apart {
		if p.meetsAs(pair, r, c) {
			out = append(out, pair.Estimates)
		}
	}
	return out
}

// meetsAs reports whether pair would not disagree if r were c.
func (p *pass) meetsAs(pair *Pair, r, c *root) bool {
	t := Pair{Weight: Note, Estimates: pair.Estimates, a: pair.a, b: pair.b}
	if t.a == r {
		t.a = c
	} else {
		t.b = c
	}
	_, apart := p.apart(&t)
	return !apart && t.Weight == Note
}

// ifRecorded supposes that r, whose basis is not stated, rests on records.
func (p *pass) ifRecorded(r *root, apart []*Pair) Fact {
	f := Fact{Condition: Condition{Estimate: r.ID, Fact: FactBasis, If: IfRecorded}}
	if len(r.Method.Basis) > 0 || r.Recorded || r.Measure == estimate.ExcessDeaths {
		return f // excess deaths are a difference, of which there is no record
	}
	c := supposed(r)
	c.Method.Basis = []source.Basis{source.DeathRegistry}
	c.say(r.rec.words)
	f.Meets = p.meetings(r, c, apart)
	return f
}

// ifOpen supposes that r, a count whose words state no upper end of their own, is
// of those counted so far.
func (p *pass) ifOpen(r *root, apart []*Pair) Fact {
	f := Fact{Condition: Condition{Estimate: r.ID, Fact: FactUpperEnd, If: IfOpen}}
	if !mayBeOpen(r) {
		return f
	}
	f.Meets = p.meetings(r, opened(r), apart)
	return f
}

// ifPartOpen supposes as ifOpen does of a part of the sum r, which then has no
// upper end either.
func (p *pass) ifPartOpen(r, part *root, apart []*Pair) Fact {
	f := Fact{Condition: Condition{Estimate: part.ID, Fact: FactUpperEnd, If: IfOpen}}
	if mayBeOpen(part) {
		f.Meets = p.meetings(r, opened(r), apart)
	}
	return f
}

// mayBeOpen reports whether r is a count whose words state no upper end of their
// own.
func mayBeOpen(r *root) bool {
	return r.Low.Stated() && r.High.Stated() && !statesUpper(&r.Quantity) && !r.Method.Estimates() && r.Measure != estimate.ExcessDeaths
}

// opened is r without its upper end.
func opened(r *root) *root {
	c := supposed(r)
	c.High = End{}
	c.opened.hasHigh, c.opened.lnHigh = false, everything.lnHigh
	return c
}

// ifDated supposes that r counts to another day than its date of publication, or
// to one within a date that is not stated to the day.
func (p *pass) ifDated(r *root, apart []*Pair, way If) Fact {
	f := Fact{Condition: Condition{Estimate: r.ID, Fact: FactAsOf, If: way}}
	first, last, open := p.mayCountTo(r)
	if !open || r.Settled {
		return f // what was given long after the event counts all of it
	}
	for _, pair := range apart {
		other := pair.a
		if other == r {
			other = pair.b
		}
		if other.Scope.AsOf.IsZero() || (pair.lower == r) != (way == IfEarlier) {
			continue
		}
		need, by := 1, ""
		if r.Measure.Cumulative() {
			grow := p.settings.growth
			if !grow.ok || !(grow.Mid > 0) || pair.Size == 0 || pair.Size/grow.Mid > maxDaysSupposed {
				continue
			}
			need, by = max(need, int(math.Ceil(pair.Size/grow.Mid-least))), grow.Name
		}
		from, to := other.Scope.AsOf.Span()
		day := to + need
		if way == IfEarlier {
			day = min(to-need, from-1) // before any day that the other may count to
			need = to - day
		}
		if day < first || day > last {
			continue
		}
		c := supposed(r)
		c.Scope.AsOf = onDay(day)
		c.Settled = p.settles(c)
		if p.meetsAs(pair, r, c) {
			f.Meets, f.days = append(f.Meets, pair.Estimates), append(f.days, need)
			f.Days, f.Assumption = max(f.Days, need), by
		}
	}
	return f
}

// maxDaysSupposed is the longest time that a fact is supposed to span.
const maxDaysSupposed = 100 * 365

// mayCountTo returns the days that r may count to, and whether that is open.
func (p *pass) mayCountTo(r *root) (first, last int, open bool) {
	at := r.Scope.AsOf
	if at.IsZero() || at.About {
		return 0, 0, false
	}
	first, last = at.Span()
	if r.rec.Estimate.Scope.AsOf.IsZero() && r.rec.event.Scope.AsOf.IsZero() {
		// Not stated: it may count to any day up to its publication.
		start := r.Scope.From
		if start.IsZero() {
			start = r.rec.event.Scope.From
		}
		if start.IsZero() {
			return last - maxDaysSupposed, last, true
		}
		first, _ = start.Span()
		return first, last, first < last
	}
	return first, last, first < last
}

// onDay is the date of a day, numbered as estimate.Date.Span numbers them.
func onDay(day int) estimate.Date {
	first, _ := estimate.Date{Year: 2000, Month: 1, Day: 1}.Span()
	t := time.Date(2000, 1, 1+day-first, 0, 0, 0, 0, time.UTC)
	return estimate.On(t.Year(), t.Month(), t.Day())
}

// ifMeasured supposes that the losses of r are what q asks for.
func (p *pass) ifMeasured(r *root, q *question, i int) Fact {
	f := Fact{Condition: Condition{Estimate: r.ID, Fact: FactMeasure, If: IfMeasure}}
	if q.Measure == estimate.Losses || !r.Low.Stated() {
		return f
	}
	c := supposed(r)
	w := r.rec.words
	w.measure = q.Measure
	c.say(w)
	p.age(c, q.asOf)
	f.Rung = true
	floor, ceiling, _ := limits(append(slices.Clone(q.live), c))
	if !floor.sameNumber(p.answers[i].Floor) {
		f.Floor = floor
	}
	if !ceiling.sameNumber(p.answers[i].Ceiling) {
		f.Ceiling = ceiling
	}
	return f
}

// ifLimited supposes that the one root which states no upper end that counts
// states one.
func (p *pass) ifLimited(q *question, i int) Fact {
	var f Fact
	var only *root
	for _, r := range q.live {
		if r.High.counts() {
			continue
		}
		if only != nil {
			return f
		}
		only = r
	}
	if only == nil || only.parts != nil || len(q.live) < 2 || p.answers[i].Ceiling != nil {
		return f
	}
	if only.High.Why&^(Recorded|Vague) != 0 {
		return f // it states one, which does not count for another reason
	}
	f.Condition = Condition{Estimate: only.ID, Fact: FactUpperEnd, If: IfLimited}
	c := supposed(only)
	c.High = End{N: estimate.MaxCount, Standing: Firm}
	live := slices.Clone(q.live)
	live[slices.Index(live, only)] = c
	_, ceiling, _ := limits(live)
	if f.Limits = ceiling != nil; f.Limits && ceiling.N < estimate.MaxCount {
		f.Ceiling = ceiling
	}
	return f
}
