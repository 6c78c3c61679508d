package interchange

import (
	"errors"
	"fmt"
	"strings"

	"github.com/openestimate/casualty/source"
)

// synonyms are words in common use for a measure of the format.
var synonyms = map[string]string{
	"dead":           "killed",
	"death":          "killed",
	"deaths":         "killed",
	"died":           "killed",
	"direct_deaths":  "killed",
	"fatalities":     "killed",
	"violent_deaths": "killed",
	"casualties":     "killed_or_wounded",
	"injured":        "wounded",
}

// A guess is an unknown word with the word that was probably meant, so that a
// message need not begin with the whole vocabulary.
type guess struct {
	word  *source.WordError
	meant string
}

func (e *guess) Error() string {
	return fmt.Sprintf("unknown %s %q: did you mean %s? accepted are %s",
		e.word.Type, cut(e.word.Text), e.meant, strings.Join(e.word.Accepted, ", "))
}

func (e *guess) Unwrap() error { return e.word }

// guessed is err, or if that is an unknown word which resembles one of the
// format, a *guess that wraps it.
func guessed(err error) error {
	var word *source.WordError
	if !errors.As(err, &word) {
		return err
	}
	meant := ""
	if word.Type == "measure" {
		meant = synonyms[folded(word.Text)]
	}
	if meant == "" {
		meant = nearest(word.Text, word.Accepted)
	}
	if meant == "" {
		return err
	}
	return &guess{word, meant}
}

// unknownKey is the error of a key that sh does not have.
func unknownKey(name string, sh *shape) *KeyError {
	e := &KeyError{Key: name, Accepted: sh.names()}
	if scope, _ := sh.key([]byte("scope")); scope != nil {
		if k, _ := scope.shape.key([]byte(name)); k != nil {
			e.Meant = "scope." + name
			return e
		}
	}
	e.Meant = nearest(name, e.Accepted)
	return e
}

// nearest is the accepted word that word is a slip of the pen for, empty if
// there is none: at most two letters differ, and no more than half of them.
func nearest(word string, accepted []string) (found string) {
	if len(word) > 64 {
		return ""
	}
	word = folded(word)
	best := min(2, len(word)/2) + 1
	for _, a := range accepted {
		if d := source.Distance(word, folded(a)); d < best {
			found, best = a, d
		}
	}
	return found
}

func folded(word string) string {
	return strings.NewReplacer(" ", "_", "-", "_").Replace(strings.ToLower(strings.TrimSpace(word)))
}
