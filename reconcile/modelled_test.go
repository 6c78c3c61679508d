package reconcile

import (
	"context"
	"fmt"
	"math"
	"os"
	"strings"
	"testing"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/estimate/interchange"
	"github.com/openestimate/casualty/reconcile/pool"
	"github.com/openestimate/casualty/source"
)

func modelledOf(t *testing.T, es ...estimate.Estimate) *Modelled {
	t.Helper()
	for i := range es {
		es[i].Measure = estimate.Killed
	}
	r := Reconciler{Modelled: true}
	res, err := r.Reconcile(context.Background(), &estimate.Set{Estimates: es})
	if err != nil {
		t.Fatal(err)
	}
	return res.Answers[0].Detail.Modelled
}

// What the wiring hands to the model, by the model itself.
func TestModelledReports(t *testing.T) {
	m := modelledOf(t,
		estimate.Estimate{Source: "a", Quantity: estimate.Exactly(120)},
		estimate.Estimate{Source: "b", Quantity: estimate.Between(150, 200)},
		estimate.Estimate{Source: "c", Quantity: estimate.AtLeast(90)},
		estimate.Estimate{Source: "d", Quantity: estimate.Interval(100, 140, 220, 0.95)},
	)
	want := []pool.Report{pool.Interval(119.5, 120.5, 0), pool.Interval(150, 200, 0), pool.Lower(89.5, 0), pool.Point(140, math.Log(2.2)/3.919927969080109)}
	for i, scale := range []float64{0.5, 1} {
		var p pool.BoundedPosterior
		if err := p.Fit(want, pool.HalfNormal(scale)); err != nil {
			t.Fatal(err)
		}
		low, high := p.Interval(pool.Mu, 0.95)
		c := m.Centres[i]
		if c.Median != twoDigits(math.Exp(p.Quantile(pool.Mu, 0.5))) || c.Low != twoDigits(math.Exp(low)) || c.High != twoDigits(math.Exp(high)) {
			t.Errorf("prior %v: %+v", scale, c)
		}
	}
	if len(m.Roots) != 4 || m.Refused != "" || len(m.Assumed) != 3 || m.Assumed[0] != independence {
		t.Errorf("%+v", m)
	}
}

func TestModelledRefuses(t *testing.T) {
	at := func(id source.ID, q estimate.Quantity) estimate.Estimate {
		return estimate.Estimate{Source: id, Quantity: q}
	}
	tests := []struct {
		name    string
		es      []estimate.Estimate
		refused string
	}{
		{"only lower bounds", []estimate.Estimate{at("a", estimate.AtLeast(10)), at("b", estimate.MoreThan(20))}, "limit it above"},
		{"only upper bounds", []estimate.Estimate{at("a", estimate.AtMost(10)), at("b", estimate.FewerThan(20))}, "limit it below"},
		{"a zero", []estimate.Estimate{at("a", estimate.Exactly(0)), at("b", estimate.Exactly(20))}, "no logarithm"},
		{"equal points are cured of their tie", []estimate.Estimate{at("a", estimate.Exactly(20)), at("b", estimate.Exactly(20))}, ""},
	}
	for _, test := range tests {
		m := modelledOf(t, test.es...)
		if m == nil || (test.refused == "") != (m.Refused == "") || !strings.Contains(m.Refused, test.refused) || (m.Refused == "") != (len(m.Centres) == 2) {
			t.Errorf("%s: %+v", test.name, m)
		}
	}
	if m := modelledOf(t, at("a", estimate.Exactly(20))); m != nil {
		t.Errorf("one source: %+v", m)
	}
}

// Ends that interest pulls at, and loose ones but vague words, do not speak; nor
// does a second root of one upstream.
func TestModelledLeavesOut(t *testing.T) {
	m := modelledOf(t,
		estimate.Estimate{Source: "a", Quantity: estimate.Exactly(120)},
		estimate.Estimate{Source: "b", Quantity: estimate.Vague("several hundred")},
		estimate.Estimate{Source: "pulled", Quantity: estimate.Exactly(900), Stake: source.StakeHigher},
		estimate.Estimate{Source: "perhaps", Quantity: estimate.Exactly(7).As(estimate.Possible)},
		estimate.Estimate{Source: "second", Quantity: estimate.Exactly(800), DrawsOn: []source.ID{"a"}},
	)
	if got := len(m.Roots); got != 3 || m.Refused != "" {
		t.Errorf("%d roots speak: %+v", got, m)
	}
	// Three words nearly without numbers: the prior decides, and it is said.
	m = modelledOf(t,
		estimate.Estimate{Source: "a", Quantity: estimate.Vague("hundreds")},
		estimate.Estimate{Source: "b", Quantity: estimate.Vague("several hundred")},
		estimate.Estimate{Source: "c", Quantity: estimate.Vague("hundreds")},
	)
	if !m.Centres[0].PriorDriven {
		t.Errorf("three vague words moved the prior: %+v", m.Centres)
	}
}

// The worked example of killed, wounded and casualties in Kursk.
func TestIdentityKursk(t *testing.T) {
	f, err := os.Open("../examples/kursk/founding.json")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	set, err := interchange.Read(f, "founding.json")
	if err != nil {
		t.Fatal(err)
	}
	r := Reconciler{Modelled: true}
	res, err := r.Reconcile(context.Background(), set)
	if err != nil {
		t.Fatal(err)
	}
	if len(res.Identities) != 1 {
		t.Fatalf("%+v", res.Identities)
	}
	if id := res.Identities[0]; id.Killed != 100 || id.Wounded != 929 || id.Casualties != 1029 || math.Abs(id.Chi2-6.4) > 0.05 {
		t.Errorf("%+v", id)
	}
}

// Without Modelled, a result has none of these numbers.
func TestModelledIsAskedFor(t *testing.T) {
	res, err := new(Reconciler).Reconcile(context.Background(), &estimate.Set{Estimates: []estimate.Estimate{
		{Source: "a", Measure: estimate.Killed, Quantity: estimate.Exactly(120)}, {Source: "b", Measure: estimate.Killed, Quantity: estimate.Exactly(150)}}})
	if err != nil || res.Answers[0].Detail.Modelled != nil || res.Identities != nil {
		t.Errorf("%v: %+v", err, res.Answers[0].Detail)
	}
}

func TestModelledOffCentre(t *testing.T) {
	m := modelledOf(t,
		estimate.Estimate{ID: "skewed", Source: "a", Quantity: estimate.Interval(100, 105, 400, 0.95)},
		estimate.Estimate{ID: "even", Source: "b", Quantity: estimate.Interval(100, 200, 400, 0.95)},
	)
	if len(m.OffCentre) != 1 || m.OffCentre[0] != "skewed" {
		t.Errorf("%+v", m)
	}
}

// BenchmarkModelled is what Reconciler.Modelled adds to a set of a stream.
func BenchmarkModelled(b *testing.B) {
	set := &estimate.Set{Estimates: []estimate.Estimate{
		{Source: "a", Measure: estimate.Killed, Quantity: estimate.Exactly(120)},
		{Source: "b", Measure: estimate.Killed, Quantity: estimate.Between(150, 200)},
		{Source: "c", Measure: estimate.Killed, Quantity: estimate.AtLeast(90)},
	}}
	for _, r := range []Reconciler{{Workers: 1}, {Workers: 1, Modelled: true}} {
		b.Run(fmt.Sprint("modelled=", r.Modelled), func(b *testing.B) {
			b.ReportAllocs()
			stream := func(yield func(*estimate.Set, error) bool) {
				for range b.N {
					if !yield(set, nil) {
						return
					}
				}
			}
			for _, err := range r.All(context.Background(), stream) {
				if err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
