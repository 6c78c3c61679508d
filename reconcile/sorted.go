package reconcile

import "slices"

// sortedCopy returns in ordered by cmp, or in itself if it is in order. It sorts
// by reference, for what is sorted here is large: each element moves once.
func sortedCopy[T any](in []T, cmp func(a, b *T) int) []T {
	inOrder := true
	for i := 1; i < len(in) && inOrder; i++ {
		inOrder = cmp(&in[i-1], &in[i]) <= 0
	}
	if inOrder {
		return in
	}
	order := make([]*T, len(in))
	for i := range order {
		order[i] = &in[i]
	}
	slices.SortFunc(order, cmp)
	out := make([]T, len(in))
	for i, p := range order {
		out[i] = *p
	}
	return out
}
