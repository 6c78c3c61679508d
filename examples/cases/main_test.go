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

// golden holds what a command prints to a file.
func golden(t *testing.T, name string, args ...string) {
	t.Helper()
	var out, errs bytes.Buffer
	if status := run(args, &out, &errs); status != 0 || errs.Len() > 0 {
		t.Errorf("%v: status %d: %s", args, status, errs.String())
	}
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

// TestGolden holds every view of every case to its golden file.
func TestGolden(t *testing.T) {
	for _, file := range cases(t) {
		name := strings.TrimSuffix(filepath.Base(file), ".json")
		golden(t, name, file)
		golden(t, name+".prose", "-prose", file)
		golden(t, name+".timeline", "-timeline", file)
		golden(t, name+".what-if", "-what-if", file)
	}
	golden(t, "overview", cases(t)...)
	golden(t, "dprk-kursk.since", "-since", "2025-08-01", "testdata/dprk-kursk.json")
	for _, pair := range [][3]string{
		{"coalition-180", "amnesty-airwars-1600", "raqqa-2017"},                // a sized difference, and a remainder
		{"stratcom-killed-400", "russia-mod-killed-89", "makiivka-2023-01-01"}, // no size known
		{"nis-killed-0902", "western-killed-0122", "dprk-kursk"},               // time
		{"us-casualties-1217", "nis-killed-0902", "dprk-kursk"},                // different measures
		{"nis-killed-0113", "nis-killed-0430", "dprk-kursk"},                   // a revision
		{"ball-killed-47457-88332", "moh-killed-37877", "gaza-to-2024-06-30"},  // a recorded count
	} {
		golden(t, pair[2]+".explain."+pair[0], "-explain", pair[0], pair[1], "testdata/"+pair[2]+".json")
	}
}

// TestViews checks which view is taken, and that -page and -overview undo the
// choice made by the number of files.
func TestViews(t *testing.T) {
	one, two := "testdata/raqqa-2017.json", "testdata/makiivka-2023-01-01.json"
	for _, c := range []struct {
		args  []string
		first string
	}{
		{[]string{one}, "Civilians killed by the Coalition"},
		{[]string{one, two}, "case "},
		{[]string{"-page", one, two}, "Civilians killed by the Coalition"},
		{[]string{"-overview", one}, "case "},
		{[]string{"-json", one}, `{"schema"`},
		{[]string{"-what-if", two}, "HIMARS strike"},
	} {
		var out, errs bytes.Buffer
		if status := run(c.args, &out, &errs); status != 0 || !strings.HasPrefix(out.String(), c.first) {
			t.Errorf("%v: status %d, %s, begins %.40q, want %q", c.args, status, errs.String(), out.String(), c.first)
		}
	}
}

// TestExplainUnknown checks that a misspelt id is answered with those near it.
func TestExplainUnknown(t *testing.T) {
	var out, errs bytes.Buffer
	status := run([]string{"-explain", "coalition-18", "amnesty-airwars-1600", "testdata/makiivka-2023-01-01.json", "testdata/raqqa-2017.json"}, &out, &errs)
	for _, want := range []string{`"coalition-18"`, `"coalition-180"`, `"coalition-318"`} {
		if status != 1 || !strings.Contains(errs.String(), want) {
			t.Errorf("status %d, errors lack %s: %s", status, want, errs.String())
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
	for _, args := range [][]string{nil, {"-as-of", "2024-13", "x.json"}, {"-nonsense"}, {"-explain", "a", "b"}, {"-json", "-prose", "x.json"}} {
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
