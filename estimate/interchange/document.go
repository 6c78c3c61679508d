package interchange

import (
	"reflect"

	"github.com/openestimate/casualty/estimate"
)

// A document reads one JSON document, or the reference data on the first line
// of JSON Lines, into a Set. What is bad is noted and left out.
type document struct {
	block
	set   *estimate.Set
	seen  map[string]bool   // keys of the document
	marks map[string][]mark // of the reference data in the set, by list
}

// readDocument reads data, which begins on the given line of f, at byte base.
func readDocument(f *file, data []byte, line int, base int64) *estimate.Set {
	d := &document{
		block: newBlock(f, data, line, base),
		set:   &estimate.Set{Schema: estimate.Schema},
		seen:  make(map[string]bool),
		marks: make(map[string][]mark),
	}
	if d.read() {
		if d.path, d.faults = nil, nil; !d.seen["schema"] {
			d.faults = append(d.faults, fault{0, "schema", "", ErrSchema})
		}
		if d.space(); d.scanner.pos < len(data) {
			d.fault(d.scanner.pos, token(data[d.scanner.pos:]), ErrTrailing)
		}
		d.noteFaults(true)
	}
	d.checkRegistry()
	return d.set
}

// read reads the object. It reports whether it came to its end.
func (d *document) read() bool {
	sh := shapes().set
	if d.space(); d.next() != object {
		if d.noteFaults(d.value(sh)) {
			d.seen["schema"] = true // the one error says all
			return true
		}
		return false
	}
	d.scanner.pos++
	for first := true; ; first = false {
		if first && d.take('}') {
			return true
		}
		if !d.member(sh) {
			return false
		}
		if d.take('}') {
			return true
		}
		if !d.take(',') {
			d.path, d.faults = nil, nil
			return d.noteFaults(d.fail("a comma or a closing brace"))
		}
		if d.closes('}') {
			d.path, d.faults = nil, nil
			d.noteFaults(d.trailing())
			return d.take('}')
		}
	}
}

// noteFaults notes the faults of the scanner, none of them in a record, and
// passes on whether the text is JSON so far.
func (d *document) noteFaults(ok bool) bool {
	if !ok {
		d.faults = append(d.faults, *d.broken)
	}
	d.file.note(d.errors(0, "", d.faults)...)
	d.faults = nil
	return ok
}

// member reads one key of the document and its value. It reports whether the
// rest can be read.
func (d *document) member(sh *shape) (ok bool) {
	d.path, d.faults = d.path[:0], nil
	name, k, err, ok := d.key(sh)
	if !ok {
		return d.noteFaults(false)
	}
	d.path = append(d.path, step{name, -1})
	d.space()
	start := d.scanner.pos
	switch {
	case err != nil:
	case k < 0:
		err = unknownKey(name, sh)
	case d.seen[name]:
		err = ErrRepeated
	}
	if err != nil {
		if ok = d.value(nil); ok {
			d.faults = nil
			d.fault(start, unquote(d.data[start:d.scanner.pos]), err)
		}
		return d.noteFaults(ok)
	}
	d.seen[name] = true
	field := reflect.ValueOf(d.set).Elem().FieldByIndex(sh.keys[k].field)
	of := sh.keys[k].shape
	if of.kind == list && d.next() == list {
		ok = d.records(name, of.elem, field)
		if ok {
			d.depth, d.broken = 0, nil // what broke was one record
		}
		return ok
	}
	v := reflect.New(field.Type())
	d.faults, ok = d.decode(of, v.Interface())
	switch {
	case !ok:
		d.faults = d.faults[:len(d.faults)-1] // the break, which noteFaults adds
	case len(d.faults) > 0:
	case name != "schema":
		field.Set(v.Elem())
	case v.Elem().String() != estimate.Schema:
		d.fault(start, cut(v.Elem().String()), ErrSchema)
	}
	return d.noteFaults(ok)
}

// records reads a list of records. It reports whether the rest of the document
// can be read.
func (d *document) records(name string, sh *shape, into reflect.Value) bool {
	d.scanner.pos++
	for i := 0; ; i++ {
		if i == 0 && d.take(']') {
			return true
		}
		d.depth, d.broken = 0, nil
		d.path = d.path[:0]
		if name != "estimates" { // the fields of an estimate need no longer name
			d.path = append(d.path, step{name, -1}, step{index: i})
		}
		d.space()
		start := d.scanner.pos
		ok := d.record(name, i, sh, into)
		if !ok {
			if d.scanner.pos, ok = resume(d.data, start, d.broken.pos); !ok {
				return false
			}
			if d.next() == object {
				continue
			}
		}
		if d.take(']') {
			return true
		}
		if !d.take(',') {
			d.path, d.faults, d.broken = append(d.path[:0], step{name, -1}), nil, nil
			d.noteFaults(d.fail("a comma or a closing bracket"))
			if d.next() != object { // a lost comma alone is passed over
				return false
			}
		}
		if d.closes(']') {
			d.path, d.faults, d.broken = append(d.path[:0], step{name, -1}), nil, nil
			d.noteFaults(d.trailing())
			return d.take(']')
		}
	}
}

// record reads record i of the named list into the set, if it is good. It
// reports whether its text is JSON.
func (d *document) record(name string, i int, sh *shape, into reflect.Value) bool {
	start := d.scanner.pos
	if name == "estimates" {
		e, errs, ok := d.estimate(i + 1)
		if ok && len(errs) == 0 {
			d.set.Estimates = append(d.set.Estimates, e)
		}
		d.file.note(errs...)
		return ok
	}
	v := reflect.New(into.Type().Elem())
	faults, ok := d.decode(sh, v.Interface())
	switch r, isRemark := v.Interface().(*estimate.Remark); {
	case !ok:
	case isRemark:
		r.Pos = d.where(start, i+1)
		faults = append(faults, d.invalid(start, sh, faults, r.Validate())...)
	case len(faults) > 0:
		faults = append(faults, d.invalid(start, sh, faults, alone(name, v.Elem()))...)
	default: // valid or not is seen when the whole registry is read
		d.marks[name] = append(d.marks[name], mark{start, i})
	}
	if len(faults) == 0 {
		into.Set(reflect.Append(into, v.Elem()))
	}
	id := idOf(v.Interface())
	if !ok {
		id = d.idAt(start)
	}
	d.file.note(d.errors(i+1, id, faults)...)
	return ok
}
