package reconcile_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/reconcile"
	"github.com/openestimate/casualty/source"
)

// found writes the findings of a result, each as "kind ids", suspicions and
// discrepancies marked.
func found(res *reconcile.Result) []string {
	var out []string
	for _, f := range res.Findings {
		s := string(f.Kind) + " " + join(f.Estimates)
		if f.Weight != reconcile.Note {
			s = string(f.Weight) + " " + s
		}
		out = append(out, s)
	}
	return out
}

// TestSmallSets shows each rule of the findings in the least set that it needs.
func TestSmallSets(t *testing.T) {
	by := func(e estimate.Estimate, s source.ID) estimate.Estimate { e.Source = s; return e }
	dated := func(e estimate.Estimate, asOf, published estimate.Date) estimate.Estimate {
		e.Scope.AsOf, e.Published = asOf, published
		return e
	}
	on := func(e estimate.Estimate, d estimate.Date) estimate.Estimate { return dated(e, d, d) }
	of := func(e estimate.Estimate, statement estimate.ID, basis ...source.Basis) estimate.Estimate {
		e.Statement, e.Source, e.Method.Basis = statement, "s", basis
		return e
	}
	via := func(e estimate.Estimate, by source.ID) estimate.Estimate {
		e.Via = append(slices.Clip(e.Via), estimate.Hop{By: by})
		return e
	}
	draws := func(e estimate.Estimate, on ...source.ID) estimate.Estimate { e.DrawsOn = on; return e }
	derived := func(e estimate.Estimate, from ...estimate.ID) estimate.Estimate {
		e.Derived = &estimate.Derivation{Op: estimate.Projection, From: from}
		return e
	}
	at := func(place estimate.ID) func(*estimate.Estimate) {
		return func(e *estimate.Estimate) { e.Scope.Place = place }
	}
	over := func(s *estimate.Set, until estimate.Date) *estimate.Set {
		s.Places = []estimate.Unit{{ID: "country"}, {ID: "town", Within: []estimate.ID{"country"}}}
		for i := range s.Estimates {
			s.Estimates[i].Event = "e"
		}
		s.Events = []estimate.Event{{ID: "e", Until: until, Scope: estimate.Scope{Place: "country"}}}
		return s
	}
	march := estimate.Date{Year: 2024, Month: 3}
	later := estimate.Date{Year: 2025, Month: 1}
	tests := []struct {
		name    string
		set     *estimate.Set
		want    []string // findings, in their order
		answers []string
		says    string // part of a message
	}{
		{name: "a recount of an event that is over replaces what was said before, though it counts to the event's end",
			set:  over(setOf(by(on(est("early", estimate.Exactly(100)), day(3, 1)), "s"), by(dated(est("recount", estimate.Exactly(180)), day(1, 5), later), "s")), day(1, 5)),
			want: []string{"revision early,recount"}, answers: []string{"killed: floor 180 recount best 180 recount ceiling 180 recount replaced early"}},
		{name: "so does one that is lower",
			set:  over(setOf(by(on(est("early", estimate.Exactly(180)), day(3, 1)), "s"), by(dated(est("recount", estimate.Exactly(100)), day(1, 5), later), "s")), day(1, 5)),
			want: []string{"revision early,recount"}, answers: []string{"killed: floor 100 recount best 100 recount ceiling 100 recount replaced early"}},
		{name: "a count is not replaced by a lower one that was published before it",
			set:  setOf(by(on(est("a", estimate.Exactly(3000)), day(3, 15)), "s"), by(dated(est("b", estimate.Exactly(5000)), day(3, 1), later), "s")),
			want: []string{"revision a,b"}, answers: []string{"killed: floor 5000 b best 5000 b ceiling 5000 b replaced a"}},
		{name: "a series published late stays in the order of its dates",
			set:  setOf(by(on(est("b", estimate.Exactly(5000)), day(3, 15)), "s"), by(dated(est("a", estimate.Exactly(3000)), day(3, 1), later), "s")),
			want: []string{"revision a,b"}, answers: []string{"killed: floor 5000 b best 5000 b ceiling 5000 b replaced a"}},
		{name: "two tolls of one source on one day are a revision of unknown order, not a dispute",
			set:  setOf(by(on(est("a", estimate.Exactly(6)), day(3, 1)), "s"), by(on(est("b", estimate.Exactly(12)), day(3, 1)), "s")),
			want: []string{"suspicion revision a,b"}, answers: []string{"killed: floor 6 a ceiling 12 b rung 12 b if disputed"}, says: "dates do not tell which"},
		{name: "so are two whose dates overlap",
			set:  setOf(by(on(est("a", estimate.Exactly(100)), march), "s"), by(on(est("b", estimate.Exactly(150)), day(3, 20)), "s")),
			want: []string{"suspicion revision a,b"}, answers: []string{"killed: floor 100 a ceiling 150 b rung 150 b if disputed"}},
		{name: "two sources on one day are in dispute",
			set:     setOf(on(est("a", estimate.Exactly(6)), day(3, 1)), on(est("b", estimate.Exactly(12)), day(3, 1))),
			want:    []string{"discrepancy unexplained-disagreement a,b"},
			answers: []string{"killed: floor 6 a ceiling 12 b rung 12 b if disputed disputed camps 2"}},
		{name: "a count and an estimate that one statement gives are two figures, and no relay drifted",
			set:     setOf(of(est("count", estimate.Exactly(143350)), "st", source.RecordLinkage), of(est("estimated", estimate.Between(281443, 337971)), "st", source.MultipleSystems)),
			want:    []string{"count-below-estimate count,estimated"},
			answers: []string{"killed: floor 143350 count highest 337971 estimated rung 281443 estimated if statistical"}},
		{name: "so they are where each came through a relay and states its basis",
			set:     setOf(via(of(est("count", estimate.Exactly(143350)), "st", source.RecordLinkage), "x"), via(of(est("estimated", estimate.Between(281443, 337971)), "st", source.MultipleSystems), "y")),
			want:    []string{"count-below-estimate count,estimated"},
			answers: []string{"killed: floor 143350 count highest 337971 estimated rung 281443 estimated if statistical"}},
		{name: "two scenarios of one statement stand side by side, and neither is best",
			set:  setOf(of(est("high", estimate.Exactly(90)), "st"), of(est("low", estimate.Exactly(20)), "st")),
			want: []string{"compatible-as-stated high,low"}, answers: []string{"killed: floor 20 low ceiling 90 high rung 90 high if disputed"}, says: "side by side in one statement"},
		{name: "words that differ between two relays of a statement are drift",
			set:  setOf(via(of(est("a", estimate.AtLeast(300)), "st"), "x"), via(of(est("b", estimate.Exactly(330)), "st"), "y")),
			want: []string{"discrepancy relay-drift b,a", "shared-root a,b"}, answers: []string{"killed: floor 300 a"}},
		{name: "so are words of a statement that two sources report",
			set:  setOf(by(of(est("a", estimate.AtLeast(300)), "st"), "x"), by(of(est("b", estimate.Exactly(330)), "st"), "y")),
			want: []string{"discrepancy relay-drift b,a", "shared-root a,b"}, answers: []string{"killed: floor 300 a"}},
		{name: "a withdrawn report of a statement that stands",
			set: setOf(of(est("a", estimate.AtMost(400)), "st"), with(via(of(est("b", estimate.AtMost(400)), "st"), "x"), func(e *estimate.Estimate) {
				e.Retracted = &estimate.Retraction{Published: later}
			})),
			want: []string{"retraction b", "shared-root a,b"}, answers: []string{"killed: ceiling 400 a"}, says: "the report by x was withdrawn"},
		{name: "an upstream's upstream is shared",
			set:  setOf(est("a", estimate.AtLeast(10)), draws(est("b", estimate.AtLeast(10)), "by-a"), draws(est("c", estimate.AtLeast(10)), "by-b")),
			want: []string{"agree a,b", "agree a,c", "agree b,c", "shared-root a,b", "shared-root a,c", "shared-root b,c"}, answers: []string{"killed: floor 10 a,b,c"}},
		{name: "a figure derived from a derived one is not set against what both rest on",
			set:  setOf(est("a", estimate.Exactly(10)), derived(est("b", estimate.Exactly(50)), "a"), derived(est("c", estimate.Exactly(100)), "b")),
			want: []string{"derived-figure b,a", "derived-figure c,b"}, answers: []string{"killed: floor 10 a best 10 a rung 50 b if derived rung 100 c if derived"}},
		{name: "what a derived figure rests on was withdrawn",
			set:  setOf(with(est("a", estimate.Exactly(10)), func(e *estimate.Estimate) { e.Retracted = &estimate.Retraction{Published: later} }), derived(est("b", estimate.Exactly(50)), "a")),
			want: []string{"derived-figure b,a", "retraction a"}, answers: []string{"killed: rung 50 b if derived retracted a"}, says: "which it rests on, was withdrawn"},
		{name: "the same odd figure is no suspicion where one names the other as its relay",
			set:  setOf(via(est("a", estimate.Exactly(4255)), "by-b"), est("b", estimate.Exactly(4255))),
			want: []string{"agree a,b"}, answers: []string{"killed: floor 4255 a,b best 4255 a,b ceiling 4255 a,b"}},
		{name: "it is where none does",
			set:  setOf(est("a", estimate.Exactly(4255)), est("b", estimate.Exactly(4255))),
			want: []string{"suspicion suspected-copy a,b", "agree a,b"}, answers: []string{"killed: floor 4255 a,b best 4255 a,b ceiling 4255 a,b"}},
		{name: "a part above a settled whole, though the part was counted later",
			set:  over(setOf(dated(est("whole", estimate.Exactly(100)), day(1, 5), march), on(with(est("part", estimate.Exactly(150)), at("town")), later)), day(1, 5)),
			want: []string{"discrepancy identity-broken part,whole", "nested-scope part,whole"}, answers: []string{"killed: floor 100 whole best 100 whole ceiling 100 whole", "killed: floor 150 part best 150 part ceiling 150 part"}},
		{name: "a part above a whole that was counted before it and may have grown",
			set:  over(setOf(dated(est("whole", estimate.Exactly(100)), day(1, 5), day(1, 6)), on(with(est("part", estimate.Exactly(150)), at("town")), later)), day(1, 5)),
			want: []string{"nested-scope part,whole"}, answers: []string{"killed: floor 100 whole best 100 whole ceiling 100 whole", "killed: floor 150 part best 150 part ceiling 150 part"}},
		{name: "a source that gives bodies and killed apart",
			set:  setOf(with(of(est("bodies", estimate.Exactly(458)), "st"), func(e *estimate.Estimate) { e.Measure = estimate.BodiesRecovered }), of(est("killed", estimate.Exactly(419)), "st")),
			want: []string{"different-measure bodies,killed"}, answers: []string{"killed: floor 419 killed best 419 killed ceiling 419 killed", "bodies_recovered: floor 458 bodies best 458 bodies ceiling 458 bodies"}},
		{name: "bodies of one source above the killed of another",
			set:  setOf(with(est("bodies", estimate.Exactly(458)), func(e *estimate.Estimate) { e.Measure = estimate.BodiesRecovered }), est("killed", estimate.Exactly(419))),
			want: []string{"discrepancy identity-broken bodies,killed", "different-measure bodies,killed"}, answers: []string{"killed: floor 419 killed best 419 killed ceiling 419 killed", "bodies_recovered: floor 458 bodies best 458 bodies ceiling 458 bodies"}},
		{name: "a cap read by the convention is not quoted as a number",
			set:  setOf(est("a", estimate.AtLeast(3500)), with(est("d", estimate.About(3000)), func(e *estimate.Estimate) { e.Measure = estimate.Deployed })),
			want: []string{"discrepancy cap-exceeded a,d"}, answers: []string{"killed: floor 3500 a cap 3300 d"}, says: "is above the number deployed (by-d (about 3,000))"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			res := mustReconcile(t, &reconcile.Reconciler{}, tt.set)
			if got := found(res); !slices.Equal(got, tt.want) {
				t.Errorf("findings %q\nwant     %q", got, tt.want)
			}
			if got := briefs(res); !slices.Equal(got, tt.answers) {
				t.Errorf("answers %q\nwant    %q", got, tt.answers)
			}
			if !slices.ContainsFunc(res.Findings, func(f reconcile.Finding) bool { return strings.Contains(f.Message, tt.says) }) {
				t.Errorf("no message says %q: %+v", tt.says, res.Findings)
			}
		})
	}
}

// A replaced figure is linked to the one that replaced it and, where that is of
// another voice of its institution, to the next of its own source.
func TestRevisionOfOwnSource(t *testing.T) {
	set := setOf(
		with(est("a", estimate.Exactly(5601)), func(e *estimate.Estimate) { e.Source, e.Scope.AsOf = "agency", day(1, 31) }),
		with(est("b", estimate.Exactly(7884)), func(e *estimate.Estimate) { e.Source, e.Scope.AsOf = "police", day(2, 28) }),
		with(est("c", estimate.Exactly(6252)), func(e *estimate.Estimate) { e.Source, e.Scope.AsOf = "agency", day(5, 31) }))
	set.Sources = []source.Source{{ID: "agency", Within: []source.ID{"government"}}, {ID: "police", Within: []source.ID{"government"}}}
	res := mustReconcile(t, &reconcile.Reconciler{}, set)
	if got, want := found(res), []string{"revision a,b", "revision a,c", "revision b,c"}; !slices.Equal(got, want) {
		t.Errorf("findings %q, want %q", got, want)
	}
	for _, f := range res.Findings {
		if !strings.HasPrefix(f.Message, map[estimate.ID]string{"a": "agency (5,601) was replaced by", "b": "police (7,884) was replaced by"}[f.Estimates[0]]) {
			t.Errorf("%s", f.Message)
		}
	}
}
