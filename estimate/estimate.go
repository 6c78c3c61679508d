package estimate

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"

	"github.com/openestimate/casualty/source"
)

// An Estimate is one measure of one statement, in the words of its origin. What
// relays made of it is in Via.
type Estimate struct {
	ID        ID        `json:"id,omitempty"`
	Event     ID        `json:"event,omitempty"`
	Source    source.ID `json:"source,omitempty"`    // the origin, never a relay
	Statement ID        `json:"statement,omitempty"` // the briefing, report or table it was given in
	Measure   Measure   `json:"measure,omitempty"`
	Quantity  Quantity  `json:"quantity,omitzero"`
	Scope     Scope     `json:"scope,omitzero"`
	Published Date      `json:"published,omitzero"`

	Method      source.Method `json:"method,omitzero"` // wins over the source's, facet by facet
	Stake       source.Stake  `json:"stake,omitempty"` // wins over the source's
	Credibility Credibility   `json:"credibility,omitempty"`

	Via        []Hop       `json:"via,omitempty"`      // origin outward
	DrawsOn    []source.ID `json:"draws_on,omitempty"` // sources whose data it uses
	Derived    *Derivation `json:"derived,omitempty"`
	Supersedes []ID        `json:"supersedes,omitempty"`
	Retracted  *Retraction `json:"retracted,omitempty"`
	Aside      *Aside      `json:"aside,omitempty"`

	Quote string `json:"quote,omitempty"`
	URL   string `json:"url,omitempty"`
	Note  string `json:"note,omitempty"` // for people; read by no rule

	Pos Pos `json:"-"` // where it was read from; never part of a result
}

// A Hop is one relay of a statement. It states only what it printed
// differently; a hop that states no measure, quantity or scope is silent: what
// it printed is not known.
type Hop struct {
	By        source.ID `json:"by"`
	Published Date      `json:"published,omitzero"`
	Measure   Measure   `json:"measure,omitempty"`
	Quantity  Quantity  `json:"quantity,omitzero"`
	Scope     Scope     `json:"scope,omitzero"`
	Quote     string    `json:"quote,omitempty"`
	URL       string    `json:"url,omitempty"`
}

// Silent reports whether it is not known what the hop printed.
func (h *Hop) Silent() bool {
	return h.Measure == "" && h.Quantity.IsZero() && h.Scope.IsZero()
}

// A Derivation says that a figure was computed from others.
type Derivation struct {
	Op      Op      `json:"op"`
	From    []ID    `json:"from,omitempty"` // estimates it derives from
	Factor  float64 `json:"factor,omitempty"`
	Formula string  `json:"formula,omitempty"`
}

// An Op is how a figure was derived.
type Op string

const (
	Share      Op = "share"
	RatioOf    Op = "ratio"
	SumOf      Op = "sum"
	Difference Op = "difference"
	Rate       Op = "rate"
	Projection Op = "projection"
)

// Ops returns the accepted words.
func Ops() []Op { return []Op{Share, RatioOf, SumOf, Difference, Rate, Projection} }

// Validate returns a *source.WordError for a word outside the vocabulary.
func (o Op) Validate() error { return source.Check("op", o, Ops()) }

// A Retraction withdraws a record and every relay of it.
type Retraction struct {
	Published Date   `json:"published,omitzero"`
	Quote     string `json:"quote,omitempty"`
	URL       string `json:"url,omitempty"`
}

// An Aside sets a record aside by hand. It is listed with its reason and never
// used.
type Aside struct {
	By  string `json:"by"`
	Why string `json:"why"`
}

// Credibility is the Admiralty rating of the information, 1 (confirmed) to 5
// (improbable); 6 is "cannot be judged". Data only: no figure is weighted by it.
type Credibility string

// Credibilities returns the accepted digits.
func Credibilities() []Credibility { return []Credibility{"1", "2", "3", "4", "5", "6"} }

// Validate returns a *source.WordError for anything but 1 to 6.
func (c Credibility) Validate() error {
	switch c {
	case "", "1", "2", "3", "4", "5", "6":
		return nil
	}
	return source.Check("credibility", c, Credibilities())
}

// A Facet is what a speaker's own explanation of a difference points to.
type Facet string

const (
	FacetMeasure      Facet = "measure"
	FacetWindow       Facet = "window"
	FacetArea         Facet = "area"
	FacetPopulation   Facet = "population"
	FacetAttribution  Facet = "attribution"
	FacetRule         Facet = "rule"
	FacetBasis        Facet = "basis"
	FacetVerification Facet = "verification"
	FacetCoverage     Facet = "coverage"
	FacetTiming       Facet = "timing"
	FacetWording      Facet = "wording"
	FacetOther        Facet = "other"
)

// Facets returns the accepted words.
func Facets() []Facet {
	return []Facet{FacetMeasure, FacetWindow, FacetArea, FacetPopulation, FacetAttribution,
		FacetRule, FacetBasis, FacetVerification, FacetCoverage, FacetTiming, FacetWording, FacetOther}
}

// Validate returns a *source.WordError for a word outside the vocabulary.
func (f Facet) Validate() error { return source.Check("facet", f, Facets()) }

// A Remark is a speaker's own explanation of why figures differ: a hypothesis
// to test, not an answer.
type Remark struct {
	By    source.ID `json:"by"`
	About []ID      `json:"about"`
	Facet Facet     `json:"facet,omitempty"`
	Quote string    `json:"quote,omitempty"`
	URL   string    `json:"url,omitempty"`

	Pos Pos `json:"-"`
}

// ContentID returns an ID made from what e says, for a record that has none: its
// source and measure and a hash of its content. Equal content gives an equal
// ID, in any set and any order.
func (e *Estimate) ContentID() (ID, error) {
	c := *e
	c.ID = ""
	data, err := json.Marshal(&c)
	if err != nil {
		return "", fmt.Errorf("content of an estimate without id: %w", err)
	}
	sum := sha256.Sum256(data)
	head := string(e.Source) + "-" + string(e.Measure)
	if len(head) > source.MaxID-14 {
		head = "estimate"
	}
	return ID(fmt.Sprintf("%s-%x", head, sum[:6])), nil
}
