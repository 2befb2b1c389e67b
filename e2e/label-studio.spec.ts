// Label Studio's own front end, from npm and without a network, loads what we export and shows the same.
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { writeLabelStudio } from '../core/formats/label-studio';
import { sample, sampleProject } from '../core/testing/sample';
import { written } from '../core/testing/written';
import { openPeer, type PeerWindow } from './peer-window';

const build = resolve('node_modules/@heartexlabs/label-studio/build/static');

interface Shown {
  readonly id: string;
  readonly type: string;
  readonly from_name?: string;
  readonly from_id?: string;
  readonly to_id?: string;
  readonly value?: {
    readonly start?: number;
    readonly end?: number;
    readonly text?: string;
    readonly labels?: string[];
  };
  readonly meta?: { readonly text?: readonly string[] };
}

/** Of its store what is looked at here. */
interface Store {
  readonly annotationStore: {
    readonly annotations: readonly { readonly id: string; serializeAnnotation(): Shown[] }[];
    readonly selected: { serializeAnnotation(): Shown[] };
    selectAnnotation(id: string): void;
  };
}
declare global {
  interface Window {
    store?: Store;
    LabelStudio: new (root: string, options: object) => unknown;
  }
}

/** Results in an order of ours: Label Studio puts relations last. */
const sorted = (results: readonly Shown[]) =>
  results
    .map((it) => ({ order: JSON.stringify([it.id, it.from_name, it.from_id, it.to_id]), it }))
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ it }) => it);

let peer: PeerWindow;

test.beforeEach(async () => {
  const url = (path: string) => pathToFileURL(join(build, path)).href;
  peer = await openPeer(
    `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="${url('css/main.css')}">` +
      `<div id="label-studio"></div><script src="${url('js/main.js')}"></script>`,
  );
  await peer.page.waitForFunction(() => window.LabelStudio !== undefined);
});
test.afterEach(() => peer.close());

test('Label Studio shows the same texts under the same labels', async () => {
  const { page, complaints } = peer;
  const made = written('label-studio', writeLabelStudio, sampleProject, [sample]);
  const [task] = JSON.parse(made.text('tasks.json'));
  await page.evaluate(
    ({ config, task }) =>
      new Promise<void>((done) => {
        new window.LabelStudio('label-studio', {
          config,
          task,
          interfaces: ['panel', 'controls', 'side-column', 'annotations:menu'],
          user: { pk: 1, firstName: 'A', lastName: 'B' },
          onLabelStudioLoad: (store: Store) => {
            window.store = store;
            done();
          },
        });
      }),
    { config: made.text('config.xml'), task },
  );
  for (const { result } of task.annotations as { result: Shown[] }[]) {
    // Its own order of annotations is another one: found by the first region.
    await page.evaluate((id) => {
      const { annotations, selectAnnotation } = (window.store as Store).annotationStore;
      const found = annotations.find((it) => it.serializeAnnotation().some((row) => row.id === id));
      selectAnnotation(found?.id ?? '');
    }, result[0]?.id);
    const regions = result.filter((it) => it.type === 'labels');
    await expect(page.locator('.htx-highlight')).toHaveText(regions.map((it) => String(it.value?.text)));
    const labels = await page
      .locator('.htx-highlight')
      .evaluateAll((all) => all.map((it) => it.getAttribute('data-label')));
    expect(labels).toEqual(regions.map((it) => it.value?.labels?.[0]));
    const kept = await page.evaluate(() =>
      (window.store as Store).annotationStore.selected.serializeAnnotation(),
    );
    expect(sorted(kept)).toEqual(sorted(result));
  }
  for (const { name } of sampleProject.schema.labels)
    await expect(page.getByText(name).first()).toBeVisible();
  await page.screenshot({ path: 'out/label-studio.png' });
  expect(complaints).toEqual([]);
});
