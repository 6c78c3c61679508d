package estimate

import (
	"fmt"
	"strconv"
	"time"
)

// A Date is a calendar date at the precision stated: a year, a month or a day,
// in the Extended Date/Time Format (EDTF, ISO 8601-2:2019, level 1): 2024,
// 2024-12, 2024-12-19, each with ~ for "about". The zero value is "not stated".
//
// Dates compare by overlap: 2024-12 is neither before nor after 2024-12-19.
// "About" is kept and shown; it does not widen a date, for the format gives no
// width.
type Date struct {
	Year, Month, Day int
	About            bool
}

// On returns the date of one day.
func On(year int, month time.Month, day int) Date {
	return Date{Year: year, Month: int(month), Day: day}
}

// ParseDate reads a date in the form described at Date. Its error, and that of
// Validate, names the date and wraps what is wrong with it, for a message that
// has named it already.
func ParseDate(s string) (Date, error) {
	bad := func(why string) (Date, error) {
		return Date{}, fmt.Errorf("date %q: %w", s, fmt.Errorf("%s: accepted are 2024, 2024-12 and 2024-12-19, each with ~ for about", why))
	}
	var d Date
	rest := s
	if n := len(rest); n > 0 && rest[n-1] == '~' {
		d.About, rest = true, rest[:n-1]
	}
	var ok bool
	switch len(rest) {
	case 10:
		if d.Day, ok = digits(rest[8:]); !ok || rest[7] != '-' {
			return bad("not a date")
		}
		rest = rest[:7]
		if d.Day == 0 {
			return bad("day 0")
		}
		fallthrough
	case 7:
		if d.Month, ok = digits(rest[5:]); !ok || rest[4] != '-' {
			return bad("not a date")
		}
		rest = rest[:4]
		if d.Month == 0 {
			return bad("month 0")
		}
		fallthrough
	case 4:
		if d.Year, ok = digits(rest); !ok {
			return bad("not a date")
		}
		if d.Year == 0 {
			return bad("year 0")
		}
	default:
		return bad("not a date")
	}
	if err := d.Validate(); err != nil {
		return Date{}, err
	}
	return d, nil
}

func digits(s string) (int, bool) {
	n := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, true
}

// Validate reports a date that does not exist. The zero Date is valid.
func (d Date) Validate() error {
	if d == (Date{}) {
		return nil
	}
	switch {
	case d.Year < 1 || d.Year > 9999:
		return fmt.Errorf("date with year %d: accepted are years 0001 to 9999", d.Year)
	case d.Month < 0 || d.Month > 12 || d.Month == 0 && d.Day != 0:
		return fmt.Errorf("date %s: %w", d.digits(), fmt.Errorf("there is no month %d: accepted are 01 to 12", d.Month))
	case d.Day < 0 || d.Month > 0 && d.Day > daysIn(d.Year, d.Month):
		return fmt.Errorf("date %s %w", d.digits(), fmt.Errorf("does not exist: accepted are days 01 to %d of that month", daysIn(d.Year, d.Month)))
	}
	return nil
}

func daysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// IsZero reports whether the date is not stated.
func (d Date) IsZero() bool { return d == Date{} }

// Span returns the first and the last day of d as day numbers of one calendar,
// so that differences are in days. It must not be called on the zero Date.
func (d Date) Span() (first, last int) {
	switch {
	case d.Day != 0:
		n := dayNumber(d.Year, d.Month, d.Day)
		return n, n
	case d.Month != 0:
		return dayNumber(d.Year, d.Month, 1), dayNumber(d.Year, d.Month, daysIn(d.Year, d.Month))
	}
	return dayNumber(d.Year, 1, 1), dayNumber(d.Year, 12, 31)
}

// dayNumber counts days of the proleptic Gregorian calendar, after the
// algorithm of Fliegel and Van Flandern, Communications of the ACM 11 (1968) 657.
func dayNumber(y, m, d int) int {
	a := (m - 14) / 12
	return d - 32075 + 1461*(y+4800+a)/4 + 367*(m-2-a*12)/12 - 3*((y+4900+a)/100)/4
}

// Before reports whether d ended before e began. Dates that overlap, or are not
// stated, are unordered.
func (d Date) Before(e Date) bool {
	if d.IsZero() || e.IsZero() {
		return false
	}
	_, last := d.Span()
	first, _ := e.Span()
	return last < first
}

// Overlaps reports whether d and e share a day. Two unstated dates overlap; an
// unstated one overlaps no stated one.
func (d Date) Overlaps(e Date) bool {
	if d.IsZero() || e.IsZero() {
		return d.IsZero() == e.IsZero()
	}
	return !d.Before(e) && !e.Before(d)
}

// DaysTo returns the days from the last day of d to the last day of e, or ok
// false if either is not stated.
func (d Date) DaysTo(e Date) (days int, ok bool) {
	if d.IsZero() || e.IsZero() {
		return 0, false
	}
	_, a := d.Span()
	_, b := e.Span()
	return b - a, true
}

func (d Date) digits() string {
	var buf [16]byte
	return string(d.append(buf[:0]))
}

// append writes the date, which may not exist, in digits.
func (d Date) append(dst []byte) []byte {
	if d.Year >= 0 && d.Year <= 9999 {
		dst = append(dst, byte('0'+d.Year/1000), byte('0'+d.Year/100%10))
		dst = appendTwo(dst, d.Year%100)
	} else {
		dst = strconv.AppendInt(dst, int64(d.Year), 10)
	}
	if d.Month != 0 || d.Day != 0 {
		dst = appendTwo(append(dst, '-'), d.Month)
	}
	if d.Day != 0 {
		dst = appendTwo(append(dst, '-'), d.Day)
	}
	return dst
}

func appendTwo(dst []byte, n int) []byte {
	if n < 0 || n > 99 {
		return strconv.AppendInt(dst, int64(n), 10)
	}
	return append(dst, byte('0'+n/10), byte('0'+n%10))
}

// String writes the date as the file format has it; empty if not stated.
func (d Date) String() string {
	switch {
	case d.IsZero():
		return ""
	case d.About:
		return d.digits() + "~"
	}
	return d.digits()
}

// MarshalText writes the date as the file format has it. It fails on a date
// that does not exist, which could not be read back.
func (d Date) MarshalText() ([]byte, error) {
	if err := d.Validate(); err != nil {
		return nil, err
	}
	return []byte(d.String()), nil
}

// UnmarshalText reads a date in the form described at Date.
func (d *Date) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*d = Date{}
		return nil
	}
	e, err := ParseDate(string(text))
	if err == nil {
		*d = e
	}
	return err
}
