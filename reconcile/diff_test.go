package reconcile_test

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/reconcile"
	"github.com/openestimate/casualty/source"
)

// TestDiffBecause checks what each kind of news is called, and that a change
// names the statement it comes from.
func TestDiffBecause(t *testing.T) {
	killed := func(id estimate.ID, who source.ID, at int, q estimate.Quantity) estimate.Estimate {
		return estimate.Estimate{ID: id, Source: who, Measure: estimate.Killed, Quantity: q, Published: day(1, at)}
	}
	a, b := killed("a", "A", 1, estimate.AtLeast(40)), killed("b", "B", 1, estimate.AtLeast(60))
	withdrawn, aside, relayed, edited := b, b, b, b
	withdrawn.Retracted = &estimate.Retraction{Quote: "an error of ours"}
	aside.Aside = &estimate.Aside{By: "desk", Why: "copied wrongly"}
	relayed.Via = []estimate.Hop{{By: "wire", Quantity: estimate.Exactly(60)}}
	edited.Quantity = estimate.AtLeast(70)
	upper := killed("c", "C", 1, estimate.AtMost(50))
	for _, c := range []struct {
		name          string
		before, after []estimate.Estimate
		what          string
		text          [2]string
		want          []reconcile.News
	}{
		{"new", list(a), list(a, b), "floor", [2]string{"40", "60"}, news(reconcile.NewStatement, "b")},
		{"withdrawn", list(a, b), list(a), "floor", [2]string{"60", "40"}, news(reconcile.NotThere, "b")},
		{"retracted", list(a, b), list(a, withdrawn), "floor", [2]string{"60", "40"}, news(reconcile.NewRetraction, "b")},
		{"set aside", list(a, b), list(a, aside), "floor", [2]string{"60", "40"}, news(reconcile.NewAside, "b")},
		{"relayed", list(a, b), list(a, relayed), "finding", [2]string{"", "discrepancy: B: at least 60 became 60 at wire"}, news(reconcile.NewRelay, "b")},
		{"edited", list(a, b), list(a, edited), "floor", [2]string{"60", "70"}, news(reconcile.NewWords, "b")},
		{"revised", list(a), list(a, killed("a2", "A", 3, estimate.AtLeast(30))), "floor", [2]string{"40", "30"},
			[]reconcile.News{{What: reconcile.NewRevision, Estimate: "a2", Of: "a"}}},
		{"an upper figure disputes the floor", list(a, b), list(a, b, upper), "floor", [2]string{"60", "40"}, news(reconcile.NewStatement, "c")},
		{"a dispute", list(a, b), list(a, b, upper), "disputed", [2]string{"no", "yes"}, news(reconcile.NewStatement, "c")},
		{"a high end that only the reading of a hedge says", list(a), list(a, killed("w", "W", 1, estimate.About(100))), "highest", [2]string{"", "110 (width)"},
			news(reconcile.NewStatement, "w")},
		{"two new ones, either of which disputes", list(a, b), list(a, b, upper, killed("d", "D", 1, estimate.AtMost(45))), "floor", [2]string{"60", "40"},
			news(reconcile.NewStatement, "c", "d")},
		{"two new ones on other matters", list(killed("x", "X", 1, estimate.Exactly(50))), list(killed("x", "X", 1, estimate.Exactly(50)),
			killed("y", "Y", 1, estimate.Vague("dozens")), killed("z", "Z", 1, estimate.Vague("scores"))), "ceiling", [2]string{"50", ""},
			news(reconcile.NewStatement, "y", "z")},
	} {
		before := mustReconcile(t, &reconcile.Reconciler{}, &estimate.Set{Estimates: c.before})
		after := mustReconcile(t, &reconcile.Reconciler{}, &estimate.Set{Estimates: c.after})
		changes := reconcile.Diff(before, after)
		i := slices.IndexFunc(changes, func(ch reconcile.Change) bool {
			return ch.What == c.what && ch.Before == c.text[0] && ch.After == c.text[1]
		})
		if i < 0 {
			t.Errorf("%s: no change of %s from %q to %q in\n%s", c.name, c.what, c.text[0], c.text[1], indent(changes))
			continue
		}
		if diff := cmp.Diff(c.want, changes[i].Because); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func list(es ...estimate.Estimate) []estimate.Estimate { return es }

func news(what reconcile.NewsKind, ids ...estimate.ID) []reconcile.News {
	var out []reconcile.News
	for _, id := range ids {
		out = append(out, reconcile.News{What: what, Estimate: id})
	}
	return out
}

// TestDiffSettings checks that a change of setting is told from a new statement.
func TestDiffSettings(t *testing.T) {
	s := &estimate.Set{Estimates: []estimate.Estimate{
		{ID: "a", Source: "A", Measure: estimate.Killed, Quantity: estimate.Vague("hundreds"), Via: []estimate.Hop{{By: "wire", Quantity: estimate.Exactly(150)}}},
		{ID: "b", Source: "B", Measure: estimate.Killed, Quantity: estimate.Exactly(104)},
		{ID: "c", Source: "C", Measure: estimate.Killed, Quantity: estimate.Exactly(100)},
	}}
	acled := estimate.ACLED()
	declared := clone(s)
	declared.Sources = []source.Source{{ID: "b", Stake: source.StakeLower}, {ID: "B", Stake: source.StakeHigher}}
	base := mustReconcile(t, &reconcile.Reconciler{}, s)
	for _, c := range []struct {
		name  string
		after *reconcile.Result
		want  reconcile.News
	}{
		{"reading", mustReconcile(t, &reconcile.Reconciler{Reading: reconcile.Published}, s), reconcile.News{What: reconcile.NewReading}},
		{"convention", mustReconcile(t, &reconcile.Reconciler{Convention: &acled}, s), reconcile.News{What: reconcile.NewConvention}},
		{"assumption", mustReconcile(t, &reconcile.Reconciler{Assumptions: reconcile.Defaults().Without(reconcile.Tolerance)}, s),
			reconcile.News{What: reconcile.NewAssumption, Name: reconcile.Tolerance}},
		{"declaration", mustReconcile(t, &reconcile.Reconciler{}, declared), reconcile.News{What: reconcile.NewDeclaration}},
	} {
		changes := reconcile.Diff(base, c.after)
		if len(changes) == 0 {
			t.Errorf("%s: nothing changed", c.name)
		}
		for _, ch := range changes {
			if diff := cmp.Diff([]reconcile.News{c.want}, ch.Because); diff != "" {
				t.Errorf("%s: %s %q to %q (-want +got):\n%s", c.name, ch.What, ch.Before, ch.After, diff)
			}
		}
	}
	// With a statement that is new as well, what does not stand on it is not
	// attributable to either.
	more := clone(s)
	more.Estimates = append(more.Estimates, estimate.Estimate{ID: "d", Source: "D", Measure: estimate.Killed, Quantity: estimate.Quantity{Hedge: estimate.HedgeDenied}})
	for _, ch := range reconcile.Diff(base, mustReconcile(t, &reconcile.Reconciler{Reading: reconcile.Published}, more)) {
		if ch.What == "root" && ch.Estimates[0] == "a" && ch.Because != nil {
			t.Errorf("of two settings and statements at once, %v is named for %q to %q", ch.Because, ch.Before, ch.After)
		}
	}
}

// TestDiffLaws checks over generated sets, of which a part came since yesterday,
// that nothing changes from a result to itself, that changes read back from
// JSON, name only what differs, and that a change does not stand as it is once
// the statements it names are taken away: but for them it had not come.
func TestDiffLaws(t *testing.T) {
	attributed, all := 0, 0
	for seed := range uint64(lawSets / 5) {
		g := newGenerator(seed)
		s := g.generate()
		for i := range s.Estimates {
			if s.Estimates[i].ID == "" {
				s.Estimates[i].ID = estimate.ID(rune('a' + i))
			}
		}
		r := g.reconciler()
		yesterday := clone(s)
		cut := g.IntN(len(s.Estimates))
		yesterday.Estimates = yesterday.Estimates[:cut]
		before, after := mustReconcile(t, r, yesterday), mustReconcile(t, r, s)
		if same := reconcile.Diff(after, after); len(same) != 0 {
			t.Fatalf("seed %d: a result differs from itself: %s", seed, indent(same))
		}
		changes := reconcile.Diff(before, after)
		data, err := json.Marshal(changes)
		if err != nil {
			t.Fatal(err)
		}
		var back []reconcile.Change
		if err := json.Unmarshal(data, &back); err != nil {
			t.Fatal(err)
		}
		if again, _ := json.Marshal(back); string(again) != string(data) {
			t.Fatalf("seed %d: changes do not read back:\n%s\n%s", seed, data, again)
		}
		for _, c := range changes {
			all++
			if len(c.Because) == 0 {
				continue
			}
			attributed++
			less, alone := clone(s), clone(yesterday)
			for _, n := range c.Because {
				less.Estimates = slices.DeleteFunc(less.Estimates, func(e estimate.Estimate) bool { return e.ID == n.Estimate })
				if n.Estimate != "" && slices.ContainsFunc(yesterday.Estimates, func(e estimate.Estimate) bool { return e.ID == n.Estimate }) {
					t.Fatalf("seed %d: %s is named as new", seed, n.Estimate)
				}
			}
			for _, e := range s.Estimates {
				if slices.ContainsFunc(c.Because, func(n reconcile.News) bool { return n.Estimate == e.ID }) {
					alone.Estimates = append(alone.Estimates, e)
				}
			}
			changedBy := func(s *estimate.Set) bool {
				return slices.ContainsFunc(reconcile.Diff(before, mustReconcile(t, r, s)), func(d reconcile.Change) bool {
					return d.What == c.What && d.Finding == c.Finding && d.Before == c.Before && d.After == c.After && slices.Equal(d.Estimates, c.Estimates)
				})
			}
			// A figure whose root was replaced, or a rung that lies below the new
			// floor, has gone for that, whatever else would have removed it.
			replaced := slices.ContainsFunc(c.Because, func(n reconcile.News) bool { return n.Of != "" }) &&
				slices.ContainsFunc(c.Estimates, func(id estimate.ID) bool { r := after.Root(id); return r != nil && r.State == reconcile.Replaced })
			belowFloor := c.What == "rung" && c.After == "" && slices.ContainsFunc(after.Answers, func(a reconcile.Answer) bool {
				return a.Floor != nil && slices.Contains(a.Floor.Estimates, c.Because[0].Estimate)
			})
			if !replaced && !belowFloor && changedBy(less) && !changedBy(alone) {
				t.Errorf("seed %d: %s of %v from %q to %q comes without %v, and not by them", seed, c.What, c.Estimates, c.Before, c.After, c.Because)
			}
		}
	}
	if attributed*10 < all*9 {
		t.Errorf("only %d of %d changes are attributed", attributed, all)
	}
	t.Logf("%d of %d changes attributed", attributed, all)
}
