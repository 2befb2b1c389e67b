import { useRef } from 'react';
import { freeName, moveRow, newQuestion, withNew, withoutRow } from '../../core/edit-schema';
import { useEditor } from './editor';
import { QuestionDetail } from './QuestionDetail';
import { Section, useChosen } from './Section';
import { total } from './use';

export type QuestionPart = 'attributes' | 'documentFields';

const words = {
  attributes: {
    list: 'Attributes',
    noun: 'attribute',
    empty:
      'No attributes yet. An attribute asks something of annotations or relations: severity, certainty, a correction.',
  },
  documentFields: {
    list: 'Document fields',
    noun: 'document field',
    empty: 'No document fields yet. A field asks something of each document: speaker, date, genre.',
  },
} as const;

/** Attributes, or the fields of documents: both are questions. */
export function Questions({ part }: { part: QuestionPart }) {
  const { schema, propose, usage } = useEditor();
  const { list, noun, empty } = words[part];
  const types = schema[part];
  const [id, choose] = useChosen(types);
  const first = useRef<HTMLInputElement>(null);
  const type = types.find((it) => it.id === id);
  const place = (it: string) => `${part === 'attributes' ? 'answer' : 'field'}/${it}`;
  const add = () => {
    const row = newQuestion(schema, part, freeName(schema, part, `New ${noun}`));
    if (propose({ title: `New ${noun}`, after: withNew(schema, part, row) }) !== null) return;
    choose(row.id);
    requestAnimationFrame(() => first.current?.select());
  };
  const remove = (gone: string) => {
    const name = types.find((it) => it.id === gone)?.name ?? gone;
    propose({ title: `Delete ${noun} ${name}`, after: withoutRow(schema, part, gone) });
  };
  return (
    <Section
      list={list}
      rows={types.map((it) => ({
        ...it,
        side: usage ? String(total(usage.get(place(it.id)) ?? []) || '') : '',
      }))}
      empty={empty}
      chosen={id}
      onChoose={choose}
      add={`New ${noun}`}
      onAdd={add}
      onMove={(it, move) =>
        void propose({ title: `Move ${noun}`, after: moveRow(schema, part, it, move === 'up' ? -1 : 1) })
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
