package reconcile

import (
	"bytes"
	"cmp"
	"encoding/json"
	"slices"

	"github.com/openestimate/casualty/estimate"
)

// ResultSchema is the version of a Result in JSON.
const ResultSchema = "casualty-result/1"

// A Result is what a Reconciler found: plain data that a program can read, store
// and compare. Equal input in any order gives equal bytes of JSON, and JSON
// reads back to the same bytes. Its Set shares memory with the one answered, so
// neither should be changed in place.
type Result struct {
	Schema     string  `json:"schema"`
	Reading    Reading `json:"reading"`
	Convention string  `json:"convention"`

	// Set is what was answered: the estimates in the order of their IDs, each
	// with an ID, invalid ones left out (see Warnings), and none with a Pos.
	Set *estimate.Set `json:"set"`

	AsOf    estimate.Date `json:"as_of,omitzero"`    // as the Reconciler was asked
	KnownAt estimate.Date `json:"known_at,omitzero"` // likewise
	Checks  []string      `json:"checks,omitempty"`  // by name, where they were not the standard ones

	Answers    []Answer   `json:"answers"`
	Pairs      []Pair     `json:"pairs"`
	Findings   []Finding  `json:"findings"`
	Remarks    []Tested   `json:"remarks,omitempty"`
	Identities []Identity `json:"identities,omitempty"` // where Reconciler.Modelled asks for them

	Assumptions []Used    `json:"assumptions"`
	Warnings    []Warning `json:"warnings"`
}

func (p *pass) result() (*Result, error) {
	findings, err := p.runChecks()
	if err != nil {
		return nil, err
	}
	slices.SortFunc(p.warnings, func(a, b Warning) int {
		return cmp.Or(cmp.Compare(a.Estimate, b.Estimate), cmp.Compare(a.Field, b.Field), cmp.Compare(a.Text, b.Text), cmp.Compare(a.Message, b.Message))
	})
	for i := range p.pairs {
		// A Result keeps no hold on the memory of the pass.
		p.pairs[i].a, p.pairs[i].b, p.pairs[i].lower = nil, nil, nil
	}
	res := &Result{
		Schema: ResultSchema, Reading: p.reading, Convention: p.convention.Name, Set: p.set, AsOf: p.asOf, KnownAt: p.knownAt, Checks: p.checkNames,
		Answers: orEmpty(p.answers), Pairs: orEmpty(p.pairs), Findings: orEmpty(findings), Remarks: p.tested,
		Assumptions: orEmpty(p.used.list()), Warnings: orEmpty(p.warnings),
	}
	if p.modelled {
		res.Identities = p.identities()
	}
	return res, nil
}

// orEmpty keeps a list from being null in JSON.
func orEmpty[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

// JSON returns r as one line of JSON without a newline. Unlike json.Marshal it
// leaves <, > and & as they are.
func (r *Result) JSON() ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(r); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}

// Root returns the root of that ID, or the one that reports the estimate of that
// ID, from the answers of r; nil if there is none, as for a deployment.
func (r *Result) Root(id estimate.ID) *Root {
	var report *Root
	for i := range r.Answers {
		a := &r.Answers[i]
		for _, list := range [...][]*Root{a.Roots, a.Unclear, a.Earlier} {
			for _, root := range list {
				if root.ID == id {
					return root
				}
				if report == nil && len(root.Parts) == 0 && slices.Contains(root.Estimates, id) {
					report = root
				}
			}
		}
	}
	return report
}
