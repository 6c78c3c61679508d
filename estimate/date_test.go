package estimate_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/openestimate/casualty/estimate"
)

func TestParseDate(t *testing.T) {
	for text, want := range map[string]estimate.Date{
		"2024":        {Year: 2024},
		"2024~":       {Year: 2024, About: true},
		"2024-12":     {Year: 2024, Month: 12},
		"2024-12~":    {Year: 2024, Month: 12, About: true},
		"2024-12-19":  estimate.On(2024, time.December, 19),
		"2024-12-19~": {Year: 2024, Month: 12, Day: 19, About: true},
		"2024-02-29":  estimate.On(2024, time.February, 29),
		"2000-02-29":  estimate.On(2000, time.February, 29),
		"0001":        {Year: 1},
		"0001-01-01":  estimate.On(1, time.January, 1),
		"9999-12-31":  estimate.On(9999, time.December, 31),
	} {
		got, err := estimate.ParseDate(text)
		if err != nil || got != want {
			t.Errorf("%q: %+v, %v, want %+v", text, got, err, want)
		}
		if want.String() != text {
			t.Errorf("%+v prints as %q, want %q", want, want.String(), text)
		}
	}
}

func TestParseDateRefuses(t *testing.T) {
	for _, text := range []string{
		"", "~", " ", "24", "202", "20244", "2024-", "2024-1", "2024-12-", "2024-12-1", "2024-12-019", "2024/12/19", "2024-12/19", "2024/12-19",
		"19-12-2024", "2024-12-19T00:00", "2024-12-19Z", "2024?", "2024%", "2024~~", "~2024", "2024 ", " 2024", "-024", "+024", "-2024", "２０２４",
		"2o24", "2024-aa", "2024-12-bb", "2024-+1", "2024-12--1", "2024-XX", "202X", "2024/2025", "..", "2024-W01", "2024-354",
		"2024-00", "2024-13", "2024-99", "2024-00-10", "2024-01-00", "2024-01-32", "2024-04-31", "2024-06-31", "2024-09-31", "2024-11-31",
		"2023-02-29", "2024-02-30", "1900-02-29", "2100-02-29", "2024-21", // EDTF seasons are level 1 too, yet no month
		"0000", "0000~", "0000-01", "0000-01-01",
	} {
		d, err := estimate.ParseDate(text)
		if err == nil {
			t.Errorf("%q: read as %+v", text, d)
			continue
		}
		if d != (estimate.Date{}) {
			t.Errorf("%q: refused, yet it gives %+v", text, d)
		}
		if !strings.Contains(err.Error(), "accepted are") {
			t.Errorf("%q: %v does not say what is accepted", text, err)
		}
	}
}

func TestDateValidate(t *testing.T) {
	for _, d := range []estimate.Date{{}, {Year: 1}, {Year: 2024, Month: 2, Day: 29}, {Year: 9999, Month: 12, Day: 31, About: true}} {
		if err := d.Validate(); err != nil {
			t.Errorf("%+v: %v", d, err)
		}
	}
	for _, d := range []estimate.Date{
		{About: true}, {Month: 5}, {Day: 5}, {Year: -1}, {Year: 10_000}, {Year: 2024, Month: -1}, {Year: 2024, Month: 13},
		{Year: 2024, Day: 5}, {Year: 2024, Month: 2, Day: -1}, {Year: 2024, Month: 2, Day: 30}, {Year: 2023, Month: 2, Day: 29},
	} {
		if err := d.Validate(); err == nil {
			t.Errorf("%+v is taken to exist", d)
		}
		if text, err := d.MarshalText(); err == nil {
			t.Errorf("%+v is written as %q", d, text)
		}
	}
}

// Each day of some eight centuries, by the calendar of package time.
func TestSpanAgainstTheCalendar(t *testing.T) {
	base, _ := estimate.On(1970, time.January, 1).Span()
	check := func(day time.Time) {
		y, m, d := day.Date()
		first, last := estimate.On(y, m, d).Span()
		if want := int(day.Unix() / 86400); first != last || first-base != want {
			t.Fatalf("%s: day %d to %d, want %d", day.Format(time.DateOnly), first-base, last-base, want)
		}
	}
	for _, span := range [][2]int{{1, 120}, {1580, 1620}, {1890, 2110}, {2390, 2410}, {9990, 9999}} {
		end := time.Date(span[1], time.December, 31, 0, 0, 0, 0, time.UTC)
		for day := time.Date(span[0], time.January, 1, 0, 0, 0, 0, time.UTC); !day.After(end); day = day.AddDate(0, 0, 1) {
			check(day)
		}
	}
	for y := 1; y <= 9999; y++ {
		utc := func(m time.Month, d int) int {
			return int(time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix() / 86400)
		}
		first, last := estimate.Date{Year: y}.Span()
		if first-base != utc(1, 1) || last-base != utc(12, 31) {
			t.Fatalf("year %d: day %d to %d", y, first-base, last-base)
		}
		for m := time.January; m <= time.December; m++ {
			first, last := estimate.Date{Year: y, Month: int(m)}.Span()
			if first-base != utc(m, 1) || last-base != utc(m+1, 0) {
				t.Fatalf("%d-%d: day %d to %d", y, m, first-base, last-base)
			}
		}
		// The day after the last of February exists in leap years alone.
		leap := time.Date(y, time.February, 29, 0, 0, 0, 0, time.UTC).Day() == 29
		if got := (estimate.Date{Year: y, Month: 2, Day: 29}).Validate() == nil; got != leap {
			t.Fatalf("29 February %d: %t, want %t", y, got, leap)
		}
	}
}

func TestDateOrder(t *testing.T) {
	for _, tc := range []struct {
		d, e                     string
		before, overlaps, behind bool
	}{
		{"2024-12-19", "2024-12-19", false, true, false},
		{"2024-12-19", "2024-12-20", true, false, false},
		{"2024-12", "2024-12-19", false, true, false},
		{"2024", "2024-12-31", false, true, false},
		{"2024", "2025-01-01", true, false, false},
		{"2024-02-29", "2024-03", true, false, false},
		{"2024-02", "2024-02-29", false, true, false},
		{"2023", "2025", true, false, false},
		{"2024~", "2024-06", false, true, false},
		{"2024~", "2025", true, false, false}, // about is shown, and widens nothing
		{"", "", false, true, false},
		{"", "2024", false, false, false},
	} {
		var d, e estimate.Date
		if err := d.UnmarshalText([]byte(tc.d)); err != nil {
			t.Fatal(err)
		}
		if err := e.UnmarshalText([]byte(tc.e)); err != nil {
			t.Fatal(err)
		}
		if d.Before(e) != tc.before || e.Before(d) != tc.behind || d.Overlaps(e) != tc.overlaps || e.Overlaps(d) != tc.overlaps {
			t.Errorf("%q and %q: before %t, behind %t, overlaps %t and %t, want %t, %t, %t",
				tc.d, tc.e, d.Before(e), e.Before(d), d.Overlaps(e), e.Overlaps(d), tc.before, tc.behind, tc.overlaps)
		}
	}
}

func TestDateOrderLaws(t *testing.T) {
	g := newGen()
	var dates []estimate.Date
	for range 90 {
		dates = append(dates, g.date())
	}
	chains := 0
	for _, a := range dates {
		if a.Before(a) || !a.Overlaps(a) {
			t.Fatalf("%s is before itself, or does not overlap itself", a)
		}
		for _, b := range dates {
			if a.Overlaps(b) != b.Overlaps(a) {
				t.Fatalf("%s and %s overlap one way", a, b)
			}
			if stated := !a.IsZero() && !b.IsZero(); stated {
				n := 0
				for _, holds := range []bool{a.Before(b), b.Before(a), a.Overlaps(b)} {
					if holds {
						n++
					}
				}
				if n != 1 {
					t.Fatalf("%s and %s: %d of before, behind and overlapping hold", a, b, n)
				}
			} else if a.Before(b) || b.Before(a) {
				t.Fatalf("%q is ordered beside %q", a, b)
			}
			for _, c := range dates {
				if a.Before(b) && b.Before(c) {
					chains++
					if !a.Before(c) {
						t.Fatalf("%s before %s before %s, yet not before it", a, b, c)
					}
				}
			}
		}
	}
	if chains == 0 {
		t.Error("no three dates in order were generated")
	}
}

func TestDaysTo(t *testing.T) {
	for _, tc := range []struct {
		d, e string
		want int
	}{
		{"2024-12-19", "2024-12-19", 0},
		{"2024-12-19", "2024-12-23", 4},
		{"2024-12-23", "2024-12-19", -4},
		{"2024-02-28", "2024-03-01", 2},
		{"2023-02-28", "2023-03-01", 1},
		{"2024-12", "2024-12-19", -12}, // from last day to last day
		{"2023", "2024", 366},
		{"2024-12-19~", "2025-12-19", 365},
	} {
		d, err := estimate.ParseDate(tc.d)
		if err != nil {
			t.Fatal(err)
		}
		e, err := estimate.ParseDate(tc.e)
		if err != nil {
			t.Fatal(err)
		}
		if got, ok := d.DaysTo(e); !ok || got != tc.want {
			t.Errorf("%s to %s: %d, %t, want %d", tc.d, tc.e, got, ok, tc.want)
		}
	}
	some := estimate.Date{Year: 2024}
	for _, pair := range [][2]estimate.Date{{{}, some}, {some, {}}, {{}, {}}} {
		if n, ok := pair[0].DaysTo(pair[1]); ok || n != 0 {
			t.Errorf("%q to %q: %d, %t", pair[0], pair[1], n, ok)
		}
	}
}

func TestDateText(t *testing.T) {
	g := newGen()
	type holder struct {
		D estimate.Date `json:"d,omitzero"`
	}
	for range 2000 {
		d := g.date()
		roundTrip(t, d)
		roundTrip(t, holder{d})
		text, err := d.MarshalText()
		if err != nil || string(text) != d.String() {
			t.Fatalf("%+v: %q, %v", d, text, err)
		}
		got := estimate.Date{Year: 1}
		if err := got.UnmarshalText(text); err != nil || got != d {
			t.Fatalf("%q: %+v, %v, want %+v", text, got, err, d)
		}
	}
	if data, err := json.Marshal(holder{}); err != nil || string(data) != `{}` {
		t.Errorf("a date not stated: %s, %v", data, err)
	}
	kept := holder{estimate.Date{Year: 2024}}
	if err := json.Unmarshal([]byte(`{"d":"2024-13"}`), &kept); err == nil || kept.D.Year != 2024 {
		t.Errorf("month 13: %v, %v", kept, err)
	}
	if err := json.Unmarshal([]byte(`{"d":2024}`), &kept); err == nil {
		t.Errorf("a number: read as %v", kept)
	}
}

func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"2024", "2024-12~", "2024-12-19", "2023-02-29", "0000", "2024-00-01", "~"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := estimate.ParseDate(s)
		// What is accepted, by package time.
		bare := strings.TrimSuffix(s, "~")
		want := false
		for _, layout := range []string{"2006", "2006-01", time.DateOnly} {
			if at, err := time.Parse(layout, bare); err == nil && len(bare) == len(layout) && at.Year() > 0 {
				want = true
			}
		}
		if got := err == nil; got != want {
			t.Fatalf("%q accepted: %t (%v), want %t", s, got, err, want)
		}
		if err != nil {
			return
		}
		if d.IsZero() || d.Validate() != nil || d.String() != s {
			t.Fatalf("%q: %+v, printed as %q (%v)", s, d, d, d.Validate())
		}
		if first, last := d.Span(); first > last {
			t.Fatalf("%q: from day %d to %d", s, first, last)
		}
	})
}

func ExampleParseDate() {
	month, err := estimate.ParseDate("2024-12")
	if err != nil {
		panic(err)
	}
	briefing := estimate.On(2024, time.December, 19)
	fmt.Println(month.Overlaps(briefing), month.Before(briefing), briefing.Before(month))

	_, err = estimate.ParseDate("2023-02-29")
	fmt.Println(err)
	// Output:
	// true false false
	// date 2023-02-29 does not exist: accepted are days 01 to 28 of that month
}
