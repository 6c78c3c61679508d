//go:build !unix

package reconcile_test

import "time"

var started = time.Now()

// processorTime is the time on the wall, where that of the processor is not
// known.
func processorTime() time.Duration { return time.Since(started) }
