package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openestimate/casualty/reconcile"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func cases(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("testdata/*.json")
	if err != nil || len(files) < 15 {
		t.Fatalf("%d cases, %v", len(files), err)
	}
	return files
}

// TestPages holds the page of every case to its golden file.
func TestPages(t *testing.T) {
	for _, file := range cases(t) {
		var out, errs bytes.Buffer
		if status := run([]string{file}, &out, &errs); status != 0 || errs.Len() > 0 {
			t.Errorf("%s: status %d: %s", file, status, errs.String())
		}
		name := strings.TrimSuffix(filepath.Base(file), ".json")
		path := filepath.Join("testdata", "golden", name+".txt")
		if *update {
			if err := os.WriteFile(path, out.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), out.String()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", path, diff)
		}
	}
}

// TestJSONLines reads every case at once: one result a line, in the order of the
// files.
func TestJSONLines(t *testing.T) {
	files := cases(t)
	var out, errs bytes.Buffer
	if status := run(append([]string{"-json"}, files...), &out, &errs); status != 0 {
		t.Fatalf("status %d: %s", status, errs.String())
	}
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	if len(lines) != len(files) {
		t.Fatalf("%d lines for %d cases of one event each", len(lines), len(files))
	}
	for i, line := range lines {
		var res reconcile.Result
		if err := json.Unmarshal([]byte(line), &res); err != nil {
			t.Fatal(err)
		}
		if event := strings.TrimSuffix(filepath.Base(files[i]), ".json"); string(res.Set.Estimates[0].Event) != event {
			t.Errorf("line %d is about %s, want %s", i+1, res.Set.Estimates[0].Event, event)
		}
	}
}

// TestBadRecord checks that a bad record is reported with its place and the
// others are answered.
func TestBadRecord(t *testing.T) {
	file := filepath.Join(t.TempDir(), "bad.json")
	text := `{"schema": "casualty/1",
"estimates": [
 {"id": "a", "source": "x", "measure": "killed", "quantity": {"low": {"n": 5}, "hedge": "at_least"}},
 {"id": "b", "source": "y", "measure": "kiled", "quantity": {"low": {"n": 7}, "hedge": "at_least"}}
]}`
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	var out, errs bytes.Buffer
	if status := run([]string{file}, &out, &errs); status != 1 {
		t.Errorf("status %d, want 1", status)
	}
	if !strings.Contains(out.String(), "At least 5 killed (x)") {
		t.Errorf("the good record is not answered:\n%s", out.String())
	}
	for _, want := range []string{"bad.json:4:", "measure", `"kiled"`, "killed, wounded"} {
		if !strings.Contains(errs.String(), want) {
			t.Errorf("error lacks %q:\n%s", want, errs.String())
		}
	}
}

func TestArguments(t *testing.T) {
	for _, args := range [][]string{nil, {"-as-of", "2024-13", "x.json"}, {"-nonsense"}} {
		var out, errs bytes.Buffer
		if status := run(args, &out, &errs); status != 2 || errs.Len() == 0 {
			t.Errorf("%v: status %d, errors %q", args, status, errs.String())
		}
	}
	var out, errs bytes.Buffer
	if status := run([]string{"-reading", "rumour", "testdata/raqqa-2017.json"}, &out, &errs); status != 1 || !strings.Contains(errs.String(), "origin or published") {
		t.Errorf("status %d, errors %q", status, errs.String())
	}
}
