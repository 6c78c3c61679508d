package interchange

import (
	"encoding"
	"encoding/json"
	"reflect"
	"strings"
	"sync"

	"github.com/openestimate/casualty/estimate"
)

// A kind is a type of JSON value.
type kind uint8

const (
	object kind = iota + 1
	list
	text
	number
	flag
	null
)

func (k kind) String() string {
	return [...]string{"nothing", "an object", "a list", "a string", "a number", "true or false", "null"}[k]
}

// A shape is what a Go type accepts as JSON. Shapes come from the struct tags,
// so that the keys a reader accepts cannot drift from the types.
type shape struct {
	kind     kind
	whole    bool         // a number without fraction
	accepted string       // for people
	typ      reflect.Type // set if the type reads itself
	elem     *shape       // of a list
	keys     []key        // of an object, in the order of the type
	index    map[string]int
	wordy    bool // takes "words" in place of "quantity"; see words.go
}

type key struct {
	name  string
	field []int // index path within the struct
	shape *shape
}

func (sh *shape) key(name []byte) (*key, int) {
	if i, ok := sh.index[string(name)]; ok {
		return &sh.keys[i], i
	}
	return nil, -1
}

func (sh *shape) names() []string {
	names := make([]string, len(sh.keys))
	for i := range sh.keys {
		names[i] = sh.keys[i].name
	}
	return names
}

// The shapes of the file, made once.
var shapes = sync.OnceValue(func() (s struct{ set, estimate *shape }) {
	s.set = shapeOf(reflect.TypeFor[estimate.Set]())
	k, _ := s.set.key([]byte("estimates"))
	s.estimate = k.shape.elem
	return s
})

var (
	textReader = reflect.TypeFor[encoding.TextUnmarshaler]()
	jsonReader = reflect.TypeFor[json.Unmarshaler]()
	dateType   = reflect.TypeFor[estimate.Date]()
)

// examples show objects that newcomers write as bare numbers.
var examples = map[reflect.Type]string{
	reflect.TypeFor[estimate.Quantity](): `, such as {"best": {"n": 61}, "hedge": "exact"}`,
	reflect.TypeFor[estimate.Bound]():    `, such as {"n": 61}`,
}

func shapeOf(t reflect.Type) *shape {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	sh := &shape{}
	p := reflect.PointerTo(t)
	if p.Implements(textReader) || p.Implements(jsonReader) {
		sh.typ = t
	}
	switch {
	case t == dateType:
		sh.kind, sh.accepted = text, "a date in quotes: 2024, 2024-12 or 2024-12-19, each with ~ for about"
	case p.Implements(textReader), t.Kind() == reflect.String:
		sh.kind, sh.accepted = text, "a string"
	case t.Kind() == reflect.Bool:
		sh.kind, sh.accepted = flag, "true or false"
	case t.Kind() == reflect.Slice:
		sh.kind, sh.elem = list, shapeOf(t.Elem())
		sh.accepted = "a list, each of it " + sh.elem.accepted
	case t.Kind() == reflect.Struct:
		sh.kind, sh.index = object, make(map[string]int)
		sh.addKeys(t, nil)
		sh.accepted = "an object of " + strings.Join(sh.names(), ", ")
		sh.accepted += examples[t]
		sh.wordy = t == reflect.TypeFor[estimate.Estimate]() || t == reflect.TypeFor[estimate.Hop]()
	case t.Kind() == reflect.Float64:
		sh.kind, sh.accepted = number, "a number"
	default: // the integers
		sh.kind, sh.whole, sh.accepted = number, true, "a whole number"
	}
	return sh
}

func (sh *shape) addKeys(t reflect.Type, at []int) {
	for i := range t.NumField() {
		f := t.Field(i)
		field := append(append([]int(nil), at...), i)
		if f.Anonymous {
			sh.addKeys(f.Type, field)
			continue
		}
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		if name == "" || name == "-" {
			continue
		}
		sh.index[name] = len(sh.keys)
		sh.keys = append(sh.keys, key{name, field, shapeOf(f.Type)})
	}
}
