export const imports = {
  offer: 'Import {{file}}?',
  'offer-several': 'Import {{file}} and {{more}} more?',
  'offer-detail': 'Postil does not open it as a document. You see what it holds before anything is changed.',
  'offer-table':
    'Its rows can become documents of this project; you see what it holds before anything is changed. Opened, it is one document of its own.',
  'offer-open': 'Open',
  'offer-accept': 'Import…',
  tables: 'Tables (.csv, .tsv, .xlsx, .jsonl)',
  stopped: 'The import was stopped. Nothing was changed.',
  'choose-folder': 'Import a folder',
  'choose-files': 'Import files',
  'not-chosen': 'Nothing was imported: choose the file in the dialog first.',
} as const;
