package reconcile

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/source"
)

// An Assumption is a named value that a result may rest on. Names are either
// those of Defaults or facet:value, such as rule:conservative or
// basis:battlefield_claim or source:nis, a factor by which a figure with that
// value would change if it were counted without it.
type Assumption struct {
	Name     string  `json:"name"`
	Unit     string  `json:"unit"` // "ln", "ln/day", "days", "factor", "ratio", "people"
	Low      float64 `json:"low"`
	Mid      float64 `json:"mid"` // the value, where there is one
	High     float64 `json:"high"`
	Ground   string  `json:"ground"`             // where it comes from
	Measured bool    `json:"measured,omitempty"` // false: assumed
}

// Names of the default assumptions.
const (
	Tolerance           = "tolerance"
	ConventionTolerance = "convention_tolerance"
	StaleDays           = "stale_days"
	FirstDays           = "first_days"
	SettlingDays        = "settling_days"
	GrowthPerDay        = "growth_per_day"
	WoundedPerKilled    = "wounded_per_killed"
)

// Assumptions is a list of assumptions, each name once. A nil list in a
// Reconciler means Defaults; an empty one means none.
type Assumptions []Assumption

// Defaults returns the assumptions a Reconciler makes unless told otherwise.
func Defaults() Assumptions {
	return Assumptions{
		value(Tolerance, "ln", 0.05, "rounding of reported figures"),
		value(ConventionTolerance, "ln", 0.11, `just above ln(1/0.9), so that "nearly" alone makes no dispute`),
		value(StaleDays, "days", 7, "choice"),
		value(FirstDays, "days", 7, "choice; early tolls of disasters multiply within days"),
		value(SettlingDays, "days", 30, "choice"),
		Factor("rule:conservative", 1, 2, "choice; no published value"),
		Factor("rule:confirmed", 1, 2, "choice; no published value"),
		Factor("rule:inclusive", 0.5, 1, "choice; no published value"),
		Factor("rule:maximum", 0.5, 1, "choice; no published value"),
		value(GrowthPerDay, "ln/day", 0.15, "upper end in active phases of the given cases"),
		{Name: WoundedPerKilled, Unit: "ratio", Low: 2.3, Mid: 3.5, High: 5.1,
			Ground: "published ratios for ground war; Kursk alone shows 2 to 10"},
	}
}

func value(name, unit string, v float64, ground string) Assumption {
	return Assumption{Name: name, Unit: unit, Low: v, Mid: v, High: v, Ground: ground}
}

// Factor returns an assumption facet:value that a figure would be multiplied by
// low to high if it were counted without that value.
func Factor(name string, low, high float64, ground string) Assumption {
	return Assumption{Name: name, Unit: "factor", Low: low, Mid: math.Sqrt(low * high), High: high, Ground: ground}
}

// Get returns the assumption called name.
func (as Assumptions) Get(name string) (Assumption, bool) {
	for _, a := range as {
		if a.Name == name {
			return a, true
		}
	}
	return Assumption{}, false
}

// With returns a copy of as with a in the place of the assumption of its name,
// or added at the end.
func (as Assumptions) With(a Assumption) Assumptions {
	as = slices.Clone(as)
	for i := range as {
		if as[i].Name == a.Name {
			as[i] = a
			return as
		}
	}
	return append(as, a)
}

// Without returns a copy of as less the assumptions of those names. It is never
// nil, so that removing all leaves none rather than the defaults.
func (as Assumptions) Without(names ...string) Assumptions {
	out := make(Assumptions, 0, len(as))
	for _, a := range as {
		if !slices.Contains(names, a.Name) {
			out = append(out, a)
		}
	}
	return out
}

// String prints the list, one assumption a line.
func (as Assumptions) String() string {
	var b strings.Builder
	for _, a := range as {
		fmt.Fprintf(&b, "%-22s %-18s %s\n", a.Name, a.Value(), a.Ground)
	}
	return b.String()
}

// Value prints the value with its unit: "x1 to x2", "7 days", "2.3 to 5.1".
func (a Assumption) Value() string {
	switch {
	case a.Unit == "factor":
		return fmt.Sprintf("x%.3g to x%.3g", a.Low, a.High)
	case a.Unit == "people":
		return estimate.Count(int64(a.Low)) + " to " + estimate.Count(int64(a.High))
	case a.Low != a.High:
		return fmt.Sprintf("%.3g to %.3g", a.Low, a.High)
	case a.Unit == "":
		return fmt.Sprintf("%.3g", a.Mid)
	}
	return fmt.Sprintf("%.3g %s", a.Mid, a.Unit)
}

// facets that an assumption facet:value may size.
var facets = []string{"rule", "basis", "verification", "stake", "source"}

func (as Assumptions) validate() error {
	for i, a := range as {
		bad := func(text, accepted string) error {
			return &ConfigError{Field: fmt.Sprintf("Assumptions[%d] (%s)", i, a.Name), Text: text, Accepted: accepted}
		}
		facet, of, isFactor := strings.Cut(a.Name, ":")
		switch {
		case a.Name == "":
			return bad("", "a name")
		case slices.ContainsFunc(as[:i], func(b Assumption) bool { return b.Name == a.Name }):
			return bad(a.Name, "each name once")
		case math.IsNaN(a.Low) || math.IsNaN(a.Mid) || math.IsNaN(a.High) || math.IsInf(a.Low, 0) || math.IsInf(a.Mid, 0) || math.IsInf(a.High, 0):
			return bad(a.Value(), "finite values")
		case a.Low > a.Mid || a.Mid > a.High:
			return bad(a.Value(), "low at most mid at most high")
		case isFactor && !slices.Contains(facets, facet):
			return bad(facet, "a facet among "+strings.Join(facets, ", "))
		case isFactor && !facetHas(facet, of):
			return bad(of, "a value of the facet "+facet)
		case isFactor && a.Low <= 0, a.Name == WoundedPerKilled && a.Low <= 0:
			return bad(a.Value(), "factors above 0")
		case !isFactor && !knownAssumption(a.Name):
			return bad(a.Name, "a name of Defaults, or facet:value")
		case !isFactor && a.Low < 0:
			return bad(a.Value(), "values of 0 or more")
		}
	}
	return nil
}

func knownAssumption(name string) bool {
	switch name {
	case Tolerance, ConventionTolerance, StaleDays, FirstDays, SettlingDays, GrowthPerDay, WoundedPerKilled:
		return true
	}
	return false
}

func facetHas(facet, value string) bool {
	var err error
	switch facet {
	case "rule":
		err = source.Rule(value).Validate()
	case "basis":
		err = source.Basis(value).Validate()
	case "verification":
		err = source.Verification(value).Validate()
	case "stake":
		err = source.Stake(value).Validate()
	}
	return err == nil && value != ""
}

// A Used is an assumption that a result rests on: by which estimates, and to
// what effect. Readings of words by the convention stand among them, named
// convention:word.
type Used struct {
	Assumption
	Estimates []estimate.ID `json:"estimates"`
	Effect    string        `json:"effect"`
}

// settings are the default assumptions by name, absent ones zero and not ok.
type settings struct {
	all                                        Assumptions
	tolerance, conventionTolerance             float64
	staleDays, firstDays, settlingDays, growth setting
	woundedPerKilled                           setting
}

type setting struct {
	Assumption
	ok bool
}

func (as Assumptions) settings() settings {
	get := func(name string) setting {
		a, ok := as.Get(name)
		return setting{a, ok}
	}
	return settings{
		all:                 as,
		tolerance:           get(Tolerance).Mid,
		conventionTolerance: get(ConventionTolerance).Mid,
		staleDays:           get(StaleDays),
		firstDays:           get(FirstDays),
		settlingDays:        get(SettlingDays),
		growth:              get(GrowthPerDay),
		woundedPerKilled:    get(WoundedPerKilled),
	}
}
