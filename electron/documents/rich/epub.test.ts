import { expect, test } from 'vitest';
import { read } from './epub';
import { archive } from './testing/archives';
import { shown } from './testing/shown';

const container =
  '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>';
const page = (title: string, body: string) =>
  `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>${title}</title><script src="x.js"/></head><body>${body}</body></html>`;

const opf = `<package xmlns="http://www.idpf.org/2007/opf"><manifest>
<item id="n" href="nav.xhtml" properties="nav"/><item id="x" href="toc.ncx"/>
<item id="a" href="text/one%20a.xhtml"/><item id="b" href="text/two.xhtml"/><item id="c" href="text/three.xhtml"/><item id="p" href="img/cat.png"/></manifest>
<spine toc="x"><itemref idref="n"/><itemref idref="b"/><itemref idref="a"/><itemref idref="gone"/><itemref idref="c" linear="no"/></spine></package>`;

const files = {
  mimetype: 'application/epub+zip',
  'META-INF/container.xml': container,
  'OEBPS/book.opf': opf,
  'OEBPS/nav.xhtml': page(
    'Nav',
    '<nav><ol><li><a href="text/one%20a.xhtml#s">The <i>second</i></a></li></ol></nav>',
  ),
  'OEBPS/toc.ncx':
    '<ncx><navMap><navPoint><navLabel><text>Last one</text></navLabel><content src="text/three.xhtml"/></navPoint></navMap></ncx>',
  'OEBPS/text/two.xhtml': page(
    '',
    '<h1>One</h1><p>It<a id="x"/> begins.</p><p/><div><img src="../img/cat.png" alt="Cat"/></div>',
  ),
  'OEBPS/text/one a.xhtml': page(
    'File',
    '<p>It goes <em>on</em>&#160;here<![CDATA[ & <there>]]>.</p><img src="../no.png" alt=""/>',
  ),
  'OEBPS/text/three.xhtml': page('T', '<table><tr><td/><td>end</td></tr></table>'),
  'OEBPS/img/cat.png': Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]),
};

test('[YA25] EPUB: chapters in reading order, parted by breaks with their titles; what closes itself is closed', async () => {
  const bytes = archive(files);
  expect(await shown('epub', bytes)).toMatchInlineSnapshot(`
    "heading1: "One"
    paragraph: "It begins."
    paragraph: "￼" {image "Cat" OEBPS/img/cat.png}
    break (The second): ""
    paragraph: "It goes on here & <there>." {"on" italic}
    paragraph: "￼" {image "" -}
    break (Last one): ""
    row: "\\tend""
  `);
  const { rich } = await read({ bytes, name: 'a.epub' });
  expect(rich.omissions.map(({ what, count }) => [what, count])).toContainEqual(['tables of contents', 1]);
  const { image } = await import('./epub');
  expect(await image({ bytes, name: 'a.epub' }, 'OEBPS/img/cat.png')).toMatchObject({ type: 'image/jpeg' });
});

test('[YA26] EPUB: what is locked, damaged or no book is refused in a plain sentence; locked fonts lock nothing', async () => {
  const { readHere } = await import('./job');
  const reason = async (bytes: Uint8Array) => {
    const answer = await readHere({ format: 'epub', file: { bytes, name: 'a.epub' }, image: null });
    return answer.kind === 'refused' ? answer.reason : answer.kind;
  };
  const locked = (algorithm: string, uri: string) =>
    archive({
      ...files,
      'META-INF/encryption.xml': `<encryption><EncryptedData><EncryptionMethod Algorithm="${algorithm}"/><CipherData><CipherReference URI="${uri}"/></CipherData></EncryptedData></encryption>`,
    });
  const aes = 'http://www.w3.org/2001/04/xmlenc#aes128-cbc';
  expect(await reason(locked(aes, 'OEBPS/text/two.xhtml'))).toMatch('locked against copying');
  expect(await reason(locked('http://www.idpf.org/2008/embedding', 'OEBPS/font.otf'))).toBe('text');
  expect(await reason(archive({ 'a.txt': 'x' }))).toMatch('does not say where its chapters are');
  expect(await reason(archive({ ...files, 'OEBPS/book.opf': '<package/>' }))).toBe(
    'It is an EPUB without chapters.',
  );
  expect(await reason(Buffer.from('words'))).toBe('It is not an EPUB, or damaged.');
  expect(await reason(archive(files).subarray(0, 600))).toMatch('its end is missing');
});
