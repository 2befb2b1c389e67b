import { type FormEvent, useRef, useState } from 'react';
import { fullName, treeOf } from '../../core/label-tree';
import type { Schema } from '../../core/model';
import type { Fate } from '../../core/refactor';
import type { RefactorPlan, SchemaUsage } from '../../core/views';
import { Modal } from '../parts/Modal';
import { OthersNote } from './Merge';
import { counted, UsedIn } from './Used';
import { carryOut, currentSchema, type Fates, planFor, type Question } from './use';

type Loss = SchemaUsage['losses'][number];

const nouns = {
  label: 'annotation',
  relation: 'relation',
  circle: 'relation',
  answer: 'answer',
  field: 'answer',
} as const;

/** What goes, in words. */
function nameOf({ kind, id, choice }: Loss, schema: Schema): string {
  const parts = {
    label: ['Label', schema.labels],
    relation: ['Relation type', schema.relationTypes],
    circle: ['Relation type', schema.relationTypes],
    answer: ['Attribute', schema.attributes],
    field: ['Document field', schema.documentFields],
  } as const;
  const [word, rows] = parts[kind];
  const name = rows.find((row) => row.id === id)?.name ?? id;
  return choice === null ? `${word} “${name}”` : `“${choice}” of “${name}”`;
}

/** Where what LOSS carries could go: pairs of what is stored and what is shown. */
function targetsOf({ kind, id, choice }: Loss, after: Schema): readonly (readonly [string, string])[] {
  if (kind === 'label') return treeOf(after.labels).map((it) => [it.label.id, fullName(it)] as const);
  if (kind === 'relation' || kind === 'circle')
    return after.relationTypes.flatMap((it) => (it.id === id ? [] : [[it.id, it.name] as const]));
  const types = kind === 'answer' ? after.attributes : after.documentFields;
  const same = types.find((it) => it.id === id);
  if (choice !== null) return (same?.choices ?? []).map((it) => [it, it] as const);
  return types.flatMap((it) => (it.id === id ? [] : [[it.id, it.name] as const]));
}

/** True when the question stays and only its kind changes: then answers can be converted. */
const isConverted = ({ kind, id, choice }: Loss, before: Schema, after: Schema) => {
  const part = kind === 'answer' ? 'attributes' : 'documentFields';
  const of = (schema: Schema) => schema[part].find((it) => it.id === id)?.kind;
  return (
    (kind === 'answer' || kind === 'field') && choice === null && !!of(after) && of(after) !== of(before)
  );
};

/** True when the relation type stays, and only some of its relations are no longer allowed. */
const isNarrowed = ({ kind, id }: Loss, after: Schema) =>
  kind === 'circle' || (kind === 'relation' && after.relationTypes.some((it) => it.id === id));

/** What is used, or no longer allowed, and how much of it. */
function lossText(loss: Loss, before: Schema, after: Schema): string {
  const name = nameOf(loss, before);
  const count = counted(loss.documents, nouns[loss.kind]);
  if (loss.kind === 'circle') return `${name} leads in circles: without ${count} it would not`;
  return isNarrowed(loss, after) ? `${name} would no longer allow ${count}` : `${name} is used: ${count}`;
}

function startFate(loss: Loss, before: Schema, after: Schema): Fate {
  return isConverted(loss, before, after) ? { do: 'merge', into: loss.id } : { do: 'keep' };
}

/** A change takes the ground from something in use: what becomes of it, place by place, as one step. */
export function Ask({ question, onClose }: { question: Question; onClose: () => void }) {
  const { wish, usage } = question;
  const before = currentSchema();
  const [fates, setFates] = useState<Fates>(() =>
    Object.fromEntries(
      usage.losses.map((loss) => [loss.key, wish.fates?.[loss.key] ?? startFate(loss, before, wish.after)]),
    ),
  );
  const [plan, setPlan] = useState<RefactorPlan | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const cancel = useRef<HTMLButtonElement>(null);
  const merged = usage.losses.map(({ key }) => fates[key]).find((fate) => fate?.do === 'merge');
  const decided =
    wish.afterMerge && merged?.do === 'merge' ? { ...wish, after: wish.afterMerge(merged.into) } : wish;
  const others = usage.losses.flatMap((loss) =>
    loss.documents.filter((row) => !row.own).map((row) => row.annotator),
  );
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    let wanted = plan;
    if (!wanted) {
      setBusy(true);
      const made = await planFor(decided, fates);
      setBusy(false);
      if (!made.ok) return setProblem(made.failure.message);
      wanted = made.value;
      if (wanted.blocked.length > 0) return setPlan(wanted);
    }
    if (carryOut(decided, wanted)) onClose();
    else setProblem('Nothing was changed. Close this and try again.');
  };
  const choose = (key: string, fate: Fate) => {
    setPlan(null);
    setFates({ ...fates, [key]: fate });
  };
  return (
    <Modal title={wish.title} width="wide" first={cancel} onClose={onClose}>
      <form onSubmit={submit} className="stack">
        {usage.losses.map((loss) => (
          <LossField
            key={loss.key}
            loss={loss}
            before={before}
            after={wish.after}
            fate={fates[loss.key] ?? { do: 'keep' }}
            onChoose={(fate) => choose(loss.key, fate)}
          />
        ))}
        <OthersNote names={others} />
        {plan && plan.blocked.length > 0 && (
          <div role="alert" className="stack">
            <p className="error">
              {plan.blocked.length === 1 ? 'One document' : `${plan.blocked.length} documents`} can’t be
              changed now. What is in there stays as it is and will be shown as unknown:
            </p>
            <ul className="used-in">
              {plan.blocked.map(({ path, reason }) => (
                <li key={path}>
                  <span>
                    {path}: {reason}
                  </span>
                </li>
              ))}
            </ul>
          </div>
        )}
        {problem && (
          <p className="error" role="alert">
            {problem}
          </p>
        )}
        <p className="muted">This is one step in all documents: undo brings everything back.</p>
        <div className="actions">
          <button ref={cancel} type="button" className="button" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" className="button primary" disabled={isBusy}>
            {plan ? 'Go on without them' : wish.title}
          </button>
        </div>
      </form>
    </Modal>
  );
}

const removalHint = ({ kind }: Loss) =>
  kind === 'label'
    ? 'and the relations that begin or end there'
    : kind === 'circle'
      ? 'that close a circle; the others stay'
      : '';

interface LossFieldProps {
  readonly loss: Loss;
  readonly before: Schema;
  readonly after: Schema;
  readonly fate: Fate;
  readonly onChoose: (fate: Fate) => void;
}

function LossField({ loss, before, after, fate, onChoose }: LossFieldProps) {
  const targets = targetsOf(loss, after);
  const noun = nouns[loss.kind];
  const into = fate.do === 'merge' ? fate.into : (targets[0]?.[0] ?? '');
  const choice = (checked: boolean, next: Fate, text: string, hint: string) => (
    <label className="choice">
      <input type="radio" name={loss.key} checked={checked} onChange={() => onChoose(next)} />
      <span>
        {text} <span className="muted">{hint}</span>
      </span>
    </label>
  );
  return (
    <fieldset className="loss">
      <legend>{lossText(loss, before, after)}</legend>
      <details>
        <summary className="muted">In which documents</summary>
        <UsedIn rows={loss.documents} />
      </details>
      {isConverted(loss, before, after) &&
        choice(
          fate.do === 'merge' && fate.into === loss.id,
          { do: 'merge', into: loss.id },
          'Convert',
          'what says the same; the rest stays and is shown as unknown',
        )}
      {targets.length > 0 && (
        <div className="merge-choice">
          {choice(fate.do === 'merge' && fate.into !== loss.id, { do: 'merge', into }, 'Merge into', '')}
          <select
            aria-label="Merge into"
            value={into}
            onChange={(event) => onChoose({ do: 'merge', into: event.target.value })}
          >
            {targets.map(([id, name]) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </div>
      )}
      {isNarrowed(loss, after)
        ? choice(fate.do === 'keep', { do: 'keep' }, 'Keep them', 'only new ones are refused')
        : choice(
            fate.do === 'keep',
            { do: 'keep' },
            'Keep as plain',
            `it stays in the files as “${loss.choice ?? loss.id}” and is shown as unknown`,
          )}
      {choice(fate.do === 'remove', { do: 'remove' }, `Remove the ${noun}s`, removalHint(loss))}
    </fieldset>
  );
}
