package interchange

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"reflect"
	"unicode/utf8"

	"github.com/openestimate/casualty/estimate"
)

// Write writes s as one JSON document, a record a line, which Read reads back
// as it was; an absent Schema is written as estimate.Schema. It writes nothing
// and returns the faults of s if Read would refuse a part of it: those of
// s.Validate, and text that is not UTF-8.
func Write(w io.Writer, s *estimate.Set) error {
	if err := writable(s); err != nil {
		return err
	}
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, "{\n  \"schema\": %q", estimate.Schema)
	v := reflect.ValueOf(s).Elem()
	for _, k := range shapes().set.keys {
		field := v.FieldByIndex(k.field)
		if k.name == "schema" || field.IsZero() || k.shape.kind == list && field.Len() == 0 {
			continue
		}
		fmt.Fprintf(out, ",\n  %q: ", k.name)
		if k.shape.kind != list {
			if err := writeValue(out, field); err != nil {
				return err
			}
			continue
		}
		for i := range field.Len() {
			io.WriteString(out, [...]string{"[\n    ", ",\n    "}[min(i, 1)])
			if err := writeValue(out, field.Index(i)); err != nil {
				return err
			}
		}
		io.WriteString(out, "\n  ]")
	}
	io.WriteString(out, "\n}\n")
	return out.Flush()
}

// WriteLines writes s as JSON Lines: the reference data and remarks on the
// first line, then one estimate a line. Like Write it refuses what could not be
// read back.
func WriteLines(w io.Writer, s *estimate.Set) error {
	if err := writable(s); err != nil {
		return err
	}
	header := *s
	header.Schema, header.Estimates = estimate.Schema, nil
	out := bufio.NewWriter(w)
	if err := writeLine(out, &header); err != nil {
		return err
	}
	for i := range s.Estimates {
		if err := writeLine(out, &s.Estimates[i]); err != nil {
			return err
		}
	}
	return out.Flush()
}

func writeLine(out *bufio.Writer, v any) error {
	data, err := compact(v)
	if err != nil {
		return err
	}
	if len(data) > MaxLine {
		return &LineError{Max: MaxLine}
	}
	out.Write(data)
	return out.WriteByte('\n')
}

func writeValue(out *bufio.Writer, v reflect.Value) error {
	data, err := compact(v.Interface())
	if err != nil {
		return err
	}
	_, err = out.Write(data)
	return err
}

// writable returns what Read would refuse of s.
func writable(s *estimate.Set) error {
	if s == nil {
		return errors.New("no set to write")
	}
	if s.Schema != "" && s.Schema != estimate.Schema {
		return &estimate.FieldError{Field: "schema", Text: s.Schema, Err: ErrSchema}
	}
	errs := fieldErrors(s.Validate())
	checkText(reflect.ValueOf(s).Elem(), shapes().set, make(path, 0, 16), &errs)
	return joined(errs)
}

// checkText finds the strings within v that are not UTF-8: encoding/json would
// replace their bytes unseen.
func checkText(v reflect.Value, sh *shape, at path, errs *[]*estimate.FieldError) {
	switch {
	case v.Kind() == reflect.Pointer:
		if !v.IsNil() {
			checkText(v.Elem(), sh, at, errs)
		}
	case sh.kind == list:
		for i := range v.Len() {
			checkText(v.Index(i), sh.elem, append(at, step{index: i}), errs)
		}
	case sh.kind == object:
		for i := range sh.keys {
			k := &sh.keys[i]
			checkText(v.FieldByIndex(k.field), k.shape, append(at, step{k.name, -1}), errs)
		}
	case v.Kind() == reflect.String:
		if text := v.String(); !utf8.ValidString(text) {
			err := &UTF8Error{Offset: int64(badUTF8([]byte(text)))}
			*errs = append(*errs, &estimate.FieldError{Field: at.String(), Text: cut(text), Err: err})
		}
	}
}
