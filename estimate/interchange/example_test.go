package interchange_test

import (
	"fmt"
	"log"
	"os"
	"strings"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/estimate/interchange"
)

// A record with an error stays out, says why, and costs no other record.
func ExampleRead() {
	const file = `{
  "schema": "casualty/1",
  "estimates": [
    {"id": "nis", "source": "nis", "measure": "killed", "quantity": {"low": {"n": 100}, "hedge": "at_least"}},
    {"id": "us", "source": "us", "measure": "killed", "quantity": {"low": {"term": "several hundred"}, "hedge": "vage"}},
    {"id": "kovalenko", "source": "kovalenko", "measure": "losses", "quantity": {"low": {"n": 200, "open": true}, "hedge": "more_than"}}
  ]
}`
	set, err := interchange.Read(strings.NewReader(file), "case.json")
	fmt.Println(err)
	for _, e := range set.Estimates {
		fmt.Printf("%s: %s, %v\n", e.ID, e.Measure, e.Quantity)
	}
	// Output:
	// case.json:5: record 2 "us" quantity.hedge = "vage": unknown hedge "vage": did you mean vague? accepted are exact, approximately, nearly, at_least, more_than, at_most, fewer_than, between, vague, unknown, denied
	// nis: killed, 100 or more
	// kovalenko: losses, over 200
}

// A file of any length is read event by event.
func ExampleLines() {
	const file = `{"schema": "casualty/1", "events": [{"id": "kursk", "name": "Kursk"}]}
{"id": "nis", "event": "kursk", "source": "nis", "measure": "killed", "quantity": {"low": {"n": 100}, "hedge": "at_least"}}
{"id": "us", "event": "kursk", "source": "us", "measure": "dead"}
{"id": "maria-gwu", "event": "maria", "source": "gwu", "measure": "excess_deaths", "quantity": {"best": {"n": 2975}}}
`
	header, lines, err := interchange.Lines(strings.NewReader(file), "cases.jsonl")
	if err != nil {
		log.Print(err) // of the first line; the others can be read
	}
	for set, err := range estimate.Group(header.Registry, lines) {
		if err != nil {
			text, _, _ := strings.Cut(err.Error(), " accepted")
			fmt.Println(text)
			continue
		}
		fmt.Println(set.Estimates[0].Event, len(set.Estimates))
	}
	// Output:
	// cases.jsonl:3: record 2 "us" measure = "dead": unknown measure "dead": did you mean killed?
	// kursk 1
	// maria 1
}

func ExampleWrite() {
	set := &estimate.Set{Estimates: []estimate.Estimate{
		{ID: "nis", Source: "nis", Measure: estimate.Killed, Quantity: estimate.AtLeast(100)},
	}}
	if err := interchange.Write(os.Stdout, set); err != nil {
		log.Fatal(err)
	}
	// Output:
	// {
	//   "schema": "casualty/1",
	//   "estimates": [
	//     {"id": "nis", "source": "nis", "measure": "killed", "quantity": {"low": {"n": 100}, "hedge": "at_least"}}
	//   ]
	// }
}
