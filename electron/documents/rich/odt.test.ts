import { expect, test } from 'vitest';
import { image, read } from './odt';
import { odt } from './testing/archives';
import { shown } from './testing/shown';

const p = (content: string, style = 'Standard') => `<text:p text:style-name="${style}">${content}</text:p>`;
const readBytes = async (bytes: Uint8Array) => read({ bytes, name: 'a.odt' });

const styles = `
<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="T2" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
<style:style style:name="T3" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:break-before="page"/></style:style>
<style:style style:name="P2" style:family="paragraph" style:parent-style-name="Quotations"/>
<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")" text:display-levels="2"/></text:list-style>
<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1" text:bullet-char="–"/></text:list-style>`;
const common =
  '<office:styles><style:style style:name="Quotations"/><text:outline-style><text:outline-level-style text:level="1" style:num-format="I" style:num-suffix="."/><text:outline-level-style text:level="2" style:num-format=""/></text:outline-style></office:styles><office:master-styles><style:header><text:p>Secret</text:p></style:header></office:master-styles>';

test('[YA30] OpenDocument: headings, white space, formats, links, breaks, quotations', async () => {
  const body = [
    '<text:h text:outline-level="1">One</text:h><text:h text:outline-level="2">Sub</text:h><text:h text:outline-level="1">Two</text:h>',
    p(
      '\n  a <text:span text:style-name="T1">bold </text:span> b<text:s text:c="3"/>c<text:tab/>d<text:line-break/>e<text:span text:style-name="T2">2</text:span>\n',
    ),
    p(
      '<text:a xlink:href="https://example.com">there</text:a><text:bookmark text:name="x"/> <text:page-number>4</text:page-number>',
    ),
    p(''),
    p('next page', 'P1'),
    p('said', 'P2'),
    p('seen<text:span text:style-name="T3"> unseen</text:span>'),
  ].join('');
  const bytes = odt(body, styles, common);
  expect(await shown('odt', bytes)).toMatchInlineSnapshot(`
    "heading1 (I.): "One"
    heading2: "Sub"
    heading1 (II.): "Two"
    paragraph: "a bold b   c\\td\\ne2" {"bold " bold; "2" sup}
    paragraph: "there 4" {"there" https://example.com}
    paragraph: ""
    break: ""
    paragraph: "next page"
    paragraph quoted1: "said"
    paragraph: "seen""
  `);
  expect((await readBytes(bytes)).rich.omissions).toEqual([
    { what: 'hidden passages', count: 1, example: 'unseen' },
    { what: 'headers and footers', count: 1, example: 'Secret' },
  ]);
});

test('[YA30] OpenDocument as LibreOffice writes it: the title, quotations and captions by other names, notes begin with a space', async () => {
  const named = ['Title', 'Block_20_Text', 'Table_20_Caption'].map(
    (it) => `<style:style style:name="${it}"/>`,
  );
  const note =
    '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p><text:s/>Of rye.</text:p><text:p><text:s/>More.</text:p></text:note-body></text:note>';
  const body = p('On mills', 'Title') + p(`said${note}`, 'Block_20_Text') + p('Sacks', 'Table_20_Caption');
  expect(
    await shown('odt', odt(body, '', `<office:styles>${named.join('')}</office:styles>`)),
  ).toMatchInlineSnapshot(`
    "heading1: "On mills"
    paragraph quoted1: "said" {mark 1 after "said"}
    caption: "Sacks"
    note (1.): "Of rye."
    note: " More.""
  `);
});

test('[YA31] OpenDocument: lists count and go on; tables keep their columns', async () => {
  const item = (content: string, facts = '') => `<text:list-item${facts}>${content}</text:list-item>`;
  const list = (content: string, facts: string) => `<text:list ${facts}>${content}</text:list>`;
  const body = [
    list(
      item(p('a') + p('more') + list(item(p('b')) + item(p('c')), '')) + item(p('d')),
      'xml:id="l1" text:style-name="L1"',
    ),
    p('between'),
    list(item(p('e')), 'text:continue-list="l1" text:style-name="L1"'),
    list(item(p('f'), ' text:start-value="9"') + item(p('g')), 'text:style-name="L1"'),
    list(item(p('h')), 'text:style-name="L2"'),
    '<table:table><table:table-column table:number-columns-repeated="3"/>',
    '<table:table-header-rows><table:table-row>',
    `<table:table-cell>${p('Name')}</table:table-cell><table:table-cell table:number-columns-spanned="2">${p('Years')}</table:table-cell><table:covered-table-cell/>`,
    '</table:table-row></table:table-header-rows><table:table-row>',
    `<table:table-cell>${p('one')}${p('two')}</table:table-cell><table:table-cell table:number-columns-repeated="2"/>`,
    '</table:table-row></table:table>',
  ].join('');
  expect(await shown('odt', odt(body, styles))).toMatchInlineSnapshot(`
    "item1 (1.): "a"
    paragraph1: "more"
    item2 (1.a)): "b"
    item2 (1.b)): "c"
    item1 (2.): "d"
    paragraph: "between"
    item1 (3.): "e"
    item1 (9.): "f"
    item1 (10.): "g"
    item1 (–): "h"
    row header: "Name\\tYears\\t"
    row: "one two\\t\\t""
  `);
});

test('[YA32] OpenDocument: notes, comments and frames stand behind; tracked changes are taken as accepted', async () => {
  const comment = (name: string, text: string) =>
    `<office:annotation office:name="${name}"><dc:creator>Ada</dc:creator><dc:date>2024</dc:date><text:p>${text}</text:p></office:annotation>`;
  const note = (kind: string, sign: string, text: string) =>
    `<text:note text:note-class="${kind}"><text:note-citation>${sign}</text:note-citation><text:note-body>${p(text)}</text:note-body></text:note>`;
  const body = [
    '<text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:creator>B</dc:creator></office:change-info><text:p>gone</text:p></text:deletion></text:changed-region><text:changed-region><text:insertion/></text:changed-region></text:tracked-changes>',
    p(
      `A claim${note('endnote', 'i', 'Last.')} <text:change-start/>stands<text:change-end/>${note('footnote', '1', 'Why.')}.`,
    ),
    p(`${comment('c', 'Sure?')}Really<office:annotation-end office:name="c"/> so${comment('d', 'Hm.')}.`),
    p(`left<draw:frame draw:name="F"><draw:text-box>${p('boxed')}</draw:text-box></draw:frame> right`),
    p(
      '<draw:frame svg:width="1in" svg:height="0.5in"><draw:image xlink:href="Pictures/a.png"/><svg:desc>A cat</svg:desc></draw:frame>',
    ),
  ].join('');
  const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]);
  const bytes = odt(body, '', '', { 'Pictures/a.png': png });
  expect(await shown('odt', bytes)).toMatchInlineSnapshot(`
    "paragraph: "A claim stands." {mark i after " claim"; mark 1 after "stands"}
    paragraph: "Really so." {mark c1 after "Really"; mark c2 after "lly so"}
    paragraph: "left right"
    paragraph: "boxed"
    paragraph: "￼" {image "A cat" Pictures/a.png}
    note (1.): "Why."
    note (i.): "Last."
    note (c1 Ada): "Sure?"
    note (c2 Ada): "Hm.""
  `);
  const { rich } = await readBytes(bytes);
  expect(rich.images[0]).toMatchObject({ width: 96, height: 48 });
  expect(rich.omissions).toEqual([{ what: 'tracked deletions', count: 1, example: 'gone' }]);
  expect(rich.notices).toEqual(['The tracked changes were taken as accepted: 1 inserted, 1 deleted.']);
  expect(await image({ bytes, name: 'a.odt' }, 'Pictures/a.png')).toEqual({ bytes: png, type: 'image/png' });
});

test('[YA33] OpenDocument: what is protected, damaged, a trap or nested without measure is refused or bounded', async () => {
  const { readHere } = await import('./job');
  const reason = async (bytes: Uint8Array) => {
    const answer = await readHere({ format: 'odt', file: { bytes, name: 'a.odt' }, image: null });
    return answer.kind === 'refused' ? answer.reason : answer.kind;
  };
  const manifest =
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>';
  expect(await reason(odt(p('x'), '', '', { 'META-INF/manifest.xml': manifest }))).toMatch(
    'protected by a password',
  );
  expect(await reason(odt(p('x')).subarray(0, 300))).toMatch('its end is missing');
  expect(await reason(odt('</text:p>'))).toMatch('“content.xml” is damaged (line 2');
  expect((await readBytes(odt(p('a<text:s text:c="999999999"/>b')))).text.length).toBe(1002);
  const deep = (depth: number) =>
    `${'<text:list><text:list-item>'.repeat(depth)}${p('deep')}${'</text:list-item></text:list>'.repeat(depth)}`;
  expect((await readBytes(odt(deep(200)))).text).toBe('deep');
  expect(await reason(odt(deep(100_000)))).toMatch('nested too deep');
  const bomb = p('a'.repeat(20_000_000));
  expect(await reason(odt(bomb))).toMatch('may be a trap');
});
