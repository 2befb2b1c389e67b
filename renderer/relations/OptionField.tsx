import { type KeyboardEvent, type ReactNode, useId } from 'react';

export interface Option {
  readonly id: string;
  readonly body: ReactNode;
  readonly disabled?: boolean;
}

interface Props {
  readonly name: string;
  readonly placeholder: string;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** What is listed now: few, around the active one. */
  readonly options: readonly Option[];
  readonly active: string | null;
  readonly onWalk: (step: -1 | 1) => void;
  readonly onChoose: (id: string | null) => void;
  readonly onLeave: () => void;
}

const steps: Readonly<Record<string, -1 | 1>> = { ArrowDown: 1, ArrowUp: -1 };

/** A field to type in, with options below it: Tab and the arrows walk, Enter chooses, Esc leaves. */
export function OptionField(props: Props) {
  const { name, placeholder, query, options, active, onQuery, onWalk, onChoose, onLeave } = props;
  const list = useId();
  const at = options.findIndex((option) => option.id === active);
  const keys = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = event.key === 'Tab' ? (event.shiftKey ? -1 : 1) : steps[event.key];
    if (step) onWalk(step);
    else if (event.key === 'Enter') onChoose(active);
    else if (event.key === 'Escape') onLeave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      <input
        role="combobox"
        aria-label={name}
        aria-expanded={options.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={at < 0 ? undefined : `${list}-${at}`}
        placeholder={placeholder}
        // biome-ignore lint/a11y/noAutofocus: the person asked for this field by its key
        autoFocus
        value={query}
        onChange={(event) => onQuery(event.target.value)}
        onKeyDown={keys}
      />
      <div role="listbox" id={list} aria-label={name} className="options">
        {options.map(({ id, body, disabled }, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys
          // biome-ignore lint/a11y/useFocusableInteractive: the field above keeps the focus
          <div
            key={id}
            id={`${list}-${index}`}
            role="option"
            aria-selected={id === active}
            aria-disabled={disabled}
            className="option"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(id)}
          >
            {body}
          </div>
        ))}
      </div>
    </>
  );
}
