/** Writes small workbooks for tests, from the XML of their sheets' rows. */
import { strToU8, zipSync } from 'fflate';

export interface SheetXml {
  readonly name: string;
  /** What stands in `sheetData`. */
  readonly rows: string;
  readonly state?: 'hidden';
  /** What stands behind `sheetData`. */
  readonly behind?: string;
}

export interface Parts {
  /** What stands in `styleSheet`. */
  readonly styles?: string;
  /** What stands in `sst`. */
  readonly strings?: string;
  readonly is1904?: boolean;
  /** Files beside those, by path. */
  readonly more?: Readonly<Record<string, string>>;
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

export function xlsx(sheets: readonly SheetXml[], parts: Parts = {}): Uint8Array {
  const list = sheets.map(
    ({ name, state }, i) =>
      `<sheet name="${name}" sheetId="${i + 1}"${state ? ` state="${state}"` : ''} r:id="rId${i + 1}"/>`,
  );
  const targets = sheets.map(
    (_, i) => `<Relationship Id="rId${i + 1}" Target="worksheets/sheet${i + 1}.xml"/>`,
  );
  const files: Record<string, string> = {
    'xl/workbook.xml': `${head}<workbook ${main} xmlns:r="r"><workbookPr${parts.is1904 ? ' date1904="1"' : ''}/><sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships>${targets.join('')}</Relationships>`,
    'xl/styles.xml': `${head}<styleSheet ${main}>${parts.styles ?? ''}</styleSheet>`,
    'xl/sharedStrings.xml': `${head}<sst ${main}>${parts.strings ?? ''}</sst>`,
    ...parts.more,
  };
  for (const [i, { rows, behind = '' }] of sheets.entries())
    files[`xl/worksheets/sheet${i + 1}.xml`] =
      `${head}<worksheet ${main} xmlns:r="r"><sheetData>${rows}</sheetData>${behind}</worksheet>`;
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])));
}
