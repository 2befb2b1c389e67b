/** The sample files of every format: their exact text and looks. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { shown } from './testing/shown';

const sample = (name: string) => readFileSync(join(import.meta.dirname, '../../../e2e/fixtures', name));

test('[YA41] report.docx: a table, a footnote, a comment, a tracked change, lists', async () => {
  expect(await shown('docx', sample('report.docx'))).toMatchInlineSnapshot(`
    "heading1: "Water on Lindenhof Street"
    heading1: "What we counted"
    paragraph: "On Lindenhof Street, forty households kept a diary of the water that they used. The diaries ran from 4 March to 31 May." {mark 1 after "y used"}
    paragraph: "Two households left early; their pages are kept, but not counted." {"Two households left early" italic; mark c1 after " early"}
    heading2: "Use by household"
    row header: "Household\\tLitres per day\\t" {"Household" bold; "Litres per day" bold}
    row: "No. 4\\tweekdays\\t112"
    row: "\\tweekends\\t140"
    row: "No. 9\\tall days\\t95 (one person)"
    paragraph: ""
    heading1: "What we learned"
    item1 (1.): "Diaries work when they are short."
    item1 (2.): "Reminders help:"
    item2 (a.): "by telephone,"
    item2 (b.): "by letter."
    item1 (3.): "Children write more than adults."
    paragraph: "The blank diary may be copied freely." {"The blank diary" underline https://example.com/diary}
    note (1.): "Rain water was written down apart."
    note (c1 Ines Kaya): "Do we say why?""
  `);
});

test('[YA41] story.epub: three chapters', async () => {
  expect(await shown('epub', sample('story.epub'))).toMatchInlineSnapshot(`
    "heading1: "The landing"
    paragraph: "Every evening at six the ferry came in, and every evening Marta counted the people who got off."
    paragraph: "“Eleven,” she said. “One less than yesterday.”"
    paragraph: "￼" {image "A flat boat at a wooden pier" OEBPS/boat.png}
    break (The crossing): ""
    heading1: "The crossing"
    paragraph: "On the seventh day she went along.\\nIt rained."
    paragraph quoted1: "Nobody looks at the water who has to cross it twice a day." {"twice a day" italic}
    break: ""
    paragraph: "The pilot gave her his coat."
    break (The far side): ""
    heading1: "The far side"
    paragraph: "There was a list at the door:"
    item1 (1.): "Ring once."
    item1 (2.): "Wait."
    item1 (3.): "Do not ring again."
    row header: "Day\\tPeople"
    row: "Monday\\t12"
    row: "Tuesday\\t"
    paragraph: "She rang twice.""
  `);
});

test('[YA41] minutes.odt: a list, a table, a footnote, a comment, a tracked change', async () => {
  expect(await shown('odt', sample('minutes.odt'))).toMatchInlineSnapshot(`
    "heading1: "Minutes of the garden club"
    paragraph: "Present: eight members  and\\ta guest." {"eight members" bold; mark 1 after " guest"}
    item1 (1.): "The fence will be mended."
    item1 (2.): "Seeds:"
    item2 (•): "beans"
    item2 (•): "leeks"
    row header: "Member\\tFee"
    row: "all paid\\t"
    paragraph: "Next meeting in June." {mark c1 after "eeting"}
    note (1.): "From the club next door."
    note (c1 R. Obi): "Ask for a date.""
  `);
});

test('[YA41] notes.md', async () => {
  expect(await shown('md', sample('notes.md'))).toMatchInlineSnapshot(`
    "heading1: "Notes on the ferry" {"ferry" italic}
    paragraph: "Written on the way, with much rain and a map." {"much" bold; "map" https://example.com/map; mark 1 after "he way"}
    heading2: "To ask"
    item1 (☑): "the pilot"
    item1 (☐): "the baker"
    item2 (1.): "when he starts"
    item2 (2.): "who helps him"
    row header: "Day\\tPeople"
    row: "Monday\\t12"
    row: "Sunday\\t"
    paragraph quoted1: "“Nobody looks at the water,”\\nshe said."
    code: "ring once\\n\\twait"
    break: ""
    paragraph: "￼" {image "A dot" 0}
    note (1.): "In two boats.""
  `);
});

test('[YA41] article.html: an article page with broken markup', async () => {
  const made = await shown('html', sample('article.html'));
  await expect(made).toMatchFileSnapshot('../../../e2e/fixtures/article.golden.txt');
});

test.each([
  ['recipe.rtf', 'rtf'],
  ['tides.csv', 'csv'],
  ['birds.tsv', 'tsv'],
  ['diaries.xlsx', 'xlsx'],
  ['letters.jsonl', 'jsonl'],
  ['talk.srt', 'srt'],
  ['talk.vtt', 'vtt'],
] as const)('[YA41] %s', async (name, format) => {
  const made = await shown(format, sample(name), name);
  await expect(made).toMatchFileSnapshot(`../../../e2e/fixtures/${name}.golden.txt`);
});
