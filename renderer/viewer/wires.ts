/** The ways that relations take: up from a word, along the gap between two lines, down the gutter. Pure; CSS pixels. */
import type { Box } from './bars';

export interface WireItem {
  readonly id: string;
  readonly name: string;
  /** The first line of each end; an end that is not mounted is above or below all that is. */
  readonly from: Box | 'above' | 'below';
  readonly to: Box | 'above' | 'below';
  /** It belongs to the picked annotation: it gets a lane before the others. */
  readonly own: boolean;
}

export interface Wire {
  readonly id: string;
  readonly points: readonly (readonly [x: number, y: number])[];
  /** Where the arrow's tip is; null when the end is not mounted. */
  readonly tip: readonly [x: number, y: number] | null;
  /** The middle of the name, which is written upwards in the gutter; null where there is no room. */
  readonly name: { readonly text: string; readonly x: number; readonly y: number } | null;
}

export interface Room {
  /** Of the gutter left of the text. */
  readonly gutter: number;
  /** Of what is mounted. */
  readonly height: number;
}

/** How far above the letters a wire runs: in the gap between two lines. */
const RISE = 2.5;
/** The nearest lane of the gutter, and from lane to lane: a line and a name. */
const NEAREST = 11;
const PITCH = 13;
const NAME_LENGTH = 22;
const CHARACTER = 5.6;
/** Wires leave and reach a word on either side of its middle, but no further in than this. */
const INSET = 22;
const APART = 3;

const sameLine = (a: Box, b: Box) => Math.abs(a.top - b.top) < 5;

/** Between what heights the wire, its name included, needs the gutter. */
function reach({ from, to, name }: WireItem, height: number): readonly [top: number, bottom: number] {
  const ys = [from, to].map((end) => (end === 'above' ? 0 : end === 'below' ? height : end.top - RISE));
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const half = (Math.min(name.length, NAME_LENGTH) * CHARACTER) / 2 + 4;
  const middle = (top + bottom) / 2;
  return [Math.min(top, middle - half), Math.max(bottom, middle + half)];
}

const columnOf = (box: Box, side: -1 | 1) =>
  box.left + Math.min((box.right - box.left) / 2, INSET) + side * APART;

/**
 * Lays the wires out: own ones first, then the short ones, nearest to the text; those for which no lane is left go
 * without a name.
 */
export function layoutWires(items: readonly WireItem[], { gutter, height }: Room): Wire[] {
  const lanes = Math.max(1, Math.floor((gutter - NEAREST) / PITCH));
  const taken: (readonly [number, number])[][] = Array.from({ length: lanes }, () => []);
  const sorted = items
    .map((item) => ({ item, reach: reach(item, height) }))
    .sort(
      (a, b) =>
        Number(b.item.own) - Number(a.item.own) ||
        a.reach[1] - a.reach[0] - (b.reach[1] - b.reach[0]) ||
        a.reach[0] - b.reach[0],
    );
  return sorted.map(({ item, reach: [top, bottom] }) => {
    const free = taken.findIndex((row) => row.every(([from, to]) => bottom < from || to < top));
    const lane = free < 0 ? lanes - 1 : free;
    taken[lane]?.push([top, bottom]);
    return wireOf(item, -(NEAREST + lane * PITCH), free >= 0 && gutter >= NEAREST + PITCH, height);
  });
}

function wireOf({ id, name, from, to }: WireItem, x: number, named: boolean, height: number): Wire {
  const yOf = (end: Box | 'above' | 'below') =>
    end === 'above' ? 0 : end === 'below' ? height : end.top - RISE;
  const [y1, y2] = [yOf(from), yOf(to)];
  const points: (readonly [number, number])[] = [];
  if (typeof from === 'object') points.push([columnOf(from, 1), from.top + 1], [columnOf(from, 1), y1]);
  const direct = typeof from === 'object' && typeof to === 'object' && sameLine(from, to);
  if (!direct) points.push([x, y1], [x, y2]);
  if (typeof to === 'object')
    points.push([columnOf(to, -1), direct ? y1 : y2], [columnOf(to, -1), to.top + 1]);
  const text = name.length > NAME_LENGTH ? `${name.slice(0, NAME_LENGTH - 1)}…` : name;
  return {
    id,
    points,
    tip: typeof to === 'object' ? [columnOf(to, -1), to.top + 1.5] : null,
    name: named ? { text, x: x - 4, y: (y1 + y2) / 2 } : null,
  };
}

/** How near the pointer must be: in the gutter, and among the lines, where it may be meant for the words. */
const NEAR = { gutter: 5, text: 2.5 };

/** Of WIRES the one that is nearest to a point and near enough; its name counts as the wire. */
export function wireAt(wires: readonly Wire[], x: number, y: number): string | null {
  let [found, best]: [string | null, number] = [null, x < 0 ? NEAR.gutter : NEAR.text];
  for (const { id, points, name } of wires) {
    const far = isOnName(name, x, y) ? 0 : distance(points, x, y);
    if (far <= best) [found, best] = [id, far];
  }
  return found;
}

function isOnName(name: Wire['name'], x: number, y: number): boolean {
  if (!name) return false;
  const half = (name.text.length * CHARACTER) / 2;
  return x > name.x - 10 && x < name.x + 4 && Math.abs(y - name.y) < half;
}

/** Of a point from a way whose parts are level or upright. */
function distance(points: Wire['points'], x: number, y: number): number {
  let least = Number.POSITIVE_INFINITY;
  points.forEach(([x1, y1], i) => {
    const [x2, y2] = points[i + 1] ?? [x1, y1];
    const dx = Math.max(Math.min(x1, x2) - x, 0, x - Math.max(x1, x2));
    const dy = Math.max(Math.min(y1, y2) - y, 0, y - Math.max(y1, y2));
    least = Math.min(least, Math.hypot(dx, dy));
  });
  return least;
}

/** POINTS as an SVG path with rounded corners. */
export function roundedPath(points: readonly (readonly [number, number])[], radius = 3): string {
  const parts = points.map(([x, y], i) => {
    const [before, after] = [points[i - 1], points[i + 1]];
    if (!before) return `M${at(x, y)}`;
    if (!after) return `L${at(x, y)}`;
    const towards = ([px, py]: readonly [number, number]) => {
      const far = Math.hypot(px - x, py - y);
      const share = far === 0 ? 0 : Math.min(radius, far / 2) / far;
      return at(x + (px - x) * share, y + (py - y) * share);
    };
    return `L${towards(before)}Q${at(x, y)} ${towards(after)}`;
  });
  return parts.join('');
}

const at = (x: number, y: number) => `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;
