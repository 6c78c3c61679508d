package reconcile_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/reconcile"
	"github.com/openestimate/casualty/source"
)

// generator makes random sets, each valid by construction and each the same
// for a seed.
type generator struct {
	*rand.Rand
	set      *estimate.Set
	sources  []source.ID
	most     int  // estimates wanted
	focused  bool // most on one question, so that figures meet
	excess   bool // that question is of excess deaths
	nextID   int
	shuffled []int // numbers of the estimates' ids, so that ids do not follow the input
}

func newGenerator(seed uint64) *generator {
	return &generator{Rand: rand.New(rand.NewPCG(seed, 0x5eed))}
}

// generate returns the set of a seed.
func generate(seed uint64) *estimate.Set { return newGenerator(seed).generate() }

func oneOf[T any](g *generator, of ...T) T { return of[g.IntN(len(of))] }

// in reports true once in n times.
func (g *generator) in(n int) bool { return g.IntN(n) == 0 }

func (g *generator) generate() *estimate.Set {
	g.set = &estimate.Set{Schema: estimate.Schema}
	g.most = 1 + g.IntN(8)
	g.shuffled = g.Perm(64)
	g.focused = g.in(2)
	g.excess = g.in(8)
	g.registry()
	for len(g.set.Estimates) < g.most {
		if n := len(g.set.Estimates); n > 0 && g.in(6) {
			g.report(&g.set.Estimates[g.IntN(n)])
			continue
		}
		g.statement()
	}
	g.links()
	g.remarks()
	return g.set
}

func (g *generator) registry() {
	s := g.set
	s.Places = []estimate.Unit{{ID: "country"}, {ID: "north", Within: []estimate.ID{"country"}}, {ID: "south", Within: []estimate.ID{"country"}}}
	s.Populations = []estimate.Unit{{ID: "people"}, {ID: "troops", Within: []estimate.ID{"people"}}, {ID: "civilians", Within: []estimate.ID{"people"}}}
	s.Parties = []estimate.Unit{{ID: "red"}, {ID: "blue"}}
	for i := range 2 + g.IntN(5) {
		id := source.ID(fmt.Sprintf("s%d", i))
		src := source.Source{ID: id, Name: fmt.Sprintf("Source %d", i), Kind: oneOf(g, append(source.Kinds(), "")...)}
		if g.in(3) {
			src.Short = strings.ToUpper(string(id))
		}
		if g.in(4) && !g.focused {
			src.Within = []source.ID{oneOf[source.ID](g, "ministry", "ministry", "army")}
		}
		if g.in(3) {
			src.Stake = oneOf(g, source.Stakes()...)
		}
		if g.in(2) {
			src.Method = g.method()
		}
		s.Sources = append(s.Sources, src)
		g.sources = append(g.sources, id)
	}
	if g.in(3) {
		s.Sources = append(s.Sources, source.Source{ID: "ministry", Name: "Ministry"})
		g.sources = append(g.sources, "ministry")
	}
	if g.in(10) {
		g.sources = append(g.sources, "undeclared")
	}
	for i := range 1 + g.IntN(5)/4 {
		if g.focused && i > 0 {
			break
		}
		e := estimate.Event{ID: estimate.ID(fmt.Sprintf("event%d", i))}
		e.Scope.Population = oneOf[estimate.ID](g, "", "people", "troops")
		e.Scope.Place = oneOf[estimate.ID](g, "", "country", "north")
		e.Scope.From = oneOf(g, estimate.Date{}, estimate.Date{Year: 2024}, estimate.Date{Year: 2024, Month: 1}, day(1, 3), day(1, 28))
		if g.in(2) {
			e.Until = oneOf(g, day(1, 30), day(2, 10), estimate.Date{Year: 2024, Month: 2})
		}
		s.Registry.Events = append(s.Registry.Events, e)
	}
}

// day is a day of 2024.
func day(month, d int) estimate.Date { return estimate.Date{Year: 2024, Month: month, Day: d} }

// date is a date of the first half of 2024, at any precision, or none.
func (g *generator) date() estimate.Date {
	switch g.IntN(12) {
	case 0:
		return estimate.Date{}
	case 1:
		return estimate.Date{Year: 2024, About: g.in(4)}
	case 2, 3:
		return estimate.Date{Year: 2024, Month: 1 + g.IntN(5), About: g.in(4)}
	case 4:
		return estimate.Date{Year: 2025, Month: 3, Day: 1 + g.IntN(28)}
	}
	d := day(1+g.IntN(5), 1+g.IntN(28))
	if g.in(2) {
		d = day(2, 1+g.IntN(12))
	}
	d.About = g.in(10)
	return d
}

func (g *generator) scope() estimate.Scope {
	var s estimate.Scope
	if g.focused && !g.in(8) {
		if g.in(2) {
			s.AsOf = day(2, 1+g.IntN(12))
		}
		return s
	}
	if g.in(6) {
		s.Population = oneOf[estimate.ID](g, "people", "troops", "civilians", "strangers")
	}
	if g.in(6) {
		s.Place = oneOf[estimate.ID](g, "country", "north", "south", "elsewhere")
	}
	if g.in(10) {
		s.By = oneOf(g, "red", "blue", estimate.Any)
	}
	if g.in(8) {
		s.From = oneOf(g, estimate.Date{Year: 2024}, estimate.Date{Year: 2023, Month: 12}, day(1, 3), day(1, 10))
	}
	if g.in(12) {
		s.Except = []estimate.ID{oneOf[estimate.ID](g, "north", "south")}
		if g.in(3) {
			s.Except = append(s.Except, "civilians")
		}
	}
	if !g.in(3) {
		s.AsOf = g.date()
	}
	if s.AsOf.Before(s.From) {
		s.AsOf = estimate.Date{}
	}
	return s
}

func (g *generator) method() source.Method {
	var m source.Method
	if g.in(2) {
		m.Basis = []source.Basis{oneOf(g, source.Bases()...)}
		if g.in(5) {
			m.Basis = append(m.Basis, oneOf(g, source.Bases()...))
		}
	}
	if g.in(2) {
		m.Rule = oneOf(g, source.Rules()...)
	}
	if g.in(4) {
		m.Verification = oneOf(g, source.Verifications()...)
	}
	return m
}

// count is a number of people; few values, so that figures meet.
func (g *generator) count() int64 {
	switch g.IntN(12) {
	case 0:
		return 0
	case 1:
		return g.Int64N(20)
	case 2:
		return g.Int64N(100_000)
	case 3:
		return oneOf[int64](g, 1219, 1_234_567, 183, 1_000_000_000, estimate.MaxCount-2)
	}
	return oneOf[int64](g, 50, 89, 95, 100, 104, 110, 180, 200, 300, 400, 500, 900, 1000, 2000, 10_000)
}

func (g *generator) term() string {
	return oneOf(g, "several hundred", "hundreds", "dozens", "tens", "several", "a few dozen", "tens of thousands", "no such word", "сотни")
}

// quantity is what is said of a measure, by every hedge and in every shape that
// the format allows.
func (g *generator) quantity(m estimate.Measure) estimate.Quantity {
	n, k := g.count(), g.count()
	if m == estimate.ExcessDeaths && g.in(2) {
		n = -n
	}
	low, high := min(n, k), max(n, k)
	mid := low + g.Int64N(max(high-low, 1))
	var q estimate.Quantity
	form := g.IntN(18)
	if g.focused && g.in(2) {
		form = oneOf(g, 0, 3, 4, 10)
	}
	switch form {
	case 0, 1, 2:
		q = estimate.Exactly(n)
	case 3:
		q = estimate.About(n)
	case 4:
		q = estimate.Nearly(n + 1)
	case 5, 6:
		q = estimate.AtLeast(n)
	case 7:
		q = estimate.MoreThan(n)
	case 8:
		q = estimate.AtMost(n)
	case 9:
		q = estimate.FewerThan(n + 1)
	case 10, 11:
		q = estimate.Between(low, high)
	case 12:
		q = estimate.Interval(low, mid, high, oneOf(g, 0.95, 0.9))
	case 13, 14:
		q = estimate.Vague(g.term())
	case 15:
		q = oneOf(g, estimate.Quantity{}, estimate.Quantity{Hedge: estimate.HedgeDenied, Text: "no losses"}, estimate.Quantity{Hedge: estimate.HedgeUnknown},
			estimate.Quantity{Best: estimate.At(n)}, estimate.Exactly(0))
	case 16:
		q = estimate.Quantity{Low: estimate.At(low), Best: estimate.At(mid), High: estimate.At(high)}
		if g.in(4) {
			q.Best = estimate.At(g.count()) // perhaps outside its ends, as in published tables
		}
	default:
		q = estimate.Quantity{Low: estimate.At(low), High: estimate.At(high + 2), Hedge: estimate.HedgeBetween}
		q.Low.Open, q.High.Open, q.High.Possible = g.in(2), g.in(2), g.in(2)
		if g.in(4) {
			q = oneOf(g, estimate.Quantity{Low: estimate.Word(g.term()), Hedge: estimate.HedgeAtLeast}, estimate.Quantity{High: estimate.Word(g.term()), Hedge: estimate.HedgeAtMost},
				estimate.Quantity{High: estimate.Word(g.term()), Hedge: estimate.HedgeNearly}, estimate.Quantity{Best: estimate.Word(g.term()), Hedge: estimate.HedgeApproximately})
		}
	}
	if g.in(5) && !q.IsZero() {
		q.Modality = oneOf(g, estimate.Modalities()...)
	}
	if g.in(3) {
		q.Text = q.String() + " people"
	}
	return q
}

func (g *generator) measure() estimate.Measure {
	if g.focused && !g.in(5) {
		if g.excess {
			return estimate.ExcessDeaths
		}
		return estimate.Killed
	}
	if g.in(3) {
		return oneOf(g, estimate.Measures()...)
	}
	return oneOf(g, estimate.Killed, estimate.Killed, estimate.Killed, estimate.Killed, estimate.KilledOrWounded, estimate.Wounded,
		estimate.Losses, estimate.Deployed, estimate.ExcessDeaths, estimate.Missing)
}

func (g *generator) id() estimate.ID {
	n := g.shuffled[g.nextID]
	g.nextID++
	if g.in(40) {
		return ""
	}
	return estimate.ID(fmt.Sprintf("e%02d", n))
}

// statement adds one statement of one to three measures.
func (g *generator) statement() {
	e := estimate.Estimate{
		Event: oneOf(g, g.set.Registry.Events...).ID, Source: oneOf(g, g.sources...),
		Scope: g.scope(), Published: g.date(),
	}
	measures := []estimate.Measure{g.measure()}
	if g.in(3) {
		measures = [][]estimate.Measure{{estimate.Killed, estimate.Wounded}, {estimate.Killed, estimate.Wounded, estimate.KilledOrWounded},
			{estimate.Killed, estimate.Missing}, {estimate.Killed, estimate.Wounded, estimate.Missing}}[g.IntN(4)]
	}
	if len(measures) > 1 || g.in(2) {
		e.Statement = estimate.ID(fmt.Sprintf("statement%d", len(g.set.Estimates)))
	}
	if g.in(3) {
		e.Method = g.method()
	}
	if g.in(6) {
		e.Stake = oneOf(g, source.Stakes()...)
	}
	if g.in(8) {
		e.Credibility = oneOf(g, estimate.Credibilities()...)
	}
	if g.in(6) {
		e.DrawsOn = []source.ID{oneOf(g, append(g.sources, "agency")...)}
	}
	for _, m := range measures {
		if len(g.set.Estimates) == g.most {
			return
		}
		r := e
		r.ID, r.Measure, r.Quantity = g.id(), m, g.quantity(m)
		if m == estimate.Wounded && g.in(2) {
			r.Quantity = estimate.Exactly(oneOf[int64](g, 100, 300, 700, 2000))
		}
		r.Via = g.via(m)
		switch g.IntN(40) {
		case 0:
			r.Retracted = &estimate.Retraction{Published: g.date(), Quote: "withdrawn"}
		case 1:
			r.Aside = &estimate.Aside{By: "a desk", Why: "typing error"}
		}
		g.set.Estimates = append(g.set.Estimates, r)
	}
}

// report adds another record of a statement that stands already.
func (g *generator) report(of *estimate.Estimate) {
	e := *of
	e.ID, e.Via, e.Retracted, e.Aside, e.Supersedes = g.id(), g.via(e.Measure), nil, nil, nil
	if len(e.Via) == 0 {
		e.Via = []estimate.Hop{{By: "wire"}}
	}
	if g.in(5) {
		e.Quantity = g.quantity(e.Measure)
	}
	g.set.Estimates = append(g.set.Estimates, e)
}

// via is a chain of relays, of which some change the words.
func (g *generator) via(m estimate.Measure) []estimate.Hop {
	if !g.in(3) {
		return nil
	}
	relays := []source.ID{"wire", "paper", "radio", "s0"}
	g.Shuffle(len(relays), func(i, j int) { relays[i], relays[j] = relays[j], relays[i] })
	var hops []estimate.Hop
	for _, by := range relays[:1+g.IntN(3)] {
		h := estimate.Hop{By: by}
		if g.in(2) {
			h.Published = g.date()
		}
		if g.in(2) {
			if g.in(3) {
				m = oneOf(g, estimate.Killed, estimate.KilledOrWounded, estimate.Losses, m)
				h.Measure = m
			}
			h.Quantity = g.quantity(m)
		}
		if g.in(10) {
			h.Scope = g.scope()
		}
		hops = append(hops, h)
	}
	// A count below zero stands with its measure only.
	for i := range hops {
		if m != estimate.ExcessDeaths && negative(hops[i].Quantity) {
			hops[i].Quantity = estimate.Quantity{}
		}
	}
	return hops
}

func negative(q estimate.Quantity) bool {
	return slices.ContainsFunc([]estimate.Bound{q.Low, q.Best, q.High}, func(b estimate.Bound) bool { return b.Stated && b.Most() < 0 })
}

// links adds supersession and derivation, always of an earlier record, so that
// none goes in a circle.
func (g *generator) links() {
	es := g.set.Estimates
	for i := range es {
		earlier := estimate.ID("no-such-record")
		if i > 0 && !g.in(20) {
			earlier = es[g.IntN(i)].ID
		}
		if earlier == "" || earlier == es[i].ID {
			continue
		}
		switch g.IntN(20) {
		case 0:
			es[i].Supersedes = []estimate.ID{earlier}
		case 1:
			es[i].Derived = &estimate.Derivation{Op: oneOf(g, estimate.Ops()...), From: []estimate.ID{earlier}, Formula: "a third of it"}
		}
	}
}

func (g *generator) remarks() {
	es := g.set.Estimates
	if !g.in(4) {
		return
	}
	rm := estimate.Remark{By: oneOf(g, g.sources...), Facet: oneOf(g, estimate.Facets()...), Quote: "because"}
	for range 2 {
		if id := es[g.IntN(len(es))].ID; id != "" {
			rm.About = append(rm.About, id)
		}
	}
	if len(rm.About) > 0 {
		g.set.Remarks = append(g.set.Remarks, rm)
	}
}

// reconciler is one of many settings.
func (g *generator) reconciler() *reconcile.Reconciler {
	r := &reconcile.Reconciler{}
	if g.in(2) {
		r.Reading = reconcile.Published
	}
	if g.in(8) {
		c := oneOf(g, estimate.ACLED(), estimate.PITF())
		r.Convention = &c
	}
	if g.in(8) {
		r.AsOf = g.date()
	}
	if g.in(8) {
		r.KnownAt = g.date()
	}
	if g.in(4) {
		r.Assumptions = moreAssumptions()
	}
	return r
}

// moreAssumptions sizes more facets than the defaults do.
func moreAssumptions() reconcile.Assumptions {
	as := reconcile.Defaults()
	for _, a := range []reconcile.Assumption{
		reconcile.Factor("basis:battlefield_claim", 0.25, 1, "test"),
		reconcile.Factor("verification:claimed", 0.5, 1, "test"),
		reconcile.Factor("verification:verified", 1.5, 3, "test"),
		reconcile.Factor("source:s1", 0.8, 1.3, "test"),
		reconcile.Factor("stake:higher", 0.5, 0.9, "test"),
	} {
		a.Measured = a.Name == "source:s1"
		as = as.With(a)
	}
	return as
}

// clone copies a set by way of its file format.
func clone(s *estimate.Set) *estimate.Set {
	data, err := json.Marshal(s)
	if err != nil {
		panic(err)
	}
	var c estimate.Set
	if err := json.Unmarshal(data, &c); err != nil {
		panic(err)
	}
	return &c
}

func indent(v any) string {
	data, err := json.MarshalIndent(v, "", " ")
	if err != nil {
		return err.Error()
	}
	return string(data)
}

// A law holds of every set; what it finds wrong it returns. It takes what
// chance it needs from g, which is the same for a seed.
type law func(g *generator, s *estimate.Set) error

// hold checks a law over generated sets, and shrinks the first set that breaks
// it.
func hold(t *testing.T, l law) {
	t.Helper()
	t.Parallel()
	sets := uint64(lawSets)
	if testing.Short() {
		sets = min(sets, 500)
	}
	for seed := range sets {
		s := generate(seed)
		err := l(newGenerator(seed+1_000_000), s)
		if err == nil {
			continue
		}
		small := shrink(generate(seed), func(c *estimate.Set) bool { return l(newGenerator(seed+1_000_000), c) != nil })
		last := l(newGenerator(seed+1_000_000), clone(small))
		t.Fatalf("seed %d: %v\nshrunk: %v\n%s", seed, err, last, indent(small))
	}
}

// shrink takes from s whatever it can and still break the law.
func shrink(s *estimate.Set, fails func(*estimate.Set) bool) *estimate.Set {
	try := func(change func(c *estimate.Set) bool) bool {
		c := clone(s)
		if !change(c) || c.Validate() != nil || !fails(clone(c)) {
			return false
		}
		s = c
		return true
	}
	for smaller := true; smaller; {
		smaller = false
		for i := len(s.Estimates) - 1; i >= 0; i-- {
			if try(func(c *estimate.Set) bool { c.Estimates = slices.Delete(c.Estimates, i, i+1); return true }) {
				smaller = true
			}
		}
		for i := range s.Estimates {
			for _, simpler := range simplifications {
				smaller = try(func(c *estimate.Set) bool {
					before := indent(c.Estimates[i])
					simpler(&c.Estimates[i])
					return indent(c.Estimates[i]) != before
				}) || smaller
			}
		}
		for i := len(s.Sources) - 1; i >= 0; i-- {
			smaller = try(func(c *estimate.Set) bool { c.Sources = slices.Delete(c.Sources, i, i+1); return true }) || smaller
		}
		for i := range s.Registry.Events {
			smaller = try(func(c *estimate.Set) bool {
				e := &c.Registry.Events[i]
				was := !e.Until.IsZero()
				e.Until = estimate.Date{}
				return was
			}) || smaller
		}
		smaller = try(func(c *estimate.Set) bool { was := len(c.Remarks) > 0; c.Remarks = nil; return was }) || smaller
	}
	return s
}

var simplifications = []func(*estimate.Estimate){
	func(e *estimate.Estimate) { e.Via = nil },
	func(e *estimate.Estimate) { e.Via = e.Via[:max(len(e.Via)-1, 0)] },
	func(e *estimate.Estimate) { e.Method = source.Method{} },
	func(e *estimate.Estimate) { e.Stake = "" },
	func(e *estimate.Estimate) { e.DrawsOn = nil },
	func(e *estimate.Estimate) { e.Derived = nil },
	func(e *estimate.Estimate) { e.Supersedes = nil },
	func(e *estimate.Estimate) { e.Retracted = nil },
	func(e *estimate.Estimate) { e.Aside = nil },
	func(e *estimate.Estimate) { e.Statement = "" },
	func(e *estimate.Estimate) { e.Credibility = "" },
	func(e *estimate.Estimate) { e.Published = estimate.Date{} },
	func(e *estimate.Estimate) { e.Scope = estimate.Scope{AsOf: e.Scope.AsOf} },
	func(e *estimate.Estimate) { e.Scope = estimate.Scope{} },
	func(e *estimate.Estimate) { e.Quantity.Text = "" },
	func(e *estimate.Estimate) { e.Quantity.Modality = "" },
	func(e *estimate.Estimate) { e.Measure = estimate.Killed },
	func(e *estimate.Estimate) { e.Quantity = estimate.AtLeast(100) },
}

// TestGenerator checks that every generated set is valid, and that together
// they reach every kind of finding, reason, state, hedge and measure: a law
// over sets that never put it to the test would hold of anything.
func TestGenerator(t *testing.T) {
	seen := make(map[string]int)
	for seed := range uint64(4000) {
		g := newGenerator(seed)
		s := g.generate()
		if err := s.Validate(); err != nil {
			t.Fatalf("seed %d: %v\n%s", seed, err, indent(s))
		}
		if n := len(s.Estimates); n < 1 || n > 8 {
			t.Fatalf("seed %d: %d estimates", seed, n)
		}
		for _, e := range s.Estimates {
			seen["hedge "+string(e.Quantity.Hedge)]++
			seen["modality "+string(e.Quantity.Modality)]++
			seen["measure "+string(e.Measure)]++
		}
		res := mustReconcile(t, g.reconciler(), s)
		for _, f := range res.Findings {
			seen["finding "+string(f.Kind)]++
		}
		for _, p := range res.Pairs {
			seen["pair "+string(p.Relation)+" "+string(p.Weight)]++
			if p.Explanation != nil {
				seen[fmt.Sprintf("players %d", len(p.Explanation.Players))]++
				for _, pl := range p.Explanation.Players {
					seen["player "+pl.Name]++
				}
			}
			if p.Alignment != nil {
				seen["alignment "+p.Alignment.Assumption]++
			}
		}
		for i := range res.Answers {
			a := &res.Answers[i]
			for name, f := range map[string]*reconcile.Figure{"floor": a.Floor, "best": a.Best, "ceiling": a.Ceiling, "highest": a.Highest, "cap": a.Cap} {
				if f != nil {
					seen["figure "+name]++
				}
			}
			for _, list := range [][]*reconcile.Root{a.Roots, a.Unclear, a.Earlier} {
				for _, r := range list {
					seen["state "+string(r.State)]++
					seen[fmt.Sprintf("sum %v settled %v", len(r.Parts) > 0, r.Settled)]++
				}
			}
			for _, rung := range a.Ladder {
				for _, w := range rung.If.Words() {
					seen["rung if "+w]++
				}
			}
			if a.Disputed {
				seen["disputed"]++
			}
			seen["camps "+fmt.Sprint(min(len(a.Camps), 3))]++
		}
		for _, rm := range res.Remarks {
			seen["verdict "+string(rm.Verdict)]++
		}
		for _, u := range res.Assumptions {
			seen["used "+u.Name]++
		}
	}
	var want []string
	for _, k := range reconcile.Kinds() {
		want = append(want, "finding "+string(k))
	}
	for _, h := range estimate.Hedges() {
		want = append(want, "hedge "+string(h))
	}
	for _, m := range estimate.Modalities() {
		want = append(want, "modality "+string(m))
	}
	for _, m := range estimate.Measures() {
		want = append(want, "measure "+string(m))
	}
	for _, a := range reconcile.Defaults() {
		want = append(want, "used "+a.Name)
	}
	for _, s := range []reconcile.State{reconcile.Live, reconcile.Replaced, reconcile.Retracted, reconcile.SetAside, reconcile.TooLate} {
		want = append(want, "state "+string(s))
	}
	for _, w := range ((reconcile.Disputed<<1 - 1) &^ reconcile.Recorded).Words() {
		want = append(want, "rung if "+w)
	}
	for _, v := range []reconcile.Verdict{reconcile.NotNeeded, reconcile.Supported, reconcile.Insufficient, reconcile.Untestable} {
		want = append(want, "verdict "+string(v))
	}
	want = append(want, "figure floor", "figure best", "figure ceiling", "figure highest", "figure cap", "disputed", "camps 2", "camps 3",
		"sum true settled false", "sum true settled true", "sum false settled true", "players 2", "players 3", "player relay", "player growth_per_day",
		"alignment wounded_per_killed", "pair later-as-of suspicion", "pair later-as-of note", "pair unexplained-disagreement suspicion")
	for _, w := range want {
		if seen[w] == 0 {
			t.Errorf("no generated set has %s", w)
		}
	}
	if t.Failed() || testing.Verbose() {
		var lines []string
		for k, n := range seen {
			lines = append(lines, fmt.Sprintf("%6d %s", n, k))
		}
		slices.Sort(lines)
		t.Log("\n" + strings.Join(lines, "\n"))
	}
}
