package reconcile

import "math"

// A linear is a small linear program: the least cost of variables z >= 0 under
// rows of the form row.z <= bound, with no cost below zero.
//
// It is solved by the dual simplex method (Lemke, Naval Research Logistics
// Quarterly 1 (1954) 36), for which z = 0 is a start, since no cost is below
// zero. The tableau is kept condensed: each row says a basic variable in terms
// of those that are not, basic = b - sum of a*other. Ties go to the variable
// with the lowest number, so that the same program has the same answer wherever
// it is solved.
type linear struct {
	m, n  int       // rows, columns
	a     []float64 // m rows of n
	b     []float64
	d     []float64 // reduced cost of each column
	row   []int     // by row: its basic variable; z are 0 to n-1, then the slacks
	col   []int     // by column: its variable
	fixed []bool    // columns that may no longer move
}

// tiny is what counts as zero in a tableau; what it holds is of the order of 1.
const tiny = 1e-10

// reset empties the program for the given costs.
func (l *linear) reset(cost []float64) {
	l.m, l.n = 0, len(cost)
	l.a, l.b, l.row, l.col = l.a[:0], l.b[:0], l.row[:0], l.col[:0]
	l.d = append(l.d[:0], cost...)
	for j := range cost {
		l.col = append(l.col, j)
	}
}

// limit adds the row row.z <= bound and returns it, zero, to be filled.
func (l *linear) limit(bound float64) []float64 {
	l.row = append(l.row, l.n+l.m)
	l.b = append(l.b, bound)
	start := len(l.a)
	for range l.n {
		l.a = append(l.a, 0)
	}
	l.m++
	return l.a[start:]
}

// solve finds a least z, and reports false if no z meets every row.
func (l *linear) solve() bool {
	for range 200 * (l.m + l.n + 1) {
		r := -1
		for i, b := range l.b {
			if b < -tiny && (r < 0 || b < l.b[r]-tiny || b < l.b[r]+tiny && l.row[i] < l.row[r]) {
				r = i
			}
		}
		if r < 0 {
			return true
		}
		c := -1
		var best float64
		for j, a := range l.a[r*l.n : (r+1)*l.n] {
			if a > -tiny {
				continue
			}
			ratio := l.d[j] / -a
			if c < 0 || ratio < best-tiny || ratio < best+tiny && l.col[j] < l.col[c] {
				c, best = j, ratio
			}
		}
		if c < 0 {
			return false
		}
		l.pivot(r, c)
	}
	return false // rounding led it in a circle
}

// pivot lets column c enter in the place of row r.
func (l *linear) pivot(r, c int) {
	n := l.n
	own := l.a[r*n : (r+1)*n]
	p := own[c]
	for j := range own {
		own[j] /= p
	}
	own[c] = 1 / p
	l.b[r] /= p
	for i := range l.b {
		other := l.a[i*n : (i+1)*n]
		f := other[c]
		if i == r || f == 0 {
			continue
		}
		other[c] = 0
		for j := range other {
			other[j] -= f * own[j]
		}
		l.b[i] -= f * l.b[r]
	}
	if f := l.d[c]; f != 0 {
		l.d[c] = 0
		for j := range own {
			l.d[j] -= f * own[j]
		}
	}
	l.row[r], l.col[c] = l.col[c], l.row[r]
}

// prefer makes, of all answers of least cost, the variables of the given groups
// as great as they can be, the first group first. Called after solve.
func (l *linear) prefer(groups [][2]int) {
	l.fixed = grown(l.fixed, l.n)
	for j, d := range l.d {
		l.fixed[j] = d > tiny
	}
	for _, g := range groups {
		for range 50 * (l.m + l.n + 1) {
			c := -1
			for j := range l.n {
				if !l.fixed[j] && l.effect(j, g) > tiny && (c < 0 || l.col[j] < l.col[c]) {
					c = j
				}
			}
			if c < 0 {
				break
			}
			r, step := -1, math.Inf(1)
			for i, b := range l.b {
				a := l.a[i*l.n+c]
				if a <= tiny {
					continue
				}
				if s := max(b, 0) / a; r < 0 || s < step-tiny || s < step+tiny && l.row[i] < l.row[r] {
					r, step = i, s
				}
			}
			if r < 0 {
				break // no row limits it; callers bound every variable
			}
			l.pivot(r, c)
		}
		for j := range l.n {
			l.fixed[j] = l.fixed[j] || math.Abs(l.effect(j, g)) > tiny
		}
	}
}

// effect is by how much the sum of a group grows with column j.
func (l *linear) effect(j int, group [2]int) float64 {
	e := 0.0
	for _, v := range group {
		if l.col[j] == v {
			e++
		}
		for i, basic := range l.row {
			if basic == v {
				e -= l.a[i*l.n+j]
			}
		}
	}
	return e
}

// value is that of variable v in the answer.
func (l *linear) value(v int) float64 {
	for i, basic := range l.row {
		if basic == v {
			return max(l.b[i], 0)
		}
	}
	return 0
}
