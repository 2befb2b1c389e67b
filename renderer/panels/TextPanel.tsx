import { type MouseEvent, useEffect, useRef } from 'react';
import { t } from '../../core/locale/t';
import { currentViewer } from '../current-viewer';
import { offerAtCaret, offerUnder } from '../menus/text-offer';
import { ContextMenu } from '../parts/ContextMenu';
import { RelationBar } from '../relations/RelationBar';
import { SearchPanel } from '../search/SearchPanel';
import { positionOf } from '../session/memory';
import { raise, showDocument } from '../stage';
import { get, useSession } from '../state';
import { createViewer } from '../viewer/viewer';
import { Banners } from './Banners';
import { Chooser } from './Chooser';
import { FindBar } from './FindBar';
import { LabelsBar } from './LabelsBar';
import { Reading } from './Reading';

/** The text of the open document, below the Labels bar. */
export function TextPanel() {
  const document = useSession((state) => state.document !== null);
  const path = useSession((state) => state.document?.path);
  const name = useSession((state) => state.project?.name);
  const refused = useSession((state) => state.refused);
  const empty = useSession((state) => state.project?.documents.length === 0);
  return (
    <section className="text-panel" aria-label={t('documents.text')}>
      <h1 className="visually-hidden">{path ?? name}</h1>
      <LabelsBar />
      <Banners />
      <FindBar />
      <RelationBar />
      <Reading />
      {document ? (
        <Stage />
      ) : (
        <div className="text-empty">
          {refused ? (
            <>
              <h2>{t('documents.cannot-open', { path: refused.path })}</h2>
              <p>{refused.failure.message}</p>
            </>
          ) : (
            <p>{t(empty ? 'documents.folder-empty' : 'documents.choose')}</p>
          )}
        </div>
      )}
      <SearchPanel />
      <Chooser />
    </section>
  );
}

function Stage() {
  const host = useRef<HTMLDivElement>(null);
  const path = useSession((state) => state.document?.path);
  const text = useSession((state) => state.document?.text);
  useEffect(() => raise(createViewer, host.current as HTMLDivElement), []);
  useEffect(() => {
    if (path === undefined || text === undefined) return;
    showDocument(positionOf(path).scroll);
    // Whoever came from a list goes on with it; everybody else can start to annotate.
    const inList = window.document.activeElement?.closest('[data-pane=documents], [data-pane=annotations]');
    if (!inList && !get().dialog) {
      window.document.querySelector<HTMLElement>('[data-pane=text] [role=textbox]')?.focus();
    }
  }, [path, text]);
  return <ContextMenu area={<div ref={host} className="stage" data-pane="text" />} offerAt={offerAt} />;
}

function offerAt(event: MouseEvent) {
  const viewer = currentViewer();
  if (!viewer) return null;
  if (!event.isTrusted) return offerAtCaret();
  if (!isFromKeys(event)) return offerUnder(viewer.at(event.clientX, event.clientY));
  // The key's own place is the middle of the text, or worse; the caret has the menu beside it.
  const { x, y } = viewer.caretPlace() ?? { x: event.clientX, y: event.clientY };
  const place = { clientX: x, clientY: y };
  event.target.dispatchEvent(
    new globalThis.MouseEvent('contextmenu', { bubbles: true, cancelable: true, ...place }),
  );
  return null;
}

/** Of the menu's key, or Shift+F10: Chromium calls the pointer a mouse all the same, of which no button is down. */
const isFromKeys = ({ button, ctrlKey }: MouseEvent) => button !== 2 && !ctrlKey;
