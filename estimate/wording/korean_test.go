package wording

import (
	"slices"
	"strings"
	"testing"

	"github.com/openestimate/casualty/estimate"
)

// koreanMeasures are the measures as the sentence table names them.
var koreanMeasures = map[string]estimate.Measure{
	"killed": estimate.Killed, "injured": estimate.Wounded, "missing": estimate.Missing, "captured": estimate.Captured,
	"casualties": estimate.KilledOrWounded, "bodies": estimate.BodiesRecovered, "displaced": estimate.Displaced,
	"deployed": estimate.Deployed,
}

var koreanHedges = map[string]estimate.Hedge{
	"exact": estimate.HedgeExact, "at_least": estimate.HedgeAtLeast, "more_than": estimate.HedgeMoreThan,
	"at_most": estimate.HedgeAtMost, "fewer_than": estimate.HedgeFewerThan, "approx": estimate.HedgeApproximately,
	"nearly": estimate.HedgeNearly, "vague": estimate.HedgeVague, "unspecified": estimate.HedgeUnknown,
}

// sameEnds reports whether q, read literally, has the ends and the mood of row.
func sameEnds(q estimate.Quantity, row keyRow) bool {
	lit := estimate.Literal()
	q = lit.Read(q)
	low, high, lo, ho := ends(q)
	return show(low) == show(row.Low) && show(high) == show(row.High) && lo == row.LowOpen && ho == row.HighOpen &&
		(q.Modality != "" || q.High.Possible) == row.Modal
}

func TestKorean(t *testing.T) {
	t.Run("phrases", func(t *testing.T) {
		for _, r := range []*Reader{{}, {Languages: []string{"ko"}}} {
			for _, row := range lines[keyRow](t, "testdata/phrases_ko.jsonl") {
				q, err := r.Parse(row.Phrase)
				switch {
				case row.Kind == "none" || row.Kind == "fraction":
					if err == nil {
						t.Errorf("%q: read as %+v", row.Phrase, q)
					}
				case err != nil:
					t.Error(err)
				case !sameEnds(q, row) || koreanHedges[row.Kind] != "" && q.Hedge != koreanHedges[row.Kind]:
					t.Errorf("%q: %+v, want %+v", row.Phrase, q, row)
				}
			}
		}
	})
	t.Run("sentences", func(t *testing.T) {
		type claim struct {
			keyRow
			Category string
		}
		type row struct {
			Sentence           string
			Claims             []claim
			Denied, Superseded []string
		}
		var r Reader
		for _, row := range lines[row](t, "testdata/sentences_ko.jsonl") {
			want, aside := row.Claims, map[Status][]string{}
			for m := range r.Scan(row.Sentence) {
				if row.Sentence[m.Start:m.End] != m.Text {
					t.Errorf("%q: %q is not at %d-%d", row.Sentence, m.Text, m.Start, m.End)
				}
				if m.Status != Claimed {
					aside[m.Status] = append(aside[m.Status], m.Text)
					continue
				}
				if len(want) == 0 || m.Text != want[0].Phrase || m.Measure != koreanMeasures[want[0].Category] || !sameEnds(m.Quantity, want[0].keyRow) {
					t.Errorf("%q: found %q, %s, %+v", row.Sentence, m.Text, m.Measure, m.Quantity)
					continue
				}
				want = want[1:]
			}
			for _, c := range want {
				t.Errorf("%q: %q (%s) not found", row.Sentence, c.Phrase, c.Category)
			}
			if !slices.Equal(aside[Denied], row.Denied) || !slices.Equal(aside[Superseded], row.Superseded) {
				t.Errorf("%q: %q, want denied %q and superseded %q", row.Sentence, aside, row.Denied, row.Superseded)
			}
		}
	})
}

// A run of Hangul is cut at its counters and particles; what only looks like a
// number in words is left whole.
func TestHangul(t *testing.T) {
	for _, row := range [][2]string{
		{"100명이", "100 명 이"}, {"백여명이라고", "백 여 명 이라고"}, {"3천200여명의", "3 천 200 여 명 의"}, {"이십삼명", "이 십 삼 명"},
		{"이십구 구", "이 십 구 구"}, {"스무 구를", "스무 구 를"}, {"백 구십 명", "백 구 십 명"}, {"3만이 넘는", "3 만 이 넘는"}, {"3만이천명", "3 만 이 천 명"},
		{"다섯이", "다섯 이"}, {"열두세 명", "열 두세 명"}, {"만 이천 명", "만 이 천 명"}, {"약백명", "약 백 명"}, {"10만만", "10 만 만"}, {"백만 명", "백 만 명"},
		{"숨졌다고", "숨졌 다고"}, {"사망했으며", "사망 했 으며"}, {"북한군이었던", "북한군 이었던"}, {"부상당한", "부상 당한"}, {"100명당", "100 명당"},
		{"사망설을", "사망 설을"}, {"100배럴", "100 배럴"}, {"3천만배럴로", "3 천 만 배럴 로"}, {"100은행", "100 은행"}, {"100두락", "100 두락"},
		// No numbers.
		{"사고", "사고"}, {"이번", "이번"}, {"구청에서", "구청에서"}, {"조사", "조사"}, {"오전", "오전"}, {"일부", "일부"}, {"만약", "만약"}, {"천안함", "천안함"},
		{"백 대변인", "백 대변인"}, {"이 사람", "이 사람"}, {"한 주민은", "한 주민 은"}, {"사명", "사명"}, {"만 23세", "만 23 세"}, {"구 소련", "구 소련"}, {"사이에", "사이 에"},
		{"이천에서", "이천에서"}, {"오만 해역", "오만 해역"}, {"둘러싼", "둘러싼"}, {"세계", "세계"}, {"네가", "네가"},
	} {
		s := splitter{text: row[0], lex: lexical(), whole: true}
		var got []string
		for _, tok := range s.sentence(nil, maxTokens) {
			got = append(got, row[0][tok.start:tok.end])
			if w := s.lex.spell(tok.word); tok.word != 0 && foldAll(row[0][tok.start:tok.end]) != w {
				t.Errorf("%q: %q is taken for %q", row[0], row[0][tok.start:tok.end], w)
			}
		}
		if strings.Join(got, " ") != row[1] {
			t.Errorf("%q: cut as %q, want %q", row[0], got, row[1])
		}
	}
}

// Every word is found as it attaches, and no other word of the same letters.
func TestHangulWords(t *testing.T) {
	x := lexical()
	for a, groups := range [attachments][]group{free: korean.words, counter: korean.counters, particle: korean.particles} {
		for _, g := range groups {
			for w := range strings.SplitSeq(g.phrases, ",") {
				w = strings.TrimSpace(w)
				if strings.Contains(w, " ") || syllable(w, 0) == 0 {
					continue
				}
				found := false
				s := splitter{text: w, lex: x}
				var words morphemes
				words.from(&s, 0)
				for m := words.next(); m.slot != nil; m = words.next() {
					found = found || m.end == len(w) && m.slot.attachment == attachment(a) && x.spell(m.slot.word) == w
				}
				if !found {
					t.Errorf("%q is not found as %d", w, a)
				}
			}
		}
	}
}

// A phrase of the table is known by every word of it.
func TestHangulPhrases(t *testing.T) {
	x := lexical()
	for _, g := range korean.words {
		for phrase := range strings.SplitSeq(g.phrases, ",") {
			phrase = strings.TrimSpace(phrase)
			if !strings.Contains(phrase, " ") {
				continue // 이 alone is no number
			}
			s := splitter{text: phrase, lex: x, whole: true}
			for _, tok := range s.sentence(nil, maxTokens) {
				if tok.word == 0 {
					t.Errorf("%q: %q is no word", phrase, s.text[tok.start:tok.end])
				}
			}
		}
	}
}
