import { type RefObject, useRef } from 'react';
import { freeName, moveRow, newRelationType, withNew, withoutRow, withRow } from '../../core/edit-schema';
import { treeOf } from '../../core/label-tree';
import { t } from '../../core/locale/t';
import type { RelationType } from '../../core/model';
import { sentence } from '../parts/sentence';
import { useEditor } from './editor';
import { Check, ColorField, SomeOf, TextField } from './fields';
import { Section, useChosen } from './Section';
import { Used } from './Used';
import { total } from './use';

/** The types of relations. */
export function Relations() {
  const { schema, propose, usage } = useEditor();
  const types = schema.relationTypes;
  const [id, choose] = useChosen(types);
  const first = useRef<HTMLInputElement>(null);
  const type = types.find((it) => it.id === id);
  const add = () => {
    const row = newRelationType(schema, freeName(schema, 'relationTypes', t('schema.relation-new-name')));
    if (propose({ title: t('schema.relation-new'), after: withNew(schema, 'relationTypes', row) }) !== null)
      return;
    choose(row.id);
    requestAnimationFrame(() => first.current?.select());
  };
  const remove = (gone: string) => {
    const name = types.find((it) => it.id === gone)?.name ?? gone;
    propose({
      title: t('schema.step.relation-delete', { name }),
      after: withoutRow(schema, 'relationTypes', gone),
      afterMerge: (into) => withoutRow(schema, 'relationTypes', gone, into),
    });
  };
  return (
    <Section
      list={t('schema.relations-list')}
      rows={types.map((it) => ({
        ...it,
        side: usage ? String(total(usage.get(`relation/${it.id}`) ?? []) || '') : '',
      }))}
      empty={t('schema.relations-none')}
      chosen={id}
      onChoose={choose}
      add={t('schema.relation-new')}
      onAdd={add}
      onMove={(it, move) =>
        void propose({
          title: t('schema.step.relation-shift'),
          after: moveRow(schema, 'relationTypes', it, move === 'up' ? -1 : 1),
        })
      }
      onDelete={remove}
      first={first}
    >
      {type && <RelationDetail key={type.id} type={type} first={first} onDelete={() => remove(type.id)} />}
    </Section>
  );
}

interface Props {
  readonly type: RelationType;
  readonly first: RefObject<HTMLInputElement | null>;
  readonly onDelete: () => void;
}

function RelationDetail({ type, first, onDelete }: Props) {
  const { schema, propose, usage } = useEditor();
  const put = (parts: Partial<RelationType>) =>
    propose({
      title: t('schema.step.relation-change', { name: type.name }),
      after: withRow(schema, 'relationTypes', type.id, parts),
    });
  const labels = treeOf(schema.labels).map(({ label, depth }) => ({ ...label, depth }));
  return (
    <div className="stack">
      <TextField
        label={t('schema.name')}
        first={first}
        value={type.name}
        onCommit={(name) => put({ name: name.trim() })}
      />
      <ColorField color={type.color} name={`color-${type.id}`} onCommit={(color) => put({ color })} />
      <TextField
        label={t('schema.description')}
        lines={2}
        value={type.description}
        onCommit={(description) => put({ description })}
      />
      <div className="field-row ends">
        <SomeOf
          legend={t('schema.may-start')}
          none={t('schema.all-labels')}
          rows={labels}
          chosen={type.from}
          onChange={(from) => put({ from })}
        />
        <SomeOf
          legend={t('schema.may-lead')}
          none={t('schema.all-labels')}
          rows={labels}
          chosen={type.to}
          onChange={(to) => put({ to })}
        />
      </div>
      <Check checked={type.loops} onChange={(loops) => put({ loops })}>
        {t('schema.loops')}
      </Check>
      <Check checked={type.cycles} onChange={(cycles) => put({ cycles })}>
        {t('schema.cycles')}
      </Check>
      <Used rows={usage && (usage.get(`relation/${type.id}`) ?? [])} noun="relation" />
      <div className="actions start">
        <button type="button" className="button" onClick={onDelete}>
          {t('schema.delete-ask')}
        </button>
        <span className="muted">{sentence('schema.in-files', { id: <code>{type.id}</code> })}</span>
      </div>
    </div>
  );
}
