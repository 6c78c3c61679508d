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

// Events splits s into one set an event, ordered by event ID, each with the
// whole reference data and the remarks about its estimates. A remark about
// estimates of several events goes with each. A set without estimates is one
// set without estimates.
func (s *Set) Events() []*Set {
	var ids []ID
	eventOf := make(map[ID]ID, len(s.Estimates))
	for i := range s.Estimates {
		e := &s.Estimates[i]
		eventOf[e.ID] = e.Event
		if !slices.Contains(ids, e.Event) {
			ids = append(ids, e.Event)
		}
	}
	if len(ids) <= 1 {
		return []*Set{s}
	}
	slices.Sort(ids)
	sets := make([]*Set, len(ids))
	for i, id := range ids {
		t := *s
		t.Estimates, t.Remarks = nil, nil
		for _, e := range s.Estimates {
			if e.Event == id {
				t.Estimates = append(t.Estimates, e)
			}
		}
		for _, r := range s.Remarks {
			if slices.ContainsFunc(r.About, func(a ID) bool { return eventOf[a] == id }) {
				t.Remarks = append(t.Remarks, r)
			}
		}
		sets[i] = &t
	}
	return sets
}
