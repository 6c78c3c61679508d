package pool

import (
	"encoding/json"
	"errors"
	"math"
	"testing"
)

// R's survival::survreg, interval-censored lognormal regression.
func TestBoundedRegressionSurvreg(t *testing.T) {
	var file struct {
		Survreg map[string]json.RawMessage `json:"_survreg"`
	}
	readReference(t, "bounded.json", &file)
	var data struct {
		Lo, Hi []*float64
		X1, X2 []float64
	}
	if err := json.Unmarshal(file.Survreg["metareg_data"], &data); err != nil {
		t.Fatal(err)
	}
	var reports []Report
	logs := 0.0 // survreg's likelihood is of T, ours of ln T
	for i := range data.Lo {
		switch lo, hi := data.Lo[i], data.Hi[i]; {
		case lo == nil:
			reports = append(reports, Upper(*hi, 0))
		case hi == nil:
			reports = append(reports, Lower(*lo, 0))
		case *lo == *hi:
			reports = append(reports, Point(*lo, 0))
			logs += math.Log(*lo)
		default:
			reports = append(reports, Interval(*lo, *hi, 0))
		}
	}
	for name, x := range map[string][][]float64{"metareg_null": nil, "metareg_x1": {data.X1}, "metareg_x1_x2": {data.X1, data.X2}} {
		var want struct {
			Coef  json.RawMessage
			Scale float64
			LogT  float64 `json:"loglik_T"`
		}
		if err := json.Unmarshal(file.Survreg[name], &want); err != nil {
			t.Fatal(err)
		}
		var coef []float64
		if json.Unmarshal(want.Coef, &coef) != nil {
			coef = make([]float64, 1)
			if err := json.Unmarshal(want.Coef, &coef[0]); err != nil {
				t.Fatal(err)
			}
		}
		got, err := BoundedRegression(reports, x, 0.95)
		if err != nil {
			t.Fatal(name, err)
		}
		for j := range coef {
			// survreg stops at a relative change of 1e-9 in the likelihood.
			if math.Abs(got.Coef[j]-coef[j]) > 1e-6 || !(got.Profile[j][0] < coef[j] && coef[j] < got.Profile[j][1]) {
				t.Errorf("%s: coefficient %d is %.12g in %v, want %.12g", name, j, got.Coef[j], got.Profile[j], coef[j])
			}
		}
		if math.Abs(got.Tau-want.Scale) > 1e-6 || math.Abs(got.LogLik-logs-want.LogT) > 1e-8 {
			t.Errorf("%s: tau %.12g, log-likelihood %.12g, want %.12g, %.12g", name, got.Tau, got.LogLik-logs, want.Scale, want.LogT)
		}
	}
}

func TestBoundedRegressionWithoutModerators(t *testing.T) {
	reports := []Report{Interval(50, 100, 0), Interval(300, 500, 0), Interval(200, 400, 0), Lower(150, 0)}
	one, err := BoundedML(reports, 0.95)
	if err != nil {
		t.Fatal(err)
	}
	got, err := BoundedRegression(reports, nil, 0.95)
	if err != nil {
		t.Fatal(err)
	}
	for i := range 2 {
		if math.Abs(got.Coef[0]-one.Mu) > 1e-9 || math.Abs(got.Profile[0][i]-one.Profile[i]) > 1e-8 {
			t.Errorf("%+v, want %+v", got, one)
		}
	}
	var improper *ImproperError
	x := [][]float64{{1, 1, 1, 1}}
	if _, err := BoundedRegression(reports, x, 0.95); !errors.As(err, &improper) {
		t.Errorf("a constant moderator: %v", err)
	}
}
