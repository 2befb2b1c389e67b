/** One short text with an emoji before, inside and after its annotations, for every format’s golden test. */
import type { ExportDocument, ExportProject } from '../formats/format';
import type { Annotation, Layer } from '../model';
import { quote } from '../quote';
import { fullSchema } from './projects';

const text = '🌊 Mary 🐚 Anning showed De la Beche the cliffs 🦕 at Lyme.\nHe drew them.';

const at = (words: string) => {
  const start = text.indexOf(words);
  return quote(text, { start, end: start + words.length });
};

const row = (id: string, label: string, words: readonly string[], parts: Partial<Annotation> = {}) => ({
  id,
  label,
  spans: words.map(at),
  attributes: {},
  note: '',
  origin: 'manual',
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-02T00:00:00.000Z',
  ...parts,
});

const document = { path: 'lyme.txt', sha256: 'ab'.repeat(32), length: text.length, projection: 'txt/1' };

const anna: Layer = {
  document,
  annotator: { id: 'anna-1', name: 'Anna' },
  status: 'done',
  memo: 'Read twice.',
  fields: { genre: 'biography', year: 1836 },
  annotations: [
    row('b1', 'date', ['Mary 🐚 Anning showed De la Beche'], { note: '=who, "whom"?' }),
    row('a1', 'person', ['Mary 🐚 Anning'], { attributes: { certainty: 'likely', sure: true, count: 2 } }),
    row('a2', 'person', ['De la Beche', 'He'], { attributes: { tags: ['a', 'b;c'], gloss: '1796' } }),
    row('a3', 'place', ['Lyme'], { note: 'Which Lyme?' }),
  ],
  relations: [
    { id: 'r1', type: 'says', from: 'a1', to: 'a2', attributes: { strength: -2 }, note: 'shown' },
    { id: 'r2', type: 'is', from: 'a1', to: 'a1', attributes: {}, note: '' },
  ],
};

const wang: Layer = {
  ...anna,
  annotator: { id: 'wang-1', name: '王芳' },
  status: 'todo',
  memo: '',
  fields: {},
  annotations: [row('c1', 'place', ['the cliffs 🦕'])],
  relations: [],
};

export const sampleProject: ExportProject = { id: 'p1', name: 'Fossils', schema: fullSchema };

export const sample: ExportDocument = {
  path: document.path,
  sha256: document.sha256,
  text,
  layers: [anna, wang],
};
