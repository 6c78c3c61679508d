package reconcile_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/reconcile"
	"github.com/openestimate/casualty/reconcile/report"
)

// TestPageLaws holds every page, prose, timeline and overview of the cases and
// of 1,000 generated sets to what none may do: print a figure that nobody
// stated, a figure without its speaker, more than seven entries of findings, who
// is wrong, or a line of more than 80 columns.
func TestPageLaws(t *testing.T) {
	check := func(what string, r *reconcile.Reconciler, s *estimate.Set) {
		res := mustReconcile(t, r, s)
		for _, v := range views(t, r, res) {
			if err := v.check(newTrace(res, v.line)); err != nil {
				t.Errorf("%s, %s: %v\n%s", what, v.name, err, v.text)
			}
		}
	}
	files, err := filepath.Glob("../examples/cases/testdata/*.json")
	if err != nil || len(files) < 15 {
		t.Fatalf("%d cases, %v", len(files), err)
	}
	for _, file := range append(files, "../examples/kursk/founding.json") {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var s estimate.Set
		if err := json.Unmarshal(data, &s); err != nil {
			t.Fatal(err)
		}
		for _, reading := range reconcile.Readings() {
			check(file+" "+string(reading), &reconcile.Reconciler{Reading: reading}, &s)
		}
	}
	for seed := range uint64(min(lawSets, 1000)) {
		g := newGenerator(seed)
		s := g.generate()
		check(fmt.Sprint("seed ", seed), g.reconciler(), s)
		if t.Failed() {
			return // one is enough to read
		}
	}
}

// A view is one text made of a result.
type view struct {
	name, text string
	line       *reconcile.Timeline // of a timeline
}

func views(t *testing.T, r *reconcile.Reconciler, res *reconcile.Result) []view {
	t.Helper()
	var out []view
	add := func(name string, write func(w *bytes.Buffer) error) {
		var b bytes.Buffer
		if err := write(&b); err != nil {
			t.Fatal(err)
		}
		out = append(out, view{name: name, text: b.String()})
	}
	add("page", func(w *bytes.Buffer) error { return report.Text(w, res) })
	add("prose", func(w *bytes.Buffer) error { return report.Prose(w, res) })
	add("overview", func(w *bytes.Buffer) error { return report.Overview(w, slices.Values([]*reconcile.Result{res})) })
	// What was known halfway through, against now, and the working of one pair:
	// tables for one who looks closer, held to their width and words.
	if n := len(res.Set.Estimates); n > 1 {
		half := *res.Set
		half.Estimates = half.Estimates[:n/2]
		before := mustReconcile(t, r, &half)
		add("changes", func(w *bytes.Buffer) error { return report.Changes(w, before, res, "before", "after") })
		k, err := r.Explain(t.Context(), res.Set, res.Set.Estimates[0].ID, res.Set.Estimates[n-1].ID)
		if err != nil {
			t.Fatal(err)
		}
		what, err := r.WhatIf(t.Context(), res.Set)
		if err != nil {
			t.Fatal(err)
		}
		add("what-if", func(w *bytes.Buffer) error { return report.WhatIf(w, what) })
		add("working", func(w *bytes.Buffer) error { return report.Working(w, k) })
	}
	for _, q := range report.Questions(res) {
		line, err := r.Timeline(t.Context(), res.Set, q)
		if err != nil {
			t.Fatal(err)
		}
		add("timeline", func(w *bytes.Buffer) error { return report.Timeline(w, line) })
		out[len(out)-1].line = line
	}
	return out
}

var accusing = regexp.MustCompile(`(?i)\b(wrong\w*|caus(e|es|ed|ing)|lied|lying|liars?|false\w*|incorrect\w*|mistaken\w*|erroneous\w*|exaggerat\w*|inflated|understat\w*|propaganda)\b`)

func (v view) check(tr *trace) error {
	entries, inFindings := 0, false
	for i, line := range strings.Split(v.text, "\n") {
		if n := utf8.RuneCountInString(line); n > 80 {
			return fmt.Errorf("line %d has %d columns", i+1, n)
		}
		switch {
		case line == "  Findings":
			entries, inFindings = 0, true
		case line == "":
			inFindings = false
		case inFindings && line[2] != ' ' && !strings.HasPrefix(line, "  also in the result"):
			if entries++; entries > 7 {
				return fmt.Errorf("%d entries of findings", entries)
			}
		}
	}
	if word := accusing.FindString(strings.ReplaceAll(tr.withoutWords(v.text), "causes", "")); word != "" {
		return fmt.Errorf("it says %q", word)
	}
	for _, u := range tr.units(v) {
		if word := accusing.FindString(strings.ReplaceAll(tr.withoutWords(u.text), "of all causes", "")); word != "" {
			return fmt.Errorf("it says %q in %q", word, u.text)
		}
		if err := tr.spoken(u); err != nil {
			return err
		}
	}
	return nil
}
