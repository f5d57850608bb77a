/*
 * Words that say nothing of what is sought. They are left out of a question that has
 * others.
 */
const norwegian = new Set(("og i er en et ei å det som på til av for med at den de jeg du vi dere han hun han seg meg deg oss dem man kan skal vil må "
  + "har hadde var være blir ble om så men når hva hvordan hvorfor hvem hvor hvilke hvilken eller fra ikke etter ved da der her dette denne disse "
  + "min mitt mine din ditt dine sin sitt sine vår vårt våre bare også noe noen mot under over ut inn opp ned før enn jo nå selv få får gjør gjøre "
  + "eg ein eit kva korleis kvifor kven kor ikkje frå me dei dykk dette denne desse blei vere vera vore når noko nokon berre også meir skal kjem").split(" "));
const english = new Set(("a an the and or of in on to for with at by from as is are was were be been it its this that these those i you he she we they me my your "
  + "our their his her them us who what how why when where which do does did can could should would will not no if so but about into than then there").split(" "));
const none = new Set<string>();

export function stops(lang: string): Set<string> {
  return lang === "en" ? english : lang === "nb" || lang === "nn" || lang === "no" ? norwegian : none;
}
