package reconcile_test

import (
	"encoding/json"
	"fmt"
	"iter"
	"math/bits"
	"testing"
	"time"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/reconcile"
	"github.com/openestimate/casualty/source"
)

// decode is the time that encoding/json takes to read s, in nanoseconds: the
// least of several rounds.
func decode(b *testing.B, s *estimate.Set) float64 {
	b.Helper()
	data, err := json.Marshal(s)
	if err != nil {
		b.Fatal(err)
	}
	least := 0.0
	for range 5 {
		start, n := processorTime(), 0
		for n < 200 || processorTime()-start < 10*time.Millisecond {
			var t estimate.Set
			if err := json.Unmarshal(data, &t); err != nil {
				b.Fatal(err)
			}
			n++
		}
		if took := float64(processorTime()-start) / float64(n); least == 0 || took < least {
			least = took
		}
	}
	return least
}

// benchmark times r on s, in processor time and as a multiple of what reading
// the same set with encoding/json takes in the same run.
func benchmark(b *testing.B, r *reconcile.Reconciler, s *estimate.Set) {
	b.ReportAllocs()
	start := processorTime()
	for b.Loop() {
		if _, err := r.Reconcile(b.Context(), s); err != nil {
			b.Fatal(err)
		}
	}
	took := float64(processorTime()-start) / float64(b.N)
	b.ReportMetric(took, "cpu-ns/op")
	b.ReportMetric(took/decode(b, s), "x-json")
}

// threeRoots is one question with three roots: a disagreement with two players,
// a vague word, a relay.
func threeRoots() *estimate.Set {
	s := &estimate.Set{Schema: estimate.Schema}
	s.Sources = []source.Source{{ID: "a", Name: "Ministry", Stake: source.StakeLower, Method: source.Method{Rule: source.Conservative}},
		{ID: "b", Name: "Monitor", Method: source.Method{Basis: []source.Basis{source.Interview}}}, {ID: "c", Name: "Agency"}, {ID: "wire", Name: "Wire"}}
	s.Places = []estimate.Unit{{ID: "town"}}
	s.Registry.Events = []estimate.Event{{ID: "event", Scope: estimate.Scope{Place: "town", From: day(1, 1)}}}
	for i, q := range []estimate.Quantity{estimate.Exactly(89).Said("89 killed"), estimate.Between(400, 450).Said("400 to 450"), estimate.Vague("several hundred").Said("several hundred")} {
		id := source.ID(rune('a' + i))
		s.Estimates = append(s.Estimates, estimate.Estimate{ID: estimate.ID("killed-" + id), Event: "event", Source: id, Measure: estimate.Killed,
			Quantity: q, Scope: estimate.Scope{AsOf: day(2, 1+9*i)}, Published: day(2, 1+9*i), Via: []estimate.Hop{{By: "wire", Published: day(2, 11+i)}}})
	}
	return s
}

func BenchmarkThreeRoots(b *testing.B) { benchmark(b, &reconcile.Reconciler{}, threeRoots()) }

// eightApart is eight roots that all disagree, with ten differences of known
// size among them.
func eightApart() (*estimate.Set, reconcile.Assumptions) {
	s := &estimate.Set{Schema: estimate.Schema}
	as := reconcile.Defaults().Without(reconcile.GrowthPerDay)
	bases := []source.Basis{source.BattlefieldClaim, source.OfficialCount, source.Interview, source.Quotation, source.IntelligenceAssessment, source.CourtFinding}
	rules := []source.Rule{source.Conservative, source.Maximum, source.Inclusive}
	for i := range 8 {
		id := source.ID(fmt.Sprintf("s%d", i))
		src := source.Source{ID: id, Name: "Source " + string(id)}
		src.Method.Basis = []source.Basis{bases[i%len(bases)]}
		src.Method.Rule = append(rules, "")[i%4]
		s.Sources = append(s.Sources, src)
		n := int64(100) << (2 * i)
		s.Estimates = append(s.Estimates, estimate.Estimate{ID: estimate.ID("killed-" + id), Event: "event", Source: id, Measure: estimate.Killed,
			Quantity: estimate.Exactly(n), Scope: estimate.Scope{AsOf: day(2, 1)}, Published: day(2, 1)})
	}
	s.Registry.Events = []estimate.Event{{ID: "event", Scope: estimate.Scope{From: day(1, 1)}}}
	for _, basis := range bases {
		as = as.With(reconcile.Factor("basis:"+string(basis), 0.5, 1.5, "bench"))
	}
	as = as.With(reconcile.Factor("source:s1", 0.8, 1.2, "bench"))
	return s, as
}

func BenchmarkEightApart(b *testing.B) {
	s, as := eightApart()
	r := &reconcile.Reconciler{Assumptions: as}
	res := mustReconcile(b, r, s)
	names := make(map[string]bool)
	for _, p := range res.Pairs {
		if !p.Relation.Disagrees() {
			b.Fatalf("%v: %s", p.Estimates, p.Relation)
		}
		for _, pl := range p.Explanation.Players {
			names[pl.Name] = true
		}
	}
	if len(res.Pairs) != 28 || len(names) != 10 {
		b.Fatalf("%d pairs, %d players", len(res.Pairs), len(names))
	}
	benchmark(b, r, s)
}

// BenchmarkEightApartCrowded gives nearly every pair eight or more players of
// its own.
func BenchmarkEightApartCrowded(b *testing.B) {
	s, as := eightApart()
	for i := range s.Sources {
		m := &s.Sources[i].Method
		m.Basis = []source.Basis{source.Survey}
		for j, basis := range source.Bases() {
			if bits.OnesCount(uint(i&j))%2 == 1 && basis != source.Survey {
				m.Basis = append(m.Basis, basis)
			}
		}
	}
	for _, basis := range source.Bases() {
		as = as.With(reconcile.Factor("basis:"+string(basis), 0.5, 1.5, "bench"))
	}
	r := &reconcile.Reconciler{Assumptions: as}
	players, apart := 0, 0
	for _, p := range mustReconcile(b, r, s).Pairs {
		if p.Explanation != nil {
			players, apart = players+len(p.Explanation.Players), apart+1
		}
	}
	if apart < 10 || players < 8*apart {
		b.Fatalf("%d players of %d pairs", players, apart)
	}
	benchmark(b, r, s)
}

func BenchmarkDPRKKursk(b *testing.B) {
	s := readSet(b, casePaths(b)["dprk-kursk"])
	if len(s.Estimates) < 24 {
		b.Fatalf("%d estimates", len(s.Estimates))
	}
	benchmark(b, &reconcile.Reconciler{}, s)
}

// fiveRows is one of many small sets that share their registry.
func fiveRows(shared estimate.Registry, n int) *estimate.Set {
	s := &estimate.Set{Schema: estimate.Schema, Registry: shared}
	for i, q := range []estimate.Quantity{estimate.Exactly(12), estimate.AtLeast(10), estimate.About(20), estimate.Between(8, 30), estimate.Vague("dozens")} {
		id := source.ID(rune('a' + i))
		s.Estimates = append(s.Estimates, estimate.Estimate{ID: estimate.ID("killed-" + id), Event: estimate.ID(fmt.Sprintf("event%02d", n%100)), Source: id, Measure: estimate.Killed,
			Quantity: q, Scope: estimate.Scope{Place: "town", AsOf: day(1+n%5, 1+n%28)}, Published: day(1+n%5, 1+n%28)})
	}
	return s
}

func BenchmarkAll(b *testing.B) {
	const n = 10_000
	var shared estimate.Registry
	for i := range 5 {
		shared.Sources = append(shared.Sources, source.Source{ID: source.ID(rune('a' + i)), Name: "Source"})
	}
	shared.Places = []estimate.Unit{{ID: "town"}}
	for i := range 100 {
		shared.Events = append(shared.Events, estimate.Event{ID: estimate.ID(fmt.Sprintf("event%02d", i))})
	}
	// A stream holds few sets at a time, so neither does this one.
	sets := make([]*estimate.Set, 140)
	for i := range sets {
		sets[i] = fiveRows(shared, i)
	}
	in := iter.Seq2[*estimate.Set, error](func(yield func(*estimate.Set, error) bool) {
		for i := range n {
			if !yield(sets[i%len(sets)], nil) {
				return
			}
		}
	})
	for _, workers := range []int{1, 2} {
		b.Run(fmt.Sprintf("workers=%d", workers), func(b *testing.B) {
			b.ReportAllocs()
			r := &reconcile.Reconciler{Workers: workers}
			start := processorTime()
			for b.Loop() {
				got := 0
				for res, err := range r.All(b.Context(), in) {
					if err != nil || len(res.Answers) != 1 {
						b.Fatal(err)
					}
					got++
				}
				if got != n {
					b.Fatalf("%d results", got)
				}
			}
			took := float64(processorTime()-start) / float64(b.N) / n
			b.ReportMetric(took, "cpu-ns/set")
			b.ReportMetric(float64(b.Elapsed())/float64(b.N)/n, "ns/set")
			rows := fiveRows(estimate.Registry{}, 0)
			b.ReportMetric(took/decode(b, rows), "x-json")
		})
	}
}

// BenchmarkWhatIf is the 24 statements of the case above, or eight apart, with
// what the answers hang on.
func BenchmarkWhatIf(b *testing.B) {
	apart, as := eightApart()
	for _, c := range []struct {
		name string
		r    reconcile.Reconciler
		set  *estimate.Set
	}{{"dprk-kursk", reconcile.Reconciler{}, readSet(b, casePaths(b)["dprk-kursk"])}, {"eight-apart", reconcile.Reconciler{Assumptions: as}, apart}} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for range b.N {
				if _, err := c.r.WhatIf(b.Context(), c.set); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
