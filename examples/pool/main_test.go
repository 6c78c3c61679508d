package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// golden compares got with a file of testdata.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := "testdata/" + name
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), string(got)); d != "" {
		t.Errorf("%s (-want +got):\n%s", name, d)
	}
}

// rounded parses lines of JSON and writes them anew, indented, with seven digits
// a number: the last ones differ from machine to machine.
func rounded(t *testing.T, lines []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	for line := range bytes.Lines(lines) {
		var v any
		if err := json.Unmarshal(line, &v); err != nil {
			t.Fatal(err)
		}
		text, err := json.MarshalIndent(round(v), "", " ")
		if err != nil {
			t.Fatal(err)
		}
		out.Write(append(text, '\n'))
	}
	return out.Bytes()
}

func round(v any) any {
	switch v := v.(type) {
	case float64:
		if math.Abs(v) < 1e-12 { // a 0 with the rounding of one machine
			return 0.0
		}
		x, _ := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 7, 64), 64)
		return x
	case []any:
		for i := range v {
			v[i] = round(v[i])
		}
	case map[string]any:
		for k := range v {
			v[k] = round(v[k])
		}
	}
	return v
}

func runOn(t *testing.T, name string, args ...string) (out []byte, complaints string, status int) {
	t.Helper()
	in, err := os.Open("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	var stdout, stderr bytes.Buffer
	status = run(args, in, &stdout, &stderr)
	return stdout.Bytes(), stderr.String(), status
}

func TestSets(t *testing.T) {
	out, complaints, status := runOn(t, "sets.jsonl")
	if status != 0 || complaints != "" {
		t.Errorf("exit status %d, standard error %q", status, complaints)
	}
	golden(t, "sets.golden", rounded(t, out))
}

func TestBadLines(t *testing.T) {
	out, _, status := runOn(t, "bad.jsonl")
	if status != 1 {
		t.Errorf("exit status %d, want 1", status)
	}
	// Only the lines that fail: the good one between them is in sets.golden.
	var kept bytes.Buffer
	answered := 0
	for line := range bytes.Lines(out) {
		if bytes.HasPrefix(line, []byte(`{"error"`)) {
			kept.Write(line)
		} else {
			answered++
		}
	}
	if answered != 1 {
		t.Errorf("%d good lines were answered, want 1", answered)
	}
	golden(t, "bad.golden", kept.Bytes())
}

func TestTable(t *testing.T) {
	for _, c := range []struct{ in, golden string }{
		{"bcg.csv", "bcg.golden"},
		{"plain.csv", "plain.golden"},
	} {
		out, complaints, status := runOn(t, c.in, "-csv")
		if status != 0 || complaints != "" {
			t.Errorf("%s: exit status %d, standard error %q", c.in, status, complaints)
		}
		golden(t, c.golden, out)
	}
}

func TestTableRefused(t *testing.T) {
	for in, want := range map[string]string{
		"":                  "empty",
		"y,v\n1,2\n3,abc\n": "row 3",
		"1,2,3,4\n":         "4 columns",
		"y,v\n1,-2\n":       "v[0] = -2",
		"y,v\n1,2\n\"":      "line 3",
	} {
		var stdout, stderr bytes.Buffer
		if status := run([]string{"-csv"}, strings.NewReader(in), &stdout, &stderr); status != 1 || !strings.Contains(stderr.String(), want) {
			t.Errorf("%q: exit status %d, standard error %q, want %q", in, status, stderr.String(), want)
		}
	}
	var stdout, stderr bytes.Buffer
	if status := run([]string{"-csv", "-method", "XX"}, strings.NewReader("1,2\n"), &stdout, &stderr); status != 1 || !strings.Contains(stderr.String(), `"XX"`) {
		t.Errorf("method XX: exit status %d, standard error %q", status, stderr.String())
	}
	if status := run([]string{"-level", "95"}, strings.NewReader(""), &stdout, &stderr); status != 2 {
		t.Errorf("level 95: exit status %d, want 2", status)
	}
}

// What the reference holds of a set comes out under the same keys.
func TestReference(t *testing.T) {
	data, err := os.ReadFile("../../reconcile/pool/testdata/meta.json")
	if err != nil {
		t.Fatal(err)
	}
	var sets map[string]struct {
		Y          json.RawMessage `json:"yi"`
		V          json.RawMessage `json:"vi"`
		Methods    map[string]any  `json:"methods"`
		QProfile   any             `json:"tau2_ci_Qprofile_REML"`
		Bayes      map[string]any  `json:"exact_bayes"`
		Regression map[string]struct {
			X    json.RawMessage `json:"X"`
			Fits map[string]any  `json:"fits"`
		} `json:"meta_regression"`
	}
	if err := json.Unmarshal(data, &sets); err != nil {
		t.Fatal(err)
	}
	for name, set := range sets {
		if name == "_about" {
			continue
		}
		line := fmt.Sprintf(`{"y": %s, "v": %s}`, oneLine(t, set.Y), oneLine(t, set.V))
		got := answered(t, line)
		same(t, name+" methods", got["methods"], set.Methods, 1)
		same(t, name+" tau2_ci_Qprofile_REML", got["tau2_ci_Qprofile_REML"], set.QProfile, 1)
		same(t, name+" exact_bayes", got["exact_bayes"], set.Bayes, 1)
		for moderators, reg := range set.Regression {
			if name == "ccqm_Pb" {
				delete(reg.Fits, "REML") // not an optimum: see the tests of reconcile/pool
			}
			line := fmt.Sprintf(`{"y": %s, "v": %s, "x": %s}`, oneLine(t, set.Y), oneLine(t, set.V), oneLine(t, reg.X))
			got := answered(t, line)
			same(t, name+" "+moderators, got["fits"], reg.Fits, 1)
			same(t, name+" methods", got["methods"], set.Methods, 1)
		}
	}
}

func oneLine(t *testing.T, text json.RawMessage) string {
	t.Helper()
	var out bytes.Buffer
	if err := json.Compact(&out, text); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func answered(t *testing.T, line string) map[string]any {
	t.Helper()
	var stdout, stderr bytes.Buffer
	if status := run(nil, strings.NewReader(line), &stdout, &stderr); status != 0 {
		t.Fatalf("exit status %d: %s%s", status, stdout.String(), stderr.String())
	}
	var got map[string]any
	if err := json.Unmarshal(stdout.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	return got
}

// same compares what the reference holds, and only that; null is an absent key.
// The finer scales are those of the tests of reconcile/pool.
func same(t *testing.T, where string, got, want any, scale float64) {
	t.Helper()
	switch want := want.(type) {
	case nil:
		if got != nil {
			t.Errorf("%s = %v, want no such key", where, got)
		}
	case float64:
		x, ok := got.(float64)
		if strings.HasSuffix(where, "_p") || strings.HasSuffix(where, "QEp") {
			scale = 0
		}
		if !ok || math.Abs(x-want) > 1e-8*max(math.Abs(want), scale) {
			t.Errorf("%s = %v, want %v", where, got, want)
		}
	case []any:
		list, ok := got.([]any)
		if !ok || len(list) != len(want) {
			t.Errorf("%s = %v, want %v", where, got, want)
			return
		}
		for i := range want {
			same(t, fmt.Sprintf("%s[%d]", where, i), list[i], want[i], scale)
		}
	case map[string]any:
		object, ok := got.(map[string]any)
		if !ok {
			t.Errorf("%s = %v, want an object", where, got)
			return
		}
		for key := range want {
			if strings.HasPrefix(key, "_") { // a remark on the reference
				continue
			}
			same(t, where+" "+key, object[key], want[key], scale)
		}
	default:
		if got != want {
			t.Errorf("%s = %v, want %v", where, got, want)
		}
	}
}
