package wording

import "testing"

// What those counted did to others, saw, or were tried for is no toll of them.
func TestDeeds(t *testing.T) {
	for _, row := range []struct{ text, want string }{
		{"Six children witnessed the killing.", ""},
		{"Three surgeons operated on the wounded.", ""},
		{"Thousands marched to protest the killing of the teacher.", ""},
		{"Some 2,000 mourners buried their dead in Kharkiv.", ""},
		{"Three men confessed to killing the priest.", ""},
		{"Twelve jurors convicted him of killing his wife.", ""},
		{"Thirty paramedics treated casualties at the scene.", ""},
		{"Hundreds queued to identify bodies.", ""},
		{"The general said he needed 40,000 more men to replace losses.", ""},
		{"The charity feeds 4,000 orphans of the war dead.", ""},
		{"About 30 relatives of the missing met the president.", ""},
		// What befell them, though an article or a preposition stands beside it.
		{"Forty fighters were counted as dead.", "Forty killed"},
		{"Seven workers were listed as missing.", "Seven missing"},
		{"Five of the wounded died.", "Five killed"},
		{"Another 30 people are among the missing.", "30 missing"},
		{"The mob beat two men to death.", "two killed"},
		{"Around 4,000 soldiers have become casualties.", "Around 4,000 killed_or_wounded"},
		{"More than 70 were treated for smoke inhalation.", "More than 70 wounded"},
	} {
		checkFound(t, row.text, row.want)
	}
}
