package wording

import (
	"slices"
	"testing"
)

type peerRow struct {
	Input   string
	Matches []struct {
		Text              string
		Low, High         *float64
		LowOpen, HighOpen bool
	}
	Tags []string
	Src  string
}

func TestPeer(t *testing.T) {
	var r Reader
	met, n := 0, 0
	for _, row := range lines[peerRow](t, "testdata/phrases_recognizers.jsonl") {
		if slices.Contains(row.Tags, "nonint") {
			continue
		}
		n++
		var got []string
		var ms []Match
		for m := range r.Numbers(row.Input) {
			got = append(got, m.Text)
			ms = append(ms, m)
		}
		ok := true
		i := 0
		for _, w := range row.Matches {
			found := false
			for ; i < len(ms) && !found; i++ {
				low, high, lo, ho := ends(ms[i].Quantity)
				if low == nil && high == nil && ms[i].Quantity.Best.Known() {
					low, high = &ms[i].Quantity.Best.N, &ms[i].Quantity.Best.N
				}
				found = (low == nil) == (w.Low == nil) && (high == nil) == (w.High == nil) &&
					(low == nil || float64(*low) == *w.Low) && (high == nil || float64(*high) == *w.High)
				_, _ = lo, ho
			}
			ok = ok && found
		}
		if (row.Src == "NumberModel" || len(row.Matches) == 0) && len(ms) != len(row.Matches) {
			ok = false
		}
		if ok {
			met++
		} else {
			want := []string{}
			for _, w := range row.Matches {
				want = append(want, w.Text)
			}
			t.Logf("%s %q: got %q want %q", row.Src, row.Input, got, want)
		}
	}
	t.Logf("%d of %d", met, n)
}
