/** What the highlights look like. Literal colours: Chrome 114 paints no `::highlight` that uses var(). */

import { css, inkOf, leastOf, parseHex } from '../../core/ink';
import { t } from '../../core/locale/t';
import type { Label } from '../../core/model';
import type { Theme } from './theme';

/** The strength of a fill by its lane, see fillLane(); the last of three is registered, but not painted. */
const FILL_LIGHT = [0.2, 0.11, 0, 0.18, 0.1, 0] as const;
const FILL_DARK = [0.3, 0.15, 0, 0.24, 0.13, 0] as const;

/**
 * The fill of a span. Lanes from 3 on are for spans that lie on another one of their label, since ranges of one
 * Highlight don't blend. Deep nesting is fainter, and below the fourth level bare: more colours only make mud.
 */
export const fillLane = (sameLabelDepth: number, depth: number) =>
  Math.min(sameLabelDepth, 1) * 3 + (depth >= 4 ? 2 : depth >= 2 ? 1 : 0);

/** The lane that is registered, but not painted. */
export const BARE = 2;

/** What an annotation of a label that the schema does not know is painted as. */
export const unknownLabel: Label = {
  id: '',
  get name() {
    return t('viewer.unknown-label');
  },
  color: '#808080',
  key: null,
  parent: null,
  description: '',
  memo: '',
};

/** The name under which a label's fill of a lane is found in CSS.highlights. */
export const fillName = (label: string, lane: number) => `label-${label}-${lane}`;

/** The name of the highlight of the current annotation. */
export const currentName = (label: string) => `current-${label}`;

export const MARK = 'search';
export const SELECTION = 'selection';

/** Later ones are painted over earlier ones. */
export const priority = { mark: 10, current: 20, selection: 30 } as const;

/** What each highlight looks like, by its name. */
export function highlightStyles(labels: readonly Label[], theme: Theme): Map<string, string> {
  const styles = new Map<string, string>();
  for (const { id, color } of [...labels, unknownLabel]) addLabel(styles, id, color, theme);
  styles.set(MARK, theme.forced ? 'background-color: Mark; color: MarkText' : markBody(theme));
  const color = theme.forced ? '; color: HighlightText' : '';
  styles.set(SELECTION, `background-color: ${selectionColor(theme)}${color}`);
  return styles;
}

function addLabel(styles: Map<string, string>, id: string, color: string, theme: Theme): void {
  const ink = inkOf(color, theme.dark, leastOf(theme.contrast || theme.forced).mark);
  const base = theme.dark ? ink : parseHex(color);
  const more = theme.contrast || theme.forced ? 1.4 : 1;
  (theme.dark ? FILL_DARK : FILL_LIGHT).forEach((alpha, lane) => {
    if (alpha === 0) return;
    styles.set(fillName(id, lane), `background-color: ${css(base, Math.min(alpha * more, 0.42))}`);
  });
  const line = `text-decoration: underline 2px ${css(ink)}`;
  styles.set(currentName(id), `background-color: ${css(base, theme.dark ? 0.5 : 0.42)}; ${line}`);
}

const markBody = ({ dark }: Theme) =>
  dark
    ? 'background-color: rgba(250, 204, 21, 0.38); text-decoration: underline 1px rgb(250, 204, 21)'
    : 'background-color: rgba(255, 214, 0, 0.5); text-decoration: underline 1px rgb(133, 100, 0)';

export const selectionColor = ({ dark, forced }: Theme) =>
  forced ? 'Highlight' : dark ? 'rgba(96, 165, 250, 0.42)' : 'rgba(37, 99, 235, 0.24)';
