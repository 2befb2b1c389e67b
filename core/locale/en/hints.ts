export const hints = {
  mark: 'Select some words and press {{key}}: they are marked.',
  'mark-chip': 'Select some words and click a label above: they are marked.',
  all: 'The same words again? {{key}} marks them all at once.',
  undo: '{{key}} takes that back, and every step before it.',
  palette: '{{key}} shows every command by its name.',
  dismiss: 'Dismiss the hint',
  'dismiss-key': 'Dismiss the hint (Esc)',
  on: 'Hints are shown where they help, once.',
  off: 'No more hints.',
} as const;
