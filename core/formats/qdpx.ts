/**
 * REFI-QDA projects (FORMATS 10): an archive with `project.qde` and the texts as `sources/<GUID>.txt`, whose lines
 * end in `\n` alone; positions count the code points of that file.
 */
import { lineMap } from '../line-ends';
import { losses as why } from '../locale/en/losses';
import type { Annotation, Relation } from '../model';
import { offsetTable } from '../offsets';
import { catalog } from './catalog';
import { codeGuid, codes, ORIGIN, XML_HEAD } from './codebook';
import { chosen, type ExportDocument, type Lose, type LossReason, type Piece, type Write } from './format';
import { guidFor, guidOfId } from './guid';
import { xmlAttributes, xmlSafe, xmlText } from './xml';
import { heldText, zipWriting } from './zip';

/** Selections are called by their words; longer ones are cut, in UTF-16 units. */
const NAME_LIMIT = 2000;

/** TEXT with `\n` for every line end, and where its offsets go; both in UTF-16 units. */
export const lineFeeds = (text: string): { text: string; to: (offset: number) => number } => ({
  text: text.replace(/\r\n?/g, '\n'),
  to: lineMap(text).toOnce,
});

export const writeQdpx: Write = (project, options, lose) => {
  const inclusive = chosen(catalog.qdpx, 'ends', options) === 'inclusive';
  const zip = zipWriting();
  const sources = heldText();
  const links = heldText();
  const users = new Map<string, string>();
  const known = new Set(project.schema.labels.map((it) => it.id));
  const unknown = new Set<string>();
  const relationNames = new Map(project.schema.relationTypes.map((it) => [it.id, it.name]));
  const pieces = (chunks: Iterable<Uint8Array>): Piece[] => Array.from(chunks, (data) => ({ to: '', data }));

  const userOf = ({ id, name }: { id: string; name: string }) => {
    const guid = guidFor('user', id);
    users.set(guid, name);
    return guid;
  };

  const source = (document: ExportDocument) => {
    const { text, to } = lineFeeds(document.text);
    const table = offsetTable(text, 'code-point');
    const guid = guidFor('source', `${project.id}\0${document.path}`);
    const name = document.path.replace(/\.txt$/i, '');
    sources.push(
      `<TextSource${xmlAttributes({ guid, name, plainTextPath: `internal://${guid}.txt` })}>\n` +
        // The path as it is, which the standard has no place for; readers show descriptions.
        `<Description>${xmlText(document.path)}</Description>\n`,
    );
    for (const layer of document.layers) {
      const creatingUser = userOf(layer.annotator);
      const left = new Set<string>();
      for (const it of layer.annotations) {
        const written = selection(it, document.path, text, (at) => table.from(to(at)), to, creatingUser);
        if (written === null) left.add(it.id);
        else sources.push(written);
      }
      for (const it of layer.relations) link(it, document.path, left);
    }
    sources.push('</TextSource>\n');
    return { guid, text };
  };

  const selection = (
    it: Annotation,
    path: string,
    text: string,
    position: (offset: number) => number,
    inText: (offset: number) => number,
    creatingUser: string,
  ): string | null => {
    const [first, last] = [it.spans[0], it.spans.at(-1)];
    const [from, until] = [inText(first?.start ?? 0), inText(last?.end ?? 0)];
    const [start, end] = [position(first?.start ?? 0), position(last?.end ?? 0)];
    if (start >= end) {
      dropped(lose, path, it.id, 'annotation', why['half-a-line-end']);
      return null;
    }
    if (!known.has(it.label)) unknown.add(it.label);
    if (xmlSafe(it.note) !== it.note)
      lose({
        document: path,
        id: it.id,
        fate: 'flattened',
        what: 'note',
        reason: why['xml-note'],
      });
    const who = { creatingUser, creationDateTime: it.createdAt };
    const attributes = xmlAttributes({
      guid: guidOfId('selection', it.id),
      name: text.slice(from, Math.min(until, from + NAME_LIMIT)),
      startPosition: String(start),
      endPosition: String(inclusive ? end - 1 : end),
      ...who,
      modifyingUser: creatingUser,
      modifiedDateTime: it.updatedAt,
    });
    const note = it.note === '' ? '' : `<Description>${xmlText(it.note)}</Description>`;
    const coding = xmlAttributes({ guid: guidFor('coding', it.id), ...who });
    const code = xmlAttributes({ targetGUID: codeGuid(project, it.label) });
    return `<PlainTextSelection${attributes}>${note}<Coding${coding}><CodeRef${code}/></Coding></PlainTextSelection>\n`;
  };

  const link = ({ id, type, from, to }: Relation, path: string, left: ReadonlySet<string>) => {
    if (left.has(from) || left.has(to)) dropped(lose, path, id, 'relation', why['no-end']);
    else
      links.push(
        `<Link${xmlAttributes({
          guid: guidOfId('link', id),
          name: relationNames.get(type) ?? type,
          direction: 'OneWay',
          originGUID: guidOfId('selection', from),
          targetGUID: guidOfId('selection', to),
        })}/>\n`,
      );
  };

  function* projectFile(): Generator<string | Uint8Array> {
    const [creatingUserGUID = null] = users.keys();
    const root = { xmlns: 'urn:QDA-XML:project:1.0', name: project.name, origin: ORIGIN, creatingUserGUID };
    const people = Array.from(users, ([guid, name]) => `<User${xmlAttributes({ guid, name })}/>\n`);
    yield `${XML_HEAD}<Project${xmlAttributes(root)}>\n`;
    if (people.length > 0) yield `<Users>\n${people.join('')}</Users>\n`;
    yield `<CodeBook>\n${codes(project, unknown, lose)}</CodeBook>\n`;
    yield* around('Sources', sources.chunks());
    yield* around('Links', links.chunks());
    yield '</Project>\n';
  }

  return {
    head: () => [],
    document: (document) => {
      const { guid, text } = source(document);
      return pieces(zip.file(`sources/${guid}.txt`, text));
    },
    tail: function* () {
      for (const data of zip.stream('project.qde', projectFile())) yield { to: '', data };
      yield* pieces(zip.end());
    },
  };
};

/** CHUNKS within an element NAME; nothing when there are none, as an empty list is against the schema. */
function* around(name: string, chunks: Iterable<Uint8Array>): Generator<string | Uint8Array> {
  let isOpen = false;
  for (const chunk of chunks) {
    if (chunk.length === 0) continue;
    if (!isOpen) yield `<${name}>\n`;
    isOpen = true;
    yield chunk;
  }
  if (isOpen) yield `</${name}>\n`;
}

const dropped = (
  lose: Lose,
  document: string,
  id: string,
  what: 'annotation' | 'relation',
  reason: LossReason,
) => lose({ document, id, fate: 'dropped', what, reason });
