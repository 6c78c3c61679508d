// Cases reconciles the events of any estimates files, one page an event.
//
//	go run ./examples/cases [-json] [-reading origin|published] [-as-of DATE] [-known-at DATE] FILE...
//
// Events come in the order of the files, and of their IDs within one. A bad
// record is reported on standard error with its place; the others are answered,
// and the exit status is 1.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"iter"
	"os"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/estimate/interchange"
	"github.com/openestimate/casualty/reconcile"
	"github.com/openestimate/casualty/reconcile/report"
)

func main() {
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr))
}

func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("cases", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.Usage = func() {
		fmt.Fprintln(stderr, "usage: cases [flags] FILE...")
		flags.PrintDefaults()
	}
	var r reconcile.Reconciler
	asJSON := flags.Bool("json", false, "print one Result a line, an event a line")
	flags.StringVar((*string)(&r.Reading), "reading", "origin", "whose words count: origin or published")
	flags.TextVar(&r.AsOf, "as-of", estimate.Date{}, "ask at this date; figures of a later one are left out")
	flags.TextVar(&r.KnownAt, "known-at", estimate.Date{}, "hide whatever was not published by this date")
	if err := flags.Parse(args); err != nil {
		return 2
	}
	if flags.NArg() == 0 {
		flags.Usage()
		return 2
	}
	failed := false
	complain := func(err error) {
		failed = true
		fmt.Fprintln(stderr, err)
	}
	first := true
	for res, err := range r.All(context.Background(), events(flags.Args())) {
		if err != nil {
			complain(err)
			continue
		}
		if *asJSON {
			line, err := res.JSON()
			if err == nil {
				_, err = stdout.Write(append(line, '\n'))
			}
			if err != nil {
				complain(err)
				return 1
			}
			continue
		}
		if !first {
			fmt.Fprintln(stdout)
		}
		first = false
		if err := report.Text(stdout, res); err != nil {
			complain(err)
			return 1
		}
	}
	if failed {
		return 1
	}
	return 0
}

// events yields the events of the files, one set each, and what is wrong with a
// file in its place; the good records of the file still come through.
func events(files []string) iter.Seq2[*estimate.Set, error] {
	return func(yield func(*estimate.Set, error) bool) {
		for _, name := range files {
			set, err := interchange.ReadFile(name)
			if err != nil && !yield(nil, err) {
				return
			}
			if set == nil || len(set.Estimates) == 0 && err != nil {
				continue
			}
			for _, s := range set.ByEvent() {
				if !yield(s, nil) {
					return
				}
			}
		}
	}
}
