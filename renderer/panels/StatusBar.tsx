import { statusNames } from '../facts/write';
import { relationText } from '../relations/point';
import { labelName } from '../session/pick';
import { type State, selectedSpan, useSession } from '../state';

/** Saved or not, what is selected, who annotates. */
export function StatusBar() {
  const save = useSession((state) => state.save);
  const place = useSession(placeText);
  const hovered = useSession(hoverText);
  const encoding = useSession((state) => state.document?.encoding);
  const annotator = useSession((state) => state.info?.annotator?.name);
  const status = useSession((state) => state.document?.facts.status);
  const trims = useSession((state) => state.trims);
  const zoom = useSession((state) => state.zoom);
  const progress = useSession((state) => state.progress);
  const text = save.failure ? `Not saved: ${save.failure}` : save.pending > 0 ? 'Saving…' : 'Saved';
  return (
    <footer className="status-bar">
      <span
        role="status"
        aria-label="Save status"
        className={save.failure ? 'save failed' : 'save'}
        title={text}
      >
        {text}
      </span>
      <span className="clip grow">{progress ?? hovered}</span>
      {trims && <span title="New annotations leave spaces and punctuation at their ends out">Trimmed</span>}
      {status && status !== 'todo' && <span>{statusNames[status]}</span>}
      <span>{place}</span>
      {encoding && <span>{encoding}</span>}
      {annotator && <span>{annotator}</span>}
      <span>{zoom} %</span>
    </footer>
  );
}

function placeText(state: State): string {
  const { document, selection } = state;
  if (!document) return '';
  const span = selectedSpan(state);
  const many = (count: number) => `${count.toLocaleString()} characters`;
  return span
    ? `${many(span.end - span.start)} selected`
    : `${selection.focus.toLocaleString()} of ${many(document.text.length)}`;
}

function hoverText(state: State): string {
  const { hovered, hoveredLink, document } = state;
  if (hoveredLink !== null) return relationText(state, hoveredLink);
  return hovered
    .flatMap((id) => document?.annotations.get(id) ?? [])
    .map(labelName)
    .join(' · ');
}
