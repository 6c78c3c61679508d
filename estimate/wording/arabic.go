package wording

var arabicLanguage = language{
	code: "ar", name: "Arabic",
}
