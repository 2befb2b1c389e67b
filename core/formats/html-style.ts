/** How a reading copy looks, on paper and on screens, light and dark. */
import type { Label } from '../model';
import { LANES } from './html-marks';

const channels = (color: string): readonly number[] =>
  [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16) || 0);

const light = (color: string) => channels(color).join(' ');
/** The same hue, light enough to be seen on dark. */
const dark = (color: string) =>
  channels(color)
    .map((it) => Math.round(it + (255 - it) * 0.42))
    .join(' ');

/** What a label that the schema lacks is painted in. */
const OTHER = '#666666';

const base = `
:root{--bg:#fdfcf9;--fg:#1f1e1b;--muted:#68645b;--line:#dcd8ce;--tint:.15;color-scheme:light dark;
--ui:system-ui,-apple-system,"Segoe UI","Noto Sans",sans-serif;
--serif:Charter,"Iowan Old Style","Source Serif 4",Georgia,"Noto Serif","DejaVu Serif",serif}
*{box-sizing:border-box}
html{background:var(--bg);-webkit-text-size-adjust:100%}
body{max-width:62rem;margin:0 auto;padding:3.5rem 2rem 5rem;color:var(--fg);font:1.06rem/1.75 var(--serif)}
a{color:inherit;text-decoration:none}
a:hover{text-decoration:underline}
header>.kind,.facts,.legend,.margin,.relations,footer,h3{font-family:var(--ui)}
.kind{margin:0;color:var(--muted);font-size:.8rem}
h1{margin:.1rem 0 0;font-size:2.1rem;line-height:1.2;font-weight:600;letter-spacing:-.01em}
h2{margin:0 0 .4rem;font-size:1.35rem;line-height:1.3;font-weight:600;overflow-wrap:anywhere}
h3{margin:2.2rem 0 .5rem;font-size:.82rem;font-weight:600;color:var(--muted)}
.legend{display:grid;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr));gap:.5rem 2rem;margin:1.6rem 0 0;padding:0;
list-style:none;font-size:.83rem;line-height:1.4}
.legend li{display:grid;grid-template-columns:auto 1fr auto;gap:0 .55rem;align-items:baseline;align-content:start;break-inside:avoid}
.legend .about{grid-column:2/-1;color:var(--muted)}
.legend .count,.number{color:var(--muted);font-variant-numeric:tabular-nums}
.swatch{display:inline-block;width:.72em;height:.72em;border-radius:2px;background:rgb(var(--c))}
.arrow{color:rgb(var(--c))}
article{margin-top:3.2rem;padding-top:2.2rem;border-top:1px solid var(--line)}
.facts{margin:0 0 1.6rem;color:var(--muted);font-size:.83rem;line-height:1.55}
.facts p{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}
.facts .tally{display:flex;flex-wrap:wrap;gap:0 1.1rem;white-space:normal}
.facts .tally span{white-space:nowrap}
.facts b{font-weight:600;color:var(--fg)}
.row{display:grid;grid-template-columns:minmax(0,1fr) 14.5rem;column-gap:2.4rem}
.row>p{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}
.loose .row>p{margin-bottom:.65em}
.gap{height:1em}
mark{color:inherit;background:rgb(var(--c)/var(--tint));border-bottom:2px solid rgb(var(--c));border-radius:1px;
padding-bottom:calc(var(--l)*4px);-webkit-box-decoration-break:clone;box-decoration-break:clone}
mark.part{border-bottom-style:dashed}
.n{margin:0 .12em 0 .1em;color:var(--muted);font:600 .66em/1 var(--ui);vertical-align:.5em;font-variant-numeric:tabular-nums}
.margin{margin:.15rem 0 .5rem;padding:0;list-style:none;font-size:.76rem;line-height:1.45}
.margin li{padding-left:.6rem;border-left:3px solid rgb(var(--c));margin-bottom:.28rem;break-inside:avoid;overflow-wrap:anywhere}
.margin b{font-weight:600}
.margin .said,.margin .note{display:block;color:var(--muted)}
.margin .note{color:var(--fg);font-family:var(--serif);font-size:1.06em;white-space:pre-wrap}
.relations{margin:0;padding:0;list-style:none;font-size:.85rem;line-height:1.6}
.relations li{break-inside:avoid;overflow-wrap:anywhere}
.relations .said{color:var(--muted)}
footer{margin-top:3.5rem;padding-top:1.2rem;border-top:1px solid var(--line);font-size:.85rem;line-height:1.55}
footer h3:first-child{margin-top:0}
table{border-collapse:collapse}
td,th{padding:.15rem 1.6rem .15rem 0;text-align:left;font-weight:400;vertical-align:baseline}
thead th{color:var(--muted)}
td.number{text-align:right}
.none{color:var(--muted);font-style:italic}
:target{outline:2px solid rgb(var(--c,104 100 91));outline-offset:2px}
`;

const onDark = `:root{--bg:#1a1b1d;--fg:#e7e4de;--muted:#a19d94;--line:#393b41;--tint:.24}`;

const narrow = `@media screen and (max-width:46rem){body{padding:2rem 1.1rem 3rem}.row{display:block}.margin{margin:.3rem 0 1rem .2rem}}`;

const print = `@media print{@page{margin:17mm 15mm}
:root{--bg:#fff;--fg:#000;--muted:#555;--line:#bbb}
body{max-width:none;padding:0;font-size:10.5pt;line-height:1.65}
mark,.swatch,.margin li{-webkit-print-color-adjust:exact;print-color-adjust:exact}
.row{grid-template-columns:minmax(0,1fr) 44mm;column-gap:8mm}
article{margin-top:0;padding-top:0;border-top:0;break-before:page}
header+article{break-before:auto;margin-top:9mm;padding-top:7mm;border-top:1px solid var(--line)}
h2,h3{break-after:avoid}p{orphans:2;widows:2}footer{break-before:auto}}`;

/** The style sheet; the label at place N of LABELS has the class `kN`, any other `kx`. */
export function styleOf(labels: readonly Label[], relationColors: readonly string[]): string {
  const rules = (paint: (color: string) => string) =>
    [
      `.kx{--c:${paint(OTHER)}}`,
      ...labels.map((it, i) => `.k${i}{--c:${paint(it.color)}}`),
      ...relationColors.map((it, i) => `.r${i}{--c:${paint(it)}}`),
    ].join('\n');
  const lanes = Array.from({ length: LANES }, (_, lane) => `.l${lane}{--l:${lane}}`);
  // Room below the line for its lanes.
  const room = Array.from(
    { length: LANES - 2 },
    (_, i) => `.row>p.deep${i + 2}{line-height:${2 + i * 0.25}}`,
  );
  const totals = labels.map((_, i) => `.k${i} .count::after{content:var(--t${i},"0")}`);
  return [
    base,
    rules(light),
    [...lanes, ...room, ...totals].join('\n'),
    narrow,
    `@media screen and (prefers-color-scheme:dark){${onDark}\n${rules(dark)}}`,
    print,
    '',
  ].join('\n');
}

/** HTML, a reading copy of texts alone, without the places that are kept for annotations. */
export const withoutMarks = (html: string): string =>
  html.replace('</head>', '<style>.legend,.facts,.margin{display:none}.row{display:block}</style>\n</head>');
