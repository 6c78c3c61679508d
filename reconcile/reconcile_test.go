package reconcile_test

import (
	"testing"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/reconcile"
)

func mustReconcile(t testing.TB, r *reconcile.Reconciler, s *estimate.Set) *reconcile.Result {
	t.Helper()
	res, err := r.Reconcile(t.Context(), s)
	if err != nil {
		t.Fatal(err)
	}
	return res
}
