package report

import (
	"io"
	"strings"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/reconcile"
)

// Changes writes what differs between two results as a table, under the two
// headings, in lines of at most 80 columns. The results are those the changes
// were made from; they give the names of the speakers.
func Changes(w io.Writer, before, after *reconcile.Result, headBefore, headAfter string) error {
	for _, r := range [...]**reconcile.Result{&before, &after} {
		if *r == nil || (*r).Set == nil {
			*r = &reconcile.Result{Set: &estimate.Set{}}
		}
	}
	var out strings.Builder
	p := &page{out: &out, res: after, index: estimate.NewIndex(&after.Set.Registry)}
	changes := reconcile.Diff(before, after)
	if len(changes) == 0 {
		p.line("Nothing differs.")
	}
	widths := []int{26, 24, 24}
	p.row(2, widths, "", headBefore, headAfter)
	for _, q := range groupChanges(changes) {
		head := "speakers' own reasons"
		if q[0].What != "verdict" {
			head = q[0].Question.Measure.Noun()
		}
		p.line("  " + title(head))
		for _, c := range q {
			p.row(4, []int{24, 24, 24}, p.changeLabel(before, after, c), orNone(clean(c.Before)), orNone(clean(c.After)))
		}
	}
	_, err := io.WriteString(w, out.String())
	return err
}

// groupChanges cuts the list where the question changes.
func groupChanges(cs []reconcile.Change) [][]reconcile.Change {
	var out [][]reconcile.Change
	for i, c := range cs {
		if i == 0 || c.What == "verdict" != (cs[i-1].What == "verdict") || c.Question.Measure != cs[i-1].Question.Measure ||
			c.Question.Event != cs[i-1].Question.Event || c.Question.Place != cs[i-1].Question.Place || c.Question.Population != cs[i-1].Question.Population {
			out = append(out, nil)
		}
		out[len(out)-1] = append(out[len(out)-1], c)
	}
	return out
}

// changeLabel names what changed and whose it is.
func (p *page) changeLabel(before, after *reconcile.Result, c reconcile.Change) string {
	what := c.What
	switch what {
	case "root":
		what = "says"
	case "rung":
		what = "stands at"
	case "verdict":
		return p.label(c.By)
	}
	var who []string
	for _, id := range c.Estimates {
		r := after.Root(id)
		if r == nil {
			r = before.Root(id)
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
