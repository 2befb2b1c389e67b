import { t } from '../../core/locale/t';
import { statusName } from '../facts/write';
import { HintLine } from '../hints/HintLine';
import { usePainted } from '../parts/after-paint';
import { relationText } from '../relations/point';
import { labelName } from '../session/pick';
import { saveElsewhere } from '../session/rescue';
import { type State, selectedSpan, useSession } from '../state';
import { AboutButton } from './AboutButton';

/** Saved or not, what is selected, who annotates. */
export function StatusBar() {
  const place = usePainted(placeText);
  const hovered = usePainted(hoverText);
  const annotator = usePainted((state) => state.info?.annotator?.name);
  const status = usePainted((state) => state.document?.facts.status);
  const trims = usePainted((state) => state.trims);
  const zoom = usePainted((state) => state.zoom);
  const progress = usePainted((state) => state.progress);
  return (
    <footer className="status-bar">
      <SaveStatus />
      <span className="clip grow">{progress ?? hovered}</span>
      <HintLine />
      {trims && <span title={t('status.trimmed-hint')}>{t('status.trimmed')}</span>}
      {status && status !== 'todo' && <span>{statusName(status)}</span>}
      <span>{place}</span>
      <AboutButton />
      {annotator && <span>{annotator}</span>}
      <span>{t('status.zoom', { percent: zoom })}</span>
    </footer>
  );
}

/** In the very frame of the edit it no longer says that all is saved. */
function SaveStatus() {
  const { failure, pending } = useSession((state) => state.save);
  const text = failure
    ? t('status.not-saved', { reason: failure })
    : t(pending > 0 ? 'status.saving' : 'status.saved');
  return (
    <>
      <span
        role="status"
        aria-label={t('status.save')}
        className={failure ? 'save failed' : 'save'}
        title={text}
      >
        {text}
      </span>
      {failure && (
        <button type="button" className="status-button" onClick={() => void saveElsewhere()}>
          {t('desktop.rescue')}
        </button>
      )}
    </>
  );
}

function placeText(state: State): string {
  const { document, selection } = state;
  if (!document) return '';
  const span = selectedSpan(state);
  return span
    ? t('status.selected', { count: span.end - span.start })
    : t('status.place', { at: selection.focus, count: document.text.length });
}

function hoverText(state: State): string {
  const { hovered, hoveredLink, document } = state;
  if (hoveredLink !== null) return relationText(state, hoveredLink);
  return hovered
    .flatMap((id) => document?.annotations.get(id) ?? [])
    .map(labelName)
    .join(' · ');
}
