package reconcile

import (
	"encoding/json"
	"fmt"

	"github.com/openestimate/casualty/source"
)

// A Standing says what an end may do: a firm end sets and disputes, a qualified
// one disputes but sets nothing, a loose one does neither.
type Standing string

const (
	Firm      Standing = "firm"
	Qualified Standing = "qualified"
	Loose     Standing = "loose"
)

// Reasons is a set of reasons why an end is not firm, or why a rung of the
// ladder needs something accepted.
type Reasons uint16

const (
	Vague       Reasons = 1 << iota // end of a vague word, read by a convention
	Possible                        // the statement or this end is speculative
	Derived                         // computed from other figures
	Earlier                         // of an earlier date than the question asks
	Recorded                        // high end of a count of recorded deaths, silent on the uncounted
	Unclear                         // "losses": not said what is counted
	Stake                           // the end that the speaker's interest pulls at
	Statistical                     // end of an interval, or of a figure whose basis estimates
	Width                           // end that a convention set for "about" or "nearly"
	Likely                          // said to be likely or highly likely
	Disputed                        // above a stated upper figure of another source

	looseReasons     = Vague | Possible | Derived | Earlier | Recorded | Unclear
	qualifiedReasons = Stake | Statistical | Width | Likely
)

var reasonWords = [...]string{"vague", "possible", "derived", "earlier", "recorded", "unclear",
	"stake", "statistical", "width", "likely", "disputed"}

// Standing is the weakest standing that a reason of r gives.
func (r Reasons) Standing() Standing {
	switch {
	case r&looseReasons != 0:
		return Loose
	case r&qualifiedReasons != 0:
		return Qualified
	}
	return Firm
}

// Has reports whether r holds any reason of s.
func (r Reasons) Has(s Reasons) bool { return r&s != 0 }

// Words returns the reasons as words, in a fixed order.
func (r Reasons) Words() []string {
	var ws []string
	for i, w := range reasonWords {
		if r&(1<<i) != 0 {
			ws = append(ws, w)
		}
	}
	return ws
}

// MarshalJSON writes the reasons as a list of words.
func (r Reasons) MarshalJSON() ([]byte, error) {
	ws := r.Words()
	if ws == nil {
		ws = []string{}
	}
	return json.Marshal(ws)
}

// UnmarshalJSON reads a list of words.
func (r *Reasons) UnmarshalJSON(data []byte) error {
	var ws []string
	if err := json.Unmarshal(data, &ws); err != nil {
		return err
	}
	var out Reasons
next:
	for _, w := range ws {
		for i, known := range reasonWords {
			if w == known {
				out |= 1 << i
				continue next
			}
		}
		return fmt.Errorf("reasons: %w", &source.WordError{Type: "reason", Text: w, Accepted: reasonWords[:]})
	}
	*r = out
	return nil
}

// An End is one end, or the central figure, of what a root says, with its
// standing. The zero End is "not stated".
type End struct {
	N        int64    `json:"n"`
	Open     bool     `json:"open,omitempty"` // N itself is excluded
	Standing Standing `json:"standing"`
	Why      Reasons  `json:"why,omitempty"`
	By       string   `json:"by,omitempty"` // convention that supplied it
}

// IsZero reports whether the end is not stated.
func (e End) IsZero() bool { return e.Standing == "" }

// Stated reports whether the end is stated.
func (e End) Stated() bool { return e.Standing != "" }

// Least is the least whole count a low end admits.
func (e End) Least() int64 {
	if e.Open {
		return e.N + 1
	}
	return e.N
}

// Most is the greatest whole count a high end admits.
func (e End) Most() int64 {
	if e.Open {
		return e.N - 1
	}
	return e.N
}

// counts reports whether the end may dispute: it is firm or qualified.
func (e End) counts() bool { return e.Standing == Firm || e.Standing == Qualified }

func (e End) because(why Reasons) End {
	if e.Stated() {
		e.Why |= why
		e.Standing = e.Why.Standing()
	}
	return e
}
