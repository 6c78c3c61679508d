package interchange

import "bytes"

// lineIndex turns positions in data into lines. It counts on from the position
// asked for last, so that asking in order costs one pass.
type lineIndex struct {
	data []byte
	pos  int
	line int // of pos; the first line of data may be any line of the file
}

func (x *lineIndex) at(pos int) int {
	pos = min(pos, len(x.data))
	if pos >= x.pos {
		x.line += bytes.Count(x.data[x.pos:pos], newline)
	} else {
		x.line -= bytes.Count(x.data[pos:x.pos], newline)
	}
	x.pos = pos
	return x.line
}

var newline = []byte{'\n'}
