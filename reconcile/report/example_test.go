package report_test

import (
	"context"
	"log"
	"os"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/reconcile"
	"github.com/openestimate/casualty/reconcile/report"
)

func ExampleText() {
	set := &estimate.Set{Estimates: []estimate.Estimate{
		{Source: "NIS", Measure: estimate.Killed, Quantity: estimate.AtLeast(100)},
		{Source: "US", Measure: estimate.Killed, Quantity: estimate.Vague("several hundred")},
	}}
	res, err := new(reconcile.Reconciler).Reconcile(context.Background(), set)
	if err != nil {
		log.Fatal(err)
	}
	if err := report.Text(os.Stdout, res); err != nil {
		log.Fatal(err)
	}
	// Output:
	// Estimates without an event
	//
	//   At least 100 killed (NIS). No best figure. No upper limit stated.
	//   The statements do not conflict.
	//
	//   floor      100  NIS: at least 100
	//   higher     300  if "several hundred" (US) is 300 or more
	//   best        --  a bound and a vague word give none
	//   ceiling     --  none stated
	//
	//   Who says what
	//   NIS                             at least 100                 100 or more
	//   US                              several hundred              300 to 900, vague
	//
	//   Findings
	//   compatible    NIS (at least 100) leaves room for US (several hundred).
	//
	//   Assumed  "several hundred" read as 300-900 (sets 1 step of the ladder).
	//   Note     not declared, so taken by name: NIS and US.
}
