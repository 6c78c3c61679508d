package interchange

import "errors"

// wordsKey stands in a record or hop in place of "quantity", with the number as
// the speaker put it.
const wordsKey = "words"

// ErrWords refuses a record whose number is in words. Reading words is the task
// of a reader of phrases, which will hand its Quantity to the record here; until
// then a phrase passed over would leave a record that says nothing.
var ErrWords = errors.New(`"words" is not read by this version: accepted is "quantity", such as {"low": {"n": 200, "open": true}, "hedge": "more_than", "text": "over 200"}`)
