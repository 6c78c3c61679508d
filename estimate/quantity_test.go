package estimate_test

import (
	"encoding/json"
	"errors"
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openestimate/casualty/estimate"
)

type ends struct{ Low, Central, High estimate.Bound }

func endsOf(q estimate.Quantity) ends {
	low, central, high := q.Ends()
	return ends{low, central, high}
}

// The rows of "Ends and their standing" in the rules, through the constructors,
// before any convention has read the words.
func TestEnds(t *testing.T) {
	at := estimate.At
	for name, tc := range map[string]struct {
		q    estimate.Quantity
		want ends
	}{
		"exactly":                 {estimate.Exactly(89), ends{at(89), at(89), at(89)}},
		"zero":                    {estimate.Exactly(0), ends{at(0), at(0), at(0)}},
		"about, unread":           {estimate.About(1000), ends{absent, at(1000), absent}},
		"nearly, unread":          {estimate.Nearly(1000), ends{absent, absent, open(1000)}},
		"at least":                {estimate.AtLeast(100), ends{at(100), absent, absent}},
		"more than":               {estimate.MoreThan(200), ends{open(200), absent, absent}},
		"at most":                 {estimate.AtMost(300), ends{absent, absent, at(300)}},
		"fewer than":              {estimate.FewerThan(300), ends{absent, absent, open(300)}},
		"between":                 {estimate.Between(100, 200), ends{at(100), absent, at(200)}},
		"interval":                {estimate.Interval(100, 150, 220, .95), ends{at(100), at(150), at(220)}},
		"vague, unread":           {estimate.Vague("several hundred"), ends{}},
		"silence":                 {estimate.Quantity{}, ends{}},
		"unknown":                 {estimate.Quantity{Hedge: estimate.HedgeUnknown}, ends{}},
		"unknown beside a number": {estimate.Quantity{Low: at(5), Best: at(6), High: at(7), Hedge: estimate.HedgeUnknown}, ends{}},
		"denial":                  {estimate.Quantity{Hedge: estimate.HedgeDenied}, ends{}},
		"denial of a number":      {estimate.Quantity{Low: at(100), Best: at(100), High: at(100), Hedge: estimate.HedgeDenied}, ends{}},

		"data set":                 {estimate.Quantity{Low: at(10), Best: at(12), High: at(20)}, ends{at(10), at(12), at(20)}},
		"plain number":             {estimate.Quantity{Best: at(12)}, ends{at(12), at(12), at(12)}},
		"exact, best alone":        {estimate.Quantity{Best: at(12), Hedge: estimate.HedgeExact}, ends{at(12), at(12), at(12)}},
		"exact, low alone":         {estimate.Quantity{Low: at(12), Hedge: estimate.HedgeExact}, ends{at(12), at(12), at(12)}},
		"exact, high alone":        {estimate.Quantity{High: at(12), Hedge: estimate.HedgeExact}, ends{at(12), at(12), at(12)}},
		"nearly, as best":          {estimate.Quantity{Best: at(1000), Hedge: estimate.HedgeNearly}, ends{absent, absent, open(1000)}},
		"nearly, closed":           {estimate.Quantity{High: at(1000), Hedge: estimate.HedgeNearly}, ends{absent, absent, open(1000)}},
		"at least, as best":        {estimate.Quantity{Best: at(100), Hedge: estimate.HedgeAtLeast}, ends{at(100), absent, absent}},
		"more than, as best":       {estimate.Quantity{Best: at(100), Hedge: estimate.HedgeMoreThan}, ends{open(100), absent, absent}},
		"more than, closed":        {estimate.Quantity{Low: at(100), Hedge: estimate.HedgeMoreThan}, ends{open(100), absent, absent}},
		"at most, as best":         {estimate.Quantity{Best: at(100), Hedge: estimate.HedgeAtMost}, ends{absent, absent, at(100)}},
		"fewer than, as best":      {estimate.Quantity{Best: at(100), Hedge: estimate.HedgeFewerThan}, ends{absent, absent, open(100)}},
		"at least, with a best":    {estimate.Quantity{Low: at(100), Best: at(150), Hedge: estimate.HedgeAtLeast}, ends{at(100), absent, absent}},
		"between, with a best":     {estimate.Quantity{Low: at(100), Best: at(150), High: at(200), Hedge: estimate.HedgeBetween}, ends{at(100), at(150), at(200)}},
		"about, with stated ends":  {estimate.Quantity{Low: at(250), Best: at(300), High: at(400), Hedge: estimate.HedgeApproximately}, ends{at(250), at(300), at(400)}},
		"more than nothing stated": {estimate.Quantity{Hedge: estimate.HedgeMoreThan}, ends{}},
		"nearly nothing stated":    {estimate.Quantity{Hedge: estimate.HedgeNearly}, ends{}},
		"modality keeps the ends":  {estimate.AtLeast(200).As(estimate.Possible).Said("could be at least 200"), ends{at(200), absent, absent}},
		"high end possible": {estimate.Quantity{Low: at(100), High: estimate.Bound{N: 200, Stated: true, Possible: true}},
			ends{at(100), absent, estimate.Bound{N: 200, Stated: true, Possible: true}}},
		"largest": {estimate.Exactly(estimate.MaxCount), ends{at(estimate.MaxCount), at(estimate.MaxCount), at(estimate.MaxCount)}},
	} {
		if diff := cmp.Diff(tc.want, endsOf(tc.q)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		if err := validIn(tc.q, estimate.Killed); err != nil &&
			!errors.Is(err, estimate.ErrNoEnd) { // the two rows without a number
			t.Errorf("%s: %v", name, err)
		}
	}
}

// The whole counts that each row admits.
func TestEndsAdmit(t *testing.T) {
	for _, tc := range []struct {
		q         estimate.Quantity
		low, high int64
	}{
		{estimate.Between(100, 200), 100, 200},
		{estimate.Quantity{Low: open(100), High: open(200)}, 101, 199},
		{estimate.Exactly(7), 7, 7},
	} {
		low, _, high := tc.q.Ends()
		if low.Least() != tc.low || high.Most() != tc.high {
			t.Errorf("%v: %d to %d, want %d to %d", tc.q, low.Least(), high.Most(), tc.low, tc.high)
		}
	}
	if low, _, _ := estimate.MoreThan(200).Ends(); low.Least() != 201 || low.N != 200 {
		t.Errorf("more than 200: %+v, want 201 and up, the words' 200 kept", low)
	}
	if _, _, high := estimate.FewerThan(200).Ends(); high.Most() != 199 || high.N != 200 {
		t.Errorf("fewer than 200: %+v, want 199 and down, the words' 200 kept", high)
	}
}

// validIn is the validity of q as a count of m.
func validIn(q estimate.Quantity, m estimate.Measure) error {
	e := estimate.Estimate{Source: "s", Measure: m, Quantity: q}
	return e.Validate()
}

func TestQuantitySame(t *testing.T) {
	a := estimate.AtLeast(100)
	for name, tc := range map[string]struct {
		p    estimate.Quantity
		want bool
	}{
		"itself":         {a, true},
		"other words":    {a.Said("no fewer than 100"), true},
		"asserted":       {a.As(estimate.Asserted), true},
		"possible":       {a.As(estimate.Possible), false},
		"another number": {estimate.AtLeast(101), false},
		"another hedge":  {estimate.MoreThan(100), false},
		"a level":        {estimate.Quantity{Low: estimate.At(100), Hedge: estimate.HedgeAtLeast, Level: .95}, false},
		"silence":        {estimate.Quantity{}, false},
	} {
		if a.Same(tc.p) != tc.want || tc.p.Same(a) != tc.want {
			t.Errorf("%s: %t and %t, want %t", name, a.Same(tc.p), tc.p.Same(a), tc.want)
		}
	}
}

func TestQuantityIsZero(t *testing.T) {
	if !(estimate.Quantity{}).IsZero() {
		t.Error("the zero Quantity is not silence")
	}
	for _, q := range []estimate.Quantity{estimate.Exactly(0), {Hedge: estimate.HedgeUnknown}, {Text: "no comment"}} {
		if q.IsZero() {
			t.Errorf("%+v is silence", q)
		}
	}
}

func TestBestOutside(t *testing.T) {
	at := estimate.At
	for _, tc := range []struct {
		q    estimate.Quantity
		want bool
	}{
		{estimate.Quantity{Low: at(10), Best: at(12), High: at(20)}, false},
		{estimate.Quantity{Low: at(10), Best: at(10), High: at(10)}, false},
		{estimate.Quantity{Low: at(10), Best: at(9), High: at(20)}, true},
		{estimate.Quantity{Low: at(10), Best: at(21), High: at(20)}, true},
		{estimate.Quantity{Low: open(10), Best: at(10)}, true},
		{estimate.Quantity{Best: at(20), High: open(20)}, true},
		{estimate.Quantity{Best: at(12)}, false},
		{estimate.Quantity{Low: at(10), High: at(20)}, false},
	} {
		if got := tc.q.BestOutside(); got != tc.want {
			t.Errorf("%+v: %t, want %t", tc.q, got, tc.want)
		}
	}
}

func TestQuantityString(t *testing.T) {
	lit := estimate.Literal()
	for want, q := range map[string]estimate.Quantity{
		"89":                             estimate.Exactly(89),
		"0":                              estimate.Exactly(0),
		"100 or more":                    estimate.AtLeast(100),
		"over 200":                       estimate.MoreThan(200),
		"up to 1,000":                    estimate.AtMost(1000),
		"under 1,000":                    estimate.FewerThan(1000),
		"100 to 200":                     estimate.Between(100, 200),
		"about 1,000":                    estimate.About(1000),
		"900 to 1,100":                   lit.Read(estimate.About(1000)),
		"900 to 999":                     lit.Read(estimate.Nearly(1000)),
		"several hundred":                estimate.Vague("several hundred"),
		"300 to 900":                     lit.Read(estimate.Vague("several hundred")),
		"denied":                         {Hedge: estimate.HedgeDenied, Low: estimate.At(5)},
		"not stated":                     {},
		"-1,234 to 5":                    estimate.Between(-1234, 5),
		"dozens":                         {High: estimate.Word("dozens"), Hedge: estimate.HedgeAtMost},
		"1,000,000,000,000,000,000":      estimate.Exactly(estimate.MaxCount),
		"over 1,000,000,000,000,000,000": estimate.MoreThan(estimate.MaxCount),
	} {
		if got := q.String(); got != want {
			t.Errorf("%+v: %q, want %q", q, got, want)
		}
	}
}

func TestCount(t *testing.T) {
	for n, want := range map[int64]string{
		0: "0", 7: "7", 999: "999", 1000: "1,000", 12345: "12,345", 123456: "123,456", 1234567: "1,234,567",
		-1: "-1", -999: "-999", -1000: "-1,000", -123456: "-123,456",
		math.MaxInt64: "9,223,372,036,854,775,807", math.MinInt64: "-9,223,372,036,854,775,808",
	} {
		if got := estimate.Count(n); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
		if got := string(estimate.AppendCount([]byte("n="), n)); got != "n="+want {
			t.Errorf("appended %d: %q", n, got)
		}
	}
}

func TestQuantityJSON(t *testing.T) {
	for file, want := range map[string]estimate.Quantity{
		`{}`: {},
		`{"low":{"n":100},"hedge":"at_least","text":"at least 100"}`:                           estimate.AtLeast(100).Said("at least 100"),
		`{"low":{"n":0},"best":{"n":0},"high":{"n":0},"hedge":"exact"}`:                        estimate.Exactly(0),
		`{"low":{"n":200,"open":true},"hedge":"more_than","modality":"possible"}`:              estimate.MoreThan(200).As(estimate.Possible),
		`{"low":{"term":"several hundred"},"high":{"term":"several hundred"},"hedge":"vague"}`: estimate.Vague("several hundred"),
		`{"low":{"n":1},"best":{"n":2},"high":{"n":3},"level":0.95}`:                           estimate.Interval(1, 2, 3, .95),
		`{"hedge":"denied"}`: {Hedge: estimate.HedgeDenied},
	} {
		var got estimate.Quantity
		if err := json.Unmarshal([]byte(file), &got); err != nil || got != want {
			t.Errorf("%s (%v) (-want +got):\n%s", file, err, cmp.Diff(want, got))
		}
		if data, err := json.Marshal(want); err != nil || string(data) != file {
			t.Errorf("%+v: %s, %v, want %s", want, data, err, file)
		}
	}
}

// Nobody said zero where the key is absent, and nobody kept silent where it
// says zero.
func TestQuantityJSONKeepsZeroApartFromAbsent(t *testing.T) {
	zero := estimate.Quantity{Low: estimate.At(0)}
	data, err := json.Marshal(zero)
	if err != nil || string(data) != `{"low":{"n":0}}` {
		t.Fatalf("%s, %v", data, err)
	}
	if data, err = json.Marshal(estimate.Quantity{}); err != nil || string(data) != `{}` {
		t.Fatalf("%s, %v", data, err)
	}
	// Of a word that a convention read as 0, the same.
	few := estimate.Bound{Term: "few", Stated: true, By: "x"}
	if data, err = json.Marshal(few); err != nil || string(data) != `{"n":0,"term":"few","by":"x"}` {
		t.Errorf("read as 0: %s, %v", data, err)
	}
	if data, err = json.Marshal(estimate.Word("few")); err != nil || string(data) != `{"term":"few"}` {
		t.Errorf("unread: %s, %v", data, err)
	}
}

func TestQuantityJSONRoundTrip(t *testing.T) {
	g := newGen()
	for range 5000 {
		roundTrip(t, g.quantity())
		roundTrip(t, g.said())
	}
}

func TestQuantityJSONRefuses(t *testing.T) {
	for _, file := range []string{`{"low":{}}`, `{"low":5}`, `{"best":{"n":5,"term":"few"}}`, `{"high":{"n":0.5}}`, `{"level":"95%"}`, `[]`, `"at least 100"`, `100`} {
		var q estimate.Quantity
		if err := json.Unmarshal([]byte(file), &q); err == nil {
			t.Errorf("%s: read as %+v", file, q)
		}
	}
}

func FuzzQuantityJSON(f *testing.F) {
	for _, q := range []estimate.Quantity{estimate.Exactly(0), estimate.About(300), estimate.Nearly(1), estimate.Vague("dozens"), estimate.Interval(1, 2, 3, .9)} {
		data, err := json.Marshal(q)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	conventions := []estimate.Convention{estimate.Literal(), estimate.ACLED(), estimate.PITF()}
	f.Fuzz(func(t *testing.T, data []byte) {
		var q estimate.Quantity
		if json.Unmarshal(data, &q) != nil {
			return
		}
		roundTrip(t, q)
		for i := range conventions {
			checkReading(t, &conventions[i], q)
		}
		_ = validIn(q, estimate.Killed)
		_ = q.BestOutside()
		if q.String() == "" && q.Low.Term == "" && q.High.Term == "" {
			t.Errorf("%+v prints as nothing", q)
		}
	})
}
