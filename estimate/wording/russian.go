package wording

var russian = language{
	code: "ru", name: "Russian",
}
