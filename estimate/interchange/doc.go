// Package interchange reads estimates files into Sets and writes them back.
//
// The file is one JSON document, or JSON Lines: the reference data on the first
// line, then one estimate a line. Reading is strict where encoding/json is not:
// an unknown key, a key given twice, a key in another case, null, invalid UTF-8
// and a word outside a closed vocabulary are errors. Each error is a
// *estimate.FieldError that says where the fault stands, what was found and
// what would have been accepted, and a bad record never costs the good ones
// around it.
//
// What is read without error is written back without loss, to the same bytes
// each time.
package interchange
