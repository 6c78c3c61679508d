package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/source"
)

// A ledger takes in statements line by line.
type ledger struct {
	set        estimate.Set
	event      estimate.ID
	echo       []string
	faults     []error
	understood int // lines
	line       int
}

func (l *ledger) readFile(name string) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	return l.read(f, name)
}

func (l *ledger) read(in io.Reader, file string) error {
	lines := bufio.NewReader(in)
	for n := 1; ; n++ {
		text, err := lines.ReadString('\n')
		if text = strings.TrimSpace(text); text != "" && text[0] != '#' {
			if bad := l.take(text); bad != nil {
				bad.file, bad.line = file, n
				l.faults = append(l.faults, bad)
			} else {
				l.understood++
			}
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// take adds what one line says.
func (l *ledger) take(text string) *fault {
	if !utf8.ValidString(text) {
		text = strings.ToValidUTF8(text, "\uFFFD")
		return &fault{text: text, at: strings.IndexRune(text, '\uFFFD'), to: len(text), why: "this is not UTF-8", accepted: "text in UTF-8"}
	}
	if name, ok := strings.CutPrefix(text, "event:"); ok {
		if name = strings.TrimSpace(name); source.ValidateID(name) != nil {
			return &fault{text: text, at: len(text) - len(name), to: len(text), why: "this is no name of an event", accepted: `up to 128 bytes, such as "event: Strike on the barracks"`}
		}
		l.name(name)
		return nil
	}
	s, bad := parseStatement(text)
	if bad != nil {
		return bad
	}
	if l.event == "" {
		l.name("the event asked about")
	}
	l.line++
	l.add(s)
	return nil
}

// name begins an event; what follows is about it.
func (l *ledger) name(name string) {
	l.event = estimate.ID(name)
	if slices.ContainsFunc(l.set.Events, func(e estimate.Event) bool { return e.ID == l.event }) {
		return
	}
	l.set.Events = append(l.set.Events, estimate.Event{ID: l.event, Name: name})
	l.echo = append(l.echo, "Event: "+name)
}

// add records a statement and repeats it as it was understood.
func (l *ledger) add(s *statement) {
	l.declare(s.speaker)
	for _, h := range s.via {
		l.declare(h.By)
	}
	id := estimate.ID(fmt.Sprintf("line-%d", l.line))
	statement := id
	if len(s.claims) == 1 { // so that two relays of one figure are one root
		statement = ""
	}
	said := make([]string, 0, len(s.claims))
	for i, c := range s.claims {
		l.set.Estimates = append(l.set.Estimates, estimate.Estimate{
			ID: estimate.ID(fmt.Sprintf("%s-%d", id, i+1)), Event: l.event, Statement: statement,
			Source: s.speaker, Measure: c.Measure, Quantity: c.quantity,
			Published: s.date, Stake: s.stake, Method: s.method, Via: s.via, Quote: s.text,
		})
		said = append(said, c.echo())
	}
	line := "  " + string(s.speaker)
	if s.facts != "" {
		line += " [" + s.facts + "]"
	}
	line += ": " + strings.Join(said, "; ")
	for _, m := range s.earlier {
		line += "; earlier " + m.Text + ", left out"
	}
	if !s.date.IsZero() {
		line += " (" + s.date.String() + ")"
	}
	for i, h := range s.via {
		line += [...]string{" via ", ", then "}[min(i, 1)] + string(h.By)
	}
	l.echo = append(l.echo, line)
}

func (l *ledger) declare(id source.ID) {
	if !slices.ContainsFunc(l.set.Sources, func(s source.Source) bool { return s.ID == id }) {
		l.set.Sources = append(l.set.Sources, source.Source{ID: id, Name: string(id)})
	}
}

func (l *ledger) print(out io.Writer) {
	if len(l.echo) > 0 {
		fmt.Fprintln(out, "Understood as")
		for _, line := range l.echo {
			fmt.Fprintln(out, line)
		}
	}
	for _, err := range l.faults {
		fmt.Fprintf(out, "\n%v\n", err)
	}
}
