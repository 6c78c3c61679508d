// Kursk reconciles what was said in December 2024 of North Korean losses in
// Kursk: at least 100 dead by one intelligence service, "several hundred" by an
// ally, "could have surpassed 200" by a party to the war. It prints the answer
// as those figures were published, then at their origin, and what changed in
// between.
//
//	go run ./examples/kursk [-reading published|origin] [-json]
package main

import (
	"bytes"
	"context"
	_ "embed"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/estimate/interchange"
	"github.com/openestimate/casualty/reconcile"
	"github.com/openestimate/casualty/reconcile/report"
)

//go:embed founding.json
var founding []byte

func main() {
	if err := run(os.Args[1:], os.Stdout, os.Stderr); err != nil {
		if err != flag.ErrHelp {
			fmt.Fprintln(os.Stderr, "kursk:", err)
		}
		os.Exit(1)
	}
}

func run(args []string, stdout, stderr io.Writer) error {
	flags := flag.NewFlagSet("kursk", flag.ContinueOnError)
	flags.SetOutput(stderr)
	reading := flags.String("reading", "", "print one reading only: published or origin")
	asJSON := flags.Bool("json", false, "print the results as JSON")
	if err := flags.Parse(args); err != nil {
		return flag.ErrHelp // Parse has said what is wrong
	}
	if flags.NArg() > 0 {
		return fmt.Errorf("unexpected argument %q: accepted are flags only", flags.Arg(0))
	}
	set, err := interchange.Read(bytes.NewReader(founding), "founding.json")
	if err != nil {
		return err
	}
	if *reading != "" {
		res, err := read(set, reconcile.Reading(*reading))
		if err != nil {
			return err
		}
		if *asJSON {
			return printJSON(stdout, res)
		}
		return report.Text(stdout, res)
	}
	published, err := read(set, reconcile.Published)
	if err != nil {
		return err
	}
	origin, err := read(set, reconcile.Origin)
	if err != nil {
		return err
	}
	if *asJSON {
		return printJSON(stdout, struct {
			Published *reconcile.Result  `json:"published"`
			Origin    *reconcile.Result  `json:"origin"`
			Changed   []reconcile.Change `json:"changed"`
		}{published, origin, reconcile.Diff(published, origin)})
	}
	if err := report.Text(stdout, published); err != nil {
		return err
	}
	fmt.Fprintln(stdout)
	if err := report.Text(stdout, origin); err != nil {
		return err
	}
	fmt.Fprintln(stdout, "\nWhat changed between the two")
	return report.Changes(stdout, published, origin, "as published", "at origin")
}

func read(set *estimate.Set, reading reconcile.Reading) (*reconcile.Result, error) {
	r := reconcile.Reconciler{Reading: reading}
	return r.Reconcile(context.Background(), set)
}

func printJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}
