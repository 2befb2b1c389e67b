export const history = {
  title: 'Edit history',
  empty: 'Nothing has been done yet. Every step will stand here.',
  ahead: 'Taken back. Choose it to do it again up to here.',
  back: 'Go back to after this step',
  start: 'Before all of these steps',
  now: 'now',
  documents: '{{total}} documents',
  project: 'project',
  'nothing-to-undo': 'There is nothing to undo.',
  'nothing-to-redo': 'There is nothing to redo.',
  undone: 'Undone: {{step}}',
  redone: 'Done again: {{step}}',
  'changed-outside':
    'This step was followed by a change from outside, which it would overwrite. Nothing was changed.',
} as const;
