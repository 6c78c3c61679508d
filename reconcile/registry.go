package reconcile

import "github.com/openestimate/casualty/estimate"

// registryCache keeps the checked, sorted and indexed registry of the last set,
// for the sets of one stream share theirs.
type registryCache struct {
	in       estimate.Registry // the slices it was made from
	filled   bool
	sorted   estimate.Registry
	index    *estimate.Index
	warnings []Warning
}

// load makes c the cache of r. It compares slices by identity: the registry of
// a set must not change while a Reconciler works on it.
func (c *registryCache) load(r estimate.Registry) {
	if c.filled && sameSlice(c.in.Sources, r.Sources) && sameSlice(c.in.Places, r.Places) &&
		sameSlice(c.in.Populations, r.Populations) && sameSlice(c.in.Parties, r.Parties) &&
		sameSlice(c.in.Events, r.Events) {
		return
	}
	// Holding c.in keeps the memory behind it from being used for another
	// registry, which would then look like this one.
	valid, errs := r.Sorted().Valid()
	*c = registryCache{in: r, filled: true, sorted: valid}
	c.index = estimate.NewIndex(&c.sorted)
	for _, err := range errs {
		c.warnings = append(c.warnings, fieldWarnings(err, "", "left out")...)
	}
}

func sameSlice[T any](a, b []T) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0])
}
