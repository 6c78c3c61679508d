package wording

import (
	"strings"
	"testing"

	"github.com/openestimate/casualty/estimate"
)

// What Scan finds: each count with its measure, and its status if it is not
// claimed.
var englishSentences = []struct {
	text string
	want []string
}{
	{"No fewer than 14 villagers had died, while residents counted 31 bodies.", []string{"No fewer than 14 killed", "31 bodies_recovered"}},
	{"Reports that 400 were killed are false.", []string{"400 killed denied"}},
	{"The death toll rose to 85, up from 71 a day earlier.", []string{"85 killed", "71 killed superseded"}},
	{"The toll rose from 71 to 85.", []string{"71 killed superseded", "85 killed"}},
	{"Half of them were killed.", nil},
	{"More than 300 survivors were pulled from the rubble.", nil},
	{"In 2023, 15 people were killed in 12 attacks on 7 villages.", []string{"15 killed"}},
	{"The 47th brigade lost 152 men and 12 tanks.", []string{"152 losses"}},
	{"At least 100 North Korean soldiers have been killed and about 1,000 wounded in Kursk, the NIS told lawmakers.", []string{"At least 100 killed", "about 1,000 wounded"}},
	{"Russia lost up to 1,500 troops killed or wounded in a single day.", []string{"up to 1,500 killed_or_wounded"}},
	{"The quake killed at least 2,000 people and injured 9,240 others.", []string{"at least 2,000 killed", "9,240 wounded"}},
	{"Twelve miners are still missing after the blast, which killed three and injured five.", []string{"Twelve missing", "three killed", "five wounded"}},
	{"Some 200,000 people have fled their homes.", []string{"Some 200,000 displaced"}},
	{"The fighting has displaced more than 1.2 million people.", []string{"more than 1.2 million displaced"}},
	{"Ukraine said it had captured 594 Russian soldiers.", []string{"594 captured"}},
	{"The ministry put the number of dead at 46 and the number of injured at 120.", []string{"46 killed", "120 wounded"}},
	{"Dozens were killed and hundreds wounded.", []string{"Dozens killed", "hundreds wounded"}},
	{"Nobody was hurt.", []string{"Nobody wounded"}},
	{"No one was killed in the strike, the governor said.", []string{"No one killed"}},
	{"There were no casualties.", []string{"no killed_or_wounded"}},
	{"A 7-year-old girl and two other children were among the dead.", []string{"two killed"}},
	{"The ministry denied that 400 soldiers had been killed.", []string{"400 killed denied"}},
	{"He rejected claims that more than 1,000 died, saying 89 were killed.", []string{"more than 1,000 killed denied", "89 killed"}},
	{"Officials initially reported 52 dead but later revised the figure to 37.", []string{"52 killed superseded", "37 killed"}},
	{"The toll was revised down to 37 from 52.", []string{"37 killed", "52 killed superseded"}},
	{"At least 12 people were killed, including three children, and 25 others were injured.", []string{"At least 12 killed", "three killed", "25 wounded"}},
	{"Of the 60 wounded, 12 are in critical condition.", []string{"60 wounded", "12 wounded"}},
	{"The UN says 13,000 civilians have been killed since February 2022.", []string{"13,000 killed"}},
	{"Damage was put at $1.5 million; 30 houses burned down and two people died.", []string{"two killed"}},
	{"The blast at 10:30 a.m. on Dec. 18 left 14 dead and 37 missing.", []string{"14 killed", "37 missing"}},
	{"Kyiv says Moscow has suffered 700,000 casualties.", []string{"700,000 killed_or_wounded"}},
	{"Between 10 and 15 people are feared dead.", []string{"Between 10 and 15 killed"}},
	{"The bodies of 18 people were recovered from the river.", []string{"18 bodies_recovered"}},
	{"Rescuers recovered 31 bodies.", []string{"31 bodies_recovered"}},
	{"The number of people killed has topped 40,000, the health ministry said.", []string{"topped 40,000 killed"}},
	{"Gunmen killed 15, wounded 20 and abducted 5.", []string{"15 killed", "20 wounded"}},
	{"The Coalition acknowledged 180 civilian deaths.", []string{"180 killed"}},
	{"Amnesty counted more than 1,600 civilians killed.", []string{"more than 1,600 killed"}},
	{"He was 34 and had served for 12 years.", nil},
	{"Around 20 percent of the 300 fighters were killed.", nil},
	{"One in five soldiers died.", nil},
	{"The regiment fired 200 shells and lost three howitzers.", nil},
	{"Call +380 44 255 7333 for details.", nil},
	{"The 2014 war killed 14,000 people.", []string{"14,000 killed"}},
	{"Three soldiers were killed and two more were taken prisoner.", []string{"Three killed", "two captured"}},
	{"As many as 4,000 may have been killed, Kovalenko said.", []string{"As many as 4,000 killed"}},
	{"The death toll from the quake climbed past 5,000 on Tuesday.", []string{"past 5,000 killed"}},
	{"According to the agency, 1,139 people died, 251 were taken hostage.", []string{"1,139 killed"}},
	{"Not 400 but 89 soldiers were killed, the ministry said.", []string{"89 killed"}},
	{"There is no evidence that 30 civilians were killed.", []string{"30 killed denied"}},
	{"Five of the wounded later died.", []string{"Five killed"}},
	{"About 11,000 troops were sent to Kursk.", []string{"About 11,000 deployed"}},
	{"The claim of 1,000 dead was false.", []string{"1,000 killed denied"}},
	{"Kovalenko said losses have already exceeded 200.", []string{"exceeded 200 losses"}},
	{"The storm left 3,000 people homeless.", []string{"3,000 displaced"}},
	{"Hamas said 1,000 soldiers had been killed, a claim the army dismissed as false.", []string{"1,000 killed denied"}},
	{"Some 15 vehicles were sent to the scene, where two people remain trapped.", nil},
	{"The ferry was carrying 240 passengers; 37 bodies have been recovered and 52 people are missing.", []string{"37 bodies_recovered", "52 missing"}},
	{"Death toll in Derna tops 11,000", []string{"tops 11,000 killed"}},
	{"About 11,000 troops have been deployed, of whom at least 100 have died and another 1,000 are injured.", []string{"About 11,000 deployed", "at least 100 killed", "1,000 wounded"}},
	{"The 2011 tsunami left nearly 20,000 people dead or missing.", []string{"nearly 20,000 killed_or_missing"}},
	{"Four people, two of them children, were killed.", []string{"Four killed", "two killed"}},
}

func TestSentences(t *testing.T) {
	var r Reader
	for _, row := range englishSentences {
		var got []string
		for m := range r.Scan(row.text) {
			s := m.Text + " " + string(m.Measure)
			if m.Status != Claimed {
				s += " " + string(m.Status)
			}
			got = append(got, s)
			if row.text[m.Start:m.End] != m.Text {
				t.Errorf("%q: %q is not at %d", row.text, m.Text, m.Start)
			}
		}
		if g, w := strings.Join(got, "; "), strings.Join(row.want, "; "); g != w {
			t.Errorf("%q\n got %s\nwant %s", row.text, g, w)
		}
	}
}

var _ = estimate.Killed
