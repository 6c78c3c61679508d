//go:build race

package reconcile_test

// lawSets is fewer under the race detector, which makes each set ten times as
// dear.
const lawSets = 600
