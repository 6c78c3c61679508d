package estimate

import (
	"iter"
	"slices"
)

// Schema is the version of the estimates file that a Set is in JSON.
const Schema = "casualty/1"

// A Set is a collection of estimates with the reference data they name. Its
// JSON form is the estimates file; package estimate/interchange reads and
// writes it strictly, with positions.
type Set struct {
	Schema      string       `json:"schema,omitempty"`
	About       string       `json:"about,omitempty"`       // for people
	Established *Established `json:"established,omitempty"` // for people
	Registry
	Estimates []Estimate `json:"estimates,omitempty"`
	Remarks   []Remark   `json:"remarks,omitempty"`
}

// Established is a figure that came to be accepted later, kept for people and
// read by no rule.
type Established struct {
	Figure   int64  `json:"figure,omitempty"`
	Low      int64  `json:"low,omitempty"`
	High     int64  `json:"high,omitempty"`
	By       string `json:"by,omitempty"`
	Note     string `json:"note,omitempty"`
	Verified bool   `json:"verified,omitempty"`
}

// Group collects consecutive estimates of equal Event into sets that share the
// registry, in the order of the input. An error of the input is passed on in
// its place with a nil set, and the estimates around it still come through.
func Group(r Registry, in iter.Seq2[Estimate, error]) iter.Seq2[*Set, error] {
	return func(yield func(*Set, error) bool) {
		var cur *Set
		flush := func() bool {
			s := cur
			cur = nil
			return s == nil || yield(s, nil)
		}
		for e, err := range in {
			if err != nil {
				if !yield(nil, err) {
					return
				}
				continue
			}
			if cur != nil && cur.Estimates[0].Event != e.Event && !flush() {
				return
			}
			if cur == nil {
				cur = &Set{Schema: Schema, Registry: r}
			}
			cur.Estimates = append(cur.Estimates, e)
		}
		flush()
	}
}

// ByEvent splits s into one set an event, ordered by event ID, each with the
// whole reference data and the remarks about its estimates. A remark about
// estimates of several events goes with each, one about estimates that s does
// not have with the first. A set without estimates is one set without estimates.
func (s *Set) ByEvent() []*Set {
	var ids []ID
	byEvent := make(map[ID]*Set)
	eventOf := make(map[ID]ID, len(s.Estimates))
	for i := range s.Estimates {
		e := &s.Estimates[i]
		eventOf[e.ID] = e.Event
		if byEvent[e.Event] == nil {
			t := *s
			t.Estimates, t.Remarks = nil, nil
			byEvent[e.Event] = &t
			ids = append(ids, e.Event)
		}
	}
	if len(ids) <= 1 {
		return []*Set{s}
	}
	for i := range s.Estimates {
		t := byEvent[s.Estimates[i].Event]
		t.Estimates = append(t.Estimates, s.Estimates[i])
	}
	slices.Sort(ids)
	for _, r := range s.Remarks {
		var given []*Set
		for _, a := range r.About {
			event, ok := eventOf[a]
			if t := byEvent[event]; ok && !slices.Contains(given, t) {
				t.Remarks = append(t.Remarks, r)
				given = append(given, t)
			}
		}
		if given == nil {
			t := byEvent[ids[0]]
			t.Remarks = append(t.Remarks, r)
		}
	}
	sets := make([]*Set, len(ids))
	for i, id := range ids {
		sets[i] = byEvent[id]
	}
	return sets
}
