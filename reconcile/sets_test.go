//go:build !race

package reconcile_test

// lawSets is over how many generated sets each law is checked.
const lawSets = 10_000
