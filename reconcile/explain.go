package reconcile

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/source"
)

// An Explanation says how far differences of method go to account for a
// disagreement. It never says that they caused it.
type Explanation struct {
	// Differences are the facets in which the two count differently, whether or
	// not the size of the difference is known.
	Differences []Difference `json:"differences,omitempty"`

	// Players are the differences of assumed or measured size, with the share
	// of the gap that each could account for.
	Players []Player `json:"players,omitempty"`

	// Remainder is the gap, in ln units, that all players together leave. Shares
	// and remainder sum to the size of the pair.
	Remainder float64 `json:"remainder"`

	// Sufficient lists the minimal sets of players, by name, that close the gap.
	Sufficient [][]string `json:"sufficient,omitempty"`

	closes bool
	sets   []int // Sufficient, as sets of players
}

// A Difference is a facet in which two roots differ, value against value; an
// empty value is "not stated".
type Difference struct {
	Facet  string    `json:"facet"` // "rule", "basis", "verification", "stake", "upstream"
	Values [2]string `json:"values"`
}

// A Player is a sized difference applied to one root: its figure, counted
// without the difference, would be e^Low to e^High times as large.
type Player struct {
	Name     string      `json:"name"` // of the assumption; "relay" for the origin's words in place of a relay's
	Estimate estimate.ID `json:"estimate"`
	Low      float64     `json:"low"`  // ln units
	High     float64     `json:"high"` // ln units
	Share    float64     `json:"share"`
	Measured bool        `json:"measured,omitempty"`

	on         int // 0 the first root of the pair, 1 the second
	assumption Assumption
}

// relayPlayer is the name of the player that puts the origin's words in the
// place of a relay's. Such players stand last.
const relayPlayer = "relay"

// MaxPlayers is the greatest number of sized differences that one pair is
// explained by. Of more, those that alone close most of the gap count.
const MaxPlayers = 12

// explain accounts for the gap g between a and b, words opened.
func (p *pass) explain(a, b *root, g gap) *Explanation {
	x := &Explanation{Differences: p.differences(a, b)}
	x.Players = p.players(a, b, g)
	if math.IsNaN(g.d) {
		// Below zero a factor has no meaning, so nothing is sized.
		x.Players = nil
		return x
	}
	if len(x.Players) == 0 {
		x.Remainder = round9(g.d)
		return x
	}
	t := &p.scratch.gaps
	t.solve(a, b, x.Players, p.settings.allowed)
	// Those that change nothing are differences, not players.
	firing := x.Players[:0]
	for i := range x.Players {
		if t.fires(i) {
			firing = append(firing, x.Players[i])
		}
	}
	switch len(firing) {
	case 0:
		x.Players, x.Remainder = nil, round9(g.d)
		return x
	case t.n:
	default:
		x.Players = firing
		t.solve(a, b, x.Players, p.settings.allowed)
	}
	for i, share := range t.shapley() {
		x.Players[i].Share = round9(share)
	}
	x.Remainder = round9(t.d[t.all()])
	if x.closes = t.within[t.all()]; x.closes {
		p.passedOver(t.d[t.all()], "disagreement counted as explained", a.ID, b.ID)
	}
	x.sets = t.minimal()
	x.Sufficient = namesOf(x.sets, x.Players)
	for _, s := range x.sets {
		p.passedOver(t.d[s], "disagreement counted as explained", a.ID, b.ID)
	}
	for i := range x.Players {
		pl := &x.Players[i]
		if pl.assumption.Name != "" {
			p.used.add(pl.assumption, "disagreement it could account for part of", a.ID, b.ID)
		}
	}
	return x
}

// differences lists the facets in which a and b differ.
func (p *pass) differences(a, b *root) []Difference {
	var ds []Difference
	add := func(facet, x, y string) {
		if x != y {
			ds = append(ds, Difference{facet, [2]string{x, y}})
		}
	}
	add("rule", string(a.Method.Rule), string(b.Method.Rule))
	add("basis", bases(a.Method.Basis), bases(b.Method.Basis))
	add("verification", string(a.Method.Verification), string(b.Method.Verification))
	add("stake", string(a.Stake), string(b.Stake))
	if !slices.Equal(a.drawsOn, b.drawsOn) {
		add("upstream", joinSources(a.drawsOn), joinSources(b.drawsOn))
	}
	return ds
}

func bases(bs []source.Basis) string { return joinSorted(bs) }

func joinSources(ids []source.ID) string { return joinSorted(ids) }

// joinSorted writes a set of words in one order.
func joinSorted[S ~string](words []S) string {
	switch len(words) {
	case 0:
		return ""
	case 1:
		return string(words[0])
	}
	words = slices.Clone(words)
	slices.Sort(words)
	out := string(words[0])
	for _, w := range words[1:] {
		out += ", " + string(w)
	}
	return out
}

// players returns the sized differences between a and b, in a fixed order.
func (p *pass) players(a, b *root, g gap) []Player {
	var ps []Player
	pair := [2]*root{a, b}
	for _, as := range p.settings.all {
		facet, value, ok := strings.Cut(as.Name, ":")
		if !ok {
			continue
		}
		has := [2]bool{hasFacet(a, facet, value), hasFacet(b, facet, value)}
		for i, r := range pair {
			if has[i] && !has[1-i] {
				ps = append(ps, Player{Name: as.Name, Estimate: r.ID, Low: round9(math.Log(as.Low)), High: round9(math.Log(as.High)),
					Measured: as.Measured, on: i, assumption: as})
			}
		}
	}
	if pl, ok := p.timePlayer(pair, g); ok {
		ps = append(ps, pl)
	}
	for i, r := range pair {
		// Below zero a factor has no meaning.
		if r.origin != nil && (r.relayedElsewhere() || !r.origin.opened.signed()) {
			ps = append(ps, Player{Name: relayPlayer, Estimate: r.ID, on: i})
		}
	}
	slices.SortFunc(ps, func(x, y Player) int {
		return cmp.Or(cmp.Compare(boolInt(x.Name == relayPlayer), boolInt(y.Name == relayPlayer)),
			cmp.Compare(x.Name, y.Name), cmp.Compare(x.Estimate, y.Estimate))
	})
	if len(ps) > MaxPlayers {
		ps = p.strongest(a, b, ps)
	}
	return ps
}

// timePlayer is the growth of a count that was given earlier, where the later
// is the higher.
func (p *pass) timePlayer(pair [2]*root, g gap) (Player, bool) {
	grow := p.settings.growth
	early := 0
	if pair[1].Scope.AsOf.Before(pair[0].Scope.AsOf) {
		early = 1
	}
	if !grow.ok || !pair[early].Scope.AsOf.Before(pair[1-early].Scope.AsOf) || g.upper != 1-early || !p.accrues(pair[early]) {
		return Player{}, false
	}
	return Player{Name: GrowthPerDay, Estimate: pair[early].ID, High: p.growthTo(pair[early], pair[1-early]),
		Measured: grow.Measured, on: early, assumption: grow.Assumption}, true
}

// growthTo is how far early may grow until late, in ln units: 0 where it is not
// the earlier.
func (p *pass) growthTo(early, late *root) float64 {
	days, ok := early.Scope.AsOf.DaysTo(late.Scope.AsOf)
	if !ok || !early.Scope.AsOf.Before(late.Scope.AsOf) {
		return 0
	}
	return round9(float64(days) * p.settings.growth.Mid)
}

// strongest keeps the players that alone close most.
func (p *pass) strongest(a, b *root, ps []Player) []Player {
	alone := make([]float64, len(ps))
	for i := range ps {
		p.scratch.gaps.solve(a, b, ps[i:i+1], p.settings.allowed)
		alone[i] = p.scratch.gaps.d[1]
	}
	order := make([]int, len(ps))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(alone[i], alone[j]) })
	order = order[:MaxPlayers]
	slices.Sort(order)
	kept := make([]Player, 0, MaxPlayers)
	for _, i := range order {
		kept = append(kept, ps[i])
	}
	p.warnings = append(p.warnings, Warning{Kind: Bounded, Estimate: a.ID, Message: "more than 12 sized differences beside " + string(b.ID) + ": the 12 that alone close most are used"})
	return kept
}

func hasFacet(r *root, facet, value string) bool {
	switch facet {
	case "rule":
		return string(r.Method.Rule) == value
	case "basis":
		return slices.Contains(r.Method.Basis, source.Basis(value))
	case "verification":
		return string(r.Method.Verification) == value
	case "stake":
		return string(r.Stake) == value
	case "source":
		return string(r.Source) == value
	}
	return false
}
