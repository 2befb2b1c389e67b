/** Which hint is shown, and that it is over: kept with the settings, so that it is shown once. */
import { type Hint, hintFor } from '../../core/hints';
import { t } from '../../core/locale/t';
import { call } from '../api';
import { say } from '../session/say';
import { get, type OpenDocument, type State, set } from '../state';

/** In more annotations than these nobody needs hints, and counting takes its time. */
const MOST = 200;

let counted = { path: '', revision: -1, alike: 0 };

/** The most annotations that have the same words and label; counted once a change. */
function alikeIn({ path, annotations }: OpenDocument, revision: number): number {
  if (counted.path === path && counted.revision === revision) return counted.alike;
  const counts = new Map<string, number>();
  if (annotations.size <= MOST)
    for (const { label, spans } of annotations.inOrder()) {
      const key = `${label}\n${spans.map((span) => span.exact).join('\n')}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  counted = { path, revision, alike: Math.max(0, ...counts.values()) };
  return counted.alike;
}

export function hintNow(state: State): Hint | null {
  const { info, project, document, history, revision } = state;
  if (!info?.hints.on || !document) return null;
  const isReady =
    document.loaded && !document.readOnly && !project?.readOnly && (project?.schema.labels.length ?? 0) > 0;
  return hintFor(
    {
      isReady,
      annotations: document.annotations.size,
      steps: history.position,
      alike: alikeIn(document, revision),
    },
    info.hints.seen,
  );
}

export function endHint(hint: Hint): void {
  const { info } = get();
  if (!info || info.hints.seen.includes(hint)) return;
  const hints = { ...info.hints, seen: [...info.hints.seen, hint] };
  set({ info: { ...info, hints } });
  void call('hints.set', hints);
}

/** Esc: false when none is shown. */
export function dismissHint(): boolean {
  const hint = hintNow(get());
  if (hint) endHint(hint);
  return hint !== null;
}

/** Off, or on again from the first. */
export function toggleHints(): void {
  const { info } = get();
  if (!info) return;
  const hints = { on: !info.hints.on, seen: [] };
  set({ info: { ...info, hints } });
  void call('hints.set', hints);
  say(hints.on ? t('hints.on') : t('hints.off'));
}
