// What the tests of worksheets share: a handbook, a sheet, a filled-in copy and a chance that repeats.

export const site = { id: "kollega", title: "Kollega", lang: "nb", storage: "ask", keep: 0, workbook: "arbeidsbok.html" };

/** A sheet with a field of each type that takes an answer. */
export const sheet = (more = {}) => ({
  id: "session", rev: "r1", title: "Samtaleark", url: "", storage: "ask", keep: 0,
  fields: [
    { id: "goal", type: "short", label: "Hva vil du?", carry: true },
    { id: "story", type: "long", label: "Hva skjedde?" },
    { id: "safe", type: "scale", label: "Hvor trygg?", from: 1, to: 10 },
    { id: "role", type: "one", label: "Rolle", options: [{ id: "seeker", label: "Veisøker" }, { id: "guide", label: "Veileder" }], points: [1, 4] },
    { id: "rules", type: "several", label: "Regler", options: [{ id: "a", label: "Først" }, { id: "b", label: "Sist" }], points: [2, 3] },
    { id: "agreed", type: "tick", label: "Vi er enige" },
    { id: "again", type: "yesno", label: "Møtes igjen?" },
    { id: "when", type: "date", label: "Når?" },
    { id: "at", type: "time", label: "Klokka?" },
    { id: "count", type: "number", label: "Hvor mange?" },
    { id: "plan", type: "table", label: "Plan", carry: true, columns: [{ id: "action", label: "Tiltak" }, { id: "due", label: "Når" }] },
    { id: "total", type: "sum", label: "Sum", of: ["safe", "role", "rules"] },
  ],
  ...more,
});

const at = "2026-11-02T12:00:00.000Z";

/** A copy of it in which everything is answered, as JSON gives it. */
export const copy = (more = {}) => ({
  id: "00112233445566aa", rev: 3, sheet: "session", sheetRev: "r1", lang: "nb", title: "Samtaleark, 2. november 2026",
  created: "2026-11-02T11:00:00.000Z", changed: at, from: "", archived: false, deleted: "",
  answers: {
    goal: { v: "Lytte mer", t: "short", at },
    story: { v: "Først.\nSå <b>dette</b> & «hint».", t: "long", at },
    safe: { v: 3, t: "scale", at },
    role: { v: "guide", t: "one", at },
    rules: { v: ["b", "a"], t: "several", at },
    agreed: { v: true, t: "tick", at },
    again: { v: false, t: "yesno", at },
    when: { v: "2026-11-24", t: "date", at },
    at: { v: "14:05", t: "time", at },
    count: { v: 2.5, t: "number", at },
    plan: { v: [{ id: "r1", cells: { action: "Ringe", due: "fredag" } }, { id: "r2", cells: { action: "Skrive", due: "" }, done: "part" }], t: "table", at },
  },
  older: { before: { v: "gammelt svar", t: "long", label: "Hva var det?" } },
  ...more,
});

export const words = { say: (key, ...fill) => [key, ...fill].join(" ") };

/** Numbers from 0 up to 1 that are the same for the same seed (mulberry32). */
export function chance(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Random bytes that repeat. */
export function bytes(seed = 1) {
  const next = chance(seed);
  return (array) => array.map(() => Math.floor(next() * 256));
}

/** The same without the difference between an object with and without a prototype. */
export const plain = (value) => JSON.parse(JSON.stringify(value));
