package site

// Workbook is what an organisation decides of readers' answers: [workbook] in
// site.toml. A worksheet may be stricter, never looser.
type Workbook struct {
	Storage    string // token of Storages
	KeepMonths int    // how long a copy is kept after it was last changed; 0 for ever
}

// MostKeepMonths is the longest time that can be stated.
const MostKeepMonths = 120

// Stricter returns the stricter of two tokens of Storages, which are listed from
// the loosest to the strictest; "" and a token that is none are looser than all.
func Stricter(a, b string) string {
	if strictness(b) > strictness(a) {
		return b
	}
	return a
}

// strictness is how much a token of Storages keeps away from the device, from 1;
// 0 for what is no token.
func strictness(storage string) int {
	for i, word := range Storages {
		if word.Token == storage {
			return i + 1
		}
	}
	return 0
}

// Shorter returns the shorter of two numbers of months, of which 0 is for ever.
func Shorter(a, b int) int {
	if a == 0 || b > 0 && b < a {
		return b
	}
	return a
}
