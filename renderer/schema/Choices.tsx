import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useState } from 'react';
import { withRow } from '../../core/edit-schema';
import { t } from '../../core/locale/t';
import type { AttributeType } from '../../core/model';
import { useEditor } from './editor';
import { TextField } from './fields';
import type { QuestionPart } from './Questions';

/** The choices of a question. Answers hold the choice's words, so renaming one goes through all documents. */
export function Choices({ part, type }: { part: QuestionPart; type: AttributeType }) {
  const { schema, propose } = useEditor();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const put = (choices: readonly string[], start = type.default) =>
    propose({
      title: t('schema.step.choices', { name: type.name }),
      after: withRow(schema, part, type.id, { choices, default: start }),
    });
  const rename = (from: string, to: string) => {
    const swap = (choice: string) => (choice === from ? to : choice);
    const start = type.default;
    const place = `${part === 'attributes' ? 'answer' : 'field'}/${type.id}=${from}`;
    return propose({
      title: t('schema.step.choice-rename', { choice: from }),
      after: withRow(schema, part, type.id, {
        choices: type.choices.map(swap),
        default:
          typeof start === 'string'
            ? swap(start)
            : typeof start === 'object' && start
              ? start.map(swap)
              : start,
      }),
      fates: { [place]: { do: 'merge', into: to } },
    });
  };
  const remove = (gone: string) => {
    const left = type.choices.filter((choice) => choice !== gone);
    const start = type.default;
    setProblem(
      put(
        left,
        start === gone
          ? null
          : typeof start === 'object' && start
            ? start.filter((it) => it !== gone)
            : start,
      ),
    );
  };
  const move = (from: number, step: -1 | 1) => {
    const next = [...type.choices];
    next.splice(from + step, 0, ...next.splice(from, 1));
    put(next);
  };
  const add = () => {
    const refused = put([...type.choices, typed.trim()]);
    setProblem(refused);
    if (refused === null) setTyped('');
  };
  return (
    <fieldset>
      <legend>{t('schema.choices')}</legend>
      <ul className="choices-list">
        {type.choices.map((choice, i) => (
          <li key={choice}>
            <TextField
              quiet
              label={t('schema.choice', { number: i + 1 })}
              value={choice}
              onCommit={(next) => rename(choice, next.trim())}
            />
            <button
              type="button"
              className="icon-button"
              aria-label={t('schema.choice-up', { choice })}
              disabled={i === 0}
              onClick={() => move(i, -1)}
            >
              <ArrowUp size={14} />
            </button>
            <button
              type="button"
              className="icon-button"
              aria-label={t('schema.choice-down', { choice })}
              disabled={i === type.choices.length - 1}
              onClick={() => move(i, 1)}
            >
              <ArrowDown size={14} />
            </button>
            <button
              type="button"
              className="icon-button"
              aria-label={t('schema.choice-remove', { choice })}
              onClick={() => remove(choice)}
            >
              <X size={14} />
            </button>
          </li>
        ))}
        <li>
          <input
            aria-label={t('schema.choice-new')}
            placeholder={t('schema.choice-new-hint')}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
              event.preventDefault();
              if (typed.trim() !== '') add();
            }}
          />
        </li>
      </ul>
      {problem && (
        <p className="error" role="alert">
          {problem}
        </p>
      )}
    </fieldset>
  );
}
