/** Of docs/keyboard.md. */
export const sheet = {
  title: 'Keys',
  lead: 'On macOS Ctrl is Cmd (⌘). Single keys act in the text and in the list of annotations. Every key can be changed: press ? in the app and click the key.',
  labels:
    'A label’s digit or letter labels what is selected; with an annotation picked and nothing selected it relabels that one, or with Shift adds a second one beside it; with neither it labels the word at the caret.',
  keys: 'Key',
  does: 'What it does',
  keyless: 'Without a key',
  'keyless-lead': 'Ctrl+K finds them by name. Give them a key of your own with ?.',
} as const;
