/** The margin column: a stripe for each annotation over its lines, and the names of their labels beside them. */

import { css, inkOf, leastOf } from '../../core/ink';
import { t } from '../../core/locale/t';
import type { Label } from '../../core/model';
import { layoutNames, layoutStripes, type Stripe, type StripeItem, type StripeName } from './stripes';
import { unknownLabel } from './styles';
import type { Theme } from './theme';

/** All in CSS pixels. */
const STRIPE_PITCH = 6;
const STRIPE_GAP = 2;
const NAME_HEIGHT = 16;
const NAME_REACH = 120;

export class Margin {
  private drawn = new Map<string, { element: HTMLElement; look: string }>();

  constructor(readonly element: HTMLElement) {}

  draw(
    items: readonly StripeItem[],
    labels: ReadonlyMap<string, Label>,
    current: string | null,
    theme: Theme,
  ): void {
    const old = this.drawn;
    this.drawn = new Map();
    const lookOf = (id: string) => labels.get(id) ?? unknownLabel;
    const least = leastOf(theme.contrast || theme.forced);
    const ink = (id: string, use: keyof typeof least) => css(inkOf(lookOf(id).color, theme.dark, least[use]));
    const stripes = layoutStripes(items, STRIPE_GAP);
    for (const row of stripes)
      this.put(
        old,
        `stripe ${row.id}`,
        [row, ink(row.label, 'mark'), titleOf(row, lookOf(row.label).name), row.id === current],
        stripeElement,
      );
    const names = layoutNames(items, NAME_HEIGHT, NAME_REACH);
    const lanes = lanesBeside(names, stripes);
    for (const [i, row] of names.entries()) {
      const left = (lanes[i] ?? 0) * STRIPE_PITCH + 4;
      const isCurrent = current !== null && row.ids.includes(current);
      const color = ink(row.label, 'name');
      this.put(old, `name ${row.ids[0]}`, [row, color, lookOf(row.label).name, isCurrent, left], nameElement);
    }
    for (const { element } of old.values()) element.remove();
  }

  /** Keeps the element that looks so already, else makes one. */
  private put<Look extends unknown[]>(
    old: Map<string, { element: HTMLElement; look: string }>,
    key: string,
    wanted: Look,
    make: (...look: Look) => HTMLElement,
  ): void {
    const look = JSON.stringify(wanted);
    const known = old.get(key);
    if (known?.look === look) {
      old.delete(key);
      this.drawn.set(key, known);
      return;
    }
    const element = make(...wanted);
    this.element.append(element);
    this.drawn.set(key, { element, look });
  }
}

/** How many lanes of stripes pass each name; names that follow each other closely keep one edge. */
function lanesBeside(names: readonly StripeName[], stripes: readonly Stripe[]): number[] {
  const lanes = names.map(({ top }) => {
    const passing = stripes.filter((stripe) => stripe.top < top + NAME_HEIGHT && stripe.bottom > top);
    return Math.max(0, ...passing.map((stripe) => stripe.lane + 1));
  });
  for (let from = 0; from < names.length; ) {
    let to = from + 1;
    while (to < names.length && topOf(names, to) - topOf(names, to - 1) <= NAME_HEIGHT) to++;
    lanes.fill(Math.max(...lanes.slice(from, to)), from, to);
    from = to;
  }
  return lanes;
}

const topOf = (names: readonly StripeName[], index: number) => names[index]?.top ?? 0;

/** A part of how a stripe looks, so that one in another language is made anew. */
const titleOf = (row: Stripe, name: string) =>
  row.suggested ? t('viewer.suggested', { label: name }) : name;

function stripeElement(row: Stripe, color: string, title: string, current: boolean): HTMLElement {
  const element = document.createElement('div');
  element.className = `viewer-stripe${current ? ' is-current' : ''}${row.suggested ? ' is-suggested' : ''}`;
  element.dataset.annotations = row.id;
  element.dataset.label = row.label;
  element.title = title;
  const { style } = element;
  style.left = `${row.lane * STRIPE_PITCH}px`;
  style.top = `${row.top}px`;
  style.height = `${row.bottom - row.top}px`;
  style.color = color;
  return element;
}

/** The name stands right beside the stripes that pass it. */
function nameElement(
  row: StripeName,
  color: string,
  name: string,
  current: boolean,
  left: number,
): HTMLElement {
  const element = document.createElement('div');
  element.className = current ? 'viewer-name is-current' : 'viewer-name';
  element.dataset.annotations = row.ids.join(' ');
  element.dataset.label = row.label;
  element.title = name;
  element.textContent = row.ids.length > 1 ? `${name} ×${row.ids.length}` : name;
  const { style } = element;
  style.left = `${left}px`;
  style.maxWidth = `calc(100% - ${left}px)`;
  style.top = `${row.top}px`;
  style.color = color;
  return element;
}

/** The annotations of the stripe or name that an event hit. */
export function annotationsOf(target: EventTarget | null): string[] {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-annotations]') : null;
  return element?.dataset.annotations?.split(' ') ?? [];
}
