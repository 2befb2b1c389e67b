export const welcome = {
  lead: 'Annotate documents by hand. Everything stays in the folder on your own machine.',
  open: 'Open a folder…',
  sample: 'Try the sample',
  drop: '…or drop a folder or a file anywhere on this window.',
  'recent-projects': 'Recent projects',
  recent: 'Recent',
} as const;
