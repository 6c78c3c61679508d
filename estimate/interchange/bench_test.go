package interchange_test

import (
	"bytes"
	"encoding/json"
	"os"
	"testing"
	"time"

	"github.com/openestimate/casualty/estimate"
	. "github.com/openestimate/casualty/estimate/interchange"
)

// BenchmarkRead reads the founding file, and beside it lets encoding/json decode
// the same bytes without any check; "times-unmarshal" is the ratio of the two.
func BenchmarkRead(b *testing.B) {
	data, err := os.ReadFile(founding)
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Read(bytes.NewReader(data), "f.json"); err != nil {
			b.Fatal(err)
		}
	}
	read := float64(b.Elapsed()) / float64(b.N)
	start := time.Now()
	for range b.N {
		var set estimate.Set
		if err := json.Unmarshal(data, &set); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(read/(float64(time.Since(start))/float64(b.N)), "times-unmarshal")
}

func BenchmarkUnmarshal(b *testing.B) {
	data, err := os.ReadFile(founding)
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		var set estimate.Set
		if err := json.Unmarshal(data, &set); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkLines reads one estimate a step.
func BenchmarkLines(b *testing.B) {
	set, err := ReadFile(founding)
	if err != nil {
		b.Fatal(err)
	}
	_, lines := written(b, set)
	one := bytes.SplitAfter(lines, []byte("\n"))[3]
	b.SetBytes(int64(len(one)))
	b.ReportAllocs()
	_, seq, _ := Lines(&repeat{one: one, n: b.N}, "f.json")
	for _, err := range seq {
		if err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkWrite(b *testing.B) {
	set, err := ReadFile(founding)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		var out bytes.Buffer
		if err := Write(&out, set); err != nil {
			b.Fatal(err)
		}
	}
}
