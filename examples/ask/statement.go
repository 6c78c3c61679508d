package main

import (
	"errors"
	"regexp"
	"slices"
	"strings"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/estimate/wording"
	"github.com/openestimate/casualty/source"
)

// A statement is what one line says.
type statement struct {
	text    string
	speaker source.ID
	facts   string // as written in square brackets
	stake   source.Stake
	method  source.Method
	claims  []claim
	earlier []wording.Match // counts that the line itself calls superseded
	date    estimate.Date
	via     []estimate.Hop
}

// A claim is one count of a statement.
type claim struct {
	wording.Match
	quantity estimate.Quantity
}

// echo says how the claim was understood: the measure, the words, and what they
// entail or a convention makes of them.
func (c *claim) echo() string {
	s := strings.ReplaceAll(string(c.Measure), "_", " ") + " " + wording.Format(c.quantity)
	if c.Status == wording.Denied {
		return strings.ReplaceAll(string(c.Measure), "_", " ") + ": denies " + c.Text
	}
	lit := estimate.Literal()
	if q := lit.Read(c.quantity); q.String() != c.quantity.String() {
		s += ", read as " + q.String()
	}
	return s
}

var (
	// The date in brackets, and the relays, at the end of a line.
	dated   = regexp.MustCompile(`\s*\(([^()]*)\)\s*$`)
	relayed = regexp.MustCompile(`(?i)[\s)]via\s+([^:()]+)$`)
)

const wanted = `a line such as "NIS: at least 100 killed, about 1,000 injured (2024-12-19) via Lee"`

// parseStatement reads one line.
func parseStatement(text string) (*statement, *fault) {
	s := &statement{text: text}
	colon := strings.Index(text, ":")
	if open := strings.Index(text, "["); open >= 0 && open < colon {
		if shut := strings.Index(text, "]"); shut > colon {
			colon = shut + strings.Index(text[shut:], ":")
		}
	}
	if colon < 0 {
		return nil, &fault{text: text, at: len(text), to: len(text), why: "no colon after who said it", accepted: wanted}
	}
	if bad := s.readSpeaker(text[:colon]); bad != nil {
		return nil, bad
	}
	rest := text[colon+1:]
	rest, bad := s.cutRelays(rest, colon+1)
	if bad != nil {
		return nil, bad
	}
	if rest, bad = s.cutDate(rest, colon+1); bad != nil {
		return nil, bad
	}
	return s, s.readClaims(rest, colon+1)
}

// readSpeaker reads "Russia MoD [stake lower]".
func (s *statement) readSpeaker(head string) *fault {
	name, facts, bracketed := strings.Cut(head, "[")
	s.speaker = source.ID(strings.TrimSpace(name))
	if err := source.ValidateID(string(s.speaker)); err != nil {
		return &fault{text: s.text, at: 0, to: len(strings.TrimRight(name, " ")), why: "this is no name of a source (" + err.Error() + ")", accepted: `who said it, such as "NIS"`}
	}
	if !bracketed {
		return nil
	}
	shut := strings.Index(facts, "]")
	if shut < 0 {
		return &fault{text: s.text, at: len(name), to: len(head), why: "the bracket does not close", accepted: `such as "[stake lower]"`}
	}
	s.facts = strings.TrimSpace(facts[:shut])
	at := len(name) + 1
	for _, fact := range strings.FieldsFunc(facts[:shut], func(r rune) bool { return r == ',' || r == ';' }) {
		if err := s.readFact(fact); err != nil {
			from := at + strings.Index(facts, fact) + len(fact) - len(strings.TrimLeft(fact, " "))
			return &fault{text: s.text, at: from, to: from + len(strings.TrimSpace(fact)), why: err.Error()}
		}
	}
	return nil
}

func (s *statement) readFact(fact string) error {
	key, word, _ := strings.Cut(strings.TrimSpace(fact), " ")
	word = strings.TrimSpace(word)
	switch key {
	case "stake":
		s.stake = source.Stake(word)
		return s.stake.Validate()
	case "basis":
		s.method.Basis = append(s.method.Basis, source.Basis(word))
		return source.Basis(word).Validate()
	case "rule":
		s.method.Rule = source.Rule(word)
		return s.method.Rule.Validate()
	case "verification":
		s.method.Verification = source.Verification(word)
		return s.method.Verification.Validate()
	}
	return errors.New(`unknown fact of a source; accepted are stake, basis, rule and verification, each with its word, as "stake lower"`)
}

// cutRelays takes "via Lee, RBC" from the end.
func (s *statement) cutRelays(rest string, base int) (string, *fault) {
	m := relayed.FindStringSubmatchIndex(rest)
	if m == nil {
		return rest, nil
	}
	for name := range strings.SplitSeq(rest[m[2]:m[3]], ",") {
		name = strings.TrimSpace(name)
		if err := source.ValidateID(name); err != nil {
			return "", &fault{text: s.text, at: base + m[2], to: base + m[3], why: "this is no list of relays (" + err.Error() + ")", accepted: `names with commas between, such as "via Lee, RBC"`}
		}
		s.via = append(s.via, estimate.Hop{By: source.ID(name)})
	}
	return strings.TrimRight(rest[:m[0]+1], " "), nil
}

// cutDate takes "(2024-12-19)" from the end.
func (s *statement) cutDate(rest string, base int) (string, *fault) {
	m := dated.FindStringSubmatchIndex(rest)
	if m == nil {
		return rest, nil
	}
	d, err := estimate.ParseDate(strings.TrimSpace(rest[m[2]:m[3]]))
	if err != nil {
		if strings.ContainsAny(rest[m[2]:m[3]], "%") {
			return rest, nil // an interval: (95% CI 10-20)
		}
		return "", &fault{text: s.text, at: base + m[2], to: base + m[3], why: "this is no date", accepted: "2024, 2024-12 or 2024-12-19"}
	}
	s.date = d
	return rest[:m[0]], nil
}

// readClaims finds the counts. Every number must be one: a line that is half
// understood is not understood.
func (s *statement) readClaims(said string, base int) *fault {
	var r wording.Reader
	for m := range r.Scan(said) {
		c := claim{Match: m, quantity: m.Quantity}
		if m.Status == wording.Superseded {
			s.earlier = append(s.earlier, m)
			continue
		}
		if m.Status == wording.Denied {
			c.quantity = estimate.Quantity{Hedge: estimate.HedgeDenied, Text: m.Text}
		}
		s.claims = append(s.claims, c)
	}
	for n := range r.Numbers(said) {
		if !s.covers(n) {
			return &fault{text: s.text, at: base + n.Start, to: base + n.End, why: "it is not said what this counts",
				accepted: `a count with its measure: killed, wounded, missing, captured, casualties, losses, displaced, as in "89 killed"`}
		}
	}
	if len(s.claims) > 0 {
		return nil
	}
	trimmed := strings.TrimSpace(said)
	at := base + strings.Index(said, trimmed)
	why := "no count of people is found here"
	var bad *wording.ParseError
	if _, err := r.Parse(trimmed); errors.As(err, &bad) {
		at, why = at+bad.Offset, bad.Reason.String()
	}
	return &fault{text: s.text, at: min(at, len(s.text)), to: len(s.text), why: why, accepted: `a count with its measure, such as "at least 100 killed" or "several hundred casualties"`}
}

// covers reports whether a claim, or a count that is superseded, holds the number.
func (s *statement) covers(n wording.Match) bool {
	overlaps := func(m wording.Match) bool { return n.Start < m.End && m.Start < n.End }
	return slices.ContainsFunc(s.claims, func(c claim) bool { return overlaps(c.Match) }) || slices.ContainsFunc(s.earlier, overlaps)
}
