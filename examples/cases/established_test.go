package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/estimate/interchange"
	"github.com/openestimate/casualty/reconcile"
	"github.com/openestimate/casualty/source"
)

// TestEstablished keeps the table of README.md true: for each case with an
// established figure, what was answered before it was given.
func TestEstablished(t *testing.T) {
	var rows []string
	for _, file := range cases(t) {
		set, err := interchange.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if e := set.Established; e != nil && e.Figure != 0 {
			rows = append(rows, establishedRow(t, strings.TrimSuffix(filepath.Base(file), ".json"), set))
		}
	}
	if len(rows) < 4 {
		t.Fatalf("only %d cases have an established figure", len(rows))
	}
	const begin, end = "<!-- the table is written by go test ./examples/cases -update -->\n", "<!-- end of the table -->\n"
	data, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	head, rest, ok := strings.Cut(string(data), begin)
	_, tail, ok2 := strings.Cut(rest, end)
	if !ok || !ok2 {
		t.Fatal("README.md lacks the marks of the table")
	}
	table := "| case | established | known on | floor | ladder | ceiling |\n|---|---|---|---|---|---|\n" + strings.Join(rows, "")
	want := head + begin + table + end + tail
	if *update {
		if err := os.WriteFile("README.md", []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(want, string(data)); diff != "" {
		t.Errorf("README.md (-want +got):\n%s", diff)
	}
}

// establishedRow asks the question of the establishing statement at what was
// known when the last statement before it was published.
func establishedRow(t *testing.T, name string, set *estimate.Set) string {
	t.Helper()
	last := establishing(set)
	if last == nil {
		t.Fatalf("%s: no estimate of the establishing body states %d", name, set.Established.Figure)
	}
	known := estimate.Date{}
	for i := range set.Estimates {
		if d := set.Estimates[i].Published; d.Before(last.Published) && (known.IsZero() || known.Before(d)) {
			known = d
		}
	}
	whole, err := new(reconcile.Reconciler).Reconcile(t.Context(), set)
	if err != nil {
		t.Fatal(err)
	}
	var q reconcile.Question
	for i := range whole.Answers {
		a := &whole.Answers[i]
		if slices.ContainsFunc(slices.Concat(a.Roots, a.Earlier), func(r *reconcile.Root) bool { return r.ID == last.ID }) {
			q = a.Question
		}
	}
	e := set.Established
	head := fmt.Sprintf("| %s | %s %s, by %s | ", name, estimate.Count(e.Figure), q.Measure.Noun(), e.By)
	line, err := new(reconcile.Reconciler).Timeline(t.Context(), set, q)
	if err != nil {
		t.Fatal(err)
	}
	st := line.At(known)
	if st == nil || st.Answer == nil {
		return head + day(known) + " | nothing stated | -- | -- |\n"
	}
	return head + day(known) + " | " + floorHeld(st.Answer, e) + " | " + ladderHeld(st.Answer, e) + " | " + ceilingHeld(st.Answer, e) + " |\n"
}

// establishing is the first estimate by the establishing body that states the
// established figure or an end of its range. A body is known by its name: every
// word of it stands in Established.By.
func establishing(set *estimate.Set) *estimate.Estimate {
	index := estimate.NewIndex(&set.Registry)
	e := set.Established
	var first *estimate.Estimate
	for i := range set.Estimates {
		c := &set.Estimates[i]
		states := slices.ContainsFunc([]estimate.Bound{c.Quantity.Low, c.Quantity.Best, c.Quantity.High}, func(b estimate.Bound) bool {
			return b.Known() && b.N != 0 && (b.N == e.Figure || b.N == e.Low || b.N == e.High)
		})
		if states && named(index.Source(c.Source), e.By) && (first == nil || c.Published.Before(first.Published)) {
			first = c
		}
	}
	return first
}

func named(s *source.Source, by string) bool {
	words := func(text string) []string {
		return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	}
	in := words(by)
	for _, name := range []string{s.Name, s.Short} {
		ws := words(name)
		if len(ws) > 0 && !slices.ContainsFunc(ws, func(w string) bool { return !slices.Contains(in, w) }) {
			return true
		}
	}
	return false
}

// day writes the date a row is known on.
func day(d estimate.Date) string {
	if d.IsZero() {
		return "--"
	}
	return d.String()
}

func heldWord(held bool) string {
	if held {
		return "held"
	}
	return "did not hold"
}

func floorHeld(a *reconcile.Answer, e *estimate.Established) string {
	if a.Floor == nil {
		return "none"
	}
	n := a.Floor.N
	if a.Floor.Open {
		return "more than " + estimate.Count(n) + ": " + heldWord(n < e.Figure)
	}
	return estimate.Count(n) + ": " + heldWord(n <= e.Figure)
}

// ladderHeld counts the rungs that the figure reaches: each says "so many or
// more, if".
func ladderHeld(a *reconcile.Answer, e *estimate.Established) string {
	if len(a.Ladder) == 0 {
		return "none"
	}
	reached := 0
	for _, g := range a.Ladder {
		if g.N < e.Figure || g.N == e.Figure && !g.Open {
			reached++
		}
	}
	top := a.Ladder[len(a.Ladder)-1].N
	return fmt.Sprintf("%d of %d rungs reached, the top one is %s", reached, len(a.Ladder), estimate.Count(top))
}

func ceilingHeld(a *reconcile.Answer, e *estimate.Established) string {
	if a.Ceiling == nil {
		return "none stated"
	}
	n := a.Ceiling.N
	if a.Ceiling.Open {
		return "under " + estimate.Count(n) + ": " + heldWord(n > e.Figure)
	}
	return estimate.Count(n) + ": " + heldWord(n >= e.Figure)
}
