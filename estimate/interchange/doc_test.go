package interchange_test

import (
	"go/parser"
	"go/token"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/openestimate/casualty/estimate"
	. "github.com/openestimate/casualty/estimate/interchange"
	"github.com/openestimate/casualty/source"
)

func packageComment(t *testing.T) string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "doc.go", nil, parser.PackageClauseOnly|parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	return file.Doc.Text()
}

// section is the text below a heading of the package comment.
func section(t *testing.T, doc, heading string) string {
	t.Helper()
	_, text, ok := strings.Cut(doc, "\n# "+heading+"\n")
	if !ok {
		t.Fatalf("no section %q", heading)
	}
	text, _, _ = strings.Cut(text, "\n# ")
	return text
}

func words[W ~string](list []W) (out []string) {
	for _, w := range list {
		out = append(out, string(w))
	}
	return out
}

func has(text, word string) bool {
	return regexp.MustCompile(`(^|[^\w-])` + regexp.QuoteMeta(word) + `($|[^\w-])`).MatchString(text)
}

// The package comment is where a user learns the format: it must know every
// word and every key, each where it is explained.
func TestDocHasEveryWord(t *testing.T) {
	doc := packageComment(t)
	for _, v := range []struct {
		what, heading string
		words         []string
	}{
		{"kind", "Sources", words(source.Kinds())},
		{"stake", "Sources", words(source.Stakes())},
		{"reliability", "Sources", words(source.Reliabilities())},
		{"basis", "Sources", words(source.Bases())},
		{"rule", "Sources", words(source.Rules())},
		{"verification", "Sources", words(source.Verifications())},
		{"measure", "Measure", words(estimate.Measures())},
		{"hedge", "Quantity", words(estimate.Hedges())},
		{"modality", "Quantity", words(estimate.Modalities())},
		{"credibility", "Estimate", words(estimate.Credibilities())},
		{"op", "Derived", words(estimate.Ops())},
		{"facet", "Remarks", words(estimate.Facets())},
		{"party", "Scope", []string{string(estimate.Any)}},
		{"schema", "The file", []string{estimate.Schema}},
	} {
		text := section(t, doc, v.heading)
		for _, w := range v.words {
			if !has(text, w) {
				t.Errorf("the section %s lacks the %s %q", v.heading, v.what, w)
			}
		}
	}
}

func TestDocHasEveryKey(t *testing.T) {
	doc := packageComment(t)
	seen := make(map[reflect.Type]bool)
	var walk func(reflect.Type, string)
	walk = func(typ reflect.Type, heading string) {
		for typ.Kind() == reflect.Pointer || typ.Kind() == reflect.Slice {
			typ = typ.Elem()
		}
		if typ.Kind() != reflect.Struct || seen[typ] {
			return
		}
		seen[typ] = true
		switch typ {
		case reflect.TypeFor[estimate.Estimate](), reflect.TypeFor[estimate.Retraction](), reflect.TypeFor[estimate.Aside]():
			heading = "Estimate"
		case reflect.TypeFor[estimate.Quantity](), reflect.TypeFor[estimate.Bound]():
			heading = "Quantity"
		case reflect.TypeFor[estimate.Scope](), reflect.TypeFor[estimate.Event]():
			heading = "Scope"
		case reflect.TypeFor[source.Source](), reflect.TypeFor[source.Method](), reflect.TypeFor[estimate.Unit]():
			heading = "Sources"
		case reflect.TypeFor[estimate.Hop]():
			heading = "Via"
		case reflect.TypeFor[estimate.Derivation]():
			heading = "Derived"
		case reflect.TypeFor[estimate.Remark]():
			heading = "Remarks"
		case reflect.TypeFor[estimate.Established]():
			heading = "For people"
		}
		text := section(t, doc, heading)
		for i := range typ.NumField() {
			f := typ.Field(i)
			if key, _, _ := strings.Cut(f.Tag.Get("json"), ","); key != "" && key != "-" && !has(text, key) && !(typ == reflect.TypeFor[estimate.Set]() && has(doc, key)) {
				t.Errorf("the section %s lacks the key %q of %s", heading, key, typ)
			}
			walk(f.Type, heading)
		}
	}
	walk(reflect.TypeFor[estimate.Set](), "The file")
	if len(seen) < 15 {
		t.Errorf("only %d types were met", len(seen))
	}
}

// Whatever the package comment shows as JSON can be read as it stands.
func TestDocExamplesAreRead(t *testing.T) {
	doc := packageComment(t)
	block := func(text string) (out string) {
		for _, line := range strings.Split(text, "\n") {
			if code, ok := strings.CutPrefix(line, "\t"); ok {
				out += code + "\n"
			}
		}
		return out
	}
	for heading, n := range map[string]int{"The file": 1, "JSON Lines": 2} {
		set, err := Read(strings.NewReader(block(section(t, doc, heading))), "doc")
		if err != nil || len(set.Estimates) != n {
			t.Errorf("%s: %d estimates, %v", heading, len(set.Estimates), err)
		}
	}
	quantities := strings.Split(strings.TrimSpace(block(section(t, doc, "Quantity"))), "\n")
	if len(quantities) != 10 {
		t.Errorf("%d quantities", len(quantities))
	}
	for _, line := range quantities {
		keys := ", " + line
		if i := strings.Index(line, "{"); i >= 0 {
			keys = `, "quantity": ` + line[i:]
		}
		set, err := Read(strings.NewReader(around(record("b", keys))), "doc")
		if err != nil || len(set.Estimates) != 3 {
			t.Errorf("%s: %v", line, err)
		}
	}
	derived := strings.TrimSpace(block(section(t, doc, "Derived")))
	if _, err := Read(strings.NewReader(around(record("b", ", "+derived))), "doc"); err != nil {
		t.Errorf("%s: %v", derived, err)
	}
	// The order of the measures, pair by pair.
	pairs := make(map[[2]estimate.Measure]bool)
	for _, line := range strings.Split(strings.TrimSpace(block(section(t, doc, "Measure"))), "\n") {
		parts, wholes, _ := strings.Cut(line, "<")
		for _, p := range strings.Split(parts, ",") {
			for _, w := range strings.Split(wholes, ",") {
				pairs[[2]estimate.Measure{estimate.Measure(strings.TrimSpace(p)), estimate.Measure(strings.TrimSpace(w))}] = true
			}
		}
	}
	within := make(map[[2]estimate.Measure]bool)
	for p := range pairs {
		within[p] = true
	}
	for _, via := range estimate.Measures() {
		for _, a := range estimate.Measures() {
			for _, b := range estimate.Measures() {
				if within[[2]estimate.Measure{a, via}] && within[[2]estimate.Measure{via, b}] {
					within[[2]estimate.Measure{a, b}] = true
				}
			}
		}
	}
	for _, a := range estimate.Measures() {
		for _, b := range estimate.Measures() {
			if a != b && a.Within(b) != within[[2]estimate.Measure{a, b}] {
				t.Errorf("%s within %s: %t", a, b, a.Within(b))
			}
		}
	}
}
