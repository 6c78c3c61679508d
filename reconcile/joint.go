package reconcile

import (
	"cmp"
	"math"
	"math/bits"
	"slices"
	"strings"

	"github.com/openestimate/casualty/estimate"
)

// A JointExplanation says which sized differences of method, each applied to one
// root, bring the disagreeing roots of a question together, at what cost, and
// what they leave. Like an Explanation it never says that they caused anything.
type JointExplanation struct {
	Pairs int `json:"pairs"` // that disagree

	// Sufficient lists the minimal sets of differences that close every gap that
	// any can close, the least costly first.
	Sufficient []JointSet `json:"sufficient,omitempty"`

	// Least is how many sets cost the least: the first ones, which explain
	// equally well.
	Least int `json:"least,omitempty"`

	Left      [][2]estimate.ID `json:"left,omitempty"` // the pairs that all differences leave apart
	Remainder float64          `json:"remainder"`      // the widest gap left, in ln units; 0 where it is nothing, or undefined
}

// A JointSet is a set of differences that must be granted together.
type JointSet struct {
	Differences []Applied `json:"differences"`

	// Cost is how far they reach, in ln units: the sum over them of the greatest
	// factor granted, up or down. The origin's words in the place of a relay's
	// cost nothing.
	Cost float64 `json:"cost"`
}

// An Applied is a sized difference applied to one root, whatever it is compared
// with: its figure, counted without the difference, would be e^Low to e^High
// times as large.
type Applied struct {
	Name     string      `json:"name"` // as of a Player
	Estimate estimate.ID `json:"estimate"`
	Low      float64     `json:"low"`  // ln units
	High     float64     `json:"high"` // ln units
	Measured bool        `json:"measured,omitempty"`
}

func (pl *Player) applied() Applied {
	return Applied{pl.Name, pl.Estimate, pl.Low, pl.High, pl.Measured}
}

// applied lists the players of a set.
func applied(players []Player, set int) []Applied {
	out := make([]Applied, 0, bits.OnesCount(uint(set)))
	for rest := uint(set); rest != 0; rest &= rest - 1 {
		out = append(out, players[bits.TrailingZeros(rest)].applied())
	}
	return out
}

// MaxJointSets, MaxJointPlayers and MaxJointSteps bound the search for sets of
// differences: how many it lists, how many differences it combines, and how many
// sets it meets on the way. The least costly are found first.
const (
	MaxJointSets    = 16
	MaxJointPlayers = 64
	MaxJointSteps   = 4096
)

// explainJointly explains the disagreements of question i together: of each it
// takes one of the minimal sets that close it, in every combination.
func (p *pass) explainJointly(i int) *JointExplanation {
	var x *JointExplanation
	s := &p.scratch.joint
	s.reset()
	for k := range p.pairs {
		pair := &p.pairs[k]
		if pair.a.question != i || !pair.Relation.Disagrees() {
			continue
		}
		if x == nil {
			x = &JointExplanation{}
		}
		x.Pairs++
		if len(pair.Explanation.sets) == 0 {
			x.Left = append(x.Left, pair.Estimates)
			x.Remainder = max(x.Remainder, pair.Explanation.Remainder)
			continue
		}
		if !s.add(pair) {
			p.warnings = append(p.warnings, Warning{Kind: Bounded, Estimate: pair.a.ID,
				Message: "more than 64 sized differences in one question: its disagreements are explained pair by pair only"})
			return nil
		}
	}
	if x == nil || len(s.pairs) == 0 {
		return x
	}
	found, all := s.search(func(set uint64) (a, b *root) {
		if !s.shifts(set) {
			return nil, nil
		}
		return p.partedBy(i, set)
	})
	if !all {
		p.warnings = append(p.warnings, Warning{Kind: Bounded, Estimate: s.pairs[0].a.ID,
			Message: "of the sets of differences that explain this question together only the least costly are listed"})
	}
	for _, c := range found {
		js := JointSet{Cost: c.cost, Differences: make([]Applied, 0, bits.OnesCount64(c.set))}
		for rest := c.set; rest != 0; rest &= rest - 1 {
			js.Differences = append(js.Differences, s.players[bits.TrailingZeros64(rest)].Applied)
		}
		slices.SortFunc(js.Differences, func(a, b Applied) int {
			return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.Estimate, b.Estimate))
		})
		x.Sufficient = append(x.Sufficient, js)
		if c.cost == found[0].cost {
			x.Least++
		}
	}
	return x
}

// A jointSearch is the memory of a search. Sets of players are bit masks.
type jointSearch struct {
	players []jointPlayer
	pairs   []jointPair
	options []uint64 // of all pairs
	open    []jointStep
	alone   []uint64 // scratch of moving
}

type jointPlayer struct {
	Applied
	root *root
}

// A jointPair is a gap with the sets of players that close it.
type jointPair struct {
	a, b    *root
	options []uint64
}

// A jointStep is a set of players met on the way, with its cost.
type jointStep struct {
	set  uint64
	cost float64
}

func (s *jointSearch) reset() {
	s.players, s.pairs, s.options = s.players[:0], s.pairs[:0], s.options[:0]
}

// add adds a pair; it reports false where there are too many players.
func (s *jointSearch) add(pair *Pair) bool {
	x := pair.Explanation
	used := 0 // by a set that closes the gap
	for _, set := range x.sets {
		used |= set
	}
	var bit [MaxPlayers]uint64
	for j := range x.Players {
		if used&(1<<j) == 0 {
			continue
		}
		pl := &x.Players[j]
		n := slices.IndexFunc(s.players, func(o jointPlayer) bool { return o.Name == pl.Name && o.Estimate == pl.Estimate })
		if n < 0 {
			if n = len(s.players); n == MaxJointPlayers {
				return false
			}
			s.players = append(s.players, jointPlayer{pl.applied(), [2]*root{pair.a, pair.b}[pl.on]})
		}
		// Time reaches furthest to the latest figure.
		s.players[n].High = max(s.players[n].High, pl.High)
		bit[j] = 1 << n
	}
	start := len(s.options)
	for _, set := range x.sets {
		var o uint64
		for rest := uint(set); rest != 0; rest &= rest - 1 {
			o |= bit[bits.TrailingZeros(rest)]
		}
		s.options = append(s.options, o)
	}
	s.pairs = append(s.pairs, jointPair{pair.a, pair.b, s.options[start:len(s.options):len(s.options)]})
	return true
}

// search goes through the sets of players by cost, as Dijkstra does through
// distances (Numerische Mathematik 1 (1959) 269), and returns those that close
// every pair, part no two roots and have no smaller such set in them. It reports
// whether it came to the end.
func (s *jointSearch) search(parted func(set uint64) (a, b *root)) (found []jointStep, all bool) {
	s.open = append(s.open[:0], jointStep{})
	met := 0
	for len(s.open) > 0 {
		if len(found) == MaxJointSets {
			return found, false
		}
		last := len(s.open) - 1
		at := s.open[last]
		s.open = s.open[:last]
		if slices.ContainsFunc(found, func(f jointStep) bool { return f.set&at.set == f.set }) {
			continue
		}
		var further []uint64
		if pair := s.firstOpen(at.set); pair != nil {
			further = pair.options
		} else if a, b := parted(at.set); a != nil {
			further = s.moving(a, b, at.set)
		} else {
			found = append(found, at)
			continue
		}
		if met += len(further); met > MaxJointSteps {
			return found, false
		}
		for _, o := range further {
			s.push(at.set | o)
		}
	}
	return found, true
}

// moving lists the players outside set that act on a or b, one of which must
// join it to bring the two together again.
func (s *jointSearch) moving(a, b *root, set uint64) []uint64 {
	s.alone = s.alone[:0]
	for n := range s.players {
		if r := s.players[n].root; (r == a || r == b) && set&(1<<n) == 0 {
			s.alone = append(s.alone, 1<<n)
		}
	}
	return s.alone
}

// firstOpen is the first pair that set does not close, or nil.
func (s *jointSearch) firstOpen(set uint64) *jointPair {
	for i := range s.pairs {
		if !slices.ContainsFunc(s.pairs[i].options, func(o uint64) bool { return o&set == o }) {
			return &s.pairs[i]
		}
	}
	return nil
}

// push puts a set in its place: the next to look at stands last.
func (s *jointSearch) push(set uint64) {
	n := jointStep{set: set}
	for rest := set; rest != 0; rest &= rest - 1 {
		pl := &s.players[bits.TrailingZeros64(rest)]
		n.cost += max(math.Abs(pl.Low), math.Abs(pl.High))
	}
	n.cost = round9(n.cost)
	if i, known := slices.BinarySearchFunc(s.open, n, laterStep); !known {
		s.open = slices.Insert(s.open, i, n)
	}
}

// laterStep orders steps by falling cost, then size, then members.
func laterStep(a, b jointStep) int {
	return -cmp.Or(cmp.Compare(a.cost, b.cost), cmp.Compare(bits.OnesCount64(a.set), bits.OnesCount64(b.set)), cmp.Compare(a.set, b.set))
}

// shifts reports whether a player of set moves a figure rather than only allows
// it to be another, so that it may part what was together.
func (s *jointSearch) shifts(set uint64) bool {
	for rest := set; rest != 0; rest &= rest - 1 {
		pl := &s.players[bits.TrailingZeros64(rest)]
		if pl.Name == relayPlayer || pl.Low > 0 || pl.High < 0 {
			return true
		}
	}
	return false
}

// partedBy returns two roots of question i that the players of set leave apart,
// of those that met before and those of each pair that was to be closed; nil if
// there are none.
func (p *pass) partedBy(i int, set uint64) (a, b *root) {
	s := &p.scratch.joint
	for k := range p.pairs {
		pair := &p.pairs[k]
		if pair.a.question != i || pair.b.question != i {
			continue
		}
		if pair.Relation.Disagrees() {
			if len(pair.Explanation.sets) == 0 {
				continue
			}
		} else if g := between(pair.a.opened, pair.b.opened); g.apart(p.settings.allowed(g)) {
			continue // set apart by what is no disagreement
		}
		if !p.meetAfter(pair.a, pair.b, s.players, set) {
			return pair.a, pair.b
		}
	}
	return nil, nil
}

// meetAfter reports whether a and b meet after the players of set. A difference
// of method that both have is none between them.
func (p *pass) meetAfter(a, b *root, players []jointPlayer, set uint64) bool {
	v := [2]interval{a.opened, b.opened}
	var low, high [2]float64
	for rest := set; rest != 0; rest &= rest - 1 {
		pl := &players[bits.TrailingZeros64(rest)]
		on, other := 0, b
		if pl.root == b {
			on, other = 1, a
		} else if pl.root != a {
			continue
		}
		if pl.Name == relayPlayer {
			if pl.root.relayedElsewhere() {
				return true
			}
			v[on] = pl.root.origin.opened
			continue
		}
		if facet, value, ok := strings.Cut(pl.Name, ":"); ok && hasFacet(other, facet, value) {
			continue
		}
		low[on] += pl.Low
		if pl.Name == GrowthPerDay {
			high[on] += p.growthTo(pl.root, other)
		} else {
			high[on] += pl.High
		}
	}
	if v[0].signed() || v[1].signed() {
		return signedGap(v[0], v[1]).upper < 0 // below zero a factor has no meaning
	}
	up := gap{d: v[0].lnLow + low[0] - v[1].lnHigh - high[1], byWords: v[0].lowByWords || v[1].highByWords}
	down := gap{d: v[1].lnLow + low[1] - v[0].lnHigh - high[0], byWords: v[1].lowByWords || v[0].highByWords}
	return up.d <= max(least, p.settings.allowed(up)) && down.d <= max(least, p.settings.allowed(down))
}
