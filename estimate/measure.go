package estimate

import (
	"slices"

	"github.com/openestimate/casualty/source"
)

// A Measure is what is counted. Measures form a closed partial order: every
// person killed is also killed or wounded, so a count of the one is a lower
// bound of the other, and no count of the one is a count of the other.
type Measure string

const (
	Killed             Measure = "killed" // died, dead, fatalities, violent or direct deaths
	Wounded            Measure = "wounded"
	Missing            Measure = "missing"
	Captured           Measure = "captured"
	KilledOrWounded    Measure = "killed_or_wounded" // casualties
	KilledOrMissing    Measure = "killed_or_missing"
	IrrecoverableLoss  Measure = "irrecoverable_losses"
	TotalLosses        Measure = "total_losses" // killed, wounded, missing or captured
	Losses             Measure = "losses"       // not said which
	BodiesRecovered    Measure = "bodies_recovered"
	BattleDeaths       Measure = "battle_deaths"
	IndirectDeaths     Measure = "indirect_deaths"
	AttributableDeaths Measure = "attributable_deaths" // direct and indirect
	ExcessDeaths       Measure = "excess_deaths"       // a difference: may be negative, part of nothing
	AllCauseDeaths     Measure = "all_cause_deaths"
	Displaced          Measure = "displaced"
	Deployed           Measure = "deployed"
)

// Measures returns the accepted words, in the order of the file format.
func Measures() []Measure {
	return []Measure{Killed, Wounded, Missing, Captured, KilledOrWounded, KilledOrMissing,
		IrrecoverableLoss, TotalLosses, Losses, BodiesRecovered, BattleDeaths, IndirectDeaths,
		AttributableDeaths, ExcessDeaths, AllCauseDeaths, Displaced, Deployed}
}

// Validate returns a *source.WordError for a word outside the vocabulary.
func (m Measure) Validate() error {
	if m.Rank() < len(measures) || m == "" {
		return nil
	}
	return source.Check("measure", m, Measures())
}

// measures holds the order of the file format; it is never written to.
var measures = Measures()

// Rank is the position of m in the file format, for a stable order of pages;
// an unknown measure comes last.
func (m Measure) Rank() int {
	if i := slices.Index(measures, m); i >= 0 {
		return i
	}
	return len(measures)
}

// wholes returns the measures that m is directly part of.
func (m Measure) wholes() []Measure {
	switch m {
	case BodiesRecovered, BattleDeaths:
		return killedOnly
	case Killed:
		return killedWholes
	case IndirectDeaths:
		return attributableOnly
	case AttributableDeaths:
		return allCauseOnly
	case KilledOrMissing, Captured:
		return irrecoverableOnly
	case IrrecoverableLoss, KilledOrWounded:
		return totalOnly
	case Wounded:
		return killedOrWoundedOnly
	case Missing:
		return killedOrMissingOnly
	}
	return nil
}

// Read-only, so that wholes does not allocate.
var (
	killedOnly          = []Measure{Killed}
	killedWholes        = []Measure{KilledOrWounded, KilledOrMissing, AttributableDeaths}
	attributableOnly    = []Measure{AttributableDeaths}
	allCauseOnly        = []Measure{AllCauseDeaths}
	irrecoverableOnly   = []Measure{IrrecoverableLoss}
	totalOnly           = []Measure{TotalLosses}
	killedOrWoundedOnly = []Measure{KilledOrWounded}
	killedOrMissingOnly = []Measure{KilledOrMissing}
)

// Within reports whether everyone counted by m is counted by whole, by the
// meaning of the words. A measure is within itself, save losses, which does
// not say what it counts.
func (m Measure) Within(whole Measure) bool {
	if m == whole {
		return m != Losses
	}
	for _, w := range m.wholes() {
		if w.Within(whole) {
			return true
		}
	}
	return false
}

// Parts returns the two measures whose counts in one statement add up to m, or
// ok false where no sum is defined.
func (m Measure) Parts() (parts [2]Measure, ok bool) {
	switch m {
	case KilledOrWounded:
		return [2]Measure{Killed, Wounded}, true
	case KilledOrMissing:
		return [2]Measure{Killed, Missing}, true
	}
	return parts, false
}

// Cumulative reports whether a running count of m cannot fall. The missing are
// found, the captured freed, excess deaths net out: those may.
func (m Measure) Cumulative() bool {
	switch m {
	case Missing, Captured, Displaced, Deployed, KilledOrMissing, ExcessDeaths:
		return false
	}
	return true
}

// RecordedNoun is what a count of m by name or body counts: "recorded deaths" where
// m counts the dead and only them.
func (m Measure) RecordedNoun() string {
	switch m {
	case Killed, BodiesRecovered, BattleDeaths, IndirectDeaths, AttributableDeaths, ExcessDeaths, AllCauseDeaths:
		return "recorded deaths"
	}
	return "recorded cases"
}

// Noun is what m counts in plain English, to stand behind a number: "killed or
// wounded".
func (m Measure) Noun() string {
	switch m {
	case KilledOrWounded:
		return "killed or wounded"
	case KilledOrMissing:
		return "killed or missing"
	case IrrecoverableLoss:
		return "irrecoverable losses"
	case TotalLosses:
		return "killed, wounded, missing or captured"
	case Losses:
		return `unspecified "losses"`
	case BodiesRecovered:
		return "bodies recovered"
	case BattleDeaths:
		return "battle deaths"
	case IndirectDeaths:
		return "indirect deaths"
	case AttributableDeaths:
		return "direct and indirect deaths"
	case ExcessDeaths:
		return "excess deaths"
	case AllCauseDeaths:
		return "deaths of all causes"
	}
	return string(m)
}
