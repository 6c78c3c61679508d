package pool

import (
	"cmp"
	"math"
	"slices"
)

// A Posterior is the posterior of the normal–normal model
//
//	yᵢ ~ N(θᵢ, vᵢ), θᵢ ~ N(μ, τ²), μ flat, τ by its prior
//
// by deterministic quadrature over τ, given which all else is normal. Quantiles
// and moments are within 1e-8 of their standard deviation.
//
// Cost in µs on one core of a shared virtual machine on which math.Exp takes 8
// ns, half-normal prior, of Fit with moments and evidence, and with the median
// and 95% interval of μ, τ and the prediction:
//
//	k          1    3    5   10  100  1,000  10,000
//	moments  1.4  1.5  1.6  2.0   10    110   2,000
//	quantiles 10    8    8    9   28    200   2,500
//
// Heavier tails need more nodes: at k = 5 quantiles take 12 under a half-Cauchy
// and 13 under the uniform prior.
//
// The zero value is ready. A Posterior is a workspace: another Fit reuses its
// memory, allocating only to grow, and forgets the former results. It must not
// be used by two goroutines at once.
type Posterior struct {
	// LogEvidence is ln ∫∫ p(y|μ,τ) p(τ) dτ dμ, with density 1 for μ, and for τ
	// under the uniform prior: then it compares only models with that same prior.
	LogEvidence float64

	prior    Prior
	most     int // moments that exist
	y, v     []float64
	set      studySet
	grid     tauGrid // of moments and evidence
	fine     tauGrid // a finer one for quantiles that need it
	normal   *normalTable
	moments  [3]Moments // μ, τ, prediction
	mixture  mixture
	mixed    blended // what it holds
	warnings []Warning

	fineLevel int // how many times halved; 0 is none
}

// blended names what a mixture holds: of which parameter, from which nodes.
type blended struct {
	of    Parameter
	level int
}

// Fit computes the posterior given effects y, with variances v ≥ 0 in the same
// order.
//
// It returns an *InputError for numbers that cannot be used, an *OverflowError
// where the scales are too far apart for float64, and an *ImproperError where no
// posterior exists: with the uniform prior and fewer than three studies, or with
// two or more studies of zero variance that all agree.
func (p *Posterior) Fit(y, v []float64, prior Prior) error {
	if err := checkStudies(y, v, prior); err != nil {
		return err
	}
	p.prior, p.most = prior, prior.moments(len(y))
	if p.most < 0 {
		return &ImproperError{
			Reason: "the uniform prior of tau and fewer than three studies have no posterior",
			Cure:   "add studies until there are three, or take a half-normal or half-Cauchy prior",
		}
	}
	p.y = append(p.y[:0], y...)
	p.v = append(p.v[:0], v...)
	if err := p.set.load(y, v, prior); err != nil {
		return err
	}
	p.normal = standardNormal()
	p.mixed, p.fineLevel = blended{of: -1}, 0
	p.warnings = p.warnings[:0]
	p.grid.locate(&p.set, p.most)
	p.grid.fill(&p.set)
	for !p.summarise() && p.grid.refine(&p.set) {
	}
	return nil
}

func checkStudies(y, v []float64, prior Prior) error {
	if err := prior.Validate(); err != nil {
		return err
	}
	if len(y) == 0 {
		return &InputError{Field: "y", Index: -1, Accepted: "one study or more"}
	}
	if len(v) != len(y) {
		return &InputError{Field: "v", Index: -1, Accepted: "as many variances as effects"}
	}
	for i := range y {
		if math.IsNaN(y[i]) || math.IsInf(y[i], 0) {
			return &InputError{Field: "y", Index: i, Value: y[i], Accepted: "a finite number"}
		}
		if !(v[i] >= 0) || math.IsInf(v[i], 0) {
			return &InputError{Field: "v", Index: i, Value: v[i], Accepted: "a finite variance, 0 or more"}
		}
	}
	return nil
}

// A study in the units of studySet.
type study struct{ y, v float64 }

// A studySet is the studies in an order that does not depend on how they were
// given, centred and scaled, so that sums have the same bits for every order.
type studySet struct {
	studies       []study
	centre, scale float64 // y = centre + scale·study.y, v = scale²·study.v
	zeros         int     // studies of zero variance, which come first
	top           float64 // no mode of the likelihood lies above this τ, scaled
	prior         Prior   // scaled, which is exp(−decay·τ²)/(1+cauchy·τ²)
	decay, cauchy float64
}

func (s *studySet) load(y, v []float64, prior Prior) error {
	s.studies = slices.Grow(s.studies[:0], len(y))[:len(y)]
	for i := range y {
		s.studies[i] = study{y[i], v[i]}
	}
	slices.SortFunc(s.studies, func(a, b study) int {
		if a.v != b.v {
			return cmp.Compare(a.v, b.v)
		}
		return cmp.Compare(a.y, b.y)
	})
	s.zeros = 0
	for s.zeros < len(y) && s.studies[s.zeros].v == 0 {
		s.zeros++
	}
	if s.zeros > 1 && s.studies[0].y == s.studies[s.zeros-1].y {
		return &ImproperError{
			Reason: "two or more studies of zero variance agree exactly, so that tau = 0 has infinite density",
			Cure:   "give them a variance above 0, or make them one study",
		}
	}

	// The most precise study is the centre: it has the greatest weight at every
	// τ, so that Q = Σwy² − (Σwy)²/Σw loses no more than a factor k of precision.
	s.centre = s.studies[0].y
	spread := 0.0
	for _, x := range s.studies {
		spread = max(spread, math.Abs(x.y-s.centre))
	}
	vLast := s.studies[len(y)-1].v
	s.top = max(math.Sqrt(vLast), spread)
	if prior.Family != UniformFamily {
		s.top = max(s.top, prior.Scale)
	}

	// τ = scale·sinh t. The posterior of t is analytic within π/2 of the real
	// axis if scale is at most the least standard error and the scale of a
	// Cauchy prior. A study without error has neither; then a scale so small
	// that less matters nowhere.
	s.scale = math.Inf(1)
	if s.zeros < len(y) {
		s.scale = math.Sqrt(s.studies[s.zeros].v)
	}
	if prior.Family != UniformFamily {
		s.scale = min(s.scale, prior.Scale)
	}
	if s.zeros > 0 {
		if math.IsInf(s.scale, 1) {
			s.scale = spread
		}
		s.scale *= 1e-11
	}
	unit := 1 / s.scale
	for i := range s.studies {
		x := &s.studies[i]
		x.y = (x.y - s.centre) * unit
		x.v = x.v * unit * unit
	}
	s.top *= unit
	s.prior = prior
	s.prior.Scale *= unit
	s.decay, s.cauchy = 0, 0
	switch prior.Family {
	case HalfNormalFamily:
		s.decay = 0.5 / (s.prior.Scale * s.prior.Scale)
	case HalfCauchyFamily:
		s.cauchy = 1 / (s.prior.Scale * s.prior.Scale)
	}
	if !(s.top < 1e75) || !(unit < 1e300) || !(unit > 0) {
		return &OverflowError{Statistic: "the ratio of the scales of y, v and the prior"}
	}
	return nil
}

// A kernel is the marginal likelihood of τ with μ integrated out, times the
// prior kernel, as √square·exp(exponent).
type kernel struct {
	square, exponent float64
	mean, variance   float64 // of μ given τ
}

// at evaluates the kernel at τ² = t.
func (s *studySet) at(t float64) (k kernel) {
	const small, big, logBig = 1e-200, 1e200, 460.51701859880916
	var sw, swy, swyy, shift float64
	prod := 1.0
	for _, x := range s.studies {
		w := 1 / (x.v + t)
		wy := w * x.y
		sw += w
		swy += wy
		swyy += wy * x.y
		prod *= w
		if prod < small {
			prod *= big
			shift -= logBig
		} else if prod > big {
			prod *= small
			shift += logBig
		}
	}
	k.variance = 1 / sw
	k.mean = swy * k.variance
	k.square = prod * k.variance
	k.exponent = 0.5*(shift-(swyy-k.mean*swy)) - t*s.decay
	if s.cauchy > 0 {
		factor := 1 / (1 + t*s.cauchy)
		k.square *= factor * factor
	}
	return k
}
