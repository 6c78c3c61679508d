package report

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/reconcile"
	"github.com/openestimate/casualty/source"
)

// are is what "losses" would have to be, to answer a question on m.
func are(m estimate.Measure) string {
	switch m {
	case estimate.Killed:
		return "deaths"
	case estimate.Losses:
		return "the dead, or the dead and wounded"
	}
	return m.Noun()
}

func title(s string) string {
	if s == "" || s[0] < 'a' || s[0] > 'z' {
		return s
	}
	return string(s[0]-'a'+'A') + s[1:]
}

var months = [...]string{"", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}

// day writes a date for people: 19 Dec 2024, Dec 2024, about 2024.
func day(d estimate.Date) string {
	if d.IsZero() {
		return "date not stated"
	}
	var s string
	if d.Day != 0 {
		s = strconv.Itoa(d.Day) + " "
	}
	if d.Month != 0 {
		s += months[d.Month] + " "
	}
	s += strconv.Itoa(d.Year)
	if d.About {
		return "about " + s
	}
	return s
}

// times writes e^d as a factor.
func times(d float64) string {
	f := math.Exp(d)
	switch {
	case f >= 1000: // to three digits: no gap is known to more
		unit := math.Pow(10, math.Floor(math.Log10(f))-2)
		return "x" + estimate.Count(int64(math.Round(f/unit)*unit))
	case f >= 9.95:
		return "x" + estimate.Count(int64(math.Round(f)))
	}
	if f < 1.095 && f > 1.005 {
		return "x" + strconv.FormatFloat(f, 'f', 2, 64)
	}
	return "x" + strconv.FormatFloat(f, 'f', 1, 64)
}

// number writes a figure in a narrow column: >200, 300.
func number(n int64, open bool, sign string) string {
	if open {
		return sign + estimate.Count(n)
	}
	return estimate.Count(n)
}

// list joins with commas and a last "and".
func list(parts []string) string {
	switch n := len(parts); n {
	case 0:
		return ""
	case 1:
		return parts[0]
	default:
		return strings.Join(parts[:n-1], ", ") + " and " + parts[n-1]
	}
}

// plural writes "1 pair" or "3 pairs".
func plural(n int, one string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + one + "s"
}

// human turns a closed word into plain English: official_count.
func human(word string) string { return strings.ReplaceAll(word, "_", " ") }

// who is the label of the speaker of r.
// Where the words are those that a relay printed, it names the relay too.
func (p *page) who(r *reconcile.Root) string {
	name := p.label(r.Source)
	if p.res.Reading != reconcile.Published || !slices.Contains(r.Drift, r.ID) {
		return name
	}
	i := slices.IndexFunc(p.res.Set.Estimates, func(e estimate.Estimate) bool { return e.ID == r.ID })
	if i < 0 {
		return name
	}
	for _, h := range slices.Backward(p.res.Set.Estimates[i].Via) {
		if !h.Silent() {
			return name + ", via " + p.label(h.By)
		}
	}
	return name
}

// label is what a page calls a source.
func (p *page) label(id source.ID) string {
	if s := p.index.Source(id); s != nil {
		return clip(s.Label(), maxName)
	}
	return clip(string(id), maxName)
}

// Longest names and quotes on a page, in columns; the Result has them whole.
const (
	maxName  = 60
	maxQuote = 140
)

// words are what r said, quoted where they are on file; a sum is said as its
// parts.
func (p *page) words(r *reconcile.Root) string {
	if len(r.Parts) > 0 {
		var parts []string
		for _, id := range r.Parts {
			if part := p.root(id); part != nil {
				parts = append(parts, p.words(part)+" "+part.Measure.Noun())
			}
		}
		return strings.Join(parts, " plus ") + ", sum: ours"
	}
	return quantity(r.Quantity)
}

func quantity(q estimate.Quantity) string {
	if q.Text != "" {
		return `"` + clip(q.Text, maxQuote) + `"`
	}
	return clip(q.Words(), maxQuote)
}

// modals are words that mark a statement as a possibility.
var modals = []string{"could", "might", "may be", "may have", "possibly", "perhaps", "potentially", "as high as"}

// modal is the word by which q is only possible.
func modal(q estimate.Quantity) string {
	text := strings.ToLower(q.Text)
	for _, m := range modals {
		if i := strings.Index(text, m); i >= 0 && boundary(text, i, len(m)) {
			return `the "` + m + `"`
		}
	}
	return "the possibility"
}

func boundary(text string, i, n int) bool {
	letter := func(j int) bool { return j >= 0 && j < len(text) && text[j] >= 'a' && text[j] <= 'z' }
	return !letter(i-1) && !letter(i+n)
}

// hedges are the words that may stand before an approximate number.
var hedges = []string{"about", "around", "approximately", "roughly", "some", "nearly", "almost",
	"approaching", "close to", "just under", "circa", "an estimated"}

// hedged is the approximate phrase of q, as it was said where that is on file:
// "approaching 1,000".
func hedged(q estimate.Quantity) string {
	n, word := q.Best.N, "about"
	if q.Hedge == estimate.HedgeNearly {
		n, word = q.High.N, "nearly"
	}
	text := strings.ToLower(clean(q.Text))
	for _, digits := range [...]string{estimate.Count(n), strconv.FormatInt(n, 10)} {
		for _, h := range hedges {
			if strings.Contains(text, h+" "+digits) {
				return `"` + h + " " + digits + `"`
			}
		}
	}
	if q.Text != "" && width(q.Text) <= 24 {
		return `"` + clean(q.Text) + `"`
	}
	return `"` + word + " " + estimate.Count(n) + `"`
}
