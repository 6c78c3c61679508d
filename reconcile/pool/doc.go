// Package pool pools numbers: meta-analysis over effect sizes with known
// variances, and a random-effects model whose data may be points, intervals and
// one-sided bounds.
//
// It knows nothing of sources or tolls and imports nothing of this module.
//
// # Classical pooling
//
// [Pool] and [Workspace.Fit] pool effects by one of nine estimators of τ²;
// [Workspace.Estimate] is the same with less to tell, at a fraction of the cost.
// [Workspace.Regress] takes moderators, [Workspace.FitGrouped] reports that share
// an upstream, [Workspace.LeaveOneOut], [Workspace.LeaveOneGroupOut] and
// [Workspace.Influences] say what one study does to the rest, and
// [Workspace.QProfile] how well τ² is known. ML and REML are the highest of all
// local maxima, by proof and not by a scan: see score.go.
//
// Nothing is allocated by a fit into a reused Workspace. What one costs, in
// nanoseconds on one core of a shared virtual machine:
//
//	studies          5     20    100     1000     10000
//	Estimate EE     20     60    280     2800     28000
//	Estimate DL     30     80    300     2800     28000
//	Estimate HE     36    100    350     3500     34000
//	Estimate PM    120    300   1000     9000     83000
//	Estimate REML  150    430   1700    15000     95000
//	Estimate ML    190    490   1900    16000     97000
//	Fit HE         320   1300  11000   180000   2500000
//	Fit PM         530   1900  14000   210000   2900000
//	Fit ML        1600   4900  29000   360000   4400000
//
// HS costs what DL does, SJ half as much again as HE, EB what PM does. Leaving out
// each study in turn costs an Estimate a study.
//
// Bayesian posteriors are in [Posterior] and [BoundedPosterior], with what they
// cost.
package pool
