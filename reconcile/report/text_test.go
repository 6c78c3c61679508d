package report_test

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/reconcile"
	"github.com/openestimate/casualty/reconcile/report"
	"github.com/openestimate/casualty/source"
)

func readSet(t testing.TB, path string) *estimate.Set {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var s estimate.Set
	if err := json.Unmarshal(data, &s); err != nil {
		t.Fatal(err)
	}
	return &s
}

func caseFiles(t testing.TB) []string {
	t.Helper()
	files, err := filepath.Glob("../../examples/cases/testdata/*.json")
	if err != nil || len(files) < 15 {
		t.Fatalf("%d cases, %v", len(files), err)
	}
	return append(files, "../../examples/kursk/founding.json")
}

func text(t testing.TB, r *reconcile.Reconciler, s *estimate.Set) string {
	t.Helper()
	res, err := r.Reconcile(t.Context(), s)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := report.Text(&out, res); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// checkPage holds what every page must be, whatever is on it.
func checkPage(t *testing.T, what, page string) {
	t.Helper()
	entries, inFindings := 0, false
	for i, line := range strings.Split(page, "\n") {
		if n := utf8.RuneCountInString(line); n > 80 {
			t.Errorf("%s: line %d has %d columns: %q", what, i+1, n, line)
		}
		if strings.TrimRight(line, " ") != line {
			t.Errorf("%s: line %d ends in space: %q", what, i+1, line)
		}
		if strings.ContainsFunc(line, unicode.IsControl) {
			t.Errorf("%s: line %d holds a control character: %q", what, i+1, line)
		}
		switch {
		case line == "  Findings":
			entries, inFindings = 0, true
		case inFindings && line == "":
			inFindings = false
			if entries > 7 {
				t.Errorf("%s: %d entries of findings, at most 7", what, entries)
			}
		case inFindings && len(line) > 2 && line[2] != ' ' && !strings.HasPrefix(line, "  also in the result"):
			entries++
		}
	}
	for _, never := range []string{"caused", " wrong", "liar", "false claim", "%!", "<nil>", "NaN", "+Inf"} {
		if strings.Contains(page, never) {
			t.Errorf("%s: the page says %q:\n%s", what, never, page)
		}
	}
	head := strings.Join(strings.Fields(strings.Join(strings.Split(page, "\n")[:min(16, strings.Count(page, "\n"))], " ")), " ")
	if !strings.Contains(head, "o best figure") && !strings.Contains(head, "est figure") && !strings.Contains(head, "othing to reconcile") &&
		!strings.Contains(head, "No statement here") && !strings.Contains(head, "no statement stands") {
		t.Errorf("%s: the first lines hold no answer:\n%s", what, head)
	}
}

// TestPages checks the page of every case, whole and with each estimate left out
// in turn, in both readings.
func TestPages(t *testing.T) {
	for _, file := range caseFiles(t) {
		for _, reading := range reconcile.Readings() {
			r := &reconcile.Reconciler{Reading: reading}
			s := readSet(t, file)
			checkPage(t, file, text(t, r, s))
			for i := range s.Estimates {
				less := *s
				less.Estimates = slices.Delete(slices.Clone(s.Estimates), i, i+1)
				checkPage(t, file+" without "+string(s.Estimates[i].ID), text(t, r, &less))
			}
		}
	}
}

// TestOrder checks that the order of the input changes no byte of a page.
func TestOrder(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for _, file := range caseFiles(t) {
		s := readSet(t, file)
		want := text(t, &reconcile.Reconciler{}, s)
		for range 10 {
			rng.Shuffle(len(s.Estimates), func(i, j int) { s.Estimates[i], s.Estimates[j] = s.Estimates[j], s.Estimates[i] })
			rng.Shuffle(len(s.Sources), func(i, j int) { s.Sources[i], s.Sources[j] = s.Sources[j], s.Sources[i] })
			if got := text(t, &reconcile.Reconciler{}, s); got != want {
				t.Fatalf("%s: another order, another page", file)
			}
		}
	}
}

// TestHostile checks that names and quotes cannot break the page.
func TestHostile(t *testing.T) {
	long := strings.Repeat("very-long-name-", 20)
	for _, name := range []string{"\x1b[31mred\x1b[0m", "two\nlines\tand a tab", "\u202eevil\u2066", long, strings.Repeat("w", 500),
		"평양 조선민주주의인민공화국 국방성 대변인", "", "\u2028sep"} {
		s := &estimate.Set{
			Registry: estimate.Registry{
				Sources: []source.Source{{ID: "a", Name: name}, {ID: "b", Short: name, Stake: source.StakeHigher}},
				Events:  []estimate.Event{{ID: "e", Name: name}},
			},
			Estimates: []estimate.Estimate{
				{ID: "1", Event: "e", Source: "a", Measure: estimate.Killed, Quantity: estimate.AtMost(10).Said(name)},
				{ID: "2", Event: "e", Source: "b", Measure: estimate.Killed, Quantity: estimate.MoreThan(400).Said(name), Quote: name},
				{ID: "3", Event: "e", Source: "b", Measure: estimate.Losses, Quantity: estimate.Vague("dozens")},
			},
		}
		checkPage(t, name, text(t, &reconcile.Reconciler{}, s))
	}
}

// TestAnswers checks what pages say of sets that cannot say much.
func TestAnswers(t *testing.T) {
	killed := func(id estimate.ID, who source.ID, q estimate.Quantity) estimate.Estimate {
		return estimate.Estimate{ID: id, Source: who, Measure: estimate.Killed, Quantity: q}
	}
	of := func(statement estimate.ID, e estimate.Estimate) estimate.Estimate { e.Statement = statement; return e }
	by := func(b source.Basis, e estimate.Estimate) estimate.Estimate {
		e.Method.Basis = []source.Basis{b}
		return e
	}
	drawing := func(e estimate.Estimate, on ...source.ID) estimate.Estimate { e.DrawsOn = on; return e }
	named := estimate.Registry{Sources: []source.Source{{ID: "list", Name: "the list"}, {ID: "morgue", Name: "the morgue"}}}
	for _, c := range []struct {
		name string
		es   []estimate.Estimate
		want []string
	}{
		{"empty", nil, []string{"No estimates, so nothing to reconcile."}},
		{"one", []estimate.Estimate{killed("a", "A", estimate.Exactly(12))},
			[]string{"12 killed (A). Best figure 12 (A), one source's figure.", "One statement on this question."}},
		{"upper bounds only", []estimate.Estimate{killed("a", "A", estimate.AtMost(40)), killed("b", "B", estimate.FewerThan(60))},
			[]string{"No firm lower limit.", "At most 40 (A).", "The statements do not conflict."}},
		{"denials", []estimate.Estimate{killed("a", "A", estimate.Quantity{Hedge: estimate.HedgeDenied})},
			[]string{"No firm lower limit. No best figure. No upper limit stated.", "denial A: a denial."}},
		{"losses alone", []estimate.Estimate{{ID: "a", Source: "A", Measure: estimate.Losses, Quantity: estimate.AtLeast(7)}},
			[]string{"No source says what it counts", `if "losses" (A) are`}},
		{"deployed alone", []estimate.Estimate{{ID: "a", Source: "A", Measure: estimate.Deployed, Quantity: estimate.MoreThan(10_000)}},
			[]string{"No statement here answers a question", "caps nothing"}},
		{"ranges", []estimate.Estimate{killed("a", "A", estimate.Between(10, 30)), killed("b", "B", estimate.Between(20, 50))},
			[]string{"At least 20 killed (B).", "At most 30 (A).", "a range gives none"}},
		{"one source twice", []estimate.Estimate{killed("a", "A", estimate.Exactly(6)), killed("b", "A", estimate.Exactly(12))},
			[]string{"No firm statements conflict; a suspicion stands below.", "are of one source: one revises the other, and their dates do not tell which."}},
		{"two scenarios", []estimate.Estimate{of("st", killed("a", "A", estimate.Exactly(20))), of("st", killed("b", "A", estimate.Exactly(90)))},
			[]string{"No best figure.", "A (20) and A (90) stand side by side in one statement."}},
		{"upstreams", []estimate.Estimate{drawing(killed("a", "A", estimate.Exactly(20)), "list"), drawing(killed("b", "B", estimate.Exactly(90)), "B", "morgue")},
			[]string{"Methods differ in upstream (the list against B and the morgue)"}},
		{"populations compared", []estimate.Estimate{by(source.Demographic, killed("a", "A", estimate.Between(20, 30)))},
			[]string{"an estimate by comparison of populations"}},
		{"rounding", []estimate.Estimate{killed("a", "A", estimate.Exactly(1000)), killed("b", "B", estimate.Exactly(1001))},
			[]string{"A (1,000) and B (1,001) agree."}},
		{"a dispute", []estimate.Estimate{killed("a", "A", estimate.Between(10, 30)), killed("b", "B", estimate.Between(90, 95))},
			[]string{"DISPUTED", "At least 10 killed (A). B says 90 to 95, disputed by 30 (A).", "at least x3.0 apart", "They disagree"}},
	} {
		page := text(t, &reconcile.Reconciler{}, &estimate.Set{Registry: named, Estimates: c.es})
		checkPage(t, c.name, page)
		flat := strings.Join(strings.Fields(page), " ")
		for _, want := range c.want {
			if !strings.Contains(flat, want) {
				t.Errorf("%s: page lacks %q:\n%s", c.name, want, page)
			}
		}
	}
}

// TestEvents checks that each event has its page, with its own findings only.
func TestEvents(t *testing.T) {
	s := &estimate.Set{Estimates: []estimate.Estimate{
		{ID: "a", Event: "first", Source: "A", Measure: estimate.Killed, Quantity: estimate.AtLeast(5), Stake: source.StakeHigher},
		{ID: "b", Event: "second", Source: "B", Measure: estimate.Killed, Quantity: estimate.AtLeast(7)},
	}}
	page := text(t, &reconcile.Reconciler{}, s)
	first, second, ok := strings.Cut(page, "\nsecond\n")
	if !ok || !strings.HasPrefix(first, "first\n") {
		t.Fatalf("not two pages:\n%s", page)
	}
	if !strings.Contains(first, "interest pulls") || strings.Contains(second, "interest pulls") {
		t.Errorf("a finding stands on the wrong page:\n%s", page)
	}
}

// failing is a writer that takes nothing.
type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, os.ErrClosed }

func TestWriteError(t *testing.T) {
	res, err := new(reconcile.Reconciler).Reconcile(t.Context(), readSet(t, "../../examples/kursk/founding.json"))
	if err != nil {
		t.Fatal(err)
	}
	if err := report.Text(failing{}, res); err != os.ErrClosed {
		t.Errorf("Text: %v", err)
	}
	if err := report.Changes(failing{}, res, res, "a", "b"); err != os.ErrClosed {
		t.Errorf("Changes: %v", err)
	}
}

func BenchmarkText(b *testing.B) {
	res, err := new(reconcile.Reconciler).Reconcile(b.Context(), readSet(b, "../../examples/cases/testdata/dprk-kursk.json"))
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	var out bytes.Buffer
	for b.Loop() {
		out.Reset()
		if err := report.Text(&out, res); err != nil {
			b.Fatal(err)
		}
	}
}
