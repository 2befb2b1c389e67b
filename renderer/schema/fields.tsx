/** Fields that are committed when they are left, and say what is wrong with them. */
import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { inkProperties } from '../../core/ink';
import { t } from '../../core/locale/t';
import { palette } from '../../core/palette';
import { sentence } from '../parts/sentence';

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  /** Returns the reason when the value is refused. */
  readonly onCommit: (value: string) => string | null;
  readonly lines?: number;
  readonly maxLength?: number;
  readonly hint?: string;
  readonly first?: RefObject<HTMLInputElement | null>;
  /** The label is read out but not shown. */
  readonly quiet?: boolean;
}

/** Enter (in one line) or leaving the field commits; Escape brings the old value back. */
export function TextField({
  label,
  value,
  onCommit,
  lines = 1,
  maxLength,
  hint,
  first,
  quiet,
}: TextFieldProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();
  const reset = () => {
    setDraft(null);
    setProblem(null);
  };
  const commit = () => {
    if (draft === null || draft === value) return reset();
    const refused = onCommit(draft);
    setProblem(refused);
    if (refused === null) setDraft(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && lines === 1) {
      event.preventDefault();
      commit();
    } else if (event.key === 'Escape' && (draft !== null || problem !== null)) {
      event.stopPropagation();
      reset();
    }
  };
  const shared = {
    id,
    value: draft ?? value,
    maxLength,
    'aria-invalid': problem !== null,
    'aria-describedby': problem === null ? undefined : `${id}-problem`,
    onBlur: commit,
    onKeyDown,
  };
  return (
    <div className="field">
      <label htmlFor={id} className={quiet ? 'visually-hidden' : undefined}>
        {label}
      </label>
      {lines === 1 ? (
        <input {...shared} ref={first} onChange={(event) => setDraft(event.target.value)} />
      ) : (
        <textarea {...shared} rows={lines} onChange={(event) => setDraft(event.target.value)} />
      )}
      {hint && <span className="muted">{hint}</span>}
      {problem && (
        <span className="error" role="alert" id={`${id}-problem`}>
          {problem}
        </span>
      )}
    </div>
  );
}

interface ColorFieldProps {
  readonly color: string;
  readonly name: string;
  readonly onCommit: (color: string) => void;
}

/** The palette, and any other colour. */
export function ColorField({ color, name, onCommit }: ColorFieldProps) {
  const own = useRef<HTMLInputElement>(null);
  const commit = useRef(onCommit);
  commit.current = onCommit;
  useEffect(() => {
    // React's onChange is every step of the system's dialog; `change` is the end of it.
    const input = own.current;
    const chosen = () => input && commit.current(input.value);
    input?.addEventListener('change', chosen);
    return () => input?.removeEventListener('change', chosen);
  }, []);
  return (
    <fieldset className="swatches">
      <legend>{t('labels.edit.colour')}</legend>
      {palette.map((it) => (
        <label key={it} title={it}>
          <input
            type="radio"
            name={name}
            aria-label={it}
            checked={it === color.toLowerCase()}
            onChange={() => onCommit(it)}
          />
          <span className="inked" style={inkProperties(it)} />
        </label>
      ))}
      <input
        key={color}
        ref={own}
        type="color"
        aria-label={t('labels.edit.other-colour')}
        defaultValue={color}
      />
    </fieldset>
  );
}

interface CheckProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly children: ReactNode;
}

export function Check({ checked, onChange, children }: CheckProps) {
  return (
    <label className="choice">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <span>{children}</span>
    </label>
  );
}

interface SomeOfProps {
  readonly legend: string;
  /** What none of them means: `all labels`. */
  readonly none: string;
  readonly rows: readonly { readonly id: string; readonly name: string; readonly depth?: number }[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Any of ROWS; none means all. */
export function SomeOf({ legend, none, rows, chosen, onChange }: SomeOfProps) {
  const gone = chosen.filter((id) => !rows.some((row) => row.id === id));
  const all = [...rows, ...gone.map((id) => ({ id, name: t('schema.gone', { id }), depth: 0 }))];
  const some = t('schema.bracketed', { chosen: chosen.length === 0 ? none : chosen.length });
  return (
    <fieldset className="some-of">
      <legend>
        {sentence('schema.some-of', { what: legend, chosen: <span className="muted">{some}</span> })}
      </legend>
      <div className="some-of-rows">
        {all.map(({ id, name, depth = 0 }) => (
          <div key={id} style={{ '--depth': depth } as object} className="some-of-row">
            <Check
              checked={chosen.includes(id)}
              onChange={(on) => onChange(on ? [...chosen, id] : chosen.filter((it) => it !== id))}
            >
              {name}
            </Check>
          </div>
        ))}
        {all.length === 0 && <span className="muted">{t('schema.some-none')}</span>}
      </div>
    </fieldset>
  );
}
