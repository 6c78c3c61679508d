package estimate_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openestimate/casualty/estimate"
)

// The rows of "Words to numbers" in the rules, each answer worked out by hand.
func TestLiteralTerms(t *testing.T) {
	literal := estimate.Literal()
	for _, tc := range []struct {
		term      string
		low, high int64
	}{
		{"couple", 2, 3}, {"few", 3, 5}, {"several", 3, 9}, {"handful", 3, 6},
		{"a couple", 2, 3}, {"a few", 3, 5}, {"a handful", 3, 6}, {"A Handful", 3, 6},
		{"couple dozen", 24, 36}, {"few dozen", 36, 60}, {"a few dozen", 36, 60}, {"several dozen", 36, 108}, {"handful of dozens", 36, 72},
		{"few score", 60, 100}, {"several score", 60, 180}, {"a couple of scores", 40, 60},
		{"couple of hundred", 200, 300}, {"a few hundred", 300, 500}, {"several hundred", 300, 900}, {"Several Hundreds", 300, 900}, {"a handful of hundred", 300, 600},
		{"couple of thousand", 2000, 3000}, {"A couple of thousand", 2000, 3000}, {"couple thousand", 2000, 3000}, {"a few thousand", 3000, 5000}, {"several thousand", 3000, 9000},
		{"several ten thousand", 30_000, 90_000}, {"a few hundred thousand", 300_000, 500_000}, {"several hundred thousand", 300_000, 900_000},
		{"a couple of million", 2_000_000, 3_000_000}, {"several million", 3_000_000, 9_000_000},
		{"tens", 20, 99}, {"dozens", 24, 99}, {"many dozens", 24, 99}, {"scores", 40, 199}, {"hundreds", 200, 999}, {"thousands", 2000, 9999},
		{"tens of thousands", 20_000, 99_999}, {"Tens of Thousands", 20_000, 99_999}, {"hundreds of thousands", 200_000, 999_999}, {"millions", 2_000_000, 9_999_999},
		{"some dozens", 24, 99}, {"  dozens  ", 24, 99},
	} {
		want := [2]int64{tc.low, tc.high}
		if got, ok := literal.Lookup(tc.term); !ok || got != want {
			t.Errorf("%q looked up: %v, %t, want %v", tc.term, got, ok, want)
		}
		bound := func(n int64) estimate.Bound {
			return estimate.Bound{N: n, Term: tc.term, Stated: true, By: "literal"}
		}
		if diff := cmp.Diff(ends{bound(tc.low), absent, bound(tc.high)}, endsOf(literal.Read(estimate.Vague(tc.term)))); diff != "" {
			t.Errorf("%q (-want +got):\n%s", tc.term, diff)
		}
	}
}

func TestLiteralLeavesOtherWordsUnread(t *testing.T) {
	literal := estimate.Literal()
	for _, term := range []string{"", " ", "a", "of", "some", "countless", "many", "heavy losses", "сотни", "several billion", "dozen", "hundred", "a couple of", "dozens hundred"} {
		if r, ok := literal.Lookup(term); ok {
			t.Errorf("%q is read as %v", term, r)
		}
		q := estimate.Vague(term)
		if got := literal.Read(q); got != q {
			t.Errorf("%q: read as %+v", term, got)
		}
		if diff := cmp.Diff(ends{}, endsOf(literal.Read(q))); diff != "" {
			t.Errorf("%q gives ends:\n%s", term, diff)
		}
	}
}

func TestLiteralAbout(t *testing.T) {
	literal := estimate.Literal()
	for _, tc := range []struct{ n, low, high int64 }{
		{1, 0, 2},    // at least 1 either way
		{5, 4, 6},    // a tenth is ½, half the grain 2½
		{7, 6, 8},    // grain 1
		{10, 9, 11},  // a tenth is 1, half the grain 5
		{15, 14, 16}, // a tenth is 1½: 13½ rounds up, 16½ down
		{25, 23, 27}, // 2½ both ways
		{50, 45, 55},
		{100, 90, 110},
		{101, 100, 102},
		{120, 115, 125}, // grain 10
		{150, 135, 165}, // grain 50, half is 25, a tenth 15
		{300, 270, 330},
		{1000, 900, 1100},
		{1234, 1233, 1235},
		{15_600, 15_550, 15_650}, // grain 100
		{205_260, 205_255, 205_265},
		{205_000, 202_500, 207_500}, // grain 5,000
		{1_000_000, 900_000, 1_100_000},
		{estimate.MaxCount, 900_000_000_000_000_000, 1_100_000_000_000_000_000},
		{estimate.MaxCount - 1, estimate.MaxCount - 2, estimate.MaxCount},
	} {
		want := ends{read(tc.low, "literal"), estimate.At(tc.n), read(tc.high, "literal")}
		if diff := cmp.Diff(want, endsOf(literal.Read(estimate.About(tc.n)))); diff != "" {
			t.Errorf("about %d (-want +got):\n%s", tc.n, diff)
		}
	}
}

// In excess deaths a number may be negative; its width is that of its size.
func TestLiteralAboutNegative(t *testing.T) {
	literal := estimate.Literal()
	want := ends{read(-330, "literal"), estimate.At(-300), read(-270, "literal")}
	if diff := cmp.Diff(want, endsOf(literal.Read(estimate.About(-300)))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestLiteralNearly(t *testing.T) {
	literal := estimate.Literal()
	for _, tc := range []struct{ n, low, most int64 }{
		{1000, 900, 999},
		{300, 270, 299},
		{205, 185, 204}, // 184½ rounds up
		{15, 14, 14},    // 13½ rounds up
		{10, 9, 9},
		{5, 4, 4}, // 4½ would round up to 5, which is excluded
		{2, 1, 1},
		{1, 0, 0},
		{estimate.MaxCount, 900_000_000_000_000_000, 999_999_999_999_999_999},
	} {
		for _, q := range []estimate.Quantity{estimate.Nearly(tc.n), {Best: estimate.At(tc.n), Hedge: estimate.HedgeNearly}} {
			got := endsOf(literal.Read(q))
			if diff := cmp.Diff(ends{read(tc.low, "literal"), absent, open(tc.n)}, got); diff != "" {
				t.Errorf("nearly %d (-want +got):\n%s", tc.n, diff)
			}
			if got.High.Most() != tc.most {
				t.Errorf("nearly %d: up to %d, want %d", tc.n, got.High.Most(), tc.most)
			}
		}
	}
}

// Against the rule stated in exact thousandths, over every n to 3,000 and many
// beyond: the widths of the table, and a reading that stays a valid count.
func TestLiteralWidthsAgainstTheRule(t *testing.T) {
	literal, g := estimate.Literal(), newGen()
	check := func(n int64) {
		t.Helper()
		grain := int64(1)
		for _, c := range []int64{1, 5, 10, 50, 100, 500, 1000, 5000, 10_000, 50_000, 100_000, 500_000, 1_000_000, 5_000_000, 10_000_000, 50_000_000, 100_000_000, 500_000_000, 1_000_000_000} {
			if n%c == 0 {
				grain = c
			}
		}
		reach := max(10, min(n, 5*grain)) // tenths
		wantLow, wantHigh := (10*n-reach+9)/10, (10*n+reach)/10
		q := literal.Read(estimate.About(n))
		if low, _, high := q.Ends(); low.N != wantLow || high.N != wantHigh {
			t.Fatalf("about %d: %d to %d, want %d to %d", n, low.N, high.N, wantLow, wantHigh)
		}
		near := literal.Read(estimate.Nearly(n))
		if low, _, high := near.Ends(); low.N != min((9*n+9)/10, n-1) || high.Most() != n-1 {
			t.Fatalf("nearly %d: %d to %d", n, low.N, high.Most())
		}
		for _, q := range []estimate.Quantity{q, near} {
			if err := validIn(q, estimate.Killed); err != nil {
				t.Fatalf("%d: %v", n, err)
			}
		}
	}
	for n := int64(1); n <= 3000; n++ {
		check(n)
	}
	for range 3000 {
		check(1 + g.Int64N(1e9))
		check((1 + g.Int64N(999)) * pick(g, int64(5), 50, 1000, 5000, 1_000_000))
	}
}

func TestAboutZeroIsNoNegativeCount(t *testing.T) {
	literal := estimate.Literal()
	q := literal.Read(estimate.About(0))
	if diff := cmp.Diff(ends{read(0, "literal"), estimate.At(0), read(1, "literal")}, endsOf(q)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if err := validIn(q, estimate.Killed); err != nil {
		t.Error(err)
	}
}

func TestLiteralReadsOneEndAlone(t *testing.T) {
	literal := estimate.Literal()
	word := func(n int64, term string) estimate.Bound {
		return estimate.Bound{N: n, Term: term, Stated: true, By: "literal"}
	}
	possible := func(b estimate.Bound) estimate.Bound { b.Possible = true; return b }
	w := estimate.Word
	for name, tc := range map[string]struct {
		q    estimate.Quantity
		want ends
	}{
		"dozens, possibly hundreds":    {estimate.Quantity{Low: w("dozens"), High: possible(w("hundreds")), Hedge: estimate.HedgeVague}, ends{word(24, "dozens"), absent, possible(word(999, "hundreds"))}},
		"100, perhaps several hundred": {estimate.Quantity{Low: estimate.At(100), High: possible(w("several hundred"))}, ends{estimate.At(100), absent, possible(word(900, "several hundred"))}},
		"at least several hundred":     {estimate.Quantity{Low: w("several hundred"), Hedge: estimate.HedgeAtLeast}, ends{word(300, "several hundred"), absent, absent}},
		"more than a few dozen":        {estimate.Quantity{Low: w("a few dozen"), Hedge: estimate.HedgeMoreThan}, ends{word(36, "a few dozen"), absent, absent}},
		"up to several hundred":        {estimate.Quantity{High: w("several hundred"), Hedge: estimate.HedgeAtMost}, ends{absent, absent, word(900, "several hundred")}},
		"at least 100 to 200":          {estimate.AtLeast(100), ends{estimate.At(100), absent, absent}},
		"the scale distributes":        {estimate.Between(3000, 5000), ends{estimate.At(3000), absent, estimate.At(5000)}},
		"bare round number":            {estimate.Exactly(1000), ends{estimate.At(1000), estimate.At(1000), estimate.At(1000)}},
		"up to n":                      {estimate.AtMost(1000), ends{absent, absent, estimate.At(1000)}},
		"about n, the low end said":    {estimate.Quantity{Low: estimate.At(295), Best: estimate.At(300), Hedge: estimate.HedgeApproximately}, ends{estimate.At(295), estimate.At(300), read(330, "literal")}},
		"nearly n, the low end said":   {estimate.Quantity{Low: estimate.At(950), High: estimate.At(1000), Hedge: estimate.HedgeNearly}, ends{estimate.At(950), absent, open(1000)}},
	} {
		if diff := cmp.Diff(tc.want, endsOf(literal.Read(tc.q))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// Nearly some hundreds may be nearly the fewest of them, and rests on the word.
func TestNearlyAVagueWord(t *testing.T) {
	literal := estimate.Literal()
	want := ends{
		estimate.Bound{N: 270, Term: "several hundred", Stated: true, By: "literal"}, absent,
		estimate.Bound{N: 900, Term: "several hundred", Stated: true, Open: true, By: "literal"},
	}
	for _, q := range []estimate.Quantity{
		{High: estimate.Word("several hundred"), Hedge: estimate.HedgeNearly}, {Best: estimate.Word("several hundred"), Hedge: estimate.HedgeNearly},
	} {
		if diff := cmp.Diff(want, endsOf(literal.Read(q))); diff != "" {
			t.Errorf("%+v (-want +got):\n%s", q, diff)
		}
	}
}

// What another convention made of a vague word is no number to widen.
func TestAboutAWordReadElsewhere(t *testing.T) {
	literal := estimate.Literal()
	q := estimate.Quantity{Best: estimate.Bound{N: 12, Term: "dozens", Stated: true, By: "acled"}, Hedge: estimate.HedgeApproximately}
	if diff := cmp.Diff(ends{}, endsOf(literal.Read(q))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// A vague word in the place of the central figure gives ends, and no centre
// that nobody stated.
func TestVagueWordIsNoCentralFigure(t *testing.T) {
	literal := estimate.Literal()
	word := func(n int64) estimate.Bound {
		return estimate.Bound{N: n, Term: "several hundred", Stated: true, By: "literal"}
	}
	for hedge, want := range map[estimate.Hedge]ends{
		"":                          {word(300), absent, word(900)},
		estimate.HedgeVague:         {word(300), absent, word(900)},
		estimate.HedgeApproximately: {word(300), absent, word(900)},
		estimate.HedgeAtLeast:       {word(300), absent, absent},
		estimate.HedgeAtMost:        {absent, absent, word(900)},
		estimate.HedgeFewerThan:     {absent, absent, word(900)},
	} {
		q := estimate.Quantity{Best: estimate.Word("several hundred"), Hedge: hedge}
		if diff := cmp.Diff(want, endsOf(literal.Read(q))); diff != "" {
			t.Errorf("hedge %q (-want +got):\n%s", hedge, diff)
		}
	}
}

func TestOtherConventions(t *testing.T) {
	for _, tc := range []struct {
		c         estimate.Convention
		term      string
		low, high int64
	}{
		{estimate.ACLED(), "tens", 10, 10}, {estimate.ACLED(), "dozens", 12, 12}, {estimate.ACLED(), "Hundreds", 100, 100},
		{estimate.PITF(), "several", 5, 24}, {estimate.PITF(), "tens", 50, 99},
	} {
		bound := func(n int64) estimate.Bound {
			return estimate.Bound{N: n, Term: tc.term, Stated: true, By: tc.c.Name}
		}
		if diff := cmp.Diff(ends{bound(tc.low), absent, bound(tc.high)}, endsOf(tc.c.Read(estimate.Vague(tc.term)))); diff != "" {
			t.Errorf("%s, %q (-want +got):\n%s", tc.c.Name, tc.term, diff)
		}
	}
	for _, c := range []estimate.Convention{estimate.ACLED(), estimate.PITF(), {}} {
		for _, q := range []estimate.Quantity{estimate.Vague("several hundred"), estimate.Vague("thousands"), estimate.About(300), estimate.Nearly(300)} {
			if got := c.Read(q); got != q {
				t.Errorf("%s lacks the word, yet reads %+v as %+v", c.Name, q, got)
			}
		}
	}
	for c, names := range map[string]estimate.Convention{"literal": estimate.Literal(), "acled": estimate.ACLED(), "pitf": estimate.PITF()} {
		if names.Name != c || names.Ground == "" {
			t.Errorf("%q: name %q, ground %q", c, names.Name, names.Ground)
		}
	}
}

func TestFirstConventionToReadStands(t *testing.T) {
	literal, acled := estimate.Literal(), estimate.ACLED()
	q := acled.Read(estimate.Vague("dozens"))
	if got := literal.Read(q); got != q {
		t.Errorf("acled's 12 became %+v", got)
	}
}

// A caller may alter what a constructor returned and alter nothing else.
func TestConventionsAreFresh(t *testing.T) {
	c := estimate.Literal()
	c.Terms["dozens"] = [2]int64{1, 1}
	c.Widths[estimate.HedgeApproximately] = estimate.Width{}
	fresh := estimate.Literal()
	if r, _ := fresh.Lookup("dozens"); r != [2]int64{24, 99} {
		t.Errorf("dozens is now %v everywhere", r)
	}
	if got := fresh.Read(estimate.About(300)).Low.N; got != 270 {
		t.Errorf("about 300 now begins at %d everywhere", got)
	}
}

func TestCustomWidths(t *testing.T) {
	c := estimate.Convention{Name: "wide", Widths: map[estimate.Hedge]estimate.Width{
		estimate.HedgeApproximately: {Below: 50, Above: 100, Least: 3},
		estimate.HedgeNearly:        {Below: 25},
	}}
	for _, tc := range []struct {
		q    estimate.Quantity
		want ends
	}{
		{estimate.About(200), ends{read(100, "wide"), estimate.At(200), read(400, "wide")}},
		{estimate.About(2), ends{read(0, "wide"), estimate.At(2), read(5, "wide")}}, // no fewer than nobody
		{estimate.Nearly(200), ends{read(150, "wide"), absent, open(200)}},
	} {
		if diff := cmp.Diff(tc.want, endsOf(c.Read(tc.q))); diff != "" {
			t.Errorf("%v (-want +got):\n%s", tc.q, diff)
		}
	}
	oneSided := estimate.Convention{Name: "up", Widths: map[estimate.Hedge]estimate.Width{estimate.HedgeApproximately: {Above: 20}}}
	want := ends{read(200, "up"), estimate.At(200), read(240, "up")}
	if diff := cmp.Diff(want, endsOf(oneSided.Read(estimate.About(200)))); diff != "" {
		t.Errorf("one-sided (-want +got):\n%s", diff)
	}
}

// checkReading checks what holds of every reading: it is idempotent, it keeps
// every end that the words give, it marks every end it adds, and it leaves the
// words alone.
func checkReading(t *testing.T, c *estimate.Convention, q estimate.Quantity) {
	t.Helper()
	got := c.Read(q)
	if again := c.Read(got); again != got {
		t.Fatalf("%s, %+v: read twice (-once +twice):\n%s", c.Name, q, cmp.Diff(got, again))
	}
	if got.Text != q.Text || got.Hedge != q.Hedge || got.Modality != q.Modality || got.Level != q.Level {
		t.Fatalf("%s: the words changed (-want +got):\n%s", c.Name, cmp.Diff(q, got))
	}
	before, after := endsOf(q), endsOf(got)
	for i, pair := range [][2]estimate.Bound{{before.Low, after.Low}, {before.Central, after.Central}, {before.High, after.High}} {
		end := [...]string{"low", "central", "high"}[i]
		switch was, is := pair[0], pair[1]; {
		case was.Stated && is != was:
			t.Fatalf("%s, %+v: the words' %s end %+v became %+v", c.Name, q, end, was, is)
		case !was.Stated && is.Stated && is.By != c.Name:
			t.Fatalf("%s, %+v: the %s end %+v is not marked as the convention's", c.Name, q, end, is)
		}
	}
}

func TestReadingKeepsWhatTheWordsEntail(t *testing.T) {
	conventions := []estimate.Convention{estimate.Literal(), estimate.ACLED(), estimate.PITF(), {Name: "none"}}
	g, added := newGen(), 0
	for range 5000 {
		for _, q := range []estimate.Quantity{g.quantity(), g.said()} {
			for i := range conventions {
				checkReading(t, &conventions[i], q)
				if conventions[i].Read(q) != q {
					added++
				}
			}
		}
	}
	if added < 1000 {
		t.Errorf("only %d of the generated quantities had anything to read", added)
	}
}
