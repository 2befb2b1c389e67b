/** What another tool's brat folder says of its schema: types, their tree, arguments, values and colours. */
import {
  type ImportedLabel,
  type ImportedQuestion,
  type ImportedRelationType,
  type ImportedSchema,
  noSchema,
  type SourceFile,
} from './imported';

const named = (files: readonly SourceFile[], name: string) =>
  files.find((it) => it.path === name || it.path.endsWith(`/${name}`))?.text() ?? '';

/** Lines of a configuration file by their section; comments and separators (`-----`) left out. */
function sections(text: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  let current: string[] = [];
  for (const raw of text.split(/\r?\n/)) {
    const line = raw.replace(/\s+$/, '');
    const head = /^\[(\w+)\]$/.exec(line)?.[1];
    if (head !== undefined) {
      current = found.get(head) ?? [];
      found.set(head, current);
    } else if (line !== '' && !/^\s*(?:#|-{3,}$)/.test(line)) current.push(line);
  }
  return found;
}

/** `Arg1:Person|Place, Arg2:<ANY>` as pairs. */
const argumentsIn = (text: string): ReadonlyMap<string, readonly string[]> =>
  new Map(
    text.split(',').map((part) => {
      const [name = '', values = ''] = part.split(':');
      return [
        name.trim().replace(/[?*+]$/, ''),
        values
          .split('|')
          .map((it) => it.trim())
          .filter((it) => it !== ''),
      ] as const;
    }),
  );

/** Types alone: `<ANY>` and `<ENTITY>` are all. */
const types = (names: readonly string[] | undefined) => (names ?? []).filter((it) => !it.startsWith('<'));

export function readBratConfig(files: readonly SourceFile[]): ImportedSchema {
  const annotation = sections(named(files, 'annotation.conf'));
  const drawing = new Map(
    (sections(named(files, 'visual.conf')).get('drawing') ?? []).map((line) => {
      const [type = '', ...rest] = line.trim().split(/\s+/);
      const color = /(?:bgColor|color):\s*(#[0-9a-f]{6})\b/i.exec(rest.join(' '))?.[1];
      return [type, color?.toLowerCase() ?? null] as const;
    }),
  );
  const labels: ImportedLabel[] = [];
  const taken = new Set<string>();
  for (const section of ['entities', 'events']) {
    const above: string[] = [];
    for (const line of annotation.get(section) ?? []) {
      const depth = /^\t*/.exec(line)?.[0].length ?? 0;
      const name =
        line
          .trim()
          .split(/[\s\t]/)[0]
          ?.replace(/^!/, '') ?? '';
      above.splice(depth);
      if (name === '' || taken.has(name)) continue;
      taken.add(name);
      labels.push({
        name,
        color: drawing.get(name) ?? null,
        key: null,
        parent: above.at(-1) ?? null,
        description: '',
      });
      above.push(name);
    }
  }
  const rows = (section: string) =>
    (annotation.get(section) ?? []).map((line) => {
      const [name = '', ...rest] = line.trim().split(/\s+/);
      return { name, said: argumentsIn(rest.join(' ')) };
    });
  const known = (names: readonly string[] | undefined) => types(names).filter((it) => taken.has(it));
  const relationTypes = rows('relations')
    .filter(({ name }) => !name.startsWith('<'))
    .map(
      ({ name, said }): ImportedRelationType => ({
        name,
        color: drawing.get(name) ?? null,
        description: '',
        from: known(said.get('Arg1')),
        to: known(said.get('Arg2')),
      }),
    );
  const attributes = rows('attributes').map(({ name, said }): ImportedQuestion => {
    const choices = said.get('Value') ?? [];
    return {
      name,
      kind: choices.length > 0 ? 'choice' : 'boolean',
      choices,
      description: '',
      required: false,
      default: null,
      of: known(said.get('Arg')),
    };
  });
  const unique = <T extends { name: string }>(list: readonly T[]) => [
    ...new Map(list.map((it) => [it.name, it])).values(),
  ];
  return { ...noSchema, labels, relationTypes: unique(relationTypes), attributes: unique(attributes) };
}
