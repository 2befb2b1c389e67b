export const schema = {
  export: 'Export the schema',
  'export-own-file':
    'Nothing was written. Choose a name that ends in .json and is none of the project’s own files.',
  'export-failed':
    'The schema was not written to {{file}}: {{cause}}. The project is as it was; choose another place.',
  import: 'Import a schema',
  'import-too-large': '{{file}} is over 10 MB: that is no schema. Nothing was changed.',
  'import-failed': '{{file}} could not be read: {{cause}}. Nothing was changed.',
} as const;
