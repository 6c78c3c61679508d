package wording

var korean = language{
	code: "ko", name: "Korean",
}
