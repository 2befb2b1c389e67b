import { type FormEvent, useRef, useState } from 'react';
import { fullName, treeOf } from '../../core/label-tree';
import { t } from '../../core/locale/t';
import type { Schema } from '../../core/model';
import type { Fate } from '../../core/refactor';
import type { RefactorPlan, SchemaUsage } from '../../core/views';
import { Modal } from '../parts/Modal';
import { OthersNote } from './Merge';
import { type Counted, counted, UsedIn } from './Used';
import { carryOut, currentSchema, type Fates, planFor, type Question } from './use';

type Loss = SchemaUsage['losses'][number];

const nouns: Readonly<Record<Loss['kind'], Counted>> = {
  label: 'annotation',
  relation: 'relation',
  circle: 'relation',
  answer: 'answer',
  field: 'answer',
};

/** What goes, in words. */
function nameOf({ kind, id, choice }: Loss, schema: Schema): string {
  const parts = {
    label: ['schema.named-label', schema.labels],
    relation: ['schema.named-relation', schema.relationTypes],
    circle: ['schema.named-relation', schema.relationTypes],
    answer: ['schema.named-attribute', schema.attributes],
    field: ['schema.named-field', schema.documentFields],
  } as const;
  const [key, rows] = parts[kind];
  const name = rows.find((row) => row.id === id)?.name ?? id;
  return choice === null ? t(key, { name }) : t('schema.named-choice', { choice, name });
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
  const values = { what: nameOf(loss, before), counted: counted(loss.documents, nouns[loss.kind]) };
  if (loss.kind === 'circle') return t('schema.loss-circle', values);
  return t(isNarrowed(loss, after) ? 'schema.loss-narrowed' : 'schema.loss-used', values);
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
    else setProblem(t('schema.ask-again'));
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
            <p className="error">{t('schema.blocked', { count: plan.blocked.length })}</p>
            <ul className="used-in">
              {plan.blocked.map(({ path, reason }) => (
                <li key={path}>
                  <span>{t('schema.because', { what: path, why: reason })}</span>
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
        <p className="muted">{t('schema.one-step')}</p>
        <div className="actions">
          <button ref={cancel} type="button" className="button" onClick={onClose}>
            {t('common.cancel')}
          </button>
          <button type="submit" className="button primary" disabled={isBusy}>
            {plan ? t('schema.go-on') : wish.title}
          </button>
        </div>
      </form>
    </Modal>
  );
}

const removalHint = ({ kind }: Loss) =>
  kind === 'label'
    ? t('schema.remove-with-relations')
    : kind === 'circle'
      ? t('schema.remove-from-circle')
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
        <summary className="muted">{t('schema.in-which')}</summary>
        <UsedIn rows={loss.documents} />
      </details>
      {isConverted(loss, before, after) &&
        choice(
          fate.do === 'merge' && fate.into === loss.id,
          { do: 'merge', into: loss.id },
          t('schema.convert'),
          t('schema.convert-hint'),
        )}
      {targets.length > 0 && (
        <div className="merge-choice">
          {choice(
            fate.do === 'merge' && fate.into !== loss.id,
            { do: 'merge', into },
            t('schema.merge-into'),
            '',
          )}
          <select
            aria-label={t('schema.merge-into')}
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
        ? choice(fate.do === 'keep', { do: 'keep' }, t('schema.keep-them'), t('schema.keep-them-hint'))
        : choice(
            fate.do === 'keep',
            { do: 'keep' },
            t('schema.keep-plain'),
            t('schema.keep-plain-hint', { id: loss.choice ?? loss.id }),
          )}
      {choice(fate.do === 'remove', { do: 'remove' }, t(`schema.remove-${noun}`), removalHint(loss))}
    </fieldset>
  );
}
