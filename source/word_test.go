package source_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openestimate/casualty/source"
)

// vocabulary is a closed word type seen as plain strings.
type vocabulary struct {
	name     string
	words    string // of the file format, in its order
	accepted []string
	validate func(string) error
}

func vocab[W ~string](name, words string, accepted []W, validate func(W) error) vocabulary {
	v := vocabulary{name: name, words: words, validate: func(s string) error { return validate(W(s)) }}
	for _, a := range accepted {
		v.accepted = append(v.accepted, string(a))
	}
	return v
}

var vocabularies = []vocabulary{
	vocab("kind", "government military intelligence_service local_authority armed_group intergovernmental court ngo relief_agency academic media osint insider witness analyst social_media other",
		source.Kinds(), source.Kind.Validate),
	vocab("basis", "named_list registry body_count incident_aggregation hospital_records record_linkage survey demographic multiple_systems excess_model imagery intelligence_assessment official_count battlefield_claim ratio extrapolation model interview court_finding quotation",
		source.Bases(), source.Basis.Validate),
	vocab("rule", "confirmed conservative central inclusive maximum", source.Rules(), source.Rule.Validate),
	vocab("verification", "claimed checked verified", source.Verifications(), source.Verification.Validate),
	vocab("stake", "higher lower none", source.Stakes(), source.Stake.Validate),
	vocab("reliability", "A B C D E F", source.Reliabilities(), source.Reliability.Validate),
}

func TestVocabulariesAreThoseOfTheFormat(t *testing.T) {
	for _, v := range vocabularies {
		if diff := cmp.Diff(strings.Fields(v.words), v.accepted); diff != "" {
			t.Errorf("%s: accepted words (-format +code):\n%s", v.name, diff)
		}
	}
}

func TestValidateAcceptsEveryWordAndTheUnstated(t *testing.T) {
	for _, v := range vocabularies {
		for _, w := range append(strings.Fields(v.words), "") {
			if err := v.validate(w); err != nil {
				t.Errorf("%s %q: %v", v.name, w, err)
			}
		}
	}
}

func TestValidateRefusesOtherWords(t *testing.T) {
	for _, v := range vocabularies {
		first := strings.Fields(v.words)[0]
		for _, w := range []string{"nonsense", " ", first + " ", " " + first, first + "s", strings.ToUpper(first) + "x", "\x00"} {
			err := v.validate(w)
			var we *source.WordError
			if !errors.As(err, &we) {
				t.Errorf("%s %q: error %v, want a *WordError", v.name, w, err)
				continue
			}
			if diff := cmp.Diff(&source.WordError{Type: v.name, Text: w, Accepted: strings.Fields(v.words)}, we); diff != "" {
				t.Errorf("%s %q (-want +got):\n%s", v.name, w, diff)
			}
		}
	}
}

func TestWordErrorText(t *testing.T) {
	err := source.Rule("strict").Validate()
	const want = `unknown rule "strict": accepted are confirmed, conservative, central, inclusive, maximum`
	if err == nil || err.Error() != want {
		t.Errorf("got  %v\nwant %s", err, want)
	}
}
