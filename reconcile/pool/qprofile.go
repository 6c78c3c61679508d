package pool

import "math"

// QProfile is the confidence interval for τ² of Viechtbauer (2007): the values at
// which the generalised Q is no quantile of its χ² distribution further out than
// the level allows. It is the same for every method. An end that lies below 0 is
// 0; both are 0 where even τ² = 0 leaves too little spread. With one study it
// does not exist.
func (ws *Workspace) QProfile(y, v []float64, level float64) (Limits, error) {
	if err := check(y, v); err != nil {
		return Limits{}, err
	}
	ws.m.load(y, v, nil)
	return ws.m.qProfile(level)
}

func (m *model) qProfile(level float64) (Limits, error) {
	df := float64(m.k - m.p)
	if df == 0 {
		return Limits{math.NaN(), math.NaN()}, nil
	}
	outside := (1 - level) / 2
	var ends [2]float64
	for i, upper := range [2]float64{outside, 1 - outside} {
		t, ok := m.solveQ(chi2Quantile(upper, df))
		if !ok || math.IsNaN(t) || math.IsInf(t, 0) {
			return Limits{}, &OverflowError{Statistic: "the Q-profile interval"}
		}
		ends[i] = t
	}
	return Limits{ends[0], ends[1]}, nil
}
