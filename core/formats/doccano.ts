/** doccano’s JSON Lines: a document a line, as entities with relations or as triples (doccano, data_import examples). */
import { catalog } from './catalog';
import { chosen, type ExportDocument, nothing, type Write } from './format';
import { codePoints, jsonArray, mainPieces, namesOf, placed } from './json-lines';

export const writeDoccano: Write = ({ schema }, options) => {
  const label = namesOf(schema.labels);
  const type = namesOf(schema.relationTypes);
  const shape = chosen(catalog.doccano, 'shape', options);

  function* line(document: ExportDocument): Generator<string> {
    const table = codePoints(document);
    // Numbers of the line, as doccano has them; apart by layer, for copies of a layer share their ids.
    const numbers = new Map(document.layers.map((layer) => [layer, new Map<string, number>()]));
    let next = 0;
    function* entities() {
      for (const { annotation, layer, start, end } of placed(document)) {
        const place = [table.from(start), table.from(end)] as const;
        if (shape === 'labels') yield [...place, label(annotation.label)];
        else {
          numbers.get(layer)?.set(annotation.id, next);
          yield {
            id: next++,
            start_offset: place[0],
            end_offset: place[1],
            label: label(annotation.label),
          };
        }
      }
    }
    function* relations() {
      let id = 0;
      for (const layer of document.layers)
        for (const it of layer.relations) {
          const number = (end: string) => numbers.get(layer)?.get(end);
          yield { id: id++, from_id: number(it.from), to_id: number(it.to), type: type(it.type) };
        }
    }
    yield `{"text": ${JSON.stringify(document.text)}, "${shape === 'labels' ? 'label' : 'entities'}": `;
    yield* jsonArray(entities());
    if (shape !== 'labels') {
      yield ', "relations": ';
      yield* jsonArray(relations());
    }
    // doccano keeps any other key as the example’s metadata.
    yield `, "path": ${JSON.stringify(document.path)}}\n`;
  }

  return { head: nothing, document: (document) => mainPieces(line(document)), tail: nothing };
};
