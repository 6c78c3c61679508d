package pool

import "math"

// Isotonic writes to dst the non-decreasing numbers nearest to y in weighted
// least squares, by pooling adjacent violators (Barlow, Bartholomew, Bremner and
// Brunk 1972), and returns it; w nil is equal weights. dst may be y; nil or too
// short, it is allocated. It returns an *InputError for numbers that are not
// finite or weights that are not positive.
func Isotonic(dst, y, w []float64) ([]float64, error) {
	if w != nil && len(w) != len(y) {
		return nil, &InputError{Field: "w", Index: -1, Accepted: "as many weights as numbers, or none"}
	}
	type block struct {
		mean, weight float64
		n            int
	}
	var blocks []block
	for i, x := range y {
		b := block{x, 1, 1}
		if math.IsNaN(x) || math.IsInf(x, 0) {
			return nil, &InputError{Field: "y", Index: i, Value: x, Accepted: "a finite number"}
		}
		if w != nil {
			if !(w[i] > 0) || math.IsInf(w[i], 0) {
				return nil, &InputError{Field: "w", Index: i, Value: w[i], Accepted: "a positive finite weight"}
			}
			b.weight = w[i]
		}
		for len(blocks) > 0 && blocks[len(blocks)-1].mean >= b.mean {
			last := blocks[len(blocks)-1]
			blocks = blocks[:len(blocks)-1]
			share := last.weight / (last.weight + b.weight)
			b = block{b.mean + share*(last.mean-b.mean), last.weight + b.weight, last.n + b.n}
		}
		blocks = append(blocks, b)
	}
	if cap(dst) < len(y) {
		dst = make([]float64, len(y))
	}
	dst = dst[:0]
	for _, b := range blocks {
		for range b.n {
			dst = append(dst, b.mean)
		}
	}
	return dst, nil
}

// Cumulative is the non-decreasing series nearest, in logarithms, to the counts
// of a cumulative toll in order of time, with their standard errors in
// logarithms; sigma nil is equal ones. The counts are positive: an *InputError
// else.
func Cumulative(counts, sigma []float64) ([]float64, error) {
	if sigma != nil && len(sigma) != len(counts) {
		return nil, &InputError{Field: "sigma", Index: -1, Accepted: "as many standard errors as counts, or none"}
	}
	logs := make([]float64, len(counts))
	var w []float64
	for i, n := range counts {
		if !(n > 0) || math.IsInf(n, 0) {
			return nil, &InputError{Field: "counts", Index: i, Value: n, Accepted: "a positive finite number"}
		}
		logs[i] = math.Log(n)
		if sigma != nil {
			if !(sigma[i] > 0) || math.IsInf(sigma[i], 0) {
				return nil, &InputError{Field: "sigma", Index: i, Value: sigma[i], Accepted: "a positive finite standard error"}
			}
			w = append(w, 1/(sigma[i]*sigma[i]))
		}
	}
	logs, err := Isotonic(logs, logs, w)
	if err != nil {
		return nil, err
	}
	for i, x := range logs {
		logs[i] = math.Exp(x)
	}
	return logs, nil
}
