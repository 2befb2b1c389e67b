import { useDraft } from './draft';

interface Props {
  readonly name: string;
  readonly required: boolean;
  readonly value: string;
  /** Why this is no answer, in plain words; null when it is one. */
  readonly problem?: (draft: string) => string | null;
  readonly numeric?: boolean;
  readonly onSave: (draft: string) => void;
}

/** A line that is typed; what is no answer stays in the field, says so, and is not saved. */
export function TypedField({ name, required, value, problem, numeric = false, onSave }: Props) {
  const wrong = (draft: string) => problem?.(draft) ?? null;
  const { draft, setDraft, flush } = useDraft(value, (text) => {
    if (wrong(text) === null) onSave(text);
  });
  const failure = wrong(draft);
  return (
    <>
      <input
        type="text"
        inputMode={numeric ? 'decimal' : undefined}
        aria-label={name}
        aria-required={required}
        aria-invalid={failure !== null}
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={flush}
      />
      {failure !== null && (
        <p className="error" role="alert">
          {failure}
        </p>
      )}
    </>
  );
}
