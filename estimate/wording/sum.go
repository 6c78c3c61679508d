package wording

import (
	"math"
	"math/bits"
)

// A sum adds up a number as its words come. Within a group, the part below a
// scale, each word may add only what the one before left room for: two hundred,
// then thirty, then five.
type sum struct {
	total    int64 // groups whose scale has been said
	scaled   int64 // the last scale: the next is smaller
	hundreds int64 // of the group: what times has multiplied
	below    int64 // of the group: the next times is smaller
	pending  int64 // of the group: what a times or scale would still multiply
	room     int64 // of the group: the next unit is smaller
	decimals uint8 // digits of pending after the decimal sign
	half     bool  // "and a half" of what the scale will say
	begun    bool  // the group holds something
	fault    Reason
}

func (s *sum) empty() bool { return !s.begun && s.total == 0 }

// unit adds three, twenty or двести, if there is room.
func (s *sum) unit(v int64, l *language) bool {
	if v >= s.room || v >= s.scaled || s.decimals > 0 || s.half || v == 0 && !s.empty() {
		return false
	}
	s.begun = true
	if v >= 100 {
		if v >= s.below {
			return false
		}
		s.hundreds += v
		s.below, s.room = 100, 100
		return true
	}
	s.pending += v
	switch {
	case l.vigesimal && (v == 60 || v == 80):
		s.room = 20
	case v >= 20, l.vigesimal && v == 10: // vingt-deux, dix-sept
		s.room = 10
	default:
		s.room = 1
	}
	return true
}

// afterUnit adds the twenty of five-and-twenty.
func (s *sum) afterUnit(v int64) {
	s.pending += v
	s.room = 1
}

// number adds digits.
func (s *sum) number(v int64, decimals uint8) bool {
	if s.begun && (s.pending > 0 || v >= s.room || decimals > 0) || v >= s.scaled || v == 0 && !s.empty() {
		return false
	}
	s.pending, s.decimals, s.begun = v, decimals, true
	s.room = 1
	return true
}

// times multiplies what is pending by a hundred or the like; alone it is one
// hundred.
func (s *sum) times(v int64) bool {
	if v >= s.below || v >= s.scaled || s.half || s.pending > 999 {
		return false
	}
	n := int64(1)
	if s.pending > 0 || s.begun && s.hundreds == 0 {
		n = s.pending
	}
	s.hundreds += s.product(n, v)
	s.pending, s.decimals, s.begun = 0, 0, true
	s.below, s.room = v, v
	return true
}

// scale multiplies the group by a thousand or the like; alone it is one
// thousand. A larger scale multiplies all there is: two hundred thousand million.
func (s *sum) scale(v int64) bool {
	if v >= s.scaled {
		if s.total >= v || s.decimals > 0 {
			return false
		}
		s.total = mul(s.total+s.hundreds+s.pending, v)
	} else {
		n := int64(1)
		if s.begun {
			n = s.hundreds + s.pending
		}
		s.total += s.product(n, v)
	}
	if s.half {
		s.total += v / 2
	}
	if s.total < 0 {
		s.fault = TooLarge
	}
	s.hundreds, s.pending, s.decimals, s.half, s.begun = 0, 0, 0, false, false
	s.scaled, s.below, s.room = v, v, v
	return true
}

// product is n, with its decimals, times v.
func (s *sum) product(n, v int64) int64 {
	n, why := whole(mul(n, v), s.decimals)
	if why != 0 {
		s.fault = why
	}
	return n
}

// whole is n with its last digits, which are decimals, taken off.
func whole(n int64, decimals uint8) (int64, Reason) {
	for ; decimals > 0; decimals-- {
		if n%10 != 0 {
			return n, NotWhole
		}
		n /= 10
	}
	return n, 0
}

// value is the number so far.
func (s *sum) value() (int64, Reason) {
	if s.decimals > 0 || s.half {
		return 0, NotWhole
	}
	n := s.total + s.hundreds + s.pending
	if s.fault == 0 && (n < 0 || n > maxCount) {
		return 0, TooLarge
	}
	return n, s.fault
}

// mul is a product of numbers that are not negative, which stays at the largest number rather than overflow.
func mul(a, b int64) int64 {
	if high, low := bits.Mul64(uint64(a), uint64(b)); high == 0 && low <= math.MaxInt64 {
		return int64(low)
	}
	return math.MaxInt64
}
