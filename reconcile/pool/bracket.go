package pool

// A bracket holds the root of an increasing function while steps towards it are
// tried.
type bracket struct{ lo, hi float64 }

// narrow takes in that the function is below, or not below, its value at x.
func (b *bracket) narrow(x float64, below bool) {
	if below {
		b.lo = max(b.lo, x)
	} else {
		b.hi = min(b.hi, x)
	}
}

// next is x moved, or the middle of the bracket where that leaves it. It reports
// whether the search has ended: the step is small, or moves nothing.
func (b *bracket) next(x, move float64, small bool) (float64, bool) {
	next := x + move
	if small || next == x {
		return next, true
	}
	if !(next > b.lo && next < b.hi) {
		next = b.lo + 0.5*(b.hi-b.lo)
		return next, next == b.lo || next == b.hi
	}
	return next, false
}

// step narrows by what the function misses at x, and is the next x.
func (b *bracket) step(x, miss, move float64, small bool) (float64, bool) {
	b.narrow(x, miss > 0)
	if miss == 0 {
		return x, true
	}
	return b.next(x, move, small)
}
