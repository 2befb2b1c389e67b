import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { comparable } from '../testing/comeback';
import { fuzzReader, fuzzRuns, mutations, sourceFile, tryRead } from '../testing/mutate';
import { exportProjects } from '../testing/projects';
import { sample, sampleProject } from '../testing/sample';
import { expectedOf, written } from '../testing/written';
import { catalog } from './catalog';
import type { ExportDocument } from './format';
import { guidOfId, idOfGuid } from './guid';
import { NotReadable } from './imported';
import { lineFeeds, writeQdpx } from './qdpx';
import { readQdpx } from './read-qdpx';
import { ranksOf, reduce } from './reduce';
import { xmlSafe } from './xml';

const bytesOf = (documents: readonly ExportDocument[], choices = {}) =>
  written('qdpx', writeQdpx, sampleProject, documents, { choices }).files.get('') as Uint8Array;

const read = (bytes: Uint8Array) => readQdpx.read([sourceFile('a.qdpx', bytes)]);

const golden = bytesOf([sample]);
const [source, project] = Object.entries(unzipSync(golden));

test('[XS4] the sample as a REFI-QDA project', () => {
  expect(source?.[0]).toMatch(/^sources\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.txt$/);
  expect(strFromU8(source?.[1] as Uint8Array)).toBe(sample.text);
  expect(project?.[0]).toBe('project.qde');
  expect(strFromU8(project?.[1] as Uint8Array)).toMatchSnapshot();
  const text = Array.from(sample.text);
  const selections = [
    ...strFromU8(project?.[1] as Uint8Array).matchAll(
      /name="([^"]*)" startPosition="(\d+)" endPosition="(\d+)"/g,
    ),
  ];
  expect(selections.length).toBe(6);
  for (const [, name, start, end] of selections)
    expect(text.slice(Number(start), Number(end)).join('')).toBe(name);
});

/** DOCUMENT with line feeds alone, as it stands in the archive. */
function fed(document: ExportDocument): ExportDocument {
  const { text, to } = lineFeeds(document.text);
  const layers = document.layers.map((layer) => ({
    ...layer,
    annotations: layer.annotations.map((it) => ({
      ...it,
      note: xmlSafe(it.note),
      spans: it.spans.map((span) => ({ ...span, start: to(span.start), end: to(span.end) })),
    })),
  }));
  return { ...document, text, layers };
}

test('[XS4] labels, passages, notes, relations and people come back from a REFI-QDA project', () => {
  fc.assert(
    fc.property(exportProjects, ({ project, documents }) => {
      const { files, losses } = written('qdpx', writeQdpx, project, documents);
      const bytes = files.get('') as Uint8Array;
      expect(written('qdpx', writeQdpx, project, documents).files.get('')).toEqual(bytes);
      const made = read(bytes);
      expect(made.problems).toEqual([]);
      const how = { discontinuous: 'parts', overlap: 'longest' };
      const left = documents
        .map((it) => reduce(it, catalog.qdpx.carries, how, ranksOf(project.schema), () => {}))
        // Who marked nothing leaves no trace in the format.
        .map((it) => fed({ ...it, layers: it.layers.filter((layer) => layer.annotations.length > 0) }));
      const lost = new Set(
        losses.filter((it) => it.fate === 'dropped' && it.what === 'annotation').map((it) => it.id),
      );
      const keeps = { ids: false, times: true, annotators: true, facts: false, lost };
      const wanted = expectedOf(project, left, 'code-point').map((it) => ({
        ...it,
        layers: it.layers.filter((layer) => layer.annotations.some(({ id }) => !lost.has(id))),
      }));
      expect(comparable(made.documents, keeps)).toEqual(comparable(wanted, keeps));
      expect(made.documents.map((it) => it.text)).toEqual(left.map((it) => Buffer.from(it.text).toString()));
      expect(
        made.schema.labels.map(({ name, color, parent, description }) => [name, color, parent, description]),
      ).toEqual(
        project.schema.labels.map(({ name, color, parent, description }) => [
          name,
          color,
          project.schema.labels.find((it) => it.id === parent)?.name ?? null,
          description,
        ]),
      );
    }),
    { numRuns: 60 },
  );
});

test('[XS4] Postil’s own ids come back, and inclusive ends are one less', () => {
  const id = '0123456789abcdef01234567';
  expect(idOfGuid(guidOfId('selection', id).toUpperCase())).toBe(id);
  expect(guidOfId('selection', id)).toMatch(
    /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/,
  );
  const [layer] = sample.layers;
  const [row] = layer?.annotations ?? [];
  if (!layer || !row) throw new Error('The sample has no annotation.');
  const one = { ...sample, layers: [{ ...layer, annotations: [{ ...row, id }], relations: [] }] };
  expect(read(bytesOf([one])).documents[0]?.layers[0]?.annotations[0]?.id).toBe(id);
  const ends = (choices: object) =>
    read(bytesOf([sample], choices)).documents[0]?.layers[0]?.annotations.map((it) => it.spans[0]?.end);
  expect(ends({ ends: 'inclusive' })).toEqual(ends({})?.map((end) => (end as number) - 1));
});

/** An archive as other tools write it. */
const archive = (project: string, texts: Readonly<Record<string, string>>) =>
  zipSync({
    'project.qde': strToU8(project),
    ...Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, strToU8(text)])),
  });

const text = '🌊 Mary 🐚 Anning\r\nshowed 🦕 the cliffs.';

/** As ATLAS.ti writes: attributes in its own order, upper-case GUIDs, notes by reference, two codes on a passage. */
const atlas = `\ufeff<?xml version="1.0" encoding="utf-8"?>
<Project name="Fossils" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" origin="ATLAS.ti Windows" creatingUserGUID="AAAAAAAA-0000-4000-8000-000000000001" xmlns="urn:QDA-XML:project:1.0">
 <Users><User name="Anna" guid="AAAAAAAA-0000-4000-8000-000000000001"/></Users>
 <CodeBook><Codes>
  <Code color="#FF00AA" isCodable="true" name="People" guid="CCCCCCCC-0000-4000-8000-000000000001">
   <Code name="Finder" isCodable="true" guid="CCCCCCCC-0000-4000-8000-000000000002"><Description>Who finds</Description></Code>
   <Code name="Finder" isCodable="true" guid="CCCCCCCC-0000-4000-8000-000000000003"/>
  </Code></Codes>
  <Sets><Set guid="CCCCCCCC-0000-4000-8000-000000000009" name="all"><MemberCode targetGUID="CCCCCCCC-0000-4000-8000-000000000001"/></Set></Sets></CodeBook>
 <Sources>
  <TextSource plainTextPath="internal://D1.txt" richTextPath="internal://D1.docx" name="Lyme" guid="DDDDDDDD-0000-4000-8000-000000000001">
   <PlainTextSelection endPosition="15" startPosition="2" name="Mary 🐚 Anning" guid="EEEEEEEE-0000-4000-8000-000000000001">
    <Coding guid="FFFFFFFF-0000-4000-8000-000000000001" creatingUser="AAAAAAAA-0000-4000-8000-000000000001"><CodeRef targetGUID="CCCCCCCC-0000-4000-8000-000000000001"/></Coding>
    <Coding creationDateTime="2020-01-02T03:04:05Z" guid="FFFFFFFF-0000-4000-8000-000000000002" creatingUser="AAAAAAAA-0000-4000-8000-000000000001"><CodeRef targetGUID="cccccccc-0000-4000-8000-000000000002"/></Coding>
    <NoteRef targetGUID="BBBBBBBB-0000-4000-8000-000000000001"/>
   </PlainTextSelection>
   <PlainTextSelection endPosition="38" startPosition="28" name="the cliffs" guid="EEEEEEEE-0000-4000-8000-000000000002">
    <Coding guid="FFFFFFFF-0000-4000-8000-000000000003" creatingUser="AAAAAAAA-0000-4000-8000-000000000001"><CodeRef targetGUID="CCCCCCCC-0000-4000-8000-000000000003"/></Coding>
   </PlainTextSelection>
   <Coding guid="FFFFFFFF-0000-4000-8000-000000000004"><CodeRef targetGUID="CCCCCCCC-0000-4000-8000-000000000003"/></Coding>
  </TextSource>
 </Sources>
 <Notes><Note guid="BBBBBBBB-0000-4000-8000-000000000001" name="n"><PlainTextContent>She &amp; her dog</PlainTextContent></Note></Notes>
 <Links><Link guid="99999999-0000-4000-8000-000000000001" name="sees" direction="OneWay" originGUID="EEEEEEEE-0000-4000-8000-000000000001" targetGUID="FFFFFFFF-0000-4000-8000-000000000003"/>
 <Link guid="99999999-0000-4000-8000-000000000002" name="x" originGUID="CCCCCCCC-0000-4000-8000-000000000001" targetGUID="FFFFFFFF-0000-4000-8000-000000000003"/></Links>
</Project>`;

test('[XS5] a project as ATLAS.ti writes it', () => {
  const made = read(archive(atlas, { 'Sources/D1.txt': text.replace('\r\n', '\n') }));
  const [document] = made.documents;
  expect(document?.name).toBe('Lyme');
  expect(made.schema.labels.map((it) => [it.name, it.parent, it.color, it.description])).toEqual([
    ['People', null, '#ff00aa', ''],
    ['Finder', 'People', null, 'Who finds'],
    ['People / Finder', 'People', null, ''],
  ]);
  const [layer] = document?.layers ?? [];
  expect(layer?.annotator?.name).toBe('Anna');
  expect(layer?.annotations.map((it) => [it.label, it.note, it.spans[0]?.exact, it.createdAt])).toEqual([
    ['People', 'She & her dog', 'Mary 🐚 Anning', null],
    ['Finder', '', 'Mary 🐚 Anning', '2020-01-02T03:04:05.000Z'],
    ['People / Finder', '', 'the cliffs', null],
  ]);
  expect(layer?.relations).toMatchObject([
    { type: 'sees', from: layer?.annotations[0]?.id, to: layer?.annotations[2]?.id },
  ]);
  expect(made.problems.map((it) => it.reason)).toEqual([
    'Sets are not read.',
    '“Lyme” is coded as a whole; only passages are read.',
    '1 left out: they do not link two passages of one document and one person.',
  ]);
});

const small = (selection: string, source = 'plainTextPath="internal://d.txt"', inside = '') =>
  `<Project xmlns="urn:QDA-XML:project:1.0" name="p"><CodeBook><Codes><Code guid="c" name="C" isCodable="true"/></Codes></CodeBook><Sources><TextSource guid="d" name="d" ${source}>${inside}<PlainTextSelection guid="s" ${selection}><Coding guid="k"><CodeRef targetGUID="c"/></Coding></PlainTextSelection></TextSource></Sources></Project>`;

const span = (bytes: Uint8Array) => {
  const made = read(bytes);
  return { text: made.documents[0]?.text, span: made.documents[0]?.layers[0]?.annotations[0]?.spans[0] };
};

test('[XS5] texts as MAXQDA (CR LF) and QualCoder (byte order mark) write them, and texts in the project itself', () => {
  expect(
    span(archive(small('name="showed" startPosition="17" endPosition="23"'), { 'sources/d.txt': text })),
  ).toMatchObject({ text, span: { start: 17, end: 23, exact: 'showed' } });
  const marked = small('name="Mary" startPosition="2" endPosition="6"');
  expect(span(archive(`\ufeff${marked}`, { 'sources/d.txt': `\ufeff${text}` })).text).toBe(text);
  const inside = small(
    'name="cut" startPosition="2" endPosition="9"',
    '',
    '<PlainTextContent>a &lt;b&gt; 🌊 c</PlainTextContent>',
  );
  expect(span(archive(inside, {}))).toMatchObject({ text: 'a <b> 🌊 c', span: { exact: null } });
  const wide = Uint8Array.from(Buffer.from(`\ufeff${text}`, 'utf16le'));
  expect(span(zipSync({ 'project.qde': strToU8(marked), 'sources/d.txt': wide })).text).toBe(text);
});

test('[XS6] what is no REFI-QDA project is not readable; a part that is damaged is named, the rest kept', () => {
  const bad = (project: string) => expect(() => read(archive(project, {})));
  bad('<Project><Sources></Project>').toThrow(/^Line 1: /);
  bad('<Other/>').toThrow(/begins with “Other”/);
  bad('no').toThrow(NotReadable);
  expect(() => read(zipSync({ 'a.txt': strToU8('a') }))).toThrow(/no project\.qde/);
  expect(() => read(golden.subarray(0, golden.length / 2))).toThrow(NotReadable);
  const two = small('startPosition="x" endPosition="2"').replace(
    '</TextSource>',
    '<PlainTextSelection guid="t" startPosition="1" endPosition="2"><Coding guid="l"><CodeRef targetGUID="gone"/></Coding></PlainTextSelection><PlainTextSelection guid="u" startPosition="1" endPosition="2"><Description>why</Description></PlainTextSelection></TextSource>',
  );
  const made = read(archive(two, {}));
  expect(made.problems.map((it) => it.reason)).toEqual([
    'Its text is not in the archive (internal://d.txt).',
    'Left out: its positions are no numbers.',
    'Left out: its code is not in the codebook (gone).',
  ]);
  expect(made.documents[0]?.layers[0]?.annotations).toMatchObject([{ label: 'Note', note: 'why' }]);
});

test('[XS7] damaged REFI-QDA projects', () => {
  fuzzReader(readQdpx, 'a.qdpx', golden);
  fc.assert(
    fc.property(mutations(atlas), (damaged) => {
      tryRead(readQdpx, [sourceFile('project.qde', damaged), sourceFile('sources/D1.txt', text)]);
    }),
    { numRuns: fuzzRuns },
  );
});

const has = (tool: string, ...args: string[]) => {
  try {
    execFileSync(tool, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

test.skipIf(!has('unzip', '-v') || !has('python3', '--version'))(
  '[XS4] unzip and Python’s XML parser find nothing wrong with it',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'postil-qdpx-'));
    const path = join(folder, 'a.qdpx');
    const two = { ...sample, path: 'b “2”.txt', text: `${sample.text}\r\n<&>` };
    writeFileSync(path, bytesOf([sample, two]));
    expect(execFileSync('unzip', ['-t', path], { encoding: 'utf8' })).toContain('No errors detected');
    const script = `
import sys, zipfile, xml.etree.ElementTree as tree
zip = zipfile.ZipFile(sys.argv[1]); assert zip.testzip() is None
space = '{urn:QDA-XML:project:1.0}'
root = tree.fromstring(zip.read('project.qde')); count = 0
codes = {code.get('guid') for code in root.iter(space + 'Code')}
for source in root.iter(space + 'TextSource'):
    text = zip.read('sources/' + source.get('plainTextPath')[len('internal://'):]).decode('utf-8')
    for it in source.iter(space + 'PlainTextSelection'):
        assert text[int(it.get('startPosition')):int(it.get('endPosition'))] == it.get('name'); count += 1
        assert it.find(space + 'Coding/' + space + 'CodeRef').get('targetGUID') in codes
print(count)`;
    expect(execFileSync('python3', ['-c', script, path], { encoding: 'utf8' }).trim()).toBe('12');
    rmSync(folder, { recursive: true });
  },
);
