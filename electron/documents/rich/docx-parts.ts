/** The parts of a Word document (ECMA-376): where they lie, and what their relationships point to. */
import { t } from '../../../core/locale/t';
import { type Archive, openArchive, resolvePart } from './archive';
import { Unreadable } from './read';
import { treesIn, type XmlNode } from './xml-parts';

const transitional = 'http://schemas.openxmlformats.org/';
const strict = 'http://purl.oclc.org/ooxml/';

/** The prefixes that Word uses; the namespaces of strict documents mean the same. */
export const wordNamespaces: ReadonlyMap<string, string> = new Map([
  [`${transitional}wordprocessingml/2006/main`, 'w'],
  [`${strict}wordprocessingml/main`, 'w'],
  [`${transitional}officeDocument/2006/relationships`, 'r'],
  [`${strict}officeDocument/relationships`, 'r'],
  [`${transitional}officeDocument/2006/math`, 'm'],
  [`${strict}officeDocument/math`, 'm'],
  [`${transitional}drawingml/2006/main`, 'a'],
  [`${strict}drawingml/main`, 'a'],
  [`${transitional}drawingml/2006/wordprocessingDrawing`, 'wp'],
  [`${strict}drawingml/wordprocessingDrawing`, 'wp'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  [`${transitional}markup-compatibility/2006`, 'mc'],
]);

/** Of one part: by id, what it points to. */
interface Relation {
  /** The last word of its type: `styles`, `image`, `hyperlink`, … */
  readonly type: string;
  readonly target: string;
  /** It leads out of the file. */
  readonly isExternal: boolean;
}

export type RelationsOf = ReadonlyMap<string, Relation>;

export interface WordParts {
  /** The path of the main text, for messages and as the base of targets. */
  readonly path: string;
  readonly text: string;
  readonly relationsOf: (path: string) => RelationsOf;
  /** The trees called NAMES in the parts that the main text points to as TYPE. */
  readonly trees: (type: string, ...names: readonly string[]) => XmlNode[];
  /** The paths of those parts. */
  readonly pathsOf: (type: string) => readonly string[];
}

function relations(archive: Archive, path: string): RelationsOf {
  const slash = path.lastIndexOf('/') + 1;
  const own = `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`;
  const rows = treesIn(archive.text(own), own, wordNamespaces, ['Relationship']);
  return new Map(
    rows.map(({ attributes: { Id = '', Type = '', Target = '', TargetMode } }) => {
      const isExternal = TargetMode === 'External';
      const target = isExternal ? Target : resolvePart(path, Target);
      return [Id, { type: Type.slice(Type.lastIndexOf('/') + 1), target, isExternal }];
    }),
  );
}

/** An OLE file, in which Word wraps what is encrypted, and in which old documents are. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0];

function refuseOle(bytes: Uint8Array): void {
  if (!OLE.every((byte, i) => bytes[i] === byte)) return;
  if (Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le')))
    throw new Unreadable(t('reading.word-locked'));
  throw new Unreadable(t('reading.word-old'));
}

/** The parts of the Word document BYTES. Throws Unreadable when it is none. */
export function wordParts(bytes: Uint8Array): WordParts {
  refuseOle(bytes);
  const archive = openArchive(bytes, 'reading.no-word');
  const found = [...relations(archive, '').values()].find(({ type }) => type === 'officeDocument');
  const path = found?.target ?? 'word/document.xml';
  const text = archive.text(path);
  if (text === null) throw new Unreadable(t('reading.word-bare'));
  const own = relations(archive, path);
  const pathsOf = (wanted: string) =>
    [...own.values()].filter(({ type, isExternal }) => type === wanted && !isExternal).map((it) => it.target);
  return {
    path,
    text,
    relationsOf: (part) => (part === path ? own : relations(archive, part)),
    pathsOf,
    trees: (type, ...names) =>
      pathsOf(type).flatMap((part) => treesIn(archive.text(part), part, wordNamespaces, names)),
  };
}
