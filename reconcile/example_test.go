package reconcile_test

import (
	"context"
	"fmt"
	"log"
	"slices"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/reconcile"
	"github.com/openestimate/casualty/source"
)

func Example() {
	set := &estimate.Set{Estimates: []estimate.Estimate{
		{ID: "nis", Source: "NIS", Measure: estimate.Killed, Quantity: estimate.AtLeast(100)},
		{ID: "us", Source: "US", Measure: estimate.Killed, Quantity: estimate.Vague("several hundred")},
	}}
	res, err := new(reconcile.Reconciler).Reconcile(context.Background(), set)
	if err != nil {
		log.Fatal(err)
	}
	a := res.Answers[0]
	fmt.Println("floor", a.Floor.N, a.Floor.Estimates)
	fmt.Println("best stated:", a.Best != nil, "ceiling stated:", a.Ceiling != nil)
	for _, rung := range a.Ladder {
		fmt.Println("rung", rung.N, rung.Estimates, rung.If.Words())
	}
	fmt.Println(res.Pairs[0].Relation)
	// Output:
	// floor 100 [nis]
	// best stated: false ceiling stated: false
	// rung 300 [us] [vague]
	// compatible-as-stated
}

// A disagreement comes with what its differences of method could account for,
// and what they leave.
func ExampleReconciler_Reconcile() {
	set := &estimate.Set{Estimates: []estimate.Estimate{
		{ID: "ngo", Source: "NGO", Measure: estimate.Killed, Quantity: estimate.MoreThan(1600)},
		{ID: "army", Source: "Army", Measure: estimate.Killed, Quantity: estimate.Exactly(180),
			Stake: "lower", Method: armyMethod},
	}}
	res, err := new(reconcile.Reconciler).Reconcile(context.Background(), set)
	if err != nil {
		log.Fatal(err)
	}
	for _, f := range res.Findings {
		if f.Kind.Disagrees() {
			fmt.Println(f.Weight, f.Kind)
			fmt.Println(f.Message)
		}
	}
	// Output:
	// discrepancy unexplained-disagreement
	// Army (180) and NGO (more than 1,600) are at least x8.9 apart = up to x2.0 (rule:confirmed, assumed) times at least x4.4 unexplained
}

// Assumptions are values: replace one you have better grounds for, or take one
// away and see what rested on it.
func ExampleAssumptions() {
	as := reconcile.Defaults().
		With(reconcile.Factor("basis:battlefield_claim", 0.3, 1, "our audit of 40 claims")).
		Without(reconcile.GrowthPerDay)
	a, ok := as.Get("basis:battlefield_claim")
	fmt.Println(a.Name, a.Value(), ok)
	_, ok = as.Get(reconcile.GrowthPerDay)
	fmt.Println(reconcile.GrowthPerDay, ok)
	// Output:
	// basis:battlefield_claim x0.3 to x1 true
	// growth_per_day false
}

// A tool that embeds the library adds checks of its own.
func ExampleCheck() {
	round := reconcile.Check{
		Name: "desk/round",
		Doc:  "round figures, to ask the speaker about",
		Run: func(_ context.Context, pass *reconcile.Pass) ([]reconcile.Finding, error) {
			var found []reconcile.Finding
			for _, r := range pass.Roots {
				if r.Central.Stated() && r.Central.N%1000 == 0 {
					found = append(found, reconcile.Finding{Kind: "round", Weight: reconcile.Note,
						Estimates: []estimate.ID{r.ID}, Message: pass.Label(r.Source) + " gives a round figure"})
				}
			}
			return found, nil
		},
	}
	r := &reconcile.Reconciler{Checks: append(reconcile.StandardChecks(), round)}
	res, err := r.Reconcile(context.Background(), &estimate.Set{Estimates: []estimate.Estimate{
		{ID: "a", Source: "Ministry", Measure: estimate.Killed, Quantity: estimate.Exactly(3000)},
	}})
	if err != nil {
		log.Fatal(err)
	}
	for _, f := range res.Findings {
		fmt.Println(f.Kind, f.Message)
	}
	// Output: round Ministry gives a round figure
}

// All streams many sets; the results come in the order of the input.
func ExampleReconciler_All() {
	var estimates []estimate.Estimate
	for i, n := range []int64{12, 7, 31} {
		event := estimate.ID(fmt.Sprintf("strike-%d", i+1))
		estimates = append(estimates, estimate.Estimate{ID: event + "-hospital", Event: event, Source: "hospital",
			Measure: estimate.Killed, Quantity: estimate.AtLeast(n)})
	}
	rows := func(yield func(estimate.Estimate, error) bool) {
		for _, e := range estimates {
			if !yield(e, nil) {
				return
			}
		}
	}
	sets := estimate.Group(estimate.Registry{}, rows)
	for res, err := range new(reconcile.Reconciler).All(context.Background(), sets) {
		if err != nil {
			log.Fatal(err)
		}
		a := res.Answers[0]
		fmt.Println(a.Question.Event, a.Floor.N)
	}
	// Output:
	// strike-1 12
	// strike-2 7
	// strike-3 31
}

// Diff says what changed between two results: of two readings, or two days.
func ExampleDiff() {
	before := &estimate.Set{Estimates: []estimate.Estimate{
		{ID: "mon", Source: "MoH", Measure: estimate.Killed, Quantity: estimate.AtLeast(40), Published: estimate.On(2024, 1, 1)},
	}}
	after := &estimate.Set{Estimates: append(slices.Clone(before.Estimates),
		estimate.Estimate{ID: "tue", Source: "MoH", Measure: estimate.Killed, Quantity: estimate.AtLeast(52), Published: estimate.On(2024, 1, 2)})}
	r := new(reconcile.Reconciler)
	a, err := r.Reconcile(context.Background(), before)
	if err != nil {
		log.Fatal(err)
	}
	b, err := r.Reconcile(context.Background(), after)
	if err != nil {
		log.Fatal(err)
	}
	for _, c := range reconcile.Diff(a, b) {
		fmt.Printf("%s: %q to %q, because of", c.What, c.Before, c.After)
		for _, n := range c.Because {
			fmt.Printf(" %s (%s, of %s)", n.Estimate, n.What, n.Of)
		}
		fmt.Println()
	}
	// Output:
	// floor: "40" to "52", because of tue (revised, of mon)
	// root: "at least 40" to "at least 40 (replaced)", because of tue (revised, of mon)
	// root: "" to "at least 52", because of tue (revised, of mon)
	// finding: "" to "note: MoH (at least 40) was replaced by at least 52", because of tue (revised, of mon)
}

var armyMethod = source.Method{Basis: []source.Basis{source.OfficialCount}, Rule: source.Confirmed}
