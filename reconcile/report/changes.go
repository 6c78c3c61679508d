package report

import (
	"io"
	"slices"
	"strings"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/reconcile"
	"github.com/openestimate/casualty/source"
)

// Changes writes what differs between two results as a table, under the two
// headings, in lines of at most 80 columns: first the statements and settings
// that are new, then what changed, each with the letters of those it comes from.
// The results are those the changes were made from; they give the names of the
// speakers.
func Changes(w io.Writer, before, after *reconcile.Result, headBefore, headAfter string) error {
	for _, r := range [...]**reconcile.Result{&before, &after} {
		if *r == nil || (*r).Set == nil {
			*r = &reconcile.Result{Set: &estimate.Set{}}
		}
	}
	var out strings.Builder
	c := &changesPage{
		page:   page{out: &out, res: after, index: estimate.NewIndex(&after.Set.Registry)},
		before: page{out: &out, res: before, index: estimate.NewIndex(&before.Set.Registry)},
	}
	c.write(reconcile.Diff(before, after), headBefore, headAfter)
	_, err := io.WriteString(w, out.String())
	return err
}

// A changesPage is written of two results; page is of the later one.
type changesPage struct {
	page
	before page
	news   []reconcile.News // in the order of their letters

	oneNews bool // all changes come from one, so that letters say nothing
}

func (c *changesPage) write(changes []reconcile.Change, headBefore, headAfter string) {
	if len(changes) == 0 {
		c.line("Nothing differs.")
		return
	}
	unattributed := false
	for _, ch := range changes {
		unattributed = unattributed || len(ch.Because) == 0
		for _, n := range ch.Because {
			if !slices.Contains(c.news, n) {
				c.news = append(c.news, n)
			}
		}
	}
	first, widths, from := 26, []int{24, 24, 24, 0}, ""
	if c.oneNews = len(c.news) == 1 && !unattributed; c.oneNews {
		c.paragraph(2, "All because of "+c.newsText(c.news[0])+".")
	} else {
		first, widths, from = 24, []int{22, 22, 22, 4}, "from"
		c.line("  Because of")
		for i, n := range c.news {
			c.entry("  "+newsLetter(i), 6, c.newsText(n))
		}
		if unattributed {
			c.entry("  --", 6, "not attributable to one statement")
		}
	}
	c.line("")
	c.row(2, append([]int{first}, widths[1:]...), "", headBefore, headAfter, from)
	for _, q := range groupChanges(changes) {
		switch q[0].What {
		case "finding":
			c.writeFindings(q)
			continue
		case "verdict":
			c.line("  Speakers' own reasons")
		default:
			c.line("  " + title(q[0].Question.Measure.Noun()))
		}
		for _, ch := range q {
			c.row(4, widths, c.label(ch), orNone(clean(ch.Before)), orNone(clean(ch.After)), c.letters(ch))
		}
	}
}

// newsLetter names a piece of news: a to z, then aa.
func newsLetter(i int) string {
	if i >= 26 {
		return newsLetter(i/26-1) + newsLetter(i%26)
	}
	return string(rune('a' + i))
}

func (c *changesPage) letters(ch reconcile.Change) string {
	if c.oneNews {
		return ""
	}
	var ls []string
	for _, n := range ch.Because {
		ls = append(ls, newsLetter(slices.Index(c.news, n)))
	}
	if len(ls) == 0 {
		return "--"
	}
	return strings.Join(ls, " ")
}

// newsText says what is new: a statement by its speaker and words, a setting by
// its name.
func (c *changesPage) newsText(n reconcile.News) string {
	switch n.What {
	case reconcile.NewReading:
		return "the reading: " + string(c.before.res.Reading) + ", then " + string(c.res.Reading)
	case reconcile.NewAsOf:
		return "the date asked at: " + asked(c.before.res.AsOf) + ", then " + asked(c.res.AsOf)
	case reconcile.NewChecks:
		return "the checks that were run"
	case reconcile.NewConvention:
		return "the convention that reads words: " + clean(c.before.res.Convention) + ", then " + clean(c.res.Convention)
	case reconcile.NewAssumption:
		return "the assumption " + clean(n.Name) + ": " + assumedIn(c.before.res, n.Name) + ", then " + assumedIn(c.res, n.Name)
	case reconcile.NewDeclaration:
		return "the sources, places, populations, parties or events declared"
	case reconcile.NewRemark:
		return "the reason that " + c.page.label(source.ID(n.Name)) + " gives"
	}
	said := c.record(n.Estimate)
	switch n.What {
	case reconcile.NewStatement:
		return "new: " + said
	case reconcile.NewRevision:
		return "new: " + said + ", which replaces " + c.record(n.Of)
	case reconcile.NewRetraction:
		return "withdrawn by its speaker: " + said
	case reconcile.NewAside:
		return "set aside by hand: " + said
	case reconcile.NewRelay:
		return "another relay: " + said
	case reconcile.NewWords:
		return "the record says something else: " + said
	}
	return "no longer on file: " + said
}

func assumedIn(r *reconcile.Result, name string) string {
	for _, u := range r.Assumptions {
		if u.Name == name {
			return u.Value()
		}
	}
	return "not used"
}

// record names an estimate or a root by its speaker, date and words.
func (c *changesPage) record(id estimate.ID) string {
	for _, p := range [...]*page{&c.page, &c.before} {
		for i := range p.res.Set.Estimates {
			e := &p.res.Set.Estimates[i]
			if e.ID != id {
				continue
			}
			s := p.label(e.Source)
			if !e.Published.IsZero() {
				s += ", " + day(e.Published)
			}
			return s + ", " + quantity(e.Quantity)
		}
		if r := p.root(id); r != nil {
			return p.said(id)
		}
	}
	return clean(string(id))
}

// maxFindings is how many findings that came or went are spelt out.
const maxFindings = 7

// writeFindings writes the findings that came and went, the gravest first, then
// those that say something else.
func (c *changesPage) writeFindings(changes []reconcile.Change) {
	c.line("  Findings")
	slices.SortStableFunc(changes, func(a, b reconcile.Change) int { return remoteness(a) - remoteness(b) })
	for i, ch := range changes {
		if i == maxFindings-1 && len(changes) > maxFindings {
			c.paragraph(4, "and "+plural(len(changes)-i, "more change")+" of findings, in the list of changes")
			break
		}
		var s string
		switch {
		case ch.Before == "":
			s = "came: " + clean(ch.After)
		case ch.After == "":
			s = "went: " + clean(ch.Before)
		default:
			s = "is now: " + clean(ch.After)
		}
		if c.oneNews {
			c.entry("", 4, s)
		} else {
			c.entry("    "+c.letters(ch), 9, s)
		}
	}
}

// remoteness puts last the findings that only say that two figures are not to be
// compared, and before them those that both results have.
func remoteness(ch reconcile.Change) int {
	switch ch.Finding {
	case reconcile.DifferentMeasure, reconcile.DifferentWindow, reconcile.NestedScope, reconcile.AmbiguousMeasure:
		return 2
	}
	if ch.Before != "" && ch.After != "" {
		return 1
	}
	return 0
}

// groupChanges cuts the list where the question changes.
func groupChanges(cs []reconcile.Change) [][]reconcile.Change {
	var out [][]reconcile.Change
	group := func(c reconcile.Change) string {
		if c.What == "verdict" || c.What == "finding" {
			return c.What
		}
		return c.Question.String()
	}
	for i, c := range cs {
		if i == 0 || group(c) != group(cs[i-1]) {
			out = append(out, nil)
		}
		out[len(out)-1] = append(out[len(out)-1], c)
	}
	return out
}

// label names what changed and whose it is.
func (c *changesPage) label(ch reconcile.Change) string {
	what := ch.What
	switch what {
	case "root":
		what = "says"
	case "rung":
		what = "stands at"
	case "verdict":
		return c.page.label(ch.By)
	}
	var who []string
	for _, id := range ch.Estimates {
		p := &c.page
		r := p.res.Root(id)
		if r == nil {
			p = &c.before
			r = p.res.Root(id)
		}
		if r == nil {
			continue
		}
		name := p.who(r)
		if len(r.Parts) > 0 {
			name += " (sum: ours)"
		}
		if len(who) == 0 || who[len(who)-1] != name {
			who = append(who, name)
		}
	}
	if len(who) == 0 {
		return what
	}
	if what == "says" || what == "stands at" {
		return list(who) + " " + what
	}
	return what + " (" + list(who) + ")"
}

func orNone(s string) string {
	if s == "" {
		return "not there"
	}
	return s
}

// asked is a date that a question was asked at.
func asked(d estimate.Date) string {
	if d.IsZero() {
		return "the latest"
	}
	return day(d)
}
