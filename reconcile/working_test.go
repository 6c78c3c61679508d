package reconcile_test

import (
	"context"
	"errors"
	"fmt"
	"log"
	"math"
	"slices"
	"testing"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/reconcile"
	"github.com/openestimate/casualty/source"
)

// TestWorkingAgrees checks over generated sets that the working of every pair
// leads to the relation that the result has, by numbers that bear it out, and
// that what makes no pair is said why.
func TestWorkingAgrees(t *testing.T) {
	var pairs, apart, coalitions int
	for seed := range uint64(min(lawSets, 400)) {
		g := newGenerator(seed)
		s := g.generate()
		r := g.reconciler()
		res := mustReconcile(t, r, s)
		es := res.Set.Estimates
		for i := range es {
			for j := range es[:i] {
				w, err := r.Explain(t.Context(), s, es[i].ID, es[j].ID)
				if err != nil {
					t.Fatalf("seed %d: %v", seed, err)
				}
				if toJSON(t, w.Result) != toJSON(t, res) {
					t.Fatalf("seed %d: the working is of another result", seed)
				}
				if w.Pair == nil {
					apart++
					if w.Apart == "" || len(w.Rows) > 0 {
						t.Errorf("seed %d: %s and %s: not compared, and not said why", seed, es[i].ID, es[j].ID)
					}
					continue
				}
				pairs++
				coalitions += len(w.Coalitions)
				if err := checkWorking(w, res); err != nil {
					t.Errorf("seed %d: %v\n%s", seed, err, indent(w))
				}
			}
		}
	}
	if pairs < 100 || apart < 100 || coalitions < 4 {
		t.Errorf("%d pairs, %d apart, %d coalitions: too few to mean anything", pairs, apart, coalitions)
	}
}

func checkWorking(w *reconcile.Working, res *reconcile.Result) error {
	if !slices.ContainsFunc(res.Pairs, func(p reconcile.Pair) bool {
		return p.Estimates == w.Pair.Estimates && p.Relation == w.Pair.Relation && p.Size == w.Pair.Size
	}) {
		return errors.New("the result has no such pair")
	}
	for i, row := range w.Rows {
		last := i == len(w.Rows)-1
		if row.Why == "" || row.Fits != last || row.Fits != slices.Contains(row.Relations, w.Pair.Relation) {
			return fmt.Errorf("row %v: fits %v, why %q, of %d rows", row.Relations, row.Fits, row.Why, len(w.Rows))
		}
	}
	rel := w.Pair.Relation
	if w.Plain != nil {
		if w.Plain.Within != (rel == reconcile.Agree) {
			return fmt.Errorf("%s, with no hedge opened within tolerance: %v", rel, w.Plain.Within)
		}
		if rel.Disagrees() && (w.Opened.Within || w.Opened.Gap != w.Pair.Size) {
			return fmt.Errorf("%s of %g, words opened %+v", rel, w.Pair.Size, w.Opened)
		}
	}
	if x := w.Pair.Explanation; x != nil && len(w.Coalitions) > 0 {
		first, last := w.Coalitions[0], w.Coalitions[len(w.Coalitions)-1]
		if first.Gap != w.Pair.Size || last.Gap != x.Remainder || len(w.Coalitions) != 1<<len(x.Players) {
			return fmt.Errorf("coalitions run from %g to %g, the pair from %g to %g", first.Gap, last.Gap, w.Pair.Size, x.Remainder)
		}
		sum := x.Remainder
		for _, pl := range x.Players {
			sum += pl.Share
		}
		if math.Abs(sum-w.Pair.Size) > 1e-6 {
			return fmt.Errorf("shares and remainder sum to %g, not %g", sum, w.Pair.Size)
		}
	}
	return nil
}

func TestExplainUnknown(t *testing.T) {
	s := &estimate.Set{}
	for _, id := range []estimate.ID{"nis-killed-100", "nis-killed-300", "us-casualties", "hur-villages"} {
		s.Estimates = append(s.Estimates, estimate.Estimate{ID: id, Source: "A", Measure: estimate.Killed, Quantity: estimate.AtLeast(5), Statement: id})
	}
	for _, c := range []struct {
		id   estimate.ID
		near []estimate.ID
	}{
		{"nis-killed-200", []estimate.ID{"nis-killed-100", "nis-killed-300"}},
		{"casualties", []estimate.ID{"us-casualties"}},
		{"zzz", nil},
	} {
		_, err := new(reconcile.Reconciler).Explain(t.Context(), s, "us-casualties", c.id)
		var unknown *reconcile.UnknownIDError
		if !errors.As(err, &unknown) || unknown.ID != c.id || !slices.Equal(unknown.Near, c.near) {
			t.Errorf("%s: %v, want near %v", c.id, err, c.near)
		}
	}
}

// Explain shows the arithmetic by which two figures came to agree or disagree.
func ExampleReconciler_Explain() {
	set := &estimate.Set{Estimates: []estimate.Estimate{
		{ID: "ngo", Source: "NGO", Measure: estimate.Killed, Quantity: estimate.MoreThan(1600)},
		{ID: "army", Source: "Army", Measure: estimate.Killed, Quantity: estimate.Exactly(180),
			Stake: source.StakeLower, Method: source.Method{Rule: source.Confirmed}},
	}}
	w, err := new(reconcile.Reconciler).Explain(context.Background(), set, "ngo", "army")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("words opened: %.3f apart, tolerance %g\n", w.Opened.Gap, w.Opened.Tolerance)
	for _, c := range w.Coalitions {
		fmt.Printf("with %v: %.3f\n", c.Players, c.Gap)
	}
	fmt.Println(w.Pair.Relation)
	// Output:
	// words opened: 2.185 apart, tolerance 0.05
	// with []: 2.185
	// with [rule:confirmed]: 1.492
	// unexplained-disagreement
}

// Timeline follows one question through the dates at which something became
// known.
func ExampleReconciler_Timeline() {
	set := &estimate.Set{Estimates: []estimate.Estimate{
		{ID: "mon", Source: "MoH", Measure: estimate.Killed, Quantity: estimate.AtLeast(40), Published: estimate.On(2024, 1, 1)},
		{ID: "tue", Source: "MoH", Measure: estimate.Killed, Quantity: estimate.AtLeast(52), Published: estimate.On(2024, 1, 2)},
		{ID: "thu", Source: "NGO", Measure: estimate.Killed, Quantity: estimate.AtMost(90), Published: estimate.On(2024, 1, 4)},
	}}
	line, err := new(reconcile.Reconciler).Timeline(context.Background(), set, reconcile.Question{Measure: estimate.Killed})
	if err != nil {
		log.Fatal(err)
	}
	for _, step := range line.Steps {
		fmt.Println(step.KnownAt, step.Spoke, step.Answer.Floor.N, step.Answer.Highest != nil)
	}
	fmt.Println("on 3 January:", line.At(estimate.On(2024, 1, 3)).Answer.Floor.N)
	// Output:
	// 2024-01-01 [mon] 40 false
	// 2024-01-02 [tue] 52 false
	// 2024-01-04 [thu] 52 true
	// on 3 January: 52
}
