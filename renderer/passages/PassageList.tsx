import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type MouseEvent,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { number } from '../../core/locale/numbers';
import { t } from '../../core/locale/t';
import type { AttributeType } from '../../core/model';
import { passageOffer } from '../menus/passage-offer';
import { usePainted } from '../parts/after-paint';
import { ContextMenu } from '../parts/ContextMenu';
import { pick } from '../session/pick';
import { takeAnnotation } from '../session/relations';
import { say } from '../session/say';
import { get, type State, useSession } from '../state';
import { copyQuotation, goToPassage } from './act';
import { PassageRow } from './PassageRow';
import type { Shown } from './shown';

type Row = Shown['rows'][number];

const none: readonly AttributeType[] = [];

/** Index in ROWS of the passage STEP passages further than AT; headings don't count. */
function further(rows: readonly Row[], at: number, step: number): number {
  const direction = Math.sign(step);
  let found = at;
  for (let i = at + direction, left = Math.abs(step); i >= 0 && i < rows.length && left > 0; i += direction) {
    if (rows[i]?.kind !== 'passage') continue;
    found = i;
    left--;
  }
  return found;
}

const steps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
  Home: -Infinity,
  End: Infinity,
};

/** Others have annotated the open document, as far as their layers were read. */
const isOthers = ({ passages, document }: State): boolean =>
  document !== null &&
  [...(passages?.files.values() ?? [])].some(
    (it) => it.document === document.path && it.layer !== passages?.own && it.annotations.length > 0,
  );

function emptyText(shown: Shown, state: State): string {
  if (shown.total > 0) return t('passages.no-match');
  if (state.list.scope === 'document' && isOthers(state)) return t('desktop.none-own');
  if (state.list.scope === 'document') return t('passages.empty-document');
  if (state.passages?.failure) return state.passages.failure;
  return state.passages ? t('passages.empty-project') : t('passages.reading');
}

/** The list "Annotations". In the document arrows pick; in the project they walk, and Enter or a click goes there. */
export function PassageList({ shown }: { shown: Shown }) {
  const { rows, passages, problems } = shown;
  const labels = useSession((state) => state.project?.schema.labels);
  const questions = useSession((state) => state.project?.schema.attributes) ?? none;
  const picked = usePainted((state) => state.picked);
  const abroad = useSession((state) => state.list.scope === 'project');
  const grouped = useSession((state) => state.list.group === 'label');
  const empty = useSession((state) => emptyText(shown, state));
  const [walked, setWalked] = useState<string | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const byId = useMemo(() => new Map(labels?.map((label) => [label.id, label])), [labels]);
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.kind === 'group' ? 32 : abroad ? 92 : 56),
    overscan: 8,
    // The same function as long as the rows are the same: a new one has every row measured again.
    getItemKey: useCallback((index: number) => rows[index]?.key ?? index, [rows]),
  });
  // What was picked last is where one is, unless one has walked on since.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new pick ends the walk
  useEffect(() => setWalked(null), [picked, abroad]);
  const at = useMemo(
    () =>
      rows.findIndex(
        (row) =>
          row.kind === 'passage' &&
          (walked === null ? row.passage.own && row.passage.annotation.id === picked : row.key === walked),
      ),
    [rows, walked, picked],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another place scrolls
  useEffect(() => {
    if (at >= 0) list.scrollToIndex(at);
  }, [picked, walked, at >= 0]);
  const positions = useMemo(() => {
    let position = 0;
    return rows.map((row) => (row.kind === 'passage' ? ++position : position));
  }, [rows]);

  const go = (index: number) => {
    const row = rows[index];
    if (row?.kind !== 'passage') return;
    setWalked(row.key);
    if (abroad) void goToPassage(row.passage);
    else takeAnnotation(row.passage.annotation.id);
  };
  const walk = (index: number) => {
    const row = rows[index];
    if (row?.kind !== 'passage') return;
    if (abroad) setWalked(row.key);
    else pick(row.passage.annotation.id);
  };
  const keys = (event: KeyboardEvent) => {
    const row = rows[at];
    const passage = row?.kind === 'passage' ? row.passage : undefined;
    // As it is now, not as it was painted: the next key may come before the next frame.
    const isHere = passage?.own && passage.annotation.id === get().picked;
    const mod = event.ctrlKey || event.metaKey;
    const step = steps[event.key];
    if (mod && !event.shiftKey && event.key.toLowerCase() === 'c') {
      if (passage) void copyQuotation(passage);
    } else if (mod || event.altKey || event.target !== event.currentTarget) return;
    else if (step !== undefined && !event.shiftKey)
      walk(further(rows, step > 0 ? at : Math.max(at, 0), step));
    else if (event.key === 'Enter' && passage && !isHere) go(at);
    else if (passage && !isHere && isEdit(event.key)) say(t('passages.go-first'));
    else return;
    event.preventDefault();
  };

  const offerAt = (event: MouseEvent) => {
    const element = event.target instanceof Element ? event.target.closest('[data-index]') : null;
    const row = rows[element ? Number(element.getAttribute('data-index')) : -1];
    if (row?.kind === 'passage') return passageOffer(row.passage);
    // The menu's key is pressed on the list, not on a row: the one where one is has the menu beside it.
    if (!element) openMenuOn(scroller.current?.querySelector(`[data-index="${at}"]`));
    return null;
  };

  return (
    <ContextMenu
      area={
        // biome-ignore lint/a11y/noStaticElementInteractions: arrows walk the list; each step is spoken
        <div
          ref={scroller}
          className="scroll annotation-list"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: F6 and Tab must get here
          tabIndex={0}
          data-landing
          onKeyDown={keys}
        />
      }
      offerAt={offerAt}
    >
      {problems.length > 0 && (
        <p className="list-problem" title={problems.join('\n')}>
          {problems.length === 1
            ? t('passages.unread-one', { problem: problems[0] as string })
            : t('passages.unread', { total: problems.length })}
        </p>
      )}
      {passages.length === 0 && <p className="empty">{empty}</p>}
      <ul aria-label={t('passages.title')} style={{ height: list.getTotalSize() }}>
        {list.getVirtualItems().map((item) => {
          const row = rows[item.index] as Row;
          // The row below it shows it: a list holds nothing but its items.
          if (row.kind === 'group') return null;
          const above = rows[item.index - 1];
          const { passage } = row;
          return (
            <PassageRow
              key={item.key}
              passage={passage}
              heading={above?.kind === 'group' && <Heading row={above} index={item.index - 1} />}
              label={byId.get(passage.annotation.label)}
              questions={questions}
              chosen={item.index === at}
              abroad={abroad}
              isNamed={grouped}
              onChoose={() => go(item.index)}
              place={{
                index: item.index,
                position: positions[item.index] as number,
                total: passages.length,
                start: item.start,
                measure: list.measureElement,
              }}
            />
          );
        })}
      </ul>
    </ContextMenu>
  );
}

function openMenuOn(row: Element | null | undefined): void {
  if (!row) return;
  const { left, top, height } = row.getBoundingClientRect();
  const place = { clientX: left + 24, clientY: top + height / 2 };
  row.dispatchEvent(new globalThis.MouseEvent('contextmenu', { bubbles: true, cancelable: true, ...place }));
}

/** Keys that change an annotation: they must not change one that is not the one in view. */
const isEdit = (key: string) => (key.length === 1 && key !== '?') || key === 'Backspace' || key === 'Delete';

/** What the passages below have in common. */
function Heading({ row, index }: { row: Extract<Row, { kind: 'group' }>; index: number }) {
  return (
    <div className="passage-group" data-index={index}>
      <h3 className="clip" title={row.title}>
        {row.title}
      </h3>
      <span className="count">{number(row.count)}</span>
    </div>
  );
}
