package estimate_test

import (
	"encoding/json"
	"testing"

	"github.com/openestimate/casualty/estimate"
)

func TestBoundZeroValueIsNotStated(t *testing.T) {
	if !absent.IsZero() || absent.Known() {
		t.Error("the zero Bound states something")
	}
	if b := estimate.At(0); b.IsZero() || !b.Known() || b == absent {
		t.Error("zero people is not stated")
	}
}

func TestBoundKnown(t *testing.T) {
	for _, tc := range []struct {
		b    estimate.Bound
		want bool
	}{
		{estimate.At(100), true},
		{open(100), true},
		{estimate.Word("dozens"), false},
		{estimate.Bound{N: 24, Term: "dozens", Stated: true, By: "literal"}, true},
		{estimate.Bound{N: 5}, false},
		{estimate.Bound{N: 5, Term: "few", By: "x"}, false},
	} {
		if got := tc.b.Known(); got != tc.want {
			t.Errorf("%+v known: %t, want %t", tc.b, got, tc.want)
		}
	}
}

func TestWordWithoutATermIsNotZeroPeople(t *testing.T) {
	if b := estimate.Word(""); b.Known() {
		t.Errorf("no word at all gives the number %d", b.N)
	}
}

func TestBoundLeastAndMost(t *testing.T) {
	for _, tc := range []struct {
		b           estimate.Bound
		least, most int64
	}{
		{estimate.At(100), 100, 100},
		{open(100), 101, 99},
		{open(0), 1, -1},
		{open(estimate.MaxCount), estimate.MaxCount + 1, estimate.MaxCount - 1},
		{estimate.At(-5), -5, -5},
	} {
		if tc.b.Least() != tc.least || tc.b.Most() != tc.most {
			t.Errorf("%+v: least %d, most %d, want %d, %d", tc.b, tc.b.Least(), tc.b.Most(), tc.least, tc.most)
		}
	}
}

func TestMaxCountLeavesRoomForASum(t *testing.T) {
	n := int64(estimate.MaxCount)
	if n+n < n {
		t.Error("the sum of two counts overflows")
	}
}

func TestBoundJSON(t *testing.T) {
	for _, tc := range []struct {
		file string
		want estimate.Bound
	}{
		{`{"n":0}`, estimate.At(0)},
		{`{"n":100}`, estimate.At(100)},
		{`{"n":-3}`, estimate.At(-3)},
		{`{"n":1000000000000000000}`, estimate.At(estimate.MaxCount)},
		{`{"n":200,"open":true}`, open(200)},
		{`{"n":200,"possible":true}`, estimate.Bound{N: 200, Stated: true, Possible: true}},
		{`{"term":"several hundred"}`, estimate.Word("several hundred")},
		{`{"n":300,"term":"several hundred","by":"literal"}`, estimate.Bound{N: 300, Term: "several hundred", Stated: true, By: "literal"}},
		{`{"n":0,"term":"few","by":"x"}`, estimate.Bound{Term: "few", Stated: true, By: "x"}},
		{`{"n":270,"by":"literal"}`, read(270, "literal")},
		{`null`, absent},
	} {
		var got estimate.Bound
		if err := json.Unmarshal([]byte(tc.file), &got); err != nil || got != tc.want {
			t.Errorf("%s: %+v, %v, want %+v", tc.file, got, err, tc.want)
		}
		if data, err := json.Marshal(tc.want); err != nil || string(data) != tc.file {
			t.Errorf("%+v: %s, %v, want %s", tc.want, data, err, tc.file)
		}
	}
}

func TestBoundJSONRefuses(t *testing.T) {
	for _, file := range []string{
		`{}`, `{"open":true}`, `{"n":null}`, `{"term":""}`, `{"n":5,"term":"few"}`, `{"term":"few","by":"literal"}`, `{"by":"literal"}`,
		`{"n":1.5}`, `{"n":1e2}`, `{"n":"100"}`, `{"n":9223372036854775808}`, `{"n":100,"open":1}`, `{"term":100}`,
		`100`, `"several hundred"`, `[]`, `true`,
	} {
		b := estimate.At(7)
		if err := json.Unmarshal([]byte(file), &b); err == nil {
			t.Errorf("%s: read as %+v", file, b)
		}
		if b != estimate.At(7) {
			t.Errorf("%s: refused, yet it left %+v", file, b)
		}
	}
}

func TestBoundJSONRoundTrip(t *testing.T) {
	g := newGen()
	for range 2000 {
		roundTrip(t, g.bound())
	}
}
