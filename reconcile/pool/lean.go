package pool

import "math"

// A lean is a set, its estimators of τ² and its likelihood by plain sums.
type lean struct {
	d, v       []float64 // effects about their equal-effects mean
	restricted bool      // REML, else ML
}

// between estimates τ², and reports whether it could.
func (l *lean) between(y, v []float64, m moments, method Method) (tau2 float64, ok bool) {
	k := float64(len(y))
	df := k - 1
	if method == HS {
		return max((m.q-k)/m.s, 0), true
	}
	l.d, l.v = resized(l.d, len(y)), v
	d := l.d
	var sum, ss, within float64
	for i, yi := range y {
		d[i] = yi - m.mu
		sum += d[i]
		ss += d[i] * d[i]
		within += v[i]
	}
	ss -= sum * sum / k
	switch method {
	case HE:
		tau2 = max((ss-within*df/k)/df, 0)
	case SJ:
		if ss > 0 {
			q, _ := l.spread(ss / k)
			tau2 = ss / k * q / df
		}
	case EB, PM:
		tau2, ok = l.pauleMandel(m, df)
		return tau2, ok
	case ML, REML:
		l.restricted = method == REML
		return l.likeliest(m, df, ss)
	default:
		return 0, false
	}
	return tau2, tau2 <= math.MaxFloat64
}

// pauleMandel is solveQ from the estimate of DL: from the right of the root the
// first step leads to its left.
func (l *lean) pauleMandel(m moments, df float64) (t float64, ok bool) {
	if m.q <= df {
		return 0, true
	}
	t = (m.q - df) / m.trace
	for range 100 {
		q, fall := l.spread(t)
		step := q * (q/df - 1) / fall
		t = max(t+step, 0)
		// The steps shrink as their squares do.
		if math.Abs(step) <= 1e-7*t {
			return t, true
		}
	}
	return 0, false
}

// spread makes a lean a spread.
func (l *lean) spread(t float64) (q, fall float64) {
	v := l.v
	d := l.d[:len(v)]
	var s1, s2, m1, m2, c1, c2 float64
	for i, vi := range v {
		w := 1 / (vi + t)
		x := d[i]
		wx := w * x
		s1 += w
		s2 += w * w
		m1 += wx
		m2 += w * wx
		c1 += wx * x
		c2 += wx * wx
	}
	mean := m1 / s1
	return c1 - mean*m1, c2 - mean*(2*m2-mean*s2)
}

// likeliest is ML or REML by Newton's steps on B/A, which is a straight line in
// τ² where all variances are equal (see point for A and B), and a proof that no
// other maximum is higher. Where the quick proof fails it searches them all.
func (l *lean) likeliest(m moments, df, ss float64) (tau2 float64, ok bool) {
	t := max(m.q-df, 0) / m.trace
	traceAt0 := m.s
	if l.restricted {
		traceAt0 = m.trace
	}
	for range 20 {
		s := l.at(t)
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
			if s.only(t, traceAt0, ss) {
				return next, true
			}
			break
		}
		t = next
	}
	o := maximise(l, 0, 2*ss, l.v[0])
	return o.t, !o.stopped && ss > 0
}

// scoreSums are A = y'PPy, y'PPPy, B = tr P and tr PP, or tr W and tr WW for ML,
// which make the score and its derivative.
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
	s := scoreSums{
		a:  c2 - mean*(2*m2-mean*s2),
		ap: c3 - mean*(2*m3-mean*s3) - u*u*inverse,
		b:  s1,
		bb: s2,
	}
	if l.restricted {
		s.b -= h
		s.bb += h*h - 2*s3*inverse
	}
	return s
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
	if l.restricted {
		logs += math.Log(s1)
	}
	return -(logs + c1 - m1*m1/s1) / 2
}
