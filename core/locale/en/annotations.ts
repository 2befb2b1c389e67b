export const annotations = {
  pane: 'Annotations pane',
  title: 'Annotations',
  'some-of': '{{shown}} of {{total}}',
  here: 'Annotations here',
} as const;
