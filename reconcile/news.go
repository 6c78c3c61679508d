package reconcile

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"

	"github.com/openestimate/casualty/estimate"
)

// A News is one difference between what two Results were made from: a statement
// that one has and the other has not, or says otherwise, or a setting.
type News struct {
	What     NewsKind    `json:"what"`
	Estimate estimate.ID `json:"estimate,omitempty"` // the record; none for a setting
	Of       estimate.ID `json:"of,omitempty"`       // of a revision: the root that it replaced
	Name     string      `json:"name,omitempty"`     // of an assumption; of a remark: its speaker
}

// A NewsKind says what became of a statement or a setting.
type NewsKind string

const (
	NewStatement   NewsKind = "new"
	NewRevision    NewsKind = "revised"   // a new statement that replaced an earlier one
	NewRetraction  NewsKind = "retracted" // by its speaker
	NewAside       NewsKind = "aside"     // set aside by hand
	NewRelay       NewsKind = "relayed"   // a relay came or went; the origin's words are the same
	NewWords       NewsKind = "edited"    // the record says something else
	NotThere       NewsKind = "withdrawn" // the record is no longer in the set
	NewRemark      NewsKind = "remark"
	NewReading     NewsKind = "reading"
	NewConvention  NewsKind = "convention"
	NewAssumption  NewsKind = "assumption" // removed, added or of another value
	NewAsOf        NewsKind = "as-of"      // the question is asked at another date
	NewChecks      NewsKind = "checks"     // other checks were run
	NewDeclaration NewsKind = "declared"   // sources, places, populations, parties or events
)

func cmpNews(a, b News) int {
	return cmp.Or(cmp.Compare(a.What, b.What), cmp.Compare(a.Estimate, b.Estimate), cmp.Compare(a.Of, b.Of), cmp.Compare(a.Name, b.Name))
}

// A comparison knows what is new in one Result against another.
type comparison struct {
	before, after         *Result
	rootBefore, rootAfter map[estimate.ID]*Root
	records               map[estimate.ID]NewsKind
	replaces              map[estimate.ID]estimate.ID // by root: the first root it replaced since
	settings              []News
	all                   []estimate.ID // see everyRoot
}

func compareResults(before, after *Result) *comparison {
	c := &comparison{before: before, after: after, rootBefore: rootsByID(before), rootAfter: rootsByID(after),
		records: make(map[estimate.ID]NewsKind), replaces: make(map[estimate.ID]estimate.ID)}
	old, now := recordsByID(before), recordsByID(after)
	for id, e := range now {
		if was := old[id]; was == nil {
			c.records[id] = NewStatement
		} else if kind := edited(was, e); kind != "" {
			c.records[id] = kind
		}
	}
	for id := range old {
		if now[id] == nil {
			c.records[id] = NotThere
		}
	}
	for id, r := range c.rootAfter {
		was := c.rootBefore[id]
		if r.State == Replaced && (was == nil || was.State != Replaced || was.By != r.By) {
			if first, ok := c.replaces[r.By]; !ok || id < first {
				c.replaces[r.By] = id
			}
		}
	}
	c.compareSettings()
	return c
}

func rootsByID(r *Result) map[estimate.ID]*Root {
	m := make(map[estimate.ID]*Root)
	for i := range r.Answers {
		a := &r.Answers[i]
		for _, list := range [...][]*Root{a.Roots, a.Unclear, a.Earlier} {
			for _, root := range list {
				m[root.ID] = root
			}
		}
	}
	return m
}

func recordsByID(r *Result) map[estimate.ID]*estimate.Estimate {
	m := make(map[estimate.ID]*estimate.Estimate)
	if r.Set != nil {
		for i := range r.Set.Estimates {
			m[r.Set.Estimates[i].ID] = &r.Set.Estimates[i]
		}
	}
	return m
}

// edited says how one record differs from another of the same ID, or "".
func edited(was, is *estimate.Estimate) NewsKind {
	if sameJSON(was, is) {
		return ""
	}
	a, b := *was, *is
	switch {
	case a.Retracted == nil && b.Retracted != nil:
		return NewRetraction
	case a.Aside == nil && b.Aside != nil:
		return NewAside
	}
	a.Via, b.Via = nil, nil
	if sameJSON(&a, &b) {
		return NewRelay
	}
	return NewWords
}

func sameJSON(a, b any) bool {
	x, err := json.Marshal(a)
	if err != nil {
		return false
	}
	y, err := json.Marshal(b)
	return err == nil && string(x) == string(y)
}

// compareSettings lists the settings that are shown to differ. A Result names
// only the assumptions it used, so one that a single Result names is taken for
// removed only if nothing else differs that could have put it out of use.
func (c *comparison) compareSettings() {
	x, y := c.before, c.after
	if x.Reading != y.Reading {
		c.settings = append(c.settings, News{What: NewReading})
	}
	if x.Convention != y.Convention {
		c.settings = append(c.settings, News{What: NewConvention})
	}
	if x.AsOf != y.AsOf {
		c.settings = append(c.settings, News{What: NewAsOf})
	}
	if !slices.Equal(x.Checks, y.Checks) {
		c.settings = append(c.settings, News{What: NewChecks})
	}
	if x.Set != nil && y.Set != nil && !sameJSON(x.Set.Registry, y.Set.Registry) {
		c.settings = append(c.settings, News{What: NewDeclaration})
	}
	same := len(c.settings) == 0 && len(c.records) == 0
	for _, u := range x.Assumptions {
		i := slices.IndexFunc(y.Assumptions, func(o Used) bool { return o.Name == u.Name })
		if i < 0 && same && !isWord(x, u.Name) || i >= 0 && u.Assumption != y.Assumptions[i].Assumption {
			c.settings = append(c.settings, News{What: NewAssumption, Name: u.Name})
		}
	}
	for _, u := range y.Assumptions {
		if same && !isWord(y, u.Name) && !slices.ContainsFunc(x.Assumptions, func(o Used) bool { return o.Name == u.Name }) {
			c.settings = append(c.settings, News{What: NewAssumption, Name: u.Name})
		}
	}
	slices.SortFunc(c.settings, cmpNews)
}

// isWord reports whether an assumption used is a reading of a word.
func isWord(r *Result, name string) bool {
	return strings.HasPrefix(name, r.Convention+":")
}

// of lists what is new about roots or estimates.
func (c *comparison) of(ids []estimate.ID, about func(estimate.ID) []News) []News {
	var out []News
	for _, id := range ids {
		out = append(out, about(id)...)
	}
	slices.SortFunc(out, cmpNews)
	return slices.Compact(out)
}

// ofRoot lists what is new about a root that says something else than it did,
// and about the one that replaced it since. A further report of a root that says
// the same is left out.
func (c *comparison) ofRoot(id estimate.ID) []News {
	was, is := c.rootBefore[id], c.rootAfter[id]
	if was == nil || is == nil || !saysSame(was, is) {
		return c.ofReports(id)
	}
	return c.ofRecords([]estimate.ID{id})
}

// ofReports lists what is new about every report of a root, and of the one that
// replaced it since.
func (c *comparison) ofReports(id estimate.ID) []News {
	was, is := c.rootBefore[id], c.rootAfter[id]
	records := []estimate.ID{id}
	for _, r := range [...]*Root{was, is} {
		if r != nil {
			records = append(records, r.Estimates...)
		}
	}
	if is != nil && is.State == Replaced && (was == nil || was.State != Replaced || was.By != is.By) {
		if by := c.rootAfter[is.By]; by != nil {
			records = append(records, by.Estimates...)
		}
	}
	return c.ofRecords(records)
}

func (c *comparison) ofRecords(ids []estimate.ID) []News {
	slices.Sort(ids)
	var out []News
	for _, id := range slices.Compact(ids) {
		kind, ok := c.records[id]
		if !ok {
			continue
		}
		n := News{What: kind, Estimate: id}
		if of, ok := c.replaces[id]; ok && kind == NewStatement {
			n.What, n.Of = NewRevision, of
		}
		out = append(out, n)
	}
	return out
}

// saysSame reports whether a root says the same in both results, whatever
// standing the date asked at gives it.
func saysSame(a, b *Root) bool {
	return a.State == b.State && a.Measure == b.Measure && a.Quantity == b.Quantity && a.Scope.Equal(b.Scope) && slices.Equal(a.Parts, b.Parts)
}

// because attributes a change: to what is new about the roots it stands on, or
// else about those that bear on it, or else to the one thing that is new on the
// question. It is empty where none of these shows one.
func (c *comparison) because(own, bearing, question []estimate.ID) []News {
	for _, ids := range [...][]estimate.ID{own, bearing} {
		if news := c.of(ids, c.ofRoot); len(news) > 0 {
			return news
		}
	}
	if pool := slices.Concat(c.settings, c.of(question, c.ofReports)); len(pool) == 1 {
		return pool
	}
	return nil
}

// bearing lists the roots that can have moved a figure of the answer though it
// does not stand on them: those whose ends dispute its low end, that leave the
// ceiling open or lie above it, or that disagree.
func (c *comparison) bearing(what string, x, y *Answer, own []estimate.ID) []estimate.ID {
	if what == "rung" {
		return bearingOnRung(x, y, own[0])
	}
	if x.AsOf != y.AsOf {
		return nil // another date loosens other ends, so that no one figure is shown to bear
	}
	var ids []estimate.ID
	switch what {
	case "floor":
		for _, a := range [...]*Answer{x, y} {
			for _, id := range own {
				ids = append(ids, disputersOf(a, id)...)
			}
		}
	case "ceiling", "highest":
		for _, a := range [...]*Answer{x, y} {
			for _, r := range a.Roots {
				if !r.High.counts() || x.Ceiling != nil && r.Low.counts() && r.Low.Least() > x.Ceiling.value(End.Most) {
					ids = append(ids, r.ID)
				}
			}
		}
	case "disputed":
		ids = append(inDispute(c.before, x), inDispute(c.after, y)...)
	}
	return ids
}

// bearingOnRung lists the floor that a rung was overtaken by or has come out
// above, or the roots that dispute it in one of the answers only.
func bearingOnRung(x, y *Answer, id estimate.ID) []estimate.ID {
	switch {
	case rungText(y, id) == "" && y.Floor != nil:
		return figureIDs(y.Floor)
	case rungText(x, id) == "" && x.Floor != nil:
		return figureIDs(x.Floor)
	}
	was, is := disputersOf(x, id), disputersOf(y, id)
	var ids []estimate.ID
	for _, o := range slices.Concat(was, is) {
		if slices.Contains(was, o) != slices.Contains(is, o) {
			ids = append(ids, o)
		}
	}
	return ids
}

// disputersOf lists the roots whose high end lies below the rung of root id.
func disputersOf(a *Answer, id estimate.ID) []estimate.ID {
	for _, g := range a.Ladder {
		if slices.Contains(g.Estimates, id) {
			return g.Disputed
		}
	}
	return nil
}

// inDispute lists the roots of a that disagree with another of a.
func inDispute(r *Result, a *Answer) []estimate.ID {
	has := func(id estimate.ID) bool {
		return slices.ContainsFunc(a.Roots, func(root *Root) bool { return root.ID == id })
	}
	var ids []estimate.ID
	for i := range r.Pairs {
		if p := &r.Pairs[i]; p.Relation.Disagrees() && has(p.Estimates[0]) && has(p.Estimates[1]) {
			ids = append(ids, p.Estimates[:]...)
		}
	}
	return ids
}
