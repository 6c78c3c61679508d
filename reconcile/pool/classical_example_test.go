package pool_test

import (
	"fmt"
	"log"

	"github.com/openestimate/casualty/reconcile/pool"
)

func ExamplePool() {
	y := []float64{7.09, 7.31, 8.29}       // three counts, as logarithms
	v := []float64{0.0324, 0.0053, 0.0575} // and their variances
	f, err := pool.Pool(y, v, pool.REML)
	if err != nil {
		log.Fatal(err)
	}
	ci := f.KnappHartung(pool.DefaultLevel)
	fmt.Printf("mean %.2f (%.2f to %.2f), tau2 %.2f, I2 %.0f%%\n", f.Mu, ci.Low, ci.High, f.Tau2, f.I2())
	fmt.Println("warnings:", f.Warnings())
	// Output:
	// mean 7.54 (5.99 to 9.10), tau2 0.35, I2 93%
	// warnings: [few reports]
}

// A workspace pools one set after another without allocating.
func ExampleWorkspace_Estimate() {
	var ws pool.Workspace
	for _, set := range [][2][]float64{
		{{1, 2, 3}, {0.1, 0.1, 0.1}},
		{{5, 9}, {1, 1}},
	} {
		e, err := ws.Estimate(set[0], set[1], pool.DL)
		if err != nil {
			log.Fatal(err)
		}
		fmt.Printf("mean %.1f ± %.3f, tau2 %.1f\n", e.Mu, e.SE, e.Tau2)
	}
	// Output:
	// mean 2.0 ± 0.577, tau2 0.9
	// mean 7.0 ± 2.000, tau2 7.0
}

func ExampleWorkspace_Regress() {
	var ws pool.Workspace
	y := []float64{1.1, 1.9, 3.2, 3.9, 5.1}
	v := []float64{0.1, 0.2, 0.1, 0.2, 0.1}
	year := []float64{2001, 2002, 2003, 2004, 2005}
	f, err := ws.Regress(y, v, [][]float64{year}, pool.REML)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%.2f a year (SE %.2f), p = %.2g, R2 %.0f%%\n", f.Coef[1], f.SE[1], f.QMP(), f.R2)
	// Output:
	// 1.00 a year (SE 0.11), p = 2.4e-21, R2 100%
}

// Three articles quoting one briefing weigh little more than the briefing.
func ExampleWorkspace_FitGrouped() {
	var ws pool.Workspace
	y, v := []float64{5, 5, 5, 7}, []float64{1, 1, 1, 1}
	alone, err := ws.Fit(y, v, pool.EE)
	if err != nil {
		log.Fatal(err)
	}
	shared, err := ws.FitGrouped(y, v, pool.Groups{Of: []int{1, 1, 1, 2}, Rho: 0.9}, pool.EE)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("as four reports %.2f, as two upstreams %.2f\n", alone.Mu, shared.Mu)
	// Output:
	// as four reports 5.50, as two upstreams 5.97
}
