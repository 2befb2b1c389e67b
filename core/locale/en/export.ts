export const exports = {
  title: 'Export',
  'not-chosen': 'Nothing was written: {{file}} was not chosen in the save dialog. Please export again.',
} as const;
