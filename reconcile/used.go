package reconcile

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/openestimate/casualty/estimate"
)

// usage records which assumptions a run has rested on. Only those that changed
// something are recorded.
type usage struct {
	entries []useEntry
	closed  bool // nothing more is recorded
}

type useEntry struct {
	Assumption
	what string // what it did, in the singular: "pair counted as equal"
	n    int
	ids  []estimate.ID
}

func (u *usage) add(a Assumption, what string, ids ...estimate.ID) {
	if u.closed {
		return
	}
	i := slices.IndexFunc(u.entries, func(e useEntry) bool { return e.Name == a.Name && e.what == what })
	if i < 0 {
		u.entries = append(u.entries, useEntry{Assumption: a, what: what})
		i = len(u.entries) - 1
	}
	e := &u.entries[i]
	e.n++
	for _, id := range ids {
		if !slices.Contains(e.ids, id) {
			e.ids = append(e.ids, id)
		}
	}
}

// list returns the assumptions used, ordered by name, several effects of one in
// one text.
func (u *usage) list() []Used {
	slices.SortFunc(u.entries, func(a, b useEntry) int {
		return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.what, b.what))
	})
	var out []Used
	for i := range u.entries {
		e := &u.entries[i]
		effect := strconv.Itoa(e.n) + " " + e.what
		if e.n != 1 {
			effect = strconv.Itoa(e.n) + " x " + e.what
		}
		if n := len(out); n > 0 && out[n-1].Name == e.Name {
			last := &out[n-1]
			last.Effect += "; " + effect
			for _, id := range e.ids {
				if !slices.Contains(last.Estimates, id) {
					last.Estimates = append(last.Estimates, id)
				}
			}
			slices.Sort(last.Estimates)
			continue
		}
		slices.Sort(e.ids)
		out = append(out, Used{Assumption: e.Assumption, Estimates: e.ids, Effect: effect})
	}
	return out
}
