/** The rows of a table as documents: one column is the text, others are fields of the document. */
import { fail, ok, type Result } from '../failure';
import {
  type Imported,
  type ImportedDocument,
  type ImportedQuestion,
  type ImportProblem,
  noSchema,
} from '../formats/imported';
import type { Attributes } from '../model';
import { longestColumn, MOST_ROWS, type RowChoices, type Table, valuesOf } from './table';

/** What column AT asks of a document, from the values that it holds. */
function questionOf(table: Table, at: number): ImportedQuestion {
  const { kind, choices } = valuesOf(table, at);
  return {
    name: table.columns[at] as string,
    kind,
    choices,
    description: '',
    required: false,
    default: null,
    of: [],
  };
}

/** TABLE as what a reader would have made of it. Codes: `no-column`, `too-many`. */
export function rowsAsDocuments(table: Table, { text, name, fields }: RowChoices): Result<Imported> {
  const { columns, rows, notices } = table;
  const missing = [text, name, ...(fields ?? [])].find((it) => it !== null && !columns.includes(it));
  if (missing)
    return fail(
      'no-column',
      `There is no column “${missing}”. There are: ${columns.join(', ')}. Nothing was changed.`,
    );
  if (rows.length > MOST_ROWS)
    return fail(
      'too-many',
      `It has ${rows.length.toLocaleString('en')} rows; Postil makes up to ${MOST_ROWS.toLocaleString('en')} documents at once, because each is a file of its own. Split the table into parts. Nothing was changed.`,
    );
  const textAt = text === null ? longestColumn(table) : columns.indexOf(text);
  const nameAt = name === null ? -1 : columns.indexOf(name);
  const chosen = new Set(fields ?? columns);
  const asked = columns.flatMap((column, i) =>
    i === textAt || i === nameAt || !chosen.has(column) ? [] : [{ i, question: questionOf(table, i) }],
  );
  const documents: ImportedDocument[] = [];
  const problems: ImportProblem[] = notices.map((reason) => ({ where: 'the file', reason }));
  const digits = String(rows.length).length;
  for (const [n, row] of rows.entries()) {
    const own = row[textAt] ?? '';
    if (own.trim() === '') {
      problems.push({ where: `row ${n + 1}`, reason: `“${columns[textAt]}” is empty.` });
      continue;
    }
    const given: Attributes = Object.fromEntries(
      asked.flatMap(({ i, question }) => {
        const value = row[i]?.trim() ?? '';
        return value === '' ? [] : [[question.name, question.kind === 'number' ? Number(value) : value]];
      }),
    );
    documents.push({
      name: (row[nameAt] ?? '').trim() || `row-${String(n + 1).padStart(digits, '0')}`,
      text: own,
      sha256: null,
      layers: [{ annotator: null, annotations: [], relations: [], fields: given, memo: '', status: null }],
    });
  }
  const schema = { ...noSchema, documentFields: asked.map((it) => it.question) };
  return ok({ format: 'csv', documents, schema, unit: null, usualUnit: 'code-point', problems });
}
