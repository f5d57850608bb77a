// Sums up what baselines.mjs and the handbook's own search have answered: score.mjs RANKS.jsonl…
//
// MRR@10: the mean of one divided by the place of the first right page, 0 when it is not among ten. Success@k: the
// share of queries with a right page among the first k. Zero: the share with no answer at all. Brackets hold
// 95 % bootstrap intervals over the queries. Queries that nothing answers rightly are told by themselves.
// When one engine is called kollega, it is held against each other engine on the queries both have answered.
import { readFileSync } from "node:fs";

const resamples = 2000;
const own = "kollega";
const all = "(all)";

// Mulberry32, begun anew for each interval: a figure does not depend on which others are asked for.
function generator(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const mean = (values) => values.reduce((a, b) => a + b, 0) / values.length;

function interval(values) {
  const random = generator(20260101);
  const n = values.length;
  const means = new Float64Array(resamples);
  for (let i = 0; i < resamples; i++) {
    let sum = 0;
    for (let j = 0; j < n; j++) sum += values[Math.floor(random() * n)];
    means[i] = sum / n;
  }
  means.sort();
  const at = (share) => means[Math.round(share * (resamples - 1))];
  return [at(0.025), at(0.975)];
}

const place = ({ ids, found }) => found.slice(0, 10).findIndex((id) => ids.includes(id)) + 1;
const reciprocal = (rank) => (place(rank) ? 1 / place(rank) : 0);
const within = (k) => (rank) => (place(rank) && place(rank) <= k ? 1 : 0);
const measures = {
  "MRR@10": reciprocal,
  "success@3": within(3),
  "success@10": within(10),
  zero: ({ found }) => (found.length === 0 ? 1 : 0),
};

const number = (x, sign) => (sign && x > 0 ? "+" : "") + x.toFixed(3);
const cell = (values, sign) => {
  const [low, high] = interval(values);
  return `${number(mean(values), sign)} [${number(low, sign)}, ${number(high, sign)}]`;
};

function table(title, head, rows) {
  if (rows.length === 0) return;
  const widths = head.map((name, i) => Math.max(name.length, ...rows.map((row) => row[i].length)));
  const line = (row) => row.map((text, i) => (/^[-+\d]/.test(text) ? text.padStart(widths[i]) : text.padEnd(widths[i]))).join("  ").trimEnd();
  console.log([title, line(head), ...rows.map(line)].join("\n") + "\n");
}

// Groups by language and class, with all classes of a language last when there are several.
function groups(ranks) {
  const found = new Map();
  for (const rank of ranks) {
    const key = rank.language + "\t" + rank.class;
    if (!found.has(key)) found.set(key, []);
    found.get(key).push(rank);
  }
  for (const language of new Set(ranks.map((rank) => rank.language))) {
    const classes = [...found.keys()].filter((key) => key.startsWith(language + "\t"));
    if (classes.length > 1) found.set(language + "\t" + all, ranks.filter((rank) => rank.language === language));
  }
  return [...found].map(([key, list]) => [...key.split("\t"), list]);
}

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error("usage: score.mjs RANKS.jsonl…");
  process.exit(2);
}
const engines = new Map();
for (const file of files) {
  const counts = new Map(); // a file may ask the same twice; two files with one engine's answer to it is a mistake
  for (const line of readFileSync(file, "utf8").split("\n").filter(Boolean)) {
    const rank = JSON.parse(line);
    const same = [rank.engine, rank.language, rank.class, rank.query].join("\t");
    counts.set(same, (counts.get(same) ?? 0) + 1);
    const asked = [rank.language, rank.class, rank.query, counts.get(same)].join("\t");
    if (!engines.has(rank.engine)) engines.set(rank.engine, new Map());
    const answers = engines.get(rank.engine);
    if (answers.has(asked)) {
      console.error(`score: ${file}: ${rank.engine} has answered «${rank.query}» (${rank.language}, ${rank.class}) in an earlier file`);
      process.exit(1);
    }
    answers.set(asked, rank);
  }
}

const rows = [];
const empty = [];
const times = [];
for (const [engine, answers] of engines) {
  const ranks = [...answers.values()];
  for (const [language, class_, list] of groups(ranks.filter(({ ids }) => ids.length > 0)))
    rows.push([language, class_, engine, String(list.length), ...Object.values(measures).map((of) => cell(list.map(of)))]);
  for (const [language, class_, list] of groups(ranks.filter(({ ids }) => ids.length === 0)))
    empty.push([language, class_, engine, String(list.length), cell(list.map(({ found }) => (found.length > 0 ? 1 : 0)))]);
  const ms = ranks.map((rank) => rank.ms).filter(Number.isFinite).sort((a, b) => a - b);
  if (ms.length > 0) times.push([engine, String(ms.length), ms[ms.length >> 1].toFixed(2), ms[Math.floor(ms.length * 0.95)].toFixed(2), ms.at(-1).toFixed(2)]);
}
// Engines stand under each other, class by class; the sort is stable.
const order = (list) => {
  const seen = [...new Set(list.map(([language, class_]) => language + "\t" + class_))];
  const rank = ([language, class_]) => [[...new Set(list.map((row) => row[0]))].indexOf(language), class_ === all ? seen.length : seen.indexOf(language + "\t" + class_)];
  return list.sort((a, b) => rank(a)[0] - rank(b)[0] || rank(a)[1] - rank(b)[1]);
};
table("Queries with right pages", ["lang", "class", "engine", "n", ...Object.keys(measures)], order(rows));
table("Queries with none: the share that got answers nevertheless", ["lang", "class", "engine", "n", "answered"], order(empty));
table("Milliseconds per query", ["engine", "n", "median", "95 %", "most"], times);

if (engines.has(own)) {
  const pairs = [];
  for (const [engine, answers] of engines) {
    if (engine === own) continue;
    const both = [...engines.get(own)].filter(([asked, { ids }]) => ids.length > 0 && answers.has(asked));
    const differing = both.filter(([asked, { ids }]) => ids.join(" ") !== answers.get(asked).ids.join(" "));
    const alone = [...engines.get(own)].filter(([, { ids }]) => ids.length > 0).length - both.length;
    const theirs = [...answers.values()].filter(({ ids }) => ids.length > 0).length - both.length;
    if (differing.length > 0) console.error(`score: ${own} and ${engine} were told different right pages for ${differing.length} queries`);
    if (alone + theirs > 0) console.error(`score: only ${own} has answered ${alone} queries, only ${engine} ${theirs}; they are not compared`);
    const joined = both.map(([asked, rank]) => ({ ...rank, other: answers.get(asked) }));
    for (const [language, class_, list] of groups(joined)) {
      const difference = (of) => cell(list.map((rank) => of(rank) - of(rank.other)), true);
      pairs.push([language, class_, engine, String(list.length), difference(within(3)), difference(reciprocal)]);
    }
  }
  table(`${own} less another, on the same queries`, ["lang", "class", "other", "n", "success@3", "MRR@10"], order(pairs));
}
