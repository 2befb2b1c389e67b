/** Relations drawn beside the text: thin lines in the gaps between lines and in the gutter, with the type's name. */

import { css, inkOf, leastOf } from '../../core/ink';
import type { Box } from './bars';
import type { Link } from './interface';
import type { Theme } from './theme';
import { layoutWires, roundedPath, type Wire, type WireItem, wireAt } from './wires';

/** More at once could not be told apart. */
const MOST = 300;

/** What the layer must know of the annotations that are mounted. */
export interface Places {
  ids(): Iterable<string>;
  /** The lines of each annotation, from the top left corner of what is mounted. */
  boxes(ids: ReadonlySet<string>): ReadonlyMap<string, readonly Box[]>;
  /** True when an annotation that is not mounted stands before what is. */
  isAbove(id: string): boolean;
}

export class RelationsLayer {
  private links: readonly Link[] = [];
  private byEnd = new Map<string, Link[]>();
  private current: string | null = null;
  private drawn = '';
  private wires: readonly Wire[] = [];
  private lit: string | null = null;

  constructor(
    private readonly svg: SVGSVGElement,
    private readonly places: Places,
  ) {}

  /** CURRENT is the picked annotation: its relations stand out. */
  set(links: readonly Link[], current: string | null): void {
    this.current = current;
    if (links === this.links) return;
    this.links = links;
    this.byEnd = new Map();
    for (const link of links)
      for (const end of new Set([link.from, link.to])) {
        const row = this.byEnd.get(end);
        if (row) row.push(link);
        else this.byEnd.set(end, [link]);
      }
  }

  /** The relation under a point of the window. */
  at(clientX: number, clientY: number): Link | null {
    if (this.wires.length === 0) return null;
    const { left, top } = this.svg.getBoundingClientRect();
    const id = wireAt(this.wires, clientX - left, clientY - top);
    return this.links.find((link) => link.id === id && !link.pending) ?? null;
  }

  /** The annotations that the relation ID joins. */
  endsOf(id: string): readonly string[] {
    const link = this.links.find((it) => it.id === id);
    return link ? [link.from, link.to] : [];
  }

  /** Makes the relation ID stand out, and no other any more; seen with the next `draw`. */
  light(id: string | null): void {
    this.lit = id;
  }

  /** Draws the relations with an end among the mounted annotations. */
  draw(theme: Theme): void {
    if (this.links.length === 0 && this.drawn === '') return;
    const links = this.mounted();
    const room = { gutter: this.gutter(), height: this.svg.clientHeight };
    const items = this.itemsOf(links);
    const look = JSON.stringify([items, links, room, theme, this.current, this.lit]);
    if (look === this.drawn) return;
    this.drawn = items.length === 0 ? '' : look;
    const byId = new Map(links.map((link) => [link.id, link]));
    this.wires = layoutWires(items, room);
    // The nearest come last, so that their names lie over the wires that pass them further out.
    this.svg.replaceChildren(
      ...[...this.wires].reverse().map((wire) => {
        const link = byId.get(wire.id) as Link;
        return wireElement(wire, link, { own: this.isOwn(link), lit: link.id === this.lit }, theme);
      }),
    );
  }

  private mounted(): Link[] {
    const found = new Set<Link>();
    if (this.byEnd.size === 0) return [];
    for (const id of this.places.ids()) {
      for (const link of this.byEnd.get(id) ?? []) found.add(link);
      if (found.size > MOST) break;
    }
    return [...found].slice(0, MOST);
  }

  private itemsOf(links: readonly Link[]): WireItem[] {
    const boxes = this.places.boxes(new Set(links.flatMap((link) => [link.from, link.to])));
    const end = (id: string) => boxes.get(id)?.[0] ?? (this.places.isAbove(id) ? 'above' : 'below');
    return links.map((link) => ({
      id: link.id,
      name: link.name,
      from: end(link.from),
      to: end(link.to),
      own: this.isOwn(link),
    }));
  }

  private isOwn({ pending, from, to }: Link): boolean {
    return pending || from === this.current || to === this.current;
  }

  /** How much room there is left of the text, in CSS pixels. */
  private gutter(): number {
    const column = this.svg.parentElement as HTMLElement;
    return column.offsetLeft;
  }
}

export function svgElement<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | number>>,
  ...children: readonly (Node | string)[]
): SVGElementTagNameMap[Name] {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...children);
  return element;
}

interface Look {
  readonly own: boolean;
  readonly lit: boolean;
}

function wireElement({ points, tip, name }: Wire, link: Link, { own, lit }: Look, theme: Theme): SVGElement {
  const group = svgElement('g', {
    class: `viewer-relation${own ? ' is-own' : ''}${lit ? ' is-lit' : ''}${link.pending ? ' is-pending' : ''}`,
    'data-relation': link.id,
    'data-from': link.from,
    'data-to': link.to,
    color: css(inkOf(link.color, theme.dark, leastOf(theme.contrast || theme.forced).name)),
  });
  group.append(svgElement('path', { class: 'viewer-wire', d: roundedPath(points) }));
  if (tip) {
    const [x, y] = tip;
    group.append(svgElement('path', { class: 'viewer-tip', d: `M${x} ${y}l-3.2 -5h6.4z` }));
  }
  if (name) {
    const turned = { x: name.x, y: name.y, transform: `rotate(-90 ${name.x} ${name.y})` };
    group.append(svgElement('text', turned, name.text));
  }
  return group;
}
