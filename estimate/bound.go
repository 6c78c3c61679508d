package estimate

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
)

// MaxCount is the greatest count accepted, in people. The sum of two such
// counts still fits an int64.
const MaxCount = 1_000_000_000_000_000_000

// A Bound is one end, or the central figure, of a Quantity, in whole people.
// The zero value is "not stated", which is not zero.
type Bound struct {
	N        int64  `json:"n"`        // whole people; negative only in excess deaths
	Term     string `json:"term"`     // a vague word: "several hundred"
	Stated   bool   `json:"-"`        // false: the words give no such end
	Open     bool   `json:"open"`     // N itself is excluded
	Possible bool   `json:"possible"` // this end alone is speculative
	By       string `json:"by"`       // the convention that supplied N; "": the words entail it
}

// At returns the bound at n.
func At(n int64) Bound { return Bound{N: n, Stated: true} }

// Word returns the bound that a vague word stands for, unread until a
// Convention gives it a number. No word is no bound.
func Word(term string) Bound { return Bound{Term: term, Stated: term != ""} }

// IsZero reports whether the bound is not stated.
func (b Bound) IsZero() bool { return !b.Stated }

// Known reports whether the bound has a number: it is stated, and if by a vague
// word, a convention has read it.
func (b Bound) Known() bool { return b.Stated && (b.Term == "" || b.By != "") }

// Least is the least whole count a low end admits: N, or N+1 if it is open.
func (b Bound) Least() int64 {
	if b.Open {
		return b.N + 1
	}
	return b.N
}

// Most is the greatest whole count a high end admits: N, or N-1 if it is open.
func (b Bound) Most() int64 {
	if b.Open {
		return b.N - 1
	}
	return b.N
}

// boundJSON is Bound as the file has it: an absent n is not 0.
type boundJSON struct {
	N        *int64 `json:"n,omitempty"`
	Open     bool   `json:"open,omitempty"`
	Possible bool   `json:"possible,omitempty"`
	Term     string `json:"term,omitempty"`
	By       string `json:"by,omitempty"`
}

// MarshalJSON writes the object of the file format; an unstated bound is null
// (and is left out of the quantity that holds it).
func (b Bound) MarshalJSON() ([]byte, error) {
	if !b.Stated {
		return []byte("null"), nil
	}
	j := boundJSON{Open: b.Open, Possible: b.Possible, Term: b.Term, By: b.By}
	if b.Known() {
		j.N = &b.N
	}
	return json.Marshal(j)
}

var errBound = errors.New(`accepted is an object with "n" (a whole number) or "term" (a vague word), and "by" where both stand`)

// UnmarshalJSON reads the object of the file format.
func (b *Bound) UnmarshalJSON(data []byte) error {
	if bytes.Equal(bytes.TrimSpace(data), []byte("null")) {
		return nil
	}
	var j boundJSON
	if err := json.Unmarshal(data, &j); err != nil {
		return fmt.Errorf("%w: %w", err, errBound)
	}
	if (j.N == nil) == (j.Term == "") && (j.N == nil || j.By == "") || j.N == nil && j.By != "" {
		return fmt.Errorf("bound %s: %w", data, errBound)
	}
	*b = Bound{Term: j.Term, Stated: true, Open: j.Open, Possible: j.Possible, By: j.By}
	if j.N != nil {
		b.N = *j.N
	}
	return nil
}
