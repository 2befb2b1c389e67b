/**
 * Lines of JSON, each a text with facts beside it. Projection jsonl/1: each line is a block of its text, the other
 * fields are its label; a line that is no JSON object is a block as it stands.
 */
import { t } from '../../../core/locale/t';
import { RichBuilder } from '../../../core/rich-builder';
import { decode } from '../decode';
import { type JsonLine, jsonLines, someNumbers } from './json-rows';
import type { ReadRich } from './read';

/** What programs call the field that holds the text, the surest first. */
const names = ['text', 'content', 'body', 'sentence', 'message', 'document', 'abstract', 'review', 'title'];

/** A label is no longer than this, in UTF-16 units: it is read at a glance. */
const LONGEST_LABEL = 80;

/** The field that holds the text: one that is called so, or else the one with most characters. */
function textField(lines: readonly JsonLine[]): string | null {
  const lengths = new Map<string, number>();
  for (const { fields } of lines.slice(0, 1000))
    for (const [name, value] of fields ?? []) lengths.set(name, (lengths.get(name) ?? 0) + value.length);
  const called = names.find((name) => (lengths.get(name) ?? 0) > 0);
  return called ?? [...lengths].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

function write({ source, fields }: JsonLine, field: string | null, out: RichBuilder): void {
  const text = field === null ? undefined : fields?.get(field);
  if (!fields || text === undefined) {
    out.block('turn');
    out.text(source);
    return;
  }
  const facts: string[] = [];
  let length = 0;
  for (const [name, value] of fields) {
    if (name === field || value === '') continue;
    const fact = `${name} ${value.replace(/\s+/g, ' ')}`;
    length += fact.length + 3;
    if (length <= LONGEST_LABEL) facts.push(fact);
    else out.omit('other-fields', `${name}: ${value}`);
  }
  out.block('turn', { label: facts.length > 0 ? facts.join(' · ') : null });
  out.text(text);
}

export const read: ReadRich = ({ bytes }) => {
  const { text, encoding, guessed } = decode(bytes);
  const lines = jsonLines(text);
  const field = textField(lines);
  const out = new RichBuilder();
  for (const line of lines) write(line, field, out);
  const bad = lines.flatMap(({ fields, number }) => (fields ? [] : [number]));
  if (bad.length > 0) out.notice(t('reading.json-as-is', { lines: someNumbers(bad) }));
  // What is called so needs no word; a guess does.
  if (field !== null && !names.includes(field)) out.notice(t('reading.json-field', { field }));
  return { ...out.finish(), encoding, guessed };
};
