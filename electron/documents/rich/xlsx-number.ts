/** A number as a spreadsheet shows it (ECMA-376 part 1, 18.8.30): dates, times, percents and fixed decimals. */

/** Formats that a file need not spell out. */
const known: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
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
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
};

const months = 'January February March April May June July August September October November December'.split(
  ' ',
);
const days = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

const DAY = 86_400_000;

/** The code of the format ID, given those that the file spells out; `General` for one that nobody knows. */
export const formatCode = (id: number, own: ReadonlyMap<number, string>): string =>
  own.get(id) ?? known[id] ?? 'General';

/** CODE's part for positive numbers, without what stands in quotes, colours and places. */
const bare = (code: string) =>
  (code.split(';')[0] ?? '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .replace(/"[^"]*"|\\.|_./g, (found) => (found.startsWith('_') ? '' : found));

const isDate = (code: string) => /[ymdhs]/i.test(code.replace(/"[^"]*"|\\.|General/gi, ''));

/** As a spreadsheet's General: fifteen digits, without the rest that binary fractions leave. */
const general = (value: number) => String(Number(value.toPrecision(15)));

/** VALUE under the format CODE; IS1904: days are counted from 1904, as old Macs did. */
export function shownNumber(value: number, code: string, is1904: boolean): string {
  const format = bare(code);
  if (isDate(format)) return dateText(value, format, is1904) ?? general(value);
  const fixed = /^(#,##)?0(?:\.(0+))?(%)?$/.exec(format.trim());
  if (!fixed) return general(value);
  const digits = Math.min(fixed[2]?.length ?? 0, 20);
  const shown = (fixed[3] ? value * 100 : value).toLocaleString('en', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    useGrouping: fixed[1] !== undefined,
  });
  return shown + (fixed[3] ?? '');
}

/** Null for what is no date: before the count begins, or after the year 9999. */
function dateText(value: number, format: string, is1904: boolean): string | null {
  if (value < 0 || value > 2_958_466) return null;
  // Day 60 is 29 February 1900, which never was: days before it are one further along.
  const days1900 = value < 60 ? value + 1 : value;
  const epoch = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  // To whole milliseconds: fractions of days are never exact.
  const date = new Date(epoch + Math.round((is1904 ? value : days1900) * DAY));
  const isHalfDay = /AM\/PM|A\/P/i.test(format);
  let before = '';
  const tokens = format.match(/"[^"]*"|\\.|\[h+\]|\[m+\]|\[s+\]|AM\/PM|A\/P|y+|m+|d+|h+|s+(\.0+)?|./gi) ?? [];
  return tokens
    .map((token, i) => {
      const kind = token.toLowerCase();
      const isMinute = /^m{1,2}$/.test(kind) && (/h/.test(before) || nextIsSecond(tokens, i));
      if (/^[[ymdhs]/.test(kind)) before = kind;
      if (token.startsWith('"')) return token.slice(1, -1);
      if (token.startsWith('\\')) return token.slice(1);
      return partOf(kind, date, value, isMinute, isHalfDay) ?? token;
    })
    .join('');
}

const nextIsSecond = (tokens: readonly string[], i: number) =>
  /^\[?s/i.test(tokens.slice(i + 1).find((it) => /^\[?[ymdhs]/i.test(it)) ?? '');

const padded = (number: number, length: number) => String(number).padStart(Math.min(length, 2), '0');

function partOf(
  kind: string,
  date: Date,
  value: number,
  isMinute: boolean,
  isHalfDay: boolean,
): string | null {
  const hour = date.getUTCHours();
  const month = date.getUTCMonth();
  if (/^y/.test(kind)) {
    const year = String(date.getUTCFullYear());
    return kind.length > 2 ? year : year.slice(-2);
  }
  if (isMinute) return padded(date.getUTCMinutes(), kind.length);
  if (/^m/.test(kind)) {
    const name = months[month] as string;
    if (kind.length === 5) return name.slice(0, 1);
    return kind.length < 3 ? padded(month + 1, kind.length) : kind.length === 3 ? name.slice(0, 3) : name;
  }
  if (/^d/.test(kind)) {
    const name = days[date.getUTCDay()] as string;
    if (kind.length < 3) return padded(date.getUTCDate(), kind.length);
    return kind.length === 3 ? name.slice(0, 3) : name;
  }
  if (/^h/.test(kind)) return padded(isHalfDay ? hour % 12 || 12 : hour, kind.length);
  if (/^s/.test(kind)) {
    const [whole = '', fraction] = kind.split('.');
    const thousandths = String(date.getUTCMilliseconds()).padStart(3, '0');
    return (
      padded(date.getUTCSeconds(), whole.length) +
      (fraction ? `.${thousandths.slice(0, fraction.length)}` : '')
    );
  }
  // Hours, minutes or seconds altogether, as of a length of time.
  if (kind.startsWith('[h')) return String(Math.floor(value * 24 + 1e-9));
  if (kind.startsWith('[m')) return String(Math.floor(value * 1440 + 1e-9));
  if (kind.startsWith('[s')) return String(Math.floor(value * 86_400 + 1e-9));
  if (kind === 'am/pm') return hour < 12 ? 'AM' : 'PM';
  return kind === 'a/p' ? (hour < 12 ? 'A' : 'P') : null;
}
