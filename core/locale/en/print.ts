export const print = {
  title: 'Print',
  what: 'What',
  'this-document': 'This document: {{path}}',
  'no-document': 'This document',
  'all-documents_one': 'All documents (one)',
  'all-documents_other': 'All documents ({{count}})',
  with: 'With',
  marks: 'Highlights, labels in the margin, legend and counts',
  suggestions: 'Suggestions that nobody has accepted yet',
  about: 'Every label stands by its name and number beside the words, so it reads in black and white too.',
  'save-pdf': 'Save as PDF…',
  go: 'Print…',
  preparing: 'Preparing…',
  saved: 'Saved as {{file}}',
  sent: 'Sent to the printer.',
  'no-printer':
    'This system has no printer, so nothing was printed. “Save as PDF…” makes a file that can be printed elsewhere.',
  broke: 'Nothing was printed: {{reason}}.',
  busy: 'Something is being printed already. Wait until it is done.',
  'dialog-title': 'Save as PDF',
  inside:
    'Nothing was written: inside the project’s folder the PDF would become one of its documents. Choose another folder.',
  'not-written': '{{file}} was not written: {{reason}}. Choose another place.',
  'too-large':
    'This is more than 20 million characters: too much to print at once. Print it document by document.',
} as const;
