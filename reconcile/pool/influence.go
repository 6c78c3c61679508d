package pool

import "math"

// An Influence says what one study does to a fit (Viechtbauer and Cheung 2010).
// "Without" is the fit of the other studies.
type Influence struct {
	Hat      float64  // the study's share of μ, its leverage
	Residual float64  // studentised deleted residual: y less μ without, over √(v + τ² + SE²), both without
	DFFITS   float64  // μ less μ without, over the SE of the study's fitted value with τ² without
	DFBETAS  float64  // μ less μ without, over the SE of μ with τ² without
	CookD    float64  // (μ less μ without)² over SE²
	CovRatio float64  // SE² without over SE²
	Without  Estimate // the fit without the study
}

// Influences says what each study does to the fit by method, and returns dst
// grown to their number. It takes two studies or more.
func (ws *Workspace) Influences(dst []Influence, y, v []float64, method Method) ([]Influence, error) {
	full, err := ws.Estimate(y, v, method)
	if err != nil {
		return nil, err
	}
	ws.without, err = ws.LeaveOneOut(ws.without, y, v, method)
	if err != nil {
		return nil, err
	}
	dst = resized(dst, len(y))
	for i, without := range ws.without {
		// The hat value needs the weight, the SE with τ² without needs its sum.
		hat := full.SE * full.SE / (v[i] + full.Tau2)
		sum := 0.0
		for _, vj := range v {
			sum += 1 / (vj + without.Tau2)
		}
		shift := full.Mu - without.Mu
		dst[i] = Influence{
			Hat:      hat,
			Residual: (y[i] - without.Mu) / math.Sqrt(v[i]+without.Tau2+without.SE*without.SE),
			DFFITS:   shift / math.Sqrt(hat*(without.Tau2+v[i])),
			DFBETAS:  shift * math.Sqrt(sum),
			CookD:    shift * shift / (full.SE * full.SE),
			CovRatio: without.SE * without.SE / (full.SE * full.SE),
			Without:  without,
		}
	}
	return dst, nil
}
