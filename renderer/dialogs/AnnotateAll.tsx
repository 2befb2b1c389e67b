import { type FormEvent, type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { DocumentHits, Wanted } from '../../core/hits';
import { t } from '../../core/locale/t';
import { Modal } from '../parts/Modal';
import { CheckList } from '../search/CheckList';
import { Context } from '../search/Context';
import { type HitRow, hitKey, hitRows } from '../search/hit-rows';
import { OptionToggles } from '../search/OptionToggles';
import { type Hits, useHits } from '../search/use-hits';
import { WholeProject } from '../search/WholeProject';
import { annotateEverywhere, offeredLabel } from '../session/annotate-all';
import { targetAnnotation } from '../session/pick';
import { closeDialog } from '../session/say';
import { useSession } from '../state';

interface Props {
  readonly wanted: Wanted;
  readonly whole: boolean;
}

/** A: the same words everywhere, all checked; Enter applies. Those labelled already are left alone. */
export function AnnotateAll(props: Props) {
  const labels = useSession((state) => state.project?.schema.labels) ?? [];
  const documents = useSession((state) => state.project?.documents.length) ?? 0;
  const [wanted, setWanted] = useState(props.wanted);
  const [whole, setWhole] = useState(props.whole);
  const [label, setLabel] = useState(() => offeredLabel(targetAnnotation()?.label));
  const [unchecked, setUnchecked] = useState<ReadonlySet<string>>(new Set());
  const apply = useRef<HTMLButtonElement>(null);
  const [hits, stop] = useHits(wanted, whole);
  const rows = useMemo(() => hitRows(hits.found, whole), [hits.found, whole]);
  const chosen = useMemo(() => chosenOf(hits.found, label, unchecked), [hits.found, label, unchecked]);
  const count = sizeOf(chosen);
  const ready = count > 0 && !hits.running && label !== '';
  const look = (next: Wanted) => {
    setWanted(next);
    setUnchecked(new Set());
  };
  const toggle = (row: HitRow) => {
    const keys =
      row.kind === 'hit'
        ? [hitKey(row.path, row.hit)]
        : partsOf(hits.found, row.path).map((hit) => hitKey(row.path, hit));
    const next = new Set(unchecked);
    // A heading checks all of its document, unless all are checked.
    const add = row.kind === 'hit' ? !next.has(keys[0] as string) : keys.every((key) => !next.has(key));
    for (const key of keys) add ? next.add(key) : next.delete(key);
    setUnchecked(next);
  };
  const isChecked = (row: HitRow): boolean | null => {
    if (row.kind === 'hit') return !unchecked.has(hitKey(row.path, row.hit));
    if (unchecked.size === 0) return true;
    const off = partsOf(hits.found, row.path).filter((hit) => unchecked.has(hitKey(row.path, hit))).length;
    return off === 0 ? true : off === row.count ? false : null;
  };
  const leftOut = (row: HitRow): string | null => {
    if (row.readOnly !== null) return row.kind === 'document' ? t('annotate.all.left-out') : '';
    return row.kind === 'hit' && row.hit.labels.includes(label) ? t('annotate.all.labelled') : null;
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    closeDialog();
    annotateEverywhere(label, chosen);
  };
  return (
    <Modal title={t('annotate.all.title')} width="wide" first={apply}>
      <form onSubmit={submit} className="stack annotate-all">
        <div className="annotate-all-what">
          <WantedField wanted={wanted} onChange={look} />
          <label className="field">
            {t('annotate.all.label')}
            <select value={label} onChange={(event) => setLabel(event.target.value)}>
              {labels.map((it) => (
                <option key={it.id} value={it.id}>
                  {it.name}
                </option>
              ))}
            </select>
          </label>
        </div>
        <div className="annotate-all-where">
          {'lines' in wanted ? <span /> : <OptionToggles query={wanted} onChange={look} />}
          {documents > 1 && (
            <WholeProject
              on={whole}
              onChange={(on) => {
                setWhole(on);
                setUnchecked(new Set());
              }}
            />
          )}
        </div>
        <Outcome hits={hits} whole={whole} label={label} onStop={stop} />
        <CheckList
          label={t('annotate.all.matches')}
          count={rows.length}
          item={(index) => {
            const row = rows[index] as HitRow;
            return {
              content: <RowContent row={row} aligned={!('lines' in wanted)} />,
              checked: isChecked(row),
              leftOut: leftOut(row),
              heading: row.kind === 'document',
              toggle: () => toggle(row),
            };
          }}
        />
        <LeftOut found={hits.found} refused={hits.refused} />
        <div className="actions">
          <button type="button" className="button" onClick={closeDialog}>
            {t('common.cancel')}
          </button>
          {/* Not `disabled`: it must hold the focus while matches are still being looked for. */}
          <button ref={apply} type="submit" className="button primary" aria-disabled={!ready}>
            {t('annotate.all.apply', { total: count })}
          </button>
        </div>
      </form>
    </Modal>
  );
}

function RowContent({ row, aligned }: { row: HitRow; aligned: boolean }) {
  if (row.kind === 'hit') return <Context span={row.hit} aligned={aligned} />;
  return (
    <>
      <span className="clip grow">{row.path}</span>
      <span className="muted">{t('search.matches', { count: row.count })}</span>
    </>
  );
}

function WantedField({ wanted, onChange }: { wanted: Wanted; onChange: (wanted: Wanted) => void }) {
  if ('lines' in wanted) {
    return (
      <div className="field">
        {t('annotate.all.lines', { count: wanted.lines.length })}
        <span className="wanted clip" dir="auto">
          {wanted.lines.join(' · ')}
        </span>
      </div>
    );
  }
  const keys = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    event.currentTarget.form?.requestSubmit();
  };
  return (
    <label className="field">
      {t('annotate.all.words')}
      <textarea
        rows={wanted.text.includes('\n') ? 3 : 1}
        dir="auto"
        spellCheck={false}
        value={wanted.text}
        onChange={(event) => onChange({ ...wanted, text: event.target.value })}
        onKeyDown={keys}
      />
    </label>
  );
}

interface OutcomeProps {
  readonly hits: Hits;
  readonly whole: boolean;
  readonly label: string;
  readonly onStop: () => void;
}

/** How many there are, and how far the search is. */
function Outcome({ hits, whole, label, onStop }: OutcomeProps) {
  const { found, running, searched, total, isCut, failure } = hits;
  if (failure) {
    return (
      <p className="error" role="alert">
        {failure}
      </p>
    );
  }
  const count = sizeOf(found);
  const labelled = found.reduce(
    (sum, it) => sum + it.hits.filter((hit) => hit.labels.includes(label)).length,
    0,
  );
  const documents = new Set(found.map((it) => it.path)).size;
  return (
    <div className="outcome">
      <p>
        {whole
          ? t('annotate.all.found-in', { found: count, labelled, count: documents })
          : t('annotate.all.found-here', { found: count, labelled })}
        {isCut && ` ${t('annotate.all.more')}`}
      </p>
      {running && (
        <>
          <progress aria-label={t('annotate.all.searching')} value={searched} max={total} />
          <button type="button" className="button small" onClick={onStop}>
            {t('annotate.all.stop')}
          </button>
        </>
      )}
    </div>
  );
}

/** Documents that can't be annotated, or not be read, with the reason. */
function LeftOut({ found, refused }: Pick<Hits, 'found' | 'refused'>) {
  const reasons = new Map(refused.map(({ path, reason }) => [path, reason]));
  for (const { path, readOnly } of found) if (readOnly !== null) reasons.set(path, readOnly);
  if (reasons.size === 0) return null;
  return (
    <details className="left-out-list" open={reasons.size === 1}>
      <summary>{t('annotate.all.documents-left-out', { count: reasons.size })}</summary>
      <ul>
        {[...reasons].map(([path, reason]) => (
          <li key={path}>
            <strong>{path}</strong> {reason}
          </li>
        ))}
      </ul>
    </details>
  );
}

const sizeOf = (found: readonly DocumentHits[]) => found.reduce((sum, it) => sum + it.hits.length, 0);

const partsOf = (found: readonly DocumentHits[], path: string) =>
  found.flatMap((it) => (it.path === path ? it.hits : []));

/** What is checked, can be annotated, and does not carry LABEL yet. */
function chosenOf(
  found: readonly DocumentHits[],
  label: string,
  unchecked: ReadonlySet<string>,
): DocumentHits[] {
  return found.flatMap((it) => {
    if (it.readOnly !== null) return [];
    const hits = it.hits.filter(
      (hit) => !hit.labels.includes(label) && (unchecked.size === 0 || !unchecked.has(hitKey(it.path, hit))),
    );
    return hits.length > 0 ? [{ ...it, hits }] : [];
  });
}
