import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyText } from '../testing/arbitraries';
import { NotReadable } from './imported';
import { readXml, type XmlElement, xmlBounds, xmlSafe, xmlText, xmlValue } from './xml';

function trees(xml: string, ...names: string[]): XmlElement[] {
  const found: XmlElement[] = [];
  readXml(xml, new Set(names), { tree: (element) => found.push(element) });
  return found;
}

test('[XS3] any text survives XML, and what XML can’t hold is replaced one for one', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const safe = xmlSafe(text);
      expect(safe.length).toBe(text.length);
      expect([...safe].length).toBe([...text].length);
      const [made] = trees(`<a><b at="${xmlValue(text)}">${xmlText(text)}</b></a>`, 'b');
      expect(made?.text).toBe(safe);
      expect(made?.attributes.at).toBe(safe);
    }),
  );
  expect(xmlSafe('a\0b\ud83dc\ufffe')).toBe('a\ufffdb\ufffdc\ufffd');
});

test('[XS3] trees are handed out with those around them, prefixes and attribute order aside', () => {
  const opened: string[] = [];
  const found: [string, string, string][] = [];
  readXml(
    '<?xml version="1.0"?><q:P xmlns:q="urn:x"><S name="s"><T x="1">one<T x="2"/><![CDATA[&]]></T><!-- c --></S></q:P>',
    new Set(['T']),
    {
      opened: (element, parents) => opened.push(`${parents.length}${element.name}`),
      tree: (element, parents) =>
        found.push([
          element.text,
          String(element.children[0]?.attributes.x),
          parents.map((it) => it.name).join(),
        ]),
    },
  );
  expect(opened).toEqual(['0P', '1S']);
  expect(found).toEqual([['one&', '2', 'P,S']]);
});

test('[XS3] XML that is damaged, too deep or full of entities is not readable, and the line is told', () => {
  const bad = (xml: string) => expect(() => trees(xml, 'a'));
  bad('<a>\n<b></a>').toThrow(/^Line 2: /);
  bad('<a>').toThrow(NotReadable);
  bad('').toThrow(NotReadable);
  bad('<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;">]><a>&y;</a>').toThrow(/^Line 1: /);
  bad('<b>'.repeat(300)).toThrow(/too deep/);
  expect(() =>
    readXml('<a><b/><b/></a>', new Set(), { tree: () => {} }, { ...xmlBounds, elements: 2 }),
  ).toThrow(/more elements/);
  expect(() => readXml('<a/>', new Set(), { tree: () => {} }, { ...xmlBounds, length: 3 })).toThrow(/larger/);
});
