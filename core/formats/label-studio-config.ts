/** Label Studio’s labelling configuration (XML): without the one that fits, it can’t show a task’s regions. */
import type { AttributeType, RelationType, Schema } from '../model';
import { xmlAttributes, xmlSafe } from './xml';

/** A question with the name that its control has: unique, since results name their control only. */
export interface Control {
  readonly name: string;
  readonly question: AttributeType;
  readonly perRegion: boolean;
}

/** The questions of annotations and documents, by kind and id as `perRegion:id`. */
export type Controls = ReadonlyMap<string, Control>;

export const controlKey = (perRegion: boolean, id: string) => `${perRegion}:${id}`;

export function controlsOf({ attributes, documentFields }: Schema): Controls {
  const taken = new Set(['label', 'text', 'relations']);
  const controls = new Map<string, Control>();
  const add = (question: AttributeType, perRegion: boolean) => {
    let name = xmlSafe(question.id);
    for (let n = 2; taken.has(name); n++) name = `${question.id}-${n}`;
    taken.add(name);
    controls.set(controlKey(perRegion, question.id), { name, question, perRegion });
  };
  for (const it of attributes) if (it.target === 'annotation') add(it, true);
  for (const it of documentFields) add(it, false);
  return controls;
}

const tag = (
  name: string,
  attributes: Readonly<Record<string, string | null>>,
  content?: readonly string[],
) =>
  content === undefined
    ? `<${name}${xmlAttributes(attributes)}/>`
    : `<${name}${xmlAttributes(attributes)}>${content.join('')}</${name}>`;

/** What a yes-or-no question has to choose from: Label Studio has no such control. */
export const yesNo = ['true', 'false'];

function control({ name, question, perRegion }: Control): string {
  const { kind, choices, required } = question;
  const common = {
    name,
    toName: 'text',
    perRegion: perRegion ? 'true' : null,
    required: required ? 'true' : null,
  };
  if (kind === 'text') return tag('TextArea', { ...common, maxSubmissions: '1', editable: 'true' });
  if (kind === 'number') return tag('Number', common);
  const choice = kind === 'multi-choice' ? 'multiple' : 'single';
  return tag(
    'Choices',
    { ...common, choice, showInline: 'true' },
    (kind === 'boolean' ? yesNo : choices).map((value) => tag('Choice', { value })),
  );
}

/** A question below its name; one of regions is shown while a region is picked, whose label it is asked of. */
function asked(it: Control, labelName: (id: string) => string): string {
  const labels = it.question.of.map(labelName);
  // Names are parted by commas there: one that holds a comma can’t be named, so its question is asked of all.
  const isNamed = labels.length > 0 && !labels.some((name) => name.includes(','));
  return tag(
    'View',
    {
      visibleWhen: it.perRegion ? 'region-selected' : null,
      whenTagName: it.perRegion && isNamed ? 'label' : null,
      whenLabelValue: it.perRegion && isNamed ? labels.join(',') : null,
    },
    [tag('Header', { value: it.question.name }), control(it)],
  );
}

export interface ConfigLabel {
  readonly name: string;
  readonly color: string | null;
  readonly key: string | null;
}

/** The configuration for a schema’s controls, with the LABELS and relation TYPES that tasks use. */
export function labelStudioConfig(
  labels: readonly ConfigLabel[],
  types: readonly Pick<RelationType, 'name'>[],
  controls: Controls,
  labelName: (id: string) => string,
): string {
  const rows = [
    // Else Label Studio shows runs of spaces and line ends as one space.
    '<Style>.htx-text { white-space: pre-wrap; }</Style>',
    tag(
      'Labels',
      { name: 'label', toName: 'text' },
      labels.map((it) => `\n    ${tag('Label', { value: it.name, background: it.color, hotkey: it.key })}`),
    ),
    ...(types.length === 0
      ? []
      : [
          tag(
            'Relations',
            {},
            types.map((it) => tag('Relation', { value: it.name })),
          ),
        ]),
    tag('Text', { name: 'text', value: '$text' }),
    ...[...controls.values()].map((it) => asked(it, labelName)),
  ];
  return `<View>\n${rows.map((row) => `  ${row}\n`).join('')}</View>\n`;
}
