package interchange

import (
	"encoding/json"
	"errors"
	"reflect"

	"github.com/openestimate/casualty/estimate"
)

// decode reads the value at the scanner into v, which sh must describe. It
// returns every fault of the text, and false if the text is broken, in which
// case the scanner stands at the break.
//
// A value with faults is decoded all the same, so that the caller can validate
// the rest of it.
func (s *scanner) decode(sh *shape, v any) (faults []fault, ok bool) {
	s.space()
	start := s.pos
	s.faults, s.empty, s.worded = nil, false, false
	if !s.value(sh) {
		return append(s.faults, *s.broken), false
	}
	if s.data[start] == 'n' { // null sets nothing, and its fault is noted
		return s.faults, true
	}
	err := json.Unmarshal(s.data[start:s.pos], v)
	if e, ok := v.(*estimate.Estimate); ok && s.worded && err == nil {
		setWords(s.data[start:s.pos], e)
	}
	if err == nil && len(s.faults) == 0 {
		if s.empty {
			dropEmpty(v)
		}
		return nil, true
	}
	if err != nil {
		salvage(s.data[start:s.pos], sh, reflect.ValueOf(v).Elem())
	}
	found, _ := s.inspect(start, sh)
	if len(found) == 0 && err != nil {
		found = []fault{{start, s.field(), unquote(s.data[start:s.pos]), err}}
	}
	return found, true
}

// salvage decodes of data whatever can be decoded. json.Unmarshal stops at the
// first value that a type refuses to read; what follows would seem missing.
func salvage(data []byte, sh *shape, v reflect.Value) {
	v.SetZero()
	if v.Kind() == reflect.Pointer {
		v.Set(reflect.New(v.Type().Elem()))
		v = v.Elem()
	}
	switch {
	case sh.typ == nil && sh.kind == object:
		var members map[string]json.RawMessage
		if json.Unmarshal(data, &members) != nil {
			return
		}
		for i := range sh.keys {
			k := &sh.keys[i]
			if raw, ok := members[k.name]; ok {
				salvage(raw, k.shape, v.FieldByIndex(k.field))
			}
		}
	case sh.kind == list:
		var elems []json.RawMessage
		if json.Unmarshal(data, &elems) != nil {
			return
		}
		v.Set(reflect.MakeSlice(v.Type(), len(elems), len(elems)))
		for i, raw := range elems {
			salvage(raw, sh.elem, v.Index(i))
		}
	default:
		if json.Unmarshal(data, v.Addr().Interface()) != nil {
			v.SetZero()
		}
	}
}

// inspect reads the value at start again, thoroughly, and returns its faults
// and where each of its fields stands.
func (s *scanner) inspect(start int, sh *shape) ([]fault, map[string]int) {
	again := scanner{data: s.data, base: s.base, pos: start, path: s.path, deep: true, places: make(map[string]int)}
	again.value(sh)
	return again.faults, again.places
}

// dropEmpty makes the empty lists within v nil, for they say no more than
// absent ones and are not written back.
func dropEmpty(v any) {
	data, err := json.Marshal(v)
	if err != nil {
		return
	}
	p := reflect.ValueOf(v).Elem()
	p.SetZero()
	_ = json.Unmarshal(data, v) // it was read from the same shape
}

// invalid returns the faults that validate reports of the record at start, less
// those that the text's own faults caused: a field of the wrong type is not
// also reported as missing.
func (s *scanner) invalid(start int, sh *shape, faults []fault, err error) []fault {
	if err == nil {
		return nil
	}
	var out []fault
	var places map[string]int
	prefix, known := s.field(), causes(faults)
	for _, fe := range fieldErrors(err) {
		field := join(prefix, fe.Field)
		if known.of(field) {
			continue
		}
		if places == nil {
			_, places = s.inspect(start, sh)
		}
		if _, given := places[field]; !given && known.meant[field] {
			continue
		}
		out = append(out, fault{place(places, field, start), field, cut(fe.Text), fe.Err})
	}
	return out
}

// place is where field stands, or else the nearest value around it.
func place(places map[string]int, field string, start int) int {
	for field != "" {
		if pos, ok := places[field]; ok {
			return pos
		}
		field = outer(field)
	}
	return start
}

// A cause tells which faults follow from others: those of the same field, of a
// field within it or of one around it.
type cause struct {
	fields map[string]bool // with a fault
	around map[string]bool // the fields around those
	meant  map[string]bool // the fields that misspelt keys were to give
}

func causes(faults []fault) cause {
	c := cause{make(map[string]bool), make(map[string]bool), make(map[string]bool)}
	for _, f := range faults {
		var unknown *KeyError
		if errors.As(f.err, &unknown) {
			if unknown.Meant != "" {
				c.meant[join(outer(f.field), unknown.Meant)] = true
			}
			continue // it hides no field that is given
		}
		c.fields[f.field] = true
		for field := f.field; field != ""; {
			field = outer(field)
			c.around[field] = true
		}
	}
	return c
}

func (c cause) of(field string) bool {
	if c.fields[field] || c.around[field] {
		return true
	}
	for field != "" {
		if field = outer(field); c.fields[field] {
			return true
		}
	}
	return false
}

// fieldErrors returns the *FieldErrors joined in err.
func fieldErrors(err error) []*estimate.FieldError {
	switch e := err.(type) {
	case nil:
		return nil
	case *estimate.FieldError:
		return []*estimate.FieldError{e}
	case interface{ Unwrap() []error }:
		var out []*estimate.FieldError
		for _, each := range e.Unwrap() {
			out = append(out, fieldErrors(each)...)
		}
		return out
	}
	return []*estimate.FieldError{{Err: err}}
}
