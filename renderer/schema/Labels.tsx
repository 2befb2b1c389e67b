import { useRef } from 'react';
import { freeName, moveLabel, newLabel, withNew, withoutRow } from '../../core/edit-schema';
import { treeOf } from '../../core/label-tree';
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
    const row = newLabel(schema, freeName(schema, 'labels', 'New label'), label?.parent ?? null);
    if (propose({ title: 'New label', after: withNew(schema, 'labels', row) }) !== null) return;
    choose(row.id);
    requestAnimationFrame(() => first.current?.select());
  };
  const remove = (gone: string) => {
    const name = schema.labels.find((it) => it.id === gone)?.name ?? gone;
    propose({
      title: `Delete label ${name}`,
      after: withoutRow(schema, 'labels', gone),
      afterMerge: (into) => withoutRow(schema, 'labels', gone, into),
    });
  };
  return (
    <Section
      list="Labels of the schema"
      tree
      rows={tree.map(({ label: it, depth }) => ({
        ...it,
        depth,
        cap: it.key?.toUpperCase() ?? null,
        side: usage ? String(total(usage.get(`label/${it.id}`) ?? []) || '') : '',
      }))}
      empty="No labels yet. Make one, or start from a template."
      chosen={id}
      onChoose={choose}
      add="New label"
      onAdd={add}
      onMove={(it, move) => void propose({ title: 'Move label', after: moveLabel(schema, it, move) })}
      onDelete={remove}
      first={first}
    >
      {label && <LabelDetail key={label.id} label={label} first={first} onDelete={() => remove(label.id)} />}
    </Section>
  );
}
