package reconcile_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/reconcile"
	"github.com/openestimate/casualty/source"
)

// Every field that a finding names as its evidence carries it: blank the field,
// and the finding goes. A figure goes with the field of either root; what tells
// two apart, such as a window, goes when neither states it; and where several
// grounds bear one finding out, it goes with the last of them.
func TestEvidenceLaw(t *testing.T) {
	seen := make(map[reconcile.Kind]map[string]int)
	check := func(what string, s *estimate.Set) {
		r := &reconcile.Reconciler{}
		res := run(r, s)
		for i := range res.Findings {
			f := &res.Findings[i]
			if len(f.Evidence) == 0 {
				t.Errorf("%s: %s of %v names no evidence", what, f.Kind, f.Estimates)
			}
			for _, blank := range blanks(res, f) {
				if seen[f.Kind] == nil {
					seen[f.Kind] = make(map[string]int)
				}
				seen[f.Kind][blank.field]++
				changed := clone(res.Set)
				blank.apply(changed)
				after := run(r, changed)
				if slices.ContainsFunc(after.Findings, func(g reconcile.Finding) bool {
					return g.Kind == f.Kind && g.Weight == f.Weight && g.Check == f.Check && slices.Equal(g.Estimates, f.Estimates) &&
						slices.ContainsFunc(g.Evidence, func(ev reconcile.Evidence) bool { return standsOn(f, ev.Field) })
				}) {
					t.Errorf("%s: %s of %v stands on %v, yet stays when that is blank\n%s", what, f.Kind, f.Estimates, blank.parts, f.Message)
				}
			}
		}
	}
	paths := casePaths(t)
	maps.Copy(paths, disputePaths(t))
	for name, path := range paths {
		check(name, readSet(t, path))
	}
	check("more dead than were sent", setOf(est("dead", estimate.AtLeast(200)),
		with(est("sent", estimate.AtMost(100)), func(e *estimate.Estimate) { e.Measure = estimate.Deployed })))
	for seed := range uint64(min(lawSets, 1000)) {
		check(fmt.Sprint("seed ", seed), newGenerator(seed).generate())
		if t.Failed() {
			break
		}
	}
	for _, k := range reconcile.Kinds() {
		if len(seen[k]) == 0 {
			t.Errorf("no %s was put to the test", k)
		}
	}
	t.Log(seen)
}

// standsOn reports whether a field is among the evidence of f: on another ground it
// would be another finding.
func standsOn(f *reconcile.Finding, field string) bool {
	return slices.ContainsFunc(f.Evidence, func(ev reconcile.Evidence) bool { return ev.Field == field })
}

// A blanking is fields to blank in some estimates.
type blanking struct {
	field string // for people
	parts []part
}

type part struct {
	field string
	ids   []estimate.ID
}

// together are the kinds of which each ground alone would do.
var together = []reconcile.Kind{reconcile.Revision, reconcile.NestedScope, reconcile.SharedRoot, reconcile.CountBelowEstimate, reconcile.ExplainedDisagreement}

// blanks lists what of the evidence of f can be blanked: a figure of one root at
// a time, any other field of all the roots that it is named for, and the grounds
// of together all at once.
func blanks(res *reconcile.Result, f *reconcile.Finding) []blanking {
	var out []blanking
	grounds := -1
	for _, ev := range f.Evidence {
		field, _, _ := strings.Cut(ev.Field, ".")
		if field == "scope" || field == "remark" {
			field = ev.Field
		}
		p := part{field, reportsOf(res, ev.Estimate)}
		switch i := slices.IndexFunc(out, func(b blanking) bool { return b.field == field }); {
		case field == "quantity" && f.Kind != reconcile.SharedRoot:
			out = append(out, blanking{field, []part{p}})
		case slices.Contains(together, f.Kind):
			if grounds < 0 {
				grounds = len(out)
				out = append(out, blanking{field: "grounds"})
			}
			out[grounds].parts = append(out[grounds].parts, p)
		case i >= 0:
			out[i].parts = append(out[i].parts, p)
		default:
			out = append(out, blanking{field, []part{p}})
		}
	}
	return out
}

// reportsOf lists the estimates that report a root, or those of its parts.
func reportsOf(res *reconcile.Result, id estimate.ID) []estimate.ID {
	if r := res.Root(id); r != nil {
		return slices.Clone(r.Estimates)
	}
	return []estimate.ID{id}
}

func (b *blanking) apply(s *estimate.Set) {
	for i := range b.parts {
		b.parts[i].apply(s)
	}
}

// apply blanks the field where an estimate states it, and where it would come
// from if it did not.
func (b *part) apply(s *estimate.Set) {
	for i := range s.Estimates {
		e := &s.Estimates[i]
		if !slices.Contains(b.ids, e.ID) {
			continue
		}
		for j := range s.Sources {
			if src := &s.Sources[j]; src.ID == e.Source {
				switch b.field {
				case "stake":
					src.Stake = ""
				case "method":
					src.Method = source.Method{}
				}
			}
		}
		for j := range s.Events {
			if ev := &s.Events[j]; ev.ID == e.Event {
				blankScope(&ev.Scope, b.field)
			}
		}
		blankScope(&e.Scope, b.field)
		switch b.field {
		case "quantity":
			e.Quantity = estimate.Quantity{}
		case "measure":
			e.Measure = ""
		case "method":
			e.Method = source.Method{}
		case "stake":
			e.Stake = ""
		case "statement":
			e.Statement = ""
		case "source":
			e.Source = source.ID("another-" + string(e.ID))
		case "published", "scope.as_of":
			e.Published, e.Scope.AsOf = estimate.Date{}, estimate.Date{}
		case "supersedes":
			e.Supersedes = nil
		case "draws_on":
			e.DrawsOn = nil
		case "derived":
			e.Derived = nil
		case "retracted":
			e.Retracted = nil
		case "via":
			e.Via = nil
		}
		if strings.HasPrefix(b.field, "remark.") {
			s.Remarks = nil
		}
	}
}

func blankScope(s *estimate.Scope, field string) {
	switch field {
	case "scope.from":
		s.From = estimate.Date{}
	case "published", "scope.as_of":
		s.AsOf = estimate.Date{}
	case "scope.population":
		s.Population = ""
	case "scope.place":
		s.Place = ""
	case "scope.by":
		s.By = ""
	case "scope.except":
		s.Except = nil
	}
}
