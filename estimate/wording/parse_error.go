package wording

import "fmt"

// A Reason says why a phrase is not a count of people.
type Reason uint8

const (
	_ Reason = iota
	Empty
	NotUTF8
	NoLanguage
	NoNumber
	Fraction
	Percentage
	Ordinal
	NotWhole
	TooLarge
	Negative
	Ambiguous
	Contradictory
	Inverted
	Year
	Calendar
	Clock
	Duration
	Age
	Money
	Measurement
	Designation
	Phone
	Score
	OtherCount
	Unread
)

var reasons = [...]string{
	Empty:         "nothing is said",
	NotUTF8:       "not UTF-8",
	NoLanguage:    "in no known language",
	NoNumber:      "names no number",
	Fraction:      "a fraction needs its whole",
	Percentage:    "a percentage needs its whole",
	Ordinal:       "an ordinal, not a count",
	NotWhole:      "not a whole number",
	TooLarge:      "too large",
	Negative:      "negative",
	Ambiguous:     "may be read in two ways",
	Contradictory: "hedges that contradict each other",
	Inverted:      "the low end is above the high end",
	Year:          "a year",
	Calendar:      "a date",
	Clock:         "a time of day",
	Duration:      "a length of time",
	Age:           "an age",
	Money:         "money",
	Measurement:   "a measurement",
	Designation:   "a name or designation",
	Phone:         "a telephone number or code",
	Score:         "a score",
	OtherCount:    "a count of something else",
	Unread:        "not understood",
}

// String says the reason in words.
func (r Reason) String() string {
	if int(r) < len(reasons) {
		return reasons[r]
	}
	return ""
}

// A ParseError says where a phrase could not be read, and what would have been.
type ParseError struct {
	Text     string // the phrase
	Offset   int    // byte offset of the place
	Near     string // the words at that place
	Reason   Reason
	Accepted string // what would have been accepted
}

func (e *ParseError) Error() string {
	near := ""
	if e.Near != "" && e.Near != e.Text {
		near = fmt.Sprintf(" at byte %d, %q", e.Offset, clip(e.Near))
	}
	return fmt.Sprintf("%q%s: %s: accepted is %s", clip(e.Text), near, e.Reason, e.Accepted)
}

// clip keeps a message readable whatever was passed in.
func clip(s string) string {
	const most = 60
	if len(s) <= most {
		return s
	}
	i := most
	for i > most-4 && s[i]&0xC0 == 0x80 {
		i--
	}
	return s[:i] + "..."
}

// acceptedInstead says what would have been read where the common answer would
// not help.
var acceptedInstead = map[Reason]string{
	Fraction:      `a count: a share needs the number it is a share of, as a derived figure`,
	Percentage:    `a count: a percentage needs the number it is a percentage of, as a derived figure`,
	Ordinal:       `a cardinal number, such as "47" or "forty-seven"`,
	TooLarge:      "a number up to 1,000,000,000,000,000,000",
	NotWhole:      `whole people, such as "12", "1,200" or "1.2 million"`,
	Contradictory: `hedges that point one way, or two numbers, such as "at least 20 and at most 30"`,
	NotUTF8:       "text in UTF-8",
}
