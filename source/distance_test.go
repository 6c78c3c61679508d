package source

import "testing"

// The first four are the examples of Wagner and Fischer (1974) and of textbooks.
func TestDistance(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want int
	}{
		{"kitten", "sitting", 3}, {"saturday", "sunday", 3}, {"gumbo", "gambol", 2}, {"rosettacode", "raisethysword", 8},
		{"", "", 0}, {"", "abc", 3}, {"abc", "", 3}, {"same", "same", 0},
	} {
		if got := Distance(test.a, test.b); got != test.want {
			t.Errorf("%q, %q: %d, want %d", test.a, test.b, got, test.want)
		}
		if got := Distance(test.b, test.a); got != test.want {
			t.Errorf("%q, %q: %d, want %d", test.b, test.a, got, test.want)
		}
	}
}
