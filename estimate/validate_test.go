package estimate_test

import (
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/source"
)

// valid is an estimate with every field stated.
func valid() estimate.Estimate {
	return estimate.Estimate{
		ID: "nis-killed", Event: "dprk-kursk", Source: "nis", Statement: "briefing", Measure: estimate.Killed,
		Quantity:  estimate.AtLeast(100).Said("at least 100"),
		Scope:     estimate.Scope{Population: "dprk", Place: "kursk", By: "ua", From: estimate.Date{Year: 2024, Month: 10}, AsOf: estimate.On(2024, time.December, 19), Except: []estimate.ID{"belgorod"}},
		Published: estimate.On(2024, time.December, 19),
		Method:    source.Method{Basis: []source.Basis{source.IntelligenceAssessment}, Rule: source.Conservative, Verification: source.Checked},
		Stake:     source.StakeNone, Credibility: "2",
		Via: []estimate.Hop{
			{By: "lee", Published: estimate.On(2024, time.December, 19), Measure: estimate.ExcessDeaths, Quantity: estimate.Exactly(-5), Scope: estimate.Scope{Place: "russia"}},
			{By: "rbc"},
		},
		DrawsOn: []source.ID{"ua-mil"}, Supersedes: []estimate.ID{"older"},
		Derived:   &estimate.Derivation{Op: estimate.Share, From: []estimate.ID{"other"}, Factor: .33},
		Retracted: &estimate.Retraction{Published: estimate.Date{Year: 2025}},
		Aside:     &estimate.Aside{By: "desk", Why: "reason"},
		Pos:       estimate.Pos{File: "in.json", Line: 9, Record: 2},
	}
}

func TestValidSets(t *testing.T) {
	least := estimate.Estimate{Source: "s", Measure: estimate.Killed}
	for name, s := range map[string]*estimate.Set{
		"zero":           {},
		"every field":    {Estimates: []estimate.Estimate{valid()}, Remarks: []estimate.Remark{{By: "lee", About: []estimate.ID{"nis-killed"}, Facet: estimate.FacetRule}}},
		"least":          {Estimates: []estimate.Estimate{least}},
		"without ids":    {Estimates: []estimate.Estimate{least, least}},
		"undeclared ids": {Estimates: []estimate.Estimate{{ID: "x", Source: "nobody", Event: "nowhere", Measure: estimate.Killed, Supersedes: []estimate.ID{"never"}}}},
	} {
		if err := s.Validate(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestEstimateFaults(t *testing.T) {
	type est = estimate.Estimate
	at := estimate.At
	var word *source.WordError
	var relay *estimate.RelayError
	var cycle *estimate.CycleError
	bad := estimate.Date{Year: 2024, Month: 2, Day: 30}
	quantity := func(q estimate.Quantity) func(*est) { return func(e *est) { e.Quantity = q } }
	for name, tc := range map[string]struct {
		change      func(*est)
		field, text string
		like        any
	}{
		"id":               {func(e *est) { e.ID = " x" }, "id", " x", "trimmed"},
		"id too long":      {func(e *est) { e.ID = estimate.ID(strings.Repeat("x", 129)) }, "id", strings.Repeat("x", 129), "129 bytes"},
		"event":            {func(e *est) { e.Event = "a\nb" }, "event", "a\nb", "unprintable"},
		"no source":        {func(e *est) { e.Source = "" }, "source", "", "no source: accepted is the id of who said it"},
		"source":           {func(e *est) { e.Source = "\xff" }, "source", "\xff", "UTF-8"},
		"statement":        {func(e *est) { e.Statement = "x " }, "statement", "x ", "trimmed"},
		"no measure":       {func(e *est) { e.Measure = "" }, "measure", "", "no measure: accepted are killed, wounded, missing"},
		"measure":          {func(e *est) { e.Measure = "casualties" }, "measure", "casualties", &word},
		"hedge":            {quantity(estimate.Quantity{Hedge: "maybe"}), "quantity.hedge", "maybe", &word},
		"modality":         {quantity(estimate.AtLeast(1).As("sure")), "quantity.modality", "sure", &word},
		"unstated content": {quantity(estimate.Quantity{Low: estimate.Bound{N: 5}}), "quantity.low", "5", "not Stated"},
		"word with number": {quantity(estimate.Quantity{Low: estimate.Bound{N: 5, Term: "few", Stated: true}}), "quantity.low.n", "5", "by"},
		"too many":         {quantity(estimate.Exactly(estimate.MaxCount + 1)), "quantity.low.n", "1000000000000000001", estimate.ErrRange},
		"far too many":     {quantity(estimate.AtMost(math.MaxInt64)), "quantity.high.n", "9223372036854775807", estimate.ErrRange},
		"far too few":      {quantity(estimate.AtMost(math.MinInt64)), "quantity.high.n", "-9223372036854775808", estimate.ErrRange},
		"negative low":     {quantity(estimate.AtLeast(-1)), "quantity.low.n", "-1", estimate.ErrNegative},
		"negative best":    {quantity(estimate.About(-1)), "quantity.best.n", "-1", estimate.ErrNegative},
		"negative high":    {quantity(estimate.AtMost(-1)), "quantity.high.n", "-1", estimate.ErrNegative},
		"under zero":       {quantity(estimate.FewerThan(0)), "quantity.high.n", "0", estimate.ErrNegative},
		"nearly zero":      {quantity(estimate.Nearly(0)), "quantity.high.n", "0", estimate.ErrNegative},
		"level of 1":       {quantity(estimate.Interval(1, 2, 3, 1)), "quantity.level", "1", estimate.ErrLevel},
		"level below 0":    {quantity(estimate.Interval(1, 2, 3, -.5)), "quantity.level", "-0.5", estimate.ErrLevel},
		"level in percent": {quantity(estimate.Interval(1, 2, 3, 95)), "quantity.level", "95", estimate.ErrLevel},
		"level NaN":        {quantity(estimate.Interval(1, 2, 3, math.NaN())), "quantity.level", "NaN", estimate.ErrLevel},
		"level, one end":   {quantity(estimate.Quantity{Low: at(1), Best: at(2), Level: .95}), "quantity.level", "0.95", estimate.ErrLevel},
		"exactly what":     {quantity(estimate.Quantity{Hedge: estimate.HedgeExact}), "quantity.best", "", estimate.ErrNoEnd},
		"about what":       {quantity(estimate.Quantity{Hedge: estimate.HedgeApproximately}), "quantity.best", "", estimate.ErrNoEnd},
		"vague what":       {quantity(estimate.Vague("")), "quantity.best", "", estimate.ErrNoEnd},
		"nearly what":      {quantity(estimate.Quantity{Low: at(1), Hedge: estimate.HedgeNearly}), "quantity.high", "", estimate.ErrNoEnd},
		"at most what":     {quantity(estimate.Quantity{Low: at(1), Hedge: estimate.HedgeAtMost}), "quantity.high", "", estimate.ErrNoEnd},
		"fewer than what":  {quantity(estimate.Quantity{Low: at(1), Hedge: estimate.HedgeFewerThan}), "quantity.high", "", estimate.ErrNoEnd},
		"at least what":    {quantity(estimate.Quantity{High: at(1), Hedge: estimate.HedgeAtLeast}), "quantity.low", "", estimate.ErrNoEnd},
		"more than what":   {quantity(estimate.Quantity{High: at(1), Hedge: estimate.HedgeMoreThan}), "quantity.low", "", estimate.ErrNoEnd},
		"from what":        {quantity(estimate.Quantity{High: at(1), Hedge: estimate.HedgeBetween}), "quantity.low", "", estimate.ErrNoEnd},
		"to what":          {quantity(estimate.Quantity{Low: at(1), Hedge: estimate.HedgeBetween}), "quantity.high", "", estimate.ErrNoEnd},
		"exact, two ways":  {quantity(estimate.Quantity{Low: at(1), High: at(2), Hedge: estimate.HedgeExact}), "quantity.hedge", "exact", "one number"},
		"inverted":         {quantity(estimate.Between(200, 100)), "quantity.low", "200", estimate.ErrInverted},
		"open and empty":   {quantity(estimate.Quantity{Low: open(5), High: open(6)}), "quantity.low", "5", estimate.ErrInverted},
		"over its own top": {quantity(estimate.Quantity{Low: at(5), High: at(5), Hedge: estimate.HedgeMoreThan}), "quantity.low", "5", estimate.ErrInverted},
		"population":       {func(e *est) { e.Scope.Population = " " }, "scope.population", " ", "trimmed"},
		"place":            {func(e *est) { e.Scope.Place = "\t" }, "scope.place", "\t", "trimmed"},
		"by":               {func(e *est) { e.Scope.By = "x " }, "scope.by", "x ", "trimmed"},
		"from":             {func(e *est) { e.Scope.From = bad }, "scope.from", "2024-02-30", "does not exist"},
		"as of":            {func(e *est) { e.Scope.AsOf = estimate.Date{Year: 2024, Month: 13} }, "scope.as_of", "2024-13", "no month"},
		"period turned":    {func(e *est) { e.Scope.AsOf = estimate.Date{Year: 2024, Month: 9} }, "scope.as_of", "2024-09", "before it begins"},
		"except":           {func(e *est) { e.Scope.Except = []estimate.ID{"a", ""} }, "scope.except[1]", "", "empty"},
		"published":        {func(e *est) { e.Published = bad }, "published", "2024-02-30", "does not exist"},
		"basis":            {func(e *est) { e.Method.Basis = []source.Basis{source.Survey, "guess"} }, "method.basis[1]", "guess", &word},
		"rule":             {func(e *est) { e.Method.Rule = "strict" }, "method.rule", "strict", &word},
		"verification":     {func(e *est) { e.Method.Verification = "sure" }, "method.verification", "sure", &word},
		"stake":            {func(e *est) { e.Stake = "up" }, "stake", "up", &word},
		"credibility":      {func(e *est) { e.Credibility = "7" }, "credibility", "7", &word},
		"hop by":           {func(e *est) { e.Via[1].By = "" }, "via[1].by", "", "no relay named: accepted is the id"},
		"hop twice":        {func(e *est) { e.Via[1].By = "lee" }, "via[1].by", "lee", &relay},
		"hop measure":      {func(e *est) { e.Via[1].Measure = "dead" }, "via[1].measure", "dead", &word},
		"hop quantity":     {func(e *est) { e.Via[1].Quantity = estimate.Between(2, 1) }, "via[1].quantity.low", "2", estimate.ErrInverted},
		"hop negative":     {func(e *est) { e.Via[1].Quantity = estimate.Exactly(-5) }, "via[1].quantity.low.n", "-5", estimate.ErrNegative},
		"hop scope":        {func(e *est) { e.Via[1].Scope.Place = " " }, "via[1].scope.place", " ", "trimmed"},
		"hop published":    {func(e *est) { e.Via[1].Published = bad }, "via[1].published", "2024-02-30", "does not exist"},
		"draws on":         {func(e *est) { e.DrawsOn = []source.ID{"a", " "} }, "draws_on[1]", " ", "trimmed"},
		"no op":            {func(e *est) { e.Derived.Op = "" }, "derived.op", "", "no op: accepted are share, ratio, sum"},
		"op":               {func(e *est) { e.Derived.Op = "guess" }, "derived.op", "guess", &word},
		"derived from":     {func(e *est) { e.Derived.From = []estimate.ID{"a", ""} }, "derived.from[1]", "", "empty"},
		"derived itself":   {func(e *est) { e.Derived.From = []estimate.ID{"a", e.ID} }, "derived.from[1]", "nis-killed", &cycle},
		"factor NaN":       {func(e *est) { e.Derived.Factor = math.NaN() }, "derived.factor", "NaN", "finite"},
		"factor infinite":  {func(e *est) { e.Derived.Factor = math.Inf(-1) }, "derived.factor", "-Inf", "finite"},
		"supersedes":       {func(e *est) { e.Supersedes = []estimate.ID{"a\x00"} }, "supersedes[0]", "a\x00", "unprintable"},
		"supersedes self":  {func(e *est) { e.Supersedes = []estimate.ID{"a", e.ID} }, "supersedes[1]", "nis-killed", &cycle},
		"retracted":        {func(e *est) { e.Retracted.Published = bad }, "retracted.published", "2024-02-30", "does not exist"},
		"aside, by whom":   {func(e *est) { e.Aside.By = "" }, "aside", "reason", "who set"},
		"aside, why":       {func(e *est) { e.Aside.Why = "" }, "aside", "desk", "the reason"},
	} {
		t.Run(name, func(t *testing.T) {
			e := valid()
			tc.change(&e)
			err := e.Validate()
			wantFault(t, err, tc.field, tc.text, tc.like)
			for _, fe := range fieldErrors(t, err) {
				if fe.Pos != e.Pos || fe.ID != e.ID {
					t.Errorf("the fault stands at %+v %q, want %+v %q", fe.Pos, fe.ID, e.Pos, e.ID)
				}
			}
		})
	}
}

// Batches are checked record by record.
func TestValidRecordIsCheckedWithoutAllocation(t *testing.T) {
	e := valid()
	if n := testing.AllocsPerRun(100, func() {
		if err := e.Validate(); err != nil {
			t.Fatal(err)
		}
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func TestEveryFaultOfARecordIsReported(t *testing.T) {
	e := valid()
	e.ID, e.Source, e.Measure, e.Stake = " ", "", "dead", "up"
	e.Via[0].By, e.Via[1].Measure = "", "dead"
	var got []string
	for _, fe := range fieldErrors(t, e.Validate()) {
		got = append(got, fe.Field)
	}
	// The first hop counts excess deaths and so may be negative still.
	if diff := cmp.Diff([]string{"id", "source", "measure", "stake", "via[0].by", "via[1].measure"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestExcessDeathsMayBeNegative(t *testing.T) {
	for _, q := range []estimate.Quantity{estimate.Exactly(-5), estimate.Between(-100, 50), estimate.FewerThan(0), estimate.AtMost(-estimate.MaxCount)} {
		if err := validIn(q, estimate.ExcessDeaths); err != nil {
			t.Errorf("%v: %v", q, err)
		}
		for _, m := range estimate.Measures() {
			if err := validIn(q, m); (err == nil) != (m == estimate.ExcessDeaths) {
				t.Errorf("%v %s: %v", q, m, err)
			}
		}
	}
}

// What the constructors make of sound numbers is valid, before and after a
// convention has read it.
func TestConstructedQuantitiesAreValid(t *testing.T) {
	g, literal := newGen(), estimate.Literal()
	for range 5000 {
		q := g.said()
		if err := validIn(q, estimate.Killed); err != nil {
			t.Fatalf("%+v: %v", q, err)
		}
		if q.Best.N > estimate.MaxCount/2 {
			continue // "about" reaches beyond the greatest count
		}
		if err := validIn(literal.Read(q), estimate.Killed); err != nil {
			t.Fatalf("%+v, read: %v", q, err)
		}
	}
}

func TestSetFaults(t *testing.T) {
	var word *source.WordError
	var dup *estimate.DuplicateError
	e := estimate.Estimate{ID: "x", Source: "s", Measure: estimate.Killed}
	remark := func(change func(*estimate.Remark)) *estimate.Set {
		r := estimate.Remark{By: "lee", About: []estimate.ID{"x"}, Facet: estimate.FacetRule}
		change(&r)
		return &estimate.Set{Remarks: []estimate.Remark{r}}
	}
	broken := e
	broken.Measure = "dead"
	for name, tc := range map[string]struct {
		s           *estimate.Set
		field, text string
		like        any
	}{
		"id twice":     {&estimate.Set{Estimates: []estimate.Estimate{e, {ID: "y", Source: "s", Measure: estimate.Killed}, e}}, "id", "x", &dup},
		"estimate":     {&estimate.Set{Estimates: []estimate.Estimate{broken}}, "measure", "dead", &word},
		"remark by":    {remark(func(r *estimate.Remark) { r.By = "" }), "by", "", "no speaker: accepted is the id"},
		"remark about": {remark(func(r *estimate.Remark) { r.About = nil }), "about", "", "ids of the estimates"},
		"about blank":  {remark(func(r *estimate.Remark) { r.About = []estimate.ID{"x", " "} }), "about[1]", " ", "trimmed"},
		"no facet":     {remark(func(r *estimate.Remark) { r.Facet = "" }), "facet", "", "no facet: accepted are measure, window"},
		"facet":        {remark(func(r *estimate.Remark) { r.Facet = "mood" }), "facet", "mood", &word},
	} {
		t.Run(name, func(t *testing.T) { wantFault(t, tc.s.Validate(), tc.field, tc.text, tc.like) })
	}
	dup = nil
	if err := (&estimate.Set{Estimates: []estimate.Estimate{e, e}}).Validate(); !errors.As(err, &dup) || *dup != (estimate.DuplicateError{What: "estimate", ID: "x"}) {
		t.Errorf("id twice: %v", err)
	}
}

// chain links n estimates, each to the next by link; the last links to the
// first if closed.
func chain(n int, closed bool, link func(*estimate.Estimate, estimate.ID)) *estimate.Set {
	s := &estimate.Set{Estimates: make([]estimate.Estimate, n)}
	for i := range n {
		e := &s.Estimates[i]
		*e = estimate.Estimate{ID: estimate.ID(fmt.Sprintf("e%06d", i)), Source: "s", Measure: estimate.Killed}
		if i+1 < n || closed {
			link(e, estimate.ID(fmt.Sprintf("e%06d", (i+1)%n)))
		}
	}
	return s
}

var links = map[string]func(*estimate.Estimate, estimate.ID){
	"supersedes": func(e *estimate.Estimate, to estimate.ID) { e.Supersedes = append(e.Supersedes, "elsewhere", to) },
	"derived.from": func(e *estimate.Estimate, to estimate.ID) {
		e.Derived = &estimate.Derivation{Op: estimate.Share, From: []estimate.ID{"elsewhere", to}}
	},
}

func TestCycles(t *testing.T) {
	for field, link := range links {
		for _, n := range []int{1, 2, 5, 1000} {
			s := chain(n, true, link)
			// An entrance and a way out, neither in the circle.
			s.Estimates = append(s.Estimates, estimate.Estimate{ID: "a-in", Source: "s", Measure: estimate.Killed}, estimate.Estimate{ID: "out", Source: "s", Measure: estimate.Killed})
			link(&s.Estimates[n], s.Estimates[n/2].ID)
			s.Estimates[0].Supersedes = append(s.Estimates[0].Supersedes, "out")

			err := s.Cycle()
			wantFault(t, err, field, "", new(*estimate.CycleError))
			var c *estimate.CycleError
			if !errors.As(err, &c) || c.Field != field || len(c.IDs) != n {
				t.Fatalf("%s of %d: %v", field, n, err)
			}
			for i, id := range c.IDs {
				if want := s.Estimates[(n/2+i)%n].ID; id != want { // from where the entrance leads
					t.Fatalf("%s of %d: %d is %s, want %s", field, n, i, id, want)
				}
			}
			found := false
			for _, fe := range fieldErrors(t, s.Validate()) {
				found = found || strings.HasPrefix(fe.Field, field) && errors.As(fe, new(*estimate.CycleError))
			}
			if !found {
				t.Errorf("%s of %d: the set is taken as valid", field, n)
			}
		}
	}
}

// Supersession and derivation are two orders: a figure may derive from the one
// that it supersedes.
func TestNoCycleAcrossFields(t *testing.T) {
	s := chain(2, false, links["supersedes"])
	links["derived.from"](&s.Estimates[1], s.Estimates[0].ID)
	if err := s.Validate(); err != nil {
		t.Error(err)
	}
}

// Two ways to one estimate are no circle.
func TestNoCycleInADiamond(t *testing.T) {
	s := chain(4, false, links["supersedes"])
	links["supersedes"](&s.Estimates[0], s.Estimates[2].ID)
	links["supersedes"](&s.Estimates[0], s.Estimates[3].ID)
	if err := s.Validate(); err != nil {
		t.Error(err)
	}
}

// Sixty pairs, each superseding both of the next: 2^60 ways, one look at each.
func TestNoCycleInALadder(t *testing.T) {
	s := chain(120, false, func(*estimate.Estimate, estimate.ID) {})
	for i := range 118 {
		next := i/2*2 + 2
		s.Estimates[i].Supersedes = []estimate.ID{s.Estimates[next].ID, s.Estimates[next+1].ID}
	}
	if err := s.Validate(); err != nil {
		t.Error(err)
	}
}

func TestLongChains(t *testing.T) {
	const n = 100_000
	for field, link := range links {
		if err := chain(n, false, link).Validate(); err != nil {
			t.Errorf("%s: %v", field, err)
		}
		var c *estimate.CycleError
		if err := chain(n, true, link).Cycle(); !errors.As(err, &c) || len(c.IDs) != n {
			t.Errorf("%s closed: no circle of %d", field, n)
		}
	}
}

// No value of these types makes Validate panic.
func TestNoPanicOnZeroValues(t *testing.T) {
	s := &estimate.Set{
		Registry: estimate.Registry{Sources: make([]source.Source, 2), Places: make([]estimate.Unit, 2), Populations: make([]estimate.Unit, 1),
			Parties: make([]estimate.Unit, 1), Events: make([]estimate.Event, 2)},
		Estimates: []estimate.Estimate{{}, {}, {Via: make([]estimate.Hop, 2), DrawsOn: make([]source.ID, 1), Supersedes: make([]estimate.ID, 1),
			Derived: &estimate.Derivation{From: make([]estimate.ID, 1)}, Retracted: &estimate.Retraction{}, Aside: &estimate.Aside{}}},
		Remarks: make([]estimate.Remark, 1),
	}
	if n := len(fieldErrors(t, s.Validate())); n < 20 {
		t.Errorf("%d faults only", n)
	}
	if _, err := new(estimate.Estimate).ContentID(); err != nil {
		t.Error(err)
	}
	var c estimate.Convention
	if got := c.Read(estimate.Quantity{}); !got.IsZero() {
		t.Errorf("silence reads as %+v", got)
	}
	if len(s.ByEvent()) != 1 {
		t.Error("two events of none")
	}
}

func TestNoPanicOnAnything(t *testing.T) {
	g, faults := newGen(), 0
	for range 1000 {
		s := g.set()
		for i := range s.Estimates {
			s.Estimates[i].Published.Day += g.IntN(40)
			s.Estimates[i].Scope.From.Month -= g.IntN(20)
		}
		faults += len(fieldErrors(t, s.Validate()))
		valid, _ := s.Registry.Valid()
		if err := (&estimate.Set{Registry: valid}).Validate(); err != nil {
			t.Fatalf("what Valid leaves is not valid: %v", err)
		}
	}
	if faults == 0 {
		t.Error("nothing invalid was generated")
	}
}
