import { useRef } from 'react';
import { freeName, moveRow, newQuestion, withNew, withoutRow } from '../../core/edit-schema';
import { t } from '../../core/locale/t';
import { useEditor } from './editor';
import { QuestionDetail } from './QuestionDetail';
import { Section, useChosen } from './Section';
import { total } from './use';

export type QuestionPart = 'attributes' | 'documentFields';

/** What a question is called in the keys of its texts. */
const words = { attributes: 'attribute', documentFields: 'field' } as const;

/** Attributes, or the fields of documents: both are questions. */
export function Questions({ part }: { part: QuestionPart }) {
  const { schema, propose, usage } = useEditor();
  const word = words[part];
  const types = schema[part];
  const [id, choose] = useChosen(types);
  const first = useRef<HTMLInputElement>(null);
  const type = types.find((it) => it.id === id);
  const place = (it: string) => `${part === 'attributes' ? 'answer' : 'field'}/${it}`;
  const add = () => {
    const row = newQuestion(schema, part, freeName(schema, part, t(`schema.${word}-new-name`)));
    if (propose({ title: t(`schema.${word}-new`), after: withNew(schema, part, row) }) !== null) return;
    choose(row.id);
    requestAnimationFrame(() => first.current?.select());
  };
  const remove = (gone: string) => {
    const name = types.find((it) => it.id === gone)?.name ?? gone;
    propose({ title: t(`schema.step.${word}-delete`, { name }), after: withoutRow(schema, part, gone) });
  };
  return (
    <Section
      list={t(`schema.tab-${part}`)}
      rows={types.map((it) => ({
        ...it,
        side: usage ? String(total(usage.get(place(it.id)) ?? []) || '') : '',
      }))}
      empty={t(`schema.${word}-none`)}
      chosen={id}
      onChoose={choose}
      add={t(`schema.${word}-new`)}
      onAdd={add}
      onMove={(it, move) =>
        void propose({
          title: t(`schema.step.${word}-shift`),
          after: moveRow(schema, part, it, move === 'up' ? -1 : 1),
        })
      }
      onDelete={remove}
      first={first}
    >
      {type && (
        <QuestionDetail
          key={type.id}
          part={part}
          type={type}
          rows={usage && (usage.get(place(type.id)) ?? [])}
          first={first}
          onDelete={() => remove(type.id)}
        />
      )}
    </Section>
  );
}
