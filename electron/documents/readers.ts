/** Which files are documents, and what rule makes their text. Adding a format is a file in rich/, and a row here and in rich/formats.ts. */

export interface Reader {
  /** Lower case, with the dot. */
  readonly extensions: readonly string[];
  /** Rule and version that make the canonical text; stands in every annotations file. */
  readonly projection: string;
  /** `plain`: the decoded bytes are the text. Else the name of its file in rich/. */
  readonly format: 'plain' | RichFormat;
  /** The file is text, so what looks like binary data is refused before it is read. */
  readonly isText: boolean;
}

export const richFormats = [
  'md',
  'html',
  'docx',
  'epub',
  'odt',
  'rtf',
  'pdf',
  'csv',
  'tsv',
  'xlsx',
  'jsonl',
  'srt',
  'vtt',
] as const;
export type RichFormat = (typeof richFormats)[number];

const readers: readonly Reader[] = [
  { extensions: ['.txt'], projection: 'txt/1', format: 'plain', isText: true },
  { extensions: ['.md', '.markdown'], projection: 'md/1', format: 'md', isText: true },
  { extensions: ['.html', '.htm', '.xhtml'], projection: 'html/1', format: 'html', isText: true },
  { extensions: ['.docx', '.docm'], projection: 'docx/1', format: 'docx', isText: false },
  { extensions: ['.epub'], projection: 'epub/1', format: 'epub', isText: false },
  { extensions: ['.odt'], projection: 'odt/2', format: 'odt', isText: false },
  { extensions: ['.rtf'], projection: 'rtf/2', format: 'rtf', isText: false },
  { extensions: ['.pdf'], projection: 'pdf/2', format: 'pdf', isText: false },
  { extensions: ['.csv'], projection: 'csv/1', format: 'csv', isText: true },
  { extensions: ['.tsv'], projection: 'tsv/1', format: 'tsv', isText: true },
  { extensions: ['.xlsx'], projection: 'xlsx/2', format: 'xlsx', isText: false },
  { extensions: ['.jsonl', '.ndjson'], projection: 'jsonl/1', format: 'jsonl', isText: true },
  { extensions: ['.srt'], projection: 'srt/1', format: 'srt', isText: true },
  { extensions: ['.vtt'], projection: 'vtt/1', format: 'vtt', isText: true },
];

/** The reader for a document of this path, if there is one; upper case does not matter. */
export function readerFor(path: string): Reader | undefined {
  const name = path.toLowerCase();
  return readers.find(({ extensions }) => extensions.some((extension) => name.endsWith(extension)));
}

/** For messages: `.txt, .md, …`. */
export const readableTypes = readers.map(({ extensions }) => extensions[0]).join(', ');
