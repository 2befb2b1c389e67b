import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fuzzReader, sourceFile } from '../testing/mutate';
import { exportProjects } from '../testing/projects';
import { sample, sampleProject } from '../testing/sample';
import { expectedOf, written } from '../testing/written';
import { catalog } from './catalog';
import { NotReadable } from './imported';
import { importedSchema } from './imported-schema';
import { writeLabelStudio } from './label-studio';
import { readLabelStudio } from './read-label-studio';
import { ranksOf, reduce } from './reduce';

const made = written('label-studio', writeLabelStudio, sampleProject, [sample]);
const read = (tasks: unknown, config?: string) =>
  readLabelStudio.read([
    sourceFile('tasks.json', typeof tasks === 'string' ? tasks : JSON.stringify(tasks)),
    ...(config === undefined ? [] : [sourceFile('config.xml', config)]),
  ]);

/** Checks TASKS against CONFIG by what Label Studio’s documentation demands; independent of reader and writer. */
function check(tasks: string, config: string): void {
  const rule = (holds: boolean, what: string) => {
    if (!holds) throw new Error(what);
  };
  const plain = (text: string) =>
    text
      .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
      .replace(/&(lt|gt|quot);/g, (_, name) => ({ lt: '<', gt: '>', quot: '"' })[name as 'lt'])
      .replaceAll('&amp;', '&');
  const values = (tag: string, attribute: string) =>
    [...config.matchAll(new RegExp(`<${tag} [^>]*?\\b${attribute}="([^"]*)"`, 'g'))].map((it) =>
      plain(it[1] as string),
    );
  const names = ['Labels', 'Choices', 'TextArea', 'Number'].flatMap((tag) => values(tag, 'name'));
  rule(new Set(names).size === names.length, 'names of controls are unique');
  rule(values('Text', 'name').includes('text') && values('Text', 'value').includes('$text'), 'text');
  for (const { data, annotations } of JSON.parse(tasks)) {
    const points = Array.from(data.text as string);
    for (const { result } of annotations) {
      const regions = new Set();
      for (const it of result) {
        if (it.type === 'relation') {
          rule(regions.has(it.from_id) && regions.has(it.to_id), 'ends of a relation');
          rule(['left', 'right', 'bi'].includes(it.direction) && !('id' in it), 'relation');
          rule(
            it.labels.every((label: string) => values('Relation', 'value').includes(label)),
            'its type',
          );
          continue;
        }
        rule(names.includes(it.from_name) && it.to_name === 'text', 'from_name and to_name');
        if (it.value.start !== undefined && it.type !== 'textarea')
          rule(points.slice(it.value.start, it.value.end).join('') === it.value.text, 'text at its offsets');
        if (it.type === 'labels') {
          regions.add(it.id);
          rule(
            it.value.labels.every((label: string) => values('Label', 'value').includes(label)),
            'label',
          );
        } else rule(it.value.start === undefined || regions.has(it.id), 'an answer has its region’s id');
      }
    }
  }
}

/** The shape of the documentation, with an answer, a note, a nested region and a relation. */
const ada = [
  {
    id: 1,
    data: { text: '😊 Ada Lovelace met Charles Babbage in London.' },
    annotations: [
      {
        id: 1,
        completed_by: 1,
        was_cancelled: false,
        created_at: '2026-01-01T00:00:00Z',
        result: [
          {
            id: 'r1',
            from_name: 'label',
            to_name: 'text',
            type: 'labels',
            value: { start: 2, end: 14, text: 'Ada Lovelace', labels: ['PER'] },
          },
          {
            id: 'r1',
            from_name: 'certainty',
            to_name: 'text',
            type: 'choices',
            value: { start: 2, end: 14, text: 'Ada Lovelace', choices: ['likely'] },
          },
          {
            id: 'r3',
            from_name: 'label',
            to_name: 'text',
            type: 'labels',
            value: { start: 38, end: 44, text: 'London', labels: ['LOC'] },
            meta: { text: ['Which London?'] },
          },
          {
            id: 'd1',
            from_name: 'genre',
            to_name: 'text',
            type: 'choices',
            value: { choices: ['biography'] },
          },
          { from_id: 'r1', to_id: 'r3', type: 'relation', direction: 'right', labels: ['knows'] },
        ],
      },
    ],
  },
];
const adaConfig = `<View>
  <Labels name="label" toName="text"><Label value="PER" background="#4E79A7" hotkey="1"/><Label value="LOC"/></Labels>
  <Relations><Relation value="knows"/></Relations>
  <Choices name="certainty" toName="text" perRegion="true"><Choice value="likely"/></Choices>
  <Choices name="genre" toName="text"><Choice value="biography"/></Choices>
  <Text name="text" value="$text"/>
</View>`;
const damage = (change: (result: Record<string, unknown>[]) => void) => {
  const copy = structuredClone(ada);
  change(copy[0]?.annotations[0]?.result as Record<string, unknown>[]);
  return JSON.stringify(copy);
};

test('[XT16] the checks of this test take a good file and refuse damaged ones', () => {
  check(JSON.stringify(ada), adaConfig);
  for (const change of [
    (rows: Record<string, unknown>[]) => Object.assign(rows[0]?.value as object, { end: 15 }),
    (rows: Record<string, unknown>[]) => Object.assign(rows[1] as object, { id: 'r9' }),
    (rows: Record<string, unknown>[]) => Object.assign(rows[4] as object, { to_id: 'r9' }),
    (rows: Record<string, unknown>[]) => Object.assign(rows[2]?.value as object, { labels: ['ORG'] }),
  ])
    expect(() => check(damage(change), adaConfig)).toThrow();
  expect(() => check(JSON.stringify(ada), adaConfig.replace('certainty', 'other'))).toThrow();
});

test('[XT16] whatever is marked, the tasks fit the configuration beside them', () => {
  fc.assert(
    fc.property(exportProjects, ({ project, documents }) => {
      const it = written('label-studio', writeLabelStudio, project, documents);
      check(it.text('tasks.json'), it.text('config.xml'));
    }),
  );
});

test('[XT3] the golden task and configuration', () => {
  const [task] = JSON.parse(made.text('tasks.json'));
  expect(task.data).toEqual({ text: sample.text, path: 'lyme.txt' });
  expect(task.annotations).toHaveLength(2);
  const [anna, wang] = task.annotations;
  expect(anna).toMatchObject({ id: 1, was_cancelled: false, annotator: { id: 'anna-1', name: 'Anna' } });
  expect('completed_by' in anna).toBe(false);
  const short = (it: Record<string, never>) =>
    JSON.stringify([it.id, it.from_name, it.type, it.value, it.meta].filter((part) => part !== undefined));
  expect(anna.result.slice(0, 4).map(short)).toEqual([
    '["b1","label","labels",{"start":2,"end":34,"text":"Mary 🐚 Anning showed De la Beche","labels":["日期"]},{"text":["=who, \\"whom\\"?"]}]',
    '["a1","label","labels",{"start":2,"end":15,"text":"Mary 🐚 Anning","labels":["Person"]}]',
    '["a1","certainty","choices",{"start":2,"end":15,"text":"Mary 🐚 Anning","choices":["likely"]}]',
    '["a1","sure","choices",{"start":2,"end":15,"text":"Mary 🐚 Anning","choices":["true"]}]',
  ]);
  expect(anna.result.slice(-4)).toEqual([
    { type: 'relation', from_id: 'a1', to_id: 'a2', direction: 'right', labels: ['says'] },
    { type: 'relation', from_id: 'a1', to_id: 'a1', direction: 'right', labels: ['is the same'] },
    {
      id: 'genre',
      from_name: 'genre',
      to_name: 'text',
      type: 'choices',
      value: { choices: ['biography'] },
      origin: 'manual',
    },
    {
      id: 'year',
      from_name: 'year',
      to_name: 'text',
      type: 'number',
      value: { number: 1836 },
      origin: 'manual',
    },
  ]);
  expect(wang.result.map(short)).toEqual([
    '["c1","label","labels",{"start":35,"end":47,"text":"the cliffs 🦕","labels":["Place name"]}]',
  ]);
  expect(made.text('config.xml').split('\n').slice(0, 9)).toEqual([
    '<View>',
    '  <Style>.htx-text { white-space: pre-wrap; }</Style>',
    '  <Labels name="label" toName="text">',
    '    <Label value="Person" background="#0072b2"/>',
    '    <Label value="Place name" background="#d55e00"/>',
    '    <Label value="日期" background="#009e73"/></Labels>',
    '  <Relations><Relation value="says"/><Relation value="is the same"/></Relations>',
    '  <Text name="text" value="$text"/>',
    '  <View visibleWhen="region-selected"><Header value="Certainty"/><Choices name="certainty" toName="text" perRegion="true" choice="single" showInline="true"><Choice value="likely"/><Choice value="un,likely"/><Choice value="可能"/></Choices></View>',
  ]);
});

test('[XT13] what Label Studio carries comes back the same, schema, annotators and all', () => {
  fc.assert(
    fc.property(exportProjects, ({ project, documents }) => {
      const { text } = written('label-studio', writeLabelStudio, project, documents);
      const back = read(text('tasks.json'), text('config.xml'));
      expect(back.problems).toEqual([]);
      const choices = { discontinuous: 'parts', overlap: 'longest' };
      const reduced = documents.map((it) =>
        reduce(it, catalog['label-studio'].carries, choices, ranksOf(project.schema), () => {}),
      );
      const wanted = expectedOf(project, reduced, 'code-point').map((it) => ({
        ...it,
        sha256: null,
        layers: it.layers.map((layer) => ({
          ...layer,
          status: null,
          annotations: layer.annotations.map((row) => ({ ...row, createdAt: null, updatedAt: null })),
          relations: layer.relations.map((row) => ({ ...row, id: '' })),
        })),
      }));
      const got = back.documents.map((it) => ({
        ...it,
        layers: it.layers.map((layer) => ({
          ...layer,
          relations: layer.relations.map((row) => ({ ...row, id: '' })),
        })),
      }));
      expect(got).toEqual(wanted);
      const schema = importedSchema(project.schema);
      const kept = ({ description: _, ...it }: (typeof schema.attributes)[number]) => it;
      expect(back.schema.attributes.map(kept)).toEqual(schema.attributes.map(kept));
      expect(back.schema.documentFields.map(kept)).toEqual(schema.documentFields.map(kept));
      expect(back.schema.labels).toEqual(
        schema.labels.map((it) => ({ ...it, parent: null, memo: undefined, description: '' })),
      );
      expect(back.schema.relationTypes.map((it) => it.name)).toEqual(
        schema.relationTypes.map((it) => it.name),
      );
    }),
  );
});

test('[XT4] Label Studio: with the configuration and without', () => {
  for (const config of [adaConfig, undefined]) {
    const back = read(ada, config);
    expect(back.problems).toEqual([]);
    const [layer] = back.documents[0]?.layers ?? [];
    expect(layer).toMatchObject({
      annotator: { id: null, name: 'Annotator 1' },
      fields: { genre: 'biography' },
      relations: [{ type: 'knows', from: 'r1', to: 'r3' }],
    });
    expect(layer?.annotations).toMatchObject([
      {
        id: 'r1',
        label: 'PER',
        attributes: { certainty: 'likely' },
        note: '',
        createdAt: '2026-01-01T00:00:00Z',
      },
      { id: 'r3', label: 'LOC', note: 'Which London?', spans: [{ start: 38, end: 44, exact: 'London' }] },
    ]);
  }
  expect(read(ada, adaConfig).schema.labels).toMatchObject([
    { name: 'PER', color: '#4e79a7', key: '1' },
    { name: 'LOC', color: null, key: null },
  ]);
});

test('[XT4] Label Studio: predictions, several labels of a region, offsets as texts, a note as text', () => {
  const back = read([
    {
      data: { text: 'Ada 😊 met' },
      predictions: [
        {
          model_version: 'm1',
          result: [
            {
              id: 'x',
              from_name: 'label',
              to_name: 'text',
              type: 'labels',
              value: { start: '0', end: '6', text: 'Ada 😊', labels: ['A', 'B'] },
              meta: { text: 'why' },
            },
          ],
        },
      ],
    },
  ]);
  const [layer] = back.documents[0]?.layers ?? [];
  expect(layer?.annotator?.name).toBe('m1');
  expect(
    layer?.annotations.map((it) => [it.id, it.label, it.isSuggestion, it.note, it.spans[0]?.end]),
  ).toEqual([
    ['x', 'A', true, 'why', 6],
    ['x~2', 'B', true, 'why', 6],
  ]);
});

test('[XT4] Label Studio: every text of a task is a document', () => {
  const region = (to_name: string, id: string, text: string) => ({
    id,
    from_name: 'l',
    to_name,
    type: 'labels',
    value: { start: 0, end: text.length, text, labels: ['X'] },
  });
  const back = read(
    [
      {
        data: { title: 'Head', path: 'p.txt', body: 'Long body' },
        annotations: [{ result: [region('t', 'a', 'Head'), region('b', 'a', 'Long')] }],
      },
    ],
    '<View><Text name="t" value="$title"/><Text name="b" value="$body"/><Labels name="l" toName="t,b"><Label value="X"/></Labels></View>',
  );
  expect(
    back.documents.map((it) => [it.name, it.text, it.layers[0]?.annotations[0]?.spans[0]?.exact]),
  ).toEqual([
    ['p.txt t', 'Head', 'Head'],
    ['p.txt b', 'Long body', 'Long'],
  ]);
  expect(back.problems).toEqual([]);
});

test('[XT5] Label Studio: what is damaged is named, the rest is kept', () => {
  const rows = (result: unknown) => [{ data: { text: 'abc' }, annotations: [{ result }] }];
  const region = (id: string, value: object) => ({
    id,
    type: 'labels',
    to_name: 'text',
    from_name: 'l',
    value,
  });
  const back = read([
    ...rows([
      region('a', { start: 0, end: 1, labels: ['A'] }),
      region('b', { start: '/p[1]', end: '/p[1]', startOffset: 0, labels: ['A'] }),
      region('c', { start: 0, end: 1, labels: [] }),
      { id: 'z', type: 'choices', from_name: 'q', value: { start: 0, end: 1, choices: ['x'] } },
      { id: 'v', type: 'brush', from_name: 'w', value: { rle: [1] } },
      { type: 'relation', from_id: 'a', to_id: 'b' },
      7,
    ]),
    { data: { n: 1 } },
    { data: { text: 'abc' }, annotations: [{ was_cancelled: true, result: [] }] },
  ]);
  expect(back.documents.map((it) => it.layers[0]?.annotations.length)).toEqual([1, undefined]);
  expect(back.problems.map((it) => `${it.where}: ${it.reason}`)).toEqual([
    'item 1, annotation 1: Its result 7 can’t be read.',
    'item 1, annotation 1: What “w” says is not of a kind that is read.',
    'item 1, annotation 1: Its region 2 is not one of a plain text, or has no label.',
    'item 1, annotation 1: Its region 3 is not one of a plain text, or has no label.',
    'item 1, annotation 1: An answer of it belongs to no region.',
    'item 1, annotation 1: Its relation 6 lacks one of its regions.',
    'item 2: Its data hold no text.',
    'item 3, annotation 1: It was skipped in Label Studio, and is not taken.',
  ]);
  for (const damaged of ['', '[', '{"data": {}}', '[{"data": 3}]'])
    expect(() => read(damaged)).toThrow(NotReadable);
  expect(() => read(ada, '<View><Labels></View>')).toThrow(NotReadable);
});

test('[XT6] Label Studio: no damage makes the reader fall', () => {
  const [tasks, config] = [made.text('tasks.json'), made.text('config.xml')];
  fuzzReader(readLabelStudio, 'tasks.json', tasks, [sourceFile('config.xml', config)]);
  fuzzReader(readLabelStudio, 'config.xml', config, [sourceFile('tasks.json', tasks)]);
});

test('[XT7] an answer whose question the schema lacks is told; a label that it lacks is added', () => {
  const schema = { ...sampleProject.schema, labels: [], attributes: [] };
  const bare = written('label-studio', writeLabelStudio, { ...sampleProject, schema }, [sample]);
  check(bare.text('tasks.json'), bare.text('config.xml'));
  expect(bare.losses).toContainEqual({
    document: 'lyme.txt',
    id: 'a1',
    fate: 'dropped',
    what: 'attributes',
    reason: 'The schema lacks the question it answers.',
  });
});
