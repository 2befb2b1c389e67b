export const search = {
  find: 'Find',
  'in-document': 'Find in the document',
  previous: 'Previous match',
  next: 'Next match',
  'annotate-hint': 'Ctrl+Enter in the field',
  annotate: 'Annotate these…',
  'so-far': '{{found}} so far, {{percent}} %',
  'not-found': 'Not found',
  'at-of': '{{at}} of {{found}}',
} as const;
