package pool

import "math"

// coarseStep is the step, over asinh τ, of the search for modes.
const coarseStep = 1.0

// locate finds the modes of the posterior of asinh τ, and with them map and step.
func (g *tauGrid) locate(s *studySet, power int) {
	g.scan, g.power = g.scan[:0], power
	end := math.Asinh(s.top)
	best := 0
	for j := 0; ; j++ {
		v := s.logAt(float64(j) * coarseStep)
		g.scan = append(g.scan, v)
		if v > g.scan[best] {
			best = j
		}
		// Past every scale of data and prior it only falls.
		if float64(j)*coarseStep > end && best < j {
			break
		}
	}
	g.base = math.Inf(-1)
	g.low, g.high = math.Inf(1), math.Inf(-1)
	curvature := 0.0
	for j, v := range g.scan[:len(g.scan)-1] {
		before := g.scan[j+1] // even at 0
		if j > 0 {
			before = g.scan[j-1]
		}
		after := g.scan[j+1]
		if v < before || v < after {
			continue
		}
		t, v, c := climb(s, float64(j)*coarseStep, v, before, after)
		// Modes are compared once all are climbed; one far below all others adds
		// nodes of no weight, never an error.
		if v > g.base {
			g.base, g.peak = v, t
		}
		curvature = max(curvature, c)
		g.low, g.high = min(g.low, t), max(g.high, t)
	}
	g.start(s, curvature)
}

// climb moves to the mode near t, until the steps about it resolve its width.
// It returns the mode, its height, and minus its second derivative.
func climb(s *studySet, t, v, before, after float64) (mode, height, curvature float64) {
	d := coarseStep
	for before+after-2*v < -4 && d > 1e-9 {
		d /= 2
		before, after = s.logAt(t-d), s.logAt(t+d)
		for before > v || after > v {
			if before > after {
				t, v, after = t-d, before, v
				before = s.logAt(t - d)
			} else {
				t, v, before = t+d, after, v
				after = s.logAt(t + d)
			}
		}
		t = math.Abs(t)
	}
	return t, v, (2*v - before - after) / (d * d)
}

// logAt is the logarithm of the posterior density of t = asinh τ, unnormalised.
func (s *studySet) logAt(t float64) float64 {
	e := math.Exp(t)
	i := 1 / e
	sinh, cosh := 0.5*(e-i), 0.5*(e+i)
	if s.zeros > 0 && sinh == 0 {
		return math.Inf(-1)
	}
	k := s.at(sinh * sinh)
	return 0.5*math.Log(k.square*cosh*cosh) + k.exponent
}
