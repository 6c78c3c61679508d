package reconcile

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/reconcile/pool"
)

// A Reconciler holds the settings of a reconciliation. The zero value works. It
// is only read while in use, so one may serve many goroutines.
type Reconciler struct {
	Convention  *estimate.Convention // how vague words are read; nil: estimate.Literal
	Assumptions Assumptions          // nil: Defaults; empty but not nil: none
	Checks      []Check              // nil: StandardChecks; empty but not nil: none
	Reading     Reading              // "": Origin

	// AsOf is the date the question is asked at: figures of a later date are
	// left out. Zero: the latest date among the figures of each question.
	AsOf estimate.Date

	// KnownAt hides whatever is not known to have been published by then. Zero:
	// nothing is hidden.
	KnownAt estimate.Date

	// Modelled adds to the detail of each answer where a random-effects model
	// puts the centre of the sources' figures, and to the Result what killed,
	// wounded and casualties would have to be to add up: numbers that no source
	// said. It costs about half a millisecond an answer.
	Modelled bool

	Workers int // of All; 0: as many as there are processors
}

// A ConfigError reports a setting of a Reconciler that cannot be used.
type ConfigError struct {
	Field    string
	Text     string // the offending text
	Accepted string // what would have been accepted
}

func (e *ConfigError) Error() string {
	return fmt.Sprintf("reconciler: %s = %q: accepted is %s", e.Field, e.Text, e.Accepted)
}

// literal and standard are read only.
var (
	literal  = estimate.Literal()
	standard = StandardChecks()
)

// Reconcile answers the questions that the estimates of s put. It does not
// change s.
//
// It returns an error only if ctx ends, a setting of r cannot be used (a
// *ConfigError), two estimates have one explicit ID (*estimate.DuplicateError)
// or supersession or derivation goes in a circle (*estimate.CycleError). Any
// other invalid estimate is left out with a Warning that names its field, and
// the rest are answered. A nil or empty set has a Result without answers.
func (r *Reconciler) Reconcile(ctx context.Context, s *estimate.Set) (*Result, error) {
	cfg, err := r.configure()
	if err != nil {
		return nil, err
	}
	return (&worker{config: cfg}).reconcile(ctx, s)
}

// config is a checked Reconciler with its defaults filled in.
type config struct {
	convention    *estimate.Convention
	checks        []Check
	checkNames    []string // of other checks than the standard ones
	reading       Reading
	asOf, knownAt estimate.Date
	settings      settings
	modelled      bool
}

func (r *Reconciler) configure() (*config, error) {
	if err := r.Reading.Validate(); err != nil {
		return nil, &ConfigError{"Reading", string(r.Reading), "origin or published"}
	}
	if err := r.AsOf.Validate(); err != nil {
		return nil, &ConfigError{"AsOf", fmt.Sprint(r.AsOf.Year, "-", r.AsOf.Month, "-", r.AsOf.Day), "a date that exists"}
	}
	if err := r.KnownAt.Validate(); err != nil {
		return nil, &ConfigError{"KnownAt", fmt.Sprint(r.KnownAt.Year, "-", r.KnownAt.Month, "-", r.KnownAt.Day), "a date that exists"}
	}
	if r.Workers < 0 {
		return nil, &ConfigError{"Workers", fmt.Sprint(r.Workers), "0 or more"}
	}
	c := &config{convention: r.Convention, checks: r.Checks, reading: r.Reading, asOf: r.AsOf, knownAt: r.KnownAt, modelled: r.Modelled}
	if c.convention == nil {
		c.convention = &literal
	}
	if c.convention != &literal {
		if err := checkConvention(c.convention); err != nil {
			return nil, err
		}
	}
	if c.checks == nil {
		c.checks = standard
	} else if c.checkNames = namesOfChecks(c.checks); slices.Equal(c.checkNames, namesOfChecks(standard)) {
		c.checkNames = nil
	}
	for i, check := range c.checks {
		if check.Name == "" || check.Run == nil {
			return nil, &ConfigError{fmt.Sprintf("Checks[%d]", i), check.Name, "a check with Name and Run"}
		}
	}
	if c.reading == "" {
		c.reading = Origin
	}
	as := r.Assumptions
	if as == nil {
		as = defaults
	} else if err := as.validate(); err != nil {
		return nil, err
	}
	c.settings = as.settings()
	return c, nil
}

// checkConvention reports a convention whose readings would be inverted.
func checkConvention(c *estimate.Convention) error {
	if c.Name == "" {
		return &ConfigError{"Convention.Name", "", "a name, to mark what the convention reads"}
	}
	for _, term := range slices.Sorted(maps.Keys(c.Terms)) {
		if r := c.Terms[term]; r[0] > r[1] || r[0] < 0 || r[1] > estimate.MaxCount {
			return &ConfigError{"Convention.Terms[" + term + "]", fmt.Sprint(r), "a low of 0 or more, at most the high"}
		}
	}
	for _, h := range slices.Sorted(maps.Keys(c.Widths)) {
		if w := c.Widths[h]; w.Below < 0 || w.Below > 100 || w.Above < 0 || w.Least < 0 {
			return &ConfigError{"Convention.Widths[" + string(h) + "]", fmt.Sprintf("%+v", w), "percentages of 0 or more, Below at most 100"}
		}
	}
	return nil
}

// defaults is read only.
var defaults = Defaults()

// A worker reconciles one set after another, keeping what they share.
type worker struct {
	*config
	registry registryCache
	scratch  scratch
	shares   bool // results may share memory with their sets, which do not change
}

// scratch is memory that no Result keeps, for the next set.
type scratch struct {
	records []record
	slab    []root
	roots   []*root
	used    []useEntry
	gaps    gaps
	camps   campSearch
	joint   jointSearch
	detail  coverage

	order        []checked
	pairFindings []Finding // of relationCheck, with its text and where each message starts
	text         message
	starts       []int

	posterior pool.BoundedPosterior // of modelled
}

func (w *worker) reconcile(ctx context.Context, s *estimate.Set) (*Result, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	m := &w.scratch
	p := &pass{worker: w, ctx: ctx, records: m.records, slab: m.slab, roots: m.roots[:0], used: usage{entries: m.used[:0]}}
	defer func() {
		m.records, m.slab, m.roots, m.used = p.records, p.slab, p.roots, p.used.entries
	}()
	if err := p.relateRoots(s); err != nil {
		return nil, err
	}
	return p.conclude()
}

// relate begins a pass of its own and takes s through the stages up to pairs.
func (r *Reconciler) relate(ctx context.Context, s *estimate.Set) (*pass, error) {
	cfg, err := r.configure()
	if err != nil {
		return nil, err
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	p := &pass{worker: &worker{config: cfg}, ctx: ctx}
	return p, p.relateRoots(s)
}

// relateRoots takes s through the stages up to pairs.
func (p *pass) relateRoots(s *estimate.Set) error {
	if err := p.intake(s); err != nil {
		return err
	}
	p.findRoots()
	p.findQuestions()
	p.replaceEarlier()
	p.dateQuestions()
	p.relatePairs()
	return p.ctx.Err()
}

// conclude takes what relateRoots left through the rest.
func (p *pass) conclude() (*Result, error) {
	p.answerQuestions()
	p.testRemarks()
	return p.result()
}
