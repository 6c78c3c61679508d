package wording

var ukrainian = language{
	code: "uk", name: "Ukrainian",
}
