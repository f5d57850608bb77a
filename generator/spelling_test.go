package generator

import (
	"bytes"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// dictionaries are hunspell's for the languages the handbook speaks.
var dictionaries = map[string]string{"nb": "nb_NO", "nn": "nn_NO", "en": "en_GB"}

var addWords = flag.Bool("add-words", false, "add what the dictionaries do not know to .ci/spelling, to be read by a person")

// Every word of the handbook and of the interface is in the dictionary of its
// language, or in .ci/spelling, which has no word that is not used.
func TestSpelling(t *testing.T) {
	if _, err := exec.LookPath("hunspell"); err != nil {
		if os.Getenv("KOLLEGA_SPELLING") == "required" {
			t.Fatal("hunspell is not installed")
		}
		t.Skip("hunspell is not installed")
	}
	h := realHandbook(t)
	for lang, dictionary := range dictionaries {
		t.Run(lang, func(t *testing.T) {
			used := wordsOf(h, lang)
			list := filepath.Join("../.ci/spelling", lang+".txt")
			known := readList(t, list)
			for _, word := range known {
				if used[word] == "" {
					t.Errorf("%s: nothing says «%s» any more; take it out", list, word)
				}
			}
			if !slices.IsSorted(known) {
				t.Errorf("%s is not sorted", list)
			}
			unknown := misspelt(t, dictionary, sortedKeys(used))
			unknown = slices.DeleteFunc(unknown, func(word string) bool { return slices.Contains(known, word) })
			for _, word := range unknown {
				t.Errorf("%s: «%s» is not a word", used[word], word)
			}
			if *addWords {
				known = append(known, unknown...)
				slices.Sort(known)
				if err := os.WriteFile(list, []byte(strings.Join(known, "\n")+"\n"), 0o666); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

var word = regexp.MustCompile(`\pL+(?:['’]\pL+)*`) // the parts of what has a hyphen are words

// notSaid is what is no word of a draft: what stands in for others, code, links' targets, keys.
var notSaid = regexp.MustCompile("(?m)\\{\\{[^}]*\\}\\}|`[^`]*`|\\]\\([^)]*\\)|^id = .*$|^\\w+ = |\\[!WARNING\\]")

// wordsOf are the words said in a language, in lower case unless they always have a
// capital, and a place where each is said.
func wordsOf(h *Handbook, lang string) map[string]string {
	used := map[string]string{}
	say := func(place, text string) {
		for _, w := range word.FindAllString(text, -1) {
			w = strings.ReplaceAll(w, "’", "'")
			if lang == "en" {
				w = strings.TrimSuffix(w, "'s")
			}
			if len([]rune(w)) > 1 && used[w] == "" {
				used[w] = place
			}
		}
	}
	for _, p := range h.Pages {
		if p.Lang != lang || p.Fallback() {
			continue
		}
		said := append([]string{p.Title, p.Short, p.Summary, p.Workplace, p.Owner}, slices.Concat(p.Materials, p.Search)...)
		for _, text := range append(said, h.Prose(p)...) {
			say(p.Source, text)
		}
	}
	for key := range h.texts[lang] {
		say("texts.toml "+key, h.texts.Get(lang, key))
	}
	for _, tag := range h.Config.Tags {
		say("site.toml", tag.Names[lang])
	}
	drafts, _ := filepath.Glob("statement/*." + lang + ".md")
	for _, name := range drafts {
		text, _ := os.ReadFile(name)
		say("generator/"+name, notSaid.ReplaceAllString(string(text), " "))
	}
	for w := range used { // the first word of a sentence
		if small := strings.ToLower(w); small != w && used[small] != "" {
			delete(used, w)
		}
	}
	return used
}

func readList(t *testing.T, name string) []string {
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Fields(string(data))
}

// misspelt are the words that a dictionary does not have.
func misspelt(t *testing.T, dictionary string, words []string) []string {
	cmd := exec.Command("hunspell", "-i", "utf-8", "-d", dictionary, "-l")
	cmd.Stdin = strings.NewReader(strings.Join(words, "\n"))
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("hunspell: %v\n%s", err, stderr.Bytes())
	}
	var wrong []string
	for _, w := range strings.Fields(string(out)) {
		if !slices.Contains(wrong, w) {
			wrong = append(wrong, w)
		}
	}
	return wrong
}
