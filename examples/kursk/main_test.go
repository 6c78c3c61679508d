package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openestimate/casualty/reconcile"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func output(t *testing.T, args ...string) string {
	t.Helper()
	var out, errs bytes.Buffer
	if err := run(args, &out, &errs); err != nil {
		t.Fatalf("%v: %v\n%s", args, err, errs.String())
	}
	return out.String()
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", path, diff)
	}
}

func TestPages(t *testing.T) {
	golden(t, "kursk.txt", output(t))
	golden(t, "published.txt", output(t, "-reading", "published"))
	golden(t, "origin.txt", output(t, "-reading", "origin"))
}

func TestJSON(t *testing.T) {
	var both struct {
		Published, Origin *reconcile.Result
		Changed           []reconcile.Change
	}
	if err := json.Unmarshal([]byte(output(t, "-json")), &both); err != nil {
		t.Fatal(err)
	}
	if both.Published.Reading != reconcile.Published || both.Origin.Reading != reconcile.Origin || len(both.Changed) == 0 {
		t.Errorf("readings %q and %q with %d changes", both.Published.Reading, both.Origin.Reading, len(both.Changed))
	}
	var one reconcile.Result
	if err := json.Unmarshal([]byte(output(t, "-json", "-reading", "origin")), &one); err != nil {
		t.Fatal(err)
	}
	a, err := one.JSON()
	if err != nil {
		t.Fatal(err)
	}
	b, err := both.Origin.JSON()
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(a, b) {
		t.Error("the origin reading alone differs from that beside the published one")
	}
}

func TestBadArguments(t *testing.T) {
	for _, args := range [][]string{{"-reading", "rumour"}, {"-nonsense"}, {"file.json"}} {
		var out, errs bytes.Buffer
		if err := run(args, &out, &errs); err == nil || out.Len() > 0 {
			t.Errorf("%v: error %v, output %q", args, err, out.String())
		}
	}
}
