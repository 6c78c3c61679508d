package wording

import (
	"strings"
	"testing"
)

// Two writers who had not seen the parser keyed these sentences and phrases by the
// rules alone. What is not met, and what careful readers differ on, is left out: the
// README of testdata counts it.
func TestOthersSentences(t *testing.T) {
	rows := lines[sentenceRow](t, "testdata/sentences_others.jsonl")
	if len(rows) < 300 {
		t.Errorf("only %d sentences", len(rows))
	}
	for _, row := range rows {
		testSentence(t, &Reader{}, row, true)
	}
}

func TestOthersPhrases(t *testing.T) {
	type phraseRow struct {
		keyRow
		Lang string
	}
	rows := lines[phraseRow](t, "testdata/phrases_others.jsonl")
	if len(rows) < 300 {
		t.Errorf("only %d phrases", len(rows))
	}
	for _, row := range rows {
		testPhrase(t, &Reader{}, row.keyRow, row.Phrase)
		testPhrase(t, &Reader{Languages: []string{row.Lang}}, row.keyRow, row.Phrase)
	}
}

// Sentences of the same kinds, keyed before they were read and written after what the
// others had shown to be wrong was mended.
func TestThirdSentences(t *testing.T) {
	testWanted(t, "testdata/sentences_third.jsonl")
}

// Sentences like those that were read wrongly: other verbs, nouns, orders and tenses.
func TestSiblingSentences(t *testing.T) {
	testWanted(t, "testdata/sentences_siblings.jsonl")
}

func testWanted(t *testing.T, file string) {
	t.Helper()
	type row struct {
		Sentence string
		Want     []string
	}
	rows := lines[row](t, file)
	if len(rows) < 900 {
		t.Errorf("%s: only %d sentences", file, len(rows))
	}
	for _, row := range rows {
		checkFound(t, row.Sentence, strings.Join(row.Want, "; "))
	}
}
