package wording

// alternative is what "killed or wounded" makes of the measure at token k, and the
// last token of it, where those after it have no count of their own: "killed,
// wounded or captured". It is 0 if there is but one.
func (c *clause) alternative(k int) (m measure, last int) {
	if !c.is(k+1, roleAnd|roleTo) && !c.mark(k+1, ',') || !c.is(k, roleMeasure) {
		return 0, k
	}
	first, all := k, uint16(1)<<c.sense(k).measure
	for {
		j := k + 1
		comma := c.mark(j, ',')
		if comma {
			j++
		}
		joined := c.is(j, roleAnd|roleTo) && !c.is(j, roleClause)
		if joined {
			j++
		}
		if !comma && !joined || comma && joined && all == 1<<c.sense(first).measure { // "killed, and twice as many wounded"
			return 0, k
		}
		for c.is(j, roleFiller|roleModal) && !c.is(j, roleMeasure|rolePeople) {
			j++
		}
		if !c.is(j, roleMeasure) || c.ownCount(j) {
			return 0, k
		}
		all |= 1 << c.sense(j).measure
		if k = j; joined {
			return unions[all], k
		}
	}
}

// together is the measure that ends at token k, which one count after it is of:
// "killing or maiming 30", "killed, wounded or captured: 30".
func (c *clause) together(k, back int) measure {
	m := c.sense(k).measure
	if !c.is(k-1, roleAnd|roleTo) || c.is(k-1, roleClause) {
		return m
	}
	all := uint16(1) << m
	for j := k - 2; j >= back && c.is(j, roleMeasure) && !c.is(j, rolePeople) && (c.is(j+1, roleAnd|roleTo) || c.mark(j+1, ',')); j -= 2 {
		all |= 1 << c.sense(j).measure
	}
	if u := unions[all]; u != 0 {
		return u
	}
	return m
}

// unions are the measures that several make together.
var unions = map[uint16]measure{
	1<<killed | 1<<wounded:                            killedOrWounded,
	1<<killed | 1<<missing:                            killedOrMissing,
	1<<killed | 1<<captured:                           irrecoverable,
	1<<killed | 1<<missing | 1<<captured:              irrecoverable,
	1<<killed | 1<<wounded | 1<<missing:               totalLosses,
	1<<killed | 1<<wounded | 1<<captured:              totalLosses,
	1<<killed | 1<<wounded | 1<<missing | 1<<captured: totalLosses,
}
