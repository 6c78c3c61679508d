package pool

import (
	"math"
	"testing"
)

// The BCG vaccine trials as printed in the manual of metafor, influence().
func TestInfluences(t *testing.T) {
	bcg := references(t)["bcg_logRR"]
	got, err := new(Workspace).Influences(nil, bcg.Y, bcg.V, REML)
	if err != nil {
		t.Fatal(err)
	}
	first := got[0]
	for name, c := range map[string][2]float64{
		"rstudent": {first.Residual, -0.2181},
		"dffits":   {first.DFFITS, -0.0407},
		"cook.d":   {first.CookD, 0.0017},
		"cov.r":    {first.CovRatio, 1.1164},
		"tau2.del": {first.Without.Tau2, 0.3362},
		"hat":      {first.Hat, 0.0506},
	} {
		if math.Abs(c[0]-c[1]) > 0.00005 {
			t.Errorf("%s = %.5f, want %.4f", name, c[0], c[1])
		}
	}
	sum := 0.0
	for _, i := range got {
		sum += i.Hat
	}
	if math.Abs(sum-1) > 1e-12 {
		t.Errorf("the hat values sum to %v, want 1", sum)
	}
	if _, err := new(Workspace).Influences(nil, []float64{1}, []float64{1}, DL); err == nil {
		t.Error("one study left out of one: no error")
	}
}
