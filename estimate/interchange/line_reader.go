package interchange

import (
	"bufio"
	"bytes"
	"io"
)

// MaxLine is the greatest length of a line of JSON Lines in bytes. It bounds the
// memory that reading takes.
const MaxLine = 16 << 20

var bom = []byte("\ufeff")

// A line is one line of a file that is not blank.
type line struct {
	text   []byte // valid until the next line is read
	number int    // 1 is the first
	offset int64  // of text within the file
	err    error  // in place of text
}

// A lineReader reads lines of any length up to MaxLine, and goes on after a
// longer one.
type lineReader struct {
	r      io.Reader
	br     *bufio.Reader
	buf    []byte
	number int
	offset int64
	bom    bool // the file began with a byte order mark
	done   bool
}

// next returns the next line that is not blank, nil after the last. A failure
// of the reader is the last line.
func (in *lineReader) next() *line {
	if in.br == nil {
		in.br = bufio.NewReaderSize(in.r, 64<<10)
		if head, _ := in.br.Peek(len(bom)); bytes.Equal(head, bom) {
			in.bom = true
			in.br.Discard(len(bom))
			in.offset = int64(len(bom))
		}
	}
	for !in.done {
		l := in.read()
		if l.err != nil || len(bytes.TrimSpace(l.text)) > 0 {
			return l
		}
	}
	return nil
}

func (in *lineReader) read() *line {
	in.buf = in.buf[:0]
	in.number++
	l := &line{number: in.number, offset: in.offset}
	for {
		part, err := in.br.ReadSlice('\n')
		in.offset += int64(len(part))
		if l.err == nil {
			in.buf = append(in.buf, part...)
			if len(in.buf) > MaxLine+len("\r\n") {
				l.err = &LineError{Max: MaxLine}
			}
		}
		switch err {
		case bufio.ErrBufferFull:
			continue
		case nil:
		case io.EOF:
			in.done = true
		default:
			in.done = true
			if l.err == nil {
				l.err = unreadable(err)
			}
		}
		l.text = bytes.TrimRight(in.buf, "\r\n")
		return l
	}
}
