package reconcile_test

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/reconcile"
	"github.com/openestimate/casualty/source"
)

// A trace knows where each number of a result comes from.
type trace struct {
	res    *reconcile.Result
	index  *estimate.Index
	known  map[string]bool               // numbers that may be printed
	by     map[string]map[source.ID]bool // by number: who stated it
	quotes []quoteOf                     // longest first
	dates  map[string]bool               // as a page writes them
	levels map[string]bool               // percentages of confidence
}

type quoteOf struct {
	text string
	by   source.ID
}

var digits = regexp.MustCompile(`-?\d[\d,]*(\.\d+)?`)

// numbers lists the numbers of a text, without commas.
func numbers(text string) []string {
	var out []string
	for _, at := range digits.FindAllStringIndex(text, -1) {
		m := text[at[0]:at[1]]
		if before, _ := utf8.DecodeLastRuneInString(text[:at[0]]); m[0] == '-' && (unicode.IsLetter(before) || unicode.IsDigit(before)) {
			m = m[1:] // a range, not a sign
		}
		out = append(out, strings.ReplaceAll(strings.TrimRight(m, ","), ",", ""))
	}
	return out
}

func newTrace(res *reconcile.Result, line *reconcile.Timeline) *trace {
	tr := &trace{res: res, index: estimate.NewIndex(&res.Set.Registry), known: make(map[string]bool), by: make(map[string]map[source.ID]bool),
		dates: make(map[string]bool), levels: make(map[string]bool)}
	for i := range res.Set.Estimates {
		e := &res.Set.Estimates[i]
		tr.quantity(e.Quantity, e.Source)
		tr.date(e.Published, e.Scope.AsOf, e.Scope.From)
		for _, h := range e.Via {
			tr.quantity(h.Quantity, e.Source)
			tr.words(h.Quote, e.Source)
			tr.date(h.Published, h.Scope.AsOf, h.Scope.From)
			tr.names(tr.label(h.By))
		}
		tr.words(e.Quote, e.Source)
		tr.names(tr.label(e.Source), string(e.Event))
		if e.Derived != nil {
			tr.words(e.Derived.Formula, e.Source)
		}
		if e.Retracted != nil {
			tr.date(e.Retracted.Published)
		}
		if e.Aside != nil {
			tr.names(e.Aside.By, e.Aside.Why)
		}
		for _, id := range e.DrawsOn {
			tr.names(string(id))
		}
		tr.names(string(e.Scope.Place), string(e.Scope.Population), string(e.Scope.By))
	}
	r := &res.Set.Registry
	for _, units := range [][]estimate.Unit{r.Places, r.Populations, r.Parties} {
		for _, u := range units {
			tr.names(u.Label(), string(u.ID))
		}
	}
	for _, e := range r.Events {
		tr.names(e.Label(), string(e.ID))
		tr.date(e.Scope.From, e.Scope.AsOf, e.Until)
	}
	for _, rm := range res.Set.Remarks {
		tr.words(rm.Quote, rm.By)
	}
	tr.date(res.KnownAt)
	answers := slices.Clone(res.Answers)
	if line != nil {
		for _, st := range line.Steps {
			if st.Answer != nil {
				answers = append(answers, *st.Answer)
			}
		}
	}
	for i := range answers {
		a := &answers[i]
		tr.date(a.AsOf)
		for _, list := range [][]*reconcile.Root{a.Roots, a.Unclear, a.Earlier} {
			for _, root := range list {
				for _, e := range []reconcile.End{root.Low, root.Central, root.High} {
					// A convention's reading, or a sum: what is stated is known
					// already.
					if e.Stated() && (e.By != "" || len(root.Parts) > 0) {
						tr.number(e.N, root.Source)
					}
				}
			}
		}
	}
	for i := range res.Pairs {
		// What is converted, by an assumption named beside it.
		if al := res.Pairs[i].Alignment; al != nil && al.Assumption != "" {
			for _, n := range []*int64{al.Low, al.High} {
				if n != nil {
					tr.number(twoDigits(*n, n == al.High), res.Root(al.Estimate).Source)
				}
			}
		}
	}
	for _, u := range res.Assumptions {
		if strings.HasPrefix(u.Name, res.Convention+":") {
			for _, id := range u.Estimates {
				if i := slices.IndexFunc(res.Set.Estimates, func(e estimate.Estimate) bool { return e.ID == id }); i >= 0 {
					tr.number(int64(u.Low), res.Set.Estimates[i].Source)
					tr.number(int64(u.High), res.Set.Estimates[i].Source)
				}
			}
			tr.names(u.Name)
			continue
		}
		tr.names(u.Value())
	}
	slices.SortFunc(tr.quotes, func(a, b quoteOf) int { return len(b.text) - len(a.text) })
	return tr
}

// twoDigits is n to two significant digits, rounded down, or up.
func twoDigits(n int64, up bool) int64 {
	unit := int64(math.Pow10(max(len(strconv.FormatInt(n, 10))-2, 0)))
	if up {
		n += unit - 1
	}
	return n / unit * unit
}

func (tr *trace) label(id source.ID) string {
	if s := tr.index.Source(id); s != nil {
		return s.Label()
	}
	return string(id)
}

func (tr *trace) number(n int64, by source.ID) {
	text := fmt.Sprint(n)
	tr.known[text] = true
	if tr.by[text] == nil {
		tr.by[text] = make(map[source.ID]bool)
	}
	tr.by[text][by] = true
}

// quantity takes in the ends that are stated. "Nearly n" is read as under n by a
// convention, so its last whole count may stand.
func (tr *trace) quantity(q estimate.Quantity, by source.ID) {
	for _, b := range []estimate.Bound{q.Low, q.Best, q.High} {
		if b.Known() {
			tr.number(b.N, by)
		}
		tr.words(b.Term, by)
		if q.Hedge == estimate.HedgeNearly && b.Known() {
			tr.number(b.N-1, by)
		}
	}
	tr.words(q.Text, by)
	if q.Level > 0 {
		tr.levels[fmt.Sprintf("%g%%", 100*q.Level)] = true
	}
}

// words takes in the numbers of what somebody said.
func (tr *trace) words(text string, by source.ID) {
	if text == "" {
		return
	}
	tr.quotes = append(tr.quotes, quoteOf{text, by})
	for _, n := range numbers(text) {
		tr.known[n] = true
		if tr.by[n] == nil {
			tr.by[n] = make(map[source.ID]bool)
		}
		tr.by[n][by] = true
	}
}

// names takes in the numbers of names, which are no figures.
func (tr *trace) names(names ...string) {
	for _, name := range names {
		for _, n := range numbers(name) {
			tr.known[n] = true
		}
	}
}

var monthNames = []string{"", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}

func (tr *trace) date(ds ...estimate.Date) {
	for _, d := range ds {
		if d.IsZero() {
			continue
		}
		text := fmt.Sprint(d.Year)
		tr.dates[text] = true
		last := d // of its span, at which it is known to have passed
		if d.Month == 0 {
			last.Month = 12
		}
		for _, d := range []estimate.Date{d, last} {
			if d.Month == 0 {
				continue
			}
			month := monthNames[d.Month] + " " + fmt.Sprint(d.Year)
			tr.dates[month] = true
			if d.Day != 0 {
				tr.dates[fmt.Sprint(d.Day)+" "+month] = true
				if d.About {
					tr.known[fmt.Sprint(d.Day)] = true // "about 3 Feb 2024" is wider than its column
				}
			}
			for end := 28; end <= 31; end++ {
				tr.dates[fmt.Sprint(end)+" "+month] = true
			}
		}
	}
}

var (
	dateText   = regexp.MustCompile(`(\b\d{1,2} )?\b((Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) )?\b\d{4}\b`)
	isoDate    = regexp.MustCompile(`\b\d{4}(-\d\d){1,2}~?`)
	factorText = regexp.MustCompile(`\bx\d[\d,]*(\.\d+)?\b`)
	counted    = regexp.MustCompile(`(^|[^\d,.])(\d+ of the )?\d+ ((more|pairs?|figures?|statements?|questions?|rungs?|warnings?|steps?|days?|disagreements?|facts?|conversions?|sets?)\b|x )|\bAnd \d+ more\b|\bthe \d+ figures above\b`)
	ratioText  = regexp.MustCompile(`[\d.,]+(e-\d+)?( to [\d.,]+(e-\d+)?)? wounded a death`)
	percentage = regexp.MustCompile(`\b[\d.]+%`)
)

// plain takes from a text what is no figure: dates of the set, factors, counts of
// what the page shows, ratios, and levels of confidence of the set.
func (tr *trace) plain(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	drop := func(re *regexp.Regexp, ok func(string) bool) {
		text = re.ReplaceAllStringFunc(text, func(m string) string {
			if ok == nil || ok(m) {
				return " "
			}
			return m
		})
	}
	drop(factorText, nil)
	drop(ratioText, nil)
	drop(counted, nil)
	drop(percentage, func(m string) bool { return tr.levels[m] })
	drop(isoDate, nil)
	drop(dateText, func(m string) bool { return tr.dates[m] })
	return text
}

// withoutWords takes from a text what others said, names included.
func (tr *trace) withoutWords(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	for _, q := range tr.quotes {
		text = strings.ReplaceAll(text, q.text, " ")
	}
	for _, list := range [][]estimate.Unit{tr.res.Set.Places, tr.res.Set.Populations, tr.res.Set.Parties} {
		for _, u := range list {
			text = strings.ReplaceAll(text, u.Label(), " ")
		}
	}
	for _, s := range tr.res.Set.Sources {
		text = strings.ReplaceAll(text, s.Label(), " ")
	}
	return text
}

// withoutLabels takes the names of speakers from a text.
func (tr *trace) withoutLabels(text string) string {
	var labels []string
	for _, e := range tr.res.Set.Registry.Events {
		labels = append(labels, e.Label())
	}
	for _, e := range tr.res.Set.Estimates {
		labels = append(labels, tr.label(e.Source))
		for _, h := range e.Via {
			labels = append(labels, tr.label(h.By))
		}
		for _, id := range e.DrawsOn {
			labels = append(labels, tr.label(id))
		}
	}
	for _, rm := range tr.res.Set.Remarks {
		labels = append(labels, tr.label(rm.By))
	}
	slices.SortFunc(labels, func(a, b string) int { return len(b) - len(a) })
	for _, l := range slices.Compact(labels) {
		text = strings.ReplaceAll(text, strings.Join(strings.Fields(l), " "), " ")
	}
	return text
}
