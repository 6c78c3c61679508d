package estimate_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/source"
)

// units reads "kursk<russia<europe" chains, one a word: the first unit lies
// within the rest of its word, one step each.
func units(chains string) []estimate.Unit {
	var all []estimate.Unit
	for chain := range strings.FieldsSeq(chains) {
		ids := strings.Split(chain, "<")
		for i, id := range ids {
			at := slices.IndexFunc(all, func(u estimate.Unit) bool { return string(u.ID) == id })
			if at < 0 {
				at = len(all)
				all = append(all, estimate.Unit{ID: estimate.ID(id)})
			}
			if i+1 < len(ids) {
				all[at].Within = append(all[at].Within, estimate.ID(ids[i+1]))
			}
		}
	}
	return all
}

func TestRelate(t *testing.T) {
	r := estimate.Registry{
		Places:      units("sudzha<kursk<russia<europe belgorod<russia crimea<russia crimea<ukraine<europe gaza lone"),
		Populations: units("dprk<combatants civilians"),
		Parties:     units("brigade<army<state"),
	}
	r.Places = append(r.Places, estimate.Unit{ID: "island", Within: []estimate.ID{"undeclared"}}, estimate.Unit{ID: "reef", Within: []estimate.ID{"undeclared"}})
	x := estimate.NewIndex(&r)
	for _, tc := range []struct {
		kind estimate.UnitKind
		a, b estimate.ID
		want estimate.Relation
	}{
		{estimate.Place, "kursk", "kursk", estimate.Same},
		{estimate.Place, "nowhere", "nowhere", estimate.Same},
		{estimate.Place, "", "", estimate.Same},
		{estimate.Place, "kursk", "", estimate.NotKnown},
		{estimate.Place, "kursk", "russia", estimate.Inside},
		{estimate.Place, "sudzha", "europe", estimate.Inside},
		{estimate.Place, "crimea", "ukraine", estimate.Inside}, // its second whole
		{estimate.Place, "kursk", "belgorod", estimate.Siblings},
		{estimate.Place, "sudzha", "ukraine", estimate.Siblings}, // parts of europe
		{estimate.Place, "kursk", "gaza", estimate.NotKnown},
		{estimate.Place, "gaza", "lone", estimate.NotKnown},
		{estimate.Place, "kursk", "nowhere", estimate.NotKnown},
		{estimate.Place, "island", "undeclared", estimate.Inside},
		{estimate.Place, "island", "reef", estimate.Siblings},
		{estimate.Place, "kursk", estimate.Any, estimate.NotKnown}, // only a party lies within any
		{estimate.Place, "dprk", "combatants", estimate.NotKnown},  // of another list
		{estimate.Population, "dprk", "combatants", estimate.Inside},
		{estimate.Population, "dprk", "civilians", estimate.NotKnown},
		{estimate.Party, "army", estimate.Any, estimate.Inside},
		{estimate.Party, "undeclared", estimate.Any, estimate.Inside},
		{estimate.Party, estimate.Any, estimate.Any, estimate.Same},
		{estimate.Party, "", estimate.Any, estimate.NotKnown},
		{estimate.Party, "brigade", "state", estimate.Inside},
		{estimate.Party, "army", "rebels", estimate.Siblings},
	} {
		if got := x.Relate(tc.kind, tc.a, tc.b); got != tc.want {
			t.Errorf("%q to %q: %s, want %s", tc.a, tc.b, got, tc.want)
		}
		if got := x.Relate(tc.kind, tc.b, tc.a); got != tc.want.Flip() {
			t.Errorf("%q to %q: %s, want %s", tc.b, tc.a, got, tc.want.Flip())
		}
	}
}

func TestRelateEndsOnCycles(t *testing.T) {
	x := estimate.NewIndex(&estimate.Registry{Places: units("a<b<c<a self<self d<a other")})
	for _, tc := range []struct {
		a, b estimate.ID
		want estimate.Relation
	}{
		{"a", "a", estimate.Same}, {"d", "c", estimate.Inside}, {"a", "other", estimate.NotKnown}, {"self", "other", estimate.NotKnown}, {"a", "d", estimate.Contains},
	} {
		if got := x.Relate(estimate.Place, tc.a, tc.b); got != tc.want {
			t.Errorf("%s to %s: %s, want %s", tc.a, tc.b, got, tc.want)
		}
	}
}

// Random orders without cycles, against reachability found by matrix closure.
func TestRelateLaws(t *testing.T) {
	g := newGen()
	const n = 9
	for range 200 {
		var us []estimate.Unit
		var reach [n][n]bool
		for i := range n {
			u := estimate.Unit{ID: estimate.ID(fmt.Sprint(i))}
			for j := i + 1; j < n; j++ {
				if g.IntN(4) == 0 {
					u.Within = append(u.Within, estimate.ID(fmt.Sprint(j)))
					reach[i][j] = true
				}
			}
			us = append(us, u)
		}
		for k := range n {
			for i := range n {
				for j := range n {
					reach[i][j] = reach[i][j] || reach[i][k] && reach[k][j]
				}
			}
		}
		g.Shuffle(n, func(i, j int) { us[i], us[j] = us[j], us[i] })
		r := estimate.Registry{Places: us, Populations: us}
		if err := (&estimate.Set{Registry: r}).Validate(); err != nil {
			t.Fatal(err)
		}
		x := estimate.NewIndex(&r)
		for i := range n {
			for j := range n {
				want := estimate.NotKnown
				switch {
				case i == j:
					want = estimate.Same
				case reach[i][j]:
					want = estimate.Inside
				case reach[j][i]:
					want = estimate.Contains
				default:
					for k := range n {
						if reach[i][k] && reach[j][k] {
							want = estimate.Siblings
						}
					}
				}
				a, b := estimate.ID(fmt.Sprint(i)), estimate.ID(fmt.Sprint(j))
				if got := x.Relate(estimate.Population, a, b); got != want {
					t.Fatalf("%+v: %s to %s: %s, want %s", us, a, b, got, want)
				}
				if x.Relate(estimate.Place, a, b) != x.Relate(estimate.Place, b, a).Flip() {
					t.Fatalf("%+v: %s to %s is not the flip of the other side", us, a, b)
				}
			}
		}
	}
}

func TestFlip(t *testing.T) {
	for r, want := range map[estimate.Relation]estimate.Relation{
		estimate.Same: estimate.Same, estimate.Inside: estimate.Contains, estimate.Contains: estimate.Inside, estimate.Overlap: estimate.Overlap,
		estimate.Siblings: estimate.Siblings, estimate.Disjoint: estimate.Disjoint, estimate.NotKnown: estimate.NotKnown,
	} {
		if r.Flip() != want || want.Flip() != r {
			t.Errorf("%s flips to %s and back to %s", r, r.Flip(), want.Flip())
		}
	}
}

func TestIndexFindsTheFirst(t *testing.T) {
	r := estimate.Registry{
		Sources:     []source.Source{{ID: "s", Name: "first"}, {ID: "s", Name: "second"}},
		Places:      []estimate.Unit{{ID: "u", Name: "place"}, {ID: "u", Name: "second"}},
		Populations: []estimate.Unit{{ID: "u", Name: "population"}},
		Parties:     []estimate.Unit{{ID: "u", Name: "party"}},
		Events:      []estimate.Event{{ID: "e", Name: "first"}, {ID: "e", Name: "second"}},
	}
	x := estimate.NewIndex(&r)
	if s := x.Source("s"); s != &r.Sources[0] {
		t.Errorf("source %+v", s)
	}
	if e := x.Event("e"); e != &r.Events[0] {
		t.Errorf("event %+v", e)
	}
	for k, want := range map[estimate.UnitKind]string{estimate.Place: "place", estimate.Population: "population", estimate.Party: "party"} {
		if u := x.Unit(k, "u"); u == nil || u.Name != want {
			t.Errorf("%s: %+v", want, u)
		}
	}
	for _, x := range []*estimate.Index{x, estimate.NewIndex(&estimate.Registry{})} {
		if x.Source("none") != nil || x.Event("none") != nil || x.Unit(estimate.Place, "none") != nil {
			t.Error("an undeclared id has a record")
		}
	}
}

func TestSorted(t *testing.T) {
	r := estimate.Registry{
		Sources:     []source.Source{{ID: "b", Name: "1"}, {ID: "a"}, {ID: "b", Name: "2"}},
		Places:      units("c b a"),
		Populations: units("a b"),
		Parties:     units("x any"),
		Events:      []estimate.Event{{ID: "2"}, {ID: "10"}},
	}
	before := estimate.Registry{
		Sources: slices.Clone(r.Sources), Places: slices.Clone(r.Places), Populations: slices.Clone(r.Populations),
		Parties: slices.Clone(r.Parties), Events: slices.Clone(r.Events),
	}
	want := estimate.Registry{
		Sources:     []source.Source{{ID: "a"}, {ID: "b", Name: "1"}, {ID: "b", Name: "2"}}, // stable
		Places:      units("a b c"),
		Populations: units("a b"),
		Parties:     units("any x"),
		Events:      []estimate.Event{{ID: "10"}, {ID: "2"}},
	}
	got := r.Sorted()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(before, r); diff != "" {
		t.Errorf("the registry itself changed (-want +got):\n%s", diff)
	}
	if &got.Populations[0] != &r.Populations[0] {
		t.Error("a list in order was copied")
	}
	if diff := cmp.Diff(estimate.Registry{}, estimate.Registry{}.Sorted()); diff != "" {
		t.Errorf("zero registry (-want +got):\n%s", diff)
	}
}

func TestRegistryValidDropsTheInvalid(t *testing.T) {
	r := estimate.Registry{
		Sources: []source.Source{{ID: "a"}, {ID: " "}, {ID: "b", Kind: "spies", Stake: "up"}, {ID: "a", Name: "again"}},
		Places:  units("a<b<a c<a d"),
		Parties: []estimate.Unit{{ID: "p", Within: []estimate.ID{""}}, {ID: "q"}},
		Events:  []estimate.Event{{ID: "e", Until: estimate.Date{Year: 2024, Month: 13}}, {ID: "f"}},
	}
	got, errs := r.Valid()
	want := estimate.Registry{
		Sources: []source.Source{{ID: "a"}},
		Places:  []estimate.Unit{{ID: "c", Within: []estimate.ID{"a"}}, {ID: "d"}},
		Parties: []estimate.Unit{{ID: "q"}},
		Events:  []estimate.Event{{ID: "f"}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	var fields []string
	for _, e := range errs {
		fields = append(fields, e.Field)
	}
	wantFields := []string{"sources[1].id", "sources[2].kind", "sources[2].stake", "sources[3].id", "places[0].within[0]", "places[1].within[0]", "parties[0].within[0]", "events[0].until"}
	if diff := cmp.Diff(wantFields, fields); diff != "" {
		t.Errorf("faults (-want +got):\n%s", diff)
	}
	if again, errs := got.Valid(); len(errs) != 0 || cmp.Diff(got, again) != "" {
		t.Errorf("what is left is not valid: %v", errs)
	}
}

func TestRegistryFaults(t *testing.T) {
	var word *source.WordError
	var dup *estimate.DuplicateError
	for name, tc := range map[string]struct {
		r           estimate.Registry
		field, text string
		like        any
	}{
		"source kind":       {estimate.Registry{Sources: []source.Source{{ID: "ok"}, {ID: "s", Kind: "spies"}}}, "sources[1].kind", "spies", &word},
		"source basis":      {estimate.Registry{Sources: []source.Source{{ID: "s", Method: source.Method{Basis: []source.Basis{"guess"}}}}}, "sources[0].method.basis[0]", "guess", &word},
		"source id":         {estimate.Registry{Sources: []source.Source{{ID: "s "}}}, "sources[0].id", "s ", "trimmed"},
		"source twice":      {estimate.Registry{Sources: []source.Source{{ID: "s"}, {ID: "s"}}}, "sources[1].id", "s", &dup},
		"place twice":       {estimate.Registry{Places: []estimate.Unit{{ID: "s"}, {ID: "s"}}}, "places[1].id", "s", &dup},
		"population twice":  {estimate.Registry{Populations: []estimate.Unit{{ID: "s"}, {ID: "s"}}}, "populations[1].id", "s", &dup},
		"party twice":       {estimate.Registry{Parties: []estimate.Unit{{ID: "s"}, {ID: "s"}}}, "parties[1].id", "s", &dup},
		"event twice":       {estimate.Registry{Events: []estimate.Event{{ID: "s"}, {ID: "s"}}}, "events[1].id", "s", &dup},
		"unit without id":   {estimate.Registry{Places: []estimate.Unit{{Name: "n"}}}, "places[0].id", "", "empty"},
		"unit within blank": {estimate.Registry{Places: []estimate.Unit{{ID: "a", Within: []estimate.ID{"b", " "}}}}, "places[0].within[1]", " ", "trimmed"},
		"unit in itself":    {estimate.Registry{Populations: []estimate.Unit{{ID: "a", Within: []estimate.ID{"a"}}}}, "populations[0].within[0]", "a", "within itself"},
		"event id":          {estimate.Registry{Events: []estimate.Event{{}}}, "events[0].id", "", "empty"},
		"event place":       {estimate.Registry{Events: []estimate.Event{{ID: "e", Scope: estimate.Scope{Place: " x"}}}}, "events[0].scope.place", " x", "trimmed"},
		"event from":        {estimate.Registry{Events: []estimate.Event{{ID: "e", Scope: estimate.Scope{From: estimate.Date{Year: 2024, Month: 2, Day: 30}}}}}, "events[0].scope.from", "2024-02-30", "does not exist"},
		"event until":       {estimate.Registry{Events: []estimate.Event{{ID: "e", Until: estimate.Date{Year: 2024, Month: 13}}}}, "events[0].until", "2024-13", "no month"},
		"event turned":      {estimate.Registry{Events: []estimate.Event{{ID: "e", Scope: estimate.Scope{From: estimate.Date{Year: 2024}}, Until: estimate.Date{Year: 2023}}}}, "events[0].until", "2023", "before it begins"},
	} {
		t.Run(name, func(t *testing.T) {
			wantFault(t, (&estimate.Set{Registry: tc.r}).Validate(), tc.field, tc.text, tc.like)
		})
	}
}

func TestRegistryCycleNamesEveryLinkOfIt(t *testing.T) {
	err := (&estimate.Set{Registry: estimate.Registry{Places: units("a<b<c<d<e<a in<a out e<out")}}).Validate()
	var got []string
	for _, fe := range fieldErrors(t, err) {
		got = append(got, fe.Field+" "+fe.Text)
	}
	want := []string{"places[0].within[0] b", "places[1].within[0] c", "places[2].within[0] d", "places[3].within[0] e", "places[4].within[0] a"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// A gazetteer is large and may be deep; checking it takes time in proportion.
func TestLargeRegistryIsCheckedInTime(t *testing.T) {
	const n = 50_000
	flat := make([]estimate.Unit, n)
	deep := make([]estimate.Unit, n)
	for i := range n {
		flat[i] = estimate.Unit{ID: estimate.ID(fmt.Sprint(i)), Within: []estimate.ID{"country"}}
		deep[i] = estimate.Unit{ID: estimate.ID(fmt.Sprint(i)), Within: []estimate.ID{estimate.ID(fmt.Sprint(i + 1))}}
	}
	start := time.Now()
	r := estimate.Registry{Places: flat, Populations: deep}
	if err := (&estimate.Set{Registry: r}).Validate(); err != nil {
		t.Fatal(err)
	}
	if took := time.Since(start); took > 10*time.Second {
		t.Errorf("%d units took %v", 2*n, took)
	}
}

func TestLabels(t *testing.T) {
	for _, tc := range []struct{ got, want string }{
		{(&estimate.Unit{ID: "kursk", Name: "Kursk oblast"}).Label(), "Kursk oblast"},
		{(&estimate.Unit{ID: "kursk"}).Label(), "kursk"},
		{(&estimate.Event{ID: "e", Name: "the flood"}).Label(), "the flood"},
		{(&estimate.Event{ID: "e"}).Label(), "e"},
	} {
		if tc.got != tc.want {
			t.Errorf("%q, want %q", tc.got, tc.want)
		}
	}
}
