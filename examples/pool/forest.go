package main

import (
	"bufio"
	"fmt"
	"math"
	"strings"
	"unicode/utf8"

	"github.com/openestimate/casualty/reconcile/pool"
)

// plotCells is the width of the plot, in characters.
const plotCells = 49

// An axis maps values to the cells of the plot.
type axis struct{ low, high float64 }

func (a axis) cell(x float64) int {
	if a.high == a.low {
		return plotCells / 2
	}
	at := (x - a.low) / (a.high - a.low) * (plotCells - 1)
	return int(math.Round(min(max(at, 0), plotCells-1)))
}

// forest prints each study with its interval, its weight and its place on the
// axis, and the pooled effect below. Errors of writing stay with out until it is
// flushed.
func forest(out *bufio.Writer, studies []study, f *pool.Fit, level float64) {
	pooled := f.Wald(level)
	z := (pooled.High - f.Mu) / f.SE
	prediction := f.Predict(pool.PredictT1, level)
	a := axis{pooled.Low, pooled.High}
	v := make([]float64, len(studies))
	widest := utf8.RuneCountInString("prediction")
	for i, s := range studies {
		v[i] = s.v
		half := z * math.Sqrt(s.v)
		a.low, a.high = min(a.low, s.y-half), max(a.high, s.y+half)
		widest = max(widest, utf8.RuneCountInString(s.label))
	}
	weights := f.Weights(nil, v)
	mean := a.cell(f.Mu)

	fmt.Fprintf(out, "%-*s  %10s  %23s  %6s\n", widest, "study", "y", fmt.Sprintf("%g%% interval", level*100), "weight")
	line := func(label string, y float64, i pool.Limits, weight, plot string) {
		pad := strings.Repeat(" ", widest-utf8.RuneCountInString(label))
		text := fmt.Sprintf("%s%s  %10.4g  %23s  %6s  %s", label, pad, y, fmt.Sprintf("[%.4g, %.4g]", i.Low, i.High), weight, plot)
		fmt.Fprintln(out, strings.TrimRight(text, " "))
	}
	for i, s := range studies {
		half := z * math.Sqrt(s.v)
		ci := pool.Limits{Low: s.y - half, High: s.y + half}
		line(s.label, s.y, ci, fmt.Sprintf("%.1f%%", 100*weights[i]), a.bar(ci, s.y, mean, '-', '#'))
	}
	line("pooled", f.Mu, pooled, "100%", a.bar(pooled, f.Mu, mean, '=', 'O'))
	if prediction.Exists() {
		line("prediction", f.Mu, prediction, "", a.bar(prediction, f.Mu, mean, '.', 'O'))
	}
	fmt.Fprintf(out, "%s%-*.4g%*.4g\n\n", strings.Repeat(" ", widest+2+10+2+23+2+6+2), plotCells/2, a.low, plotCells-plotCells/2, a.high)
}

// bar draws an interval with its middle, and the pooled mean behind it.
func (a axis) bar(i pool.Limits, middle float64, mean int, stroke, mark byte) string {
	cells := []byte(strings.Repeat(" ", plotCells))
	cells[mean] = '|'
	for c := a.cell(i.Low); c <= a.cell(i.High); c++ {
		cells[c] = stroke
	}
	cells[a.cell(middle)] = mark
	return string(cells)
}

// summary prints what the set comes to.
func summary(out *bufio.Writer, f *pool.Fit, y, v []float64, level float64) {
	row := func(name, text string) { fmt.Fprintf(out, "%-28s %s\n", name, text) }
	interval := func(i pool.Limits) string {
		if !i.Exists() {
			return "none: too few studies"
		}
		return fmt.Sprintf("%.4g to %.4g", i.Low, i.High)
	}
	row("method", fmt.Sprintf("%s, %d studies, level %g%%", f.Method, f.K, level*100))
	row("mean", fmt.Sprintf("%.6g, standard error %.4g, p = %.3g", f.Mu, f.SE, f.P()))
	row("normal interval", interval(f.Wald(level)))
	row("Knapp-Hartung", interval(f.KnappHartung(level)))
	row("Knapp-Hartung, not narrower", interval(f.KnappHartungFloored(level)))
	if f.Method != pool.EE {
		row("prediction, t with k-1", interval(f.Predict(pool.PredictT1, level)))
		row("prediction, t with k-2", interval(f.Predict(pool.PredictHTS, level)))
		text := fmt.Sprintf("%.6g", f.Tau2)
		if ci, err := new(pool.Workspace).QProfile(y, v, level); err == nil && ci.Exists() {
			text += ", Q-profile " + interval(ci)
		}
		row("variance between, tau2", text)
	}
	if !math.IsNaN(f.Q) {
		row("spread, Q", fmt.Sprintf("%.6g with %d degrees of freedom, p = %.3g; I2 %.1f%%", f.Q, f.DF(), f.QP(), f.I2()))
	}
	for _, w := range f.Warnings() {
		row("warning", string(w))
	}
}
