/** Annotations at random places of a text, from a word to a few sentences long; some overlap. */
import { newId } from '../core/ids';
import type { Annotation } from '../core/model';
import { compareAnnotations } from '../core/patch';
import { quote } from '../core/quote';
import { starterSchema } from '../core/starter';
import { randomFrom } from './words';

const time = '2026-01-02T03:04:05.678Z';

/** So many stand near the start of the text, where it is opened: something is seen to be painted. */
const AT_START = 5;

/** The start of the word at or after OFFSET. */
const wordFrom = (text: string, offset: number) => Math.max(text.indexOf(' ', offset), 0) + 1;

export function makeAnnotations(text: string, count: number, seed: number): Annotation[] {
  const random = randomFrom(seed);
  const { labels } = starterSchema();
  const id = () =>
    newId((bytes) => {
      for (let i = 0; i < bytes.length; i++) bytes[i] = Math.floor(random() * 256);
    });
  const annotations = Array.from({ length: count }, (_, at): Annotation => {
    const within = at < AT_START ? 500 : text.length - 1000;
    const start = wordFrom(text, Math.floor(random() * within));
    const end = wordFrom(text, start + Math.floor(120 * random() ** 3)) - 1;
    return {
      id: id(),
      label: labels[Math.floor(random() * labels.length)]?.id ?? '',
      spans: [quote(text, { start, end: Math.max(end, start + 1) })],
      attributes: {},
      note: random() < 0.05 ? 'A remark on this place.' : '',
      origin: 'manual',
      createdAt: time,
      updatedAt: time,
    };
  });
  return annotations.sort(compareAnnotations);
}
