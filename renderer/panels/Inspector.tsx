import { Trash2 } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Annotation } from '../../core/model';
import { focusText } from '../current-viewer';
import { relabelTo, removeTarget, writeNote } from '../session/annotate';
import { useSession } from '../state';

const IDLE_MS = 800;

/** All that is known of the picked annotation. Esc goes back to the text. */
export function Inspector() {
  const annotation = useSession((state) =>
    state.picked === null ? undefined : state.document?.annotations.get(state.picked),
  );
  const labels = useSession((state) => state.project?.schema.labels) ?? [];
  const annotator = useSession((state) => state.info?.annotator?.name);
  if (!annotation) return null;
  const known = labels.some((label) => label.id === annotation.label);
  const back = (event: KeyboardEvent) => {
    if (event.key === 'Escape') focusText();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc from any field of it
    <div className="inspector" data-inspector onKeyDown={back}>
      <div className="inspector-head">
        <h3>Selected annotation</h3>
        <button
          type="button"
          className="icon-button"
          aria-label="Remove annotation"
          title="Remove"
          onClick={removeTarget}
        >
          <Trash2 size={15} />
        </button>
      </div>
      <label className="field">
        Label
        <select value={annotation.label} onChange={(event) => relabelTo(annotation.id, event.target.value)}>
          {!known && <option value={annotation.label}>{annotation.label}</option>}
          {labels.map((label) => (
            <option key={label.id} value={label.id}>
              {label.name}
            </option>
          ))}
        </select>
      </label>
      <NoteField key={annotation.id} annotation={annotation} />
      <p className="muted facts">
        Characters {annotation.spans.map(({ start, end }) => `${start}–${end}`).join(', ')} ·{' '}
        {annotator ?? 'you'} · {new Date(annotation.updatedAt).toLocaleString()}
      </p>
    </div>
  );
}

/** A note is saved when the typing rests, and when one leaves it. */
function NoteField({ annotation: { id, note } }: { annotation: Annotation }) {
  const [draft, setDraft] = useState(note);
  const latest = useRef(draft);
  latest.current = draft;
  const [base, setBase] = useState(note);
  if (base !== note) {
    // Undo, or a change from outside, wrote it: what is shown follows.
    setBase(note);
    setDraft(note);
  }
  useEffect(() => {
    if (draft === note) return;
    const timer = setTimeout(() => writeNote(id, draft), IDLE_MS);
    return () => clearTimeout(timer);
  }, [draft, note, id]);
  useEffect(() => () => writeNote(id, latest.current), [id]);
  return (
    <label className="field">
      Note
      <textarea
        rows={3}
        value={draft}
        placeholder="Add a note"
        onChange={(event) => setDraft(event.target.value)}
        onBlur={() => writeNote(id, draft)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))) {
            writeNote(id, draft);
            focusText();
            event.stopPropagation();
            event.preventDefault();
          }
        }}
      />
    </label>
  );
}
