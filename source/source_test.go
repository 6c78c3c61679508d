package source_test

import (
	"encoding/json"
	"errors"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/openestimate/casualty/source"
)

func TestValidateID(t *testing.T) {
	for name, tc := range map[string]struct {
		id   string
		want string // in the error; empty: valid
	}{
		"one byte":           {"a", ""},
		"punctuation":        {"!~nis-killed/2024:12.19#", ""},
		"space within":       {"South Korea NIS", ""},
		"other script":       {"국정원", ""},
		"accents":            {"Médecins sans Frontières", ""},
		"128 bytes":          {strings.Repeat("x", 128), ""},
		"128 bytes of UTF-8": {strings.Repeat("é", 64), ""},
		"empty":              {"", "empty"},
		"129 bytes":          {strings.Repeat("x", 129), "129 bytes"},
		"129 bytes of UTF-8": {strings.Repeat("é", 64) + "x", "129 bytes"},
		"only space":         {" ", "space at an end"},
		"leading space":      {" nis", "space at an end"},
		"trailing space":     {"nis ", "space at an end"},
		"trailing newline":   {"nis\n", "space at an end"},
		"wide space":         {"\u3000nis", "space at an end"},
		"tab within":         {"a\tb", "unprintable U+0009"},
		"delete":             {"a\x7f", "unprintable U+007F"},
		"nul":                {"\x00", "unprintable U+0000"},
		"no-break space":     {"a\u00a0b", "unprintable U+00A0"},
		"right-to-left mark": {"a\u200fb", "unprintable U+200F"},
		"not UTF-8":          {"a\xffb", "not UTF-8"},
		"cut rune":           {"é"[:1], "not UTF-8"},
	} {
		err := source.ValidateID(tc.id)
		switch {
		case tc.want == "" && err != nil:
			t.Errorf("%s: %v", name, err)
		case tc.want != "" && (err == nil || !strings.Contains(err.Error(), tc.want)):
			t.Errorf("%s: error %v, want one with %q", name, err, tc.want)
		case tc.want != "" && !strings.Contains(err.Error(), "accepted are"):
			t.Errorf("%s: %v does not say what is accepted", name, err)
		}
		if got := source.ID(tc.id).Validate(); (got == nil) != (err == nil) {
			t.Errorf("%s: ID.Validate %v, ValidateID %v", name, got, err)
		}
	}
}

// Every string of up to two characters from a mixed alphabet, against the rule
// stated over characters.
func TestValidateIDAgainstTheRule(t *testing.T) {
	var alphabet []string
	for b := range 256 {
		alphabet = append(alphabet, string([]byte{byte(b)}))
	}
	alphabet = append(alphabet, "é", "界", "\u0301", "\u2028", "\ufffd", "😀", "")
	for _, a := range alphabet {
		for _, b := range alphabet {
			id := a + b
			want := id != "" && utf8.ValidString(id) && strings.TrimSpace(id) == id &&
				strings.IndexFunc(id, func(r rune) bool { return !unicode.IsPrint(r) }) < 0
			if got := source.ValidateID(id) == nil; got != want {
				t.Fatalf("%q valid: %t, want %t", id, got, want)
			}
		}
	}
}

func TestLabel(t *testing.T) {
	for _, tc := range []struct {
		s    source.Source
		want string
	}{
		{source.Source{ID: "nis", Name: "South Korea NIS", Short: "NIS"}, "NIS"},
		{source.Source{ID: "nis", Name: "South Korea NIS"}, "South Korea NIS"},
		{source.Source{ID: "nis"}, "nis"},
		{source.Source{}, ""},
	} {
		if got := tc.s.Label(); got != tc.want {
			t.Errorf("%+v: %q, want %q", tc.s, got, tc.want)
		}
	}
}

func TestSameInstitution(t *testing.T) {
	src := func(id source.ID, within ...source.ID) *source.Source {
		return &source.Source{ID: id, Within: within}
	}
	for name, tc := range map[string]struct {
		a, b *source.Source
		want bool
	}{
		"one source":               {src("us"), src("us"), true},
		"no tie":                   {src("us"), src("nis"), false},
		"speaks for the other":     {src("kirby", "us"), src("us"), true},
		"second of its wholes":     {src("kirby", "nsc", "us"), src("us"), true},
		"common whole":             {src("kirby", "us"), src("ryder", "us"), true},
		"common whole, second":     {src("kirby", "nsc", "us"), src("ryder", "dod", "us"), true},
		"wholes that differ":       {src("kirby", "nsc"), src("ryder", "dod"), false},
		"grandparent is no tie":    {src("kirby", "nsc"), src("us"), false},
		"member of an undeclared":  {src("a", "x"), src("b", "x"), true},
		"unlike letters in the id": {src("us"), src("US"), false},
	} {
		if got := source.SameInstitution(tc.a, tc.b); got != tc.want {
			t.Errorf("%s: %t, want %t", name, got, tc.want)
		}
		if got := source.SameInstitution(tc.b, tc.a); got != tc.want {
			t.Errorf("%s, turned round: %t, want %t", name, got, tc.want)
		}
	}
}

func TestSourceFaults(t *testing.T) {
	s := source.Source{
		ID: " nis", Kind: "spies", Within: []source.ID{"", " nis", "gov", "a\nb"}, Stake: "up",
		Method: source.Method{Basis: []source.Basis{"guess"}, Rule: "strict"}, Reliability: "G",
	}
	type fault struct {
		Field, Text string
		Word        bool
	}
	var got []fault
	for _, f := range s.Faults() {
		var we *source.WordError
		if f.Err == nil {
			t.Fatalf("%s: no error", f.Field)
		}
		got = append(got, fault{f.Field, f.Text, errors.As(f.Err, &we)})
	}
	want := []fault{
		{"id", " nis", false}, {"kind", "spies", true}, {"within[0]", "", false}, {"within[1]", " nis", false},
		{"within[3]", "a\nb", false}, {"stake", "up", true}, {"method.basis[0]", "guess", true},
		{"method.rule", "strict", true}, {"reliability", "G", true},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}

	self := source.Source{ID: "us", Within: []source.ID{"us"}}
	if fs := self.Faults(); len(fs) != 1 || fs[0].Field != "within[0]" || fs[0].Text != "us" {
		t.Errorf("a source within itself: %v", fs)
	}
	if fs := (&source.Source{}).Faults(); len(fs) != 1 || fs[0].Field != "id" {
		t.Errorf("zero source: %v, want the empty id alone", fs)
	}
	valid := source.Source{ID: "nis", Kind: source.IntelligenceService, Within: []source.ID{"kr"}, Stake: source.StakeNone,
		Method: source.Method{Basis: []source.Basis{source.IntelligenceAssessment}, Rule: source.Conservative}, Reliability: "B"}
	if fs := valid.Faults(); fs != nil {
		t.Errorf("valid source: %v", fs)
	}
}

func TestSourceJSON(t *testing.T) {
	const file = `{"id":"nis","name":"South Korea NIS","short":"NIS","kind":"intelligence_service","within":["kr"],"stake":"none","method":{"basis":["intelligence_assessment"],"rule":"conservative","verification":"checked","detail":"its own words"},"reliability":"B"}`
	want := source.Source{
		ID: "nis", Name: "South Korea NIS", Short: "NIS", Kind: source.IntelligenceService, Within: []source.ID{"kr"}, Stake: source.StakeNone,
		Method:      source.Method{Basis: []source.Basis{source.IntelligenceAssessment}, Rule: source.Conservative, Verification: source.Checked, Detail: "its own words"},
		Reliability: "B",
	}
	var got source.Source
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
	if data, _ := json.Marshal(source.Source{ID: "x"}); string(data) != `{"id":"x"}` {
		t.Errorf("what is not stated is written: %s", data)
	}
}

func TestSourceJSONRoundTrip(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	pick := func(words ...string) string { return words[rng.IntN(len(words))] }
	for range 2000 {
		s := source.Source{
			ID: source.ID(pick("a", "국정원", `q"<&>`)), Name: pick("", "N", "new\nline"), Short: pick("", "S"),
			Kind: source.Kind(pick("", "court", "unheard-of")), Stake: source.Stake(pick("", "lower")),
			Method:      source.Method{Rule: source.Rule(pick("", "maximum")), Verification: source.Verification(pick("", "claimed")), Detail: pick("", "d\\")},
			Reliability: source.Reliability(pick("", "A")),
		}
		for range rng.IntN(3) {
			s.Within = append(s.Within, source.ID(pick("x", "y")))
			s.Method.Basis = append(s.Method.Basis, source.Basis(pick("survey", "model")))
		}
		data, err := json.Marshal(s)
		if err != nil {
			t.Fatal(err)
		}
		var got source.Source
		if err := json.Unmarshal(data, &got); err != nil {
			t.Fatalf("%s: %v", data, err)
		}
		if diff := cmp.Diff(s, got); diff != "" {
			t.Fatalf("%s (-want +got):\n%s", data, diff)
		}
	}
}
