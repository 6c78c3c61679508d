package wording

import (
	"os"
	"strings"
	"testing"

	"github.com/openestimate/casualty/estimate"
)

// hedgeOf is the hedge that a kind of the phrase tables stands for.
var hedgeOf = map[string]estimate.Hedge{
	"exact": estimate.HedgeExact, "at_least": estimate.HedgeAtLeast, "more_than": estimate.HedgeMoreThan,
	"at_most": estimate.HedgeAtMost, "fewer_than": estimate.HedgeFewerThan, "approx": estimate.HedgeApproximately,
	"nearly": estimate.HedgeNearly, "vague": estimate.HedgeVague, "unspecified": estimate.HedgeUnknown,
}

// table is the file of a language's phrases or sentences; English has no code.
func table(kind, code string) string {
	if code == "en" {
		return "testdata/" + kind + ".jsonl"
	}
	return "testdata/" + kind + "_" + code + ".jsonl"
}

// TestPhrases reads the phrases of each language by a Reader of all languages and
// by one of its own, and writes them back.
func TestPhrases(t *testing.T) {
	for _, code := range Languages() {
		t.Run(code, func(t *testing.T) {
			rows := lines[keyRow](t, table("phrases", code))
			if len(rows) < 40 {
				t.Errorf("only %d phrases", len(rows))
			}
			for _, r := range []*Reader{{}, {Languages: []string{code}}} {
				for _, row := range rows {
					testPhrase(t, r, row, row.Phrase)
				}
			}
			// Capitals and missing accents change nothing.
			for _, row := range rows {
				if row.Kind != "none" && (code == "es" || code == "fr") {
					testPhrase(t, &Reader{}, row, strings.ToUpper(row.Phrase))
					testPhrase(t, &Reader{}, row, foldAll(row.Phrase))
				}
			}
		})
	}
}

func testPhrase(t *testing.T, r *Reader, row keyRow, text string) {
	t.Helper()
	q, err := r.Parse(text)
	if row.Kind == "none" || row.Kind == "fraction" {
		if err == nil {
			t.Errorf("%q: read as %+v", text, q)
		}
		return
	}
	if err != nil {
		t.Error(err)
		return
	}
	if q.Text != text {
		t.Errorf("%q: the text is %q", text, q.Text)
	}
	checkRound(t, text, q)
	if want, ok := hedgeOf[row.Kind]; ok && q.Hedge != want {
		t.Errorf("%q: hedge %q, want %q", text, q.Hedge, want)
	}
	if modal := q.Modality != "" || q.High.Possible; modal != row.Modal {
		t.Errorf("%q: modal %v, want %v", text, modal, row.Modal)
	}
	lit := estimate.Literal()
	low, high, lo, ho := ends(lit.Read(q))
	if show(low) != show(row.Low) || show(high) != show(row.High) || lo != row.LowOpen || ho != row.HighOpen {
		t.Errorf("%q: %v %v %v %v, want %v %v %v %v", text, show(low), show(high), lo, ho,
			show(row.Low), show(row.High), row.LowOpen, row.HighOpen)
	}
}

// A sentenceRow is a sentence with the claims in it. Denied and superseded counts
// are listed apart, or carry a status; a file that lists none says nothing of
// them.
type sentenceRow struct {
	Sentence string
	Claims   []struct {
		keyRow
		Category string
		Status   Status
	}
	Denied, Superseded []string
}

// categories are the words of the sentence files for measures that the library
// calls otherwise.
var categories = map[string]estimate.Measure{
	"injured": estimate.Wounded, "casualties": estimate.KilledOrWounded, "bodies": estimate.BodiesRecovered,
}

// TestSentenceFiles finds the claims of each sentence, in order, and no other.
func TestSentenceFiles(t *testing.T) {
	var r Reader
	for _, code := range Languages() {
		if _, err := os.Stat(table("sentences", code)); err != nil {
			t.Error(err)
			continue
		}
		for _, row := range lines[sentenceRow](t, table("sentences", code)) {
			testSentence(t, &r, row, code == "en")
		}
	}
}

func testSentence(t *testing.T, r *Reader, row sentenceRow, anyOrder bool) {
	t.Helper()
	lit := estimate.Literal()
	want := row.Claims
	aside := map[Status][]string{Denied: row.Denied, Superseded: row.Superseded}
	for i := 0; i < len(want); {
		if s := want[i].Status; s != Claimed {
			aside[s] = append(aside[s], want[i].Phrase)
			want = append(want[:i:i], want[i+1:]...)
			continue
		}
		i++
	}
	for m := range r.Scan(row.Sentence) {
		if row.Sentence[m.Start:m.End] != m.Text {
			t.Errorf("%q: %q is not at %d-%d", row.Sentence, m.Text, m.Start, m.End)
		}
		if m.Status != Claimed {
			if left := aside[m.Status]; len(left) > 0 && left[0] == m.Text {
				aside[m.Status] = left[1:]
			} else if len(row.Denied)+len(row.Superseded) > 0 {
				t.Errorf("%q: %q is %s", row.Sentence, m.Text, m.Status)
			}
			continue
		}
		found := -1
		for i := range want {
			measure, ok := categories[want[i].Category]
			if !ok {
				measure = estimate.Measure(want[i].Category)
			}
			q := lit.Read(m.Quantity)
			low, high, lo, ho := ends(q)
			if m.Text == want[i].Phrase && m.Measure == measure && (q.Modality != "" || q.High.Possible) == want[i].Modal &&
				show(low) == show(want[i].Low) && show(high) == show(want[i].High) && lo == want[i].LowOpen && ho == want[i].HighOpen {
				found = i
			}
			if found >= 0 || !anyOrder {
				break
			}
		}
		if found < 0 {
			t.Errorf("%q: found %q, %s, %+v", row.Sentence, m.Text, m.Measure, m.Quantity)
			continue
		}
		want = append(want[:found:found], want[found+1:]...)
	}
	for _, w := range want {
		t.Errorf("%q: %q (%s) not found", row.Sentence, w.Phrase, w.Category)
	}
	for status, left := range aside {
		for _, text := range left {
			t.Errorf("%q: %q not found as %s", row.Sentence, text, status)
		}
	}
}
