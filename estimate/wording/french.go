package wording

var french = language{
	code: "fr", name: "French",
}
