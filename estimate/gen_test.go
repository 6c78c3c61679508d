package estimate_test

import (
	"encoding/json"
	"errors"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/source"
)

// open is the bound at n with n itself excluded.
func open(n int64) estimate.Bound { return estimate.Bound{N: n, Stated: true, Open: true} }

// read is the bound that the convention by supplied.
func read(n int64, by string) estimate.Bound { return estimate.Bound{N: n, Stated: true, By: by} }

var absent estimate.Bound

// gen generates values, each run the same.
type gen struct{ *rand.Rand }

func newGen() gen { return gen{rand.New(rand.NewPCG(20241219, 100))} }

func pick[T any](g gen, of ...T) T { return of[g.IntN(len(of))] }

func (g gen) maybe() bool { return g.IntN(2) == 0 }

func (g gen) text() string {
	return pick(g, "", "", "at least 100", `"quoted" <b>&amp;</b>`, "сотни погибших", "line\nbreak\ttab", "\u2028 \ufffd 😀", "\\")
}

func (g gen) id() estimate.ID {
	return pick(g, estimate.ID("a"), "nis-killed-1219", "국정원", "with space", `q"<&>`)
}

func (g gen) source() source.ID { return source.ID(g.id()) }

func list[T any](g gen, one func() T) []T {
	var out []T
	for range g.IntN(3) {
		out = append(out, one())
	}
	return out
}

func (g gen) term() string {
	return pick(g, "several hundred", "a few dozen", "tens", "dozens", "hundreds", "Tens of Thousands", "no such word", "сотни")
}

func (g gen) count() int64 {
	return pick(g, 0, 0, 1, 5, 15, 300, 1000, 205260, g.Int64N(1000), g.Int64N(1e9), g.Int64N(estimate.MaxCount), estimate.MaxCount)
}

// bound returns any bound the file format can hold.
func (g gen) bound() estimate.Bound {
	b := estimate.Bound{Stated: true, Open: g.IntN(4) == 0, Possible: g.IntN(4) == 0}
	switch g.IntN(6) {
	case 0, 1:
		return estimate.Bound{}
	case 2:
		b.Term = g.term()
	case 3:
		b.N, b.Term, b.By = g.count(), g.term(), "elsewhere"
	case 4:
		b.N, b.By = g.count(), "elsewhere"
	default:
		b.N = g.count()
		if g.IntN(8) == 0 {
			b.N = -b.N
		}
	}
	return b
}

// quantity returns any quantity the file format can hold, valid or not.
func (g gen) quantity() estimate.Quantity {
	return estimate.Quantity{
		Low: g.bound(), Best: g.bound(), High: g.bound(),
		Hedge:    pick(g, append(estimate.Hedges(), "", "", "unheard-of")...),
		Modality: pick(g, append(estimate.Modalities(), "", "")...),
		Level:    pick(g, 0, 0, 0.95, 0.9, 1.0/3),
		Text:     g.text(),
	}
}

// said returns a quantity as the constructors make it.
func (g gen) said() estimate.Quantity {
	n, m := min(g.count(), estimate.MaxCount-1), g.count()
	return pick(g,
		estimate.Exactly(n), estimate.About(n), estimate.Nearly(n+1), estimate.AtLeast(n), estimate.MoreThan(n),
		estimate.AtMost(n), estimate.FewerThan(n+1), estimate.Between(min(n, m), max(n, m)),
		estimate.Interval(min(n, m), min(n, m), max(n, m), 0.95), estimate.Vague(g.term()),
		estimate.Quantity{}, estimate.Quantity{Hedge: estimate.HedgeDenied}, estimate.Quantity{Hedge: estimate.HedgeUnknown},
	).As(pick(g, append(estimate.Modalities(), "")...)).Said(g.text())
}

func (g gen) date() estimate.Date {
	d := estimate.Date{Year: 1 + g.IntN(9999), Month: g.IntN(13), About: g.IntN(4) == 0}
	switch {
	case g.IntN(4) == 0:
		return estimate.Date{}
	case g.maybe():
		d.Year = 2023 + g.IntN(3)
	}
	if d.Month > 0 && g.maybe() {
		d.Day = 1 + g.IntN(28)
	}
	return d
}

func (g gen) scope() estimate.Scope {
	if g.maybe() {
		return estimate.Scope{}
	}
	return estimate.Scope{
		Population: pick(g, "", g.id()), Place: pick(g, "", g.id()), By: pick(g, "", g.id(), estimate.Any),
		From: g.date(), AsOf: g.date(), Except: list(g, g.id),
	}
}

func (g gen) hop() estimate.Hop {
	h := estimate.Hop{By: g.source(), Published: g.date(), Scope: g.scope(), Quote: g.text(), URL: g.text()}
	if g.maybe() {
		h.Measure, h.Quantity = pick(g, estimate.Measures()...), g.quantity()
	}
	return h
}

// estimate returns an estimate with any of its fields stated.
func (g gen) estimate() estimate.Estimate {
	e := estimate.Estimate{
		ID: g.id(), Event: g.id(), Source: g.source(), Statement: pick(g, "", g.id()),
		Measure: pick(g, estimate.Measures()...), Quantity: g.quantity(), Scope: g.scope(), Published: g.date(),
		Stake: pick(g, append(source.Stakes(), "")...), Credibility: pick(g, append(estimate.Credibilities(), "")...),
		Via: list(g, g.hop), DrawsOn: list(g, g.source), Supersedes: list(g, g.id),
		Quote: g.text(), URL: g.text(), Note: g.text(),
	}
	if g.maybe() {
		e.Method = source.Method{Basis: list(g, func() source.Basis { return pick(g, source.Bases()...) }),
			Rule: pick(g, append(source.Rules(), "")...), Verification: pick(g, append(source.Verifications(), "")...), Detail: g.text()}
	}
	if g.maybe() {
		e.Derived = &estimate.Derivation{Op: pick(g, estimate.Ops()...), From: list(g, g.id), Factor: pick(g, 0, 1.0/3, -2, 1e300), Formula: g.text()}
	}
	if g.maybe() {
		e.Retracted = &estimate.Retraction{Published: g.date(), Quote: g.text(), URL: g.text()}
	}
	if g.maybe() {
		e.Aside = &estimate.Aside{By: g.text(), Why: g.text()}
	}
	return e
}

func (g gen) unit() estimate.Unit {
	return estimate.Unit{ID: g.id(), Name: g.text(), Within: list(g, g.id)}
}

func (g gen) set() estimate.Set {
	s := estimate.Set{
		Schema: estimate.Schema, About: g.text(),
		Registry: estimate.Registry{
			Sources: list(g, func() source.Source {
				return source.Source{ID: g.source(), Name: g.text(), Stake: source.StakeNone, Within: list(g, g.source)}
			}),
			Places: list(g, g.unit), Populations: list(g, g.unit), Parties: list(g, g.unit),
			Events: list(g, func() estimate.Event {
				return estimate.Event{ID: g.id(), Name: g.text(), Scope: g.scope(), Until: g.date()}
			}),
		},
		Estimates: list(g, g.estimate),
		Remarks: list(g, func() estimate.Remark {
			return estimate.Remark{By: g.source(), About: []estimate.ID{g.id()}, Facet: pick(g, estimate.Facets()...), Quote: g.text(), URL: g.text()}
		}),
	}
	if g.maybe() {
		s.Established = &estimate.Established{Figure: g.count(), Low: g.count(), High: g.count(), By: g.text(), Note: g.text(), Verified: g.maybe()}
	}
	return s
}

// roundTrip checks Unmarshal(Marshal(x)) == x, and that a second writing has
// the same bytes.
func roundTrip[T any](t *testing.T, x T) {
	t.Helper()
	data, err := json.Marshal(x)
	if err != nil {
		t.Fatalf("%+v: %v", x, err)
	}
	var got T
	if err := json.Unmarshal(data, &got); err != nil {
		t.Fatalf("%s: %v", data, err)
	}
	if diff := cmp.Diff(x, got); diff != "" {
		t.Fatalf("%s (-want +got):\n%s", data, diff)
	}
	again, err := json.Marshal(got)
	if err != nil || string(again) != string(data) {
		t.Fatalf("written twice: %s, then %s (%v)", data, again, err)
	}
}

// fieldErrors returns every *FieldError in the joined err, and fails on an
// error that is none.
func fieldErrors(t *testing.T, err error) []*estimate.FieldError {
	t.Helper()
	switch e := err.(type) {
	case nil:
		return nil
	case *estimate.FieldError:
		return []*estimate.FieldError{e}
	case interface{ Unwrap() []error }:
		var all []*estimate.FieldError
		for _, err := range e.Unwrap() {
			all = append(all, fieldErrors(t, err)...)
		}
		return all
	}
	t.Fatalf("%T is not a *FieldError: %v", err, err)
	return nil
}

// wantFault checks that err is one fault alone, of that field and text, and
// that what it wraps satisfies like: an error to match, or a pointer to an
// error type to find, or a part of its text.
func wantFault(t *testing.T, err error, field, text string, like any) {
	t.Helper()
	all := fieldErrors(t, err)
	if len(all) != 1 {
		t.Fatalf("%d faults, want one: %v", len(all), err)
	}
	fe := all[0]
	if fe.Field != field || fe.Text != text {
		t.Errorf("fault of %s = %q, want %s = %q (%v)", fe.Field, fe.Text, field, text, fe)
	}
	switch like := like.(type) {
	case error:
		if !errors.Is(err, like) {
			t.Errorf("%v does not wrap %v", err, like)
		}
	case string:
		if fe.Err == nil || !strings.Contains(fe.Err.Error(), like) {
			t.Errorf("%v does not say %q", err, like)
		}
	default:
		if !errors.As(err, like) {
			t.Errorf("%v wraps no %T", err, like)
		}
	}
	if !strings.Contains(err.Error(), "accepted") {
		t.Errorf("%v does not say what is accepted", err)
	}
}
