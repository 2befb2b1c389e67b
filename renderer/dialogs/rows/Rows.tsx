import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { TableSource } from '../../../core/contract';
import { type ImportReport, usualOptions } from '../../../core/exchange/report';
import type { TableView } from '../../../core/exchange/table';
import type { Failure } from '../../../core/failure';
import { undoable } from '../../../core/history';
import { t } from '../../../core/locale/t';
import { Modal } from '../../parts/Modal';
import { openDocument } from '../../session/documents';
import { type Importing, newImport, STOPPED, stopped } from '../../session/importing';
import { closeDialog, say } from '../../session/say';
import { showSide } from '../../side/side';
import { get } from '../../state';
import { Done, sayImported } from '../import/Done';
import { firstNew } from '../import/first-new';
import { type Step, StepBar } from '../import/StepBar';
import { Choose } from './Choose';
import { type Chosen, firstChosen, rowChoices } from './choices';
import './rows.css';

type Stage =
  | { readonly kind: 'reading'; readonly failure: Failure | null }
  | { readonly kind: 'choosing'; readonly table: TableView; readonly failure: Failure | null }
  | { readonly kind: 'writing'; readonly table: TableView; readonly step: Step | null }
  | { readonly kind: 'done'; readonly name: string; readonly report: ImportReport };

/** Documents are made of the rows of a table, as one step. */
export function Rows({ source }: { readonly source: TableSource }) {
  const [stage, setStage] = useState<Stage>({ kind: 'reading', failure: null });
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const importing = useRef<Importing | null>(null);
  const first = useRef<HTMLButtonElement>(null);
  /** False when the dialog was left, or made way for the question for the name. */
  const isHere = useRef(true);

  const read = async (mine: Importing) => {
    const table = await mine.table(source, () => undefined);
    if (importing.current !== mine || !isHere.current) return;
    if (!table.ok) return setStage({ kind: 'reading', failure: table.failure });
    setChosen(firstChosen(table.value));
    setStage({ kind: 'choosing', table: table.value, failure: null });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is read once; leaving ends what goes on
  useEffect(() => {
    const mine = newImport();
    importing.current = mine;
    isHere.current = true;
    void read(mine);
    return () => {
      isHere.current = false;
      // Who is only asked for the name has not left.
      if (get().dialog?.kind !== 'name') mine.drop();
    };
  }, []);

  const write = async (table: TableView, choices: Chosen) => {
    const mine = importing.current;
    if (!mine) return;
    const tell = (...step: Step) => {
      if (isHere.current) setStage({ kind: 'writing', table, step });
    };
    setStage({ kind: 'writing', table, step: null });
    const made = await mine.rows(rowChoices(table, choices), tell);
    const options = { ...usualOptions, documents: 'new' as const };
    const done = made.ok ? await mine.commit(options, t('rows.step', { file: table.name }), tell) : made;
    if (!done.ok) {
      if (!isHere.current)
        return say(done.failure.code === STOPPED ? stopped().message : done.failure.message);
      return setStage({ kind: 'choosing', table, failure: done.failure });
    }
    // It may have been stopped too late: then it is done.
    if (isHere.current) setStage({ kind: 'done', name: table.name, report: done.value });
    else sayImported(table.name, done.value);
    const path = firstNew(undoable(get().history)?.parts ?? []);
    if (path !== null) await openDocument(path);
    if (rowChoices(table, choices).fields?.length) showSide('document');
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (stage.kind === 'choosing' && chosen) void write(stage.table, chosen);
  };

  if (stage.kind === 'done') return <Done name={stage.name} report={stage.report} />;
  const isReading = stage.kind === 'reading' || !chosen;
  return (
    <Modal title={t('rows.title')} width={isReading ? 'wide' : 'large'} first={first}>
      {isReading ? (
        <div className="stack">
          {stage.kind === 'reading' && stage.failure ? (
            <p className="error" role="alert">
              {stage.failure.message}
            </p>
          ) : (
            <StepBar step={null} />
          )}
          <div className="actions">
            <button ref={first} type="button" className="button" onClick={closeDialog}>
              {stage.kind === 'reading' && stage.failure ? t('rows.close') : t('common.cancel')}
            </button>
          </div>
        </div>
      ) : (
        <Choose
          table={stage.table}
          chosen={chosen}
          onChoose={setChosen}
          onSubmit={submit}
          onClose={closeDialog}
          failure={stage.kind === 'choosing' ? stage.failure : null}
          writing={stage.kind === 'writing' ? { step: stage.step } : null}
        />
      )}
    </Modal>
  );
}
