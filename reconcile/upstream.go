package reconcile

import (
	"slices"

	"github.com/openestimate/casualty/source"
)

// traceUpstreams follows what each root draws on to its end: where its upstream
// gave a figure of the same measure that draws on others in turn, it rests on
// those too.
func (p *pass) traceUpstreams() {
	for _, r := range p.roots {
		r.upstream = r.drawsOn
		for i := 0; i < len(r.upstream); i++ {
			for _, o := range p.roots {
				if o.Source != r.upstream[i] || o.Event != r.Event || o.Measure != r.Measure || o.gone() {
					continue
				}
				for _, id := range o.drawsOn {
					if id != r.Source && !slices.Contains(r.upstream, id) {
						r.upstream = append(slices.Clip(r.upstream), id)
					}
				}
			}
		}
	}
}

// shareUpstream reports whether two roots rest on the same data: one draws on
// the other's source, or both draw on one.
func shareUpstream(a, b *root) bool {
	return a.draws(b.rec.source) || b.draws(a.rec.source) ||
		slices.ContainsFunc(a.upstream, func(id source.ID) bool { return slices.Contains(b.upstream, id) })
}

// draws reports whether r draws on source s, or on an institution s speaks for.
func (r *root) draws(s *source.Source) bool {
	return slices.Contains(r.upstream, s.ID) ||
		slices.ContainsFunc(s.Within, func(id source.ID) bool { return slices.Contains(r.upstream, id) })
}
