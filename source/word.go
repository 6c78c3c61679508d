package source

import (
	"fmt"
	"slices"
	"strings"
)

// WordError reports a word outside a closed vocabulary. Every Validate method
// of this module returns it for an unknown word, so that a caller can tell a
// misspelt word from any other fault with errors.As.
type WordError struct {
	Type     string   // the vocabulary: "kind", "stake", "measure" ...
	Text     string   // the offending text
	Accepted []string // every word that would have been accepted
}

func (e *WordError) Error() string {
	return fmt.Sprintf("unknown %s %q: accepted are %s", e.Type, e.Text, strings.Join(e.Accepted, ", "))
}

// Check returns a *WordError if word is neither empty nor among accepted. An
// empty word is "not stated" in every vocabulary of this module.
func Check[W ~string](vocabulary string, word W, accepted []W) error {
	if word == "" || slices.Contains(accepted, word) {
		return nil
	}
	words := make([]string, len(accepted))
	for i, a := range accepted {
		words[i] = string(a)
	}
	return &WordError{Type: vocabulary, Text: string(word), Accepted: words}
}
