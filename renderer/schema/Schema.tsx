import { Dialog } from '@base-ui/react/dialog';
import { Redo2, Undo2, X } from 'lucide-react';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { redoable, undoable } from '../../core/history';
import { number } from '../../core/locale/numbers';
import { t } from '../../core/locale/t';
import { emptySchema, type Schema as Model } from '../../core/model';
import { readSchema, schemaText } from '../../core/schema-text';
import { call } from '../api';
import { redo, undo } from '../session/commit';
import { holdOpen } from '../session/saving';
import { closeDialog, say } from '../session/say';
import { useSession } from '../state';
import { Ask } from './Ask';
import { type Editor, EditorContext } from './editor';
import { Labels } from './Labels';
import { Questions } from './Questions';
import { Relations } from './Relations';
import { Start } from './Start';
import { useUsage } from './usage';
import { prepare, type Question, tryWish, type Wish } from './use';

const tabs = ['labels', 'attributes', 'relationTypes', 'documentFields'] as const;
type Tab = (typeof tabs)[number];

const isTyping = (target: EventTarget) =>
  target instanceof HTMLElement &&
  target.matches('textarea, select, input:not([type="checkbox"], [type="radio"], [type="color"])');

/** The whole schema, in a window of its own. LABEL is the one to begin with. */
export function Schema({ label }: { label: string | null }) {
  const schema = useSession((state) => state.project?.schema) ?? emptySchema;
  const readOnly = useSession((state) => state.project?.readOnly);
  const message = useSession((state) => state.message?.text);
  const isMac = useSession((state) => state.info?.platform === 'darwin');
  const [tab, setTab] = useState<Tab>('labels');
  const [question, setQuestion] = useState<Question | null>(null);
  const [start, setStart] = useState<{ readonly name: string; readonly schema: Model } | 'template' | null>(
    null,
  );
  const first = useRef<HTMLButtonElement>(null);
  const usage = useUsage();

  const editor = useMemo((): Editor => {
    const ask = async (wish: Wish) => {
      // The window waits for it, as for any change, though there is nothing to save yet.
      const release = holdOpen();
      const prepared = await prepare(wish).finally(release);
      if (!prepared.ok) say(prepared.failure.message);
      else if (prepared.value) setQuestion(prepared.value);
    };
    const propose = (wish: Wish): string | null => {
      const done = tryWish(wish);
      if (done === 'ask') void ask(wish);
      return typeof done === 'object' ? done.problem : null;
    };
    return { schema, usage, propose };
  }, [schema, usage]);

  const importFile = async () => {
    const file = await call('schema.import', null);
    if (!file.ok) return say(file.failure.message);
    if (!file.value) return;
    const read = readSchema(file.value.text);
    if (read.ok) setStart({ name: file.value.name, schema: read.value });
    else say(t('schema.because', { what: file.value.name, why: read.failure.message }));
  };
  const exportFile = async () => {
    const written = await call('schema.export', { suggested: 'schema.json', text: schemaText(schema) });
    if (!written.ok) say(written.failure.message);
    else if (written.value) say(t('schema.exported', { file: written.value }));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const mod = isMac ? event.metaKey : event.ctrlKey;
    if (!mod || event.altKey || isTyping(event.target)) return;
    const key = event.key.toLowerCase();
    if (key === 'z') void (event.shiftKey ? redo() : undo());
    else if (key === 'y') void redo();
    else return;
    event.preventDefault();
  };

  return (
    <Dialog.Root open onOpenChange={(open) => !open && closeDialog()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup className="dialog schema" initialFocus={first} onKeyDown={onKeyDown}>
          <header className="schema-head">
            <Dialog.Title className="schema-title">{t('labels.schema')}</Dialog.Title>
            <p role="status" aria-label={t('schema.message')} className="clip grow muted">
              {readOnly ? readOnly.message : message}
            </p>
            <Steps />
            <button type="button" className="button" onClick={() => setStart('template')}>
              {t('schema.start-ask')}
            </button>
            <button type="button" className="button" onClick={importFile}>
              {t('schema.import-ask')}
            </button>
            <button type="button" className="button" onClick={exportFile}>
              {t('schema.export-ask')}
            </button>
            <Dialog.Close className="icon-button" aria-label={t('common.close')} title={t('side.close-hint')}>
              <X size={17} />
            </Dialog.Close>
          </header>
          <div role="tablist" aria-label={t('schema.parts')} className="schema-tabs">
            {tabs.map((id, i) => (
              <button
                key={id}
                ref={i === 0 ? first : undefined}
                type="button"
                role="tab"
                id={`schema-tab-${id}`}
                aria-selected={id === tab}
                aria-controls="schema-panel"
                tabIndex={id === tab ? 0 : -1}
                onClick={() => setTab(id)}
                onKeyDown={(event) => {
                  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
                  const next = step && tabs[(i + step + tabs.length) % tabs.length];
                  if (!next) return;
                  setTab(next);
                  document.getElementById(`schema-tab-${next}`)?.focus();
                }}
              >
                {t(`schema.tab-${id}`)} <span className="count">{number(schema[id].length)}</span>
              </button>
            ))}
          </div>
          <EditorContext.Provider value={editor}>
            <div
              role="tabpanel"
              id="schema-panel"
              aria-labelledby={`schema-tab-${tab}`}
              className="schema-panel"
            >
              {tab === 'labels' && <Labels start={label} />}
              {tab === 'relationTypes' && <Relations />}
              {(tab === 'attributes' || tab === 'documentFields') && <Questions key={tab} part={tab} />}
            </div>
            {start && <Start imported={start === 'template' ? null : start} onClose={() => setStart(null)} />}
            {question && <Ask question={question} onClose={() => setQuestion(null)} />}
          </EditorContext.Provider>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** The last step, and the one that was taken back, named. */
function Steps() {
  const history = useSession((state) => state.history);
  const [last, next] = [undoable(history)?.title, redoable(history)?.title];
  return (
    <>
      <button
        type="button"
        className="icon-button"
        aria-label={last ? t('schema.undo', { step: last }) : t('common.undo')}
        title={last ? t('schema.undo', { step: last }) : t('schema.no-undo')}
        disabled={!last}
        onClick={() => void undo()}
      >
        <Undo2 size={16} />
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label={next ? t('schema.redo', { step: next }) : t('commands.history.redo')}
        title={next ? t('schema.redo', { step: next }) : t('schema.no-redo')}
        disabled={!next}
        onClick={() => void redo()}
      >
        <Redo2 size={16} />
      </button>
    </>
  );
}
