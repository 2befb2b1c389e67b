export const reading = {
  'given-up': 'Reading “{{name}}” was given up.',
  'pdf-unknown_one': 'Of one sign the file does not say what it is; it is not in the text.',
  'pdf-unknown_other': 'Of {{count}} signs the file does not say what they are; they are not in the text.',
  speakers: 'Speakers',
  turns_one: '{{name}} (one turn)',
  turns_other: '{{name}} ({{count}} turns)',
} as const;
