package estimate

// circles says which units lie within themselves by way of others: of the units
// listed first under their ID, those with one component lie within each other.
// Tarjan's algorithm, SIAM Journal on Computing 1 (1972) 146, without recursion
// so that a long chain cannot exhaust the stack; time is in proportion to the
// links.
func (l *unitList) circles() (first map[ID]int, component []int) {
	n := len(l.units)
	first = make(map[ID]int, n)
	for i := range l.units {
		if _, ok := first[l.units[i].ID]; !ok {
			first[l.units[i].ID] = i
		}
	}
	component = make([]int, n)
	order, low := make([]int, n), make([]int, n)
	met, components := 0, 0
	type frame struct{ unit, next int }
	var path []frame
	var open []int
	for start := range n {
		if order[start] == 0 {
			path = append(path, frame{unit: start})
		}
		for len(path) > 0 {
			f := &path[len(path)-1]
			u := f.unit
			if order[u] == 0 {
				met++
				order[u], low[u] = met, met
				open = append(open, u)
			}
			if f.next < len(l.units[u].Within) {
				w, ok := first[l.units[u].Within[f.next]]
				f.next++
				switch {
				case !ok || component[w] != 0:
				case order[w] == 0:
					path = append(path, frame{unit: w})
				default:
					low[u] = min(low[u], order[w])
				}
				continue
			}
			if low[u] == order[u] {
				components++
				for component[u] == 0 {
					component[open[len(open)-1]] = components
					open = open[:len(open)-1]
				}
			}
			path = path[:len(path)-1]
			if len(path) > 0 {
				p := path[len(path)-1].unit
				low[p] = min(low[p], low[u])
			}
		}
	}
	return first, component
}
