package estimate_test

import (
	"testing"

	"github.com/openestimate/casualty/estimate"
)

func TestWords(t *testing.T) {
	literal := estimate.Literal()
	for _, c := range []struct {
		q    estimate.Quantity
		want string
	}{
		{estimate.Quantity{}, "not stated"},
		{estimate.Exactly(0), "0"},
		{estimate.Exactly(1234), "1,234"},
		{estimate.About(400), "about 400"},
		{estimate.Nearly(1000), "nearly 1,000"},
		{estimate.AtLeast(100), "at least 100"},
		{estimate.MoreThan(200), "more than 200"},
		{estimate.AtMost(40_000), "at most 40,000"},
		{estimate.FewerThan(7000), "fewer than 7,000"},
		{estimate.Between(20, 30), "20 to 30"},
		{estimate.Interval(2658, 2975, 3290, 0.95), "2,975 (2,658 to 3,290, 95% interval)"},
		{estimate.Vague("several hundred"), "several hundred"},
		{estimate.Quantity{Low: estimate.Word("hundreds"), High: estimate.Word("thousands"), Hedge: estimate.HedgeVague}, "hundreds to thousands"},
		{estimate.MoreThan(200).As(estimate.Possible), "possibly more than 200"},
		{estimate.MoreThan(5000).As(estimate.HighlyLikely), "highly likely more than 5,000"},
		{estimate.Quantity{Hedge: estimate.HedgeUnknown}, "not known"},
		{estimate.Quantity{Hedge: estimate.HedgeDenied}, "a denial"},
		{estimate.AtLeast(5).Said("no fewer than five"), "no fewer than five"},
	} {
		if got := c.q.Words(); got != c.want {
			t.Errorf("%+v: %q, want %q", c.q, got, c.want)
		}
		// A reading never enters what was said.
		if got := literal.Read(c.q).Words(); got != c.want {
			t.Errorf("%+v, read: %q, want %q", c.q, got, c.want)
		}
	}
}
