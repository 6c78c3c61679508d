package wording

import (
	"fmt"
	"testing"

	"github.com/openestimate/casualty/estimate"
)

// The reading under the literal convention: "low..high", an absent end empty, an
// end that is itself excluded in parentheses; a question mark for possible or
// likely; "-" for what is no count.
var englishReadings = []struct{ phrase, want string }{
	{"0", "0..0"}, {"zero", "0..0"}, {"none", "0..0"}, {"nobody", "0..0"}, {"No one", "0..0"}, {"not a single person", "0..0"},
	{"1,000,000", "1000000..1000000"}, {"1 000", "1000..1000"}, {"1\u202f234\u202f567", "1234567..1234567"}, {"1.234.567", "1234567..1234567"},
	{"12'500", "12500..12500"}, {"12,34,567", "1234567..1234567"}, {"４２", "42..42"}, {"٤٢", "42..42"},
	{"five thousand two hundred and six", "5206..5206"}, {"two hundred thousand", "200000..200000"},
	{"a hundred and fifty", "150..150"}, {"one million two hundred thousand", "1200000..1200000"},
	{"nineteen hundred", "1900..1900"}, {"a thousand", "1000..1000"}, {"half a million", "500000..500000"},
	{"half-million", "500000..500000"}, {"a quarter of a million", "250000..250000"}, {"three quarters of a million", "750000..750000"},
	{"two and a half thousand", "2500..2500"}, {"one and a half million", "1500000..1500000"}, {"a million and a half", "1500000..1500000"},
	{"a dozen and a half", "18..18"}, {"a half-dozen", "6..6"}, {"a score", "20..20"}, {"fourscore", "-"},
	{"1.5m", "1500000..1500000"}, {"2bn", "2000000000..2000000000"}, {"3.25 million", "3250000..3250000"}, {"100K", "100000..100000"},
	{"thirty-plus", "30.."}, {"30-plus", "30.."}, {"30 plus", "30.."}, {"30+ people", "30.."}, {"100 or more", "100.."}, {"100 people or more", "100.."},
	{"100 and counting", "100.."}, {"at least 100, possibly more", "100.."}, {"100, possibly more", "100.."}, {"20 at least", "20.."},
	{"at the very least 20", "20.."}, {"not fewer than 200", "200.."}, {"no fewer than two dozen", "24.."}, {"as few as 20", "20.."},
	{"no less than 12 soldiers", "12.."}, {"a minimum of 300 people", "300.."}, {"≥ 50", "50.."}, {">= 50", "50.."}, {"at least several hundred", "300.."},
	{"at least dozens", "24.."}, {"minimum 40", "40.."},
	{"just over 100", "(100).."}, {"slightly more than 40", "(40).."}, {"in excess of 1,000", "(1000).."}, {"north of 500", "(500).."},
	{"far more than 100", "(100).."}, {"surpassed 200", "(200).."}, {"topping 3,000", "(3000).."}, {"> 90", "(90).."}, {"greater than 15", "(15).."},
	{"more than half a million", "(500000).."}, {"well above 2,000", "(2000).."}, {"more than 1.2 million people", "(1200000).."},
	{"over a thousand", "(1000).."}, {"more than several hundred", "(300).."}, {"upwards of a thousand", "1000.."}, {"have exceeded 40,000", "(40000).."},
	{"may exceed 500", "(500)..?"}, {"might have topped 60", "(60)..?"}, {"likely more than 500", "(500)..?"}, {"possibly as many as 90", "..90?"},
	{"could be as high as 5,000", "..5000?"}, {"probably over 1,000", "(1000)..?"}, {"very likely at least 30", "30..?"}, {"possibly 300", "300..300?"},
	{"possibly more than 200", "(200)..?"}, {"perhaps 50", "50..50?"}, {"an estimated 500 or more", "500.."},
	{"not more than 32", "..32"}, {"no more than a dozen", "..12"}, {"at most two", "..2"}, {"up to several hundred", "..900"}, {"as much as 40", "..40"},
	{"maximum 20", "..20"}, {"20 at most", "..20"}, {"100 or fewer", "..100"}, {"10 or less", "..10"}, {"≤12", "..12"}, {"up to 15k", "..15000"},
	{"up to half a million people", "..500000"}, {"not exceeding 70", "..70"},
	{"less than a hundred", "..(100)"}, {"below 50", "..(50)"}, {"well under 1,000", "..(1000)"}, {"fewer than two dozen", "..(24)"}, {"< 5", "..(5)"},
	{"around a hundred", "90..110"}, {"about 1,000 people", "900..1100"}, {"approx. 250", "225..275"}, {"c. 500", "450..550"}, {"circa 70", "65..75"}, {"ca. 70", "65..75"},
	{"some 200", "180..220"}, {"some two dozen", "23..25"}, {"a hundred or so", "90..110"}, {"100-odd", "90..110"}, {"100 odd soldiers", "90..110"},
	{"≈ 40", "36..44"}, {"in the region of 300", "270..330"}, {"roughly 20,000", "18000..22000"}, {"approximately 1.5 million", "1350000..1650000"},
	{"more or less 50", "45..55"}, {"somewhere around 50", "45..55"}, {"about half a million", "450000..550000"},
	{"just under 100", "90..(100)"}, {"approaching 1,000", "900..(1000)"}, {"nearly a dozen", "11..(12)"}, {"almost two hundred", "180..(200)"}, {"just short of 50", "45..(50)"},
	{"close to a thousand", "900..(1000)"}, {"nearing 400", "360..(400)"},
	{"20 to 30", "20..30"}, {"20 – 30", "20..30"}, {"20-30 people", "20..30"}, {"between twenty and thirty", "20..30"}, {"anywhere between 20 and 30", "20..30"},
	{"from 200 up to 300", "200..300"}, {"two or three", "2..3"}, {"two to three hundred", "200..300"}, {"two or three dozen", "24..36"}, {"5-20k", "5000..20000"}, {"5k-20k", "5000..20000"},
	{"between 1 and 2 million", "1000000..2000000"}, {"between 1.2 and 1.5 million", "1200000..1500000"}, {"500 to 1,000", "500..1000"}, {"500 to a thousand", "500..1000"},
	{"somewhere between 50 and 100", "50..100"}, {"10 or 12", "10..12"}, {"a dozen or 15", "12..15"}, {"about 20 to 30", "20..30"}, {"as many as 20 to 30", "..30"},
	{"more than 100 but fewer than 200", "(100)..(200)"}, {"at least 20 and at most 30", "20..30"}, {"more than 20 and up to 30", "(20)..30"},
	{"100, possibly 200", "100..200"}, {"100, perhaps as many as 300", "100..300"}, {"100 if not 200", "100..200"},
	{"tens", "20..99"}, {"tens of thousands", "20000..99999"}, {"hundreds of thousands of people", "200000..999999"}, {"thousands", "2000..9999"}, {"millions", "2000000..9999999"},
	{"many dozens", "24..99"}, {"a few", "3..5"}, {"a few dozen", "36..60"}, {"a few thousand", "3000..5000"}, {"few hundred", "300..500"}, {"a couple", "2..3"}, {"a couple dozen", "24..36"},
	{"couple of thousand", "2000..3000"}, {"several thousand people", "3000..9000"}, {"several tens of thousands", "30000..90000"}, {"several dozens", "36..108"}, {"several hundreds", "300..900"},
	{"a handful of people", "3..6"}, {"dozens, perhaps hundreds", "24..999"}, {"hundreds or even thousands", "200..9999"}, {"scores, if not hundreds", "40..999"}, {"hundreds to thousands", "200..9999"},
	{"dozens or hundreds", "24..999"}, {"many", ".."}, {"an unknown number", ".."}, {"an undisclosed number of soldiers", ".."}, {"several hundred to a thousand", "300..1000"},
	{"hundreds of people", "200..999"}, {"several hundred thousand", "300000..900000"}, {"dozens of civilians", "24..99"}, {"possibly hundreds", "200..999?"}, {"probably thousands", "2000..9999?"},
	{"4,645 (95% CI 793-8,498)", "793..8498"}, {"12 (10 to 15)", "10..15"}, {"405,000 (95% confidence interval 48,000 to 751,000)", "48000..751000"},
	{"a total of at least 40", "40.."}, {"at least 20 to 30", "20.."}, {"more than 20-30", "(20).."},
	{"500 killed", "500..500"}, {"at least 100 dead", "100.."}, {"“at least 100”", "100.."}, {"at least 100.", "100.."}, {"AT LEAST 100", "100.."},
	// Not counts.
	{"", "-"}, {"half of them", "-"}, {"two-thirds of the unit", "-"}, {"a third", "-"}, {"one in five", "-"}, {"30%", "-"}, {"30 percent", "-"}, {"3.5 per cent", "-"}, {"47th", "-"}, {"the first", "-"}, {"twenty-first", "-"},
	{"3rd Assault Brigade", "-"}, {"18 December", "-"}, {"December 18", "-"}, {"18.12.2023", "-"}, {"2023-12-18", "-"}, {"12/18/2023", "-"}, {"in 2014", "-"}, {"since 1991", "-"}, {"2014-2015", "-"},
	{"10:30", "-"}, {"3 p.m.", "-"}, {"three hours", "-"}, {"12 days", "-"}, {"five years", "-"}, {"aged 23", "-"}, {"23 years old", "-"}, {"a 7-year-old girl", "-"}, {"$3 million", "-"}, {"€20", "-"}, {"20 dollars", "-"},
	{"20 million hryvnias", "-"}, {"155-mm shells", "-"}, {"155 mm", "-"}, {"T-72", "-"}, {"MH17", "-"}, {"F-16", "-"}, {"Shahed-136", "-"}, {"an Il-76 plane", "-"}, {"20 tanks", "-"}, {"15 Russian tanks", "-"}, {"30 armoured vehicles", "-"},
	{"12 km", "-"}, {"five miles away", "-"}, {"200 tons", "-"}, {"6.5 magnitude", "-"}, {"+1 202 555 0199", "-"}, {"1.5", "-"}, {"3-2 victory", "-"}, {"12 survivors", "-"}, {"brigade 47", "-"}, {"Highway 1", "-"}, {"No. 5", "-"},
	{"several hours", "-"}, {"dozens of vehicles", "-"}, {"about 10 minutes", "-"}, {"hello", "-"}, {"100 200 300 400", "100200300400..100200300400"}, {"-5", "-"}, {"99999999999999999999", "-"}, {"between 20", "-"}, {"30 to 20", "-"}, {"at least", "-"},
	{"at least 20 or fewer", "-"}, {"0.5", "-"}, {"1.25 thousandths", "-"}, {"ten percent", "-"}, {"a dozen houses", "-"}, {"flight 370", "-"}, {"Covid-19", "-"}, {"5G", "-"},
}

func reading1(q estimate.Quantity) string {
	end := func(b estimate.Bound) string {
		switch {
		case !b.Known():
			return ""
		case b.Open:
			return fmt.Sprintf("(%d)", b.N)
		}
		return fmt.Sprint(b.N)
	}
	s := end(q.Low) + ".." + end(q.High)
	if q.Modality != "" {
		s += "?"
	}
	return s
}

func TestEnglish(t *testing.T) {
	lit := estimate.Literal()
	r := Reader{Languages: []string{"en"}}
	for _, row := range englishReadings {
		q, err := r.Parse(row.phrase)
		got := "-"
		if err == nil {
			got = reading1(lit.Read(q))
			checkRound(t, row.phrase, q)
		}
		if got != row.want {
			t.Errorf("%q: %s, want %s (%v)", row.phrase, got, row.want, err)
		}
	}
}
