package pool

// warned holds warnings as bits, so that a fit carries them without memory of
// its own.
type warned uint8

const (
	warnedFew warned = 1 << iota
	warnedBoundary
	warnedStopped
	warnedSeveral
)

// list returns the warnings in the order of their declaration.
func (w warned) list() []Warning {
	var out []Warning
	for _, one := range [...]struct {
		bit  warned
		word Warning
	}{
		{warnedFew, FewReports},
		{warnedBoundary, BoundaryTau2},
		{warnedStopped, NonConvergence},
		{warnedSeveral, SeveralOptima},
	} {
		if w&one.bit != 0 {
			out = append(out, one.word)
		}
	}
	return out
}
