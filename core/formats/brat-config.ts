/** brat’s configuration of a schema: annotation.conf, visual.conf, kb_shortcuts.conf. */
import type { Schema } from '../model';
import { asked, type BratNames, typeKey } from './brat-names';

const oneOf = (names: readonly string[], all: string) => (names.length === 0 ? all : names.join('|'));

/** Nested labels stand deeper by a tab; those in a circle or without a parent stand outermost. */
function tree({ labels }: Schema, name: (id: string) => string): string[] {
  const lines: string[] = [];
  const written = new Set<string>();
  const known = new Set(labels.map((it) => it.id));
  const put = (id: string, depth: number) => {
    if (written.has(id)) return;
    written.add(id);
    lines.push('\t'.repeat(depth) + name(id));
    for (const it of labels) if (it.parent === id) put(it.id, depth + 1);
  };
  for (const it of labels) if (it.parent === null || !known.has(it.parent)) put(it.id, 0);
  for (const it of labels) put(it.id, 0);
  return lines;
}

const isDark = (color: string) => {
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16)) as [
    number,
    number,
    number,
  ];
  return 0.299 * r + 0.587 * g + 0.114 * b < 140;
};

/** The configuration's files by their names. */
export function bratConfig(schema: Schema, { types, choices }: BratNames): ReadonlyMap<string, string> {
  const byId = new Map(schema.labels.map((it) => [it.id, types.of(typeKey.label(it.name))]));
  const label = (id: string) => byId.get(id) ?? id;
  const ends = (ids: readonly string[]) => oneOf(ids.filter((id) => byId.has(id)).map(label), '<ENTITY>');
  const relations = schema.relationTypes.map(
    (it) => `${types.of(typeKey.relation(it.name))}\tArg1:${ends(it.from)}, Arg2:${ends(it.to)}`,
  );
  const attributes = asked(schema).flatMap((it) => {
    const values =
      it.kind === 'boolean' ? ['true', 'false'] : it.choices.map((choice) => choices(it.id).of(choice));
    if (values.length === 0) return [];
    return [`${types.of(typeKey.question(it.name))}\tArg:${ends(it.of)}, Value:${values.join('|')}`];
  });
  const section = (name: string, lines: readonly string[]) =>
    `[${name}]\n${lines.map((it) => `${it}\n`).join('')}\n`;
  const shown = (name: string) => name.replace(/[\s|]+/g, ' ');
  const named = [
    ...schema.labels.map((it) => `${label(it.id)} | ${shown(it.name)}`),
    ...schema.relationTypes.map((it) => `${types.of(typeKey.relation(it.name))} | ${shown(it.name)}`),
    ...asked(schema).map((it) => `${types.of(typeKey.question(it.name))} | ${shown(it.name)}`),
  ];
  const drawn = [
    'SPAN_DEFAULT\tfgColor:black, bgColor:lightgreen, borderColor:darken',
    'ARC_DEFAULT\tcolor:black, arrowHead:triangle-5',
    ...schema.labels.map(
      (it) => `${label(it.id)}\tbgColor:${it.color}, fgColor:${isDark(it.color) ? 'white' : 'black'}`,
    ),
    ...schema.relationTypes.map((it) => `${types.of(typeKey.relation(it.name))}\tcolor:${it.color}`),
  ];
  const keys = schema.labels.flatMap((it) =>
    it.key === null ? [] : [`${it.key.toUpperCase()}\t${label(it.id)}\n`],
  );
  return new Map([
    [
      'annotation.conf',
      section('entities', tree(schema, label)) +
        section('relations', relations) +
        section('events', []) +
        section('attributes', attributes),
    ],
    ['visual.conf', section('labels', named) + section('drawing', drawn)],
    ['kb_shortcuts.conf', keys.join('')],
  ]);
}
