package pool

import (
	"math"
	"slices"
)

// Groups says which reports share an upstream, and how far their errors go
// together for it.
type Groups struct {
	Of  []int   // for each study its group; studies of one number share an upstream
	Rho float64 // the correlation of the errors of two studies of one group, 0 ≤ Rho < 1
}

// FitGrouped is Fit where the errors within a group are correlated: the
// covariance of studies i and j of one group is Rho·√(vᵢvⱼ), and generalised
// least squares takes the place of weights. Reports of one group then count for
// little more than one. τ² is between studies, whatever their group.
//
// The methods are EE, DL, ML, REML, EB and PM, EB being PM; any other is a
// *MethodError. Variances must be positive. For PM the standard error of τ² is
// √(2·df)/tr P. The weights of the result are not those of Fit.Weights.
func (ws *Workspace) FitGrouped(y, v []float64, g Groups, method Method) (Fit, error) {
	if err := checkGrouped(y, v, g, method); err != nil {
		return Fit{}, err
	}
	b := &ws.blocks
	b.load(y, v, g)
	f := Fit{Method: method, K: len(y), Tau2SE: math.NaN(), LogLik: math.NaN()}
	df := float64(f.DF())
	null := b.at(0)
	f.Q, f.Typical = null.q, df/null.b
	if math.IsNaN(f.Q) || math.IsInf(f.Q, 0) {
		return Fit{}, &OverflowError{Statistic: "Q"}
	}
	if df > 0 && method != EE {
		f.between(b, method, null)
		if f.Tau2 == 0 {
			f.warned |= warnedBoundary
		}
	}
	if f.K < 5 {
		f.warned |= warnedFew
	}
	s := b.at(f.Tau2)
	f.Mu, f.SE, f.Scale = b.pivot+s.mean, math.Sqrt(1/s.sum), s.q/df
	switch method {
	case EE, ML:
		f.LogLik = -(float64(f.K)*math.Log(2*math.Pi) + s.logDet + s.q) / 2
	case REML:
		f.LogLik = (math.Log(float64(f.K)) - df*math.Log(2*math.Pi) - s.logDet - math.Log(s.sum) - s.q) / 2
	}
	return f, finite(f.Estimate)
}

// between estimates τ² of the blocks.
func (f *Fit) between(b *blocks, method Method, null blockSums) {
	df := float64(f.DF())
	switch method {
	case DL:
		f.Tau2 = max((null.q-df)/null.b, 0)
		f.Tau2SE = math.Sqrt(2*df+4*f.Tau2*null.b+2*f.Tau2*f.Tau2*null.bb) / null.b
	case EB, PM:
		t, ok := solveQ(b, 0, df)
		if !ok {
			f.warned |= warnedStopped
		}
		f.Tau2, f.Tau2SE = t, math.Sqrt(2*df)/b.at(t).b
	case ML, REML:
		var l likelihood = blockREML{b}
		if method == ML {
			l = blockML{b}
		}
		top := 2 * b.total()
		if top > 0 {
			o := maximise(l, 0, top, b.least)
			f.Tau2 = o.t
			if o.maxima > 1 {
				f.warned |= warnedSeveral
			}
			if o.stopped {
				f.warned |= warnedStopped
			}
		}
		s := b.at(f.Tau2)
		f.Tau2SE = math.Sqrt(2 / s.bb)
		if method == ML {
			f.Tau2SE = math.Sqrt(2 / s.frobenius)
		}
	}
}

// Without is the fit of the studies outside one group.
type Without struct {
	Group int
	Fit
}

// LeaveOneGroupOut fits the set without each group in turn, in the order of
// their numbers. It takes two groups or more.
func (ws *Workspace) LeaveOneGroupOut(y, v []float64, g Groups, method Method) ([]Without, error) {
	if err := checkGrouped(y, v, g, method); err != nil {
		return nil, err
	}
	numbers := slices.Clone(g.Of)
	slices.Sort(numbers)
	numbers = slices.Compact(numbers)
	if len(numbers) < 2 {
		return nil, &InputError{Field: "group", Index: -1, Accepted: "two groups or more, to leave one out"}
	}
	out := make([]Without, 0, len(numbers))
	for _, number := range numbers {
		ws.yi, ws.vi, ws.gi = ws.yi[:0], ws.vi[:0], ws.gi[:0]
		for i, of := range g.Of {
			if of != number {
				ws.yi, ws.vi, ws.gi = append(ws.yi, y[i]), append(ws.vi, v[i]), append(ws.gi, of)
			}
		}
		f, err := ws.FitGrouped(ws.yi, ws.vi, Groups{ws.gi, g.Rho}, method)
		if err != nil {
			return nil, err
		}
		out = append(out, Without{number, f})
	}
	return out, nil
}

func checkGrouped(y, v []float64, g Groups, method Method) error {
	if err := method.Validate(); err != nil {
		return err
	}
	switch method {
	case EE, DL, ML, REML, EB, PM:
	default:
		return &MethodError{Text: string(method), Accepted: []Method{EE, DL, ML, REML, EB, PM}}
	}
	if err := check(y, v); err != nil {
		return err
	}
	if len(g.Of) != len(y) {
		return &InputError{Field: "group", Index: -1, Accepted: "as many groups as effects"}
	}
	if !(g.Rho >= 0 && g.Rho < 1) {
		return &InputError{Field: "rho", Index: -1, Value: g.Rho, Accepted: "a correlation from 0 to less than 1"}
	}
	if i := slices.Index(v, 0); i >= 0 {
		return &InputError{Field: "v", Index: i, Accepted: "a positive variance"}
	}
	return nil
}
