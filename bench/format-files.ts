/** A file of each format that is read as rich text, made of the same words: of any size, never kept. */
import type { richFormats } from '../electron/documents/readers';
import { archive, docx, odt } from '../electron/documents/rich/testing/archives';
import { column, pdf } from '../electron/documents/rich/testing/pdf';
import { xlsx } from '../electron/documents/rich/testing/xlsx';
import { makeText } from './words';

export type Format = (typeof richFormats)[number];

type Write = (paragraphs: readonly string[]) => string | Uint8Array;

const COLUMNS = 5;

/** Rows of a number, three cells of a few words, and a paragraph. */
const rowsOf = (paragraphs: readonly string[]) =>
  paragraphs.map((text, i) => [String(i), ...text.split(' ').slice(0, COLUMNS - 2), text]);

const separated =
  (delimiter: string): Write =>
  (paragraphs) =>
    [['Number', 'One', 'Two', 'Three', 'Text'], ...rowsOf(paragraphs)]
      .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter))
      .join('\n');

const clock = (seconds: number) =>
  [seconds / 3600, (seconds / 60) % 60, seconds % 60]
    .map((part) => String(Math.floor(part)).padStart(2, '0'))
    .join(':');

const cues = (paragraphs: readonly string[], point: string) =>
  paragraphs.map(
    (text, i) => `${i + 1}\n${clock(3 * i)}${point}000 --> ${clock(3 * i + 2)}${point}500\n${text}\n`,
  );

const chapter = (body: string) =>
  `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Chapter</title></head><body>${body}</body></html>`;

/** Every twentieth paragraph of the words is short: a heading. */
const isHeading = (at: number) => at % 20 === 0;

const html: Write = (paragraphs) =>
  paragraphs
    .map((text, i) => (isHeading(i) ? `<h2>${text}</h2>` : `<p>${text.replace(/^\S+ \S+/, '<b>$&</b>')}</p>`))
    .join('\n');

/** Lines of 90 characters, 55 on a page, in the characters that its font has. */
function pages(paragraphs: readonly string[]): Uint8Array {
  const lines = paragraphs.flatMap((text) => text.replace(/[“”]/g, '"').match(/.{1,90}(?: |$)/g) ?? []);
  const count = Math.ceil(lines.length / 55);
  return pdf(Array.from({ length: count }, (_, i) => column(lines.slice(55 * i, 55 * (i + 1)), 60, 740)));
}

const word = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;

const writers: Readonly<Record<Format, Write>> = {
  md: (paragraphs) =>
    paragraphs
      .map((text, i) => (isHeading(i) ? `## ${text}` : text.replace(/^\S+ \S+/, '**$&**')))
      .join('\n\n'),
  html: (paragraphs) => `<!doctype html><title>Bench</title>\n${html(paragraphs)}`,
  docx: (paragraphs) =>
    docx(
      paragraphs
        .map((text, i) =>
          isHeading(i)
            ? `<w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr>${word(text)}</w:p>`
            : `<w:p>${word(text.slice(0, 20)).replace('<w:t', '<w:rPr><w:b/></w:rPr><w:t')}${word(text.slice(20))}</w:p>`,
        )
        .join(''),
    ),
  odt: (paragraphs) =>
    odt(
      paragraphs
        .map((text, i) =>
          isHeading(i)
            ? `<text:h text:outline-level="2">${text}</text:h>`
            : `<text:p>${text.replace(/^\S+ \S+/, '<text:span>$&</text:span>')}</text:p>`,
        )
        .join(''),
    ),
  rtf: (paragraphs) =>
    `{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Times;}}\n${paragraphs
      .map((text) => text.replace(/[^\x20-\x7e]/g, (it) => `\\u${it.charCodeAt(0)}?`))
      .map((text) => `\\pard ${text.replace(/^\S+ \S+/, '{\\b $&}')}\\par`)
      .join('\n')}}`,
  epub: (paragraphs) => {
    const count = Math.ceil(paragraphs.length / 200);
    const ids = Array.from({ length: count }, (_, i) => `c${i}`);
    const bodies = ids.map((id, i) => [
      `${id}.xhtml`,
      chapter(html(paragraphs.slice(200 * i, 200 * (i + 1))) as string),
    ]);
    return archive({
      mimetype: 'application/epub+zip',
      'META-INF/container.xml':
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="book.opf"/></rootfiles></container>',
      'book.opf': `<package xmlns="http://www.idpf.org/2007/opf"><manifest>${ids
        .map((id) => `<item id="${id}" href="${id}.xhtml"/>`)
        .join(
          '',
        )}</manifest><spine>${ids.map((id) => `<itemref idref="${id}"/>`).join('')}</spine></package>`,
      ...Object.fromEntries(bodies),
    });
  },
  pdf: pages,
  csv: separated(','),
  tsv: separated('\t'),
  xlsx: (paragraphs) => {
    const cell = (text: string, i: number) =>
      i === 0 ? `<c><v>${text}</v></c>` : `<c t="inlineStr"><is><t>${text}</t></is></c>`;
    const rows = rowsOf(paragraphs).map((cells) => `<row>${cells.map(cell).join('')}</row>`);
    return xlsx([{ name: 'Rows', rows: rows.join('') }]);
  },
  jsonl: (paragraphs) =>
    paragraphs.map((text, id) => JSON.stringify({ id, source: 'bench', text })).join('\n'),
  srt: (paragraphs) => cues(paragraphs, ',').join('\n'),
  vtt: (paragraphs) => `WEBVTT\n\n${cues(paragraphs, '.').join('\n')}`,
};

/** The bytes of a file of FORMAT whose words are about SIZE bytes. */
export function makeFile(format: Format, size: number): Uint8Array {
  const made = writers[format](makeText(size, 11).trimEnd().split('\n'));
  return typeof made === 'string' ? Buffer.from(made) : made;
}

/** A Markdown table of COUNT rows. */
export function makeMarkdownTable(count: number): Uint8Array {
  const words = makeText(40 * count, 12).split(/\s+/);
  const rows = Array.from(
    { length: count },
    (_, i) => `| ${i} | ${words.slice(5 * i, 5 * i + 5).join(' ')} |`,
  );
  return Buffer.from(['| Number | Words |', '| --- | --- |', ...rows].join('\n'));
}

/** A workbook of COUNT rows of four short cells. */
export function makeWorkbook(count: number): Uint8Array {
  const words = makeText(32 * count, 13).split(/\s+/);
  const cell = (text: string | undefined) => `<c t="inlineStr"><is><t>${text ?? ''}</t></is></c>`;
  const rows = Array.from(
    { length: count },
    (_, i) =>
      `<row><c><v>${i}</v></c>${words
        .slice(3 * i, 3 * i + 3)
        .map(cell)
        .join('')}</row>`,
  );
  return xlsx([{ name: 'Rows', rows: rows.join('') }]);
}
