package estimate_test

import (
	"testing"

	"github.com/openestimate/casualty/estimate"
)

func BenchmarkConventionRead(b *testing.B) {
	literal := estimate.Literal()
	for name, q := range map[string]estimate.Quantity{
		"exact": estimate.Exactly(89), "about": estimate.About(15_600), "nearly": estimate.Nearly(1000),
		"vague": estimate.Vague("several hundred"), "vague with article": estimate.Vague("A couple of thousands"),
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				literal.Read(q)
			}
		})
	}
}

func BenchmarkQuantityEnds(b *testing.B) {
	qs := []estimate.Quantity{estimate.Exactly(89), estimate.MoreThan(200), estimate.Nearly(1000), estimate.Vague("dozens")}
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		qs[i%len(qs)].Ends()
		i++
	}
}

func BenchmarkEstimateValidate(b *testing.B) {
	every := valid()
	for name, e := range map[string]estimate.Estimate{
		"least": {Source: "s", Measure: estimate.Killed, Quantity: estimate.AtLeast(100)}, "every field": every,
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := e.Validate(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkParseDate(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := estimate.ParseDate("2024-12-19~"); err != nil {
			b.Fatal(err)
		}
	}
}
