package reconcile

import (
	"slices"

	"github.com/openestimate/casualty/source"
)

// shareUpstream reports whether two roots rest on the same data: one draws on
// the other's source, or both draw on one.
func shareUpstream(a, b *root) bool {
	return a.draws(b.rec.source) || b.draws(a.rec.source) ||
		slices.ContainsFunc(a.drawsOn, func(id source.ID) bool { return slices.Contains(b.drawsOn, id) })
}

// draws reports whether r draws on source s, or on an institution s speaks for.
func (r *root) draws(s *source.Source) bool {
	return slices.Contains(r.drawsOn, s.ID) ||
		slices.ContainsFunc(s.Within, func(id source.ID) bool { return slices.Contains(r.drawsOn, id) })
}
