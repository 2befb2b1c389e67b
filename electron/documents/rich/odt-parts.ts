/** The parts of an OpenDocument text, and what its prefixes mean. */
import { t } from '../../../core/locale/t';
import { openArchive } from './archive';
import { Unreadable } from './read';
import { treesIn } from './xml-parts';

const oasis = 'urn:oasis:names:tc:opendocument:xmlns:';

export const odtNamespaces: ReadonlyMap<string, string> = new Map([
  ...['office', 'style', 'text', 'table', 'manifest'].map((it) => [`${oasis}${it}:1.0`, it] as const),
  [`${oasis}drawing:1.0`, 'draw'],
  [`${oasis}xsl-fo-compatible:1.0`, 'fo'],
  [`${oasis}svg-compatible:1.0`, 'svg'],
  ['http://www.w3.org/1999/xlink', 'xlink'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
]);

export interface OdtParts {
  readonly content: string;
  /** Null when there is none. */
  readonly styles: string | null;
  readonly paths: readonly string[];
}

/** Throws Unreadable for what is no OpenDocument text, or is protected. */
export function odtParts(bytes: Uint8Array): OdtParts {
  const archive = openArchive(bytes, 'reading.no-odt');
  const path = 'META-INF/manifest.xml';
  const locked = treesIn(archive.text(path), path, odtNamespaces, ['manifest:encryption-data']);
  if (locked.length > 0) throw new Unreadable(t('reading.odt-locked'));
  const content = archive.text('content.xml');
  if (content === null) throw new Unreadable(t('reading.odt-bare'));
  return { content, styles: archive.text('styles.xml'), paths: archive.paths };
}
