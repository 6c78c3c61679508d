// Wording reads count phrases, or sentences, one a line on standard input, and
// prints what each says as one JSON object a line.
//
//	printf 'at least 100\nhalf of them\n' | go run ./examples/wording
//	echo 'At least 100 people were killed and 1,000 injured.' | go run ./examples/wording -sentences
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/estimate/wording"
)

func main() {
	if err := run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr); err != nil && !errors.Is(err, flag.ErrHelp) {
		fmt.Fprintln(os.Stderr, "wording:", err)
		os.Exit(2)
	}
}

// conventions are those that -convention takes.
var conventions = []func() estimate.Convention{estimate.Literal, estimate.ACLED, estimate.PITF}

func run(args []string, in io.Reader, out, problems io.Writer) error {
	flags := flag.NewFlagSet("wording", flag.ContinueOnError)
	flags.SetOutput(problems)
	name := flags.String("convention", "literal", "read vague words by this convention: "+names())
	sentences := flags.Bool("sentences", false, "find the counts in sentences, one sentence a line")
	languages := flags.String("languages", "", "only these languages, as en,uk (default all: "+strings.Join(wording.Languages(), ",")+")")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() > 0 {
		return fmt.Errorf("unexpected argument %q: accepted are flags, and text on standard input", flags.Arg(0))
	}
	convention, err := find(*name)
	if err != nil {
		return err
	}
	reader := wording.Reader{}
	if *languages != "" {
		reader.Languages = strings.Split(*languages, ",")
		for _, code := range reader.Languages {
			if !slices.Contains(wording.Languages(), code) {
				return fmt.Errorf("unknown language %q: accepted are %s", code, strings.Join(wording.Languages(), ", "))
			}
		}
	}
	w := bufio.NewWriter(out)
	defer w.Flush()
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	lines := bufio.NewReader(in)
	for {
		line, err := lines.ReadString('\n')
		if line != "" {
			text := strings.TrimSuffix(strings.TrimSuffix(line, "\n"), "\r")
			var row any
			if *sentences {
				row = scan(&reader, &convention, text)
			} else {
				row = parse(&reader, &convention, text)
			}
			if err := enc.Encode(row); err != nil {
				return err
			}
		}
		if err == io.EOF {
			return w.Flush()
		}
		if err != nil {
			return err
		}
	}
}

// A phrase is one line read: its quantity, or the reason why it is none.
type phrase struct {
	Text     string             `json:"text"`
	Quantity *estimate.Quantity `json:"quantity"`
	Reason   string             `json:"reason,omitempty"`
}

func parse(r *wording.Reader, c *estimate.Convention, text string) phrase {
	q, err := r.Parse(text)
	if err != nil {
		return phrase{Text: text, Reason: err.Error()}
	}
	q = c.Read(q)
	return phrase{Text: text, Quantity: &q}
}

// A sentence is one line with the counts in it.
type sentence struct {
	Text   string  `json:"text"`
	Counts []count `json:"counts"`
}

type count struct {
	Text     string            `json:"text"`
	Start    int               `json:"start"` // bytes
	End      int               `json:"end"`
	Measure  estimate.Measure  `json:"measure,omitempty"`
	Status   wording.Status    `json:"status,omitempty"`
	Quantity estimate.Quantity `json:"quantity"`
}

func scan(r *wording.Reader, c *estimate.Convention, text string) sentence {
	s := sentence{Text: text, Counts: []count{}}
	for m := range r.Scan(text) {
		s.Counts = append(s.Counts, count{m.Text, m.Start, m.End, m.Measure, m.Status, c.Read(m.Quantity)})
	}
	return s
}

func find(name string) (estimate.Convention, error) {
	for _, c := range conventions {
		if c := c(); c.Name == name {
			return c, nil
		}
	}
	return estimate.Convention{}, fmt.Errorf("unknown convention %q: accepted are %s", name, names())
}

func names() string {
	var list []string
	for _, c := range conventions {
		list = append(list, c().Name)
	}
	return strings.Join(list, ", ")
}
