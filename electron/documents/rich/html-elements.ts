/** What the elements of HTML are to the projection: blocks, formats, or nothing. */

import { Format } from '../../../core/rich';
import type { Omitted } from '../../../core/rich-builder';

/** They begin and end a line of their own. */
export const blocks: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption ' +
    'figure footer form h1 h2 h3 h4 h5 h6 header hgroup html legend li main menu nav ol optgroup p pre search ' +
    'section summary table tbody thead tfoot tr td th ul'
  ).split(' '),
);

export const formats: Readonly<Record<string, number>> = {
  b: Format.bold,
  strong: Format.bold,
  i: Format.italic,
  em: Format.italic,
  cite: Format.italic,
  dfn: Format.italic,
  var: Format.italic,
  u: Format.underline,
  ins: Format.underline,
  s: Format.strike,
  strike: Format.strike,
  del: Format.strike,
  sub: Format.sub,
  sup: Format.sup,
  code: Format.code,
  kbd: Format.code,
  samp: Format.code,
  tt: Format.code,
};

/** What is left out with all that it holds, and how that is told. */
export const omitted: Readonly<Record<string, Omitted>> = {
  script: 'scripts',
  style: 'style-sheets',
  title: 'page-titles',
  noscript: 'no-script',
  template: 'templates',
  input: 'form-fields',
  select: 'form-fields',
  textarea: 'form-fields',
  button: 'buttons',
  datalist: 'form-fields',
  iframe: 'embedded-pages',
  frame: 'embedded-pages',
  object: 'embedded-objects',
  embed: 'embedded-objects',
  applet: 'embedded-objects',
  audio: 'media',
  video: 'media',
  canvas: 'drawings',
  svg: 'drawings',
  math: 'formulas',
  map: 'image-maps',
};

/** Says nothing that a reader would see, and is not worth telling. */
export const silent: ReadonlySet<string> = new Set(
  'meta link base wbr col colgroup source track param area'.split(' '),
);
