package report

import (
	"io"
	"strings"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/reconcile"
)

// Prose writes r in plain words: for each event its name, and for each question
// of its page one sentence that could be printed and one short paragraph on what
// must be accepted to go higher, on the best figure, and on whether and how far
// the sources disagree. Every number has its speaker, and no side is taken.
// Lines are at most 80 columns wide.
func Prose(w io.Writer, r *reconcile.Result) error {
	if r == nil || r.Set == nil {
		r = &reconcile.Result{Set: &estimate.Set{}}
	}
	var out strings.Builder
	for i, p := range pagesOf(r) {
		if i > 0 {
			out.WriteByte('\n')
		}
		p.out = &out
		p.writeProse()
	}
	if out.Len() == 0 {
		out.WriteString("No statements, so nothing to say.\n")
	}
	_, err := io.WriteString(w, out.String())
	return err
}

func (p *page) writeProse() {
	p.paragraph(0, p.name())
	if len(p.main) == 0 {
		p.line("")
		p.paragraph(0, noQuestion)
	}
	for _, a := range p.main {
		p.line("")
		p.paragraph(0, p.sentence(a))
		if text := p.elaborate(a); text != "" {
			p.line("")
			p.paragraph(0, text)
		}
	}
}

// elaborate is the paragraph on one answer.
func (p *page) elaborate(a *reconcile.Answer) string {
	var s []string
	if h := p.higherUp(a); h != "" {
		s = append(s, h)
	}
	if a.Best == nil && len(a.Roots) > 0 {
		s = append(s, "No best figure is given: "+p.whyNoBest(a)+".")
	}
	alone := *p
	alone.main = []*reconcile.Answer{a}
	if c := alone.conflict(); c != "" {
		s = append(s, inProse.Replace(c))
	}
	if d := p.widest(a); d != "" {
		s = append(s, d)
	}
	return strings.Join(s, " ")
}

// inProse says without a page what is said at its head.
var inProse = strings.NewReplacer(
	"They disagree", "The sources disagree",
	"; a finding below says where others do", "",
	"; a suspicion stands below", ", though figures that are not firm lie apart")

// maxSteps is how many rungs of the ladder a paragraph names.
const maxSteps = 3

// higherUp says what must be accepted to stand on the first rungs.
func (p *page) higherUp(a *reconcile.Answer) string {
	var steps []string
	for i, g := range a.Ladder {
		if i == maxSteps && len(a.Ladder) > maxSteps {
			steps = append(steps, plural(len(a.Ladder)-i, "more figure"))
			break
		}
		r := p.root(g.Estimates[0])
		if r == nil {
			continue
		}
		step := p.condition(r, g, a.Question.Measure)
		if strings.HasPrefix(step, "if ") {
			step = number(g.N, g.Open, "more than ") + " " + step
		}
		steps = append(steps, strings.ReplaceAll(step, "; ", ", "))
	}
	switch {
	case len(steps) == 0:
		return ""
	case saysSomething(a):
		return "Higher figures ask for more: " + strings.Join(steps, "; ") + "."
	}
	return "Conditional figures: " + strings.Join(steps, "; ") + "."
}

// widest spells out the widest disagreement on the question of a.
func (p *page) widest(a *reconcile.Answer) string {
	if !a.Disputed {
		return ""
	}
	pairs := p.pairsOf(func(pair *reconcile.Pair) bool {
		return pair.Relation.Disagrees() && pair.Weight == reconcile.Discrepancy && answers(a, pair)
	})
	if len(pairs) == 0 {
		return ""
	}
	return p.disagreement(pairs[0])
}
