export const labels = {
  title: 'Labels',
  new: 'New label',
  schema: 'Schema',
  'schema-hint': 'Schema: all labels, attributes, relations (Ctrl+Shift+S)',
  sticky: 'Every selection becomes {{label}}. Esc ends it.',
  chip: '{{label}}\nAlt+click lists its passages · F2 changes it · Right-click for more',
  described: '{{label}}: {{description}}',
  'step.new': 'New label {{label}}',
  'step.change': 'Change label {{label}}',
} as const;
