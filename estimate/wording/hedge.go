package wording

// Classes of hedges.
func (h hedge) lower() bool { return h == atLeast || h == moreThan }
func (h hedge) upper() bool { return h == atMost || h == fewerThan }

// with is two hedges on one number: the bound says more than the rest. It is 0
// if they contradict each other.
func (h hedge) with(g hedge) hedge {
	switch {
	case h == 0 || h == g:
		return g
	case g == 0:
		return h
	case h.lower() && g.lower():
		return min(h, g) // at least
	case h.upper() && g.upper():
		return min(h, g)
	case h.lower() && g.upper(), h.upper() && g.lower():
		return 0
	case h == nearly && g.lower(), g == nearly && h.lower():
		return nearly
	case h.lower() || h.upper():
		return h
	case g.lower() || g.upper():
		return g
	case h == nearly || g == nearly:
		return nearly
	}
	return about
}
