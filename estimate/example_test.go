package estimate_test

import (
	"errors"
	"fmt"
	"time"

	"github.com/openestimate/casualty/estimate"
)

// What two sources said, in their own words: one gave a number, one did not.
func ExampleSet() {
	set := &estimate.Set{Estimates: []estimate.Estimate{
		{Source: "NIS", Measure: estimate.Killed, Quantity: estimate.AtLeast(100)},
		{Source: "US", Measure: estimate.Killed, Quantity: estimate.Vague("several hundred")},
	}}
	if err := set.Validate(); err != nil {
		fmt.Println(err)
		return
	}
	for _, e := range set.Estimates {
		fmt.Printf("%s: %s %s\n", e.Source, e.Quantity, e.Measure)
	}
	// Output:
	// NIS: 100 or more killed
	// US: several hundred killed
}

// An invalid record is named by its field, with what was found there and what
// would have been accepted.
func ExampleSet_Validate() {
	set := &estimate.Set{Estimates: []estimate.Estimate{
		{ID: "nis", Source: "NIS", Measure: estimate.Killed, Quantity: estimate.Between(300, 100)},
		{ID: "us", Source: "US", Measure: estimate.Killed, Published: estimate.On(2023, time.February, 29)},
	}}
	err := set.Validate()
	fmt.Println(err)

	var fault *estimate.FieldError
	if errors.As(err, &fault) {
		fmt.Println(fault.ID, fault.Field, errors.Is(fault, estimate.ErrInverted))
	}
	// Output:
	// "nis" quantity.low = "300": the low end is above the high end: accepted are ends with low at most high
	// "us" published = "2023-02-29": does not exist: accepted are days 01 to 28 of that month
	// nis quantity.low true
}

// A bound stays a bound: "more than 200" has no centre and no upper end.
func ExampleQuantity_Ends() {
	low, central, high := estimate.MoreThan(200).Ends()
	fmt.Println(low.N, low.Open, low.Least())
	fmt.Println(central.Stated, high.Stated)
	// Output:
	// 200 true 201
	// false false
}

// A convention reads vague words as numbers, and signs what it supplies. What
// another convention makes of them is one call away.
func ExampleConvention_Read() {
	said := estimate.Vague("dozens")
	for _, c := range []estimate.Convention{estimate.Literal(), estimate.ACLED(), estimate.PITF()} {
		low, _, high := c.Read(said).Ends()
		if !low.Stated {
			fmt.Printf("%s does not read it\n", c.Name)
			continue
		}
		fmt.Printf("%s reads %d to %d\n", low.By, low.N, high.N)
	}
	literal := estimate.Literal()
	fmt.Println(literal.Read(estimate.About(300)), "/", literal.Read(estimate.AtLeast(300)))
	// Output:
	// literal reads 24 to 99
	// acled reads 12 to 12
	// pitf does not read it
	// 270 to 330 / 300 or more
}

// Everyone killed is a casualty; a casualty need not have been killed.
func ExampleMeasure_Within() {
	fmt.Println(estimate.Killed.Within(estimate.KilledOrWounded))
	fmt.Println(estimate.KilledOrWounded.Within(estimate.Killed))
	fmt.Println(estimate.ExcessDeaths.Within(estimate.AllCauseDeaths))
	// Output:
	// true
	// false
	// false
}

func ExampleIndex_Relate() {
	x := estimate.NewIndex(&estimate.Registry{Places: []estimate.Unit{
		{ID: "kursk", Within: []estimate.ID{"russia"}},
		{ID: "belgorod", Within: []estimate.ID{"russia"}},
	}})
	fmt.Println(x.Relate(estimate.Place, "kursk", "russia"))
	fmt.Println(x.Relate(estimate.Place, "kursk", "belgorod"))
	fmt.Println(x.Relate(estimate.Place, "kursk", "donetsk"))
	// Output:
	// within
	// siblings
	// unknown
}
