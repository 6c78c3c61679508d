package wording

import "strings"

const acceptedPhrase = `a count of people, such as "at least 100", "several hundred", "300-500"`

func (r *Reader) refuse(text string, toks []token, f fault) error {
	e := &ParseError{Text: text, Offset: f.at, Reason: f.reason, Accepted: acceptedPhrase}
	for i := range toks {
		if toks[i].kind == badKind {
			e.Offset, e.Reason = int(toks[i].start), NotUTF8
			return e
		}
	}
	if f.reason == 0 {
		e.Reason = NoNumber
		e.Offset = int(toks[0].start)
		for i := range toks {
			if toks[i].kind == wordKind {
				e.Reason = NoLanguage
				e.Offset = int(toks[i].start)
				e.Near = text[toks[i].start:toks[i].end]
				e.Accepted = "a count of people in " + r.names()
				break
			}
		}
		return e
	}
	if f.to <= len(text) && f.at <= f.to {
		e.Near = text[f.at:f.to]
	}
	if a, ok := acceptedInstead[f.reason]; ok {
		e.Accepted = a
	}
	return e
}

// names lists the languages of r for a message.
func (r *Reader) names() string {
	x := lexical()
	in := r.asked(x)
	var names []string
	for _, t := range x.langs {
		if in&t.bit != 0 {
			names = append(names, t.name+" ("+t.code+")")
		}
	}
	if len(names) == 0 {
		return "one of the languages of Languages(): the Reader's are none of them"
	}
	return strings.Join(names, ", ")
}
