package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"

	"github.com/openestimate/casualty/reconcile/pool"
)

// A namedPrior is a prior of τ by its name in the answer.
type namedPrior struct {
	name  string
	prior pool.Prior
}

var studyPriors = []namedPrior{
	{"halfnormal_0.5", pool.HalfNormal(0.5)},
	{"halfcauchy_0.5", pool.HalfCauchy(0.5)},
	{"uniform", pool.Uniform()},
}

var reportPriors = []namedPrior{
	{"halfnormal_0.5", pool.HalfNormal(0.5)},
	{"halfnormal_1", pool.HalfNormal(1)},
}

// exactBayes is the posterior of the normal–normal model by prior. A prior under
// which there is none is absent.
func exactBayes(y, v []float64) (map[string]any, error) {
	result := record{}
	var p pool.Posterior
	for _, prior := range studyPriors {
		err := p.Fit(y, v, prior.prior)
		var improper *pool.ImproperError
		var overflow *pool.OverflowError
		if errors.As(err, &improper) || errors.As(err, &overflow) {
			continue
		}
		if err != nil {
			return nil, err
		}
		one := record{}
		if prior.prior != pool.Uniform() {
			one.number("log_evidence", p.LogEvidence)
		}
		for _, of := range []pool.Parameter{pool.Mu, pool.Tau, pool.Prediction} {
			one[of.String()] = marginal(&p, of)
		}
		theta := make([]record, len(y))
		for i := range y {
			theta[i] = marginal(&p, pool.Theta(i))
		}
		one["theta"] = theta
		if w := p.Warnings(); len(w) > 0 {
			one["warnings"] = append([]pool.Warning(nil), w...)
		}
		result[prior.name] = one
	}
	return result, nil
}

// A posterior is either of the package's.
type posterior interface {
	Moments(pool.Parameter) pool.Moments
	Quantile(pool.Parameter, float64) float64
	Interval(of pool.Parameter, level float64) (lo, hi float64)
}

func marginal(p posterior, of pool.Parameter) record {
	m := p.Moments(of)
	lo, hi := p.Interval(of, 0.95)
	r := record{}
	r.number("mean", m.Mean)
	r.number("sd", m.SD)
	r.number("median", p.Quantile(of, 0.5))
	r.numbers("central95", []float64{lo, hi})
	return r
}

// bounded answers a line of reports by maximum likelihood and by the posterior
// under both priors. What has no answer is absent, its reason under "refused";
// the line fails where none has.
func bounded(text json.RawMessage) (map[string]any, error) {
	reports, err := parseReports(text)
	if err != nil {
		return nil, err
	}
	result, refused := record{}, record{}
	fit, err := pool.BoundedML(reports, 0.95)
	if err != nil {
		refused["ml"] = err.Error()
	} else {
		result["ml"] = maximum(fit)
	}
	posteriors := record{}
	var p pool.BoundedPosterior
	for _, prior := range reportPriors {
		if err = p.Fit(reports, prior.prior); err != nil {
			refused[prior.name] = err.Error()
			continue
		}
		one := record{}
		one.number("log_evidence", p.LogEvidence)
		for _, of := range []pool.Parameter{pool.Mu, pool.Tau, pool.Prediction} {
			r := marginal(&p, of)
			if of != pool.Tau {
				lo, hi := p.Interval(of, 0.95)
				r.number("exp_median", math.Exp(p.Quantile(of, 0.5)))
				r.numbers("exp_central95", []float64{math.Exp(lo), math.Exp(hi)})
			}
			one[of.String()] = r
		}
		if w := p.Warnings(); len(w) > 0 {
			one["warnings"] = append([]pool.Warning(nil), w...)
		}
		posteriors[prior.name] = one
	}
	if len(posteriors) > 0 {
		result["posterior"] = posteriors
	}
	if len(result) == 0 {
		return nil, err
	}
	if len(refused) > 0 {
		result["refused"] = refused
	}
	return result, nil
}

func maximum(f *pool.BoundedFit) record {
	r := record{"identified": f.Identified, "tau": f.Tau}
	if len(f.Warnings) > 0 {
		r["warnings"] = f.Warnings
	}
	if !f.Identified {
		r["loglik_sup"] = f.LogLik
		r["mu_set"] = stated(f.MuSet[0], f.MuSet[1])
		r["note"] = "all sigma=0 and the reports are mutually compatible: sup of likelihood is 1, reached as tau->0 for every mu in the intersection"
		return r
	}
	r["mu"], r["loglik"] = f.Mu, f.LogLik
	r["profile95_mu"] = stated(f.Profile[0], f.Profile[1])
	zero := record{}
	if f.Zero.Exists {
		zero["mu"], zero["loglik"] = f.Zero.Mu, f.Zero.LogLik
	}
	r["tau0"] = zero
	return r
}

// stated is a pair of ends with null for an infinite one.
func stated(lo, hi float64) [2]any {
	var out [2]any
	for i, x := range [2]float64{lo, hi} {
		if !math.IsInf(x, 0) {
			out[i] = x
		}
	}
	return out
}

// parseReports reads the reports; of a report, as of the line, each key is known
// and given once. null is an absent end.
func parseReports(text json.RawMessage) ([]pool.Report, error) {
	var all []json.RawMessage
	if err := json.Unmarshal(text, &all); err != nil {
		return nil, errors.New(`reports: accepted is an array of objects with "kind", "lo", "hi" and "sigma"`)
	}
	reports := make([]pool.Report, len(all))
	for i, one := range all {
		if err := parseReport(one, &reports[i]); err != nil {
			return nil, fmt.Errorf("reports[%d]: %w", i, err)
		}
	}
	return reports, nil
}

func parseReport(text json.RawMessage, r *pool.Report) error {
	var lo, hi, sigma *float64
	err := eachKey(text, func(key string, value json.RawMessage) error {
		var into any
		switch key {
		case "kind":
			into = &r.Kind
		case "lo":
			into = &lo
		case "hi":
			into = &hi
		case "sigma":
			into = &sigma
		case "source": // who said so: no number
			return nil
		default:
			return fmt.Errorf("unknown key %q: accepted are kind, lo, hi, sigma and source", key)
		}
		if json.Unmarshal(value, into) != nil {
			return fmt.Errorf("%s = %s: accepted is a word for kind, a number or null for the others", key, value)
		}
		return nil
	})
	if err != nil {
		return err
	}
	if sigma == nil {
		return errors.New("sigma is missing: accepted is a standard error in logarithms, 0 or more")
	}
	r.Sigma = *sigma
	switch r.Kind {
	case pool.PointKind:
		lo, hi = either(lo, hi), either(hi, lo)
	case pool.LowerKind:
		if hi != nil {
			return errors.New("hi of a lower bound: accepted is null or none; with both ends it is an interval")
		}
	case pool.UpperKind:
		if lo != nil {
			return errors.New("lo of an upper bound: accepted is null or none; with both ends it is an interval")
		}
	}
	if lo != nil {
		r.Lo = *lo
	}
	if hi != nil {
		r.Hi = *hi
	}
	return nil
}

func either(a, b *float64) *float64 {
	if a != nil {
		return a
	}
	return b
}
