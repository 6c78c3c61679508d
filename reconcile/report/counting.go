package report

import (
	"strings"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/reconcile"
)

// counted says that so many of those asked about were killed, or whatever is
// counted; n decides between one and many.
func (p *page) counted(a *reconcile.Answer, n int64, many string) string {
	q := &a.Question
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
	case from.Overlaps(to) && to.Day == 0:
		return " in " + day(to)
	case from.Overlaps(to):
		return " by " + day(to)
	}
	return " from " + day(from) + " to " + day(to)
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
