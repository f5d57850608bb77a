import { sheetOf } from "./answers";
import { curve, mark, marks, onSpoke, path, roomy, rules, share, type Box } from "./charts";
import { h, svg } from "./dom";
import { rings, seriesOf, type Series } from "./series";
import { folded, section, type Shelf } from "./owner";
import { day, type Words } from "./words";

const width = 320;
const plot: Box = { x: 30, y: 24, width: 272, height: 112 };
const centre = { x: 160, y: 120 };
const radius = 92;

/** What was said on scales over time; undefined when nothing was. */
export function curves({ copies, sheets, words, site }: Shelf): HTMLElement | undefined {
  const all = seriesOf(copies, sheets);
  if (!all.length) return undefined;
  const figures = all.map((series, i) => line(series, i, words, site.lang));
  for (const sheet of sheets) {
    const own = seriesOf(copies.filter((copy) => sheetOf(copy.sheet, sheets) === sheet), sheets);
    if (own.length > 2) figures.push(radar(own, sheet.title, words));
  }
  return section("curves", words.say("book.curves"), h("div", { class: "figures" }, ...figures));
}

/** One scale over time. Where several sheets ask it, each has a mark of its own. */
function line({ label, left, right, from, to, said }: Series, i: number, words: Words, lang: string): HTMLElement {
  const points = curve(said, from, to, plot);
  const room = roomy(points, 22);
  const kinds = [...new Set(said.map(({ copy }) => copy.sheet))];
  const when = (at: number): string => new Date(at).toLocaleDateString(lang, { day: "numeric", month: "short" });
  const picture = svg("svg", { viewBox: `0 0 ${width} 160`, class: "chart", role: "img", "aria-label": `${label} ${said.map(({ v }) => v).join(", ")}` },
    ...rules(from, to).map((v) => svg("path", { class: "chart-rule", d: `M${plot.x} ${high(v, from, to)}h${plot.width}` })),
    ...[from, to].map((v) => text(plot.x - 8, high(v, from, to) + 4, String(v), "end")),
    svg("path", { class: "chart-line", d: path(points) }),
    ...points.map((point, n) => svg("path", { class: "chart-mark", d: mark(kinds.indexOf(said[n]!.copy.sheet), point) })),
    ...points.flatMap((point, n) => (room[n] ? [text(point.x, point.y - 9, String(said[n]!.v), "middle", "chart-value")] : [])),
    ...ends(said.length).map((n) => text(points[n]!.x, 155, when(said[n]!.at), said.length === 1 ? "middle" : n ? "end" : "start")));
  return h("figure", {},
    h("figcaption", {}, h("h3", {}, label), meaning([to, right], [from, left])), picture,
    folded(`chart ${i} ${label}`, words.say("book.table"), h("table", {},
      h("thead", {}, h("tr", {}, ...["date", "value", "sitting"].map((name) => h("th", { scope: "col" }, words.say(`book.col.${name}`))))),
      h("tbody", {}, ...said.map(({ at, v, copy }) => h("tr", {}, h("td", {}, day(new Date(at), lang)), h("td", {}, String(v)), h("td", {}, copy.title)))))));
}

/** All scales of a sheet at once: now, the time before and the first time. Spokes are numbered, for the questions are long. */
function radar(all: readonly Series[], title: string, words: Words): HTMLElement {
  const spokes = all.map((_, i) => onSpoke(i, all.length, 1, centre, radius));
  const drawn = rings(all);
  const name = (ring: string): string => words.say(`book.ring.${ring}`);
  const picture = svg("svg", { viewBox: "30 0 260 240", class: "chart", role: "img", "aria-label": `${title}: ${drawn.map((ring) => name(ring.name)).join(", ")}` },
    ...[0.25, 0.5, 0.75, 1].map((part) => svg("path", { class: "chart-rule", d: path(all.map((_, i) => onSpoke(i, all.length, part, centre, radius)), true) })),
    ...spokes.map(({ x, y }) => svg("path", { class: "chart-rule", d: `M${centre.x} ${centre.y}L${x} ${y}` })),
    ...spokes.map((_, i) => {
      const { x, y } = onSpoke(i, all.length, 1.15, centre, radius);
      return text(x, y + 4, String(i + 1), "middle", "chart-value");
    }),
    ...drawn.flatMap(({ values }, n) => {
      const points = values.map((v, i) => (v === undefined ? undefined : onSpoke(i, all.length, share(v, all[i]!.from, all[i]!.to), centre, radius)));
      return [svg("path", { class: `chart-line ring-${n}`, d: path(points, true) }), ...points.flatMap((point) => (point ? [svg("path", { class: `chart-mark ring-${n}`, d: mark(n, point, 4) })] : []))];
    }).reverse());
  const key = h("ul", { class: "chart-key" }, ...drawn.map((ring, n) => h("li", {},
    svg("svg", { viewBox: "0 0 40 12", class: "chart-sample", "aria-hidden": "true" },
      svg("path", { class: `chart-line ring-${n}`, d: "M0 6H40" }), svg("path", { class: `chart-mark ring-${n}`, d: mark(n % marks, { x: 20, y: 6 }, 4) })),
    name(ring.name))));
  return h("figure", { class: "figure-radar" },
    h("figcaption", {}, h("h3", {}, `${title}: ${words.say("book.radar")}`)), picture, key,
    h("ol", { class: "chart-spokes" }, ...all.map(({ label }) => h("li", {}, label))),
    folded(`radar ${title}`, words.say("book.table"), h("table", {},
      h("thead", {}, h("tr", {}, h("th", { scope: "col" }, words.say("book.col.question")), ...drawn.map((ring) => h("th", { scope: "col" }, name(ring.name))))),
      h("tbody", {}, ...all.map(({ label }, i) => h("tr", {}, h("th", { scope: "row" }, label), ...drawn.map(({ values }) => h("td", {}, String(values[i] ?? "–")))))))));
}

function high(v: number, from: number, to: number): number {
  return plot.y + (1 - share(v, from, to)) * plot.height;
}

/** The first and the last of so many. */
function ends(n: number): number[] {
  return n > 1 ? [0, n - 1] : [0];
}

function text(x: number, y: number, said: string, anchor: string, kind = "chart-text"): SVGElement {
  return svg("text", { x, y, "text-anchor": anchor, class: kind }, said);
}

/** What the ends of a scale mean, the higher above. */
function meaning(...all: [v: number, means: string | undefined][]): HTMLElement {
  return h("p", { class: "book-hint" }, ...all.flatMap(([v, means]) => (means ? [h("span", {}, `${v}: ${means}`)] : [])));
}
