package estimate_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/source"
)

func TestSetJSON(t *testing.T) {
	const file = `{"schema":"casualty/1","about":"a","established":{"figure":5,"by":"court"},` +
		`"sources":[{"id":"nis"}],"places":[{"id":"kursk","within":["russia"]}],"populations":[{"id":"dprk"}],"parties":[{"id":"ua"}],` +
		`"events":[{"id":"e","scope":{"population":"dprk","place":"kursk","from":"2024-10"},"until":"2025"}],` +
		`"estimates":[{"id":"x","event":"e","source":"nis","measure":"killed","quantity":{"low":{"n":0},"hedge":"at_least"},"scope":{"as_of":"2024-12-19"},"via":[{"by":"lee","published":"2024-12-19"}]}],` +
		`"remarks":[{"by":"lee","about":["x"],"facet":"rule"}]}`
	want := estimate.Set{
		Schema: estimate.Schema, About: "a", Established: &estimate.Established{Figure: 5, By: "court"},
		Registry: estimate.Registry{
			Sources:     []source.Source{{ID: "nis"}},
			Places:      []estimate.Unit{{ID: "kursk", Within: []estimate.ID{"russia"}}},
			Populations: []estimate.Unit{{ID: "dprk"}},
			Parties:     []estimate.Unit{{ID: "ua"}},
			Events: []estimate.Event{{ID: "e", Scope: estimate.Scope{Population: "dprk", Place: "kursk", From: estimate.Date{Year: 2024, Month: 10}},
				Until: estimate.Date{Year: 2025}}},
		},
		Estimates: []estimate.Estimate{{
			ID: "x", Event: "e", Source: "nis", Measure: estimate.Killed, Quantity: estimate.AtLeast(0),
			Scope: estimate.Scope{AsOf: estimate.On(2024, time.December, 19)},
			Via:   []estimate.Hop{{By: "lee", Published: estimate.On(2024, time.December, 19)}},
		}},
		Remarks: []estimate.Remark{{By: "lee", About: []estimate.ID{"x"}, Facet: estimate.FacetRule}},
	}
	var got estimate.Set
	if err := json.Unmarshal([]byte(file), &got); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("read (-want +got):\n%s", diff)
	}
	data, err := json.Marshal(want)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(file, string(data)); diff != "" {
		t.Errorf("written (-want +got):\n%s", diff)
	}
	if data, err := json.Marshal(estimate.Set{}); err != nil || string(data) != `{}` {
		t.Errorf("zero set: %s, %v", data, err)
	}
}

func TestSetJSONRoundTrip(t *testing.T) {
	g := newGen()
	for range 1000 {
		roundTrip(t, g.set())
	}
}

func TestSetJSONLeavesPositionsOut(t *testing.T) {
	pos := estimate.Pos{File: "secret.json", Line: 7, Record: 3}
	s := estimate.Set{Estimates: []estimate.Estimate{{ID: "x", Pos: pos}}, Remarks: []estimate.Remark{{Pos: pos}}}
	data, err := json.Marshal(s)
	if err != nil || strings.Contains(strings.ToLower(string(data)), "pos") || strings.Contains(string(data), "secret") {
		t.Errorf("%s, %v", data, err)
	}
}

// feed is an input of estimates whose events the word names, one a letter; "!"
// is an error. IDs count up from 1.
func feed(word string) iter.Seq2[estimate.Estimate, error] {
	return func(yield func(estimate.Estimate, error) bool) {
		for i, r := range word {
			e := estimate.Estimate{ID: estimate.ID(fmt.Sprint(i + 1)), Event: estimate.ID(string(r))}
			var err error
			if r == '!' {
				e, err = estimate.Estimate{}, fmt.Errorf("bad record %d", i+1)
			}
			if !yield(e, err) {
				return
			}
		}
	}
}

func TestGroup(t *testing.T) {
	r := estimate.Registry{Places: units("kursk")}
	for word, want := range map[string]string{
		"":        "",
		"a":       "a:1",
		"aaa":     "a:1,2,3",
		"aabb":    "a:1,2 b:3,4",
		"aba":     "a:1 b:2 a:3", // consecutive only: the input is never held back
		"!":       "bad record 1",
		"a!a":     "bad record 2 a:1,3", // at once, and the set goes on
		"a!b":     "bad record 2 a:1 b:3",
		"!ab!":    "bad record 1 a:2 bad record 4 b:3",
		"a!!a!bb": "bad record 2 bad record 3 bad record 5 a:1,4 b:6,7",
	} {
		var got []string
		for s, err := range estimate.Group(r, feed(word)) {
			if err != nil {
				if s != nil {
					t.Errorf("%q: a set beside the error %v", word, err)
				}
				got = append(got, err.Error())
				continue
			}
			var ids []string
			for _, e := range s.Estimates {
				if e.Event != s.Estimates[0].Event {
					t.Errorf("%q: two events in one set", word)
				}
				ids = append(ids, string(e.ID))
			}
			got = append(got, string(s.Estimates[0].Event)+":"+strings.Join(ids, ","))
			if diff := cmp.Diff(r, s.Registry); diff != "" || s.Schema != estimate.Schema {
				t.Errorf("%q: schema %q, registry (-want +got):\n%s", word, s.Schema, diff)
			}
		}
		if g := strings.Join(got, " "); g != want {
			t.Errorf("%q: %s, want %s", word, g, want)
		}
	}
}

// A caller may stop after any item; the input is then asked for no more.
func TestGroupBreaks(t *testing.T) {
	const word = "aab!bc!"
	total := 0
	for range estimate.Group(estimate.Registry{}, feed(word)) {
		total++
	}
	if total != 5 { // two errors, three sets
		t.Fatalf("%d items", total)
	}
	for stop := 1; stop <= total; stop++ {
		asked, items := 0, 0
		counted := func(yield func(estimate.Estimate, error) bool) {
			for e, err := range feed(word) {
				asked++
				if !yield(e, err) {
					return
				}
			}
		}
		for range estimate.Group(estimate.Registry{}, counted) {
			if items++; items == stop {
				break
			}
		}
		if want := []int{3, 4, 6, 7, 7}[stop-1]; items != stop || asked != want {
			t.Errorf("stopped after %d: %d items from %d records, want %d", stop, items, asked, want)
		}
	}
}

func TestGroupTwice(t *testing.T) {
	groups := estimate.Group(estimate.Registry{}, feed("ab"))
	for range 2 {
		n := 0
		for s, err := range groups {
			if err != nil || len(s.Estimates) != 1 {
				t.Fatalf("%v, %v", s, err)
			}
			n++
		}
		if n != 2 {
			t.Fatalf("%d sets", n)
		}
	}
}

func TestEvents(t *testing.T) {
	est := func(id, event estimate.ID) estimate.Estimate { return estimate.Estimate{ID: id, Event: event} }
	about := func(ids ...estimate.ID) estimate.Remark { return estimate.Remark{By: "lee", About: ids} }
	s := &estimate.Set{
		Schema: estimate.Schema, About: "for people", Registry: estimate.Registry{Places: units("kursk")},
		Estimates: []estimate.Estimate{est("1", "b"), est("2", "a"), est("3", "b"), est("4", "0")},
		Remarks:   []estimate.Remark{about("3"), about("2", "1"), about("4"), about("9"), about("9", "2")},
	}
	got := s.ByEvent()
	part := func(es []estimate.Estimate, rs ...estimate.Remark) *estimate.Set {
		return &estimate.Set{Schema: s.Schema, About: s.About, Registry: s.Registry, Estimates: es, Remarks: rs}
	}
	want := []*estimate.Set{
		part([]estimate.Estimate{est("4", "0")}, about("4"), about("9")), // a remark on nothing is not lost
		part([]estimate.Estimate{est("2", "a")}, about("2", "1"), about("9", "2")),
		part([]estimate.Estimate{est("1", "b"), est("3", "b")}, about("3"), about("2", "1")),
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if len(s.Estimates) != 4 || len(s.Remarks) != 5 {
		t.Error("the set itself changed")
	}
	for name, one := range map[string]*estimate.Set{"zero": {}, "one event": {Estimates: []estimate.Estimate{est("1", "a"), est("2", "a")}, Remarks: []estimate.Remark{about("nowhere")}}} {
		if got := one.ByEvent(); len(got) != 1 || cmp.Diff(one, got[0]) != "" {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestEventsOfManyInTime(t *testing.T) {
	const n = 20_000
	s := &estimate.Set{}
	for i := range n {
		id := estimate.ID(fmt.Sprint(i))
		s.Estimates = append(s.Estimates, estimate.Estimate{ID: id, Event: id})
		s.Remarks = append(s.Remarks, estimate.Remark{About: []estimate.ID{id, id}})
	}
	start := time.Now()
	sets := s.ByEvent()
	if took := time.Since(start); took > 5*time.Second {
		t.Errorf("%d events took %v", n, took)
	}
	if len(sets) != n {
		t.Fatalf("%d sets", len(sets))
	}
	for _, e := range sets {
		if len(e.Estimates) != 1 || len(e.Remarks) != 1 || e.Remarks[0].About[0] != e.Estimates[0].ID {
			t.Fatalf("%+v", e)
		}
	}
}

var errInput = errors.New("input failed")

func TestGroupPassesTheErrorItself(t *testing.T) {
	in := func(yield func(estimate.Estimate, error) bool) { yield(estimate.Estimate{}, errInput) }
	for s, err := range estimate.Group(estimate.Registry{}, in) {
		if s != nil || err != errInput {
			t.Errorf("%v, %v", s, err)
		}
	}
}
