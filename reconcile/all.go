package reconcile

import (
	"context"
	"iter"
	"runtime"
	"sync"

	"github.com/openestimate/casualty/estimate"
)

// All reconciles each set of in, in order, on as many workers as r has. Results
// come in the order of the input whatever the number of workers, and each is
// what Reconcile would return. An error of the input, or of one set, is passed
// on in its place with a nil Result, and the rest go on; after an error of r or
// of the context nothing follows.
//
// A set must not change once it was handed over: results share memory with it.
// All reads ahead of what it
// yields by a bounded number of sets.
func (r *Reconciler) All(ctx context.Context, in iter.Seq2[*estimate.Set, error]) iter.Seq2[*Result, error] {
	return func(yield func(*Result, error) bool) {
		cfg, err := r.configure()
		if err != nil {
			yield(nil, err)
			return
		}
		n := r.Workers
		if n == 0 {
			n = runtime.GOMAXPROCS(0)
		}
		if n == 1 {
			allInTurn(ctx, cfg, in, yield)
			return
		}
		allAtOnce(ctx, cfg, n, in, yield)
	}
}

// newStreamWorker returns a worker whose results share memory with their sets.
// With KnownAt a result holds its set cut, and so has its own.
func newStreamWorker(cfg *config) *worker {
	return &worker{config: cfg, shares: cfg.knownAt.IsZero()}
}

func allInTurn(ctx context.Context, cfg *config, in iter.Seq2[*estimate.Set, error], yield func(*Result, error) bool) {
	w := newStreamWorker(cfg)
	for s, err := range in {
		if ctx.Err() != nil {
			yield(nil, ctx.Err())
			return
		}
		var res *Result
		if err == nil {
			res, err = w.reconcile(ctx, s)
		}
		if !yield(res, err) {
			return
		}
	}
}

// A batch is a run of consecutive sets; handing over one at a time would cost
// more than the work on a small one.
type batch struct {
	sets []*estimate.Set
	errs []error
	res  []*Result
	done chan struct{}
}

const batchSize = 32

func allAtOnce(ctx context.Context, cfg *config, n int, in iter.Seq2[*estimate.Set, error], yield func(*Result, error) bool) {
	outer := ctx
	ctx, cancel := context.WithCancel(ctx)
	var wait sync.WaitGroup
	defer wait.Wait()
	defer cancel()
	work := make(chan *batch, n)
	inOrder := make(chan *batch, 2*n)
	wait.Add(n + 1)
	go func() {
		defer wait.Done()
		defer close(inOrder)
		defer close(work)
		feed(ctx, in, work, inOrder)
	}()
	for range n {
		go func() {
			defer wait.Done()
			w := newStreamWorker(cfg)
			for b := range work {
				b.run(ctx, w)
			}
		}()
	}
	for b := range inOrder {
		<-b.done
		for i := range b.sets {
			if outer.Err() != nil {
				break
			}
			if !yield(b.res[i], b.errs[i]) {
				return
			}
		}
	}
	if err := outer.Err(); err != nil {
		yield(nil, err)
	}
}

// feed cuts the input into batches and hands each to the workers and, in order,
// to the reader.
func feed(ctx context.Context, in iter.Seq2[*estimate.Set, error], work, inOrder chan<- *batch) {
	var b *batch
	send := func() bool {
		if b == nil {
			return true
		}
		next := b
		b = nil
		next.res = make([]*Result, len(next.sets))
		select {
		case work <- next:
		case <-ctx.Done():
			return false
		}
		// A batch once at work is always finished, so the reader may wait for it.
		select {
		case inOrder <- next:
			return true
		case <-ctx.Done():
			return false
		}
	}
	for s, err := range in {
		if b == nil {
			b = &batch{done: make(chan struct{})}
		}
		b.sets, b.errs = append(b.sets, s), append(b.errs, err)
		if len(b.sets) == batchSize && !send() {
			return
		}
	}
	send()
}

func (b *batch) run(ctx context.Context, w *worker) {
	defer close(b.done)
	for i, s := range b.sets {
		if b.errs[i] == nil {
			b.res[i], b.errs[i] = w.reconcile(ctx, s)
		}
	}
}
