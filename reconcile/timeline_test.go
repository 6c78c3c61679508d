package reconcile_test

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/reconcile"
	"github.com/openestimate/casualty/reconcile/report"
)

// truncated is s as it stood at the end of a day: what has no date, or a later
// one, is not in it.
func truncated(s *estimate.Set, day estimate.Date) *estimate.Set {
	public := func(d estimate.Date) bool {
		n, ok := d.DaysTo(day)
		return ok && n >= 0
	}
	c := clone(s)
	c.Estimates = slices.DeleteFunc(c.Estimates, func(e estimate.Estimate) bool {
		d := e.Published
		for i := 0; i < len(e.Via) && d.IsZero() && (e.Via[i].Published.IsZero() || public(e.Via[i].Published)); i++ {
			d = e.Via[i].Published
		}
		return !public(d)
	})
	for i := range c.Estimates {
		e := &c.Estimates[i]
		if n := slices.IndexFunc(e.Via, func(h estimate.Hop) bool { return !h.Published.IsZero() && !public(h.Published) }); n >= 0 {
			e.Via = e.Via[:n]
		}
		if e.Retracted != nil && !e.Retracted.Published.IsZero() && !public(e.Retracted.Published) {
			e.Retracted = nil
		}
	}
	c.Remarks = nil // they have no date, and no part in an answer
	return c
}

func toJSON(t *testing.T, v any) string {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// checkTimeline checks that every step is what the truncated set alone gives,
// byte for byte, that a step differs from the one before, and that nothing
// changes between two steps.
func checkTimeline(t *testing.T, what string, r *reconcile.Reconciler, s *estimate.Set) (steps int) {
	t.Helper()
	res := mustReconcile(t, r, s)
	for i := range res.Answers {
		q := res.Answers[i].Question
		line, err := r.Timeline(t.Context(), s, q)
		if err != nil {
			t.Fatalf("%s: %v", what, err)
		}
		var back reconcile.Timeline
		text := toJSON(t, line)
		if err := json.Unmarshal([]byte(text), &back); err != nil {
			t.Fatalf("%s: %v", what, err)
		} else if toJSON(t, back) != text {
			t.Fatalf("%s: a timeline does not read back", what)
		}
		was := "null"
		for k, st := range line.Steps {
			steps++
			less := truncated(s, st.KnownAt)
			is := toJSON(t, st.Answer)
			if is == was {
				t.Errorf("%s: step %s changes nothing", what, st.KnownAt)
			}
			was = is
			alone := mustReconcile(t, r, less)
			found := "null"
			for j := range alone.Answers {
				if a := &alone.Answers[j]; st.Answer != nil && toJSON(t, a.Question) == toJSON(t, st.Answer.Question) {
					found = toJSON(t, a)
				}
			}
			if found != is {
				t.Errorf("%s: step %s:\n%s\nthe set of that day gives\n%s", what, st.KnownAt, is, found)
			}
			short, err := r.Timeline(t.Context(), less, q)
			var none *reconcile.NoQuestionError
			if errors.As(err, &none) && st.Answer == nil {
				continue
			}
			if err != nil {
				t.Fatalf("%s: %v", what, err)
			}
			if got, want := toJSON(t, short.Steps), toJSON(t, line.Steps[:k+1]); got != want {
				t.Errorf("%s: steps up to %s depend on what came later:\n%s\n%s", what, st.KnownAt, want, got)
			}
		}
	}
	return steps
}

func TestTimelineLeaksNothing(t *testing.T) {
	files, err := filepath.Glob("../examples/cases/testdata/*.json")
	if err != nil || len(files) < 15 {
		t.Fatalf("%d cases, %v", len(files), err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var s estimate.Set
		if err := json.Unmarshal(data, &s); err != nil {
			t.Fatal(err)
		}
		if checkTimeline(t, file, &reconcile.Reconciler{}, &s) < 2 {
			t.Errorf("%s: hardly a step", file)
		}
	}
	for seed := range uint64(min(lawSets/2, 600)) {
		g := newGenerator(seed)
		s := g.generate()
		for i := range s.Estimates { // a content ID changes with the relays known
			if s.Estimates[i].ID == "" {
				s.Estimates[i].ID = estimate.ID(rune('a' + i))
			}
		}
		r := g.reconciler()
		r.KnownAt = estimate.Date{}
		checkTimeline(t, string(rune('#'))+toJSON(t, seed), r, s)
	}
}

// TestTimelineTextLeaksNothing checks that the lines of a step are those that the
// set of that day gives: its names and relays are no later ones.
func TestTimelineTextLeaksNothing(t *testing.T) {
	steps := func(r *reconcile.Reconciler, s *estimate.Set, q reconcile.Question) (string, *reconcile.Timeline) {
		line, err := r.Timeline(t.Context(), s, q)
		if err != nil {
			return "", &reconcile.Timeline{}
		}
		var out strings.Builder
		if err := report.Timeline(&out, line); err != nil {
			t.Fatal(err)
		}
		_, text, _ := strings.Cut(out.String(), "  Published ")
		text, _, _ = strings.Cut(text, "\n\n")
		return text, line
	}
	for seed := range uint64(min(lawSets/2, 400)) {
		g := newGenerator(seed)
		s := g.generate()
		for i := range s.Estimates {
			if s.Estimates[i].ID == "" {
				s.Estimates[i].ID = estimate.ID(rune('a' + i))
			}
		}
		r := &reconcile.Reconciler{Reading: reconcile.Published}
		for _, a := range mustReconcile(t, r, s).Answers {
			whole, line := steps(r, s, a.Question)
			for _, st := range line.Steps {
				if st.Answer == nil {
					continue
				}
				if part, _ := steps(r, truncated(s, st.KnownAt), a.Question); !strings.HasPrefix(whole, part) {
					t.Errorf("seed %d: what is printed up to %s depends on what came later:\n%s\n\n%s", seed, st.KnownAt, whole, part)
				}
			}
		}
	}
}

// TestTimeline follows one made question through news, a revision, a late
// relay, a retraction and an undated statement.
func TestTimeline(t *testing.T) {
	s := &estimate.Set{Estimates: []estimate.Estimate{
		{ID: "a1", Source: "A", Measure: estimate.Killed, Quantity: estimate.AtLeast(40), Published: day(1, 5)},
		{ID: "a2", Source: "A", Measure: estimate.Killed, Quantity: estimate.AtLeast(52), Published: day(1, 9)},
		{ID: "b", Source: "B", Measure: estimate.Killed, Quantity: estimate.AtLeast(90), Published: estimate.Date{Year: 2024, Month: 1},
			Retracted: &estimate.Retraction{Published: day(3, 1)}},
		{ID: "c", Source: "C", Measure: estimate.Killed, Quantity: estimate.Exactly(60)},
		{ID: "d", Source: "D", Measure: estimate.Wounded, Quantity: estimate.Exactly(7), Published: day(1, 7)},
		{ID: "e", Source: "E", Measure: estimate.Killed, Quantity: estimate.AtMost(70), Via: []estimate.Hop{{By: "wire", Published: day(4, 1)}}},
	}}
	r := new(reconcile.Reconciler)
	q := reconcile.Question{Measure: estimate.Killed}
	line, err := r.Timeline(t.Context(), s, q)
	if err != nil {
		t.Fatal(err)
	}
	type row struct {
		at    string
		floor int64
		spoke string
	}
	var got []row
	for _, st := range line.Steps {
		w := row{at: st.KnownAt.String()}
		if st.Answer != nil && st.Answer.Floor != nil {
			w.floor = st.Answer.Floor.N
		}
		for _, id := range st.Spoke {
			w.spoke += string(id)
		}
		got = append(got, w)
	}
	want := []row{{"2024-01-05", 40, "a1"}, {"2024-01-09", 52, "a2"}, {"2024-01-31", 90, "b"}, {"2024-03-01", 52, ""}, {"2024-04-01", 52, "e"}}
	if !slices.Equal(got, want) {
		t.Errorf("steps %v, want %v", got, want)
	}
	if len(line.Series) != 4 || len(line.Series[0].Roots) != 2 || line.Series[0].Roots[0].State != reconcile.Replaced || !slices.Equal(line.Undated, []estimate.ID{"c"}) {
		t.Errorf("series %s, undated %v", indent(line.Series), line.Undated)
	}
	for _, c := range []struct {
		at   estimate.Date
		want int64
	}{{day(1, 8), 40}, {estimate.Date{Year: 2024, Month: 2}, 90}, {estimate.Date{Year: 2025}, 52}} {
		if st := line.At(c.at); st == nil || st.Answer.Floor.N != c.want {
			t.Errorf("at %s: %+v, want a floor of %d", c.at, st, c.want)
		}
	}
	if st := line.At(day(1, 4)); st != nil {
		t.Errorf("before anything was said: %+v", st)
	}
	until, err := (&reconcile.Reconciler{KnownAt: day(2, 1)}).Timeline(t.Context(), s, q)
	if err != nil || len(until.Steps) != 3 {
		t.Errorf("known to February: %d steps, %v", len(until.Steps), err)
	}
	_, err = r.Timeline(t.Context(), s, reconcile.Question{Measure: estimate.Missing})
	var none *reconcile.NoQuestionError
	if !errors.As(err, &none) || len(none.Accepted) != 2 {
		t.Errorf("no such question: %v", err)
	}
}
