// Cases reconciles the events of any estimates files, one page an event; of
// several files, without a flag, one line an event.
//
//	go run ./examples/cases [flags] FILE...
//	go run ./examples/cases -explain ID ID FILE...
//
//	-overview     one line an event
//	-page         one page an event, however many files there are
//	-prose        a sentence and a short paragraph for each answer
//	-timeline     each question of the page through the dates of publication
//	-since DATE   what changed since, and because of which statement
//	-explain      how two estimates were related, with every step
//	-what-if      what the answers hang on: without one statement, when those that
//	              disagree would not, which one further fact would settle most
//	-json         one Result a line, an event a line
//	-modelled     add where a random-effects model puts the centre of the figures
//	-reading, -as-of, -known-at   see the flags' help
//
// Events come in the order of the files, and of their IDs within one. A bad
// record is reported on standard error with its place; the others are answered,
// and the exit status is 1.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"iter"
	"os"
	"slices"
	"strings"

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
		fmt.Fprintln(stderr, "usage: cases [flags] FILE...\n       cases -explain ID ID FILE...")
		flags.PrintDefaults()
	}
	p := &program{stdout: stdout, stderr: stderr}
	r := &p.Reconciler
	var since estimate.Date
	overview := flags.Bool("overview", false, "print one line an event, as is done for several files without a flag")
	pages := flags.Bool("page", false, "print one page an event, as is done for one file without a flag")
	prose := flags.Bool("prose", false, "print a sentence and a short paragraph for each answer")
	timeline := flags.Bool("timeline", false, "print each question of the page through the dates of publication")
	explain := flags.Bool("explain", false, "print how two estimates, given before the files by their ids, were related")
	whatIf := flags.Bool("what-if", false, "print what the answers hang on, and which one further fact would settle most")
	asJSON := flags.Bool("json", false, "print one Result a line, an event a line")
	flags.TextVar(&since, "since", estimate.Date{}, "print what changed since what was known at this date, and because of which statement")
	flags.StringVar((*string)(&r.Reading), "reading", "origin", "whose words count: origin or published")
	flags.TextVar(&r.AsOf, "as-of", estimate.Date{}, "ask at this date; figures of a later one are left out")
	flags.TextVar(&r.KnownAt, "known-at", estimate.Date{}, "hide whatever was not published by this date")
	flags.BoolVar(&r.Modelled, "modelled", false, "add where a random-effects model puts the centre of the figures, a detail that no source said")
	if err := flags.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return 0
		}
		return 2
	}
	views := 0
	for _, on := range []bool{*overview, *pages, *prose, *timeline, *explain, *whatIf, *asJSON, !since.IsZero()} {
		if on {
			views++
		}
	}
	files := flags.Args()
	if *explain && len(files) > 2 {
		files = files[2:]
	} else if *explain {
		files = nil
	}
	switch late := slices.IndexFunc(files, func(f string) bool { return strings.HasPrefix(f, "-") }); {
	case views > 1:
		fmt.Fprintln(stderr, "cases: one view at a time")
		return 2
	case late >= 0:
		fmt.Fprintf(stderr, "cases: %s stands after a file: flags come first\n", files[late])
		return 2
	case len(files) == 0:
		flags.Usage()
		return 2
	}
	var err error
	switch {
	case *explain:
		err = p.explain(estimate.ID(flags.Arg(0)), estimate.ID(flags.Arg(1)), files)
	case *timeline:
		err = p.each(files, p.timeline)
	case *whatIf:
		err = p.each(files, p.whatIf)
	case !since.IsZero():
		err = p.each(files, func(res *reconcile.Result) error { return p.changes(res, since) })
	case *asJSON:
		err = p.each(files, p.json)
	case *prose:
		err = p.each(files, p.apart(report.Prose))
	case *overview || len(files) > 1 && !*pages:
		err = report.Overview(stdout, p.results(files))
	default:
		err = p.each(files, p.apart(report.Text))
	}
	if err != nil {
		p.complain(err)
	}
	if p.failed {
		return 1
	}
	return 0
}

// A program is one run: its settings, and where it writes.
type program struct {
	reconcile.Reconciler
	stdout, stderr io.Writer
	failed         bool
	written        bool // something already, so that a blank line comes first
}

func (p *program) complain(err error) {
	p.failed = true
	fmt.Fprintln(p.stderr, err)
}

// results yields the result of each event, and complains of what has none.
func (p *program) results(files []string) iter.Seq[*reconcile.Result] {
	return func(yield func(*reconcile.Result) bool) {
		for res, err := range p.All(context.Background(), events(files)) {
			if err != nil {
				p.complain(err)
			} else if !yield(res) {
				return
			}
		}
	}
}

// each writes the results one by one, until one cannot be written.
func (p *program) each(files []string, write func(*reconcile.Result) error) error {
	for res := range p.results(files) {
		if err := write(res); err != nil {
			return err
		}
	}
	return nil
}

// apart puts a blank line between what write writes.
func (p *program) apart(write func(io.Writer, *reconcile.Result) error) func(*reconcile.Result) error {
	return func(res *reconcile.Result) error {
		p.blank()
		return write(p.stdout, res)
	}
}

func (p *program) blank() {
	if p.written {
		fmt.Fprintln(p.stdout)
	}
	p.written = true
}

func (p *program) json(res *reconcile.Result) error {
	line, err := res.JSON()
	if err == nil {
		_, err = p.stdout.Write(append(line, '\n'))
	}
	return err
}

func (p *program) timeline(res *reconcile.Result) error {
	for _, q := range report.Questions(res) {
		t, err := p.Timeline(context.Background(), res.Set, q)
		if err != nil {
			return err
		}
		p.blank()
		if err := report.Timeline(p.stdout, t); err != nil {
			return err
		}
	}
	return nil
}

func (p *program) whatIf(res *reconcile.Result) error {
	w, err := p.WhatIf(context.Background(), res.Set)
	if err != nil {
		return err
	}
	p.blank()
	return report.WhatIf(p.stdout, w)
}

// changes writes what changed from what was known at a date to now.
func (p *program) changes(now *reconcile.Result, since estimate.Date) error {
	r := p.Reconciler
	r.KnownAt = since
	then, err := r.Reconcile(context.Background(), now.Set)
	if err != nil {
		return err
	}
	p.blank()
	if now.Set.About != "" {
		fmt.Fprintln(p.stdout, now.Set.About)
	}
	until := "now"
	if !p.KnownAt.IsZero() {
		until = "known " + p.KnownAt.String()
	}
	return report.Changes(p.stdout, then, now, "known "+since.String(), until)
}

// explain writes the working of a pair, of the first event that has both.
func (p *program) explain(a, b estimate.ID, files []string) error {
	var unknown *reconcile.UnknownIDError
	for set, err := range events(files) {
		if err != nil {
			p.complain(err)
			continue
		}
		k, err := p.Explain(context.Background(), set, a, b)
		var not *reconcile.UnknownIDError
		if errors.As(err, &not) {
			// Of several events, the one that comes nearest says what was meant.
			if unknown == nil || len(not.Near) > len(unknown.Near) {
				unknown = not
			}
			continue
		}
		if err != nil {
			return err
		}
		return report.Working(p.stdout, k)
	}
	if unknown != nil {
		return unknown
	}
	return errors.New("no event to explain")
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
