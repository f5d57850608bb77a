import { english } from "./english";
import { norwegian } from "./norwegian";

/**
 * Words that are forms of each other have the same stem. The word is in lower case and
 * NFC. What is searched in has been stemmed by generator/search/stem.go: both give the
 * same for every word (testdata/stems.tsv there), so a change is made in both.
 */
export function stem(lang: string, word: string): string {
  return lang === "en" ? english(word) : lang === "nb" || lang === "nn" ? norwegian(word) : word;
}
