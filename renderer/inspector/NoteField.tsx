import { focusText } from '../current-viewer';
import { useDraft } from './draft';

interface Props {
  readonly name: string;
  readonly value: string;
  readonly placeholder: string;
  readonly field: string;
  readonly rows?: number;
  /** The name is read out but not shown. */
  readonly quiet?: boolean;
  readonly onSave: (note: string) => void;
}

/** A note of several lines. Esc and Ctrl+Enter save it and go back to the text. */
export function NoteField({ name, value, placeholder, field, rows = 2, quiet = false, onSave }: Props) {
  const { draft, setDraft, flush } = useDraft(value, onSave);
  return (
    <label className="field" data-field={field}>
      <span className={quiet ? 'visually-hidden' : undefined}>{name}</span>
      <textarea
        rows={rows}
        value={draft}
        placeholder={placeholder}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={flush}
        onKeyDown={(event) => {
          if (event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))) {
            flush();
            focusText();
            event.stopPropagation();
            event.preventDefault();
          }
        }}
      />
    </label>
  );
}
