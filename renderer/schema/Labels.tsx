import { useRef } from 'react';
import { freeName, moveLabel, newLabel, withNew, withoutRow } from '../../core/edit-schema';
import { treeOf } from '../../core/label-tree';
import { t } from '../../core/locale/t';
import { useEditor } from './editor';
import { LabelDetail } from './LabelDetail';
import { Section, useChosen } from './Section';
import { total } from './use';

/** The labels as a tree, and what is said of the chosen one. */
export function Labels({ start }: { start: string | null }) {
  const { schema, propose, usage } = useEditor();
  const tree = treeOf(schema.labels);
  const [id, choose] = useChosen(
    tree.map((it) => it.label),
    start,
  );
  const first = useRef<HTMLInputElement>(null);
  const label = schema.labels.find((it) => it.id === id);
  const add = () => {
    const row = newLabel(
      schema,
      freeName(schema, 'labels', t('schema.label-new-name')),
      label?.parent ?? null,
    );
    if (propose({ title: t('schema.label-new'), after: withNew(schema, 'labels', row) }) !== null) return;
    choose(row.id);
    requestAnimationFrame(() => first.current?.select());
  };
  const remove = (gone: string) => {
    const name = schema.labels.find((it) => it.id === gone)?.name ?? gone;
    propose({
      title: t('schema.step.label-delete', { label: name }),
      after: withoutRow(schema, 'labels', gone),
      afterMerge: (into) => withoutRow(schema, 'labels', gone, into),
    });
  };
  return (
    <Section
      list={t('schema.labels-list')}
      tree
      rows={tree.map(({ label: it, depth }) => ({
        ...it,
        depth,
        cap: it.key?.toUpperCase() ?? null,
        side: usage ? String(total(usage.get(`label/${it.id}`) ?? []) || '') : '',
      }))}
      empty={t('schema.labels-none')}
      chosen={id}
      onChoose={choose}
      add={t('schema.label-new')}
      onAdd={add}
      onMove={(it, move) =>
        void propose({ title: t('schema.step.label-shift'), after: moveLabel(schema, it, move) })
      }
      onDelete={remove}
      first={first}
    >
      {label && <LabelDetail key={label.id} label={label} first={first} onDelete={() => remove(label.id)} />}
    </Section>
  );
}
