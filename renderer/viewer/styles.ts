/** The style sheet of the highlights. Literal colours: Chrome 114 paints no `::highlight` that uses var(). */
import type { Label } from '../../core/model';
import { css, inkOf, parseHex } from './colors';
import type { Theme } from './theme';

/** Fills beyond the fourth nesting share its lane: more layers of colour only make mud. */
export const FILL_LANES = 4;

/** Deeper lanes are fainter, so that four fills on one another stay readable. */
const FILL_LIGHT = [0.2, 0.16, 0.13, 0.1] as const;
const FILL_DARK = [0.32, 0.24, 0.18, 0.14] as const;

/** What an annotation of a label that the schema does not know is painted as. */
export const unknownLabel: Label = {
  id: '',
  name: 'Unknown label',
  color: '#808080',
  key: null,
  parent: null,
  description: '',
};

/** The name under which a label's fill of a lane is found in CSS.highlights. */
export const fillName = (label: string, lane: number) => `label-${label}-${Math.min(lane, FILL_LANES - 1)}`;

/** The name of the highlight of the current annotation. */
export const currentName = (label: string) => `current-${label}`;

export const MARK = 'search';
export const SELECTION = 'selection';

/** Later ones are painted over earlier ones. */
export const priority = { mark: 10, current: 20, selection: 30 } as const;

export function sheetText(labels: readonly Label[], theme: Theme, quoted: (name: string) => string): string {
  const rule = (name: string, body: string) => `::highlight(${quoted(name)}) { ${body} }`;
  const rules = [...labels, unknownLabel].flatMap(({ id, color }) => labelRules(id, color, theme, rule));
  rules.push(rule(MARK, theme.forced ? 'background-color: Mark; color: MarkText' : markBody(theme)));
  rules.push(
    rule(
      SELECTION,
      theme.forced ? 'background-color: Highlight; color: HighlightText' : selectionBody(theme),
    ),
  );
  return rules.join('\n');
}

function labelRules(
  id: string,
  color: string,
  theme: Theme,
  rule: (name: string, body: string) => string,
): string[] {
  const ink = inkOf(color, theme.dark, theme.contrast ? 4.5 : 3);
  const line = `text-decoration: underline 2px ${css(ink)}`;
  // In forced colours the bars below the lines tell the labels apart; fills would be overruled.
  if (theme.forced) return [rule(currentName(id), 'background-color: Mark; color: MarkText')];
  const fills = theme.dark ? FILL_DARK : FILL_LIGHT;
  const more = theme.contrast ? 1.4 : 1;
  const base = theme.dark ? ink : parseHex(color);
  return [
    ...fills.map((alpha, lane) =>
      rule(fillName(id, lane), `background-color: ${css(base, Math.min(alpha * more, 0.45))}`),
    ),
    rule(currentName(id), `background-color: ${css(base, theme.dark ? 0.5 : 0.42)}; ${line}`),
  ];
}

const markBody = ({ dark }: Theme) =>
  dark
    ? 'background-color: rgba(250, 204, 21, 0.38); text-decoration: underline 1px rgb(250, 204, 21)'
    : 'background-color: rgba(255, 214, 0, 0.5); text-decoration: underline 1px rgb(133, 100, 0)';

const selectionBody = ({ dark }: Theme) =>
  dark ? 'background-color: rgba(96, 165, 250, 0.42)' : 'background-color: rgba(37, 99, 235, 0.24)';
