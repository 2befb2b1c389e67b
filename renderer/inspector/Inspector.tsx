import { Trash2 } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { questionsOf } from '../../core/edit-attributes';
import { t } from '../../core/locale/t';
import { focusText } from '../current-viewer';
import { usePainted } from '../parts/after-paint';
import { removeTarget, writeNote } from '../session/annotate';
import { answer, forgetAnswer } from '../session/answers';
import { relatingNow } from '../session/relations';
import { useSession } from '../state';
import { FragmentHint } from './FragmentHint';
import { goOn, rememberField } from './focus';
import { LabelField } from './LabelField';
import { NoteField } from './NoteField';
import { Provenance } from './Provenance';
import { Questions } from './Questions';
import { Relations } from './Relations';
import { Strays } from './Strays';

/** Esc goes back to the text; Enter goes on to the next field, except where it means something of its own. */
function keys(event: KeyboardEvent): void {
  const { target, key } = event;
  const isField = target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
  if (key === 'Escape') focusText();
  else if (key === 'Enter' && isField && !event.ctrlKey && !event.metaKey) goOn(target);
  else return;
  event.preventDefault();
}

/** All that is known of the picked annotation, to be changed by keyboard alone. */
export function Inspector() {
  // Another pick may wait for the paint; a change of what is shown may not, or typing would lose letters.
  const picked = usePainted((state) => state.picked);
  const annotation = useSession((state) =>
    picked === null ? undefined : state.document?.annotations.get(picked),
  );
  const attributes = useSession((state) => state.project?.schema.attributes) ?? [];
  const relating = useSession((state) => relatingNow(state) !== null);
  if (!annotation) return <FragmentHint />;
  if (relating) return null;
  const questions = questionsOf(attributes, annotation.label);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc and Enter from any field of it
    <div
      className="inspector"
      data-inspector
      onKeyDown={keys}
      onFocus={(event) => rememberField(event.target)}
    >
      <div className="inspector-head">
        <h3>{t('inspector.title')}</h3>
        <button
          type="button"
          className="icon-button"
          aria-label={t('inspector.remove')}
          title={t('inspector.remove-hint')}
          onClick={removeTarget}
        >
          <Trash2 size={15} />
        </button>
      </div>
      <LabelField annotation={annotation} />
      <Questions
        key={`questions ${annotation.id}`}
        questions={questions}
        given={annotation.attributes}
        owner=""
        onAnswer={(type, value) => answer(annotation.id, type, value)}
      />
      <Strays
        given={annotation.attributes}
        questions={questions}
        known={attributes}
        onRemove={(id) => forgetAnswer(annotation.id, id)}
      />
      <NoteField
        key={annotation.id}
        name={t('inspector.note')}
        value={annotation.note}
        placeholder={t('inspector.add-note')}
        field="note"
        onSave={(note) => writeNote(annotation.id, note)}
      />
      <Relations key={`relations ${annotation.id}`} annotation={annotation} />
      <Provenance annotation={annotation} />
    </div>
  );
}
