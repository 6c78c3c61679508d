package pool_test

import (
	"fmt"

	"github.com/openestimate/casualty/reconcile/pool"
)

func ExamplePosterior() {
	y := []float64{7.09, 7.31, 8.29}    // ln counts
	v := []float64{0.022, 0.005, 0.058} // their variances
	var p pool.Posterior
	if err := p.Fit(y, v, pool.HalfNormal(0.5)); err != nil {
		fmt.Println(err)
		return
	}
	lo, hi := p.Interval(pool.Mu, 0.95)
	fmt.Printf("centre %.2f, 95%% interval %.2f to %.2f\n", p.Quantile(pool.Mu, 0.5), lo, hi)
	lo, hi = p.Interval(pool.Prediction, 0.95)
	fmt.Printf("a new study: %.2f to %.2f\n", lo, hi)
	fmt.Println(p.Warnings())
	// Output:
	// centre 7.51, 95% interval 6.79 to 8.30
	// a new study: 6.07 to 9.02
	// [few reports]
}

func ExampleBoundedPosterior() {
	reports := []pool.Report{
		pool.Lower(100, 0),         // at least 100
		pool.Interval(300, 900, 0), // several hundred
		pool.Lower(200, 0),         // over 200
	}
	var p pool.BoundedPosterior
	if err := p.Fit(reports, pool.HalfNormal(0.5)); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(p.Warnings())

	err := p.Fit(reports[:1], pool.HalfNormal(0.5))
	fmt.Println(err)
	// Output:
	// [few reports prior-driven]
	// nothing limits the centre above: add a report that limits it above: a point, an interval or an upper bound
}

func ExampleBoundedML() {
	f, err := pool.BoundedML([]pool.Report{
		pool.Interval(50, 100, 0), pool.Interval(300, 500, 0), pool.Interval(200, 400, 0), pool.Lower(150, 0),
	}, 0.95)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("mu %.4f, tau %.4f, profile %.4f\n", f.Mu, f.Tau, f.Profile)
	// Output:
	// mu 5.4101, tau 0.6860, profile [4.4937 6.6041]
}

func ExampleReconcile() {
	r, err := pool.Reconcile(
		pool.Member{Min: 100}, // killed: at least 100
		pool.Member{Value: 948.7, Sigma: pool.SigmaOfRange(900, 1000)}, // wounded: nearly 1,000
		pool.Member{Value: 519.6, Sigma: pool.SigmaOfRange(300, 900)},  // casualties: several hundred
	)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%.0f + %.0f = %.0f, chi2 %.1f\n", r.Killed, r.Wounded, r.Casualties, r.Chi2)
	// Output:
	// 100 + 929 = 1029, chi2 6.4
}
