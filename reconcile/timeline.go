package reconcile

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/source"
)

// A Timeline is one question over time: what each source has stated, and the
// answer as it was known at each date that changed it.
type Timeline struct {
	Question   Question      `json:"question"`
	Reading    Reading       `json:"reading"`
	Convention string        `json:"convention"`
	Set        *estimate.Set `json:"set"` // as in a Result

	// Series are the figures of each source, replaced and withdrawn ones
	// included, by as-of; the sources stand in the order of their IDs.
	Series []Series `json:"series"`

	// Steps are the dates at which something became known that changed the
	// answer or its roots, in order. What was published later has no part in a
	// step.
	Steps []Step `json:"steps"`

	// Undated are the estimates on the question of which no date of publication
	// is known, so that they stand in a series and in no step.
	Undated []estimate.ID `json:"undated,omitempty"`
}

// A Series is what one source has stated on a question.
type Series struct {
	Source source.ID `json:"source"`
	Roots  []*Root   `json:"roots"` // by as-of, then date of publication, then ID
}

// A Step is the answer as it was known at a date.
type Step struct {
	KnownAt estimate.Date `json:"known_at"`         // a day: what was published by its end is known
	Spoke   []estimate.ID `json:"spoke,omitempty"`  // roots that became known since the step before
	Answer  *Answer       `json:"answer,omitempty"` // nil: no statement on the question stood any more
	Parts   []*Root       `json:"parts,omitempty"`  // those that the sums in the answer, which are ours, add up
	Changed []Change      `json:"changed"`          // since the step before
}

// A NoQuestionError reports a question that no statement of a set answers.
type NoQuestionError struct {
	Question Question
	Accepted []Question // the questions that the set has
}

func (e *NoQuestionError) Error() string {
	return fmt.Sprintf("question %s: no statement answers it; accepted are the questions of the set's Result: %s",
		e.Question, joinSorted(questionNames(e.Accepted)))
}

func questionNames(qs []Question) []string {
	names := make([]string, len(qs))
	for i, q := range qs {
		names[i] = q.String()
	}
	return names
}

// String names the keys of the question that are set.
func (q Question) String() string {
	s := string(q.Measure)
	for _, key := range [...][2]string{{"event", string(q.Event)}, {"population", string(q.Population)}, {"place", string(q.Place)},
		{"by", string(q.By)}, {"except", joinSorted(q.Except)}, {"from", q.From.String()}} {
		if key[1] != "" {
			s += " " + key[0] + "=" + key[1]
		}
	}
	return s
}

// Timeline follows question q, one that a Result of s has, through the dates at
// which its statements, their relays and their retractions were published. A
// KnownAt of r ends it there; an AsOf of r holds at every step.
//
// It returns the errors of Reconcile, and a *NoQuestionError if no statement of s
// answers q.
func (r *Reconciler) Timeline(ctx context.Context, s *estimate.Set, q Question) (*Timeline, error) {
	cfg, err := r.configure()
	if err != nil {
		return nil, err
	}
	last, err := (&worker{config: cfg}).reconcile(ctx, s)
	if err != nil {
		return nil, err
	}
	whole := sameQuestion(last, q)
	if whole == nil {
		return nil, &NoQuestionError{Question: q, Accepted: questionsOf(last)}
	}
	t := &Timeline{Question: q, Reading: last.Reading, Convention: last.Convention, Set: last.Set,
		Series: seriesOf(whole), Steps: []Step{}}
	for _, list := range [...][]*Root{whole.Roots, whole.Unclear, whole.Earlier} {
		for _, root := range list {
			for _, id := range root.Estimates {
				if e := findEstimate(last.Set, id); e != nil && len(root.Parts) == 0 && firstPublished(e).IsZero() {
					t.Undated = append(t.Undated, id)
				}
			}
		}
	}
	slices.Sort(t.Undated)
	before := &Result{Reading: last.Reading, Convention: last.Convention}
	for _, day := range publicationDays(s, cfg.knownAt) {
		at := *cfg
		at.knownAt = day
		now, err := (&worker{config: &at}).reconcile(ctx, s)
		if err != nil {
			return nil, err
		}
		was, is := sameQuestion(before, t.Question), sameQuestion(now, t.Question)
		if !sameJSON(was, is) {
			t.Steps = append(t.Steps, t.step(day, before, now, was, is))
			before = now
		}
	}
	return t, nil
}

// At returns the step that says what was known at the end of date d, or nil if
// nothing was.
func (t *Timeline) At(d estimate.Date) *Step {
	for i := len(t.Steps) - 1; i >= 0; i-- {
		if publishedBy(t.Steps[i].KnownAt, d) {
			return &t.Steps[i]
		}
	}
	return nil
}

func (t *Timeline) step(day estimate.Date, before, now *Result, was, is *Answer) Step {
	st := Step{KnownAt: day, Answer: is}
	if was == nil {
		was = &Answer{}
	}
	if is == nil {
		is = &Answer{}
	}
	for _, list := range [...][]*Root{is.Roots, is.Earlier} {
		for _, sum := range list {
			for _, id := range sum.Parts {
				if part := now.Root(id); part != nil {
					st.Parts = append(st.Parts, part)
				}
			}
		}
	}
	st.Changed = orEmpty(compareResults(before, now).diffAnswers(t.Question, was, is))
	for _, id := range rootsOf(is) {
		if !slices.Contains(rootsOf(was), id) {
			st.Spoke = append(st.Spoke, id)
		}
	}
	return st
}

// sameQuestion returns the answer of r to q, or else to the one question that
// differs from q only in a start that overlaps; nil if there is none.
func sameQuestion(r *Result, q Question) *Answer {
	var near []*Answer
	for i := range r.Answers {
		a := &r.Answers[i]
		if cmpQuestions(a.Question, q) == 0 {
			return a
		}
		other := a.Question
		other.From = q.From
		if cmpQuestions(other, q) == 0 && a.Question.From.Overlaps(q.From) {
			near = append(near, a)
		}
	}
	if len(near) == 1 {
		return near[0]
	}
	return nil
}

func findEstimate(s *estimate.Set, id estimate.ID) *estimate.Estimate {
	if i, ok := slices.BinarySearchFunc(s.Estimates, id, func(e estimate.Estimate, id estimate.ID) int { return cmp.Compare(e.ID, id) }); ok {
		return &s.Estimates[i]
	}
	return nil
}

// firstPublished is the date at which e became known: its own, or else that of
// its first dated relay.
func firstPublished(e *estimate.Estimate) estimate.Date {
	d := e.Published
	for i := range e.Via {
		if d.IsZero() {
			d = e.Via[i].Published
		}
	}
	return d
}

// publicationDays lists the days by whose end something of s was published, in
// order, none after until.
func publicationDays(s *estimate.Set, until estimate.Date) []estimate.Date {
	if s == nil {
		return nil
	}
	days := make(map[int]estimate.Date)
	add := func(d estimate.Date) {
		if d.IsZero() || d.Validate() != nil || !until.IsZero() && !publishedBy(d, until) {
			return
		}
		_, n := d.Span()
		days[n] = lastDay(d)
	}
	for i := range s.Estimates {
		e := &s.Estimates[i]
		add(e.Published)
		for j := range e.Via {
			add(e.Via[j].Published)
		}
		if e.Retracted != nil {
			add(e.Retracted.Published)
		}
	}
	out := make([]estimate.Date, 0, len(days))
	for _, n := range slices.Sorted(maps.Keys(days)) {
		out = append(out, days[n])
	}
	return out
}

// lastDay is the last day that d may be.
func lastDay(d estimate.Date) estimate.Date {
	switch {
	case d.Month == 0:
		d.Month, d.Day = 12, 31
	case d.Day == 0:
		d.Day = time.Date(d.Year, time.Month(d.Month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
	}
	d.About = false
	return d
}

// seriesOf sorts the roots of an answer by source and date. Sums are ours, and
// in no source's series.
func seriesOf(a *Answer) []Series {
	var series []Series
	roots := slices.DeleteFunc(slices.Concat(a.Roots, a.Unclear, a.Earlier), func(r *Root) bool { return len(r.Parts) > 0 })
	slices.SortFunc(roots, func(x, y *Root) int {
		return cmp.Or(cmp.Compare(x.Source, y.Source), byLastDay(x.Scope.AsOf, y.Scope.AsOf), byLastDay(x.Published, y.Published), cmp.Compare(x.ID, y.ID))
	})
	for _, r := range roots {
		if n := len(series); n == 0 || series[n-1].Source != r.Source {
			series = append(series, Series{Source: r.Source})
		}
		last := &series[len(series)-1]
		last.Roots = append(last.Roots, r)
	}
	return orEmpty(series)
}

// byLastDay orders dates by their last day; an unstated one comes last.
func byLastDay(a, b estimate.Date) int {
	if a.IsZero() || b.IsZero() {
		return cmp.Compare(boolInt(a.IsZero()), boolInt(b.IsZero()))
	}
	_, x := a.Span()
	_, y := b.Span()
	return cmp.Compare(x, y)
}
