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
	for name, failing := range map[string]bool{"founding": false, "faults": true} {
		text, err := os.ReadFile(filepath.Join("testdata", name+".txt"))
		if err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		if err := run(nil, bytes.NewReader(text), &out, &out); (err != nil) != failing {
			t.Errorf("%s: %v", name, err)
		}
		path := filepath.Join("testdata", name+".golden")
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
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// The caret stands under the place, whatever the script: a letter of Hangul takes two
// columns, a vowel mark none, and a tab what the terminal makes of it.
func TestCaret(t *testing.T) {
	for _, row := range []struct{ before, at, want string }{
		{"NIS: ", "12", "         ^^"},
		{"МОУ: ", "12", "         ^^"},
		{"국정원: ", "최소 12", "            ^^^^^^^"},
		{"朝日：", "１２", "          ^^^^"},
		{"مصدر: قُتِل ", "12", "              ^^"},
		{"NIS:\t", "12", "        \t^^"},
		{"US\u200f: ", "", "        ^"},
	} {
		text := row.before + row.at + " tanks"
		f := fault{text: text, at: len(row.before), to: len(row.before + row.at), why: "why"}
		if lines := strings.Split(f.Error(), "\n"); lines[2] != row.want {
			t.Errorf("%q at %q: %q, want %q", text, row.at, lines[2], row.want)
		}
	}
}

func TestFiles(t *testing.T) {
	var fromFile, fromInput bytes.Buffer
	name := filepath.Join("testdata", "founding.txt")
	if err := run([]string{name}, nil, &fromFile, &fromFile); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := run(nil, bytes.NewReader(text), &fromInput, &fromInput); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(fromInput.String(), fromFile.String()); diff != "" {
		t.Error(diff)
	}
	if err := run([]string{"absent.txt"}, nil, &fromFile, &fromFile); err == nil {
		t.Error("a file that is not there is no error")
	}
	if err := run(nil, strings.NewReader("nothing"), &fromFile, &fromFile); err == nil {
		t.Error("nothing understood is no error")
	}
}
