package reconcile_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"iter"
	"runtime"
	"testing"
	"time"

	"github.com/openestimate/casualty/estimate"
	"github.com/openestimate/casualty/reconcile"
)

// stream yields the sets of n seeds; every bad-th is an error of the input, and
// every circle-th a set that has no answer.
func stream(n, bad, circle int) iter.Seq2[*estimate.Set, error] {
	return func(yield func(*estimate.Set, error) bool) {
		for i := range n {
			var s *estimate.Set
			var err error
			switch {
			case bad > 0 && i%bad == bad-1:
				err = fmt.Errorf("input %d", i)
			case circle > 0 && i%circle == circle-1:
				s = circular()
			default:
				s = generate(uint64(i))
			}
			if !yield(s, err) {
				return
			}
		}
	}
}

// circular is a set of two estimates that supersede each other.
func circular() *estimate.Set {
	return &estimate.Set{Estimates: []estimate.Estimate{
		{ID: "a", Source: "s", Measure: estimate.Killed, Quantity: estimate.Exactly(1), Supersedes: []estimate.ID{"b"}},
		{ID: "b", Source: "s", Measure: estimate.Killed, Quantity: estimate.Exactly(2), Supersedes: []estimate.ID{"a"}},
	}}
}

// settle fails if goroutines are left behind.
func settle(t *testing.T, before int) {
	t.Helper()
	for range 200 {
		if runtime.NumGoroutine() <= before {
			return
		}
		time.Sleep(5 * time.Millisecond)
	}
	buf := make([]byte, 1<<16)
	t.Errorf("%d goroutines, %d before\n%s", runtime.NumGoroutine(), before, buf[:runtime.Stack(buf, true)])
}

// All gives the results of Reconcile in the order of the input, for any number
// of workers, with errors in their place.
func TestAll(t *testing.T) {
	const n = 300
	var want []string
	for s, err := range stream(n, 17, 23) {
		if err != nil {
			want = append(want, err.Error())
			continue
		}
		res, err := new(reconcile.Reconciler).Reconcile(t.Context(), s)
		if err != nil {
			want = append(want, err.Error())
			continue
		}
		want = append(want, string(bytesOf(res)))
	}
	before := runtime.NumGoroutine()
	for _, workers := range []int{0, 1, 2, 7} {
		// Results are read when all are there, so that one that shares memory with
		// the next is seen.
		var results []*reconcile.Result
		var errs []error
		for res, err := range (&reconcile.Reconciler{Workers: workers}).All(t.Context(), stream(n, 17, 23)) {
			results, errs = append(results, res), append(errs, err)
		}
		if len(results) != n {
			t.Fatalf("%d workers: %d results of %d", workers, len(results), n)
		}
		for i, res := range results {
			got := ""
			switch err := errs[i]; {
			case (res == nil) == (err == nil):
				t.Fatalf("%d workers: %d: result %v with error %v", workers, i, res, err)
			case err != nil:
				got = err.Error()
			default:
				got = string(bytesOf(res))
			}
			if got != want[i] {
				t.Fatalf("%d workers: %d: %s", workers, i, differs([]byte(got), []byte(want[i])))
			}
		}
		settle(t, before)
	}
}

// The sets of one stream share a registry; a set with another one is not
// answered with the registry of the last.
func TestAllRegistries(t *testing.T) {
	a, b := generate(1), generate(1)
	for i := range b.Sources {
		b.Sources[i].Name, b.Sources[i].Short = "Renamed", ""
	}
	sets := []*estimate.Set{a, a, b, a, {}, b}
	in := func(yield func(*estimate.Set, error) bool) {
		for _, s := range sets {
			if !yield(s, nil) {
				return
			}
		}
	}
	i := 0
	for res, err := range (&reconcile.Reconciler{Workers: 1}).All(t.Context(), in) {
		if err != nil {
			t.Fatal(err)
		}
		if want := bytesOf(mustReconcile(t, &reconcile.Reconciler{}, sets[i])); !bytes.Equal(bytesOf(res), want) {
			t.Errorf("set %d: %s", i, differs(bytesOf(res), want))
		}
		i++
	}
}

// A caller that stops early leaves no goroutine, and the input is not read on.
func TestAllBreak(t *testing.T) {
	before := runtime.NumGoroutine()
	for _, workers := range []int{1, 2, 7} {
		for _, stop := range []int{1, 32, 33, 200} {
			i := 0
			for _, err := range (&reconcile.Reconciler{Workers: workers}).All(t.Context(), stream(5000, 0, 0)) {
				if err != nil {
					t.Fatal(err)
				}
				if i++; i == stop {
					break
				}
			}
			if i != stop {
				t.Errorf("%d results, want %d", i, stop)
			}
			settle(t, before)
		}
	}
}

// A context that ends stops the work: its error comes last, and alone.
func TestAllCancelled(t *testing.T) {
	before := runtime.NumGoroutine()
	for _, workers := range []int{1, 2, 7} {
		for _, stop := range []int{0, 1, 40} {
			ctx, cancel := context.WithCancel(t.Context())
			if stop == 0 {
				cancel()
			}
			i, last := 0, 0
			for res, err := range (&reconcile.Reconciler{Workers: workers}).All(ctx, stream(2000, 0, 0)) {
				i++
				switch {
				case err != nil:
					last++
					if !errors.Is(err, context.Canceled) || res != nil || last > 1 {
						t.Fatalf("%d workers: result %v, error %v, the %d-th", workers, res, err, last)
					}
				case last > 0:
					t.Fatalf("%d workers: a result after the end", workers)
				}
				if i == stop {
					cancel()
				}
			}
			cancel()
			if last != 1 || i > stop+1 {
				t.Errorf("%d workers, cancelled after %d: %d results and %d errors", workers, stop, i-last, last)
			}
			settle(t, before)
		}
	}
}

// Settings that cannot be used give one error, whatever the input.
func TestAllConfig(t *testing.T) {
	n := 0
	for res, err := range (&reconcile.Reconciler{Reading: "loud"}).All(t.Context(), stream(10, 0, 0)) {
		var bad *reconcile.ConfigError
		if n++; res != nil || !errors.As(err, &bad) || bad.Field != "Reading" {
			t.Errorf("%v, %v", res, err)
		}
	}
	if n != 1 {
		t.Errorf("%d results, want one error", n)
	}
}
