export const history = {
  title: 'Edit history',
  empty: 'Nothing has been done yet. Every step will stand here.',
  ahead: 'Taken back. Choose it to do it again up to here.',
  back: 'Go back to after this step',
  start: 'Before all of these steps',
  now: 'now',
  documents: '{{total}} documents',
  project: 'project',
} as const;
