package report

import (
	"strings"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/reconcile"
)

// counted says that so many of those asked about were killed, or whatever is
// counted, by the day that the roots who say so count to; n decides between one
// and many.
func (p *page) counted(a *reconcile.Answer, n int64, many string, by []estimate.ID) string {
	q := &a.Question
	if d := p.lastCounted(by); d.Before(a.AsOf) {
		then := *a
		then.AsOf = d
		a = &then
	}
	among := ""
	switch {
	case q.Population != "" && q.Place != "":
		among = "among " + p.unit(estimate.Population, q.Population) + " in " + p.unit(estimate.Place, q.Place) + ", "
	case q.Population != "":
		among = "among " + p.unit(estimate.Population, q.Population) + ", "
	case q.Place != "":
		among = "in " + p.unit(estimate.Place, q.Place) + ", "
	}
	return among + counting(q.Measure, n, many, q.Population == "") + p.attributed(q) + p.when(a) + p.without(q)
}

// counting is the predicate of a measure. People are named where the sentence
// has not said who is counted.
func counting(m estimate.Measure, n int64, many string, people bool) string {
	were, persons := " were ", " people"
	if n == 1 {
		were, persons = " was ", " person"
	}
	switch {
	case participle(m):
		if !people {
			persons = ""
		}
		return many + persons + were + m.Noun()
	case m == estimate.BodiesRecovered && n == 1:
		return many + " body was recovered"
	case m == estimate.BodiesRecovered:
		return many + " bodies were recovered"
	case n == 1:
		return "there was " + many + " " + strings.NewReplacer("deaths", "death", "losses", "loss").Replace(m.Noun())
	}
	return "there were " + many + " " + m.Noun()
}

// participle reports whether the noun of m says what happened to a person, as
// killed does, rather than what is counted, as deaths does.
func participle(m estimate.Measure) bool {
	switch m {
	case estimate.Killed, estimate.Wounded, estimate.Missing, estimate.Captured, estimate.KilledOrWounded,
		estimate.KilledOrMissing, estimate.TotalLosses, estimate.Displaced, estimate.Deployed:
		return true
	}
	return false
}

// howMany is what is asked of a measure.
func howMany(m estimate.Measure) string {
	switch {
	case participle(m):
		return "how many were " + m.Noun()
	case m == estimate.BodiesRecovered:
		return "how many bodies were recovered"
	}
	return "the number of " + m.Noun()
}

// howMany is what is asked of a measure, and among whom.
func (p *page) howMany(q *reconcile.Question) string {
	s := howMany(q.Measure)
	if q.Population != "" {
		s += " among " + p.unit(estimate.Population, q.Population)
	}
	if q.Place != "" {
		s += " in " + p.unit(estimate.Place, q.Place)
	}
	return s + p.attributed(q)
}

func (p *page) attributed(q *reconcile.Question) string {
	if q.By == "" {
		return ""
	}
	switch q.Measure {
	case estimate.Killed, estimate.Wounded, estimate.Captured, estimate.KilledOrWounded:
		return " " + p.party(q.By)
	}
	return ", attributed to " + strings.TrimPrefix(p.party(q.By), "by ") + ","
}

// when is the window of a, as far as it is stated.
func (p *page) when(a *reconcile.Answer) string {
	from, to := a.Question.From, a.AsOf
	switch {
	case from.IsZero() && to.IsZero():
		return ""
	case from.IsZero():
		return " by " + day(to)
	case to.IsZero():
		return " since " + day(from)
	case from == to && from.Day != 0 && !from.About:
		return " on " + day(from)
	case from.Overlaps(to) && to.Day == 0 && to.About:
		return " " + day(to)
	case from.Overlaps(to) && to.Day == 0 && (from.Month != 0 || to.Month == 0):
		return " in " + day(to)
	case from.Overlaps(to):
		return " by " + day(to)
	case p.oneDay(a):
		return " on " + day(from) + " (as counted by " + day(to) + ")"
	}
	return " from " + day(from) + " to " + day(to)
}

// oneDay reports whether what a counts began and ended on one day.
func (p *page) oneDay(a *reconcile.Answer) bool {
	e := p.index.Event(a.Question.Event)
	return e != nil && a.Question.From.Day != 0 && e.Until == a.Question.From
}

func (p *page) without(q *reconcile.Question) string {
	var names []string
	for _, id := range q.Except {
		names = append(names, p.anyUnit(id))
	}
	if len(names) == 0 {
		return ""
	}
	return ", not counting " + list(names)
}
