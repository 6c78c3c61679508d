package pool

import (
	"math"
	"strconv"
)

// A Parameter is an unknown of the random-effects model, of which a posterior
// has moments and quantiles.
type Parameter int

const (
	Mu         Parameter = iota // the centre
	Tau                         // the standard deviation between studies
	Prediction                  // the effect of a new study, without its sampling error
	thetas
)

// Theta is the effect of study i, from 0, shrunken towards the centre.
func Theta(i int) Parameter { return thetas + Parameter(max(i, 0)) }

func (p Parameter) String() string {
	switch p {
	case Mu:
		return "mu"
	case Tau:
		return "tau"
	case Prediction:
		return "prediction"
	}
	return "theta[" + strconv.Itoa(int(p-thetas)) + "]"
}

// Moments are a mean and a standard deviation; NaN where one does not exist.
type Moments struct{ Mean, SD float64 }

// keep puts NaN for what a posterior with so many moments lacks.
func (m Moments) keep(most int) Moments {
	if most < 1 {
		m.Mean = math.NaN()
	}
	if most < 2 {
		m.SD = math.NaN()
	}
	return m
}

// standardQuantile is the q-quantile of N(0, 1), accurate in both tails.
func standardQuantile(q float64) float64 {
	if q > 0.5 {
		return -standardQuantile(1 - q)
	}
	return -math.Sqrt2 * math.Erfcinv(2*q)
}

// tails are the two probabilities outside an equal-tailed interval.
func tails(level float64) (lo, hi float64) { return (1 - level) / 2, (1 + level) / 2 }
