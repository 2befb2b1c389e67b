import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { Failure } from '../../../core/failure';
import { catalog } from '../../../core/formats/catalog';
import { t } from '../../../core/locale/t';
import type { ExportPage } from '../../../core/views';
import { call } from '../../api';
import { Modal } from '../../parts/Modal';
import { closeDialog, say } from '../../session/say';
import { get, useSession } from '../../state';
import { Foot } from '../Foot';
import { type Choices, firstChoices, optionsOf } from './choices';
import { Done } from './Done';
import { Documents, Filter } from './Filter';
import { FormatList } from './FormatList';
import { Carried, FormatOptions } from './FormatOptions';
import { LossLine, OutlookBox } from './OutlookBox';
import { type Running, runExport } from './run';
import { useOutlook } from './use-outlook';

/** The project in another format: what it holds and what it loses is said before it is written. */
export function Export() {
  const [choices, setChoices] = useState<Choices | null>(null);
  useEffect(() => {
    void call('export.recall', null).then((known) =>
      setChoices({ ...firstChoices, unit: usualUnit(), ...(known.ok ? known.value : null) }),
    );
  }, []);
  return choices && <Chosen choices={choices} onChoose={setChoices} />;
}

/** What offsets count where nothing was exported before: the settings say it. */
const usualUnit = () => get().info?.preferences.unit ?? firstChoices.unit;

interface Props {
  readonly choices: Choices;
  readonly onChoose: (choices: Choices) => void;
}

/** Where an export stands: chosen from, written, done. */
type Stage =
  | { readonly kind: 'choosing'; readonly failure: Failure | null; readonly place: string | null }
  | { readonly kind: 'writing'; readonly running: Running; readonly page: ExportPage | null }
  | { readonly kind: 'done'; readonly page: ExportPage };

function Chosen({ choices, onChoose }: Props) {
  const project = useSession((state) => state.project?.name) ?? 'export';
  const [stage, setStage] = useState<Stage>({ kind: 'choosing', failure: null, place: null });
  const [copied, setCopied] = useState('');
  const chosen = useRef<HTMLInputElement>(null);
  const options = useMemo(() => optionsOf(choices), [choices]);
  const isWriting = stage.kind === 'writing';
  const outlook = useOutlook(options, isWriting || stage.kind === 'done');
  const description = catalog[choices.format];
  const choose = (next: Choices) => {
    setCopied('');
    setStage({ kind: 'choosing', failure: null, place: null });
    onChoose(next);
  };

  const write = async (file: string, over: boolean) => {
    const { format, unit, choices: all } = choices;
    void call('export.remember', { format, unit, choices: all });
    const running = runExport(options, file, over, (page) => setStage({ kind: 'writing', running, page }));
    setStage({ kind: 'writing', running, page: null });
    const last = await running.done;
    if (last.ok && last.value?.file) return setStage({ kind: 'done', page: last.value });
    if (last.ok) say(t('export.stopped'));
    setStage({ kind: 'choosing', failure: last.ok ? null : last.failure, place: file });
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const only = choices.filter.documents?.length === 1 ? choices.filter.documents[0] : undefined;
    const stem = only ? only.replace(/\.[^./]*$/, '').replaceAll('/', '-') : project;
    // A format with one document a file becomes a folder when there are several.
    const isFolder = description.shape === 'folder' || (description.shape === 'per-document' && !only);
    const name = isFolder ? `${stem}-${choices.format}` : stem + description.extension;
    const place = await call('export.choose', { suggested: name.slice(-300) });
    if (!place.ok) return setStage({ kind: 'choosing', failure: place.failure, place: null });
    // The system's dialog has asked before it gave the name of a file that exists; of a folder it does not ask.
    if (place.value !== null) await write(place.value, !isFolder);
  };
  const copy = async () => {
    const text = await call('export.text', options);
    if (!text.ok) return setStage({ kind: 'choosing', failure: text.failure, place: null });
    const written = await call('clipboard.write', { text: text.value.text });
    if (!written.ok) return setStage({ kind: 'choosing', failure: written.failure, place: null });
    const count = text.value.text.length;
    setCopied(
      text.value.sides.length > 0
        ? t('export.copied-without-relations', { count })
        : t('export.copied-characters', { count }),
    );
  };

  if (stage.kind === 'done') {
    const { report, file } = stage.page;
    return report && file ? <Done report={report} file={file} /> : null;
  }
  const failure = stage.kind === 'choosing' ? stage.failure : null;
  const close = () => {
    if (stage.kind === 'writing') stage.running.stop();
    else closeDialog();
  };
  return (
    <Modal title={t('export.title')} width="large" first={chosen} onClose={close}>
      <form onSubmit={submit} className="dialog-form export">
        <FormatList
          format={choices.format}
          chosen={chosen}
          onChoose={(format) => choose({ ...choices, format })}
        />
        <div className="export-detail dialog-column stack">
          <Carried description={description} />
          <div className="export-row">
            <Documents
              chosen={choices.filter.documents}
              onChange={(documents) => choose({ ...choices, filter: { ...choices.filter, documents } })}
            />
            <FormatOptions description={description} choices={choices} onChoose={choose} />
          </div>
          <Filter
            filter={choices.filter}
            onChange={(filter) => choose({ ...choices, filter })}
            withSuggestions={choices.withSuggestions}
            onSuggestions={(withSuggestions) => choose({ ...choices, withSuggestions })}
          />
          <OutlookBox outlook={outlook} description={description} />
        </div>
        <Foot
          failure={failure}
          actions={
            <>
              {failure?.code === 'exists' && stage.kind === 'choosing' && stage.place && (
                <button
                  type="button"
                  className="button"
                  onClick={() => void write(stage.place as string, true)}
                >
                  {t('export.replace')}
                </button>
              )}
              {!isWriting && (
                <button type="button" className="button" onClick={copy}>
                  {t('export.copy')}
                </button>
              )}
              <button type="button" className="button" onClick={close}>
                {isWriting ? t('common.stop') : t('common.cancel')}
              </button>
              <button type="submit" className="button primary" disabled={isWriting}>
                {isWriting ? t('export.exporting') : t('export.go')}
              </button>
            </>
          }
        >
          <p role="status" aria-label={t('common.copied')}>
            {copied}
          </p>
          {isWriting && <Writing page={stage.page} />}
          {!isWriting && !failure && !copied && <LossLine page={outlook.page} />}
        </Foot>
      </form>
    </Modal>
  );
}

function Writing({ page }: { readonly page: ExportPage | null }) {
  const { seen, total } = page ?? { seen: 0, total: 1 };
  return (
    <div className="outcome">
      <p>{page ? t('export.documents-written', { seen, total }) : t('common.writing')}</p>
      <progress aria-label={t('common.is-writing')} value={seen} max={Math.max(1, total)} />
    </div>
  );
}
