package reconcile_test

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/reconcile"
	"github.com/openestimate/casualty/source"
)

// Removing an assumption removes whatever rests on it.
func TestRemovalLaw(t *testing.T) {
	used := make(map[string]int)
	all := moreAssumptions()
	hold(t, func(g *generator, s *estimate.Set) error {
		r := g.reconciler()
		r.Assumptions = all
		for _, u := range run(r, s).Assumptions {
			if _, ok := all.Get(u.Name); ok {
				used[u.Name]++
			}
		}
		names := []string{all[g.IntN(len(all))].Name}
		if g.in(3) {
			names = append(names, all[g.IntN(len(all))].Name)
		}
		r.Assumptions = all.Without(names...)
		res := run(r, s)
		for _, name := range names {
			if err := restsOn(res, name); err != nil {
				return fmt.Errorf("without %v: %w", names, err)
			}
		}
		tol, _ := r.Assumptions.Get(reconcile.Tolerance)
		conv, _ := r.Assumptions.Get(reconcile.ConventionTolerance)
		return passedOver(res, tol.Mid, conv.Mid)
	})
	for _, a := range all {
		if used[a.Name] == 0 {
			t.Errorf("no set rests on %s: its removal was never put to the test", a.Name)
		}
	}
}

// restsOn says what in the result rests on the assumption of that name.
func restsOn(res *reconcile.Result, name string) error {
	for _, u := range res.Assumptions {
		if u.Name == name {
			return fmt.Errorf("used by %v: %s", u.Estimates, u.Effect)
		}
	}
	for i := range res.Pairs {
		p := &res.Pairs[i]
		if p.Alignment != nil && p.Alignment.Assumption == name {
			return fmt.Errorf("alignment of %v", p.Estimates)
		}
		if x := p.Explanation; x != nil {
			if slices.ContainsFunc(x.Players, func(pl reconcile.Player) bool { return pl.Name == name }) {
				return fmt.Errorf("it plays in %v", p.Estimates)
			}
			if slices.ContainsFunc(x.Sufficient, func(set []string) bool { return slices.Contains(set, name) }) {
				return fmt.Errorf("it suffices in %v", p.Estimates)
			}
		}
		a, b := res.Root(p.Estimates[0]), res.Root(p.Estimates[1])
		cumulative := a == nil || a.Measure.Cumulative()
		switch {
		case name == reconcile.GrowthPerDay && p.Relation == reconcile.LaterAsOf && cumulative && p.Weight == reconcile.Note:
			return fmt.Errorf("%v are apart by time alone", p.Estimates)
		case name == reconcile.FirstDays && p.Relation == reconcile.LaterAsOf && cumulative && p.Weight == reconcile.Suspicion:
			return fmt.Errorf("%v are a toll of the first days", p.Estimates)
		case name == reconcile.WoundedPerKilled && p.Alignment != nil && p.Alignment.Given == "" && p.Alignment.High != nil:
			return fmt.Errorf("alignment of %v, killed of %v and %v, has a high end", p.Estimates, a.Quantity, b.Quantity)
		}
	}
	for _, f := range res.Findings {
		if strings.Contains(f.Message, name) {
			return fmt.Errorf("message %q", f.Message)
		}
		if name == reconcile.WoundedPerKilled && f.Kind == reconcile.UnusualRatio {
			return fmt.Errorf("a ratio is judged: %q", f.Message)
		}
		for _, e := range f.Evidence {
			if strings.Contains(e.Field+e.Value, name) {
				return fmt.Errorf("evidence %+v", e)
			}
		}
	}
	for i := range res.Answers {
		a := &res.Answers[i]
		for _, list := range [][]*reconcile.Root{a.Roots, a.Unclear, a.Earlier} {
			for _, r := range list {
				if name == reconcile.SettlingDays && r.Settled {
					return fmt.Errorf("%s is settled", r.ID)
				}
			}
		}
		if x := a.Explanation; x != nil {
			for _, set := range x.Sufficient {
				if slices.ContainsFunc(set.Differences, func(d reconcile.Applied) bool { return d.Name == name }) {
					return fmt.Errorf("it plays in the explanation of %v", a.Question)
				}
			}
		}
		if name == reconcile.StaleDays && a.Best != nil {
			if n := upstreams(res, a); a.Best.Of != n {
				return fmt.Errorf("best is the median of %d figures, though %d roots have one", a.Best.Of, n)
			}
		}
	}
	return nil
}

// upstreams counts the central figures of an answer, those that share an
// upstream once.
func upstreams(res *reconcile.Result, a *reconcile.Answer) int {
	var groups [][]*reconcile.Root
	for _, r := range a.Roots {
		if !r.Central.Stated() {
			continue
		}
		group := []*reconcile.Root{r}
		groups = slices.DeleteFunc(groups, func(o []*reconcile.Root) bool {
			if !slices.ContainsFunc(o, func(x *reconcile.Root) bool { return oneUpstream(res, x, r) }) {
				return false
			}
			group = append(group, o...)
			return true
		})
		groups = append(groups, group)
	}
	return len(groups)
}

func oneUpstream(res *reconcile.Result, a, b *reconcile.Root) bool {
	x, y := drawsOn(res, a), drawsOn(res, b)
	speaksFor := func(r *reconcile.Root) []source.ID {
		ids := []source.ID{r.Source}
		for _, s := range res.Set.Sources {
			if s.ID == r.Source {
				ids = append(ids, s.Within...)
			}
		}
		return ids
	}
	share := func(p, q []source.ID) bool {
		return slices.ContainsFunc(p, func(id source.ID) bool { return slices.Contains(q, id) })
	}
	return share(x, y) || share(x, speaksFor(b)) || share(y, speaksFor(a))
}

func drawsOn(res *reconcile.Result, r *reconcile.Root) []source.ID {
	ids := []estimate.ID{r.ID}
	if r.Parts != nil {
		ids = r.Parts
	}
	var out []source.ID
	for _, e := range res.Set.Estimates {
		if slices.Contains(ids, e.ID) {
			out = append(out, e.DrawsOn...)
		}
	}
	return out
}

// passedOver checks that no tolerance above the ones given counted a gap as
// nothing.
func passedOver(res *reconcile.Result, tolerance, convention float64) error {
	for i := range res.Pairs {
		p := &res.Pairs[i]
		gap := 0.0
		switch {
		case p.Relation == reconcile.Agree || p.Relation == reconcile.CompatibleAsStated:
			gap = p.Size
		case p.Relation == reconcile.ExplainedDisagreement:
			gap = p.Explanation.Remainder
		default:
			continue
		}
		allowed := tolerance
		for _, id := range p.Estimates {
			if r := res.Root(id); r != nil && (r.Low.By != "" || r.High.By != "") {
				allowed = max(tolerance, convention)
			}
		}
		if x := p.Explanation; x != nil && slices.ContainsFunc(x.Players, func(pl reconcile.Player) bool { return pl.Name == "relay" }) {
			allowed = max(tolerance, convention) // the origin's words may be a convention's to read
		}
		if gap > allowed+1e-9 {
			return fmt.Errorf("%s of %v passes over %v, more than the tolerance %v", p.Relation, p.Estimates, gap, allowed)
		}
	}
	return nil
}

// An assumption that a result does not list as used has no effect on it:
// without it the result is the same.
func TestUnusedLaw(t *testing.T) {
	hold(t, func(g *generator, s *estimate.Set) error {
		r := g.reconciler()
		r.Assumptions = moreAssumptions()
		res := run(r, s)
		unused := slices.DeleteFunc(slices.Clone(r.Assumptions), func(a reconcile.Assumption) bool {
			return slices.ContainsFunc(res.Assumptions, func(u reconcile.Used) bool { return u.Name == a.Name })
		})
		if len(unused) == 0 {
			return nil
		}
		a := unused[g.IntN(len(unused))]
		r.Assumptions = r.Assumptions.Without(a.Name)
		if x, y := bytesOf(res), bytesOf(run(r, s)); !bytes.Equal(x, y) {
			return errors.New(a.Name + " is not listed as used, yet without it: " + differs(x, y))
		}
		return nil
	})
}
