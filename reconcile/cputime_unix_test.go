//go:build unix

package reconcile_test

import (
	"syscall"
	"time"
)

// processorTime is the time that all threads of this process have computed for.
func processorTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
