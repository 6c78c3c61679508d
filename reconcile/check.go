package reconcile

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/source"
)

// A Check looks for one thing that a careful reader would remark on. An
// embedding tool adds its own to StandardChecks.
type Check struct {
	Name string
	Doc  string // what it reports, and on which fields

	// Run returns what it finds. It must not change what the Pass holds. An
	// error becomes a Warning, unless the context has ended; the other checks
	// still run.
	Run func(context.Context, *Pass) ([]Finding, error)
}

// A Finding is one remark. It names at least one estimate.
type Finding struct {
	Check     string        `json:"check"`
	Kind      Kind          `json:"kind"`
	Weight    Weight        `json:"weight"`
	Estimates []estimate.ID `json:"estimates"`
	Size      float64       `json:"size,omitempty"` // ln units, where there is one
	Message   string        `json:"message"`
	Evidence  []Evidence    `json:"evidence,omitempty"`
}

// Evidence is a field of an estimate that a finding stands on.
type Evidence struct {
	Estimate estimate.ID `json:"estimate,omitempty"`
	Field    string      `json:"field"`
	Value    string      `json:"value,omitempty"`
	Quote    string      `json:"quote,omitempty"`
}

// A Pass is what a check sees: everything worked out before it. It is read only.
type Pass struct {
	Set         *estimate.Set // canonical: ordered by ID, invalid records left out
	Index       *estimate.Index
	Reading     Reading
	Convention  *estimate.Convention
	Assumptions Assumptions
	Roots       []*Root // in any state, by ID
	Answers     []Answer
	Pairs       []Pair
	Remarks     []Tested

	p *pass
}

// Root returns the root that reports the estimate or bears the ID, or nil.
func (p *Pass) Root(id estimate.ID) *Root {
	for _, r := range p.Roots {
		if r.ID == id {
			return r
		}
	}
	for _, r := range p.Roots {
		if len(r.Parts) == 0 && slices.Contains(r.Estimates, id) {
			return r
		}
	}
	return nil
}

// Label is what a page calls a source.
func (p *Pass) Label(id source.ID) string { return p.p.label(id) }

func (p *pass) label(id source.ID) string {
	if s := p.index.Source(id); s != nil {
		return s.Label()
	}
	return string(id)
}

// Use records that a finding rests on an assumption, so that the result lists
// it. Effect says what it did, in the singular: "ratio judged".
func (p *Pass) Use(a Assumption, effect string, ids ...estimate.ID) { p.p.used.add(a, effect, ids...) }

// StandardChecks returns the checks a Reconciler runs unless told otherwise.
func StandardChecks() []Check {
	return []Check{
		{"relation", "how two roots of one event relate: agreement, compatibility, disagreement, different questions, revision", relationCheck},
		{"retraction", "figures that were withdrawn; rests on retracted", retractionCheck},
		{"drift", "relays that changed measure, number, hedge, scope or attribution; rests on via", driftCheck},
		{"shared", "reports of one root, and roots that rest on one upstream; rests on statement and draws_on", sharedCheck},
		{"copy", "near-equal odd figures without a stated common origin: a suspicion only", copyCheck},
		{"derived", "figures computed from others; rests on derived", derivedCheck},
		{"denial", "denials, and zeros from a speaker whose interest pulls down", denialCheck},
		{"measure", "figures that do not say what they count; rests on measure losses", ambiguousCheck},
		{"identity", "a part above its whole, parts that do not sum, a cumulative count that falls", identityCheck},
		{"ratio", "wounded to killed within one statement; rests on " + WoundedPerKilled, ratioCheck},
		{"cap", "a floor above the number of people deployed", capCheck},
		{"stake", "speakers whose interest pulls the figure; rests on stake", stakeCheck},
		{"explanation", "speakers' own explanations, tested", explanationCheck},
	}
}

// namesOfChecks is "none" for no check at all, which is another thing than the
// standard ones.
func namesOfChecks(checks []Check) []string {
	if len(checks) == 0 {
		return []string{"none"}
	}
	names := make([]string, len(checks))
	for i := range checks {
		names[i] = checks[i].Name
	}
	return names
}

// runChecks runs every check and orders what they find.
func (p *pass) runChecks() ([]Finding, error) {
	slices.SortFunc(p.roots, byID)
	view := &Pass{Set: p.set, Index: p.index, Reading: p.reading, Convention: p.convention,
		Assumptions: p.settings.all, Roots: public(p.roots), Answers: p.answers, Pairs: p.pairs, Remarks: p.tested, p: p}
	order := p.scratch.order[:0]
	for i := range p.checks {
		c := &p.checks[i]
		found, err := c.Run(p.ctx, view)
		if ctxErr := p.ctx.Err(); ctxErr != nil {
			return nil, ctxErr
		}
		if err != nil {
			p.warnings = append(p.warnings, Warning{Kind: CheckFault, Field: "check", Text: c.Name, Message: "check failed: " + err.Error()})
		}
		for j := range found {
			if err := found[j].validate(); err != nil {
				p.warnings = append(p.warnings, Warning{Kind: CheckFault, Field: "check", Text: c.Name, Message: err.Error()})
				continue
			}
			order = append(order, checked{&found[j], c.Name})
		}
	}
	// Sorted by reference, for findings are large: each is copied once.
	slices.SortFunc(order, cmpFindings)
	out := make([]Finding, len(order))
	for i, c := range order {
		out[i] = *c.Finding
		out[i].Check = c.check
	}
	clear(order)
	p.scratch.order = order[:0]
	return out, nil
}

// checked is a finding with the name of the check that found it.
type checked struct {
	*Finding
	check string
}

func (f *Finding) validate() error {
	switch {
	case f.Kind == "":
		return fmt.Errorf("finding without a kind left out: %q", f.Message)
	case len(f.Estimates) == 0:
		return fmt.Errorf("finding %s left out: it names no estimate", f.Kind)
	case f.Weight != Note && f.Weight != Suspicion && f.Weight != Discrepancy:
		return fmt.Errorf("finding %s left out: weight %q: accepted are note, suspicion, discrepancy", f.Kind, f.Weight)
	case f.Size != f.Size || f.Size-f.Size != 0:
		return fmt.Errorf("finding %s left out: its size is not a finite number", f.Kind)
	}
	return nil
}

// cmpFindings puts the gravest first, then orders by kind, estimates and
// message.
func cmpFindings(a, b checked) int {
	return cmp.Or(
		cmp.Compare(weightRank(b.Weight), weightRank(a.Weight)),
		cmp.Compare(a.Kind, b.Kind),
		slices.Compare(a.Estimates, b.Estimates),
		cmp.Compare(a.check, b.check),
		cmp.Compare(a.Message, b.Message))
}

func weightRank(w Weight) int {
	switch w {
	case Discrepancy:
		return 2
	case Suspicion:
		return 1
	}
	return 0
}
