export const facts = {
  'none-open': 'Open a document to say something about it.',
  project: 'The whole project',
  'project-memo': 'Memo on the project',
  'project-memo-hint': 'Questions, decisions, ideas',
  document: 'This document',
  'document-memo': 'Memo on the document',
  'document-memo-hint': 'What you think about it as a whole',
  'no-documents': 'There are no documents yet.',
  'open-first': 'Open a document first.',
  marked: 'It is marked “{{status}}” already.',
  'step.mark': 'Mark {{status}}',
  'step.answer': 'Answer {{name}}',
} as const;
