package reconcile

import (
	"context"
	"slices"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/source"
)

// derivedCheck reports figures computed from others.
func derivedCheck(_ context.Context, view *Pass) ([]Finding, error) {
	var out []Finding
	for _, r := range view.p.roots {
		if r.derived == nil || r.parts != nil || r.gone() {
			continue
		}
		m := message(nil).said(r).say(" is derived, not counted")
		if r.derived.Formula != "" {
			m = m.say(": ", r.derived.Formula)
		} else {
			m = m.say(" (", string(r.derived.Op), ")")
		}
		f := Finding{Kind: DerivedFigure, Weight: Note, Estimates: []estimate.ID{r.ID},
			Evidence: []Evidence{{r.ID, "derived", string(r.derived.Op), r.derived.Formula}}}
		for _, id := range r.derived.From {
			if view.p.estimate(id) != nil && !slices.Contains(f.Estimates, id) {
				f.Estimates = append(f.Estimates, id)
			}
			if from := view.p.rootWith(id); from != nil && from.State == Retracted {
				m = m.say("; ").said(from).say(", which it rests on, was withdrawn")
			}
		}
		f.Message = string(m)
		out = append(out, f)
	}
	return out, nil
}

// denialCheck reports denials with the figures of the same question that they
// deny.
func denialCheck(_ context.Context, view *Pass) ([]Finding, error) {
	var out []Finding
	for _, r := range view.p.roots {
		low, _, high := r.Quantity.Ends()
		if r.State != Live || r.parts != nil || !r.denies(low, high) {
			continue
		}
		f := Finding{Kind: Denial, Weight: Note, Estimates: []estimate.ID{r.ID},
			Evidence: []Evidence{{r.ID, "quantity.hedge", string(r.Quantity.Hedge), r.Quantity.Text}}}
		if r.Quantity.Hedge != estimate.HedgeDenied { // a zero denies by the interest behind it
			f.Evidence = append(f.Evidence, Evidence{r.ID, "stake", string(r.Stake), ""})
		}
		if r.question >= 0 {
			for _, o := range view.p.question[r.question].live {
				if o != r && o.Low.Stated() && o.Low.Least() > 0 {
					f.Estimates = append(f.Estimates, o.ID)
					f.Weight = Discrepancy
				}
			}
		}
		m := message(nil)
		if r.Quantity.Text != "" {
			m = m.said(r).say(": a denial")
		} else {
			m = m.who(r).say(": a denial")
		}
		if len(f.Estimates) > 1 {
			m = m.say(" of what others state")
		}
		f.Message = string(m)
		out = append(out, f)
	}
	return out, nil
}

// ambiguousCheck reports each figure that does not say what it counts.
func ambiguousCheck(_ context.Context, view *Pass) ([]Finding, error) {
	var out []Finding
	for _, r := range view.p.roots {
		if r.Measure != estimate.Losses || r.gone() {
			continue
		}
		m := message(nil).said(r).say(`: "losses" may mean dead, or dead and wounded, or more`)
		out = append(out, Finding{Kind: AmbiguousMeasure, Weight: Note, Estimates: []estimate.ID{r.ID}, Message: string(m),
			Evidence: []Evidence{{r.ID, "measure", string(r.Measure), ""}}})
	}
	return out, nil
}

// stakeCheck flags every estimate whose speaker has a stake, replaced ones too.
func stakeCheck(_ context.Context, view *Pass) ([]Finding, error) {
	var out []Finding
	for i := range view.p.records {
		rec := &view.p.records[i]
		if rec.state == TooLate {
			continue
		}
		stake := rec.Stake
		if stake == "" {
			stake = rec.source.Stake
		}
		if stake != source.StakeHigher && stake != source.StakeLower {
			continue
		}
		m := message(make([]byte, 0, 64)).say(rec.source.Label(), ": interest pulls the figure ")
		if stake == source.StakeHigher {
			m = m.say("up")
		} else {
			m = m.say("down")
		}
		out = append(out, Finding{Kind: StakeFlag, Weight: Note, Estimates: []estimate.ID{rec.ID}, Message: string(m),
			Evidence: []Evidence{{rec.ID, "stake", string(stake), ""}}})
	}
	return out, nil
}

// capCheck reports a floor above the number of people deployed.
func capCheck(_ context.Context, view *Pass) ([]Finding, error) {
	var out []Finding
	for i := range view.Answers {
		a := &view.Answers[i]
		if a.Cap == nil || a.Floor == nil || a.Floor.value(End.Least) <= a.Cap.value(End.Most) {
			continue
		}
		of := view.p.rootByID(a.Cap.Estimates[0])
		m := message(nil).say("a floor of ").count(a.Floor.N).say(" ", a.Question.Measure.Noun(), " (").
			said(view.p.rootByID(a.Floor.Estimates[0])).say(") is above the ")
		limit := estimate.Count(a.Cap.N)
		if of.High.By == "" {
			m = m.say(limit).say(" deployed (").said(of).say(")")
		} else { // a number of the convention's, which nobody said
			limit = quoted(of.Quantity)
			m = m.say("number deployed (").said(of).say(")")
		}
		out = append(out, Finding{Kind: CapExceeded, Weight: Discrepancy,
			Estimates: slices.Concat(a.Floor.Estimates, a.Cap.Estimates), Message: string(m),
			Evidence: []Evidence{{of.ID, "quantity.high", limit, ""}}})
	}
	return out, nil
}

// rootByID returns the root of that ID.
func (p *pass) rootByID(id estimate.ID) *root {
	for _, r := range p.roots {
		if r.ID == id {
			return r
		}
	}
	return nil
}

// explanationCheck reports the verdict on each speaker's own explanation.
func explanationCheck(_ context.Context, view *Pass) ([]Finding, error) {
	var out []Finding
	for i := range view.Remarks {
		t := &view.Remarks[i]
		var about []estimate.ID
		for _, id := range t.About {
			if view.p.estimate(id) != nil {
				about = append(about, id)
			}
		}
		if len(about) == 0 {
			continue
		}
		m := message(nil).say(view.Label(t.By))
		if t.Quote != "" {
			m = m.say(`: "`, t.Quote, `"`)
		} else {
			m = m.say(" points to ", string(t.Facet))
		}
		m = m.say(": ", string(t.Verdict))
		for _, v := range t.Measures {
			m = m.say("; on ", v.Measure.Noun(), " ", string(v.Verdict))
			if v.Reversed {
				m = m.say(", points the other way")
			}
		}
		out = append(out, Finding{Kind: StatedExplanation, Weight: Note, Estimates: about, Message: string(m),
			Evidence: []Evidence{{about[0], "remark." + string(t.Facet), string(t.Verdict), t.Quote}}})
	}
	return out, nil
}
