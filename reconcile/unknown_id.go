package reconcile

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/source"
)

// An UnknownIDError reports an ID that no estimate or root of a set has.
type UnknownIDError struct {
	ID   estimate.ID
	Near []estimate.ID // at most five that are like it, the nearest first
}

func (e *UnknownIDError) Error() string {
	if len(e.Near) == 0 {
		return fmt.Sprintf("no estimate has the id %q: accepted are the ids of the set", e.ID)
	}
	return fmt.Sprintf("no estimate has the id %q: near it are %s", e.ID, strings.Join(quotedIDs(e.Near), ", "))
}

func quotedIDs(ids []estimate.ID) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = fmt.Sprintf("%q", id)
	}
	return out
}

// near lists the IDs most like id: by the fewest letters to change, at most a
// third of them.
func (p *pass) near(id estimate.ID) []estimate.ID {
	type like struct {
		id   estimate.ID
		away int
	}
	var likes []like
	for i := range p.set.Estimates {
		other := p.set.Estimates[i].ID
		away := source.Distance(string(id), string(other))
		if id != "" && (strings.Contains(string(other), string(id)) || strings.Contains(string(id), string(other))) {
			away = min(away, 1)
		}
		if 3*away <= max(len(id), 3) {
			likes = append(likes, like{other, away})
		}
	}
	slices.SortFunc(likes, func(a, b like) int { return cmp.Or(cmp.Compare(a.away, b.away), cmp.Compare(a.id, b.id)) })
	var ids []estimate.ID
	for _, l := range likes[:min(len(likes), 5)] {
		ids = append(ids, l.id)
	}
	return ids
}
