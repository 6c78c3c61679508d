package reconcile_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/reconcile"
)

// readSet reads a case with encoding/json alone, so that these tests rest on no
// other package.
func readSet(t testing.TB, path string) *estimate.Set {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var s estimate.Set
	if err := json.Unmarshal(data, &s); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return &s
}

// casePaths returns every case by name, the founding one among them.
func casePaths(t testing.TB) map[string]string {
	t.Helper()
	files, err := filepath.Glob("../examples/cases/testdata/*.json")
	if err != nil || len(files) < 15 {
		t.Fatalf("cases: %d files, %v", len(files), err)
	}
	paths := map[string]string{"founding": "../examples/kursk/founding.json"}
	for _, f := range files {
		name := filepath.Base(f)
		paths[name[:len(name)-len(".json")]] = f
	}
	return paths
}

type expectedRow struct {
	Kind       string        `json:"kind"`
	Accept     []string      `json:"accept"`
	MustNot    []string      `json:"must_not"`
	Between    []estimate.ID `json:"between"`
	Confidence string        `json:"confidence"`
	Why        string        `json:"why"`
}

// disputePaths returns the disputes of testdata by name.
func disputePaths(t testing.TB) map[string]string {
	t.Helper()
	files, err := filepath.Glob("testdata/disputes/*-*.json")
	if err != nil || len(files) < 20 {
		t.Fatalf("disputes: %d files, %v", len(files), err)
	}
	paths := make(map[string]string)
	for _, f := range files {
		name := filepath.Base(f)
		paths[name[:len(name)-len(".json")]] = f
	}
	return paths
}

// TestExpectedFindings holds every result against what a careful reader finds
// in the case: each row marked sure is found, and no false alarm is raised.
func TestExpectedFindings(t *testing.T) {
	t.Run("cases", func(t *testing.T) { holdsKey(t, "testdata/expected_findings.json", casePaths(t)) })
	t.Run("disputes", func(t *testing.T) { holdsKey(t, "testdata/disputes/expected_findings.json", disputePaths(t)) })
}

// holdsKey reports where the result of a case is not what the key expects.
func holdsKey(t *testing.T, path string, cases map[string]string) {
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var key map[string][]expectedRow
	if err := json.Unmarshal(data, &key); err != nil {
		t.Fatal(err)
	}
	for name := range key {
		if cases[name] == "" {
			t.Errorf("%s: the key has rows of no case", name)
		}
	}
	arguable, met := 0, 0
	for name, path := range cases {
		rows := key[name]
		if len(rows) == 0 {
			t.Errorf("%s: the key has no rows", name)
		}
		set := readSet(t, path)
		res := mustReconcile(t, &reconcile.Reconciler{}, set)
		for _, row := range rows {
			for _, id := range row.Between {
				if !slices.ContainsFunc(set.Estimates, func(e estimate.Estimate) bool { return e.ID == id }) {
					t.Errorf("%s: the key names %s, which is no estimate of the case", name, id)
				}
			}
			names := func(ids []estimate.ID) bool {
				return !slices.ContainsFunc(row.Between, func(id estimate.ID) bool { return !slices.Contains(ids, id) })
			}
			found := func(kinds ...string) bool {
				return slices.ContainsFunc(res.Findings, func(f reconcile.Finding) bool {
					return slices.Contains(kinds, string(f.Kind)) && names(f.Estimates)
				})
			}
			switch {
			case row.MustNot != nil:
				if found(row.MustNot...) {
					t.Errorf("%s: false alarm %v between %v: %s", name, row.MustNot, row.Between, row.Why)
				}
			case row.Confidence == "sure":
				if !found(append(row.Accept, row.Kind)...) {
					t.Errorf("%s: no %s between %v: %s", name, row.Kind, row.Between, row.Why)
				}
			default:
				arguable++
				if found(append(row.Accept, row.Kind)...) {
					met++
				} else {
					t.Logf("%s: arguable %s between %v is not reported: %s", name, row.Kind, row.Between, row.Why)
				}
			}
		}
	}
	t.Logf("arguable rows: %d of %d reported", met, arguable)
}
