package estimate_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/source"
)

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

// The closed words of this package, from the file format.
func TestVocabularies(t *testing.T) {
	for _, v := range []vocabulary{
		vocab("hedge", "exact approximately nearly at_least more_than at_most fewer_than between vague unknown denied", estimate.Hedges(), estimate.Hedge.Validate),
		vocab("modality", "asserted possible likely highly_likely", estimate.Modalities(), estimate.Modality.Validate),
		vocab("measure", "killed wounded missing captured killed_or_wounded killed_or_missing irrecoverable_losses total_losses losses bodies_recovered battle_deaths indirect_deaths attributable_deaths excess_deaths all_cause_deaths displaced deployed", estimate.Measures(), estimate.Measure.Validate),
		vocab("op", "share ratio sum difference rate projection", estimate.Ops(), estimate.Op.Validate),
		vocab("credibility", "1 2 3 4 5 6", estimate.Credibilities(), estimate.Credibility.Validate),
		vocab("facet", "measure window area population attribution rule basis verification coverage timing wording other", estimate.Facets(), estimate.Facet.Validate),
	} {
		words := strings.Fields(v.words)
		if diff := cmp.Diff(words, v.accepted); diff != "" {
			t.Errorf("%s: accepted words (-format +code):\n%s", v.name, diff)
		}
		for _, w := range append(words, "") {
			if err := v.validate(w); err != nil {
				t.Errorf("%s %q: %v", v.name, w, err)
			}
		}
		for _, w := range []string{"nonsense", " ", words[0] + " ", words[0] + "s", strings.ToUpper(words[0]) + "x"} {
			err := v.validate(w)
			var we *source.WordError
			if !errors.As(err, &we) {
				t.Errorf("%s %q: error %v, want a *source.WordError", v.name, w, err)
			} else if diff := cmp.Diff(&source.WordError{Type: v.name, Text: w, Accepted: words}, we); diff != "" {
				t.Errorf("%s %q (-want +got):\n%s", v.name, w, diff)
			}
		}
	}
}
