package wording

import "testing"

// What a condition, a plan or a question supposes is no claim; what is only still to be
// confirmed is one.
func TestUnreal(t *testing.T) {
	for _, row := range []struct{ text, want string }{
		{"If the dam broke, 40,000 people would die.", ""},
		{"The blast could kill 300 people if the reactor failed.", ""},
		{"Should the building collapse, 300 people would be killed.", ""},
		{"Were the volcano to erupt, 20,000 people would be displaced.", ""},
		{"The bomb, had it exploded, would have killed 100 people.", ""},
		{"An attack an hour later would have killed 500.", ""},
		{"Without the warning, 500 more would have died.", ""},
		{"Unless aid arrives, 300,000 children could die.", ""},
		{"The government plans to evacuate 20,000 people.", ""},
		{"The group failed to kill 12 guards.", ""},
		{"Did the strike kill 40 or 60 people?", ""},
		{"Why did 12 people have to die?", ""},
		{"Could 12 have died?", ""},
		{"If confirmed, the death toll could reach 300.", "could reach 300 killed?"},
		{"Without aid, 300,000 could die.", "300,000 killed?"},
		{"Some 200 are feared dead, but it is unclear whether the toll will rise.", "Some 200 killed?"},
		{"Officials say 40 people may have died when the roof collapsed.", "40 killed?"},
		{"At least 12 are feared dead and rescuers do not know if more are trapped.", "At least 12 killed?"},
	} {
		checkFound(t, row.text, row.want)
	}
}
