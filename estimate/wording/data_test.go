package wording

import (
	"bufio"
	"encoding/json"
	"flag"
	"os"
	"testing"

	"github.com/openestimate/casualty/estimate"
)

var update = flag.Bool("update", false, "rewrite the lists on file")

type keyRow struct {
	Phrase   string
	Kind     string
	Low      *int64
	High     *int64
	LowOpen  bool `json:"low_open"`
	HighOpen bool `json:"high_open"`
	Modal    bool
}

func lines[T any](t testing.TB, file string) (rows []T) {
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<20)
	for sc.Scan() {
		var row T
		if err := json.Unmarshal(sc.Bytes(), &row); err != nil {
			t.Fatal(err)
		}
		rows = append(rows, row)
	}
	return rows
}

func ends(q estimate.Quantity) (low, high *int64, lo, ho bool) {
	if q.Low.Known() {
		low, lo = &q.Low.N, q.Low.Open
	}
	if q.High.Known() {
		high, ho = &q.High.N, q.High.Open
	}
	return
}

func show(p *int64) any {
	if p == nil {
		return "-"
	}
	return *p
}
