package estimate_test

import (
	"strings"
	"testing"

	"github.com/openestimate/casualty/estimate"
)

// Every true pair of the order in the file format, followed to the top by hand.
const partOf = `
killed: killed_or_wounded killed_or_missing irrecoverable_losses total_losses attributable_deaths all_cause_deaths
bodies_recovered: killed killed_or_wounded killed_or_missing irrecoverable_losses total_losses attributable_deaths all_cause_deaths
battle_deaths: killed killed_or_wounded killed_or_missing irrecoverable_losses total_losses attributable_deaths all_cause_deaths
wounded: killed_or_wounded total_losses
missing: killed_or_missing irrecoverable_losses total_losses
captured: irrecoverable_losses total_losses
killed_or_wounded: total_losses
killed_or_missing: irrecoverable_losses total_losses
irrecoverable_losses: total_losses
indirect_deaths: attributable_deaths all_cause_deaths
attributable_deaths: all_cause_deaths
`

func TestMeasureWithin(t *testing.T) {
	pairs := make(map[[2]estimate.Measure]bool)
	for line := range strings.Lines(strings.TrimSpace(partOf)) {
		part, wholes, _ := strings.Cut(strings.TrimSpace(line), ":")
		for _, w := range strings.Fields(wholes) {
			pairs[[2]estimate.Measure{estimate.Measure(part), estimate.Measure(w)}] = true
		}
	}
	if len(pairs) != 34 {
		t.Fatalf("%d pairs in the table", len(pairs))
	}
	checked := 0
	for _, m := range estimate.Measures() {
		for _, whole := range estimate.Measures() {
			want := pairs[[2]estimate.Measure{m, whole}] || m == whole && m != estimate.Losses
			if got := m.Within(whole); got != want {
				t.Errorf("%s within %s: %t, want %t", m, whole, got, want)
			}
			checked++
		}
	}
	if checked != 17*17 {
		t.Errorf("%d pairs, want 17 × 17", checked)
	}
}

func TestMeasureOrderLaws(t *testing.T) {
	ms := append(estimate.Measures(), "", "unheard-of")
	for _, a := range ms {
		for _, b := range ms {
			if a != b && a.Within(b) && b.Within(a) {
				t.Errorf("%s and %s lie within each other", a, b)
			}
			for _, c := range ms {
				if a.Within(b) && b.Within(c) && !a.Within(c) {
					t.Errorf("%s within %s within %s, yet not within it", a, b, c)
				}
			}
		}
	}
}

func TestMeasureParts(t *testing.T) {
	want := map[estimate.Measure][2]estimate.Measure{
		estimate.KilledOrWounded: {estimate.Killed, estimate.Wounded},
		estimate.KilledOrMissing: {estimate.Killed, estimate.Missing},
	}
	for _, m := range append(estimate.Measures(), "") {
		parts, ok := m.Parts()
		if w, sum := want[m]; ok != sum || parts != w {
			t.Errorf("%q: %v, %t, want %v, %t", m, parts, ok, w, sum)
		}
		if ok && !(parts[0].Within(m) && parts[1].Within(m)) {
			t.Errorf("the parts of %s do not lie within it", m)
		}
	}
}

func TestMeasureCumulative(t *testing.T) {
	const may = " missing captured displaced deployed killed_or_missing excess_deaths " // fall
	for _, m := range estimate.Measures() {
		if got, want := m.Cumulative(), !strings.Contains(may, " "+string(m)+" "); got != want {
			t.Errorf("%s: %t, want %t", m, got, want)
		}
	}
}

func TestMeasureRank(t *testing.T) {
	for i, m := range estimate.Measures() {
		if m.Rank() != i {
			t.Errorf("%s: %d, want %d", m, m.Rank(), i)
		}
	}
	for _, m := range []estimate.Measure{"", "unheard-of"} {
		if m.Rank() != 17 {
			t.Errorf("%q: %d, want last, 17", m, m.Rank())
		}
	}
}
