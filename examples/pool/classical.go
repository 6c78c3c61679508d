package main

import (
	"errors"
	"fmt"
	"math"

	"github.com/openestimate/casualty/reconcile/pool"
)

// A record holds the fields of an answer that exist.
type record map[string]any

// number sets a field unless x is not a number.
func (r record) number(name string, x float64) {
	if !math.IsNaN(x) && !math.IsInf(x, 0) {
		r[name] = x
	}
}

// numbers sets a field unless one of x is not a number.
func (r record) numbers(name string, x []float64) {
	for _, xi := range x {
		if math.IsNaN(xi) || math.IsInf(xi, 0) {
			return
		}
	}
	r[name] = x
}

func (r record) interval(name string, i pool.Limits) {
	r.numbers(name, []float64{i.Low, i.High})
}

// classical pools y and v by every method, and regresses them on x if there is
// one. A method that has no answer, as some have none with a variance of 0, is
// absent, and its reason stands under "refused".
func classical(ws *pool.Workspace, y, v []float64, x []moderator) (map[string]any, error) {
	methods, refused, warnings := record{}, record{}, record{}
	var refusals []error
	for _, m := range pool.Methods() {
		f, err := ws.Fit(y, v, m)
		if err != nil {
			refused[string(m)] = err.Error()
			refusals = append(refusals, err)
			continue
		}
		methods[string(m)] = method(ws, &f, y, v)
		if w := f.Warnings(); w != nil {
			warnings[string(m)] = w
		}
	}
	if len(methods) == 0 {
		return nil, refusals[0]
	}
	result := record{"methods": methods}
	if ci, err := ws.QProfile(y, v, pool.DefaultLevel); err == nil {
		result.interval("tau2_ci_Qprofile_REML", ci)
	}
	if len(x) > 0 {
		fits, err := regressions(ws, y, v, x)
		if err != nil {
			return nil, err
		}
		result["fits"] = fits
	}
	if len(refused) > 0 {
		result["refused"] = refused
	}
	if len(warnings) > 0 {
		result["warnings"] = warnings
	}
	return result, nil
}

func method(ws *pool.Workspace, f *pool.Fit, y, v []float64) record {
	const level = pool.DefaultLevel
	r := record{"Q_df": f.DF()}
	r.number("mu", f.Mu)
	r.number("se", f.SE)
	r.number("tau2", f.Tau2)
	r.number("tau2_se", f.Tau2SE)
	r.number("Q", f.Q)
	r.number("Q_p", f.QP())
	r.number("I2", f.I2())
	r.number("H2", f.H2())
	r.interval("ci_z", f.Wald(level))
	r.number("zval", f.Z())
	r.number("loglik", f.LogLik)
	r.number("knha_se", f.KnappHartungSE())
	r.interval("ci_knha", f.KnappHartung(level))
	r.number("knha_q", f.Scale)
	r.interval("ci_mod_knha", f.KnappHartungFloored(level))
	if _, ok := r["ci_mod_knha"]; ok {
		r["mod_knha_note"] = "t(k-1), se*sqrt(max(1,q))"
	}
	r.interval("pi_z", f.Predict(pool.PredictZ, level))
	r.interval("pi_knha_tk1", f.Predict(pool.PredictKH, level))
	r.interval("pi_hts_tk2", f.Predict(pool.PredictHTS, level))
	r.interval("pi_tk1", f.Predict(pool.PredictT1, level))
	weights := f.Weights(nil, v)
	for i := range weights {
		weights[i] *= 100
	}
	r.numbers("weights_pct", weights)
	if without, err := ws.LeaveOneOut(nil, y, v, f.Method); err == nil {
		mu, tau2 := make([]float64, len(y)), make([]float64, len(y))
		for i, e := range without {
			mu[i], tau2[i] = e.Mu, e.Tau2
		}
		r.numbers("leave1out_mu", mu)
		r.numbers("leave1out_tau2", tau2)
	}
	return r
}

// regressions regresses by every method that takes the set.
func regressions(ws *pool.Workspace, y, v []float64, x []moderator) (record, error) {
	columns := make([][]float64, len(x))
	for j := range x {
		columns[j] = x[j].values
	}
	fits := record{}
	var refusals []error
	for _, m := range pool.Methods() {
		f, err := ws.Regress(y, v, columns, m)
		if err != nil {
			refusals = append(refusals, named(err, x))
			continue
		}
		fits[string(m)] = regression(f)
	}
	if len(fits) == 0 {
		return nil, refusals[0]
	}
	return fits, nil
}

// named says which moderator an error is about, by the name of the line.
func named(err error, x []moderator) error {
	var input *pool.InputError
	if errors.As(err, &input) {
		for j := range x {
			if input.Field == fmt.Sprintf("x[%d]", j) {
				return fmt.Errorf("x, %q: accepted is %s", x[j].name, input.Accepted)
			}
		}
	}
	return err
}

func regression(f *pool.Regression) record {
	const level = pool.DefaultLevel
	r := record{}
	r.numbers("coef", f.Coef)
	r.numbers("se", f.SE)
	r["vcov"] = f.Cov
	r.number("tau2", f.Tau2)
	r.number("I2", f.I2())
	r.number("QE", f.QE)
	r.number("QEp", f.QEP())
	r.number("QM", f.QM())
	r.number("QMp", f.QMP())
	r.number("R2", f.R2)
	low, high := ends(f.Wald(level))
	r.numbers("ci_lb", low)
	r.numbers("ci_ub", high)
	if f.DF() > 0 {
		knha := record{}
		knha.numbers("se", f.KnappHartungSE())
		low, high = ends(f.KnappHartung(level))
		knha.numbers("ci_lb", low)
		knha.numbers("ci_ub", high)
		knha.number("QM_F", f.F())
		knha.number("QMp", f.FP())
		r["knha"] = knha
	}
	return r
}

func ends(intervals []pool.Limits) (low, high []float64) {
	for _, i := range intervals {
		low, high = append(low, i.Low), append(high, i.High)
	}
	return low, high
}
