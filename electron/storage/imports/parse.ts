/** Finds the format of files and lets its reader read them; what goes wrong there is told, and never thrown. */
import { fail, ok, type Result } from '../../../core/failure';
import { catalog, type FormatId } from '../../../core/formats/catalog';
import { type Imported, NotReadable, type Reader, type SourceFile } from '../../../core/formats/imported';
import { readerFor, readers } from '../../../core/formats/readers';
import { t } from '../../../core/locale/t';

/** The reader for FORMAT, or (auto) the one that knows FILES best. Codes: `unknown-format`. */
function choose(files: readonly SourceFile[], format: FormatId | 'auto'): Result<Reader> {
  const found = format === 'auto' ? readerFor(files) : readers.find((it) => it.id === format);
  if (found) return ok(found);
  const known = readers.map((it) => t(catalog[it.id].name)).join(', ');
  return fail(
    'unknown-format',
    format === 'auto'
      ? `Postil does not know what this is. It imports: ${known}. Nothing was changed; say which format it is.`
      : `Postil does not import ${t(catalog[format].name)}. Nothing was changed.`,
  );
}

/** What FILES hold. Codes: `unknown-format`, `not-readable`. */
export function parse(files: readonly SourceFile[], format: FormatId | 'auto'): Result<Imported> {
  try {
    const reader = choose(files, format);
    return reader.ok ? ok(reader.value.read(files)) : reader;
  } catch (error) {
    if (error instanceof NotReadable) return fail('not-readable', `${error.message} Nothing was changed.`);
    if (error instanceof RangeError)
      return fail(
        'not-readable',
        'It is too large to be read in one piece. Nothing was changed; split it into parts.',
      );
    throw error;
  }
}
