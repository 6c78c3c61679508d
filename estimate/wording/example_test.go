package wording_test

import (
	"cmp"
	"fmt"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/estimate/wording"
)

func ExampleReader_Parse() {
	var r wording.Reader
	for _, phrase := range []string{"no fewer than 12", "could have surpassed 200", "3-5 thousand", "several hundred", "щонайменше 100", "a third of the crew"} {
		q, err := r.Parse(phrase)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Printf("%v, %s\n", q, cmp.Or(q.Modality, estimate.Asserted))
	}
	// Output:
	// 12 or more, asserted
	// over 200, possible
	// 3,000 to 5,000, asserted
	// several hundred, asserted
	// 100 or more, asserted
	// "a third of the crew" at byte 0, "a": a fraction needs its whole: accepted is a count: a share needs the number it is a share of, as a derived figure
}

// A convention reads what is vague, and is named where it did.
func ExampleReader_Parse_convention() {
	var r wording.Reader
	q, err := r.Parse("hundreds, possibly thousands")
	if err != nil {
		fmt.Println(err)
		return
	}
	literal := estimate.Literal()
	q = literal.Read(q)
	fmt.Println(q, q.High.Possible, q.High.By)
	// Output: 200 to 9,999 true literal
}

func ExampleReader_Scan() {
	var r wording.Reader
	for m := range r.Scan("At 10:30 a Su-25 killed no fewer than 14 villagers and wounded dozens, up from an earlier count of 9.") {
		fmt.Printf("%d %q %s %q\n", m.Start, m.Text, m.Measure, m.Status)
	}
	// Output:
	// 24 "no fewer than 14" killed ""
	// 63 "dozens" wounded ""
	// 99 "9" wounded "superseded"
}

func ExampleReader_Numbers() {
	var r wording.Reader
	for m := range r.Numbers("They lost 15 tanks and more than $2 million.") {
		fmt.Println(m.Text, m.Quantity)
	}
	// Output:
	// 15 15
	// 2 million 2,000,000
}

func ExampleFormat() {
	fmt.Println(wording.Format(estimate.MoreThan(200).As(estimate.Possible)))
	fmt.Println(wording.Format(estimate.Interval(793, 4645, 8498, 0.95)))
	// Output:
	// possibly more than 200
	// 4,645 (95% CI 793-8,498)
}
