export const app = {
  unsaved_one: 'One change could not be saved',
  unsaved_other: '{{count}} changes could not be saved',
  'unsaved-slow': 'Writing takes unusually long.',
  'unsaved-safe': 'Everything before is safe on disk.',
  'unsaved-retry': 'Try again',
  'unsaved-discard': 'Close without saving',
  'unsaved-stay': 'Stay',
  'page-gone': 'The window stopped working',
  'page-gone-detail': 'Everything that was shown as saved is safe. The cause was: {{reason}}.',
  'page-gone-reload': 'Open it again',
  quit: 'Quit',
} as const;
