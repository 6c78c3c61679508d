// Pool pools numbers given on standard input.
//
//	go run ./examples/pool < sets.jsonl
//	go run ./examples/pool -csv [-method REML] [-level 0.95] < table.csv
//
// Each line in is a JSON object, each line out the answer to it, in order:
//
//	{"y": [...], "v": [...]}                     effects and their variances
//	{"y": [...], "v": [...], "x": {"name": [...]}}   with moderators, in that order
//	{"reports": [{"kind", "lo", "hi", "sigma"}]} points, intervals and bounds
//
// What does not exist for a method is an absent key. A line that cannot be
// answered gives {"error": ..., "line": n}, the others are answered, and the
// exit status is 1.
//
// With -csv the input is one table of y,v or label,y,v, a header or none, and
// the answer a table and a forest plot for people.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/openestimate/casualty/reconcile/pool"
)

func main() {
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("pool", flag.ContinueOnError)
	flags.SetOutput(stderr)
	table := flags.Bool("csv", false, "read a table of y,v and print a table and a forest plot")
	method := flags.String("method", "REML", "with -csv: the estimator of τ², one of EE DL HE HS SJ ML REML EB PM")
	level := flags.Float64("level", pool.DefaultLevel, "with -csv: the level of the intervals, within 0 and 1")
	if err := flags.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return 0
		}
		return 2
	}
	if flags.NArg() > 0 {
		fmt.Fprintf(stderr, "pool: unexpected argument %q: accepted are flags, and data on standard input\n", flags.Arg(0))
		return 2
	}
	if !(*level > 0 && *level < 1) {
		fmt.Fprintf(stderr, "pool: -level = %v: accepted is a number within 0 and 1\n", *level)
		return 2
	}
	out := bufio.NewWriter(stdout)
	var err error
	failed := false
	if *table {
		err = printTable(out, stdin, pool.Method(*method), *level)
	} else {
		failed, err = answerLines(out, stdin)
	}
	if flushed := out.Flush(); err == nil {
		err = flushed
	}
	if err != nil {
		fmt.Fprintln(stderr, "pool:", err)
	}
	if err != nil || failed {
		return 1
	}
	return 0
}

// A failure is the answer to a line that has none.
type failure struct {
	Error string `json:"error"`
	Line  int    `json:"line"`
}

// answerLines answers each line of in, and reports whether one failed.
func answerLines(out *bufio.Writer, in io.Reader) (failed bool, err error) {
	lines := bufio.NewReader(in)
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	var ws pool.Workspace
	for n := 1; ; n++ {
		line, err := lines.ReadBytes('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return failed, err
		}
		last := err != nil
		if line = bytes.TrimSpace(line); len(line) > 0 {
			result, err := answer(&ws, line)
			if err != nil {
				failed = true
				err = encoder.Encode(failure{err.Error(), n})
			} else {
				err = encoder.Encode(result)
			}
			if err != nil {
				return failed, err
			}
			if lines.Buffered() == 0 { // nobody waits for an answer that is done
				if err := out.Flush(); err != nil {
					return failed, err
				}
			}
		}
		if last {
			return failed, nil
		}
	}
}

// answer answers one line.
func answer(ws *pool.Workspace, line []byte) (map[string]any, error) {
	q, err := parseQuestion(line)
	if err != nil {
		return nil, err
	}
	if q.reports != nil {
		return bounded(q.reports)
	}
	result, err := classical(ws, q.y, q.v, q.x)
	if err != nil {
		return nil, err
	}
	posterior, err := exactBayes(q.y, q.v)
	if err != nil {
		return nil, err
	}
	if len(posterior) > 0 {
		result["exact_bayes"] = posterior
	}
	return result, nil
}
