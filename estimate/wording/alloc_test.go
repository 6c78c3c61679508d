package wording

import (
	"strings"
	"testing"
)

// Nothing is allocated but for an error, however long a sentence is.
func TestNothingAllocated(t *testing.T) {
	long := "At least 12 people were killed" + strings.Repeat(" in the old town by the river", 60) + "."
	r := new(Reader)
	for _, text := range []string{
		"At least 100 people were killed and 1,000 injured, the health ministry said on Dec. 18.",
		"Щонайменше 100 людей загинули, 1 200 поранено.", "최소 100명이 숨지고 200명이 다쳤다.", "قُتل ما لا يقل عن 100 شخص.", long,
	} {
		n := 0
		if got := testing.AllocsPerRun(20, func() {
			for m := range r.Scan(text) {
				n += m.End
			}
		}); got != 0 {
			t.Errorf("%.60q: %v allocations", text, got)
		}
		if n == 0 {
			t.Errorf("%.60q: no count", text)
		}
	}
	for _, text := range []string{"at least 100", "hundreds, possibly thousands", "щонайменше 100 людей", "최소 100명", "ما لا يقل عن 100"} {
		if got := testing.AllocsPerRun(20, func() {
			if _, err := r.Parse(text); err != nil {
				t.Fatal(err)
			}
		}); got != 0 {
			t.Errorf("%q: %v allocations", text, got)
		}
	}
}
