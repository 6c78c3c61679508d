package main

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/openestimate/casualty/reconcile/pool"
)

// A study is one row of a table.
type study struct {
	label string
	y, v  float64
}

// printTable reads a table of studies and prints it with what it comes to.
func printTable(out *bufio.Writer, in io.Reader, method pool.Method, level float64) error {
	studies, err := readTable(in)
	if err != nil {
		return err
	}
	y, v := make([]float64, len(studies)), make([]float64, len(studies))
	for i, s := range studies {
		y[i], v[i] = s.y, s.v
	}
	f, err := pool.Pool(y, v, method)
	if err != nil {
		return err
	}
	forest(out, studies, &f, level)
	summary(out, &f, y, v, level)
	return nil
}

// readTable reads label,y,v or y,v by the names in a header (y or yi, v or vi,
// label, study or slab), or by place without one.
func readTable(in io.Reader) ([]study, error) {
	r := csv.NewReader(in)
	r.Comment = '#'
	r.TrimLeadingSpace = true
	rows, err := r.ReadAll()
	if err != nil {
		return nil, err
	}
	if len(rows) == 0 {
		return nil, errors.New("the table is empty: accepted are rows of y,v or label,y,v")
	}
	label, y, v := -1, -1, -1
	for i, cell := range rows[0] {
		switch strings.ToLower(strings.TrimSpace(cell)) {
		case "y", "yi":
			y = i
		case "v", "vi":
			v = i
		case "label", "study", "slab":
			label = i
		}
	}
	first := 1
	if y < 0 || v < 0 {
		first = 0
		switch len(rows[0]) {
		case 2:
			label, y, v = -1, 0, 1
		case 3:
			label, y, v = 0, 1, 2
		default:
			return nil, fmt.Errorf("%d columns without a header of y and v: accepted are y,v or label,y,v", len(rows[0]))
		}
	}
	var out []study
	for n, row := range rows[first:] {
		s := study{label: strconv.Itoa(n + 1)}
		if label >= 0 {
			s.label = row[label]
		}
		var errY, errV error
		s.y, errY = strconv.ParseFloat(strings.TrimSpace(row[y]), 64)
		s.v, errV = strconv.ParseFloat(strings.TrimSpace(row[v]), 64)
		if err := errors.Join(errY, errV); err != nil {
			return nil, fmt.Errorf("row %d, %q: accepted are numbers for y and v", n+first+1, strings.Join(row, ","))
		}
		out = append(out, s)
	}
	return out, nil
}
