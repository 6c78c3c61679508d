package pool

import "math"

// Estimate is Fit without what only some callers read: no standard error of τ²,
// no likelihood, no typical variance. EE, DL and REML take a short way of plain
// sums. It is left for the long one wherever its digits could be in doubt: a
// study that outweighs the rest a thousandfold, a first effect far from the
// others, anything not finite.
func (ws *Workspace) Estimate(y, v []float64, method Method) (Estimate, error) {
	if (method == DL || method == REML || method == EE) && len(y) == len(v) && len(y) > 1 {
		if m, ok := sums(y, v); ok {
			switch method {
			case EE:
				return weighted(y, v, m, 0), nil
			case DL:
				return weighted(y, v, m, max(m.q-m.df, 0)/m.trace), nil
			}
			if tau2, ok := ws.restricted(y, v, m); ok {
				return weighted(y, v, m, tau2), nil
			}
		}
	}
	f, err := ws.Fit(y, v, method)
	return f.Estimate, err
}

// Plain sums bear a weight of a thousand times the others, which costs three
// digits of sixteen, and a sum of squares about the first effect of a hundred
// thousand times Q.
const (
	dominance = 1e3
	offCentre = 1e5
)

// moments are the sums of a set at τ² = 0.
type moments struct {
	mu, q, df, trace float64 // Cochran's Q, k − 1 and tr P = Σw − Σw²/Σw
}

// sums is false where the digits of plain sums are in doubt, as where y or v are
// not all finite and positive.
func sums(y, v []float64) (moments, bool) {
	v = v[:len(y)]
	origin := y[0]
	var s1, s2, m1, c1, all float64
	for i, vi := range v {
		if !(vi > 0) {
			return moments{}, false
		}
		w := 1 / vi
		d := y[i] - origin
		wd := w * d
		s1 += w
		s2 += w * w
		m1 += wd
		c1 += wd * d
		all += vi
	}
	inverse := 1 / s1
	shift := m1 * inverse
	m := moments{origin + shift, c1 - m1*shift, float64(len(y) - 1), s1 - s2*inverse}
	sound := all <= math.MaxFloat64 && s1 < m.trace*dominance &&
		c1 <= m.q*offCentre && c1 <= math.MaxFloat64
	return m, sound
}

// weighted is the estimate at τ², summed about the equal-effects mean so that a
// great common level costs no digits.
func weighted(y, v []float64, m moments, tau2 float64) Estimate {
	v = v[:len(y)]
	var s, moment float64
	for i, yi := range y {
		w := 1 / (v[i] + tau2)
		s += w
		moment += w * (yi - m.mu)
	}
	inverse := 1 / s
	return Estimate{Mu: m.mu + moment*inverse, SE: math.Sqrt(inverse), Tau2: tau2, Q: m.q}
}

// restricted is REML by Newton's steps on B/A, which is a straight line in τ²
// where all variances are equal (see point for A and B), and a proof that no
// other maximum is higher. Where the quick proof fails it searches them all.
func (ws *Workspace) restricted(y, v []float64, m moments) (tau2 float64, ok bool) {
	ws.lean.d = resized(ws.lean.d, len(y))
	d := ws.lean.d
	var sum, ss float64
	for i, yi := range y {
		d[i] = yi - m.mu
		sum += d[i]
		ss += d[i] * d[i]
	}
	ss -= sum * sum / float64(len(y))
	ws.lean.v = v
	t := max(m.q-m.df, 0) / m.trace
	for range 20 {
		s := ws.lean.at(t)
		slope := 2*s.b*s.ap - s.bb*s.a
		step := (s.a - s.b) * s.a / slope
		next := t + step
		if !(next > 0 && slope > 0) {
			if t > 0 {
				t = 0
				continue
			}
			if s.a <= s.b && s.fallsFrom0(ss) {
				return 0, true
			}
			break
		}
		// The steps shrink as their squares do: after one of 1e-6 the next would
		// be of 1e-12.
		if math.Abs(step) <= 1e-6*next {
			if s.only(t, m.trace, ss) {
				return next, true
			}
			break
		}
		t = next
	}
	o := maximise(&ws.lean, 0, 2*ss, v[0])
	return o.t, !o.stopped && ss > 0
}

// A lean is the restricted likelihood of a mean by plain sums.
type lean struct{ d, v []float64 } // effects about their equal-effects mean

// scoreSums are A = y'PPy, y'PPPy, B = tr P and tr PP, which make the score and
// its derivative.
type scoreSums struct{ a, ap, b, bb float64 }

func (l *lean) at(t float64) scoreSums {
	v := l.v
	d := l.d[:len(v)]
	var s1, s2, s3, m1, m2, m3, c2, c3 float64
	for i, vi := range v {
		w := 1 / (vi + t)
		x := d[i]
		wx := w * x
		w2, w2x := w*w, w*wx
		s1 += w
		s2 += w2
		s3 += w2 * w
		m1 += wx
		m2 += w2x
		m3 += w * w2x
		c2 += wx * wx
		c3 += wx * w2x
	}
	inverse := 1 / s1
	mean := m1 * inverse
	h := s2 * inverse
	u := m2 - mean*s2
	return scoreSums{
		a:  c2 - mean*(2*m2-mean*s2),
		ap: c3 - mean*(2*m3-mean*s3) - u*u*inverse,
		b:  s1 - h,
		bb: s2 - 2*s3*inverse + h*h,
	}
}

// only reports that the score has no zero but the one next to t. See score.go
// for a and b.
//
// Below t, a² under the tangent of a at t is a parabola, b over the chord from 0
// to t a line, and both agree at t. If at 0 too the parabola is not above the
// line, it is nowhere between: the likelihood rises all the way.
//
// Above t, a grows at least as fast as at infinity, by Σ(y−ȳ)²^(−1/2), and b at
// most as fast as at t. If (a²)' ≥ b' so bounded, the likelihood falls all the
// way.
func (s *scoreSums) only(t, traceAt0, ss float64) bool {
	left := s.a - t*s.ap
	b2 := s.b * s.b
	return left*left*traceAt0 < s.a*s.a*s.a && s.bb*s.bb*s.a*ss < 4*b2*b2
}

// fallsFrom0 reports that the likelihood falls from t = 0 on, by the same bounds:
// the parabola less the line is above 0 where it is least.
func (s *scoreSums) fallsFrom0(ss float64) bool {
	p := newPoint(0, s.a, s.ap, s.b, s.bb)
	slope := 1 / math.Sqrt(ss)
	x := max((p.db/(2*slope)-p.a)/slope, 0)
	a := p.a + slope*x
	return a*a > p.b+p.db*x
}

func (l *lean) score(t float64) point {
	s := l.at(t)
	return newPoint(t, s.a, s.ap, s.b, s.bb)
}

func (l *lean) loglik(t float64) float64 {
	var logs, s1, m1, c1 float64
	for i, vi := range l.v {
		w := 1 / (vi + t)
		logs += math.Log(vi + t)
		s1 += w
		m1 += w * l.d[i]
		c1 += w * l.d[i] * l.d[i]
	}
	return -(logs + math.Log(s1) + c1 - m1*m1/s1) / 2
}
