/** The margin column: a stripe for each annotation over its lines, and the names of their labels beside them. */
import type { Label } from '../../core/model';
import { css, inkOf } from './colors';
import { layoutNames, layoutStripes, type Stripe, type StripeItem, type StripeName } from './stripes';
import { unknownLabel } from './styles';
import type { Theme } from './theme';

/** All in CSS pixels. */
const STRIPE_PITCH = 6;
const STRIPE_GAP = 2;
const NAME_HEIGHT = 16;
const NAME_REACH = 120;
/** The contrast that small type needs. */
const READABLE = 4.6;

export class Margin {
  private drawn = '';

  constructor(readonly element: HTMLElement) {}

  draw(
    items: readonly StripeItem[],
    labels: ReadonlyMap<string, Label>,
    current: string | null,
    theme: Theme,
  ): void {
    const looks = [...labels.values()].map(({ id, name, color }) => [id, name, color]);
    const wanted = JSON.stringify([items, current, theme, looks]);
    if (wanted === this.drawn) return;
    this.drawn = wanted;
    const look = (id: string) => labels.get(id) ?? unknownLabel;
    const ink = (id: string, least?: number) => css(inkOf(look(id).color, theme.dark, least));
    const stripes = layoutStripes(items, STRIPE_GAP);
    const names = layoutNames(items, NAME_HEIGHT, NAME_REACH);
    this.element.replaceChildren(
      ...stripes.map((row) => stripeElement(row, ink(row.label), look(row.label).name, row.id === current)),
      ...names.map((row) =>
        nameElement(
          row,
          stripes,
          ink(row.label, READABLE),
          look(row.label).name,
          current !== null && row.ids.includes(current),
        ),
      ),
    );
  }
}

function stripeElement(row: Stripe, color: string, name: string, current: boolean): HTMLElement {
  const element = document.createElement('div');
  element.className = current ? 'viewer-stripe is-current' : 'viewer-stripe';
  element.dataset.annotations = row.id;
  element.dataset.label = row.label;
  element.title = name;
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
  stripes: readonly Stripe[],
  color: string,
  name: string,
  current: boolean,
): HTMLElement {
  const passing = stripes.filter((stripe) => stripe.top < row.top + NAME_HEIGHT && stripe.bottom > row.top);
  const lanes = Math.max(0, ...passing.map((stripe) => stripe.lane + 1));
  const element = document.createElement('div');
  element.className = current ? 'viewer-name is-current' : 'viewer-name';
  element.dataset.annotations = row.ids.join(' ');
  element.dataset.label = row.label;
  element.title = name;
  element.textContent = row.ids.length > 1 ? `${name} ×${row.ids.length}` : name;
  const { style } = element;
  style.left = `${lanes * STRIPE_PITCH + 4}px`;
  style.top = `${row.top}px`;
  style.color = color;
  return element;
}

/** The annotations of the stripe or name that an event hit. */
export function annotationsOf(target: EventTarget | null): string[] {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-annotations]') : null;
  return element?.dataset.annotations?.split(' ') ?? [];
}
