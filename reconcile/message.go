package reconcile

import (
	"math"
	"strconv"

	"github.com/openestimate/casualty/estimate"
)

// A message is a sentence under construction. Its methods append, so that a
// message costs one allocation.
type message []byte

func (m message) say(parts ...string) message {
	for _, p := range parts {
		m = append(m, p...)
	}
	return m
}

// who appends the speaker of r.
func (m message) who(r *root) message { return append(m, r.rec.source.Label()...) }

// said appends the speaker of r and what it said, in its words where they are
// on file. A root is quoted once for each it is beside, so it keeps the phrase.
func (m message) said(r *root) message {
	if r.phrase == "" {
		m := message(make([]byte, 0, 64)).who(r)
		if r.parts == nil && r.Quantity.Text == "" {
			m = m.say(" (").words(r).say(")")
		} else {
			m = m.say(" ").words(r)
		}
		r.phrase = string(m)
	}
	return append(m, r.phrase...)
}

func (m message) words(r *root) message {
	switch {
	case r.parts != nil:
		m = m.words(r.parts[0])
		m = append(m, " plus "...)
		m = m.words(r.parts[1])
		return append(m, " (sum: ours)"...)
	case r.Quantity.Text != "":
		m = append(m, '"')
		m = append(m, r.Quantity.Text...)
		return append(m, '"')
	}
	return append(m, r.Quantity.Words()...)
}

// times appends e^d as a factor: x8.9.
func (m message) times(d float64) message {
	f := math.Exp(d)
	m = append(m, 'x')
	if f >= 9.95 {
		return estimate.AppendCount(m, int64(math.Round(f)))
	}
	digits := 1
	if f < 1.095 && f > 1.005 {
		digits = 2 // so that a small gap does not read as none
	}
	return strconv.AppendFloat(m, f, 'f', digits, 64)
}

func (m message) count(n int64) message { return estimate.AppendCount(m, n) }
