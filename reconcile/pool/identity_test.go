package pool

import (
	"errors"
	"math"
	"slices"
	"testing"
)

func TestReconcileIdentity(t *testing.T) {
	middle := func(lo, hi float64) Member {
		return Member{Value: math.Sqrt(lo * hi), Sigma: SigmaOfRange(lo, hi)}
	}
	exact := func(n float64) Member { return Member{Value: n, Sigma: 0.05} }
	tests := []struct {
		name     string
		k, w, c  Member
		want     Reconciled
		adjusted bool
	}{
		{"founding case", Member{Min: 100}, middle(900, 1000), middle(300, 900),
			Reconciled{Killed: 100, Wounded: 929, Casualties: 1029, Chi2: 6.4}, true},
		{"derive casualties", exact(30), exact(70), Member{}, Reconciled{Killed: 30, Wounded: 70, Casualties: 100}, false},
		{"derive wounded", exact(30), Member{}, exact(100), Reconciled{Killed: 30, Wounded: 70, Casualties: 100}, false},
		{"derive killed", Member{Max: 40}, exact(70), exact(100), Reconciled{Killed: 30, Wounded: 70, Casualties: 100}, false},
		{"all agree", exact(30), exact(70), exact(100), Reconciled{Killed: 30, Wounded: 70, Casualties: 100, DF: 1}, true},
	}
	for _, test := range tests {
		got, err := Reconcile(test.k, test.w, test.c)
		if err != nil {
			t.Fatal(test.name, err)
		}
		near := func(a, b, by float64) bool { return math.Abs(a-b) <= by }
		if got.Adjusted != test.adjusted || got.DF != test.want.DF || !near(got.Killed, test.want.Killed, 0.5) || !near(got.Wounded, test.want.Wounded, 0.5) ||
			!near(got.Casualties, test.want.Casualties, 0.5) || !near(got.Chi2, test.want.Chi2, 0.05) {
			t.Errorf("%s: %+v, want %+v", test.name, got, test.want)
		}
		if !near(got.Killed+got.Wounded, got.Casualties, 1e-9*got.Casualties) {
			t.Errorf("%s: does not add up: %+v", test.name, got)
		}
	}
	// K = W by symmetry: minimise 2(u−a)² + (u+ln 2−b)² at u = (2a+b−ln 2)/3.
	got, err := Reconcile(exact(50), exact(50), exact(200))
	want := math.Exp((2*math.Log(50) + math.Log(100)) / 3)
	if err != nil || math.Abs(got.Killed-want) > 1e-5 || math.Abs(got.Wounded-want) > 1e-5 {
		t.Errorf("symmetric: %+v %v, want killed %v", got, err, want)
	}
	var improper *ImproperError
	if _, err := Reconcile(Member{Min: 90}, exact(70), Member{Value: 100, Sigma: 0.1, Max: 80}); !errors.As(err, &improper) {
		t.Errorf("ends that cannot hold: %v", err)
	}
	var input *InputError
	if _, err := Reconcile(Member{Min: 90}, exact(70), Member{}); !errors.As(err, &input) {
		t.Errorf("one value: %v", err)
	}
}

func TestIsotonic(t *testing.T) {
	tests := []struct{ y, w, want []float64 }{
		{[]float64{1, 2, 3}, nil, []float64{1, 2, 3}},
		{[]float64{3, 2, 1}, nil, []float64{2, 2, 2}},
		{[]float64{1, 4, 2, 5}, nil, []float64{1, 3, 3, 5}},
		{[]float64{4, 1}, []float64{3, 1}, []float64{3.25, 3.25}},
		{nil, nil, []float64{}},
	}
	for _, test := range tests {
		got, err := Isotonic(nil, test.y, test.w)
		if err != nil || !slices.Equal(got, test.want) {
			t.Errorf("Isotonic(%v, %v) = %v, %v, want %v", test.y, test.w, got, err, test.want)
		}
	}
	got, err := Cumulative([]float64{100, 400, 100}, nil)
	if err != nil || math.Abs(got[1]-200) > 1e-9 || math.Abs(got[2]-200) > 1e-9 {
		t.Errorf("Cumulative = %v, %v", got, err)
	}
	var input *InputError
	if _, err := Cumulative([]float64{3, 0}, nil); !errors.As(err, &input) || input.Index != 1 {
		t.Errorf("a zero: %v", err)
	}
}
