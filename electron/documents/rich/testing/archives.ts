/** Builds Word, OpenDocument and EPUB files out of the XML that a test gives, so that the test shows what is read. */
import { strToU8, unzipSync, zipSync } from 'fflate';

/** An archive of FILES, by path; the same every time. */
export function archive(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const entries = Object.entries(files).map(([path, data]) => [
    path,
    typeof data === 'string' ? strToU8(data) : data,
  ]);
  return zipSync(Object.fromEntries(entries), { mtime: new Date(1980, 0, 1), level: 6 });
}

/** The files of an archive that is whole. */
export const unpacked = (bytes: Uint8Array): Record<string, Uint8Array> => unzipSync(bytes);

const office = 'http://schemas.openxmlformats.org/officeDocument/2006';
const wordSpaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  `xmlns:r="${office}/relationships" xmlns:m="${office}/math" ` +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ' +
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" ' +
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:v="urn:schemas-microsoft-com:vml" ' +
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14"';

/** A part of Word's own: ROOT with CONTENT. */
const part = (root: string, content: string) =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:${root} ${wordSpaces}>${content}</w:${root}>`;

/** The Word document whose body holds BODY; PARTS by the names of their relationships: `styles`, `footnotes`, … */
export function docx(
  body: string,
  parts: Readonly<Record<string, string>> = {},
  more: { readonly relations?: string; readonly files?: Readonly<Record<string, string | Uint8Array>> } = {},
): Uint8Array {
  const roots: Readonly<Record<string, string>> = { header: 'hdr', footer: 'ftr' };
  const names = Object.keys(parts);
  const relations = names.map(
    (name, i) => `<Relationship Id="rId${i}" Type="${office}/relationships/${name}" Target="${name}.xml"/>`,
  );
  const package_ = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';
  return archive({
    '_rels/.rels': `<Relationships ${package_}><Relationship Id="a" Type="${office}/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': part('document', `<w:body>${body}<w:sectPr w:rsidR="00AB12"/></w:body>`),
    'word/_rels/document.xml.rels': `<Relationships ${package_}>${relations.join('')}${more.relations ?? ''}</Relationships>`,
    ...Object.fromEntries(
      names.map((name) => [`word/${name}.xml`, part(roots[name] ?? name, parts[name] ?? '')]),
    ),
    ...more.files,
  });
}

const oasis = 'urn:oasis:names:tc:opendocument:xmlns:';
const odtSpaces =
  ['office', 'style', 'text', 'table'].map((it) => `xmlns:${it}="${oasis}${it}:1.0"`).join(' ') +
  ` xmlns:draw="${oasis}drawing:1.0" xmlns:fo="${oasis}xsl-fo-compatible:1.0" xmlns:svg="${oasis}svg-compatible:1.0"` +
  ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"';

/** The OpenDocument text whose body holds BODY; STYLES stand in its content, COMMON in its styles.xml. */
export function odt(
  body: string,
  styles = '',
  common = '',
  files: Readonly<Record<string, string | Uint8Array>> = {},
): Uint8Array {
  return archive({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content ${odtSpaces}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    'styles.xml': `<office:document-styles ${odtSpaces}>${common}</office:document-styles>`,
    ...files,
  });
}
