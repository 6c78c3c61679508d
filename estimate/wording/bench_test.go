package wording

import (
	"strconv"
	"testing"
)

var (
	sinkF float64
	sinkN int
)

// digits are the numbers in the English phrases, for the baseline.
var digits = []string{"47", "1024", "23", "112", "1200000", "15000", "100", "30", "200", "12", "10000", "200", "4000", "50", "1000", "3000", "300", "3000", "5000", "24"}

var englishPhrases = []string{
	"47", "1,024", "twenty-three", "one hundred and twelve", "1.2 million", "15k", "at least 100", "no fewer than 30",
	"200+", "not less than 12", "more than 10,000", "could have surpassed 200", "up to 4,000", "fewer than 50",
	"approximately 1,000", "nearly 3,000", "between 300 and 500", "3-5 thousand", "several hundred", "hundreds, possibly thousands",
}

func BenchmarkParse(b *testing.B) {
	b.Run("baseline=ParseFloat", func(b *testing.B) {
		for i := range b.N {
			sinkF, _ = strconv.ParseFloat(digits[i%len(digits)], 64)
		}
	})
	b.Run("english", func(b *testing.B) { benchmarkParse(b, englishPhrases) })
	for _, p := range englishPhrases {
		b.Run(p, func(b *testing.B) { benchmarkParse(b, []string{p}) })
	}
}

func benchmarkParse(b *testing.B, phrases []string) {
	var r Reader
	b.ReportAllocs()
	for i := range b.N {
		q, err := r.Parse(phrases[i%len(phrases)])
		if err != nil {
			b.Fatal(err)
		}
		sinkN += int(q.Low.N)
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds()/1e6, "Mphrases/s")
}

// BenchmarkParseMixed reads the phrases of all other languages in turn.
func BenchmarkParseMixed(b *testing.B) {
	var phrases []string
	for _, code := range Languages()[1:] {
		for _, row := range lines[keyRow](b, table("phrases", code)) {
			if row.Kind != "none" && row.Kind != "fraction" {
				phrases = append(phrases, row.Phrase)
			}
		}
	}
	benchmarkParse(b, phrases)
}

func BenchmarkScan(b *testing.B) {
	var english, mixed []string
	for _, row := range englishSentences {
		english = append(english, row.text)
	}
	for _, code := range Languages()[1:] {
		for _, row := range lines[sentenceRow](b, table("sentences", code)) {
			mixed = append(mixed, row.Sentence)
		}
	}
	var given []string
	for _, row := range lines[sentenceRow](b, table("sentences", "en")) {
		given = append(given, row.Sentence)
	}
	for _, set := range []struct {
		name      string
		sentences []string
	}{{"given", given}, {"english", english}, {"mixed", mixed}} {
		b.Run(set.name, func(b *testing.B) {
			var r Reader
			b.ReportAllocs()
			for i := range b.N {
				for m := range r.Scan(set.sentences[i%len(set.sentences)]) {
					sinkN += m.End
				}
			}
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds()/1e6, "Msentences/s")
		})
	}
}

// BenchmarkCompile is what the first use costs.
func BenchmarkCompile(b *testing.B) {
	b.ReportAllocs()
	for range b.N {
		sinkN += len(compile(all()).words)
	}
}
