// Embed is a program of another module that uses the library from a checkout,
// by the replace line in its go.mod. It builds a set in code, adds a check of
// its own to the standard ones, and prints the page.
package main

import (
	"context"
	"fmt"
	"io"
	"log"
	"os"
	"slices"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/reconcile"
	"github.com/openestimate/casualty/reconcile/report"
)

func main() {
	if err := run(os.Stdout); err != nil {
		log.Fatal(err)
	}
}

func run(w io.Writer) error {
	set := &estimate.Set{Estimates: []estimate.Estimate{
		{Source: "NIS", Measure: estimate.Killed, Quantity: estimate.AtLeast(100)},
		{Source: "US", Measure: estimate.Killed, Quantity: estimate.Vague("several hundred")},
	}}
	r := &reconcile.Reconciler{Checks: append(reconcile.StandardChecks(), undated)}
	res, err := r.Reconcile(context.Background(), set)
	if err != nil {
		return err
	}
	return report.Text(w, res)
}

// undated is a check that the house of this program wants: no figure without a
// date.
var undated = reconcile.Check{
	Name: "house/undated",
	Doc:  "figures without a date",
	Run: func(_ context.Context, pass *reconcile.Pass) ([]reconcile.Finding, error) {
		var ids []estimate.ID
		for _, r := range pass.Roots {
			if r.State == reconcile.Live && r.Scope.AsOf.IsZero() {
				ids = append(ids, r.ID)
			}
		}
		if len(ids) == 0 {
			return nil, nil
		}
		slices.Sort(ids)
		return []reconcile.Finding{{
			Kind: "undated", Weight: reconcile.Note, Estimates: ids,
			Message: fmt.Sprintf("%d figures without a date", len(ids)),
		}}, nil
	},
}
