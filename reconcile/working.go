package reconcile

import (
	"context"
	"math"
	"slices"
	"strings"

	"github.com/openestimate/casualty/estimate"
)

// A Working is how two estimates were related, with every step of the
// arithmetic: the ends each gives, the gap between them with no hedge opened and
// with the words opened, the tolerance it was held against, the time between
// them, each row of the table of relations until one fits, and what the sized
// differences of method take off the gap.
type Working struct {
	Result *Result  `json:"-"`              // the working is of this result
	Roots  [2]*Root `json:"roots"`          // of the two estimates, in the order asked
	Pair   *Pair    `json:"pair,omitempty"` // nil: the two are not compared, see Apart
	Apart  string   `json:"apart,omitempty"`

	// Plain and Opened are nil unless both answer one question with a number.
	Plain  *Comparison  `json:"plain,omitempty"`  // no hedge opened
	Opened *Comparison  `json:"opened,omitempty"` // words opened
	Time   *TimeBetween `json:"time,omitempty"`   // nil: not two dates in order

	// Rows are the rows of the table of relations in order, up to the one that
	// fits.
	Rows []Row `json:"rows,omitempty"`

	// Coalitions is the gap left by each set of players, of a disagreement with
	// at most MaxCoalitionPlayers of them.
	Coalitions []Coalition `json:"coalitions,omitempty"`
}

// MaxCoalitionPlayers is the greatest number of sized differences of which every
// set is listed in a Working.
const MaxCoalitionPlayers = 4

// A Comparison is the gap between two roots in one reading of their words.
type Comparison struct {
	Ends [2]Ends `json:"ends"` // in the order of Working.Roots

	// Gap is D of the two, in ln units; 0 if they meet or, with Undefined, if an
	// end is below zero, where a factor has no meaning.
	Gap       float64     `json:"gap"`
	Undefined bool        `json:"undefined,omitempty"`
	Upper     estimate.ID `json:"upper,omitempty"` // the root that lies above; empty: they meet

	Tolerance float64 `json:"tolerance"` // ln units
	By        string  `json:"by"`        // the assumption it is
	Within    bool    `json:"within"`    // the gap is at most the tolerance
}

// Ends are the ends that a root is compared by; an absent one is open.
type Ends struct {
	Low         *int64 `json:"low,omitempty"`
	High        *int64 `json:"high,omitempty"`
	LowByWords  bool   `json:"low_by_words,omitempty"` // a convention set it
	HighByWords bool   `json:"high_by_words,omitempty"`
}

// TimeBetween is how two roots of one question lie in time.
type TimeBetween struct {
	Earlier estimate.ID `json:"earlier"`
	Days    int         `json:"days"`              // from last day to last day
	Accrues bool        `json:"accrues"`           // a later count may have added to the earlier
	PerDay  float64     `json:"per_day,omitempty"` // growth_per_day, ln units; 0: not assumed
	Reach   float64     `json:"reach,omitempty"`   // Days times PerDay
}

// A Row is one row of the table of relations.
type Row struct {
	Relations []Kind `json:"relations"`
	Fits      bool   `json:"fits"`
	Why       string `json:"why"`
}

// A Coalition is the gap that a set of players leaves, in ln units.
type Coalition struct {
	Players []string `json:"players"` // by name; none: the whole gap
	Gap     float64  `json:"gap"`
	Within  bool     `json:"within"` // at most the tolerance
}

// Explain shows how the roots of two estimates of s, or two roots, were related.
// It returns the errors of Reconcile, and an *UnknownIDError for an ID that s
// has not.
func (r *Reconciler) Explain(ctx context.Context, s *estimate.Set, a, b estimate.ID) (*Working, error) {
	p, err := r.relate(ctx, s)
	if err != nil {
		return nil, err
	}
	var roots [2]*root
	for i, id := range [...]estimate.ID{a, b} {
		if roots[i] = p.rootByID(id); roots[i] == nil {
			roots[i] = p.rootWith(id)
		}
		if roots[i] == nil {
			return nil, &UnknownIDError{ID: id, Near: p.near(id)}
		}
	}
	w := &Working{Roots: [2]*Root{roots[0].Root, roots[1].Root}}
	p.work(w, roots[0], roots[1])
	w.Result, err = p.conclude()
	return w, err
}

// work fills w with the steps by which a and b were related.
func (p *pass) work(w *Working, a, b *root) {
	var pair *Pair
	for i := range p.pairs {
		q := &p.pairs[i]
		if q.a == a && q.b == b || q.a == b && q.b == a {
			pair = q
		}
	}
	if pair == nil {
		w.Apart = p.notCompared(a, b)
		return
	}
	c := *pair
	w.Pair = &c
	if a.question >= 0 && a.question == b.question && a.speaks() && b.speaks() && pair.Relation != Revision && pair.Relation != DerivedFigure {
		w.Plain = p.comparison(a, b, a.plain, b.plain)
		w.Opened = p.comparison(a, b, a.opened, b.opened)
		w.Time = p.timeBetween(a, b)
	}
	p.fillRows(w, pair)
	if x := pair.Explanation; x != nil && len(x.Players) > 0 && len(x.Players) <= MaxCoalitionPlayers {
		t := &p.scratch.gaps
		t.solve(pair.a, pair.b, x.Players, p.settings.allowed)
		sets := make([]int, len(t.d))
		for i := range sets {
			sets[i] = i
		}
		bySize(sets)
		for i, names := range namesOf(sets, x.Players) {
			w.Coalitions = append(w.Coalitions, Coalition{Players: orEmpty(names), Gap: round9(t.d[sets[i]]), Within: t.within[sets[i]]})
		}
	}
}

// notCompared says why a and b make no pair.
func (p *pass) notCompared(a, b *root) string {
	if a == b {
		return "both are reports of one statement, and so one figure"
	}
	for _, r := range [...]*root{a, b} {
		switch {
		case r.State == Replaced:
			return string(r.ID) + " was replaced by " + string(r.By) + "; it is compared when the question is asked at an earlier date"
		case r.State == Retracted:
			return string(r.ID) + " was withdrawn"
		case r.State == SetAside:
			return string(r.ID) + " was set aside " + r.Why
		case r.State == TooLate:
			return string(r.ID) + " is " + r.Why
		}
	}
	switch {
	case a.Event != b.Event:
		return "they are of different events: " + string(a.Event) + " and " + string(b.Event)
	case a.Measure == estimate.Deployed || b.Measure == estimate.Deployed:
		return "people deployed limit a toll; they are no toll to compare"
	case isPart(a, b) || isPart(b, a):
		return "one is the sum of which the other is a part"
	case !a.speaks() || !b.speaks():
		return "one of them gives no number"
	}
	return "one is a sum of ours, which is compared on its own question only"
}

func (p *pass) comparison(a, b *root, x, y interval) *Comparison {
	g := between(x, y)
	c := &Comparison{Ends: [2]Ends{ends(x), ends(y)}, Tolerance: p.settings.allowed(g), By: Tolerance, Within: !g.apart(p.settings.allowed(g))}
	if c.Tolerance > p.settings.tolerance {
		c.By = ConventionTolerance
	}
	if g.upper >= 0 {
		c.Upper = [2]*root{a, b}[g.upper].ID
	}
	if c.Undefined = math.IsNaN(g.d); !c.Undefined {
		c.Gap = round9(g.d)
	}
	return c
}

func ends(v interval) Ends {
	e := Ends{LowByWords: v.lowByWords, HighByWords: v.highByWords}
	if v.hasLow {
		e.Low = &v.low
	}
	if v.hasHigh {
		e.High = &v.high
	}
	return e
}

func (p *pass) timeBetween(a, b *root) *TimeBetween {
	if b.Scope.AsOf.Before(a.Scope.AsOf) {
		a, b = b, a
	}
	if !a.Scope.AsOf.Before(b.Scope.AsOf) {
		return nil
	}
	days, _ := a.Scope.AsOf.DaysTo(b.Scope.AsOf)
	t := &TimeBetween{Earlier: a.ID, Days: days, Accrues: p.accrues(a)}
	if grow := p.settings.growth; grow.ok {
		t.PerDay, t.Reach = grow.Mid, round9(float64(days)*grow.Mid)
	}
	return t
}

// fillRows goes down the table of relations to the row that fits pair.
func (p *pass) fillRows(w *Working, pair *Pair) {
	a, b := pair.a, pair.b
	for _, row := range [...]struct {
		relations []Kind
		no        func() string // why it does not fit
		yes       string
	}{
		{[]Kind{Revision, DerivedFigure}, func() string { return "neither replaces the other or derives from it" },
			map[Kind]string{Revision: "the later statement of the one institution replaces the earlier", DerivedFigure: "one is computed from the other"}[pair.Relation]},
		{[]Kind{DifferentMeasure, AmbiguousMeasure}, func() string { return "both count " + a.Measure.Noun() },
			"one counts " + a.Measure.Noun() + ", the other " + b.Measure.Noun()},
		{[]Kind{DifferentWindow}, func() string { return "both windows start alike" }, "the windows start at different dates, or one start is not stated"},
		{[]Kind{NestedScope}, func() string { return "same population, place, attribution and exceptions" }, "they differ in " + whyKeys(pair.Why)},
		{[]Kind{Agree}, func() string { return "with no hedge opened the gap is wider than the tolerance" }, "with no hedge opened the gap is within the tolerance"},
		{[]Kind{CountBelowEstimate}, func() string { return "the lower is not a recorded count below another kind of figure" },
			"the lower is a count of " + a.Measure.RecordedNoun() + ", the other is not: the count says nothing of the uncounted"},
		{[]Kind{CompatibleAsStated}, func() string { return "with the words opened the gap is still wider than the tolerance" }, compatibleWhy(pair, a.Measure)},
		{[]Kind{LaterAsOf}, func() string { return p.notLater(w) }, p.laterWhy(w, pair)},
		{[]Kind{ExplainedDisagreement}, func() string { return notExplained(pair) }, "all sized differences together bring the gap within the tolerance"},
		{[]Kind{UnexplainedDisagreement}, nil, "same question, apart, and not accounted for"},
	} {
		fits := slices.Contains(row.relations, pair.Relation)
		why := row.yes
		if !fits {
			why = row.no()
		}
		w.Rows = append(w.Rows, Row{Relations: row.relations, Fits: fits, Why: why})
		if fits {
			return
		}
	}
}

func whyKeys(why []ScopeDifference) string {
	var keys []string
	for _, d := range why {
		keys = append(keys, d.Key)
	}
	return strings.Join(keys, ", ")
}

func compatibleWhy(pair *Pair, m estimate.Measure) string {
	if len(pair.Suffices) == 1 && pair.Suffices[0][0].Reason == "recorded" {
		return "both count " + m.RecordedNoun() + ", and the lower says nothing of the uncounted"
	}
	return "with the words opened the gap is within the tolerance"
}

func (p *pass) laterWhy(w *Working, pair *Pair) string {
	switch {
	case !pair.a.Measure.Cumulative():
		return "the dates differ, and " + pair.a.Measure.Noun() + " can fall as well as rise"
	case pair.Weight == Suspicion:
		return "the later is the higher, and the earlier is a toll of the first days: a suspicion"
	}
	return "the later is the higher, and growth over the days between reaches it"
}

func (p *pass) notLater(w *Working) string {
	t := w.Time
	switch {
	case t == nil:
		return "their dates overlap, or one is not stated"
	case !t.Accrues:
		return "the earlier count was complete for the question"
	case w.Opened.Upper == t.Earlier:
		return "the earlier is the higher"
	case t.PerDay == 0:
		return "no growth is assumed"
	}
	return "growth over the days between does not reach from the one to the other"
}

func notExplained(pair *Pair) string {
	if len(pair.Explanation.Players) == 0 {
		return "no difference of method between them has a known size"
	}
	return "all sized differences together leave more than the tolerance"
}
