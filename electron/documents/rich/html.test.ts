import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkRich, shown } from './testing/shown';

test('[YA10] a page as browsers show it: white space, headings, lists, quotations, code, captions, links', async () => {
  const page = `<!doctype html><title>News</title><body>
<nav><a href="/">Home</a> | <a href="javascript:alert(1)">Trap</a></nav>
<h1>  A <em>bold</em>
 claim </h1>
loose text
<p>One<br>two <b>three </b>four.<br></p><p></p>
<ol start=3><li>c<li><p>d</p><p>more<ul><li>x</ul></ol>
<ol type=a reversed><li>b<li value=7>g</ol>
<blockquote><p>said<blockquote>before</blockquote></blockquote>
<pre>
a  b
	<code>c</code></pre>
<figure><img src="cat.png" alt="A  cat" width=20><figcaption>A cat, <i>asleep</i></figcaption></figure><hr>
<dl><dt>Term<dd>What it means</dl>`;
  expect(await shown('html', page)).toMatchInlineSnapshot(`
    "paragraph: "Home | Trap" {"Home" /}
    heading1: "A bold claim" {"bold" italic}
    paragraph: "loose text"
    paragraph: "One\\ntwo three four." {"three " bold}
    item1 (3.): "c"
    item1 (4.): "d"
    paragraph1: "more"
    item2 (•): "x"
    item1 (b.): "b"
    item1 (g.): "g"
    paragraph quoted1: "said"
    paragraph quoted2: "before"
    code: "a  b\\n\\tc"
    paragraph: "￼" {image "A cat" -}
    caption: "A cat, asleep" {"asleep" italic}
    break: ""
    paragraph: "Term"
    paragraph1: "What it means""
  `);
});

test('[YA10] tables: heads, cells that span, tables in cells, captions', async () => {
  const page = `<table><caption>Ages</caption><thead><tr><td>Name<td colspan=2>Years</thead>
<tr><td rowspan=2>Ada<td>1<td><p>2<p>3<tr><td>4<br>5<td><table><tr><td>in<td>side</table></table>after`;
  expect(await shown('html', page)).toMatchInlineSnapshot(`
    "caption: "Ages"
    row header: "Name\\tYears\\t"
    row: "Ada\\t1\\t2 3"
    row: "\\t4 5\\tin side"
    paragraph: "after""
  `);
});

test('[YA10] the boxes of tasks are their markers', async () => {
  const page =
    '<ul class="task-list"><li><label><input type="checkbox">open</label></li><li><input type="checkbox" checked> done</li><li>neither <input type="checkbox"></li></ul>';
  expect(await shown('html', page)).toMatchInlineSnapshot(`
    "item1 (☐): "open"
    item1 (☑): "done"
    item1 (•): "neither""
  `);
});

test('[YA11] what is not shown is left out and told', async () => {
  const { read } = await import('./html');
  const page = `<p>a<script>alert(1)</script><!-- why --><span hidden>no</span><span style="DISPLAY : none">nor</span>
<form>Search <input value=x><button>Go</button></form><svg><text>drawn</text></svg>b`;
  const { text, rich } = await read({ bytes: Buffer.from(page), name: 'a.html' });
  expect(text).toBe('a\nSearch\nb');
  expect(
    Object.fromEntries(rich.omissions.map(({ what, count, example }) => [what, [count, example]])),
  ).toEqual({
    scripts: [1, 'alert(1)'],
    'comments in the HTML': [1, 'why'],
    'hidden passages': [2, 'no'],
    'form fields': [1, ''],
    buttons: [1, 'Go'],
    drawings: [1, 'drawn'],
  });
});

test('[YA12] broken and deep markup keeps every word', async () => {
  const { read } = await import('./html');
  const deep = `${'<div><b>'.repeat(5000)}deep${'</i></div>'.repeat(200)}<td>cell</p></b>end`;
  const { text } = await read({ bytes: Buffer.from(deep), name: 'a.html' });
  expect(text.replace(/\s/g, '')).toBe('deepcellend');
});

test('[YA13] the encoding that the page states is taken where its bytes do not tell', async () => {
  const { read } = await import('./html');
  const bytes = Buffer.concat([
    Buffer.from('<meta charset="windows-1251"><p>'),
    Buffer.from([0xcf, 0xf0, 0xe8]),
  ]);
  expect(await read({ bytes, name: 'a.html' })).toMatchObject({
    text: 'При',
    encoding: 'WINDOWS-1251',
    guessed: false,
  });
});

test('[YA14] an image that the page holds can be had, and only of a type that runs nothing', async () => {
  const { read, image } = await import('./html');
  const png = Buffer.from([0x89, 0x50]).toString('base64');
  const page = `<img src="data:image/svg+xml;base64,AAAA"><img src="x.png"><img src="data:image/png;base64,${png}">`;
  const file = { bytes: Buffer.from(page), name: 'a.html' };
  expect((await read(file)).rich.images.map(({ id }) => id)).toEqual(['0', null, '1']);
  expect(await image(file, '0')).toBeNull();
  expect(await image(file, '1')).toMatchObject({ type: 'image/png' });
  expect(await image(file, '7')).toBeNull();
});

test('[YA10] XHTML: what closes itself is closed', async () => {
  const page =
    '<html><head><title/><script src="a.js"/></head><body><p>a<b/>b</p><td/><div title="1 > 0"/>c<br/>d</body></html>';
  const { read } = await import('./html');
  const { text, rich } = await read({ bytes: Buffer.from(page), name: 'a.xhtml' });
  expect(text).toBe('ab\nc\nd');
  expect(rich.runs).toEqual([]);
});

/** Markup of every kind, whole and broken, and its words in order. */
const word = fc.constantFrom('one', 'zwei', '三', '😀', 'a&amp;b', 'e\u0301', '&nbsp;', 'x-y');
const markup: fc.Arbitrary<string> = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 6, withCrossShrink: true },
    word,
    fc.constantFrom(' ', '\n\t', '<br>', '<hr>', '</p>', '</b>', '</div>', '<wbr>'),
    fc
      .tuple(
        fc.constantFrom(
          ...'p div h2 ul ol li b i a span blockquote pre table tr td th dl dd code u article'.split(' '),
        ),
        fc.array(tie('node'), { maxLength: 5 }),
        fc.boolean(),
      )
      .map(([name, inside, isClosed]) => `<${name}>${inside.join('')}${isClosed ? `</${name}>` : ''}`),
  ),
})).node;

test('[YA42] whatever the markup, the words of a page are all there, in the order of its tree', async () => {
  const { parse } = await import('parse5');
  const { childrenOf } = await import('./html-tree');
  const { read } = await import('./html');
  type Tree = Parameters<typeof childrenOf>[0];
  const plain = (node: Tree): string =>
    node.nodeName === '#text' && 'value' in node ? node.value : childrenOf(node).map(plain).join('');
  await fc.assert(
    fc.asyncProperty(fc.array(markup, { maxLength: 8 }), async (pieces) => {
      const page = pieces.join('');
      const { text, rich } = await read({ bytes: Buffer.from(page), name: 'a.html' });
      checkRich(text, rich);
      const bare = (it: string) => it.replace(/[ \t\r\n\f]/g, '');
      expect(bare(text)).toBe(bare(plain(parse(page))));
    }),
    { numRuns: 500 },
  );
});
