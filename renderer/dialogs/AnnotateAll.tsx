import { type FormEvent, useMemo, useRef, useState } from 'react';
import { exactMatches } from '../../core/matches';
import type { Span } from '../../core/model';
import { Modal } from '../parts/Modal';
import { applyToAll } from '../session/annotate';
import { targetAnnotation } from '../session/pick';
import { closeDialog } from '../session/say';
import { get, useSession } from '../state';

const CONTEXT = 40;
/** More rows are counted and applied, but not listed. */
const LISTED = 500;

/** A: the same words everywhere in the document, all checked; Enter applies. Those labelled already are left alone. */
export function AnnotateAll({ quote }: { quote: string }) {
  const document = useSession((state) => state.document);
  const labels = useSession((state) => state.project?.schema.labels) ?? [];
  const [label, setLabel] = useState(() => targetAnnotation()?.label ?? labels[0]?.id ?? '');
  const [unchecked, setUnchecked] = useState<ReadonlySet<number>>(new Set());
  const apply = useRef<HTMLButtonElement>(null);
  const text = document?.text ?? '';
  const matches = useMemo(() => exactMatches(text, quote), [text, quote]);
  const labelled = useMemo(
    () => new Set(matches.filter((span) => carries(span, label)).map((span) => span.start)),
    [matches, label],
  );
  const chosen = matches.filter((span) => !labelled.has(span.start) && !unchecked.has(span.start));
  const toggle = (start: number) => {
    const next = new Set(unchecked);
    if (!next.delete(start)) next.add(start);
    setUnchecked(next);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    closeDialog();
    if (chosen.length > 0) applyToAll(label, chosen);
  };
  return (
    <Modal title="Annotate all" width="wide" first={apply}>
      <form onSubmit={submit} className="stack">
        <label className="field">
          Label
          <select value={label} onChange={(event) => setLabel(event.target.value)}>
            {labels.map((it) => (
              <option key={it.id} value={it.id}>
                {it.name}
              </option>
            ))}
          </select>
        </label>
        <p>
          {matches.length} in this document, {labelled.size} labelled already.
        </p>
        <ul className="matches">
          {matches.slice(0, LISTED).map((span) => (
            <li key={span.start}>
              <label>
                <input
                  type="checkbox"
                  checked={!unchecked.has(span.start)}
                  disabled={labelled.has(span.start)}
                  onChange={() => toggle(span.start)}
                />
                <span className="clip" dir="auto">
                  {text.slice(Math.max(0, span.start - CONTEXT), span.start)}
                  <mark>{quote}</mark>
                  {text.slice(span.end, span.end + CONTEXT)}
                </span>
                {labelled.has(span.start) && <span className="muted">labelled</span>}
              </label>
            </li>
          ))}
          {matches.length > LISTED && <li className="muted">… and {matches.length - LISTED} more</li>}
        </ul>
        <div className="actions">
          <button type="button" className="button" onClick={closeDialog}>
            Cancel
          </button>
          <button
            ref={apply}
            type="submit"
            className="button primary"
            disabled={chosen.length === 0 || label === ''}
          >
            Apply to {chosen.length}
          </button>
        </div>
      </form>
    </Modal>
  );
}

function carries(span: Span, label: string): boolean {
  return (get().document?.annotations.overlapping(span) ?? []).some(
    (it) =>
      it.label === label &&
      it.spans.length === 1 &&
      it.spans[0]?.start === span.start &&
      it.spans[0].end === span.end,
  );
}
