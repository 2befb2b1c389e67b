/** A number as a spreadsheet shows it (ECMA-376 part 1, 18.8.30), by numfmt: dates, money, percents, fractions. */
import { format, isDateFormat } from 'numfmt';

/** Formats that a file need not spell out. */
const known: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  // What 14 and 22 look like is the reader's own taste by the standard; the year first is read alike everywhere.
  14: 'yyyy-mm-dd',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy-mm-dd h:mm',
  37: '#,##0;(#,##0)',
  38: '#,##0;(#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;(#,##0.00)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
};

/** Excel's own bound on a code; longer ones are a trap. */
const LONGEST_CODE = 255;
/** Days from 1900 to 1904, where old Macs begin to count. */
const MAC = 1462;
/** The language of a currency says nothing of separators: spreadsheets take those of the reader. */
const currency = /\[\$([^\]-]+)-[0-9a-f]+\]/gi;
/** 31 December 9999. */
const LAST_DAY = 2_958_466;

/** The code of the format ID, given those that the file spells out; `General` for one that nobody knows. */
export const formatCode = (id: number, own: ReadonlyMap<number, string>): string =>
  own.get(id) ?? known[id] ?? 'General';

/** As a spreadsheet's General in a wide column: fifteen digits, without the rest that binary fractions leave. */
const general = (value: number) => String(Number(value.toPrecision(15)));

/** VALUE under the format CODE; IS1904: days are counted from 1904, as old Macs did. */
export function shownNumber(value: number, code: string, is1904: boolean): string {
  if (/^(general|@)$/i.test(code) || code.length > LONGEST_CODE) return general(value);
  try {
    const isDate = isDateFormat(code);
    const days = isDate && is1904 ? value + MAC : value;
    if (isDate && (days < 0 || days > LAST_DAY)) return general(value);
    const shown = format(code.replace(currency, '[$$$1]'), days, { locale: 'en' }).trim();
    // A code that hides the number (`;;;`) would hide what was said.
    return shown === '' ? general(value) : shown;
  } catch {
    return general(value);
  }
}
