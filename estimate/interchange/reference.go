package interchange

import (
	"errors"
	"reflect"
	"strconv"
	"strings"

	"github.com/openestimate/casualty/estimate"
)

// A mark is where a record of the reference data stands.
type mark struct {
	pos   int
	index int // in its list of the file
}

// checkRegistry leaves invalid reference data out of the set and notes its
// faults where they stand. That is done once, at the end, because a record can
// be at fault through another: an id given twice, a place within itself.
func (d *document) checkRegistry() {
	valid, errs := d.set.Registry.Valid()
	d.set.Registry = valid
	var at mark
	var places map[string]int // of the record at
	for _, fe := range errs {
		name, i, field, ok := splitField(fe.Field)
		if !ok || i >= len(d.marks[name]) {
			d.file.note(&estimate.FieldError{Pos: estimate.Pos{File: d.file.name}, ID: fe.ID, Field: fe.Field, Text: fe.Text, Err: fe.Err})
			continue
		}
		m := d.marks[name][i]
		d.path = append(d.path[:0], step{name, -1}, step{index: m.index})
		k, _ := shapes().set.key([]byte(name))
		if places == nil || m != at {
			at = m
			_, places = d.inspect(m.pos, k.shape.elem)
		}
		path := join(d.field(), field)
		id := fe.ID
		if id.Validate() != nil {
			id = ""
		}
		d.file.note(d.errors(m.index+1, id, []fault{{place(places, path, m.pos), path, cut(fe.Text), fe.Err}})...)
	}
}

// alone returns the faults of one record of the reference data by itself, with
// fields counted from the record.
func alone(name string, v reflect.Value) error {
	var set estimate.Set
	k, _ := shapes().set.key([]byte(name))
	list := reflect.New(reflect.SliceOf(v.Type())).Elem()
	reflect.ValueOf(&set).Elem().FieldByIndex(k.field).Set(reflect.Append(list, v))
	_, found := set.Registry.Valid()
	var errs []error
	for _, fe := range found {
		if _, _, field, ok := splitField(fe.Field); ok {
			fe.Field = field
		}
		errs = append(errs, fe)
	}
	return errors.Join(errs...)
}

// splitField parts "places[2].within[0]" into its list, place and field.
func splitField(path string) (name string, i int, field string, ok bool) {
	name, rest, ok := strings.Cut(path, "[")
	if !ok {
		return "", 0, "", false
	}
	at, field, _ := strings.Cut(rest, "]")
	i, err := strconv.Atoi(at)
	return name, i, strings.TrimPrefix(field, "."), err == nil && i >= 0
}
