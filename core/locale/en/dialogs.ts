export const dialogs = {
  commands: 'Commands',
  'commands-type': 'Type a command',
  'commands-none': 'No such command.',
  'open-folder': 'Open a folder of documents',
  'link-refused':
    'The link leads to “{{address}}”. Postil opens web and mail addresses only; nothing was opened.',
  'link-title': 'Open a link',
  'link-ask': 'Open this link outside of Postil?',
  'link-open': 'Open',
} as const;
