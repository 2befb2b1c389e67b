/** Reads Label Studio’s labelling configuration: labels, questions, relation types, and where the texts are. */

import type { ImportedLabel, ImportedQuestion, ImportedRelationType } from './imported';
import { yesNo } from './label-studio-config';
import { readXml, type XmlElement } from './xml';

export interface ReadControl {
  readonly question: ImportedQuestion;
  readonly perRegion: boolean;
}

export interface ReadConfig {
  readonly labels: readonly ImportedLabel[];
  readonly types: readonly ImportedRelationType[];
  /** By the control’s name. */
  readonly controls: ReadonlyMap<string, ReadControl>;
  /** The key of a task’s data by the name of the Text that shows it. */
  readonly texts: ReadonlyMap<string, string>;
}

export const noConfig: ReadConfig = { labels: [], types: [], controls: new Map(), texts: new Map() };

const kinds = ['Choices', 'TextArea', 'Number', 'Rating'];

/** The elements below ELEMENT called NAME, however deep. */
const within = (element: XmlElement, name: string): XmlElement[] =>
  element.children.flatMap((it) => [...(it.name === name ? [it] : []), ...within(it, name)]);

/** What results say: an alias where there is one. */
const resultName = ({ attributes }: XmlElement) => attributes.alias ?? attributes.value ?? '';

const isTrue = (value: string | undefined) => value?.toLowerCase() === 'true';

function question(element: XmlElement, parent: XmlElement | null): ImportedQuestion {
  const { name = '', choice, required, whenLabelValue } = element.attributes;
  // Postil’s own configurations show each question’s name just above it; a longer view’s heading may say anything.
  const [heading] = parent?.children ?? [];
  const isNamed = parent?.children.length === 2 && heading?.name === 'Header' && heading.attributes.value;
  const choices = within(element, 'Choice').map(resultName);
  const isYesNo = choices.length === 2 && yesNo.every((it) => choices.includes(it));
  const labels = whenLabelValue ?? parent?.attributes.whenLabelValue;
  return {
    name: isNamed || name,
    kind:
      element.name === 'TextArea'
        ? 'text'
        : element.name !== 'Choices'
          ? 'number'
          : choice?.startsWith('multiple')
            ? 'multi-choice'
            : isYesNo
              ? 'boolean'
              : 'choice',
    choices: isYesNo ? [] : choices,
    description: '',
    required: isTrue(required),
    default: null,
    of: labels ? labels.split(',') : [],
  };
}

/** Throws NotReadable for what is no XML. */
export function readLabelStudioConfig(xml: string): ReadConfig {
  const roots: XmlElement[] = [];
  readXml(xml, new Set(['View']), { tree: (root) => void roots.push(root) });
  const controls = new Map<string, ReadControl>();
  const texts = new Map<string, string>();
  const visit = (element: XmlElement, parent: XmlElement | null) => {
    const { name, value, perRegion } = element.attributes;
    if (name !== undefined && kinds.includes(element.name))
      controls.set(name, { question: question(element, parent), perRegion: isTrue(perRegion) });
    if (name !== undefined && element.name === 'Text' && value?.startsWith('$'))
      texts.set(name, value.slice(1));
    for (const child of element.children) visit(child, element);
  };
  for (const root of roots) visit(root, null);
  const label = (it: XmlElement): ImportedLabel => ({
    name: resultName(it),
    color: /^#[0-9a-f]{6}$/i.test(it.attributes.background ?? '')
      ? (it.attributes.background as string).toLowerCase()
      : null,
    key: /^[0-9a-z]$/.test(it.attributes.hotkey ?? '') ? (it.attributes.hotkey as string) : null,
    parent: null,
    description: it.attributes.hint ?? '',
  });
  const all = (name: string) => roots.flatMap((root) => within(root, name));
  return {
    labels: all('Label')
      .map(label)
      .filter((it) => it.name !== ''),
    types: all('Relation')
      .filter((it) => resultName(it) !== '')
      .map((it) => ({ name: resultName(it), color: null, description: '', from: [], to: [] })),
    controls,
    texts,
  };
}
