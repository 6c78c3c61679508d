package report

import (
	"io"
	"math"
	"strconv"
	"strings"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/reconcile"
)

// Working writes how two estimates were related, with every step of the
// arithmetic, in lines of at most 80 columns. Gaps stand as factors, and as
// natural logarithms where they are added.
func Working(w io.Writer, k *reconcile.Working) error {
	var out strings.Builder
	p := newPage(k.Result, k.Roots[0].Event)
	p.out = &out
	for _, r := range k.Roots {
		if p.roots[r.ID] == nil {
			p.roots[r.ID] = r
		}
	}
	p.paragraph(0, p.name())
	p.line("")
	for i, r := range k.Roots {
		p.writeRoot(letter(i), r)
	}
	if k.Pair == nil {
		p.entry("  Compared", 13, "No: "+clean(k.Apart)+".")
	} else {
		p.writeGap("Words closed", "no hedge opened: a bound is the number it names", k, k.Plain)
		p.writeGap("Words open", "a bound leaves its other side open", k, k.Opened)
		p.writeTime(k)
		p.writeRows(k)
		p.writeExplanation(k)
		if al := k.Pair.Alignment; al != nil {
			p.writeAlignment(k, al)
		}
	}
	_, err := io.WriteString(w, out.String())
	return err
}

func letter(i int) string { return string(rune('A' + i)) }

// writeRoot writes what one root says, what it is read as, and how its ends
// stand.
func (p *page) writeRoot(name string, r *reconcile.Root) {
	head := p.who(r)
	if d := said(r); !d.IsZero() {
		head += ", " + day(d)
	}
	p.entry(name, 4, head+" ("+clean(string(r.ID))+")")
	p.entry("    said", 14, p.words(r)+", "+r.Measure.Noun())
	p.entry("    read as", 14, p.endsRead(r))
	scope := strings.TrimPrefix(p.asked(&reconcile.Question{Population: r.Scope.Population, Place: r.Scope.Place, By: r.Scope.By,
		Except: r.Scope.Except, From: r.Scope.From}), ", ")
	if !r.Scope.AsOf.IsZero() {
		scope = strings.TrimPrefix(scope+", as of "+day(r.Scope.AsOf), ", ")
	}
	if scope != "" {
		p.entry("    counts", 14, scope)
	}
	p.line("")
}

// endsRead says each end with its standing and who set it.
func (p *page) endsRead(r *reconcile.Root) string {
	var parts []string
	for _, e := range [...]struct {
		name, open string
		end        reconcile.End
	}{{"low", "more than ", r.Low}, {"central", "", r.Central}, {"high", "under ", r.High}} {
		if !e.end.Stated() {
			continue
		}
		s := e.name + " " + number(e.end.N, e.end.Open, e.open) + ", " + string(e.end.Standing)
		if words := e.end.Why.Words(); len(words) > 0 {
			s += " (" + strings.Join(words, ", ") + ")"
		}
		if e.end.By != "" {
			s += ", by the convention " + clean(e.end.By)
		}
		if len(r.Parts) > 0 {
			s += ", sum: ours"
		}
		parts = append(parts, s)
	}
	if len(parts) == 0 {
		return "no number"
	}
	return strings.Join(parts, "; ")
}

// writeGap writes one comparison: the ends, the gap, the tolerance.
func (p *page) writeGap(head, how string, k *reconcile.Working, c *reconcile.Comparison) {
	if c == nil {
		return
	}
	s := how + ". A " + span(c.Ends[0]) + "; B " + span(c.Ends[1]) + ". "
	switch {
	case c.Upper == "":
		s += "They meet: the gap is none."
	case c.Undefined:
		s += "They do not overlap; below zero a factor has no meaning."
	default:
		up, down := 0, 1
		if c.Upper == k.Roots[1].ID {
			up, down = 1, 0
		}
		s += "Gap ln(" + letter(up) + " low / " + letter(down) + " high) = ln(" + atLeastHalf(c.Ends[up].Low) + " / " + atLeastHalf(c.Ends[down].High) +
			") = " + ln(c.Gap) + ", " + times(c.Gap) + ". Tolerance " + ln(c.Tolerance) + ", " + times(c.Tolerance) + " (" + toleranceWhy(c) + "): the gap is "
		if c.Within {
			s += "within it."
		} else {
			s += "wider."
		}
	}
	p.entry("  "+head, 16, title(s))
	p.line("")
}

func toleranceWhy(c *reconcile.Comparison) string {
	if c.Tolerance == 0 {
		return "none assumed"
	}
	if c.By == reconcile.ConventionTolerance {
		return "convention_tolerance, for a convention set a facing end"
	}
	return "tolerance, for the words set both facing ends"
}

// atLeastHalf writes an end as it enters a logarithm: 0 counts as one half.
func atLeastHalf(n *int64) string {
	if *n == 0 {
		return "one half for 0"
	}
	return estimate.Count(*n)
}

func span(e reconcile.Ends) string {
	switch {
	case e.Low != nil && e.High != nil && *e.Low == *e.High:
		return estimate.Count(*e.Low)
	case e.Low != nil && e.High != nil:
		return estimate.Count(*e.Low) + " to " + estimate.Count(*e.High)
	case e.Low != nil:
		return estimate.Count(*e.Low) + " and up"
	case e.High != nil:
		return estimate.Count(*e.High) + " and down"
	}
	return "open at both ends"
}

// ln writes a logarithm to three digits behind the point.
func ln(x float64) string { return strconv.FormatFloat(x, 'f', 3, 64) }

func (p *page) writeTime(k *reconcile.Working) {
	if k.Plain == nil {
		return
	}
	t := k.Time
	if t == nil {
		p.entry("  Time", 16, "The dates they count to overlap, or one is not stated.")
		p.line("")
		return
	}
	who := "A"
	if t.Earlier == k.Roots[1].ID {
		who = "B"
	}
	s := who + " is the earlier, by " + plural(t.Days, "day") + ". "
	switch {
	case !t.Accrues:
		s += "It was complete for the question, so a later count adds nothing to it."
	case t.PerDay == 0:
		s += "Its count was running; no growth is assumed."
	default:
		s += "Its count was running: growth of up to " + ln(t.PerDay) + " a day reaches " + ln(t.Reach) + ", " + reach(t.Reach) + "."
	}
	p.entry("  Time", 16, s)
	p.line("")
}

// reach writes a factor that may be beyond any toll.
func reach(x float64) string {
	if x > math.Log(1e6) {
		return "more than any toll"
	}
	return times(x)
}

// writeRows writes the table of relations down to the row that fits.
func (p *page) writeRows(k *reconcile.Working) {
	p.line("  Table of relations")
	for _, row := range k.Rows {
		var names []string
		for _, r := range row.Relations {
			names = append(names, string(r))
		}
		mark := "no"
		if row.Fits {
			mark = "FITS"
			names = []string{string(k.Pair.Relation)}
		}
		p.row(4, []int{24, 4, 44}, strings.Join(names, ", "), mark, clean(row.Why))
	}
	if s := k.Pair.Suffices; len(s) > 0 {
		var sets []string
		for _, set := range s {
			var one []string
			for _, o := range set {
				one = append(one, p.opening(o))
			}
			sets = append(sets, strings.TrimSuffix(list(one), ","))
		}
		p.paragraph(4, "Taking at its word suffices: "+strings.Join(sets, ", or ")+".")
	}
	p.line("")
}

// writeExplanation writes the differences of method, those of known size as
// players, and what they leave.
func (p *page) writeExplanation(k *reconcile.Working) {
	x := k.Pair.Explanation
	if x == nil {
		return
	}
	p.line("  Method")
	for _, d := range x.Differences {
		if k.Pair.Estimates[0] == k.Roots[1].ID {
			d.Values[0], d.Values[1] = d.Values[1], d.Values[0]
		}
		p.entry("    "+d.Facet, 18, "A "+orUnstated(p.facetValue(d.Facet, d.Values[0]))+"; B "+orUnstated(p.facetValue(d.Facet, d.Values[1])))
	}
	if len(x.Differences) == 0 {
		p.paragraph(4, "No stated facet differs.")
	}
	if k.Opened != nil && k.Opened.Undefined {
		p.paragraph(4, "Below zero nothing is sized.")
		return
	}
	if len(x.Players) == 0 {
		p.paragraph(4, "None of it has a known size, so nothing is credited: "+times(x.Remainder)+" stays unexplained.")
		return
	}
	p.line("")
	p.line("  Sized differences, each counted without it")
	for i := range x.Players {
		pl := &x.Players[i]
		on := "A"
		if pl.Estimate == k.Roots[1].ID {
			on = "B"
		}
		size := on + " would be " + factor(pl.Low) + " to " + factor(pl.High) + " as large"
		if pl.Name == "relay" {
			size = "the words of " + on + " at their origin in place of a relay's"
		}
		p.entry("    "+clean(pl.Name), 24, size+"; share "+ln(pl.Share)+", "+signedTimes(pl.Share)+" ("+p.player(pl)+")")
	}
	if len(k.Coalitions) > 0 {
		p.line("")
		p.line("  Gap left by each set of them")
		for _, c := range k.Coalitions {
			name := clean(list(c.Players))
			if len(c.Players) == 0 {
				name = "none"
			}
			s := ln(c.Gap) + ", " + times(c.Gap)
			if c.Within {
				s += ", within the tolerance"
			}
			p.entry("    "+name, 36, s)
		}
	}
	p.line("")
	sum := ln(k.Pair.Size) + " ="
	for i, pl := range x.Players {
		if i > 0 {
			sum += " +"
		}
		sum += " " + ln(pl.Share) + " (" + clean(pl.Name) + ")"
	}
	p.entry("  Sum", 16, sum+" + "+ln(x.Remainder)+" unexplained. As factors, at least "+times(k.Pair.Size)+" apart, of which at least "+times(x.Remainder)+" is unexplained. "+
		"A share is a Shapley value: what a difference takes off the gap, on average over every order of taking them.")
	if len(x.Sufficient) > 0 {
		var sets []string
		for _, s := range x.Sufficient {
			sets = append(sets, clean(list(s)))
		}
		p.entry("  Sufficient", 16, strings.Join(sets, "; or ")+".")
	}
}

// factor writes e^x as a factor, with no more digits than needed.
func factor(x float64) string {
	if f := math.Exp(x); f < 1 {
		return "x" + strconv.FormatFloat(f, 'f', 2, 64)
	}
	return reach(x)
}

// signedTimes writes a share as a factor; a negative one widens the gap.
func signedTimes(x float64) string {
	if x < 0 {
		return "widening by " + times(-x)
	}
	return times(x)
}

func orUnstated(s string) string {
	if s == "" {
		return "not stated"
	}
	return clean(s)
}

// writeAlignment writes what the one would say of what the other counts.
func (p *page) writeAlignment(k *reconcile.Working, al *reconcile.Alignment) {
	name := "A"
	if al.Estimate == k.Roots[1].ID {
		name = "B"
	}
	s := name + " read as " + al.Measure.Noun() + ": " + span(reconcile.Ends{Low: al.Low, High: al.High})
	switch {
	case al.Given != "":
		s += ", as its own statement gives it"
	case al.Assumption != "":
		s += ", by the assumption " + al.Assumption
		if a, ok := p.assumption(al.Assumption); ok {
			s += " (" + a.Value() + ")"
		}
	default:
		s += ", for a part is a lower bound of its whole"
	}
	if al.Meets {
		s += "; the two then meet"
	} else {
		s += "; the two are then still apart"
	}
	p.entry("  Aligned", 16, s+". It feeds no answer.")
}
