// Ask answers an editor's first question: what do these statements support, and
// do they disagree? It reads a statement a line, from files or standard input,
// repeats each as it was understood, and prints the answer.
//
//	go run ./examples/ask <<'END'
//	event: North Korean soldiers in Kursk
//	NIS: at least 100 killed, about 1,000 injured (2024-12-19) via Lee
//	US: several hundred killed
//	Russia MoD [stake lower]: 89 killed
//	END
//
// A line is who said it, what they said, and if known the date in brackets and
// the relays after "via". Facts of how a source counts stand in square brackets
// after its name: stake, basis, rule or verification, each with its word. A
// line that begins with # is passed over.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/openestimate/casualty/reconcile"
	"github.com/openestimate/casualty/reconcile/report"
)

func main() {
	err := run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	if err == nil || errors.Is(err, flag.ErrHelp) {
		return
	}
	fmt.Fprintln(os.Stderr, "ask:", err)
	os.Exit(1)
}

func run(args []string, in io.Reader, out, problems io.Writer) error {
	flags := flag.NewFlagSet("ask", flag.ContinueOnError)
	flags.SetOutput(problems)
	if err := flags.Parse(args); err != nil {
		return err
	}
	var l ledger
	if flags.NArg() == 0 {
		if err := l.read(in, ""); err != nil {
			return err
		}
	}
	for _, name := range flags.Args() {
		if err := l.readFile(name); err != nil {
			return err
		}
	}
	l.print(out)
	if len(l.set.Estimates) == 0 {
		return errors.New("no statement was understood: accepted are lines such as \"NIS: at least 100 killed\"")
	}
	res, err := new(reconcile.Reconciler).Reconcile(context.Background(), &l.set)
	if err != nil {
		return err
	}
	fmt.Fprintln(out)
	if err := report.Text(out, res); err != nil {
		return err
	}
	if n := len(l.faults); n > 0 {
		return fmt.Errorf("%d of %d lines were not understood", n, n+l.understood)
	}
	return nil
}
