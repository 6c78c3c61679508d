package wording

import (
	"strings"
	"testing"
)

// Sentences in which a number, a verb or a name is easily taken for what it is not:
// a false claim is worse than a miss.
var traps = []struct {
	text string
	want []string
}{
	// A forecast is no assertion.
	{"The toll is expected to exceed 1,000.", []string{"is expected to exceed 1,000 killed?"}},
	{"The death toll is likely to exceed 500.", []string{"is likely to exceed 500 killed?"}},
	{"The death toll is unlikely to exceed 500.", []string{"is unlikely to exceed 500 killed?"}},
	{"Officials fear the death toll will top 2,000.", []string{"will top 2,000 killed?"}},
	{"The death toll is expected to reach 300.", []string{"is expected to reach 300 killed?"}},
	{"The death toll will rise above 300.", []string{"will rise above 300 killed?"}},
	{"The death toll is set to pass 400.", []string{"is set to pass 400 killed?"}},
	{"The death toll was forecast to pass 400.", []string{"forecast to pass 400 killed?"}},
	{"Casualties could be in the hundreds.", []string{"hundreds killed_or_wounded?"}},
	{"Casualties could be in the low thousands.", []string{"thousands killed_or_wounded?"}},
	{"Deaths may be in the thousands.", []string{"thousands killed?"}},
	{"The death toll, which could still rise, stands at 14.", []string{"14 killed"}},
	{"The police would confirm only two deaths.", []string{"two killed"}},
	// A month is no modal verb.
	{"In the worst incident, on 14 May, 60 demonstrators were shot dead.", []string{"60 killed"}},
	{"The army shelled the town, killing four on 3 May, 12 on 5 May.", []string{"four killed", "12 killed"}},
	{"In May at least 60 people died.", []string{"at least 60 killed"}},
	{"The bomb may have killed 60.", []string{"60 killed?"}},
}

func TestTraps(t *testing.T) {
	for _, row := range traps {
		if g, w := strings.Join(found(row.text), "; "), strings.Join(row.want, "; "); g != w {
			t.Errorf("%q\n got %s\nwant %s", row.text, g, w)
		}
	}
}
