package interchange_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/source"
)

// A generator makes random valid sets.
type generator struct{ *rand.Rand }

func pick[T any](g generator, of []T) T { return of[g.IntN(len(of))] }

// maybe is the zero value half of the time.
func maybe[T any](g generator, v T) T {
	if g.IntN(2) == 0 {
		var zero T
		return zero
	}
	return v
}

func several[T any](g generator, one func() T) []T {
	var out []T
	for range g.IntN(4) {
		out = append(out, one())
	}
	return out
}

func (g generator) text() string {
	return maybe(g, pick(g, []string{"x", "over 200", `a "quote" \ <b> & \u003c`, "Путь – 北\u2028\u0000\x7f\n\t", "\\", `\"`, "\ufffd", "😀"}))
}

func (g generator) id() estimate.ID {
	return estimate.ID(pick(g, []string{"a", "b", "kursk", "ЗСУ", "a b", `q"<`, "any"}))
}

func (g generator) date() estimate.Date {
	d := estimate.Date{Year: 2020 + g.IntN(5), Month: g.IntN(13), About: g.IntN(4) == 0}
	if d.Month > 0 {
		d.Day = g.IntN(29)
	}
	return maybe(g, d)
}

func (g generator) quantity() estimate.Quantity {
	n := g.Int64N(1_000_000)
	q := pick(g, []estimate.Quantity{{}, estimate.Exactly(n), estimate.About(n), estimate.Nearly(n), estimate.AtLeast(n),
		estimate.MoreThan(n), estimate.AtMost(n), estimate.FewerThan(n + 1), estimate.Between(n, 2*n), estimate.Interval(n, n, n+5, 0.95),
		estimate.Vague("several hundred"), estimate.Vague("<many> & \\u003c more"), {Hedge: estimate.HedgeDenied}})
	if q.Low.Term != "" {
		q.Low.By, q.Low.N = maybe(g, "lit<eral"), 0
		if q.Low.By != "" {
			q.Low.N = 300
		}
	}
	q.High.Possible = q.High.Stated && g.IntN(3) == 0
	return q.As(maybe(g, pick(g, estimate.Modalities()))).Said(g.text())
}

func (g generator) scope() estimate.Scope {
	s := estimate.Scope{Population: maybe(g, g.id()), Place: maybe(g, g.id()), By: maybe(g, g.id()), AsOf: g.date(), Except: several(g, g.id)}
	if s.AsOf.IsZero() {
		s.From = g.date()
	}
	return maybe(g, s)
}

func (g generator) method() source.Method {
	return maybe(g, source.Method{
		Basis:        several(g, func() source.Basis { return pick(g, source.Bases()) }),
		Rule:         maybe(g, pick(g, source.Rules())),
		Verification: maybe(g, pick(g, source.Verifications())),
		Detail:       g.text(),
	})
}

func (g generator) sourceID() source.ID { return source.ID(g.id()) }

func (g generator) estimate(i int) estimate.Estimate {
	e := estimate.Estimate{
		ID: maybe(g, estimate.ID(fmt.Sprint("e", i))), Event: maybe(g, g.id()), Source: g.sourceID(), Statement: maybe(g, g.id()),
		Measure: pick(g, estimate.Measures()), Quantity: g.quantity(), Scope: g.scope(), Published: g.date(),
		Method: g.method(), Stake: maybe(g, pick(g, source.Stakes())), Credibility: maybe(g, pick(g, estimate.Credibilities())),
		DrawsOn: several(g, g.sourceID), Quote: g.text(), URL: g.text(), Note: g.text(),
		Derived: maybe(g, &estimate.Derivation{Op: pick(g, estimate.Ops()), From: several(g, g.id), Factor: maybe(g, g.Float64()), Formula: g.text()}),
		// A later record supersedes an earlier one, so that none goes in a circle.
		Retracted: maybe(g, &estimate.Retraction{Published: g.date(), Quote: g.text(), URL: g.text()}),
		Aside:     maybe(g, &estimate.Aside{By: "me", Why: "why"}),
	}
	if i > 0 {
		e.Supersedes = maybe(g, []estimate.ID{estimate.ID(fmt.Sprint("e", g.IntN(i)))})
	}
	for j := range g.IntN(4) {
		e.Via = append(e.Via, estimate.Hop{By: source.ID(fmt.Sprint("relay", j)), Published: g.date(), Measure: maybe(g, pick(g, estimate.Measures())),
			Quantity: g.quantity(), Scope: g.scope(), Quote: g.text(), URL: g.text()})
	}
	return e
}

func (g generator) set() *estimate.Set {
	s := &estimate.Set{Schema: estimate.Schema, About: g.text()}
	s.Established = maybe(g, &estimate.Established{Figure: g.Int64N(9), Low: -1, High: 3, By: g.text(), Note: g.text(), Verified: g.IntN(2) == 0})
	for i := range g.IntN(4) {
		id := fmt.Sprint("s", i)
		s.Sources = append(s.Sources, source.Source{ID: source.ID(id), Name: g.text(), Short: g.text(), Kind: maybe(g, pick(g, source.Kinds())),
			Within: several(g, g.sourceID), Stake: maybe(g, pick(g, source.Stakes())), Method: g.method(), Reliability: maybe(g, pick(g, source.Reliabilities()))})
		unit := estimate.Unit{ID: estimate.ID(id), Name: g.text(), Within: maybe(g, []estimate.ID{"whole"})}
		s.Places = append(s.Places, unit)
		s.Populations = append(s.Populations, unit)
		s.Parties = append(s.Parties, unit)
		s.Registry.Events = append(s.Registry.Events, estimate.Event{ID: estimate.ID(id), Name: g.text(), Scope: g.scope(), Until: maybe(g, estimate.Date{Year: 2025, Month: 3, Day: 1, About: g.IntN(2) == 0})})
		s.Remarks = append(s.Remarks, estimate.Remark{By: g.sourceID(), About: []estimate.ID{"e0", "e1"}, Facet: pick(g, estimate.Facets()), Quote: g.text(), URL: g.text()})
	}
	for i := range g.IntN(6) {
		s.Estimates = append(s.Estimates, g.estimate(i))
	}
	return s
}

// stated counts the fields of v that are not zero, by path.
func stated(v reflect.Value, path string, counts map[string]int) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			stated(v.Elem(), path, counts)
		}
	case reflect.Slice:
		for i := range v.Len() {
			stated(v.Index(i), path, counts)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if name := v.Type().Field(i).Name; name != "Pos" {
				stated(v.Field(i), path+"."+name, counts)
			}
		}
	default:
		counts[path] += 0
		if !v.IsZero() {
			counts[path]++
		}
	}
}

// The generator must state every field of the types, or the round trip would
// not prove what it says.
func TestGeneratorStatesEveryField(t *testing.T) {
	counts := make(map[string]int)
	for seed := range uint64(300) {
		set := generator{rand.New(rand.NewPCG(seed, 1))}.set()
		if err := set.Validate(); err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		stated(reflect.ValueOf(set).Elem(), "", counts)
	}
	for path, n := range counts {
		// Hops and estimates share their quantity and scope types.
		if n == 0 && !strings.Contains(path, ".Via.Quantity.") && !strings.Contains(path, ".Quantity.High.By") &&
			!strings.Contains(path, "Low.Possible") && !strings.Contains(path, "Best.") && !strings.Contains(path, "High.") {
			t.Errorf("no set states %s", path)
		}
	}
}
