import { X } from 'lucide-react';
import type { Attributes, AttributeType } from '../../core/model';

interface Props {
  readonly given: Attributes;
  readonly questions: readonly AttributeType[];
  /** All questions of the schema, for their names. */
  readonly known: readonly AttributeType[];
  readonly onRemove: (id: string) => void;
}

/** Answers to what is not asked of this label (any more): kept, shown, and taken away only by hand. */
export function Strays({ given, questions, known, onRemove }: Props) {
  const ids = Object.keys(given).filter((id) => !questions.some((type) => type.id === id));
  if (ids.length === 0) return null;
  const nameOf = (id: string) => known.find((type) => type.id === id)?.name ?? id;
  return (
    <ul className="strays" aria-label="Answers that are not asked for">
      {ids.map((id) => (
        <li key={id}>
          <span className="clip muted">
            {nameOf(id)}: {[given[id]].flat().map(wordOf).join(', ')}
          </span>
          <button
            type="button"
            className="icon-button small"
            aria-label={`Take the answer to ${nameOf(id)} away`}
            title="This label does not ask for it. Take it away"
            onClick={() => onRemove(id)}
          >
            <X size={12} />
          </button>
        </li>
      ))}
    </ul>
  );
}

const wordOf = (value: unknown) => (value === true ? 'Yes' : value === false ? 'No' : String(value));
