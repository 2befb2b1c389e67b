/** What the columns of tables are called, ours and those of other tools, and how answers stand in their cells. */
import type { AttributeKind, AttributeValue } from '../model';
import type { OffsetUnit } from '../offsets';

export type Part =
  | 'doc'
  | 'id'
  | 'label'
  | 'start'
  | 'end'
  | 'text'
  | 'prefix'
  | 'suffix'
  | 'note'
  | 'annotator'
  | 'created'
  | 'type'
  | 'from'
  | 'to'
  | 'ignored';

/** Names that columns have in tables of annotations, the first of each being ours. */
const called: Readonly<Record<Part, readonly string[]>> = {
  doc: ['doc', 'document', 'file', 'filename', 'file_name', 'path', 'source', 'document_id', 'doc_id'],
  id: ['annotation_id', 'relation_id', 'id', 'ann_id', 'uuid'],
  label: ['label', 'code', 'codename', 'category', 'tag', 'entity', 'entity_type'],
  start: ['start', 'begin', 'start_offset', 'start_char', 'pos0', 'start_cp', 'start_utf16', 'start_byte'],
  end: ['end', 'stop', 'end_offset', 'end_char', 'pos1', 'end_cp', 'end_utf16', 'end_byte'],
  text: ['text', 'quote', 'exact', 'quotation', 'segment', 'seltext', 'span', 'passage'],
  prefix: ['before', 'prefix', 'left_context'],
  suffix: ['after', 'suffix', 'right_context'],
  note: ['note', 'notes', 'memo', 'comment'],
  annotator: ['annotator', 'coder', 'annotated_by', 'owner', 'author', 'user'],
  created: ['created', 'created_at', 'date', 'timestamp'],
  type: ['type'],
  from: ['from_id', 'from'],
  to: ['to_id', 'to'],
  ignored: ['from_text', 'to_text'],
};

const parts = new Map(
  Object.entries(called).flatMap(([part, names]) => names.map((it) => [it, part as Part])),
);

const plain = (header: string) =>
  header
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');

/** What a column called HEADER holds; undefined for an attribute. */
export const partOf = (header: string): Part | undefined => parts.get(plain(header));

const OWN = 'attribute:';

/** The header of the attribute called NAME: its name, unless a table's own column could be meant. */
export const columnFor = (name: string): string =>
  partOf(name) === undefined && name.trim() !== '' && !name.startsWith(OWN) ? name : `${OWN}${name}`;

/** The attribute whose column is called HEADER. */
export const attributeIn = (header: string): string =>
  header.startsWith(OWN) ? header.slice(OWN.length) : header;

/** The unit that a column of starts called HEADER names; null when it names none. */
export function unitIn(header: string): OffsetUnit | null {
  const name = plain(header);
  if (name.endsWith('_cp')) return 'code-point';
  if (name.endsWith('_utf16')) return 'utf-16';
  return name.endsWith('_byte') ? 'byte' : null;
}

/** CHOICES in one cell, parted by semicolons; those within one are escaped by a backslash. */
export const joinChoices = (choices: readonly string[]): string =>
  choices.map((it) => it.replace(/[\\;]/g, '\\$&')).join(';');

const splitChoices = (cell: string): readonly string[] =>
  (cell.match(/(?:\\[\s\S]|[^\\;])+/g) ?? []).map((it) => it.replace(/\\([\s\S])/g, '$1'));

const number = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?$/i;
const truth = /^(?:true|false)$/i;

/** The kind that CELLS of one column have, when nothing says it; none of them is empty. */
export function kindOf(cells: Iterable<string>): AttributeKind {
  let [numbers, truths] = [true, true];
  for (const cell of cells) {
    numbers &&= number.test(cell);
    truths &&= truth.test(cell);
  }
  return truths ? 'boolean' : numbers ? 'number' : 'text';
}

/** What CELL says as an answer of KIND; its text when it is none. */
export function answerIn(cell: string, kind: AttributeKind): AttributeValue {
  if (kind === 'number' && number.test(cell) && Number.isFinite(Number(cell))) return Number(cell);
  if (kind === 'boolean' && truth.test(cell)) return cell.toLowerCase() === 'true';
  return kind === 'multi-choice' ? splitChoices(cell) : cell;
}
