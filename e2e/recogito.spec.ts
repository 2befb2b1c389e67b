// Recogito's own library, from npm and without a network, loads our W3C annotations and shows the same words.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import type { ExportDocument } from '../core/formats/format';
import { writeW3c } from '../core/formats/w3c';
import { offsetTable } from '../core/offsets';
import { sample, sampleProject } from '../core/testing/sample';
import { written } from '../core/testing/written';
import { openPeer, type PeerWindow } from './peer-window';

interface Body {
  readonly purpose: string;
  readonly value: string;
}
interface Position {
  readonly type: 'TextPositionSelector';
  readonly start: number;
  readonly end: number;
}
interface Target {
  readonly selector: readonly [{ readonly type: 'TextQuoteSelector'; readonly exact: string }, Position];
}
interface Row {
  readonly id: string;
  readonly body: readonly Body[];
  readonly target: Target | readonly Target[] | string;
}

/** Of its annotator what is looked at here. */
interface Annotator {
  setAnnotations(rows: readonly Row[]): void;
  readonly state: {
    readonly store: {
      all(): {
        readonly id: string;
        readonly bodies: readonly Body[];
        readonly target: { readonly selector: readonly { readonly quote: string; readonly range: Range }[] };
      }[];
    };
  };
}
declare global {
  interface Window {
    RecogitoJS: {
      createTextAnnotator(element: HTMLElement | null, options: object): Annotator;
      W3CTextFormat(source: string, element: HTMLElement | null): object;
    };
  }
}

const dist = pathToFileURL(resolve('node_modules/@recogito/text-annotator/dist')).href;

let peer: PeerWindow;
test.beforeEach(async () => {
  // Its one-script build still asks for the NODE_ENV that bundlers fill in.
  peer = await openPeer(
    `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="${dist}/text-annotator.css">` +
      `<style>#text { white-space: pre-wrap; font: 24px/2 sans-serif }</style><div id="text"></div>` +
      `<script>process = { env: { NODE_ENV: 'production' } }</script>` +
      `<script src="${dist}/text-annotator.umd.js"></script>`,
  );
  await peer.page.waitForFunction(() => window.RecogitoJS !== undefined);
});
test.afterEach(() => peer.close());

const targetsOf = ({ target }: Row) => (Array.isArray(target) ? target : [target]) as readonly Target[];

const exported = (document: ExportDocument): Row[] =>
  JSON.parse(written('w3c', writeW3c, sampleProject, [document]).text());

/** Those of ROWS that Recogito can show: it throws at relations and at what is said of a whole document. */
const passages = (rows: readonly Row[]) =>
  rows.filter((row) => targetsOf(row).every((it) => typeof it === 'object'));

/** What Recogito holds and paints of ROWS in a page that shows TEXT. */
const shown = (text: string, rows: readonly Row[]) =>
  peer.page.evaluate(
    ({ text, rows }) => {
      const element = document.querySelector<HTMLElement>('#text');
      element?.replaceChildren(text);
      const { createTextAnnotator, W3CTextFormat } = window.RecogitoJS;
      const annotator = createTextAnnotator(element, { adapter: W3CTextFormat('lyme.txt', element) });
      annotator.setAnnotations(rows);
      return annotator.state.store.all().map(({ id, bodies, target }) => ({
        id,
        bodies: bodies.map(({ purpose, value }) => ({ purpose, value })),
        quotes: target.selector.map((it) => it.quote),
        words: target.selector.map((it) => String(it.range)),
      }));
    },
    { text, rows },
  );

/** What the project says of each annotation, in the order of the export. */
const expected = ({ layers }: ExportDocument, rows: readonly Row[]) =>
  layers
    .flatMap((it) => it.annotations)
    .map((it, at) => ({
      id: `urn:postil:annotation:${it.id}`,
      bodies: rows[at]?.body.map(({ purpose, value }) => ({ purpose, value })),
      quotes: it.spans.map(({ exact }) => exact),
      words: it.spans.map(({ exact }) => exact),
    }));

const labels = ['日期', 'Person', 'Person', 'Place name', 'Place name'];

async function expectPainted(rows: readonly Row[]) {
  for (const { id } of rows)
    await expect(peer.page.locator(`.r6o-annotation[data-annotation="${id}"]`).first()).toBeVisible();
}

test('Recogito holds and paints the same words under the same labels', async () => {
  // The sample with signs of one UTF-16 unit in the place of its emoji: both ways of counting agree.
  const plain = (text: string) => text.replace(/\p{Emoji_Presentation}/gu, '☂');
  const { layers, text } = sample;
  const document: ExportDocument = JSON.parse(plain(JSON.stringify({ ...sample, layers, text })));
  const table = offsetTable(text, 'code-point');
  const moved: ExportDocument = {
    ...document,
    layers: document.layers.map((layer) => ({
      ...layer,
      annotations: layer.annotations.map((it) => ({
        ...it,
        spans: it.spans.map((span) => ({
          ...span,
          start: table.from(span.start),
          end: table.from(span.end),
        })),
      })),
    })),
  };
  const rows = passages(exported(moved));
  const found = await shown(moved.text, rows);
  expect(found).toEqual(expected(moved, rows));
  expect(found.map((it) => it.bodies[0])).toEqual(labels.map((value) => ({ purpose: 'classifying', value })));
  await expectPainted(rows);
  await peer.page.screenshot({ path: 'out/recogito.png' });
  expect(peer.complaints).toEqual([]);
  await expect(shown(moved.text, exported(moved))).rejects.toThrow('TypeError');
});

test('Recogito takes our code points for UTF-16 units, and paints right once a reader turned them', async () => {
  const rows = passages(exported(sample));
  // The standard counts code points; Recogito cuts the page's string by them and never looks for the quote,
  // so that behind every emoji it is one unit early. Labels and quotes are right.
  const early = rows.map((row) =>
    targetsOf(row).map(({ selector: [, { start, end }] }) => sample.text.slice(start, end)),
  );
  expect(await shown(sample.text, rows)).toEqual(
    expected(sample, rows).map((it, at) => ({ ...it, words: early[at] })),
  );
  const table = offsetTable(sample.text, 'code-point');
  const turned = rows.map((row) => ({
    ...row,
    target: targetsOf(row).map((target) => {
      const [quote, { type, start, end }] = target.selector;
      return { ...target, selector: [quote, { type, start: table.to(start), end: table.to(end) }] as const };
    }),
  }));
  expect(await shown(sample.text, turned)).toEqual(expected(sample, rows));
  await expectPainted(rows);
  expect(peer.complaints).toEqual([]);
});
