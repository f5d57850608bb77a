/*
 * The geometry of curves and radars: numbers in, coordinates out. Whatever comes in,
 * no coordinate is NaN or infinite.
 */

export interface Point {
  x: number;
  y: number; // grows downwards
}

/** Where a plot lies in its drawing. */
export interface Box extends Point {
  width: number;
  height: number;
}

/** What was said at a moment, in milliseconds. */
export interface Said {
  at: number;
  v: number;
}

/** How far a value has come from one end to the other, from 0 to 1: the middle when there is no way between them. */
export function share(value: number, from: number, to: number): number {
  const part = (value - from) / (to - from);
  return Number.isFinite(part) ? Math.min(Math.max(part, 0), 1) : 0.5;
}

/** The points of a curve over time. Days that lie far apart are drawn far apart; a single one stands in the middle. */
export function curve(said: readonly Said[], from: number, to: number, box: Box): Point[] {
  const times = said.map(({ at }) => at).filter(Number.isFinite);
  const first = Math.min(...times);
  const last = Math.max(...times);
  return said.map(({ at, v }) => ({
    x: tenth(box.x + share(at, first, last) * box.width),
    y: tenth(box.y + (1 - share(v, from, to)) * box.height),
  }));
}

/** The point on one of `n` spokes around a centre, the first of which points up: 0 is the centre, 1 the rim. */
export function onSpoke(i: number, n: number, part: number, centre: Point, radius: number): Point {
  const angle = ((2 * i) / Math.max(n, 1) - 0.5) * Math.PI;
  return { x: tenth(centre.x + Math.cos(angle) * part * radius), y: tenth(centre.y + Math.sin(angle) * part * radius) };
}

/** The `d` of a path through points. It breaks off where one is missing; a ring closes only through neighbours. */
export function path(points: readonly (Point | undefined)[], ring = false): string {
  const gap = points.indexOf(undefined);
  const all = ring && gap >= 0 ? [...points.slice(gap + 1), ...points.slice(0, gap)] : points;
  let d = "";
  let pen = "M";
  for (const point of all) {
    if (point) d += `${pen}${point.x} ${point.y}`;
    pen = point ? "L" : "M";
  }
  return d && ring && gap < 0 ? `${d}Z` : d;
}

/** How many marks can be told apart. */
export const marks = 4;

/** The `d` of a mark around a point: a disc, a square, a triangle, a diamond. */
export function mark(shape: number, { x, y }: Point, r = 5): string {
  switch (shape % marks) {
    case 0: return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
    case 1: return `M${x - r} ${y - r}h${2 * r}v${2 * r}h${-2 * r}Z`;
    case 2: return `M${x} ${y - r}l${r} ${2 * r}h${-2 * r}Z`;
    default: return `M${x} ${y - r}l${r} ${r}l${-r} ${r}l${-r} ${-r}Z`;
  }
}

/** The whole values a scale is ruled at, its ends among them: all when there are few, evenly fewer when there are many. */
export function rules(from: number, to: number, most = 10): number[] {
  const stride = Math.max(1, Math.ceil((to - from) / most));
  const out: number[] = [];
  for (let v = from; v < to && out.length < most; v += stride) out.push(v);
  return Number.isFinite(from) && Number.isFinite(to) ? [...out, to] : [];
}

/** Which points of a curve have room for a text `gap` wide: the first, the last, and between them as many as go. */
export function roomy(points: readonly Point[], gap: number): boolean[] {
  const last = points.length - 1;
  let taken = -Infinity;
  return points.map(({ x }, i) => {
    const room = i === last || i === 0 || (x - taken >= gap && points[last]!.x - x >= gap);
    if (room) taken = x;
    return room;
  });
}

function tenth(n: number): number {
  return Number.isFinite(n) ? Math.round(n * 10) / 10 : 0;
}
