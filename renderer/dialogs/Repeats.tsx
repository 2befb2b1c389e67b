import { type FormEvent, useEffect, useState } from 'react';
import { t } from '../../core/locale/t';
import { type Repeat, RepeatCollector, SHORTEST } from '../../core/repeats';
import { Modal } from '../parts/Modal';
import { CheckList } from '../search/CheckList';
import { searchProject } from '../search/run';
import { WholeProject } from '../search/WholeProject';
import { closeDialog, openDialog } from '../session/say';
import { get, useSession } from '../state';

interface Found {
  readonly repeats: readonly Repeat[];
  readonly searched: number;
  readonly total: number;
  readonly running: boolean;
  readonly isCut: boolean;
  readonly failure: string | null;
}

const nothing: Found = { repeats: [], searched: 0, total: 1, running: true, isCut: false, failure: null };

/** Lines that stand more than once, to be annotated wherever they stand. */
export function Repeats() {
  const documents = useSession((state) => state.project?.documents.length) ?? 0;
  const open = useSession((state) => state.document !== null);
  const [whole, setWhole] = useState(documents > 1 || !open);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [active, setActive] = useState(0);
  const found = useRepeats(whole);
  const { repeats, running } = found;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const lines = chosen.size > 0 ? [...chosen] : repeats.slice(active, active + 1).map((it) => it.text);
    if (lines.length > 0) openDialog({ kind: 'annotate-all', wanted: { lines }, whole });
  };
  const toggle = (text: string) => {
    const next = new Set(chosen);
    if (!next.delete(text)) next.add(text);
    setChosen(next);
  };
  const count = Math.max(1, chosen.size);
  return (
    <Modal title={t('annotate.repeats.title')} width="wide">
      <form
        onSubmit={submit}
        className="stack annotate-all"
        onKeyDown={(event) => {
          // Enter in a check box does not send a form by itself.
          if (event.key === 'Enter' && event.target instanceof HTMLInputElement)
            event.currentTarget.requestSubmit();
        }}
      >
        <div className="annotate-all-where">
          <p className="muted">{t('annotate.repeats.what', { shortest: SHORTEST })}</p>
          {documents > 1 && open && (
            <WholeProject
              on={whole}
              onChange={(on) => {
                setWhole(on);
                setChosen(new Set());
              }}
            />
          )}
        </div>
        <Outcome found={found} whole={whole} />
        {repeats.length > 0 && (
          <CheckList
            label={t('annotate.repeats.title')}
            focused
            count={repeats.length}
            onActive={setActive}
            item={(index) => {
              const repeat = repeats[index] as Repeat;
              return {
                content: <RowContent repeat={repeat} whole={whole} />,
                checked: chosen.has(repeat.text),
                leftOut: null,
                toggle: () => toggle(repeat.text),
              };
            }}
          />
        )}
        <div className="actions">
          <button type="button" className="button" onClick={closeDialog}>
            {t('common.cancel')}
          </button>
          <button type="submit" className="button primary" disabled={running || repeats.length === 0}>
            {t('annotate.repeats.annotate', { count })}
          </button>
        </div>
      </form>
    </Modal>
  );
}

/** More of a line is not shown. */
const SHOWN = 300;

function RowContent({ repeat: { text, count, documents }, whole }: { repeat: Repeat; whole: boolean }) {
  return (
    <>
      <span className="clip grow" dir="auto" title={text.slice(0, SHOWN)}>
        {text.slice(0, SHOWN)}
      </span>
      <span className="muted">
        {whole
          ? t('annotate.repeats.times-in', { times: count, count: documents })
          : t('annotate.repeats.times', { times: count })}
      </span>
    </>
  );
}

function Outcome({ found, whole }: { found: Found; whole: boolean }) {
  const { repeats, searched, total, running, isCut, failure } = found;
  if (failure) {
    return (
      <p className="error" role="alert">
        {failure}
      </p>
    );
  }
  if (running) {
    return (
      <div className="outcome">
        <p>{whole ? t('annotate.repeats.read', { searched, total }) : t('annotate.repeats.reading')}</p>
        <progress aria-label={t('annotate.repeats.progress')} value={searched} max={Math.max(1, total)} />
      </div>
    );
  }
  return (
    <p role="status">
      {repeats.length === 0
        ? t(whole ? 'annotate.repeats.none-project' : 'annotate.repeats.none-document')
        : t(whole ? 'annotate.repeats.found-project' : 'annotate.repeats.found-document', {
            count: repeats.length,
          })}
      {isCut && ` ${t('annotate.repeats.more')}`}
    </p>
  );
}

function useRepeats(whole: boolean): Found {
  const [found, setFound] = useState(nothing);
  useEffect(() => {
    setFound(nothing);
    if (!whole) return countHere(setFound);
    const running = searchProject(
      { kind: 'repeats' },
      ({ repeats, searched, total, done, isCut }) =>
        setFound({ ...nothing, repeats, searched, total, isCut, running: !done }),
      ({ message }) => setFound({ ...nothing, running: false, failure: message }),
    );
    return () => running.stop();
  }, [whole]);
  return found;
}

/** Counts the lines of the open document, a step at a time; the returned function ends it. */
function countHere(tell: (found: Found) => void): () => void {
  let isOver = false;
  void (async () => {
    const { document } = get();
    const collector = new RepeatCollector();
    for (const at of document ? collector.add(document.path, document.text) : []) {
      tell({ ...nothing, searched: at, total: document?.text.length ?? 1 });
      await new Promise((resolve) => setTimeout(resolve));
      if (isOver) return;
    }
    if (!isOver) tell({ ...nothing, repeats: collector.repeats(), running: false, isCut: collector.isFull });
  })();
  return () => {
    isOver = true;
  };
}
