import { expect, test } from 'vitest';
import { shown } from './testing/shown';

test('[YA1] Markdown: headings, lists, tasks, tables, code, quotations, links, images, footnotes', async () => {
  const made = await shown(
    'md',
    `# A title in *two* parts

Plain with **bold**, \`code\`, ~~gone~~ and a [link][1], broken
softly[^a] and hard\\
here.

- [x] done
- [ ] open
  1. first

     goes on
  2. second

| Name | Age |
|------|----:|
| 😀   | 7   |

> said
> > before that

~~~
let x;

	y
~~~

***

![A cat](cat.png)

[1]: https://example.com
[^a]: The note.
`,
  );
  expect(made).toMatchInlineSnapshot(`
    "heading1: "A title in two parts" {"two" italic}
    paragraph: "Plain with bold, code, gone and a link, broken softly and hard\\nhere." {"bold" bold; "code" code; "gone" strike; "link" https://example.com; mark 1 after "softly"}
    item1 (☑): "done"
    item1 (☐): "open"
    item2 (1.): "first"
    paragraph2: "goes on"
    item2 (2.): "second"
    row header: "Name\\tAge"
    row: "😀\\t7"
    paragraph quoted1: "said"
    paragraph quoted2: "before that"
    code: "let x;\\n\\n\\ty"
    break: ""
    paragraph: "￼" {image "A cat" -}
    note (1.): "The note.""
  `);
});

test('[YA1] Markdown: what is HTML is left out and told', async () => {
  const { read } = await import('./md');
  const { text, rich } = await read({
    bytes: Buffer.from('a<br>b <kbd>c</kbd>\n\n<div>raw</div>\n'),
    name: 'a.md',
  });
  expect(text).toBe('a\nb c');
  expect(rich.omissions).toEqual([
    { what: 'HTML tags', count: 2, example: '<kbd>' },
    { what: 'pieces of HTML', count: 1, example: '<div>raw</div>' },
  ]);
});

test('[YA2] Markdown: an image comes from the file itself, never from beside it', async () => {
  const { read, image } = await import('./md');
  const png = Buffer.from([0x89, 0x50]).toString('base64');
  const file = {
    bytes: Buffer.from(
      `![a](x.png) ![b](data:image/png;base64,${png}) ![c][1] ![d](data:image/svg+xml;base64,AA)\n\n[1]: data:image/gif;base64,R0lG`,
    ),
    name: 'a.md',
  };
  expect((await read(file)).rich.images.map(({ id }) => id)).toEqual([null, '0', '1', '2']);
  expect(await image(file, '0')).toMatchObject({ type: 'image/png' });
  expect(await image(file, '1')).toMatchObject({ type: 'image/gif' });
  expect(await image(file, '2')).toBeNull();
  expect(await image(file, '7')).toBeNull();
});
