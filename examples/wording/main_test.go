package main

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func TestGolden(t *testing.T) {
	for _, test := range []struct {
		golden string
		args   []string
		input  string
	}{
		{"phrases.golden", nil, "phrases.txt"},
		{"acled.golden", []string{"-convention", "acled"}, "phrases.txt"},
		{"sentences.golden", []string{"-sentences"}, "sentences.txt"},
	} {
		text, err := os.ReadFile(filepath.Join("testdata", test.input))
		if err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		if err := run(test.args, bytes.NewReader(text), &out, &out); err != nil {
			t.Errorf("%s: %v", test.golden, err)
		}
		path := filepath.Join("testdata", test.golden)
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
			t.Errorf("%s (-want +got):\n%s", test.golden, diff)
		}
		if in, lines := strings.Count(string(text), "\n"), strings.Count(out.String(), "\n"); in != lines {
			t.Errorf("%s: %d lines for %d", test.golden, lines, in)
		}
	}
}

func TestArguments(t *testing.T) {
	for _, args := range [][]string{{"-convention", "mine"}, {"-languages", "en,xx"}, {"-nonsense"}} {
		var out bytes.Buffer
		if err := run(args, strings.NewReader("12\n"), &out, &out); err == nil {
			t.Errorf("%v: no error", args)
		}
	}
	// A last line without an end, an empty line and a carriage return are lines.
	var out bytes.Buffer
	if err := run([]string{"-languages", "en"}, strings.NewReader("12\r\n\nthree"), &out, &out); err != nil {
		t.Fatal(err)
	}
	if got := strings.Split(out.String(), "\n"); len(got) != 4 || !strings.HasPrefix(got[0], `{"text":"12",`) || !strings.Contains(got[1], "nothing is said") {
		t.Errorf("%q", got)
	}
}
