/** The rows of a table as documents: one column is the text, the others are fields of the document. */
import { fail, ok, type Result } from '../../../core/failure';
import {
  type Imported,
  type ImportedDocument,
  type ImportedQuestion,
  type ImportProblem,
  noSchema,
} from '../../../core/formats/imported';
import type { Attributes } from '../../../core/model';
import type { Rows } from '../../documents/rich/rows';

export interface RowChoices {
  /** The column of the texts; null takes the one with the longest. */
  readonly text: string | null;
  /** The column that names the documents; null numbers them. */
  readonly name: string | null;
}

/** Columns of at most this many different values, each twice on the average, are a choice. */
const MOST_CHOICES = 20;

const number = /^-?\d{1,15}(\.\d+)?$/;

/** The column with most characters. */
function longest({ columns, rows }: Rows): number {
  const sums = columns.map((_, i) => rows.reduce((sum, row) => sum + (row[i]?.length ?? 0), 0));
  return sums.indexOf(Math.max(...sums));
}

/** What column AT asks of a document, from the values that it holds. */
function questionOf({ columns, rows }: Rows, at: number): ImportedQuestion {
  const values = rows.map((row) => row[at]?.trim() ?? '').filter((value) => value !== '');
  const different = [...new Set(values)];
  const isNumber = values.length > 0 && values.every((value) => number.test(value));
  const isChoice = different.length <= MOST_CHOICES && values.length >= 2 * different.length;
  const kind = isNumber ? 'number' : isChoice && values.length > 0 ? 'choice' : 'text';
  const choices = kind === 'choice' ? different : [];
  return {
    name: columns[at] as string,
    kind,
    choices,
    description: '',
    required: false,
    default: null,
    of: [],
  };
}

/** ROWS as what a reader would have made of them. Codes: `no-column`. */
export function rowsAsDocuments(rows: Rows, { text, name }: RowChoices): Result<Imported> {
  const { columns } = rows;
  const missing = [text, name].find((it) => it !== null && !columns.includes(it));
  if (missing)
    return fail(
      'no-column',
      `There is no column “${missing}”. There are: ${columns.join(', ')}. Nothing was changed.`,
    );
  const [textAt, nameAt] = [
    text === null ? longest(rows) : columns.indexOf(text),
    columns.indexOf(name ?? '\0'),
  ];
  const asked = columns.flatMap((_, i) =>
    i === textAt || i === nameAt ? [] : [{ i, question: questionOf(rows, i) }],
  );
  const documents: ImportedDocument[] = [];
  const problems: ImportProblem[] = rows.notices.map((reason) => ({ where: 'the file', reason }));
  for (const [n, row] of rows.rows.entries()) {
    const own = row[textAt] ?? '';
    if (own.trim() === '') {
      problems.push({ where: `row ${n + 1}`, reason: `“${columns[textAt]}” is empty.` });
      continue;
    }
    const fields: Attributes = Object.fromEntries(
      asked.flatMap(({ i, question }) => {
        const value = row[i]?.trim() ?? '';
        return value === '' ? [] : [[question.name, question.kind === 'number' ? Number(value) : value]];
      }),
    );
    const digits = String(rows.rows.length).length;
    documents.push({
      name: (nameAt < 0 ? '' : (row[nameAt] ?? '').trim()) || `row-${String(n + 1).padStart(digits, '0')}`,
      text: own,
      sha256: null,
      layers: [{ annotator: null, annotations: [], relations: [], fields, memo: '', status: null }],
    });
  }
  const schema = { ...noSchema, documentFields: asked.map((it) => it.question) };
  return ok({ format: 'csv', documents, schema, unit: null, usualUnit: 'code-point', problems });
}
