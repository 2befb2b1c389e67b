/** Finds the format of files and lets its reader read them; what goes wrong there is told, and never thrown. */
import { fail, ok, type Result } from '../../../core/failure';
import { catalog, type FormatId } from '../../../core/formats/catalog';
import { type Imported, NotReadable, type Reader, type SourceFile } from '../../../core/formats/imported';
import { readerFor, readers } from '../../../core/formats/readers';
import { enumerated } from '../../../core/locale/numbers';
import { t } from '../../../core/locale/t';

/** The reader for FORMAT, or (auto) the one that knows FILES best. Codes: `unknown-format`. */
function choose(files: readonly SourceFile[], format: FormatId | 'auto'): Result<Reader> {
  const found = format === 'auto' ? readerFor(files) : readers.find((it) => it.id === format);
  if (found) return ok(found);
  const known = enumerated(readers.map((it) => t(catalog[it.id].name)));
  return fail(
    'unknown-format',
    format === 'auto'
      ? t('storage.import.unknown', { formats: known })
      : t('storage.import.no-reader', { format: t(catalog[format].name) }),
  );
}

/** What FILES hold. Codes: `unknown-format`, `not-readable`. */
export function parse(files: readonly SourceFile[], format: FormatId | 'auto'): Result<Imported> {
  try {
    const reader = choose(files, format);
    return reader.ok ? ok(reader.value.read(files)) : reader;
  } catch (error) {
    if (error instanceof NotReadable)
      return fail('not-readable', t('storage.and-unchanged', { reason: error.message }));
    if (error instanceof RangeError) return fail('not-readable', t('storage.import.one-piece'));
    throw error;
  }
}
