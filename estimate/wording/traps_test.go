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
	// A forecast in other languages.
	{"Число погибших превысит 1000.", []string{"превысит 1000 killed?"}},
	{"Кількість загиблих перевищить 1000.", []string{"перевищить 1000 killed?"}},
	{"Le bilan dépassera 1 000 morts.", []string{"dépassera 1 000 killed?"}},
	{"El número de muertos superará los 1.000.", []string{"superará los 1.000 killed?"}},
	{"Se espera que el número de muertos supere los 1.000.", []string{"supere los 1.000 killed?"}},
	{"سيتجاوز عدد القتلى 1000.", []string{"سيتجاوز عدد القتلى 1000 killed?"}},
	// The whole of a share is no count, unless it is of those who suffered.
	{"A tenth of the town's 40,000 were killed.", nil},
	{"30 per cent of the battalion's 500 were killed.", nil},
	{"A fifth of the village's 900 died.", nil},
	{"Three quarters of the crew of 40 died.", nil},
	{"Half the crew's 40 men died.", nil},
	{"Russia has lost 87% of its pre-war force of 360,000.", nil},
	{"Half of the 80 wounded were children.", []string{"80 wounded"}},
	{"Half of the village fled and 40 people died.", []string{"40 killed"}},
	{"A quarter of a million people were killed.", []string{"A quarter of a million killed"}},
	{"Un tercio de los 300 murió.", nil},
	{"El 30% de los 500 murieron.", nil},
	{"El 30% de los 500 muertos eran niños.", []string{"500 killed"}},
	{"La moitié des 120 sont morts.", nil},
	{"La moitié des 120 morts sont des enfants.", []string{"120 killed"}},
	{"Un quart des 200 ont été tués.", nil},
	{"Третина з 300 загинули.", nil},
	{"Половина из 300 пассажиров погибли.", nil},
	{"20% из 300 погибли.", nil},
	{"Треть из 300 погибших — дети.", []string{"300 killed"}},
	{"قتل نصف الركاب البالغ عددهم 300.", nil},
	// Rates; multiples; those who are not dead yet; what only its speakers call dead.
	{"Road crashes killed 1.3 per 100,000.", nil},
	{"There were 12 deaths per 100,000.", nil},
	{"There were 12 deaths per 100,000 people.", nil},
	{"The disease killed 40 per 1,000.", nil},
	{"12 died as per the ministry.", []string{"12 killed"}},
	{"As per the ministry, 12 died.", []string{"12 killed"}},
	{"Turnout was 12 per cent and 40 died.", []string{"40 killed"}},
	{"Five per vehicle were killed.", []string{"Five killed"}},
	{"Twelve died and twice as many were wounded.", []string{"Twelve killed"}},
	{"40 died and three times as many were injured.", []string{"40 killed"}},
	{"40 died and two or three times as many were injured.", []string{"40 killed"}},
	{"The president pardoned 56 prisoners.", nil},
	{"Murieron tres niños y otros dos menores están graves.", []string{"tres killed", "dos wounded"}},
	{"Tres personas murieron y otros dos menores están graves.", []string{"Tres killed", "dos wounded"}},
	{"Погибли пятеро, ещё трое в тяжелом состоянии.", []string{"пятеро killed", "трое wounded"}},
	{"Загинули п'ятеро, троє у важкому стані.", []string{"п'ятеро killed", "троє wounded"}},
	{"قتل خمسة أشخاص وثلاثة في حالة حرجة.", []string{"خمسة killed", "ثلاثة wounded"}},
	{"Deux personnes sont mortes et un enfant entre la vie et la mort.", []string{"Deux killed", "un wounded"}},
	{"12 passengers did not survive.", []string{"12 killed"}},
	{"12 of the 40 passengers did not survive.", []string{"12 killed"}},
	{"The army said 12 of its own soldiers had fallen.", []string{"12 killed"}},
	{"Israel's military says 405 of its soldiers have fallen in Gaza.", []string{"405 killed"}},
	{"12 soldiers had fallen ill.", nil},
	{"Doce migrantes se ahogaron.", []string{"Doce killed"}},
	{"The ministry said it neutralised 23 terrorists.", []string{"23 losses"}},
	{"L'armée a neutralisé 12 terroristes.", []string{"12 losses"}},
	{"12 terrorists were neutralised.", []string{"12 losses"}},
	{"12 terrorists neutralised in northern Iraq.", []string{"12 losses"}},
	{"Douze terroristes ont été neutralisés.", []string{"Douze losses"}},
	{"Douze terroristes neutralisés.", []string{"Douze losses"}},
	{"Нейтрализованы 12 боевиков.", []string{"12 losses"}},
	{"تحييد 12 إرهابيا", []string{"12 losses"}},
	{"Two people are fighting for their lives and three died.", []string{"Two wounded", "three killed"}},
	{"Russia's death rate was 12 per 1,000.", nil},
	{"Deux morts et un enfant blessé.", []string{"Deux killed", "un wounded"}},
	{"Indian troops neutralised 23.", []string{"23 losses"}},
}

func TestTraps(t *testing.T) {
	for _, row := range traps {
		if g, w := strings.Join(found(row.text), "; "), strings.Join(row.want, "; "); g != w {
			t.Errorf("%q\n got %s\nwant %s", row.text, g, w)
		}
	}
}
