/** The rows of a table as documents: one column is the text, others are fields of the document. */
import { fail, ok, type Result } from '../failure';
import {
  type Imported,
  type ImportedDocument,
  type ImportedQuestion,
  type ImportProblem,
  noSchema,
} from '../formats/imported';
import { t } from '../locale/t';
import type { Attributes } from '../model';
import { longestColumn, MOST_ROWS, nameOfRow, type RowChoices, type Table, valuesOf } from './table';

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
    return fail('no-column', t('rows.no-column', { column: missing, columns: columns.join(', ') }));
  if (rows.length > MOST_ROWS)
    return fail('too-many', t('rows.too-many', { rows: rows.length, most: MOST_ROWS }));
  const textAt = text === null ? longestColumn(table) : columns.indexOf(text);
  const nameAt = name === null ? -1 : columns.indexOf(name);
  const chosen = new Set(fields ?? columns);
  const asked = columns.flatMap((column, i) =>
    i === textAt || i === nameAt || !chosen.has(column) ? [] : [{ i, question: questionOf(table, i) }],
  );
  const documents: ImportedDocument[] = [];
  const problems: ImportProblem[] = notices.map((reason) => ({ where: t('rows.the-file'), reason }));
  for (const [n, row] of rows.entries()) {
    const own = row[textAt] ?? '';
    if (own.trim() === '') {
      problems.push({
        where: t('rows.row', { row: n + 1 }),
        reason: t('rows.no-text', { column: columns[textAt] as string }),
      });
      continue;
    }
    const given: Attributes = Object.fromEntries(
      asked.flatMap(({ i, question }) => {
        const value = row[i]?.trim() ?? '';
        return value === '' ? [] : [[question.name, question.kind === 'number' ? Number(value) : value]];
      }),
    );
    documents.push({
      name: (row[nameAt] ?? '').trim() || nameOfRow(n, rows.length),
      text: own,
      sha256: null,
      layers: [{ annotator: null, annotations: [], relations: [], fields: given, memo: '', status: null }],
    });
  }
  const schema = { ...noSchema, documentFields: asked.map((it) => it.question) };
  return ok({ format: 'csv', documents, schema, unit: null, usualUnit: 'code-point', problems });
}
