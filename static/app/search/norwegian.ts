/*
 * Where endings may begin: after the first consonant that follows a vowel, or after an
 * apostrophe, but not among the first three letters, which are the group.
 */
const start = /^(?=(...))(?:[^']*'|[^aeiouyæøåêòóô]*[aeiouyæøåêòóô]+[^aeiouyæøåêòóô]|.*)/u;

// The leftmost, so the longest, of the endings that fit.
const inflection = /(?:(?:het)?(?:ene?s?|er)|[ae]nde|endes|edes?|ane|ast|[ae][rs]?|h?et|ets|ers|erte?|s)$/;
const derivation = /(?:e?l[ei]g|e?ig|els|(?:e|s|hets)?lov)$/;

// After these -ers and -s belong to the word.
const beforeErs = /(?:amm|ast|ind|kap|kk|lt|nk|omm|pp|v|øst)$/;
const notBeforeErs = /(?:giv|hav|skap)$/;
const beforeS = /(?:er|[aeiouyæøåêòóô]k|[^bcdfghjklmnoprtvyz])$/;

/** Snowball 3.1.1 for Bokmål as it stands: generator/search/stem_norwegian.go. */
export function snowball(word: string): string {
  const region = start.exec(word);
  if (!region) return word;
  const [reached, three = ""] = region;
  const head = word.slice(0, Math.max(reached.length, three.length));
  const tail = word.slice(head.length).replace(inflection, (ending, at: number) => {
    const rest = word.slice(0, head.length + at);
    if (ending === "ers") return beforeErs.test(rest) && !notBeforeErs.test(rest) ? ending : "";
    if (ending === "s") return beforeS.test(rest) ? ending : "";
    return /^ert/.test(ending) ? "er" : "";
  });
  return (head + tail.replace(/([dv])t$/, "$1").replace(derivation, "")).replace(/'$/, "");
}

/** Snowball twice and what joins more forms than it does: stem_norwegian.go says why. */
export function norwegian(word: string): string {
  return snowball(snowball(word).replace(/ernt?$/, "er"))
    .replace(/^(..+[bdfgkmnpstv])r$/u, "$1")
    .replace(/^(?!.*(?:h|it)et$)(...+)t$/u, "$1")
    .replace(/([b-df-hj-np-tv-xz])\1$/, "$1")
    .replace(/^(?=.{5})(.*?)([bdfgklmnprstv])\2?el$/u, "$1$2l");
}
