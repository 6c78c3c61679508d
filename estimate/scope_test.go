package estimate_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openestimate/casualty/estimate"
)

func TestScopeOrTakesEachFieldByItself(t *testing.T) {
	type scope = estimate.Scope
	def := scope{Population: "troops", Place: "kursk", By: "ua", From: estimate.Date{Year: 2023}, AsOf: estimate.Date{Year: 2024}, Except: []estimate.ID{"x"}}
	own := scope{Population: "civilians", Place: "gaza", By: "any", From: estimate.Date{Year: 2021}, AsOf: estimate.Date{Year: 2022}, Except: []estimate.ID{"y", "z"}}
	with := func(change func(*scope)) scope { s := def; change(&s); return s }
	for name, tc := range map[string]struct{ s, want scope }{
		"nothing":    {scope{}, def},
		"all":        {own, own},
		"population": {scope{Population: own.Population}, with(func(s *scope) { s.Population = own.Population })},
		"place":      {scope{Place: own.Place}, with(func(s *scope) { s.Place = own.Place })},
		"by":         {scope{By: own.By}, with(func(s *scope) { s.By = own.By })},
		"from":       {scope{From: own.From}, with(func(s *scope) { s.From = own.From })},
		"as of":      {scope{AsOf: own.AsOf}, with(func(s *scope) { s.AsOf = own.AsOf })},
		"except":     {scope{Except: own.Except}, with(func(s *scope) { s.Except = own.Except })},
	} {
		if diff := cmp.Diff(tc.want, tc.s.Or(def)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		nothing := name == "nothing"
		if tc.s.IsZero() != nothing {
			t.Errorf("%s: states nothing: %t", name, !nothing)
		}
		if tc.s.Equal(scope{}) != nothing {
			t.Errorf("%s: equal to the zero Scope: %t", name, !nothing)
		}
		if !tc.s.Equal(tc.s) {
			t.Errorf("%s: not equal to itself", name)
		}
	}
	a, b := scope{Except: []estimate.ID{"x", "y"}}, scope{Except: []estimate.ID{"y", "x", "y"}}
	if !a.Equal(b) {
		t.Error("what is left out does not compare as a set")
	}
}

func TestCompareExcept(t *testing.T) {
	type ids = []estimate.ID
	for _, tc := range []struct {
		a, b ids
		want estimate.Relation
	}{
		{nil, nil, estimate.Same},
		{nil, ids{}, estimate.Same},
		{ids{"x", "y"}, ids{"y", "x"}, estimate.Same},
		{ids{"x"}, nil, estimate.Inside}, // leaves out more, so counts fewer
		{nil, ids{"x"}, estimate.Contains},
		{ids{"x", "y"}, ids{"y"}, estimate.Inside},
		{ids{"x"}, ids{"y"}, estimate.Overlap},
		{ids{"x", "z"}, ids{"y", "z"}, estimate.Overlap},
	} {
		if got := estimate.CompareExcept(tc.a, tc.b); got != tc.want {
			t.Errorf("%v and %v: %s, want %s", tc.a, tc.b, got, tc.want)
		}
		if got := estimate.CompareExcept(tc.b, tc.a); got != tc.want.Flip() {
			t.Errorf("%v and %v: %s, want %s", tc.b, tc.a, got, tc.want.Flip())
		}
	}
}
