package pool

// LeaveOneOut pools the set without each study in turn, and returns dst grown to
// the number of studies. It takes two studies or more.
func (ws *Workspace) LeaveOneOut(dst []Estimate, y, v []float64, method Method) ([]Estimate, error) {
	if err := method.Validate(); err != nil {
		return nil, err
	}
	if err := check(y, v); err != nil {
		return nil, err
	}
	if len(y) < 2 {
		return nil, &InputError{Field: "y", Index: -1, Accepted: "two studies or more, to leave one out"}
	}
	dst = resized(dst, len(y))
	ws.yi, ws.vi = append(ws.yi[:0], y[1:]...), append(ws.vi[:0], v[1:]...)
	for i := range y {
		if i > 0 { // the one before comes back in its place
			ws.yi[i-1], ws.vi[i-1] = y[i-1], v[i-1]
		}
		e, err := ws.Estimate(ws.yi, ws.vi, method)
		if err != nil {
			return nil, err
		}
		dst[i] = e
	}
	return dst, nil
}
