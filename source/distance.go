package source

// Distance is how many bytes must be put in, left out or changed to make b of a
// (Levenshtein, Soviet Physics Doklady 10 (1966) 707). It finds the word that a
// misspelt one was meant to be.
func Distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := diagonal
			if a[i] != b[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
