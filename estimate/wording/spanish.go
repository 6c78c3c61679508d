package wording

var spanish = language{
	code: "es", name: "Spanish",
}
