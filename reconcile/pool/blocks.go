package pool

import (
	"cmp"
	"math"
	"slices"
)

// Blocks are studies whose covariance is one block a group: within it
// diag((1−ρ)v + t) + ρ·ss' with s = √v, the inverse of which is diagonal less a
// matrix of rank one (Sherman and Morrison 1950).
type blocks struct {
	rho   float64
	pivot float64 // y of the study with the smallest variance
	least float64 // that variance
	order []int
	ends  []int // where each group ends
	y, v  []float64

	d, u  []float64 // W = diag(d) − c·uu' within a group
	c     []float64 // for each group
	g     []float64 // W·1
	e     []float64 // W·(y − mean) = Py
	other []float64
}

// load takes the studies, group by group.
func (b *blocks) load(y, v []float64, g Groups) {
	k := len(y)
	b.rho = g.Rho
	b.order, b.y, b.v = resized(b.order, k), resized(b.y, k), resized(b.v, k)
	b.d, b.u, b.g, b.e, b.other = resized(b.d, k), resized(b.u, k), resized(b.g, k), resized(b.e, k), resized(b.other, k)
	for i := range b.order {
		b.order[i] = i
	}
	slices.SortStableFunc(b.order, func(i, j int) int { return cmp.Compare(g.Of[i], g.Of[j]) })
	at := 0
	for i := range v {
		if v[i] < v[at] {
			at = i
		}
	}
	b.pivot, b.least = y[at], v[at]
	b.ends = b.ends[:0]
	for row, i := range b.order {
		if row > 0 && g.Of[i] != g.Of[b.order[row-1]] {
			b.ends = append(b.ends, row)
		}
		b.y[row], b.v[row] = y[i]-b.pivot, v[i]
	}
	b.ends = append(b.ends, k)
	b.c = resized(b.c, len(b.ends))
}

// total is Σ(y − ȳ)².
func (b *blocks) total() float64 {
	mean := total(b.y) / float64(len(b.y))
	s := 0.0
	for _, y := range b.y {
		s += (y - mean) * (y - mean)
	}
	return s
}

// blockSums are the sums of a fit at one t: those of scoreSums, and more.
type blockSums struct {
	scoreSums
	mean, sum float64 // 1'Wy/1'W1 and 1'W1
	q         float64 // y'Py
	traceW    float64
	frobenius float64 // tr WW
	logDet    float64 // log det V
}

func (b *blocks) at(t float64) blockSums {
	var s blockSums
	start := 0
	for n, end := range b.ends {
		weight, du, uu := 0.0, 0.0, 0.0
		for i := start; i < end; i++ {
			b.d[i] = 1 / ((1-b.rho)*b.v[i] + t)
			b.u[i] = b.d[i] * math.Sqrt(b.v[i])
			weight += b.d[i] * b.v[i]
			uu += b.u[i] * b.u[i]
			du += b.d[i] * b.u[i] * b.u[i]
			s.traceW += b.d[i]
			s.frobenius += b.d[i] * b.d[i]
			s.logDet -= math.Log(b.d[i])
		}
		c := b.rho / (1 + b.rho*weight)
		b.c[n] = c
		s.traceW -= c * uu
		s.frobenius += c * (c*uu*uu - 2*du)
		s.logDet += math.Log1p(b.rho * weight)
		start = end
	}
	for i := range b.other {
		b.other[i] = 1
	}
	b.apply(b.g, b.other)
	moment := 0.0
	for i, g := range b.g {
		s.sum += g
		moment += g * b.y[i]
	}
	s.mean = moment / s.sum
	for i, y := range b.y {
		b.other[i] = y - s.mean
	}
	b.apply(b.e, b.other)
	for i, e := range b.e {
		s.q += b.other[i] * e
		s.a += e * e
	}
	b.apply(b.other, b.e)
	ones, gg, gwg := 0.0, 0.0, 0.0
	for i, we := range b.other {
		s.ap += we * b.e[i]
		ones += we
	}
	s.ap -= ones * ones / s.sum
	b.apply(b.other, b.g)
	for i, wg := range b.other {
		gg += b.g[i] * b.g[i]
		gwg += b.g[i] * wg
	}
	s.b = s.traceW - gg/s.sum
	s.bb = s.frobenius - 2*gwg/s.sum + gg/s.sum*(gg/s.sum)
	return s
}

// apply writes Wx.
func (b *blocks) apply(dst, x []float64) {
	start := 0
	for n, end := range b.ends {
		dot := 0.0
		for i := start; i < end; i++ {
			dot += b.u[i] * x[i]
		}
		for i := start; i < end; i++ {
			dst[i] = b.d[i]*x[i] - b.c[n]*dot*b.u[i]
		}
		start = end
	}
}

func (b *blocks) spread(t float64) (q, fall float64) {
	s := b.at(t)
	return s.q, s.a
}

// blockML and blockREML are the two likelihoods of blocks.
type (
	blockML   struct{ *blocks }
	blockREML struct{ *blocks }
)

func (b blockML) score(t float64) point {
	s := b.at(t)
	return newPoint(t, s.a, s.ap, s.traceW, s.frobenius)
}

func (b blockREML) score(t float64) point {
	s := b.at(t)
	return newPoint(t, s.a, s.ap, s.b, s.bb)
}

func (b blockML) loglik(t float64) float64 {
	s := b.at(t)
	return -(s.logDet + s.q) / 2
}

func (b blockREML) loglik(t float64) float64 {
	s := b.at(t)
	return -(s.logDet + math.Log(s.sum) + s.q) / 2
}
