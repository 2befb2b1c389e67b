import { expect, test } from 'vitest';
import { read } from './docx';
import { docx } from './testing/archives';
import { shown } from './testing/shown';

const p = (runs: string, properties = '') =>
  `<w:p w14:paraId="3A0B" w:rsidR="00AA11">${properties && `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`;
const r = (text: string, properties = '') =>
  `<w:r w:rsidRPr="00BB22">${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const cell = (content: string, properties = '') =>
  `<w:tc><w:tcPr><w:tcW w:w="10" w:type="dxa"/>${properties}</w:tcPr>${content}</w:tc>`;
const readBytes = async (bytes: Uint8Array) => read({ bytes, name: 'a.docx' });

const styles = `
<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:basedOn w:val="Standard"/></w:style>
<w:style w:type="paragraph" w:styleId="Eigen"><w:name w:val="Kapitel"/><w:basedOn w:val="berschrift1"/></w:style>
<w:style w:type="paragraph" w:styleId="Loc"><w:name w:val="Überschrift 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Quote"/></w:style>
<w:style w:type="character" w:styleId="Fett"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>`;

test('[YA15] Word as pandoc writes it: a rule is a break, what goes on with an item is no item', async () => {
  const rule =
    '<w:r><w:pict><v:rect xmlns:o="urn:schemas-microsoft-com:office:office" o:hralign="center" o:hr="t"/></w:pict></w:r>';
  const level = (sign: string) =>
    `<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="${sign}"/></w:lvl>`;
  const numbering = ['•', ' ']
    .map((sign, i) => `<w:abstractNum w:abstractNumId="${i}">${level(sign)}</w:abstractNum>`)
    .concat([0, 1].map((i) => `<w:num w:numId="${i + 1}"><w:abstractNumId w:val="${i}"/></w:num>`))
    .join('');
  const item = (text: string, id: number) =>
    p(r(text), `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${id}"/></w:numPr>`);
  const bytes = docx([item('Salt', 1), item('from the sea', 2), p(rule), p(r('After'))].join(''), {
    numbering,
  });
  expect(await shown('docx', bytes)).toMatchInlineSnapshot(`
    "item1 (•): "Salt"
    paragraph1: "from the sea"
    break: ""
    paragraph: "After""
  `);
  expect((await readBytes(bytes)).rich.omissions).toEqual([]);
});

test('[YA15] Word: headings by style and outline, formats, links, signs that are no letters', async () => {
  const body = [
    p(r('A title'), '<w:pStyle w:val="Eigen"/>'),
    p(r('Local'), '<w:pStyle w:val="Loc"/>'),
    p(r('Outline'), '<w:outlineLvl w:val="2"/>'),
    p(
      `${r('Strong', '<w:rStyle w:val="Fett"/>')}${r(', not', '<w:rStyle w:val="Fett"/><w:b w:val="0"/>')}${r('2', '<w:vertAlign w:val="superscript"/>')}`,
    ),
    p(
      '<w:proofErr w:type="spellStart"/><w:hyperlink r:id="h"><w:r><w:t>a </w:t></w:r></w:hyperlink><w:r><w:t> site </w:t></w:r>',
    ),
    p(
      '<w:r><w:t>one</w:t><w:tab/><w:t>two</w:t><w:br/><w:t>soft</w:t><w:softHyphen/><w:t>hy</w:t><w:noBreakHyphen/><w:t>phen</w:t><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>',
    ),
    p(''),
    p(r('said'), '<w:pStyle w:val="Q"/>'),
    p(`${r('end')}<w:r><w:br w:type="page"/></w:r>`),
    p(`<w:r><w:lastRenderedPageBreak/></w:r>${r('next')}`),
  ].join('');
  const relations =
    '<Relationship Id="h" Type="x/hyperlink" Target="https://example.com" TargetMode="External"/>';
  expect(await shown('docx', docx(body, { styles }, { relations }))).toMatchInlineSnapshot(`
    "heading1: "A title"
    heading2: "Local"
    heading3: "Outline"
    paragraph: "Strong, not2" {"Strong" bold; "2" sup}
    paragraph: "asite" {"a" https://example.com}
    paragraph: "one\\ttwo\\nsoft­hy‑phen✓"
    paragraph: ""
    paragraph quoted1: "said"
    paragraph: "end"
    break: ""
    paragraph: "next""
  `);
});

const numbering = `
<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>`;

test('[YA16] Word: lists count as Word counts, and headings do', async () => {
  const item = (text: string, list: number, depth: number) =>
    p(r(text), `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr>`);
  const heading = `<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`;
  const body = [
    item('a', 1, 0),
    item('b', 1, 1),
    item('c', 1, 1),
    p(r('between')),
    item('d', 1, 0),
    item('e', 1, 1),
    item('f', 2, 0),
    item('g', 3, 0),
    item('h', 3, 0),
    item('none', 0, 0),
    p(r('head'), '<w:pStyle w:val="H"/>'),
  ].join('');
  expect(await shown('docx', docx(body, { numbering, styles: heading }))).toMatchInlineSnapshot(`
    "item1 (1.): "a"
    item2 (1.a)): "b"
    item2 (1.b)): "c"
    paragraph: "between"
    item1 (2.): "d"
    item2 (2.a)): "e"
    item1 (•): "f"
    item1 (5.): "g"
    item1 (6.): "h"
    paragraph: "none"
    heading1 (7.): "head""
  `);
});

test('[YA17] Word: tables with merged cells, tables in cells, rows of headings', async () => {
  const body = `${p(r('before'))}<w:tbl><w:tblPr/><w:tblGrid/>
<w:tr><w:trPr><w:tblHeader/></w:trPr>${cell(p(r('Name')))}${cell(p(r('Years')), '<w:gridSpan w:val="2"/>')}</w:tr>
<w:tr>${cell(p(r('Ada')), '<w:vMerge w:val="restart"/>')}${cell(p(r('one')) + p('') + p(r('two')))}${cell(`<w:tbl><w:tr>${cell(p(r('in')))}${cell(p(r('side')))}</w:tr></w:tbl>${p('')}`)}</w:tr>
<w:tr>${cell(p(''), '<w:vMerge/>')}${cell(p('<w:r><w:t>x</w:t><w:tab/><w:t>y</w:t></w:r>'))}${cell(p(''))}</w:tr>
<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell(p(r('late')))}${cell(p(r('last')))}</w:tr>
<w:tr><w:trPr><w:del w:author="A"/></w:trPr>${cell(p(`<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>`))}</w:tr></w:tbl>${p(r('after'))}`;
  expect(await shown('docx', docx(body))).toMatchInlineSnapshot(`
    "paragraph: "before"
    row header: "Name\\tYears\\t"
    row: "Ada\\tone two\\tin side"
    row: "\\tx y\\t"
    row: "\\tlate\\tlast"
    paragraph: "after""
  `);
});

test('[YA18] Word: tracked changes are taken as accepted, and told with their number', async () => {
  const ins = (content: string) =>
    `<w:ins w:id="1" w:author="Ada" w:date="2024-01-01T00:00:00Z">${content}</w:ins>`;
  const del = (text: string) => `<w:del w:id="2"><w:r><w:delText>${text}</w:delText></w:r></w:del>`;
  const body = [
    p(`${r('It is ')}${del('bad')}${ins(r('good'))}.`),
    p(`${r('One')}${del(' and')}`, '<w:rPr><w:del w:id="3"/></w:rPr>'),
    p(`${r(' two')}`, '<w:pPrChange w:id="4"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange>'),
    p(`<w:moveFrom><w:r><w:t>away</w:t></w:r></w:moveFrom><w:moveTo>${r('here')}</w:moveTo>`),
    p(del('all of it'), '<w:rPr><w:del w:id="3"/></w:rPr>'),
    p(r('end', '<w:rPrChange w:id="5"><w:rPr><w:vanish/></w:rPr></w:rPrChange>')),
  ].join('');
  const { text, rich } = await readBytes(docx(body));
  expect(text).toBe('It is good\nOne two\nhere\nend');
  expect(rich.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'paragraph', 'paragraph', 'paragraph']);
  expect(rich.omissions).toEqual([{ what: 'tracked deletions', count: 4, example: 'bad' }]);
  expect(rich.notices).toEqual(['The tracked changes were taken as accepted: 2 inserted, 4 deleted.']);
});

const note = (kind: string, id: number, text: string, facts = '') =>
  `<w:${kind} w:id="${id}"${facts}>${p(`<w:r><w:footnoteRef/></w:r>${r(` ${text}`)}`)}</w:${kind}>`;

test('[YA19] Word: notes and comments stand behind the text, marked where they belong', async () => {
  const body = [
    p(
      `${r('Claim')}<w:r><w:footnoteReference w:id="7"/></w:r>${r(' and more')}<w:r><w:endnoteReference w:id="2"/></w:r>.`,
    ),
    p(
      `<w:commentRangeStart w:id="0"/>${r('Really')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>${r('?')}<w:r><w:footnoteReference w:id="3"/></w:r>`,
    ),
  ].join('');
  const parts = {
    footnotes: `${note('footnote', -1, 'line', ' w:type="separator"')}${note('footnote', 3, 'Second.')}${note('footnote', 7, 'First.')}`,
    endnotes: note('endnote', 2, 'At the end.'),
    comments: `<w:comment w:id="0" w:author="Ada  L." w:initials="AL">${p(r('Sure?'))}${p(r('Ask her.'))}</w:comment>${note('comment', 9, 'Lost', ' w:author="B"')}`,
  };
  expect(await shown('docx', docx(body, parts))).toMatchInlineSnapshot(`
    "paragraph: "Claim and more" {mark 1 after "Claim"; mark i after "d more"}
    paragraph: "Really?" {mark c1 after "Really"; mark 2 after "eally?"}
    note (1.): "First."
    note (2.): "Second."
    note (i.): "At the end."
    note (c1 Ada L.): "Sure?"
    note: "Ask her.""
  `);
  expect((await readBytes(docx(body, parts))).rich.omissions).toEqual([
    { what: 'notes and comments that nothing points to', count: 1, example: 'Lost' },
  ]);
});

test('[YA20] Word: fields show their results, text boxes stand behind their paragraph, headers and hidden words are told', async () => {
  const sign = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const box = `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:docPr id="1" name="Box"/><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>${p(r('boxed'))}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${p(r('boxed'))}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>`;
  const body = [
    p(
      `${r('See ')}${sign('begin')}<w:r><w:instrText> HYPERLINK "https://example.com" </w:instrText></w:r>${sign('separate')}${r('here')}${sign('end')}${r(', page ')}<w:fldSimple w:instr=" PAGE ">${r('3')}</w:fldSimple>`,
    ),
    p(`${r('left ')}<w:r>${box}</w:r>${r('right')}`),
    p(`${r('seen')}${r(' unseen', '<w:vanish/>')}`),
    `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>${p(r('in a control'))}</w:sdtContent></w:sdt>`,
    p(
      '<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath><m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num></m:f></m:oMath>',
    ),
    p(
      '<w:r><w:ruby><w:rt><w:r><w:t>kan</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>漢</w:t></w:r></w:rubyBase></w:ruby></w:r>',
    ),
  ].join('');
  const made = docx(body, { header: p(r('Confidential')), footer: p('') });
  expect(await shown('docx', made)).toMatchInlineSnapshot(`
    "paragraph: "See here, page 3" {"here" https://example.com}
    paragraph: "left right"
    paragraph: "boxed"
    paragraph: "seen"
    paragraph: "in a control"
    paragraph: "x=1"
    paragraph: "漢""
  `);
  expect((await readBytes(made)).rich.omissions).toEqual([
    { what: 'hidden passages', count: 1, example: 'unseen' },
    { what: 'formulas', count: 1, example: '1' },
    { what: 'readings above characters', count: 1, example: 'kan' },
    { what: 'headers and footers', count: 1, example: 'Confidential' },
  ]);
});

test('[YA21] Word: an image is one of the file, with its words and size', async () => {
  const { image } = await import('./docx');
  const drawing = (how: string) =>
    `<w:r><w:drawing><wp:inline><wp:extent cx="952500" cy="1905000"/><wp:docPr id="1" name="P" descr="A  cat"/><a:graphic><a:graphicData><a:blip ${how}/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
  const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const relations =
    '<Relationship Id="i" Type="x/image" Target="media/a.png"/><Relationship Id="e" Type="x/image" Target="media/b.emf"/><Relationship Id="o" Type="x/image" Target="https://example.com/c.png" TargetMode="External"/>';
  const bytes = docx(
    p(['r:embed="i"', 'r:embed="e"', 'r:link="o"'].map(drawing).join('')),
    {},
    { relations, files: { 'word/media/a.png': png, 'word/media/b.emf': Uint8Array.from([1, 0, 0, 0]) } },
  );
  const { text, rich } = await readBytes(bytes);
  expect(text).toBe('\ufffc\ufffc\ufffc');
  expect(rich.images.map(({ id }) => id)).toEqual(['word/media/a.png', 'word/media/b.emf', null]);
  expect(rich.images[0]).toMatchObject({ alt: 'A cat', width: 100, height: 200 });
  const file = { bytes, name: 'a.docx' };
  expect(await image(file, 'word/media/a.png')).toEqual({ bytes: png, type: 'image/png' });
  expect(await image(file, 'word/media/b.emf')).toBeNull();
  expect(await image(file, 'no')).toBeNull();
});

test('[YA22] Word: what can’t be read is refused in a plain sentence', async () => {
  const { readHere } = await import('./job');
  const reason = async (bytes: Uint8Array) => {
    const answer = await readHere({ format: 'docx', file: { bytes, name: 'a.docx' }, image: null });
    return answer.kind === 'refused' ? answer.reason : answer.kind;
  };
  const ole = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  const whole = docx(p(r('words')));
  expect(
    await reason(Buffer.concat([ole, Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')])),
  ).toMatch('protected by a password');
  expect(await reason(Buffer.concat([ole, Buffer.alloc(600)]))).toMatch('old Word document');
  expect(await reason(Buffer.from('{\\rtf1 words}'))).toBe('It is not a Word document (.docx), or damaged.');
  expect(await reason(whole.subarray(0, whole.length / 2))).toMatch('its end is missing');
  expect(await reason(docx('</w:p>'))).toMatch(/^Its part “word\/document.xml” is damaged \(line 2: /);
  expect(await reason(docx('<!DOCTYPE a [<!ENTITY b "c">]>'))).toMatch('is damaged');
  expect(await reason(docx(p(r('&lol;'))))).toMatch('is damaged');
  const deep = (depth: number) =>
    `${'<w:tbl><w:tr><w:tc>'.repeat(depth)}${p(r('deep'))}${'</w:tc></w:tr></w:tbl>'.repeat(depth)}`;
  expect((await readBytes(docx(deep(200)))).text).toBe('deep');
  expect(await reason(docx(deep(100_000)))).toBe(
    'Its part “word/document.xml” is nested too deep to be read.',
  );
});
