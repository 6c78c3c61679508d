package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// A question is one line of input.
type question struct {
	y, v    []float64
	x       []moderator     // in the order of the line
	reports json.RawMessage // nil unless the line gives reports
}

type moderator struct {
	name   string
	values []float64
}

// parseQuestion reads one line. encoding/json would match keys in any case, take
// the last of two and lose their order; here a key is known and given once.
func parseQuestion(line []byte) (question, error) {
	var q question
	given := make(map[string]bool)
	err := eachKey(line, func(key string, value json.RawMessage) (err error) {
		given[key] = true
		switch key {
		case "y":
			q.y, err = numbers(value)
		case "v":
			q.v, err = numbers(value)
		case "x":
			err = eachKey(value, func(name string, column json.RawMessage) error {
				values, err := numbers(column)
				q.x = append(q.x, moderator{name, values})
				if err != nil {
					return fmt.Errorf("%q: %w", name, err)
				}
				return nil
			})
		case "reports":
			q.reports = value
		default:
			return fmt.Errorf("unknown key %q: accepted are y, v, x and reports", key)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", key, err)
		}
		return nil
	})
	switch {
	case err != nil:
		return q, err
	case given["reports"] && len(given) > 1:
		return q, errors.New("reports stand alone: accepted are y and v, with or without x, or reports")
	case !given["reports"] && !(given["y"] && given["v"]):
		return q, errors.New("accepted are y and v, with or without x, or reports")
	}
	return q, nil
}

// eachKey calls do for each key of the object text, in order, and refuses a key
// given twice.
func eachKey(text []byte, do func(key string, value json.RawMessage) error) error {
	d := json.NewDecoder(bytes.NewReader(text))
	open, err := d.Token()
	if err != nil {
		return jsonError(err)
	}
	if open != json.Delim('{') {
		return fmt.Errorf("found %v: accepted is an object", open)
	}
	seen := make(map[string]bool)
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return jsonError(err)
		}
		name := key.(string) // the decoder takes nothing else for a key
		if seen[name] {
			return fmt.Errorf("key %q is given twice", name)
		}
		seen[name] = true
		var value json.RawMessage
		if err := d.Decode(&value); err != nil {
			return jsonError(err)
		}
		if err := do(name, value); err != nil {
			return err
		}
	}
	if _, err := d.Token(); err != nil {
		return jsonError(err)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return errors.New("more text after the object")
	}
	return nil
}

// numbers reads an array of numbers; null is none.
func numbers(text json.RawMessage) ([]float64, error) {
	var all []*float64
	if err := json.Unmarshal(text, &all); err != nil || all == nil {
		return nil, errors.New("accepted is an array of numbers")
	}
	out := make([]float64, len(all))
	for i, x := range all {
		if x == nil {
			return nil, fmt.Errorf("[%d] is null: accepted is a number", i)
		}
		out[i] = *x
	}
	return out, nil
}

func jsonError(err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return errors.New("the line ends within its JSON object")
	}
	return err
}
