package reconcile_test

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"
)

// A unit is a stretch of a view in which a number must stand with its speaker,
// and who is named for it elsewhere.
type unit struct{ text, who string }

// units cuts a view into the clauses of prose, the entries of a page and the
// cells of its tables, the rows of a timeline.
func (tr *trace) units(v view) []unit {
	switch v.name {
	case "prose":
		var out []unit
		for i, par := range strings.Split(v.text, "\n\n") {
			if i > 0 {
				out = append(out, tr.clauses(strings.Join(strings.Fields(par), " "))...)
			}
		}
		return out
	case "page":
		return tr.pageUnits(v.text)
	case "timeline":
		return tr.timelineUnits(v.text)
	case "what-if":
		return tr.items(v.text)
	case "changes", "working":
		return nil
	}
	// An overview cuts its names, so only its numbers can be held.
	var out []unit
	for _, l := range strings.Split(v.text, "\n")[1:] {
		if line := []rune(l); l != "" {
			out = append(out, unit{cells(line, 41, 71), tr.everybody()})
		}
	}
	return out
}

// items cuts a view into the items of its lists: what is indented further than the
// first line of one belongs to it. Heads of sections name scopes and no figures.
func (tr *trace) items(text string) []unit {
	var out []unit
	for _, l := range strings.Split(text, "\n") {
		switch trimmed := strings.TrimLeft(l, " "); {
		case strings.HasPrefix(l, "  most ") || strings.HasPrefix(l, "  also "), len(l)-len(trimmed) == 4:
			out = append(out, unit{text: trimmed})
		case len(l)-len(trimmed) > 4 && len(out) > 0:
			out[len(out)-1].text += " " + trimmed
		}
	}
	return out
}

func (tr *trace) everybody() string {
	var all []string
	for _, e := range tr.res.Set.Estimates {
		all = append(all, tr.label(e.Source))
	}
	return strings.Join(all, " ")
}

// clauses cuts a paragraph at the ends of its sentences and at semicolons, save
// those within names and quotes.
func (tr *trace) clauses(text string) []unit {
	const dot, semicolon = "\x01", "\x02"
	hide := strings.NewReplacer(". ", dot, "; ", semicolon)
	protect := func(s string) {
		if strings.ContainsAny(s, ".;") {
			text = strings.ReplaceAll(text, s, hide.Replace(s))
			// A name at the end of a clause is followed by its space.
			if strings.HasSuffix(s, ".") {
				text = strings.ReplaceAll(text, s+" ", strings.TrimSuffix(s, ".")+dot)
			}
		}
	}
	for _, q := range tr.quotes {
		protect(q.text)
	}
	for _, s := range tr.res.Set.Sources {
		protect(s.Label())
	}
	text = strings.ReplaceAll(text, "; sum: ours", semicolon+"sum: ours")
	show := strings.NewReplacer(dot, ". ", semicolon, "; ")
	var out []unit
	for _, sentence := range strings.Split(text, ". ") {
		for _, clause := range strings.Split(sentence, "; ") {
			out = append(out, unit{text: show.Replace(clause)})
		}
	}
	return out
}

var rung = regexp.MustCompile(`^ +(floor|higher|if|best|ceiling)? +(>?-?[\d,]+|<[\d,]+)  \S`)

// pageUnits cuts a page into the clauses of its lead, its entries (what is
// indented further than its first line, and each rung of a ladder) and the cells
// of its two tables. What is assumed names words and not speakers, and warnings
// name records: of those only the numbers of the former are held.
func (tr *trace) pageUnits(text string) []unit {
	const head, lead, entries, said, other, assumed, warned = 0, 1, 2, 3, 4, 5, 6
	section, indent := head, 0
	var out []unit
	var paragraph string
	add := func(u unit) { out = append(out, u) }
	last := func() *unit { return &out[len(out)-1] }
	for _, l := range strings.Split(text, "\n") {
		line := []rune(l)
		trimmed := strings.TrimLeft(l, " ")
		n := len(l) - len(trimmed)
		switch {
		case l == "":
			if section == lead {
				out = append(out, tr.clauses(paragraph)...)
				paragraph = ""
			}
			if section == head {
				section = lead
			} else {
				section = entries
			}
			indent = 0
			continue
		case n == 0 && section != head: // the next event's page
			section = head
		case l == "  Who says what":
			section = said
			continue
		case l == "  Other questions, not mixed in":
			section = other
			continue
		case strings.HasPrefix(l, "  Assumed"):
			section = assumed
		case strings.HasPrefix(l, "  Note"), strings.HasPrefix(l, "  Warning"):
			section = warned
		}
		switch section {
		case lead:
			paragraph += " " + trimmed
		case assumed:
			if indent == 0 {
				add(unit{who: tr.everybody()})
			}
			indent = 2
			last().text += " " + trimmed
		case said:
			// A name that is wrapped cannot be told from the next row's.
			if indent == 0 {
				add(unit{})
				add(unit{})
			}
			indent = 2
			for i, u := range []*unit{&out[len(out)-2], last()} {
				u.who += cells(line, 2, 19) + " "
				if indent == 2 && cells(line, 34, 61) != "" && cells(line, 2, 19) != "" {
					u.text += " | "
				}
				u.text += wrapped(line, []int{34, 63}[i], []int{61, 80}[i])
			}
		case other:
			if indent == 0 {
				add(unit{})
				add(unit{who: tr.everybody()})
			}
			indent = 2
			out[len(out)-2].text += cells(line, 2, 40) + " "
			last().text += cells(line, 42, 80) + " "
		case entries:
			if indent == 0 || n <= indent || rung.MatchString(l) {
				add(unit{})
				if indent = n; rung.MatchString(l) {
					indent = 2
				}
			}
			last().text += " " + trimmed
		}
	}
	return out
}

// cells is the text of a line between two columns.
func cells(line []rune, from, to int) string {
	return strings.TrimSpace(string(line[min(from, len(line)):min(to, len(line))]))
}

// wrapped is a cell as it goes on in the next line: a word that fills the column
// was cut.
func wrapped(line []rune, from, to int) string {
	cell := cells(line, from, to)
	if utf8.RuneCountInString(cell) == to-from && !strings.Contains(cell, " ") {
		return cell
	}
	return cell + " "
}

// timelineUnits takes the rows of a timeline: who said what, each clause of what
// was then known, and what each source has stated.
func (tr *trace) timelineUnits(text string) []unit {
	var out []unit
	var who, known, before string
	said := &unit{}
	flush := func() {
		said.who = who
		out = append(out, *said)
		for _, k := range strings.Split(strings.ReplaceAll(strings.Join(strings.Fields(known), " "), "; sum: ours", ", sum: ours"), "; ") {
			out = append(out, unit{text: k})
		}
		*said, known = unit{}, ""
	}
	steps, series := false, false
	for _, l := range strings.Split(text, "\n") {
		line := []rune(l)
		switch {
		case strings.HasPrefix(l, "  Published"):
			steps = true
		case strings.HasPrefix(l, "  Each source"):
			series = true
		case l == "":
			if steps {
				flush()
			}
			steps = false
		case steps:
			if date := cells(line, 2, 13); date != "" && !strings.HasPrefix(before, "about") {
				flush()
				who, before = "", date
			} else if date != "" {
				before = date // the year of "about 6 Feb", on a line of its own
			}
			who += cells(line, 15, 30) + " "
			said.text += wrapped(line, 32, 56)
			known += wrapped(line, 58, 80)
		case series:
			out = append(out, unit{cells(line, 34, 61), tr.everybody()})
		}
	}
	return out
}

// spoken reports a number of a unit that nobody has stated, or none of those who
// are named in it.
func (tr *trace) spoken(u unit) error {
	flat := strings.Join(strings.Fields(u.text), " ")
	who := flat + " " + strings.Join(strings.Fields(u.who), " ")
	for _, n := range numbers(tr.plain(tr.withoutLabels(flat))) {
		if !tr.known[n] {
			return fmt.Errorf("it prints %s, which nobody stated, in %q", n, flat)
		}
		by := tr.by[n]
		named := len(by) == 0 // an assumption, or a number in a name
		for id := range by {
			named = named || strings.Contains(who, strings.Join(strings.Fields(tr.label(id)), " "))
		}
		if !named {
			return fmt.Errorf("%s stands without its speaker in %q", n, flat)
		}
	}
	return nil
}
