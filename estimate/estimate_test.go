package estimate_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/source"
)

func TestEstimateJSONRoundTrip(t *testing.T) {
	g := newGen()
	for range 2000 {
		roundTrip(t, g.estimate())
	}
}

func TestHopSilent(t *testing.T) {
	silent := estimate.Hop{By: "rbc", Published: estimate.Date{Year: 2024}, Quote: "q", URL: "u"}
	if !silent.Silent() {
		t.Error("what the hop printed is taken as known")
	}
	for _, change := range []func(*estimate.Hop){
		func(h *estimate.Hop) { h.Measure = estimate.Killed },
		func(h *estimate.Hop) { h.Quantity = estimate.Exactly(0) },
		func(h *estimate.Hop) { h.Scope.Place = "kursk" },
		func(h *estimate.Hop) { h.Scope.Except = []estimate.ID{"x"} },
	} {
		h := silent
		change(&h)
		if h.Silent() {
			t.Errorf("%+v is silent", h)
		}
	}
}

func contentID(t *testing.T, e estimate.Estimate) estimate.ID {
	t.Helper()
	id, err := e.ContentID()
	if err != nil {
		t.Fatal(err)
	}
	if err := id.Validate(); err != nil {
		t.Fatal(err)
	}
	return id
}

func TestContentID(t *testing.T) {
	e := valid()
	e.ID = ""
	id := contentID(t, e)
	if !strings.HasPrefix(string(id), "nis-killed-") || len(id) != len("nis-killed-")+12 {
		t.Errorf("%q does not name source and measure before 12 digits", id)
	}
	same := valid()
	same.ID, same.Pos, same.Scope.Except, same.Via[0].Scope.Except = "another", estimate.Pos{}, slices.Clone(e.Scope.Except), []estimate.ID{}
	before := same
	if got := contentID(t, same); got != id {
		t.Errorf("equal content: %q and %q", got, id)
	}
	if diff := cmp.Diff(before, same); diff != "" {
		t.Errorf("the estimate changed:\n%s", diff)
	}

	seen := map[estimate.ID]string{id: "itself"}
	for name, change := range map[string]func(*estimate.Estimate){
		"event":       func(e *estimate.Estimate) { e.Event = "other" },
		"source":      func(e *estimate.Estimate) { e.Source = "cia" },
		"statement":   func(e *estimate.Estimate) { e.Statement = "other" },
		"measure":     func(e *estimate.Estimate) { e.Measure = estimate.Wounded },
		"number":      func(e *estimate.Estimate) { e.Quantity.Low.N++ },
		"open":        func(e *estimate.Estimate) { e.Quantity.Low.Open = true },
		"hedge":       func(e *estimate.Estimate) { e.Quantity.Hedge = "" },
		"text":        func(e *estimate.Estimate) { e.Quantity.Text = "" },
		"silence":     func(e *estimate.Estimate) { e.Quantity = estimate.Quantity{} },
		"zero":        func(e *estimate.Estimate) { e.Quantity = estimate.Exactly(0) },
		"as of":       func(e *estimate.Estimate) { e.Scope.AsOf.Day = 0 },
		"published":   func(e *estimate.Estimate) { e.Published.About = true },
		"basis":       func(e *estimate.Estimate) { e.Method.Basis = []source.Basis{source.Survey} },
		"stake":       func(e *estimate.Estimate) { e.Stake = "" },
		"credibility": func(e *estimate.Estimate) { e.Credibility = "3" },
		"via":         func(e *estimate.Estimate) { e.Via = e.Via[:1] },
		"draws on":    func(e *estimate.Estimate) { e.DrawsOn = nil },
		"derived":     func(e *estimate.Estimate) { e.Derived = nil },
		"supersedes":  func(e *estimate.Estimate) { e.Supersedes = nil },
		"retracted":   func(e *estimate.Estimate) { e.Retracted = nil },
		"aside":       func(e *estimate.Estimate) { e.Aside = nil },
		"quote":       func(e *estimate.Estimate) { e.Quote = "q" },
		"url":         func(e *estimate.Estimate) { e.URL = "u" },
		"note":        func(e *estimate.Estimate) { e.Note = "n" },
	} {
		e := valid()
		change(&e)
		got := contentID(t, e)
		if other, ok := seen[got]; ok {
			t.Errorf("another %s has the id of %s, %q", name, other, got)
		}
		seen[got] = name
		if want := string(e.Source) + "-" + string(e.Measure) + "-"; !strings.HasPrefix(string(got), want) {
			t.Errorf("another %s: %q, want it to begin with %q", name, got, want)
		}
	}
}

func TestContentIDIsShortEnough(t *testing.T) {
	for n := 90; n <= source.MaxID; n++ {
		contentID(t, estimate.Estimate{Source: source.ID(strings.Repeat("x", n)), Measure: estimate.KilledOrWounded})
	}
	contentID(t, estimate.Estimate{})
}

func TestContentIDOfWhatCannotBeWritten(t *testing.T) {
	for name, e := range map[string]estimate.Estimate{
		"no such day": {Source: "s", Published: estimate.Date{Year: 2024, Month: 2, Day: 30}},
		"no number":   {Source: "s", Quantity: estimate.Interval(1, 2, 3, math.NaN())},
	} {
		if id, err := e.ContentID(); err == nil || id != "" {
			t.Errorf("%s: %q, %v", name, id, err)
		}
	}
}
