/** What one writes into the report of a fault: versions, system and counts. No name and no text is in it. */
import { t } from '../../core/locale/t';
import { call } from '../api';
import { say } from '../session/say';
import { get } from '../state';

/** In English whatever the language of the window: it is for whoever mends the fault. */
async function details(): Promise<string> {
  const made = await call('app.details', null);
  const { project, document, save, zoom, language } = get();
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  const lines: Readonly<Record<string, string | number | undefined>> = {
    ...(made.ok ? made.value : {}),
    language,
    window: `${innerWidth}x${innerHeight}, scale ${devicePixelRatio}, text ${zoom} %, ${dark ? 'dark' : 'light'}`,
    documents: project?.documents.length,
    labels: project?.schema.labels.length,
    document: document ? `${document.projection}, ${document.text.length} UTF-16 units` : undefined,
    annotations: document?.annotations.size,
    saving: save.failure === null ? `${save.pending} pending` : 'failed',
  };
  return Object.entries(lines)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('');
}

export async function copyDetails(): Promise<void> {
  const copied = await call('clipboard.write', { text: await details() });
  say(copied.ok ? t('desktop.details-copied') : copied.failure.message);
}
