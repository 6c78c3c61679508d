package reconcile

import (
	"cmp"
	"slices"
	"strings"

	"github.com/openestimate/casualty/estimate"
)

// diffFindings lists the findings that came, went or say something else.
func (c *comparison) diffFindings() []Change {
	type key struct {
		check     string
		kind      Kind
		estimates string
		n         int // findings alike in all of these, by their order
	}
	keyed := func(fs []Finding) map[key]*Finding {
		m := make(map[key]*Finding, len(fs))
		for i := range fs {
			k := key{fs[i].Check, fs[i].Kind, joinIDs(fs[i].Estimates), 0}
			for m[k] != nil {
				k.n++
			}
			m[k] = &fs[i]
		}
		return m
	}
	was, is := keyed(c.before.Findings), keyed(c.after.Findings)
	var keys []key
	for k, f := range was {
		if g := is[k]; g == nil || g.Message != f.Message || g.Weight != f.Weight {
			keys = append(keys, k)
		}
	}
	for k := range is {
		if was[k] == nil {
			keys = append(keys, k)
		}
	}
	either := func(k key) *Finding {
		if f := is[k]; f != nil {
			return f
		}
		return was[k]
	}
	slices.SortFunc(keys, func(a, b key) int {
		f, g := either(a), either(b)
		return cmp.Or(cmpFindings(checked{f, f.Check}, checked{g, g.Check}), cmp.Compare(a.n, b.n))
	})
	changes := make([]Change, len(keys))
	for i, k := range keys {
		f := either(k)
		changes[i] = Change{What: "finding", Before: findingText(was[k]), After: findingText(is[k]), Estimates: f.Estimates, Finding: f.Kind,
			Because: c.because(findingStandsOn(f), nil, c.everyRoot())}
	}
	return changes
}

// findingStandsOn lists the estimates that a finding rests on. A test of a
// speaker's own explanation rests on what else that speaker says, too.
func findingStandsOn(f *Finding) []estimate.ID {
	if f.Kind == StatedExplanation {
		return nil
	}
	return f.Estimates
}

func joinIDs(ids []estimate.ID) string {
	var b strings.Builder
	for _, id := range ids {
		b.WriteString(string(id))
		b.WriteByte(0) // no ID holds one
	}
	return b.String()
}

func findingText(f *Finding) string {
	if f == nil {
		return ""
	}
	return string(f.Weight) + ": " + f.Message
}

// everyRoot lists the roots and the records of either result.
func (c *comparison) everyRoot() []estimate.ID {
	if c.all == nil {
		for _, m := range [...]map[estimate.ID]*Root{c.rootBefore, c.rootAfter} {
			for id := range m {
				c.all = append(c.all, id)
			}
		}
		for id := range c.records {
			c.all = append(c.all, id)
		}
		slices.Sort(c.all)
		c.all = slices.Compact(c.all)
	}
	return c.all
}

func (c *comparison) diffVerdicts() []Change {
	var changes []Change
	same := func(t Tested) func(Tested) bool {
		return func(o Tested) bool {
			return o.By == t.By && o.Facet == t.Facet && o.Quote == t.Quote && slices.Equal(o.About, t.About)
		}
	}
	add := func(t Tested, was, is string) {
		if was == is {
			return
		}
		ch := Change{What: "verdict", Before: was, After: is, Estimates: t.About, By: t.By}
		ch.Because = c.because(t.About, nil, c.everyRoot())
		if len(c.of(t.About, c.ofRoot)) == 0 && (was == "" || is == "") {
			ch.Because = []News{{What: NewRemark, Name: string(t.By)}}
		}
		changes = append(changes, ch)
	}
	for _, t := range c.after.Remarks {
		was := ""
		if i := slices.IndexFunc(c.before.Remarks, same(t)); i >= 0 {
			was = verdictText(c.before.Remarks[i])
		}
		add(t, was, verdictText(t))
	}
	for _, t := range c.before.Remarks {
		if !slices.ContainsFunc(c.after.Remarks, same(t)) {
			add(t, verdictText(t), "")
		}
	}
	return changes
}

func verdictText(t Tested) string {
	s := string(t.Verdict)
	for _, m := range t.Measures {
		s += "; " + m.Measure.Noun() + ": " + string(m.Verdict)
		if m.Reversed {
			s += ", points the other way"
		}
	}
	return s
}
