export const side = {
  document: 'Document',
  guidelines: 'Guidelines',
  history: 'History',
  title: 'Beside the text',
  close: 'Close',
  'close-hint': 'Close (Esc)',
} as const;
