package source_test

import (
	"fmt"

	"github.com/openestimate/casualty/source"
)

// Two spokesmen of one government speak for it; two of its services do not
// speak for each other.
func ExampleSameInstitution() {
	kirby := &source.Source{ID: "kirby", Within: []source.ID{"white-house"}}
	house := &source.Source{ID: "white-house", Within: []source.ID{"us"}}
	pentagon := &source.Source{ID: "pentagon", Within: []source.ID{"us-military"}}

	fmt.Println(source.SameInstitution(kirby, house))
	fmt.Println(source.SameInstitution(kirby, pentagon))
	// Output:
	// true
	// false
}

// What an estimate says of its method wins over its source's, facet by facet.
func ExampleMethod_Or() {
	usual := source.Method{Basis: []source.Basis{source.NamedList}, Rule: source.Confirmed}
	stated := source.Method{Rule: source.Inclusive}
	m := stated.Or(usual)
	fmt.Println(m.Basis, m.Rule, m.Recorded())
	// Output: [named_list] inclusive true
}

// An unknown word is an error that lists what would have been accepted.
func ExampleStake_Validate() {
	fmt.Println(source.Stake("up").Validate())
	// Output: unknown stake "up": accepted are higher, lower, none
}
