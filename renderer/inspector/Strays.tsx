import { X } from 'lucide-react';
import { enumerated } from '../../core/locale/numbers';
import { t } from '../../core/locale/t';
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
    <ul className="strays" aria-label={t('inspector.strays')}>
      {ids.map((id) => (
        <li key={id}>
          <span className="clip muted">
            {t('inspector.stray', {
              question: nameOf(id),
              answer: enumerated([given[id]].flat().map(wordOf)),
            })}
          </span>
          <button
            type="button"
            className="icon-button small"
            aria-label={t('inspector.take-away-one', { question: nameOf(id) })}
            title={t('inspector.stray-hint')}
            onClick={() => onRemove(id)}
          >
            <X size={12} />
          </button>
        </li>
      ))}
    </ul>
  );
}

const wordOf = (value: unknown) =>
  value === true ? t('inspector.yes') : value === false ? t('inspector.no') : String(value);
