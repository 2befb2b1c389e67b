export const text = {
  'reading-status': 'Reading',
  reading: 'Reading {{name}}…',
  'stop-reading-title': 'Stop reading it (Esc)',
} as const;
