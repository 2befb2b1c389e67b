/** What joins the parts of a discontinuous annotation: dots along a line, a bracket in the gutter from line to line. */

import { css, inkOf, leastOf } from '../../core/ink';
import type { Box } from './bars';
import { svgElement } from './relations-layer';
import type { Theme } from './theme';

export interface JoinedParts {
  readonly annotation: string;
  /** Of its label, `#rrggbb`. */
  readonly color: string;
  /** The lines of the mounted parts, in order, from the top left corner of what is mounted. */
  readonly boxes: readonly Box[];
}

/** Left of the text, in CSS pixels: nearer than the wires of relations. */
const BRACKET = -5;
const TICK = 3;

export class FragmentsLayer {
  private drawn = '';

  constructor(private readonly svg: SVGSVGElement) {}

  draw(rows: readonly JoinedParts[], theme: Theme): void {
    if (rows.length === 0 && this.drawn === '') return;
    const look = JSON.stringify([rows, theme]);
    if (look === this.drawn) return;
    this.drawn = rows.length === 0 ? '' : look;
    this.svg.replaceChildren(
      ...rows.map(({ annotation, color, boxes }) =>
        svgElement('path', {
          class: 'viewer-joint',
          'data-annotation': annotation,
          color: css(inkOf(color, theme.dark, leastOf(theme.contrast || theme.forced).mark)),
          d: joints(boxes),
        }),
      ),
    );
  }
}

const middle = ({ top, bottom }: Box) => Math.round((top + bottom) / 2);

function joints(boxes: readonly Box[]): string {
  const parts: string[] = [];
  boxes.forEach((box, i) => {
    const next = boxes[i + 1];
    if (next && Math.abs(next.top - box.top) < 5 && next.left > box.right)
      parts.push(`M${box.right + 1} ${box.bottom - 0.5}H${next.left - 1}`);
  });
  const heights = [...new Set(boxes.map(middle))];
  const [first, last] = [Math.min(...heights), Math.max(...heights)];
  if (last - first > 5) {
    parts.push(`M${BRACKET} ${first}V${last}`, ...heights.map((y) => `M${BRACKET} ${y}h${TICK}`));
  }
  return parts.join('');
}
