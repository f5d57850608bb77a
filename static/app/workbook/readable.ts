import { answerText, columnsOf, isAnswered, isFilled, isRows, labelOf, sheetOf, statusText, sum, type FieldOutline, type Outline, type Speaker } from "./answers";
import type { Copy, Row, Value } from "./types";
import { day } from "./words";

/** The id of the element that holds a backup's data. */
export const dataId = "kollega-workbook";

const style = `body{font:1rem/1.5 system-ui,sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem;color:#111;background:#fff}
h1,h2,h3,h4{line-height:1.25;break-after:avoid}h2{margin-top:2.5rem;border-top:1px solid;padding-top:1rem}h4{margin:1rem 0 0}
p{margin:.25rem 0;white-space:pre-wrap;overflow-wrap:anywhere}table{border-collapse:collapse;width:100%}
th,td{border:1px solid;padding:.25rem .5rem;text-align:start;vertical-align:top;white-space:pre-wrap;overflow-wrap:anywhere}
@media print{body{max-width:none;margin:0;padding:0}tr{break-inside:avoid}}`;

/** What a backup in readable form is made of. */
export interface Readable {
  json: string; // of writeBackup
  copies: readonly Copy[]; // the same ones
  sheets: readonly Outline[];
  lang: string; // of the words
  exported: string; // ISO time
}

/**
 * A backup as one page of HTML that needs nothing else: it opens and prints anywhere
 * and reads back in. Nothing in it runs, and nothing in its title tells what it holds.
 */
export function readableBackup({ json, copies, sheets, lang, exported }: Readable, words: Speaker): string {
  const body = [...copies]
    .sort((a, b) => (a.created < b.created ? -1 : a.created > b.created ? 1 : a.id < b.id ? -1 : 1))
    .map((copy) => article(copy, sheetOf(copy.sheet, sheets), words, lang));
  return page(lang, words.say("backup.title"), words.say("backup.intro", day(exported, lang)), body.join(""), json);
}

/** The same for a backup that is locked: of what it holds it tells nothing. */
export function readableLocked(json: string, lang: string, words: Speaker): string {
  return page(lang, words.say("backup.title"), words.say("backup.locked"), "", json);
}

function page(lang: string, title: string, intro: string, body: string, json: string): string {
  return `<!doctype html>
<html lang="${escape(lang)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${escape(title)}</title>
<style>${style}</style>
</head>
<body>
<h1>${escape(title)}</h1>
<p>${escape(intro)}</p>
${body}<script type="application/json" id="${dataId}">${inScript(json)}</script>
</body>
</html>
`;
}

function article(copy: Copy, sheet: Outline | undefined, words: Speaker, lang: string): string {
  const fields = sheet?.fields ?? [];
  const others = Object.keys(copy.answers).filter((id) => !fields.some((field) => field.id === id)).sort();
  const asked = [...fields.map((field) => told(field, copy, sheet, words, lang)), ...others.map((id) => told({ id, type: "long", label: id }, copy, sheet, words, lang))];
  const older = Object.entries(copy.older).map(([id, { v, t, label }]) => {
    const before = fields.find((field) => field.id === id);
    return question({ ...before, id, type: t, label: label || before?.label || id }, v, words, lang);
  }).join("");
  const where = [sheet?.title ?? copy.sheet, day(copy.created, lang), copy.deleted ? words.say("backup.bin") : copy.archived ? words.say("backup.archived") : ""];
  return `<article lang="${escape(copy.lang)}">
<h2>${escape(copy.title)}</h2>
<p>${escape(where.filter(Boolean).join(" · "))}</p>
${asked.join("")}${older && `<h3>${escape(words.say("backup.older"))}</h3>\n${older}`}</article>
`;
}

/** A field with its answer, or nothing when it has none. */
function told(field: FieldOutline, copy: Copy, sheet: Outline | undefined, words: Speaker, lang: string): string {
  const answer = Object.entries(copy.answers).find(([id]) => id === field.id)?.[1];
  const total = field.type === "sum" && sheet ? sum(field, sheet, copy.answers) : undefined;
  if (total !== undefined) return question(field, total, words, lang);
  return answer && isAnswered(answer) ? question({ ...field, type: answer.t }, answer.v, words, lang) : "";
}

function question(field: FieldOutline, v: Value, words: Speaker, lang: string): string {
  const said = isRows(v) ? table(field, v, words) : `<p>${escape(answerText(field, v, words, lang))}</p>`;
  return `<h4>${escape(field.label)}</h4>\n${said}\n`;
}

function table(field: FieldOutline, rows: readonly Row[], words: Speaker): string {
  const columns = columnsOf(field, rows);
  const status = rows.some((row) => row.done);
  const head = columns.map((id) => `<th>${escape(labelOf(field.columns, id))}</th>`);
  const lines = rows.filter(isFilled).map((row) => {
    const cells = [...columns.map((id) => row.cells[id] ?? ""), ...(status ? [statusText(row, words)] : [])];
    return `<tr>${cells.map((cell) => `<td>${escape(cell)}</td>`).join("")}</tr>`;
  });
  return `<table><tr>${head.join("")}${status ? "<th></th>" : ""}</tr>${lines.join("")}</table>`;
}

const entities: ReadonlyMap<string, string> = new Map([["&", "&amp;"], ["<", "&lt;"], [">", "&gt;"], ['"', "&quot;"], ["'", "&#39;"]]);

/** A text as HTML, in an element or in an attribute's quotes. */
function escape(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => entities.get(mark) ?? "");
}

/** JSON that can end no script element and no line: the marks become escapes of JSON itself. */
function inScript(json: string): string {
  return json.replace(/[<>&\u2028\u2029]/g, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
