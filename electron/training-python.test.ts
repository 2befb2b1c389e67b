import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import type { FormatId } from '../core/formats/catalog';
import { catalog } from '../core/formats/catalog';
import type { ExportDocument, ExportProject } from '../core/formats/format';
import { readConll } from '../core/formats/read-conll';
import { ranksOf, reduce } from '../core/formats/reduce';
import { writers } from '../core/formats/writers';
import { sourceFile } from '../core/testing/mutate';
import { exportProjects } from '../core/testing/projects';
import { sample, sampleProject } from '../core/testing/sample';
import { type Written, written } from '../core/testing/written';

/** Reads as Python does, written from each format’s documentation; prints [label, text] of all that is marked, null for a bad file. */
const script = `
import json, sys

def lines(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]

def marked(text, start, end, label):
    assert type(start) is int and type(end) is int and 0 <= start < end <= len(text), (start, end)
    assert isinstance(label, str) and label
    return [label, text[start:end]]

def doccano(path):
    for it in lines(path):
        if "label" in it:
            yield from (marked(it["text"], *row) for row in it["label"])
            continue
        ids = [row["id"] for row in it["entities"]]
        assert len(set(ids)) == len(ids)
        assert all(row["from_id"] in ids and row["to_id"] in ids and row["type"] for row in it["relations"])
        for row in it["entities"]:
            yield marked(it["text"], row["start_offset"], row["end_offset"], row["label"])

def spacy(path):
    for it in lines(path):
        reach = 0
        for start, end, label in it["entities"]:
            assert start >= reach
            reach = end
            assert [start, end, label] in it["spans"]["sc"]
        assert all(0 <= score <= 1 for score in it["cats"].values())
        yield from (marked(it["text"], *row) for row in it["spans"]["sc"])

def hf(path):
    for it in lines(path):
        yield from (marked(it["text"], row["start"], row["end"], row["label"]) for row in it["entities"])

def entities(words, tags):
    found = []
    for word, tag in zip(words, tags, strict=True):
        if tag == "O":
            open_label = None
            continue
        prefix, label = tag.split("-", 1)
        if prefix == "B":
            found.append([label, [word]])
        else:
            assert prefix == "I" and open_label == label, tag
            found[-1][1].append(word)
        open_label = label
    return [[label, " ".join(words)] for label, words in found]

def tokens(path):
    names = json.load(open(path + ".labels.json", encoding="utf-8"))
    assert names[0] == "O" and len(set(names)) == len(names)
    for it in lines(path):
        assert all(0 <= tag < len(names) for tag in it["ner_tags"])
        yield from entities(it["tokens"], [names[tag] for tag in it["ner_tags"]])

def conll(path):
    words, tags, first = [], [], True
    with open(path, encoding="utf-8") as file:
        for line in [*file, "\\n"]:
            assert not first or line.startswith("-DOCSTART-")
            first = False
            columns = line.split()
            if not columns or columns[0] == "-DOCSTART-":
                yield from entities(words, tags)
                words, tags = [], []
            else:
                word, _, _, tag = columns
                words.append(word)
                tags.append(tag)

def found(kind, path):
    try:
        return list(globals()[kind](path))
    except Exception:
        return None

print(json.dumps([found(kind, path) for kind, path in zip(sys.argv[1::2], sys.argv[2::2])]))
`;

const root = mkdtempSync(join(tmpdir(), 'postil-python-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const isThere = spawnSync('python3', ['-c', 'zip([], strict=True)']).status === 0;
const python = (...args: string[]) =>
  JSON.parse(execFileSync('python3', ['-c', script, ...args], { encoding: 'utf8', stdio: 'pipe' }));

type Kind = 'doccano' | 'labels' | 'spacy' | 'hf' | 'tokens' | 'conll';
const kinds: Readonly<
  Record<Kind, { id: FormatId; choices: Readonly<Record<string, string>>; main: string }>
> = {
  doccano: { id: 'doccano', choices: {}, main: '' },
  labels: { id: 'doccano', choices: { shape: 'labels' }, main: '' },
  spacy: { id: 'spacy', choices: {}, main: 'train.jsonl' },
  hf: { id: 'hf', choices: {}, main: '' },
  tokens: { id: 'hf', choices: { shape: 'tokens' }, main: '' },
  conll: { id: 'conll', choices: {}, main: '' },
};

function exported(kind: Kind, project: ExportProject, documents: readonly ExportDocument[]): Written {
  const { id, choices } = kinds[kind];
  return written(id, writers[id] as NonNullable<(typeof writers)[FormatId]>, project, documents, { choices });
}

/** Writes FILES below a folder called NAME; the path of the main file. */
function put(name: string, kind: Kind, { files }: Written): string {
  const base = join(root, name, 'out');
  // An export without a piece is an empty file.
  mkdirSync(dirname(base), { recursive: true });
  writeFileSync(base, '');
  for (const [to, bytes] of files) {
    const path = to === kinds[kind].main ? base : base + to;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  }
  return base;
}

/** Label and words of all that is marked in DOCUMENTS, as the writer of KIND got them. */
function handedOver(kind: Kind, { schema }: ExportProject, documents: readonly ExportDocument[]) {
  const { carries } = catalog[kinds[kind].id];
  const how = { discontinuous: 'parts', overlap: 'longest' };
  return documents.flatMap((it) =>
    reduce(it, carries, how, ranksOf(schema), () => {}).layers.flatMap(({ annotations }) =>
      annotations.map(({ label, spans }) => [
        schema.labels.find((row) => row.id === label)?.name,
        spans[0]?.exact,
      ]),
    ),
  );
}

test.skipIf(!isThere)('[XT17] Python’s slices are what was marked', { timeout: 60_000 }, () => {
  const projects = fc.sample(exportProjects, 40);
  for (const kind of ['doccano', 'labels', 'spacy', 'hf'] as const) {
    const paths = projects.map(({ project, documents }, n) =>
      put(`${kind}-${n}`, kind, exported(kind, project, documents)),
    );
    const found = python(...paths.flatMap((path) => [kind === 'labels' ? 'doccano' : kind, path]));
    for (const [n, { project, documents }] of projects.entries())
      expect(found[n]).toEqual(handedOver(kind, project, documents));
  }
});

test.skipIf(!isThere)(
  '[XT17] Python’s split finds the words and tags that were written',
  { timeout: 60_000 },
  () => {
    const projects = fc.sample(exportProjects, 40);
    for (const kind of ['conll', 'tokens'] as const) {
      const made = projects.map(({ project, documents }) => exported(kind, project, documents));
      const found = python(...made.flatMap((it, n) => [kind, put(`${kind}-${n}`, kind, it)]));
      for (const [n, { project, documents }] of projects.entries()) {
        // Both forms have the same words, so our own reader of one tells what the other should hold.
        const conll = exported('conll', project, documents).text();
        const wanted = conll.replace(/^-DOCSTART-.*$/gm, '').trim()
          ? readConll
              .read([sourceFile('a', conll)])
              .documents.flatMap((it) => it.layers[0]?.annotations ?? [])
              .map((it) => [it.label, it.spans[0]?.exact])
          : [];
        const plain = (rows: [string, string][]) =>
          rows.map(([label, words]) => [label, words.replace(/\p{Surrogate}/gu, '\ufffd')]);
        expect(plain(found[n])).toEqual(wanted);
      }
    }
  },
);

test.skipIf(!isThere).each<[Kind, readonly (readonly [RegExp, string])[]]>([
  [
    'doccano',
    [
      [/"end_offset":\d+/, '"end_offset":999'],
      [/"id":1/, '"id":0'],
      [/"from_id":\d/, '"from_id":9'],
    ],
  ],
  [
    'spacy',
    [
      [/"entities": \[\[2,34/, '"entities": [[2,35'],
      [/"Person"\]/, '""]'],
      [/=biography":1/, '=biography":2'],
    ],
  ],
  [
    'hf',
    [
      [/"start":2/, '"start":"2"'],
      [/"end":34/, '"end":2'],
      [/"label"/, '"name"'],
    ],
  ],
  [
    'tokens',
    [
      [/"ner_tags":\[0,/, '"ner_tags":['],
      [/"ner_tags":\[0/, '"ner_tags":[99'],
      [/,5,6/, ',0,6'],
    ],
  ],
  [
    'conll',
    [
      [/ B-日期/, ' I-日期'],
      [/-DOCSTART-.*\n\n/, ''],
      [/Mary -X- /, 'Mary '],
    ],
  ],
])('[XT17] what reads %s here takes a good file and refuses damaged ones', (kind, damages) => {
  const made = exported(kind, sampleProject, [sample]);
  const damaged = damages.map(([from, to], n) => {
    const text = made.text(kinds[kind].main);
    expect(text).toMatch(from);
    const path = put(`damaged-${kind}-${n}`, kind, made);
    writeFileSync(path, text.replace(from, to));
    return path;
  });
  const [good, ...bad] = python(
    ...[put(`good-${kind}`, kind, made), ...damaged].flatMap((path) => [kind, path]),
  );
  expect(good).not.toHaveLength(0);
  expect(bad).toEqual(damages.map(() => null));
});

test.skipIf(!isThere)('[XT17] the script that makes a DocBin is Python', () => {
  const path = join(root, 'make_docbin.py');
  writeFileSync(path, exported('spacy', sampleProject, [sample]).text('make_docbin.py'));
  execFileSync('python3', ['-m', 'py_compile', path]);
});
