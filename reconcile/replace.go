package reconcile

import (
	"cmp"
	"slices"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/source"
)

// replaceEarlier tells revision from disagreement: in each question it moves
// out the roots that were withdrawn, set aside, are of a later date than asked,
// or that a later statement of the same source replaces.
func (p *pass) replaceEarlier() {
	for _, r := range p.roots {
		if r.State == Live && p.asOf.Before(r.Scope.AsOf) {
			r.State, r.Why = TooLate, "of a later date than the question asks"
			for _, id := range r.Estimates {
				p.record(id).state = TooLate
			}
		}
	}
	p.supersede()
	for i := range p.question {
		p.revise(p.question[i].live)
		p.revise(p.question[i].unclear)
	}
	p.reviseDeployed()
	for _, r := range p.roots {
		for _, part := range r.parts {
			if r.State == Live && part.State != Live {
				r.State, r.By, r.Why = part.State, part.By, part.Why
			}
		}
	}
	for i := range p.question {
		q := &p.question[i]
		q.live, q.earlier = split(q.live, q.earlier)
		q.unclear, q.earlier = split(q.unclear, q.earlier)
		slices.SortFunc(q.live, byID)
		slices.SortFunc(q.unclear, byID)
		slices.SortFunc(q.earlier, byID)
	}
}

// reviseDeployed does for deployments, which join no question, what revise does
// for the roots of one.
func (p *pass) reviseDeployed() {
	var deployed []*root
	for _, r := range p.roots {
		if r.Measure == estimate.Deployed {
			deployed = append(deployed, r)
		}
	}
	slices.SortFunc(deployed, func(a, b *root) int { return cmp.Or(cmpKeys(a, b), cmp.Compare(a.ID, b.ID)) })
	for start := 0; start < len(deployed); {
		end := start + 1
		for end < len(deployed) && cmpKeys(deployed[start], deployed[end]) == 0 {
			end++
		}
		p.revise(deployed[start:end])
		start = end
	}
}

func byID(a, b *root) int { return cmp.Compare(a.ID, b.ID) }

func split(roots, out []*root) (live, earlier []*root) {
	live = roots[:0]
	for _, r := range roots {
		if r.State == Live {
			live = append(live, r)
		} else {
			out = append(out, r)
		}
	}
	return live, out
}

// supersede applies what statements say themselves of others they replace, in
// whatever question and by whatever source. A root that is withdrawn replaces
// nothing.
func (p *pass) supersede() {
	for _, r := range p.roots {
		if r.State != Live && r.State != Replaced || r.parts != nil {
			continue
		}
		for _, id := range r.Estimates {
			e := p.estimate(id)
			for _, old := range e.Supersedes {
				if o := p.rootWith(old); o != nil && o != r && o.State == Live {
					o.State, o.By, o.superseded = Replaced, r.ID, true
				}
			}
		}
	}
}

// rootWith returns the root that reports the estimate, or nil.
func (p *pass) rootWith(id estimate.ID) *root {
	for _, r := range p.roots {
		if r.parts == nil && slices.Contains(r.Estimates, id) {
			return r
		}
	}
	return nil
}

// revise replaces, among the roots of one question, each that a later statement
// of the same institution revises, by the next such statement.
func (p *pass) revise(roots []*root) {
	for _, old := range roots {
		if old.State != Live {
			continue
		}
		var next, own *root // of the institution, of the source itself
		for _, r := range roots {
			if r.State != Live && r.State != Replaced || !p.revises(r, old) || p.supersededBy(r, old) {
				continue
			}
			if next == nil || p.nextAfter(r, next) {
				next = r
			}
			if r.Source == old.Source && (own == nil || p.nextAfter(r, own)) {
				own = r
			}
		}
		if next != nil {
			old.State, old.By = Replaced, next.ID
		}
		if own != next {
			old.next = own
		}
	}
	p.keepLast(roots)
}

// supersededBy reports whether r was replaced by next because next, or a chain
// of statements that next ends, says so. Dates do not undo that.
func (p *pass) supersededBy(r, next *root) bool {
	for range p.roots {
		if r == nil || r.State != Replaced || !r.superseded {
			return false
		}
		if r.By == next.ID {
			return true
		}
		r = p.rootWith(r.By)
	}
	return false
}

// nextAfter reports whether a comes before b among the statements that revise
// another.
func (p *pass) nextAfter(a, b *root) bool {
	return cmp.Or(order(a, b), cmp.Compare(a.ID, b.ID)) < 0
}

// keepLast mends the one fault of an order by overlapping dates, that it may go
// in a circle: of roots that all replace each other, the last published stays.
func (p *pass) keepLast(roots []*root) {
	byID := make(map[estimate.ID]*root, len(roots))
	for _, r := range roots {
		if r.State == Replaced {
			byID[r.ID] = r
		}
	}
	walk := make(map[*root]int, len(byID)) // the walk that met a root first
	for n, start := range roots {
		var path []*root
		r := start
		for r != nil && r.State == Replaced && walk[r] == 0 {
			walk[r] = n + 1
			path = append(path, r)
			r = byID[r.By]
		}
		if r == nil || r.State != Replaced || walk[r] != n+1 {
			continue
		}
		last := slices.MaxFunc(path[slices.Index(path, r):], func(a, b *root) int {
			return cmp.Or(cmpDates(a.Published, b.Published), cmp.Compare(a.ID, b.ID))
		})
		last.State, last.By = Live, ""
	}
}

// revises reports whether r, of the same institution, is a later statement than
// old on the same question and does not stand beside it.
func (p *pass) revises(r, old *root) bool {
	return r != old && source.SameInstitution(r.rec.source, old.rec.source) &&
		order(old, r) < 0 && !standsBeside(r, old)
}

// order compares by as-of, then by date of publication; dates that overlap are
// equal. Where the two contradict each other, publication goes first if the
// event was over at both as-ofs, for then each counts all of it, or if the count
// published later for the earlier date is the higher, for a count does not fall:
// what a source said before, it cannot have said in place of what it said after.
func order(a, b *root) int {
	asOf, published := compareDates(a.Scope.AsOf, b.Scope.AsOf), compareDates(a.Published, b.Published)
	if asOf == 0 || published == -asOf && (a.afterEvent() && b.afterEvent() || a.Measure.Cumulative() && raisesEarlier(a, b, published)) {
		return published
	}
	return asOf
}

func compareDates(a, b estimate.Date) int {
	switch {
	case a.Before(b):
		return -1
	case b.Before(a):
		return 1
	}
	return 0
}

// raisesEarlier reports whether the one published later lies above the other.
func raisesEarlier(a, b *root, published int) bool {
	g := between(a.plain, b.plain)
	return published < 0 && g.upper == 1 || published > 0 && g.upper == 0
}

// standsBeside reports whether two figures of one speaker are meant to stand
// together: figures of one statement, or a recorded count and the speaker's own
// estimate or "at most".
func standsBeside(a, b *root) bool {
	if a.Statement != "" && a.Statement == b.Statement {
		return true
	}
	return a.Recorded && !b.Recorded && reachesFurther(b) || b.Recorded && !a.Recorded && reachesFurther(a)
}

func reachesFurther(r *root) bool {
	return r.Method.Estimates() || r.Quantity.Hedge == estimate.HedgeAtMost || r.Quantity.Hedge == estimate.HedgeFewerThan
}
