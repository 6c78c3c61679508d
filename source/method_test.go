package source_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openestimate/casualty/source"
)

func TestMethodOrTakesEachFacetByItself(t *testing.T) {
	full := source.Method{Basis: []source.Basis{source.Survey}, Rule: source.Central, Verification: source.Checked, Detail: "default"}
	own := source.Method{Basis: []source.Basis{source.NamedList, source.BodyCount}, Rule: source.Confirmed, Verification: source.Verified, Detail: "own"}
	for name, tc := range map[string]struct{ m, def, want source.Method }{
		"nothing stated":  {source.Method{}, full, full},
		"no default":      {own, source.Method{}, own},
		"all stated":      {own, full, own},
		"only basis":      {source.Method{Basis: own.Basis}, full, source.Method{Basis: own.Basis, Rule: full.Rule, Verification: full.Verification, Detail: full.Detail}},
		"only rule":       {source.Method{Rule: own.Rule}, full, source.Method{Basis: full.Basis, Rule: own.Rule, Verification: full.Verification, Detail: full.Detail}},
		"only checked":    {source.Method{Verification: own.Verification}, full, source.Method{Basis: full.Basis, Rule: full.Rule, Verification: own.Verification, Detail: full.Detail}},
		"only detail":     {source.Method{Detail: own.Detail}, full, source.Method{Basis: full.Basis, Rule: full.Rule, Verification: full.Verification, Detail: own.Detail}},
		"neither, either": {source.Method{}, source.Method{}, source.Method{}},
	} {
		if diff := cmp.Diff(tc.want, tc.m.Or(tc.def)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestMethodIsZero(t *testing.T) {
	if m := (source.Method{Basis: []source.Basis{}}); !m.IsZero() {
		t.Error("an empty basis states something")
	}
	for _, m := range []source.Method{
		{Basis: []source.Basis{source.Survey}}, {Rule: source.Central}, {Verification: source.Claimed}, {Detail: "d"},
	} {
		if m.IsZero() {
			t.Errorf("%+v states nothing", m)
		}
	}
}

// The two lists of SEMANTICS section 1, written out; the other bases neither
// record nor estimate.
const (
	recording  = " named_list registry body_count incident_aggregation hospital_records record_linkage "
	estimating = " survey multiple_systems excess_model extrapolation ratio model demographic "
)

func TestBasesRecordOrEstimate(t *testing.T) {
	for _, b := range source.Bases() {
		word := " " + string(b) + " "
		if got, want := b.Records(), strings.Contains(recording, word); got != want {
			t.Errorf("%s records: %t, want %t", b, got, want)
		}
		if got, want := b.Estimates(), strings.Contains(estimating, word); got != want {
			t.Errorf("%s estimates: %t, want %t", b, got, want)
		}
	}
}

func TestMethodRecorded(t *testing.T) {
	for _, tc := range []struct {
		rule                source.Rule
		basis               string
		recorded, estimates bool
	}{
		{"", "", false, false},
		{source.Confirmed, "", true, false},
		{source.Conservative, "", false, false},
		{source.Conservative, "named_list", true, false},
		{"", "battlefield_claim", false, false},
		{"", "battlefield_claim body_count", true, false},
		{"", "registry survey", false, true},
		{"", "survey", false, true},
		{"", "survey registry", false, true},
		{source.Confirmed, "interview", true, false},
		{source.Confirmed, "named_list extrapolation", true, true},
	} {
		m := source.Method{Rule: tc.rule}
		for _, b := range strings.Fields(tc.basis) {
			m.Basis = append(m.Basis, source.Basis(b))
		}
		if m.Recorded() != tc.recorded || m.Estimates() != tc.estimates {
			t.Errorf("rule %q basis %q: recorded %t, estimates %t, want %t, %t",
				tc.rule, tc.basis, m.Recorded(), m.Estimates(), tc.recorded, tc.estimates)
		}
	}
}

func TestMethodFaults(t *testing.T) {
	m := source.Method{Basis: []source.Basis{source.Survey, "guess", ""}, Rule: "strict", Verification: "sure", Detail: "read by no rule"}
	type fault struct{ Field, Text, Vocabulary string }
	var got []fault
	for _, f := range m.Faults() {
		var we *source.WordError
		if !errors.As(f.Err, &we) {
			t.Fatalf("%s: error %v, want a *WordError", f.Field, f.Err)
		}
		got = append(got, fault{f.Field, f.Text, we.Type})
	}
	want := []fault{{"basis[1]", "guess", "basis"}, {"basis[2]", "", "basis"}, {"rule", "strict", "rule"}, {"verification", "sure", "verification"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if fs := (&source.Method{}).Faults(); fs != nil {
		t.Errorf("zero method: %v", fs)
	}
}
