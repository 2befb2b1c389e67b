import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { ImportReport, ImportView } from '../../../core/exchange/report';
import { isTable } from '../../../core/exchange/table';
import type { Failure } from '../../../core/failure';
import type { FormatId } from '../../../core/formats/catalog';
import { undoable } from '../../../core/history';
import { t } from '../../../core/locale/t';
import { call } from '../../api';
import { Modal } from '../../parts/Modal';
import { openDocument } from '../../session/documents';
import { type Importing, newImport, STOPPED, stopped } from '../../session/importing';
import { closeDialog, openDialog, say } from '../../session/say';
import { get } from '../../state';
import type { Choices } from './choices';
import { firstChoices, optionsOf } from './choices';
import { Done, sayImported } from './Done';
import { firstNew } from './first-new';
import { Look } from './Look';
import { Pick } from './Pick';
import { type Step, StepBar } from './StepBar';

/** Where an import stands: asked for, read, looked at, written, done. */
type Stage =
  | { readonly kind: 'asking'; readonly failure: Failure | null }
  | { readonly kind: 'reading'; readonly step: Step | null }
  | { readonly kind: 'looking'; readonly view: ImportView; readonly failure: Failure | null }
  | { readonly kind: 'writing'; readonly view: ImportView; readonly step: Step | null }
  | { readonly kind: 'done'; readonly name: string; readonly report: ImportReport };

/** The one table among PATHS that is all of them; null when there is none. */
function tableOf(paths: readonly string[]): string | null {
  const [path, ...others] = paths;
  return path !== undefined && others.length === 0 && isTable(path) ? path : null;
}

/** Its rows become documents: that is another dialog. */
function openTable(paths: readonly string[]): void {
  const file = tableOf(paths);
  if (file !== null) openDialog({ kind: 'rows', source: { file } });
}

/** Another tool's file: what it holds is shown, and what would become of it, before anything is changed. */
export function Import({ paths: dropped }: { readonly paths: readonly string[] | null }) {
  const [stage, setStage] = useState<Stage>({ kind: 'asking', failure: null });
  const [paths, setPaths] = useState<readonly string[]>([]);
  const [format, setFormat] = useState<FormatId | 'auto'>('auto');
  const [choices, setChoices] = useState<Choices>(firstChoices);
  const importing = useRef<Importing | null>(null);
  const first = useRef<HTMLButtonElement>(null);
  /** False when the dialog was left, or made way for the question for the name. */
  const isHere = useRef(true);

  const drop = () => {
    importing.current?.drop();
    importing.current = null;
  };
  const read = async (of: readonly string[], as: FormatId | 'auto') => {
    drop();
    const mine = newImport();
    importing.current = mine;
    setPaths(of);
    setFormat(as);
    setChoices(firstChoices);
    setStage({ kind: 'reading', step: null });
    const isMine = () => importing.current === mine;
    const view = await mine.read(of, as, (...step) => isMine() && setStage({ kind: 'reading', step }));
    if (!isMine()) return;
    if (view.ok) setStage({ kind: 'looking', view: view.value, failure: null });
    else if (view.failure.code === 'unknown-format' && as === 'auto' && tableOf(of)) openTable(of);
    else setStage({ kind: 'asking', failure: view.failure });
  };
  const onRows = tableOf(paths) ? () => openTable(paths) : null;
  const ask = async (folder: boolean) => {
    const chosen = await call('import.choose', { folder });
    if (!chosen.ok) setStage({ kind: 'asking', failure: chosen.failure });
    else if (chosen.value) await read(chosen.value, 'auto');
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was dropped is read once; leaving ends what goes on
  useEffect(() => {
    if (dropped) void read(dropped, 'auto');
    return () => {
      isHere.current = false;
      // Who is only asked for the name has not left.
      if (get().dialog?.kind !== 'name') drop();
    };
  }, []);

  const write = async (view: ImportView) => {
    const mine = importing.current;
    if (!mine) return;
    setStage({ kind: 'writing', view, step: null });
    const done = await mine.commit(optionsOf(choices), t('import.step', { name: view.name }), (...step) =>
      setStage({ kind: 'writing', view, step }),
    );
    if (!done.ok) {
      // Over: what was read is gone, too.
      const isOver = done.failure.code === STOPPED;
      if (!isHere.current) return say(isOver ? stopped().message : done.failure.message);
      return setStage(
        isOver ? { kind: 'asking', failure: done.failure } : { kind: 'looking', view, failure: done.failure },
      );
    }
    // It may have been stopped too late: then it is done.
    if (isHere.current) setStage({ kind: 'done', name: view.name, report: done.value });
    else sayImported(view.name, done.value);
    const path = firstNew(undoable(get().history)?.parts ?? []);
    if (path !== null && path !== get().document?.path) await openDocument(path);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (stage.kind === 'looking') void write(stage.view);
  };
  const close = () => {
    if (stage.kind !== 'reading') return closeDialog();
    drop();
    say(stopped().message);
    setStage({ kind: 'asking', failure: null });
  };

  if (stage.kind === 'done') return <Done name={stage.name} report={stage.report} />;
  const isLooking = stage.kind === 'looking' || stage.kind === 'writing';
  return (
    <Modal title={t('import.title')} width={isLooking ? 'large' : 'wide'} first={first} onClose={close}>
      {isLooking ? (
        <Look
          view={stage.view}
          importing={importing.current}
          format={format}
          choices={choices}
          onChoose={setChoices}
          onFormat={(as) => void read(paths, as)}
          onRows={onRows}
          onOther={() => setStage({ kind: 'asking', failure: null })}
          onClose={close}
          onSubmit={submit}
          failure={stage.kind === 'looking' ? stage.failure : null}
          writing={stage.kind === 'writing' ? { step: stage.step } : null}
        />
      ) : (
        <Pick
          first={first}
          onChoose={ask}
          busy={stage.kind === 'reading' ? <StepBar step={stage.step} /> : null}
          failure={stage.kind === 'asking' ? stage.failure : null}
          format={paths.length > 0 ? format : null}
          onRows={onRows}
          onFormat={(as) => void read(paths, as)}
          onClose={close}
        />
      )}
    </Modal>
  );
}
