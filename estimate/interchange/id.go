package interchange

import (
	"encoding/json"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/source"
)

// idOf is the identifier of a decoded record, empty if it has none that could
// be printed in an error.
func idOf(v any) estimate.ID {
	var id estimate.ID
	switch v := v.(type) {
	case *estimate.Estimate:
		id = v.ID
	case *source.Source:
		id = estimate.ID(v.ID)
	case *estimate.Unit:
		id = v.ID
	case *estimate.Event:
		id = v.ID
	}
	if id.Validate() != nil {
		return ""
	}
	return id
}

// idAt is the identifier of the broken record at start, as far as it can be read.
func (s *scanner) idAt(start int) estimate.ID {
	again := scanner{data: s.data, pos: start}
	for ok := again.take('{'); ok; ok = again.take(',') {
		name, _, _, ok := again.key(nil)
		again.space()
		at := again.pos
		if !ok || !again.value(nil) {
			break
		}
		var e estimate.Estimate
		if name == "id" && json.Unmarshal(again.data[at:again.pos], &e.ID) == nil {
			return idOf(&e)
		}
	}
	return ""
}
