package pool

import (
	"fmt"
	"math"
	"math/big"
	"math/rand/v2"
	"testing"
)

// An exactModel is a regression in numbers of 500 bits, by normal equations and
// from the definitions alone: the answer the fits are held against.
type exactModel struct {
	y, v []*big.Float
	x    [][]*big.Float // rows, the first of each 1
}

const exactBits = 500

func exact(x float64) *big.Float { return new(big.Float).SetPrec(exactBits).SetFloat64(x) }

func add(a, b *big.Float) *big.Float { return new(big.Float).SetPrec(exactBits).Add(a, b) }
func sub(a, b *big.Float) *big.Float { return new(big.Float).SetPrec(exactBits).Sub(a, b) }
func mul(a, b *big.Float) *big.Float { return new(big.Float).SetPrec(exactBits).Mul(a, b) }
func quo(a, b *big.Float) *big.Float { return new(big.Float).SetPrec(exactBits).Quo(a, b) }

func newExact(y, v []float64, x [][]float64) *exactModel {
	m := new(exactModel)
	for i := range y {
		m.y, m.v = append(m.y, exact(y[i])), append(m.v, exact(v[i]))
		row := []*big.Float{exact(1)}
		for _, column := range x {
			row = append(row, exact(column[i]))
		}
		m.x = append(m.x, row)
	}
	return m
}

// An exactFit is what there is to know at given weights.
type exactFit struct {
	beta   []*big.Float
	cov    [][]*big.Float // (X'WX)⁻¹
	r      []*big.Float
	rss    *big.Float // Σwr²
	score  *big.Float // Σ(wr)²
	traceP *big.Float
	sumW   *big.Float
}

func (m *exactModel) fit(w []*big.Float) exactFit {
	p := len(m.x[0])
	// Gauss–Jordan on X'WX beside the unit matrix.
	a := make([][]*big.Float, p)
	for i := range a {
		a[i] = make([]*big.Float, 2*p)
		for j := range a[i] {
			a[i][j] = exact(0)
		}
		a[i][p+i] = exact(1)
		for s, row := range m.x {
			for j := range p {
				a[i][j] = add(a[i][j], mul(w[s], mul(row[i], row[j])))
			}
		}
	}
	for c := range p {
		most := c
		for i := c; i < p; i++ {
			if new(big.Float).Abs(a[i][c]).Cmp(new(big.Float).Abs(a[most][c])) > 0 {
				most = i
			}
		}
		a[c], a[most] = a[most], a[c]
		pivot := a[c][c]
		for j := range a[c] {
			a[c][j] = quo(a[c][j], pivot)
		}
		for i := range p {
			if i == c {
				continue
			}
			factor := a[i][c]
			for j := range a[i] {
				a[i][j] = sub(a[i][j], mul(factor, a[c][j]))
			}
		}
	}
	f := exactFit{rss: exact(0), score: exact(0), traceP: exact(0), sumW: exact(0)}
	for i := range p {
		f.cov = append(f.cov, a[i][p:])
	}
	for i := range p {
		b := exact(0)
		for s, row := range m.x {
			for j := range p {
				b = add(b, mul(f.cov[i][j], mul(row[j], mul(w[s], m.y[s]))))
			}
		}
		f.beta = append(f.beta, b)
	}
	for s, row := range m.x {
		r, h := m.y[s], exact(0)
		for i := range p {
			r = sub(r, mul(row[i], f.beta[i]))
			for j := range p {
				h = add(h, mul(w[s], mul(row[i], mul(f.cov[i][j], row[j]))))
			}
		}
		wr := mul(w[s], r)
		f.r = append(f.r, r)
		f.rss = add(f.rss, mul(wr, r))
		f.score = add(f.score, mul(wr, wr))
		f.traceP = add(f.traceP, mul(w[s], sub(exact(1), h)))
		f.sumW = add(f.sumW, w[s])
	}
	return f
}

// at fits with weights 1/(v+t).
func (m *exactModel) at(t *big.Float) exactFit {
	var w []*big.Float
	for _, v := range m.v {
		w = append(w, quo(exact(1), add(v, t)))
	}
	return m.fit(w)
}

// equation is a function of τ² that is above 0 where the estimate by method lies
// higher, and below 0 where it lies lower.
func (m *exactModel) equation(method Method, t *big.Float) *big.Float {
	k, p := len(m.y), len(m.x[0])
	df := exact(float64(k - p))
	switch method {
	case DL:
		f := m.at(exact(0))
		return sub(quo(sub(f.rss, df), f.traceP), t)
	case HS:
		f := m.at(exact(0))
		return sub(quo(sub(f.rss, exact(float64(k))), f.sumW), t)
	case HE:
		var one []*big.Float
		for range m.y {
			one = append(one, exact(1))
		}
		f := m.fit(one)
		// tr MV = Σ v(1−h), with the h of equal weights.
		trace := exact(0)
		for s, row := range m.x {
			h := exact(0)
			for i := range p {
				for j := range p {
					h = add(h, mul(row[i], mul(f.cov[i][j], row[j])))
				}
			}
			trace = add(trace, mul(m.v[s], sub(exact(1), h)))
		}
		return sub(quo(sub(f.rss, trace), df), t)
	case SJ:
		mean, start := exact(0), exact(0)
		for _, y := range m.y {
			mean = add(mean, quo(y, exact(float64(k))))
		}
		for _, y := range m.y {
			start = add(start, quo(mul(sub(y, mean), sub(y, mean)), exact(float64(k))))
		}
		return sub(quo(mul(start, m.at(start).rss), df), t)
	case PM, EB:
		return sub(m.at(t).rss, df)
	case REML:
		f := m.at(t)
		return sub(f.score, f.traceP)
	case ML:
		f := m.at(t)
		return sub(f.score, f.sumW)
	}
	panic(method)
}

// randomSet draws k studies and p−1 moderators; variances lie over the given
// number of powers of ten.
func randomSet(r *rand.Rand, k, moderators int, decades float64) (y, v []float64, x [][]float64) {
	level := math.Pow(10, 4*r.Float64()-1)
	tau := math.Exp(3*r.NormFloat64() - 2)
	for range moderators {
		column := make([]float64, k)
		base := 2000 * float64(r.IntN(2)) // years, not about 0
		for i := range column {
			column[i] = base + math.Round(40*r.Float64())
		}
		x = append(x, column)
	}
	for i := range k {
		vi := math.Pow(10, decades*(r.Float64()-0.5))
		mean := level
		for j := range x {
			mean += 0.01 * x[j][i]
		}
		v = append(v, vi)
		y = append(y, mean+r.NormFloat64()*math.Sqrt(vi+tau*tau))
	}
	return y, v, x
}

func TestExact(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 11))
	var ws Workspace
	sets := 60
	if *long {
		sets = 600
	}
	for n := range sets {
		k := 3 + r.IntN(8)
		if n%20 == 0 {
			k = 145
		}
		moderators := r.IntN(min(k-2, 4))
		decades := []float64{0.5, 2, 6, 12}[r.IntN(4)]
		y, v, x := randomSet(r, k, moderators, decades)
		m := newExact(y, v, x)
		for _, method := range Methods() {
			where := fmt.Sprintf("set %d, k %d, %d moderators, %g decades, %s", n, k, moderators, decades, method)
			var tau2, typical float64
			var coef, se []float64
			if moderators == 0 {
				f, err := ws.Fit(y, v, method)
				if err != nil {
					t.Fatal(where, err)
				}
				tau2, typical, coef, se = f.Tau2, f.Typical, []float64{f.Mu}, []float64{f.SE}
				lean, err := ws.Estimate(y, v, method)
				if err != nil || !agrees(lean.Tau2, tau2, typical) || !agrees(lean.Mu, f.Mu, f.SE) || !agrees(lean.SE, f.SE, 0) || !agrees(lean.Q, f.Q, 0) {
					t.Errorf("%s: estimate %+v, fit %+v, %v", where, lean, f.Estimate, err)
				}
			} else {
				f, err := ws.Regress(y, v, x, method)
				if err != nil {
					t.Fatal(where, err)
				}
				tau2, typical, coef, se = f.Tau2, f.Typical, f.Coef, f.SE
				q, _ := m.at(exact(0)).rss.Float64()
				if !agrees(f.QE, q, 0) {
					t.Errorf("%s: QE %.16g, exactly %.16g", where, f.QE, q)
				}
			}
			if method != EE {
				// The equation changes sign within the tolerance of the estimate.
				off := tolerance * max(tau2, typical)
				if m.equation(method, exact(tau2+off)).Sign() > 0 ||
					tau2 > off && m.equation(method, exact(tau2-off)).Sign() < 0 {
					t.Errorf("%s: tau2 %.16g does not solve the equation", where, tau2)
				}
			}
			f := m.at(exact(tau2))
			for j := range coef {
				b, _ := f.beta[j].Float64()
				c, _ := f.cov[j][j].Float64()
				if s := math.Sqrt(c); !agrees(se[j], s, 0) || !agrees(coef[j], b, s) {
					t.Errorf("%s: coefficient %d %.16g (%.16g), exactly %.16g (%.16g)", where, j, coef[j], se[j], b, s)
				}
			}
		}
	}
}
