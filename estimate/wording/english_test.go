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
	{"around a hundred", "90..110"}, {"around 2000 people", "1800..2200"}, {"15k-dozens", "-"}, {"a couple of hundred-20", "-"}, {"dozens to 20", "-"}, {"50 to several hundred", "50..900"}, {"dozens to 200", "24..200"}, {"could well nigh on 300", "270..(300)?"}, {"around 2000", "1800..2200"}, {"about 1,000 people", "900..1100"}, {"approx. 250", "225..275"}, {"c. 500", "450..550"}, {"circa 70", "65..75"}, {"ca. 70", "65..75"},
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
	{"at least 12 and at most 12", "12..12"},
	// As a wire agency writes.
	{"sixty-eight", "68..68"}, {"3,417", "3417..3417"}, {"two hundred forty-one", "241..241"}, {"one thousand and three", "1003..1003"}, {"a dozen people", "12..12"},
	{"eleven hundred", "1100..1100"}, {"four score", "80..80"}, {"two-and-a-half thousand", "2500..2500"}, {"1.75 million", "1750000..1750000"}, {"6.4k", "6400..6400"},
	{"precisely 14", "14..14"}, {"three dozen", "36..36"}, {"half a hundred", "50..50"}, {"half a thousand", "500..500"}, {"a million", "1000000..1000000"},
	{"a quarter million", "250000..250000"}, {"quarter of a million", "250000..250000"}, {"one and a half thousand", "1500..1500"}, {"forty thousand", "40000..40000"},
	{"two million three hundred thousand", "2300000..2300000"}, {"a single person", "1..1"}, {"one", "1..1"}, {"just one", "1..1"}, {"only 12", "12..12"},
	{"just 7", "7..7"}, {"a total of 1,139 people", "1139..1139"}, {"in total 52", "52..52"}, {"52 in all", "52..52"}, {"all 67 people on board", "67..67"},
	{"the two soldiers", "2..2"}, {"a pair of soldiers", "2..2"}, {"a confirmed 37", "37..37"}, {"a record 112", "112..112"}, {"another 15", "15..15"},
	{"a further 40", "40..40"}, {"an additional 200", "200..200"}, {"100 thousand", "100000..100000"}, {"zero casualties", "0..0"}, {"no casualties", "0..0"},
	{"nil", "0..0"}, {"not a single soldier", "0..0"}, {"no people", "0..0"}, {"no deaths", "0..0"}, {"none of them", "0..0"}, {"10,000 people", "10000..10000"},
	{"six hundred and sixty-six", "666..666"}, {"one hundred thousand", "100000..100000"}, {"at least a hundred", "100.."}, {"at least 1.5 million people", "1500000.."},
	{"at least half a dozen", "6.."}, {"at least 9", "9.."}, {"a minimum of two dozen", "24.."}, {"not less than a thousand", "1000.."}, {"no fewer than eleven", "11.."},
	{"upwards of 1,200 people", "1200.."}, {"upward of 300", "300.."}, {"no less than five hundred", "500.."}, {"60-plus", "60.."}, {"1,000+", "1000.."},
	{"seventy or more", "70.."}, {"250 and more", "250.."}, {"20 or above", "20.."}, {"as few as 3", "3.."}, {"at the least 40", "40.."}, {"at a minimum 60", "60.."},
	{"minimum of 70", "70.."}, {"40 minimum", "40.."}, {"15 and counting", "15.."}, {"at least 15 and possibly more", "15.."}, {"at least another 30", "30.."},
	{"at least some 40", "40.."}, {"at least one hundred and twenty", "120.."}, {"a bare minimum of 20", "20.."}, {"100 if not more", "100.."}, {"no lower than 80", "80.."},
	{"50 and upwards", "50.."}, {"not under 30", "30.."}, {"well over a hundred", "(100).."}, {"well more than 50", "(50).."}, {"far more than 1,000", "(1000).."},
	{"just over 2,000", "(2000).."}, {"a little over 300", "(300).."}, {"slightly over 90", "(90).."}, {"more than 3.5 million", "(3500000).."},
	{"more than two dozen people", "(24).."}, {"more than one", "(1).."}, {"more than half a million people", "(500000).."}, {"exceeded 2,500", "(2500).."},
	{"surpassed 11,000", "(11000).."}, {"passed 50,000", "(50000).."}, {"has passed 20,000", "(20000).."}, {"has risen above 300", "(300).."},
	{"has climbed past 1,000", "(1000).."}, {"has reached 45", "45..45"}, {"stands at 88", "88..88"}, {"stood at 88", "88..88"}, {"tops 11,000", "(11000).."},
	{"might top 2,000", "(2000)..?"}, {"may have reached 500", "500..500?"}, {"could reach 10,000", "10000..10000?"}, {"could rise to 300", "300..300?"},
	{"may be as high as 20,000", "..20000?"}, {"could be more than 100", "(100)..?"}, {"could exceed 1,000", "(1000)..?"}, {"over a dozen", "(12).."},
	{"above 1,500", "(1500).."}, {"in excess of 50", "(50).."}, {"> 250", "(250).."}, {">1k", "(1000).."}, {"beyond 200", "(200).."}, {"upwards of one thousand", "1000.."},
	{"likely above 100", "(100)..?"}, {"almost certainly more than 1,000", "(1000)..?"}, {"up to a hundred", "..100"}, {"up to two dozen", "..24"},
	{"up to 1.5 million", "..1500000"}, {"at most 7", "..7"}, {"no more than three", "..3"}, {"not more than 50 people", "..50"}, {"as many as two thousand", "..2000"},
	{"as many as 1,300 people", "..1300"}, {"a maximum of 12", "..12"}, {"maximum of 90", "..90"}, {"at the most 30", "..30"}, {"30 at the most", "..30"},
	{"75 or fewer", "..75"}, {"12 or less", "..12"}, {"not above 100", "..100"}, {"not exceeding 200", "..200"}, {"up to about 500", "..500"}, {"perhaps up to 60", "..60?"},
	{"possibly up to 1,000", "..1000?"}, {"possibly as many as 500", "..500?"}, {"anything up to 40", "..40"}, {"no greater than 25", "..25"}, {"a max of 10", "..10"},
	{"fewer than a dozen", "..(12)"}, {"fewer than 1,500", "..(1500)"}, {"less than a thousand", "..(1000)"}, {"below 200", "..(200)"}, {"under a hundred", "..(100)"},
	{"well below 300", "..(300)"}, {"considerably fewer than 500", "..(500)"}, {"<100", "..(100)"}, {"< 1,000", "..(1000)"}, {"short of 60", "..(60)"},
	{"lower than 40", "..(40)"}, {"far fewer than 10,000", "..(10000)"}, {"about 60", "55..65"}, {"around 1,500", "1350..1650"}, {"some 40", "36..44"},
	{"some 40 people", "36..44"}, {"about 25", "23..27"}, {"roughly 300", "270..330"}, {"approximately 5,000", "4500..5500"}, {"around 37", "36..38"},
	{"circa 1,200", "1150..1250"}, {"an estimated 20,000 people", "18000..22000"}, {"some 3,500", "3250..3750"}, {"~ 15", "14..16"}, {"about twelve", "11..13"},
	{"about 850", "825..875"}, {"about 2 million", "1800000..2200000"}, {"or so 100", "90..110"}, {"a thousand or so", "900..1100"}, {"200 or thereabouts", "180..220"},
	{"give or take 500", "450..550"}, {"500, give or take", "450..550"}, {"in the neighborhood of 80", "75..85"}, {"on the order of 10,000", "9000..11000"},
	{"approximately three hundred", "270..330"}, {"approx 75", "73..77"}, {"c.150", "135..165"}, {"estimated 700", "650..750"},
	{"somewhere in the region of 400", "360..440"}, {"40-odd people", "36..44"}, {"thirty-odd", "27..33"}, {"100ish", "90..110"}, {"about a thousand", "900..1100"},
	{"nearly 50", "45..(50)"}, {"nearly two hundred", "180..(200)"}, {"nearly 1.5 million", "1350000..(1500000)"}, {"almost a thousand", "900..(1000)"},
	{"almost 20", "18..(20)"}, {"just under 2,000", "1800..(2000)"}, {"close to 700", "630..(700)"}, {"close on 100", "90..(100)"}, {"approaching 5,000", "4500..(5000)"},
	{"just shy of 400", "360..(400)"}, {"not quite 100", "90..(100)"}, {"nearly half a million", "450000..(500000)"}, {"between 50 and 70", "50..70"},
	{"between 1,000 and 1,200 people", "1000..1200"}, {"between two and three dozen", "24..36"}, {"between ten and twelve", "10..12"}, {"15–20", "15..20"},
	{"15 - 20", "15..20"}, {"15 to 20 people", "15..20"}, {"from 100 to 150", "100..150"}, {"from 1,500 to 2,000", "1500..2000"}, {"two to three thousand", "2000..3000"},
	{"4-6k", "4000..6000"}, {"1.5-2 million", "1500000..2000000"}, {"1.5 to 2 million", "1500000..2000000"}, {"ten to fifteen", "10..15"}, {"five or six", "5..6"},
	{"60 or 70", "60..70"}, {"three or four hundred", "300..400"}, {"100–120 people", "100..120"}, {"300,000-400,000", "300000..400000"},
	{"anywhere from 200 to 400", "200..400"}, {"ranging from 40 to 60", "40..60"}, {"somewhere between 1,000 and 2,000", "1000..2000"},
	{"50 to 60 thousand", "50000..60000"}, {"100 to 150 or more", "100.."}, {"at least 10 to 12", "10.."}, {"at least 100 and up to 250", "100..250"},
	{"at least 100 and perhaps as many as 250", "100..250"}, {"at least 40 but no more than 60", "40..60"}, {"100-plus, perhaps 200", "100..200"},
	{"fully 40", "40..40"}, {"40 to as many as 50", "40..50"}, {"40 to perhaps 50", "40..50"}, {"is feared to exceed 40", "(40)..?"},
	{"no fewer than 30 and no more than 50", "30..50"}, {"between 20 and 25 and possibly more", "20.."}, {"20 to 30, possibly more", "20.."},
	{"as few as 20 and as many as 40", "20..40"}, {"several", "3..9"}, {"several people", "3..9"}, {"several thousand", "3000..9000"}, {"several dozen people", "36..108"},
	{"several scores", "60..180"}, {"several million", "3000000..9000000"}, {"a few people", "3..5"}, {"a few dozen people", "36..60"},
	{"a few hundred thousand", "300000..500000"}, {"a couple of people", "2..3"}, {"a couple of dozen", "24..36"}, {"a couple hundred", "200..300"},
	{"a couple of thousand", "2000..3000"}, {"a handful of soldiers", "3..6"}, {"handful", "3..6"}, {"tens of people", "20..99"}, {"dozens of people", "24..99"},
	{"dozens and dozens", "24..99"}, {"scores of people", "40..199"}, {"hundreds of soldiers", "200..999"}, {"thousands of people", "2000..9999"},
	{"hundreds of thousands", "200000..999999"}, {"millions of people", "2000000..9999999"}, {"dozens more", "24..99"}, {"hundreds more", "200..999"},
	{"hundreds, perhaps thousands", "200..9999"}, {"hundreds, if not thousands", "200..9999"}, {"hundreds or possibly thousands", "200..9999"},
	{"scores, possibly hundreds", "40..999"}, {"dozens, maybe hundreds", "24..999"}, {"several dozen, possibly hundreds", "36..999"},
	{"thousands, possibly tens of thousands", "2000..99999"}, {"thousands, if not tens of thousands", "2000..99999"}, {"several, possibly dozens", "3..99"},
	{"hundreds and possibly thousands", "200..9999"}, {"dozens and possibly hundreds", "24..999"}, {"at least several dozen", "36.."}, {"at least hundreds", "200.."},
	{"at least a few dozen", "36.."}, {"up to several thousand", "..9000"}, {"more than a few dozen", "(36).."}, {"possibly dozens", "24..99?"},
	{"about several hundred", "300..900"}, {"100, possibly 150", "100..150"}, {"100, possibly as many as 150", "100..150"}, {"40, perhaps more", "40.."},
	{"40 and perhaps more", "40.."}, {"an unspecified number of people", ".."}, {"an unconfirmed number of casualties", ".."}, {"an undetermined number of people", ".."},
	{"an unknown number of soldiers", ".."}, {"an unreported number", ".."}, {"unknown", ".."}, {"a large number of people", ".."}, {"countless", ".."},
	// Not counts.
	{"half of the passengers", "-"}, {"a quarter of the population", "-"}, {"two thirds of the battalion", "-"}, {"three-quarters of the crew", "-"}, {"three in ten", "-"},
	{"one out of every four", "-"}, {"most of them", "-"}, {"the majority of the victims", "-"}, {"a fifth of the dead", "-"}, {"1 in 10", "-"}, {"half the unit", "-"},
	{"nearly half", "-"}, {"more than a third of the force", "-"}, {"over 60 percent of the victims", "-"}, {"about one-third", "-"}, {"85%", "-"}, {"12.5 percent", "-"},
	{"40 per cent of casualties", "-"}, {"3/4 of the crew", "-"}, {"on January 14, 2023", "-"}, {"14 January 2023", "-"}, {"in February 2022", "-"}, {"early 2024", "-"},
	{"by 2030", "-"}, {"the 1990s", "-"}, {"the mid-1980s", "-"}, {"in 1943-44", "-"}, {"1914-1918", "-"}, {"May 9", "-"}, {"on the 24th", "-"}, {"Feb. 24", "-"},
	{"24/02/2022", "-"}, {"at 6 a.m.", "-"}, {"at 23:45", "-"}, {"around 4:30 pm", "-"}, {"0600 GMT", "-"}, {"at about 03:20", "-"}, {"24/7", "-"}, {"for two weeks", "-"},
	{"after 40 days", "-"}, {"48 hours", "-"}, {"36 hours", "-"}, {"10 years ago", "-"}, {"18 months", "-"}, {"a 19-year-old conscript", "-"}, {"aged 54", "-"},
	{"54 years old", "-"}, {"a two-month-old baby", "-"}, {"a nine-year-old", "-"}, {"in his 40s", "-"}, {"a woman in her 60s", "-"}, {"at the age of 87", "-"},
	{"a T-90 tank", "-"}, {"a MiG-29", "-"}, {"a Boeing 737", "-"}, {"an AK-47", "-"}, {"an F-35 fighter jet", "-"}, {"a Kh-101 missile", "-"}, {"two Su-34s", "-"},
	{"a 120mm mortar", "-"}, {"a 7.62mm round", "-"}, {"155 mm artillery", "-"}, {"a 500-kg bomb", "-"}, {"S-300 missiles", "-"}, {"HIMARS M142", "-"},
	{"the 72nd Mechanized Brigade", "-"}, {"the 3rd Army Corps", "-"}, {"the 810th Marine Brigade", "-"}, {"Unit 8200", "-"}, {"School No. 12", "-"}, {"Highway 40", "-"},
	{"Article 5", "-"}, {"Resolution 1701", "-"}, {"Room 101", "-"}, {"Flight 752", "-"}, {"MH370", "-"}, {"the G7", "-"}, {"Group of Seven", "-"},
	{"the second attack", "-"}, {"a third strike", "-"}, {"the first time", "-"}, {"the 1,000th day", "-"}, {"5 km north of the city", "-"},
	{"30 kilometres from the border", "-"}, {"a 10-mile radius", "-"}, {"200 metres", "-"}, {"50 miles", "-"}, {"3 feet of water", "-"}, {"a 6.4-magnitude earthquake", "-"},
	{"magnitude 7.8", "-"}, {"minus 12 degrees", "-"}, {"500 tonnes of grain", "-"}, {"20 million euros", "-"}, {"$450,000", "-"}, {"€2.3 billion", "-"}, {"£500", "-"},
	{"500 rubles", "-"}, {"1.2 billion hryvnias", "-"}, {"a $61 billion package", "-"}, {"call 911", "-"}, {"tel. 044 123 4567", "-"}, {"+44 20 7946 0000", "-"},
	{"(202) 555-0143", "-"}, {"a 3-1 defeat", "-"}, {"a 2-0 win", "-"}, {"by 143 votes to 5", "-"}, {"120 drones", "-"}, {"dozens of drones", "-"}, {"40 missiles", "-"},
	{"14 vehicles", "-"}, {"300 houses", "-"}, {"several buildings", "-"}, {"three attacks", "-"}, {"50 rescuers", "-"}, {"two helicopters", "-"}, {"193 countries", "-"},
	{"7 villages", "-"}, {"two days", "-"}, {"hundreds of homes", "-"}, {"one of the victims' houses", "-"}, {"page 12", "-"}, {"version 2.0", "-"}, {"50 km/h", "-"},
	{"10 a day", "-"},
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
