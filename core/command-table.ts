/**
 * Every command, once: the keyboard, the menu, the palette and the shortcuts help read this table; the
 * renderer adds what each one runs. A feature that is not here does not exist.
 *
 * Keys are written `Mod+Shift+K`: Mod is Ctrl, or Cmd on macOS. Digits and brackets mean the place of the key
 * (`event.code`), letters the character (`event.key`, or the code on a layout without Latin letters).
 */
export type Scope =
  /** Anywhere, even in an input, but not in a dialog. */
  | 'window'
  /** While Text or Annotations has the focus; never in inputs, dialogs, menus, or while composing. */
  | 'annotate'
  /** While Text has the focus. */
  | 'text';

export type Menu = 'File' | 'Edit' | 'Annotate' | 'Go' | 'View' | 'Help';

export interface Command {
  readonly id: string;
  readonly title: string;
  readonly keys: readonly string[];
  readonly scope: Scope;
  readonly menu: Menu | null;
}

const row = (
  id: string,
  title: string,
  keys: readonly string[],
  scope: Scope,
  menu: Menu | null = null,
): Command => ({
  id,
  title,
  keys,
  scope,
  menu,
});

/** A motion and its extending twin (with Shift). */
const motion = (id: string, title: string, keys: readonly string[]): Command[] => [
  row(`caret.${id}`, `Move ${title}`, keys, 'text'),
  row(
    `select.${id}`,
    `Select ${title}`,
    keys.map((key) => key.replace(/([^+]+)$/, 'Shift+$1')),
    'text',
  ),
];

export const commands: readonly Command[] = [
  row('project.open', 'Open folder…', ['Mod+O'], 'window', 'File'),
  row('project.sample', 'Open the sample project', [], 'window', 'File'),
  row('export.open', 'Export…', ['Mod+E'], 'window', 'File'),
  row('import.open', 'Import…', ['Mod+Shift+E'], 'window', 'File'),
  row('rows.open', 'Make a document of each row…', [], 'window', 'File'),
  row('print.open', 'Print…', ['Mod+P'], 'window', 'File'),
  row('save.retry', 'Save now', ['Mod+S'], 'window', 'File'),
  row('save.elsewhere', 'Save a copy elsewhere…', [], 'window', 'File'),

  row('history.undo', 'Undo', ['Mod+Z'], 'window', 'Edit'),
  row('history.redo', 'Redo', ['Mod+Shift+Z', 'Mod+Y'], 'window', 'Edit'),
  row('text.select-all', 'Select all', ['Mod+A'], 'text', 'Edit'),
  row('find.open', 'Find in the document…', ['Mod+F'], 'window', 'Edit'),
  row('find.project', 'Find in the project…', ['Mod+Shift+F'], 'window', 'Edit'),
  row('find.next', 'Next match', ['F3'], 'window', 'Go'),
  row('find.previous', 'Previous match', ['Shift+F3'], 'window', 'Go'),

  row('label.by-name', 'Label by name…', ['L'], 'annotate', 'Annotate'),
  row('annotate.all', 'Annotate all like this…', ['A'], 'annotate', 'Annotate'),
  row('repeats.open', 'Repeated passages…', [], 'window', 'Annotate'),
  row('annotation.note', 'Note', ['N'], 'annotate', 'Annotate'),
  row('annotation.inspect', 'Inspector', ['Enter'], 'annotate', 'Annotate'),
  row('annotation.remove', 'Remove annotation', ['Backspace', 'Delete'], 'annotate', 'Annotate'),
  row('relation.add', 'Relation to another annotation…', ['R'], 'annotate', 'Annotate'),
  row('fragment.add', 'Add the selection as a fragment', ['Mod+J'], 'annotate', 'Annotate'),
  row('fragment.remove', 'Take the selection out of the annotation', ['Mod+Shift+J'], 'annotate', 'Annotate'),
  row('boundary.start-left', 'Move the start left', ['['], 'annotate'),
  row('boundary.start-right', 'Move the start right', [']'], 'annotate'),
  row('boundary.end-left', 'Move the end left', ['Shift+['], 'annotate'),
  row('boundary.end-right', 'Move the end right', ['Shift+]'], 'annotate'),
  row('boundary.start-word-left', 'Move the start left by a word', ['Mod+['], 'annotate'),
  row('boundary.start-word-right', 'Move the start right by a word', ['Mod+]'], 'annotate'),
  row('boundary.end-word-left', 'Move the end left by a word', ['Mod+Shift+['], 'annotate'),
  row('boundary.end-word-right', 'Move the end right by a word', ['Mod+Shift+]'], 'annotate'),
  row('label.sticky', 'Sticky label', [], 'annotate', 'Annotate'),
  row('label.repeat', 'The last label again', ['.'], 'annotate', 'Annotate'),
  row('selection.trim', 'Trim spaces and punctuation, or not', [], 'window', 'Annotate'),
  row(
    'suggestion.accept',
    'Accept the suggestion, and on to the next',
    ['Shift+Enter'],
    'annotate',
    'Annotate',
  ),
  row(
    'suggestion.reject',
    'Reject the suggestion, and on to the next',
    ['Shift+Backspace', 'Shift+Delete'],
    'annotate',
    'Annotate',
  ),
  row('suggestion.accept-all', 'Accept all suggestions of the document', [], 'window', 'Annotate'),
  row('suggestion.reject-all', 'Reject all suggestions of the document', [], 'window', 'Annotate'),
  row('suggestion.accept-label', 'Accept all suggestions with this label', [], 'window', 'Annotate'),
  row('suggestion.reject-label', 'Reject all suggestions with this label', [], 'window', 'Annotate'),
  row('document.done', 'Mark done and go on', ['Mod+Enter'], 'window', 'Annotate'),
  row('labels.new', 'New label…', [], 'window', 'Annotate'),

  row('annotation.next', 'Next annotation', ['Tab'], 'annotate', 'Go'),
  row('annotation.previous', 'Previous annotation', ['Shift+Tab'], 'annotate', 'Go'),
  row('unlabelled.next', 'Next unlabelled paragraph', ['F7'], 'window', 'Go'),
  row('unlabelled.previous', 'Previous unlabelled paragraph', ['Shift+F7'], 'window', 'Go'),
  row('name.next', 'Select the next name or number without a label', [','], 'annotate', 'Go'),
  row('quotation.next', 'Select the next quotation', ['F4'], 'window', 'Go'),
  row('quotation.previous', 'Select the quotation before', ['Shift+F4'], 'window', 'Go'),
  row('turn.next', 'Select the next turn of this speaker', ['Mod+F7'], 'window', 'Go'),
  row('turn.previous', 'Select the turn before of this speaker', ['Mod+Shift+F7'], 'window', 'Go'),
  row('same-label.next', 'Next with this label', ['F8'], 'window', 'Go'),
  row('same-label.previous', 'Previous with this label', ['Shift+F8'], 'window', 'Go'),
  row('label.next', 'Next annotation with label…', ['Mod+F8'], 'window', 'Go'),
  row('note.next', 'Next with a note', ['F9'], 'window', 'Go'),
  row('note.previous', 'Previous with a note', ['Shift+F9'], 'window', 'Go'),
  row('suggestion.next', 'Next suggestion', ['Mod+F9'], 'window', 'Go'),
  row('suggestion.previous', 'Previous suggestion', ['Mod+Shift+F9'], 'window', 'Go'),
  row('document.next', 'Next document', ['Mod+PageDown'], 'window', 'Go'),
  row('document.previous', 'Previous document', ['Mod+PageUp'], 'window', 'Go'),
  row('document.stop', 'Stop reading the document', [], 'window'),
  row('document.facts', 'Document: status, memo, fields', ['Mod+I'], 'window', 'View'),
  row('document.about', 'About this document', ['Alt+Enter'], 'window', 'View'),
  row('guidelines.open', 'Guidelines', ['Mod+G'], 'window', 'View'),
  row('history.open', 'Edit history', ['Mod+Shift+H'], 'window', 'View'),
  row('status.todo', 'Mark the document to do', [], 'window'),
  row('status.in-progress', 'Mark the document in progress', [], 'window'),
  row('status.done', 'Mark the document done', [], 'window'),
  row('status.skipped', 'Mark the document skipped', [], 'window'),
  row('passages.label', 'All passages of this label', ['Mod+Shift+L'], 'window', 'Go'),
  row('passages.project', 'Annotations of the whole project', ['Mod+Shift+A'], 'window', 'Go'),
  row('link.open', 'Open link at the caret…', ['Mod+L'], 'window', 'Go'),
  row('pane.next', 'Next pane', ['F6'], 'window', 'Go'),
  row('pane.previous', 'Previous pane', ['Shift+F6'], 'window', 'Go'),
  row('escape', 'Clear selection, pick, mode', ['Escape'], 'annotate'),

  row('schema.open', 'Schema…', ['Mod+Shift+S'], 'window', 'View'),
  row('palette.open', 'Commands…', ['Mod+K'], 'window', 'View'),
  row('zoom.in', 'Larger text', ['Mod+=', 'Mod++'], 'window', 'View'),
  row('zoom.out', 'Smaller text', ['Mod+-'], 'window', 'View'),
  row('zoom.reset', 'Text size as it was', ['Mod+0'], 'window', 'View'),
  row('relations.show', 'Draw all relations, or only those of the picked annotation', [], 'window', 'View'),
  row('panel.documents', 'Show or hide Documents', [], 'window', 'View'),
  row('panel.annotations', 'Show or hide Annotations', [], 'window', 'View'),
  row('theme.light', 'Light', [], 'window', 'View'),
  row('theme.dark', 'Dark', [], 'window', 'View'),
  row('theme.contrast', 'High contrast', [], 'window', 'View'),
  row('theme.system', 'Light or dark like the system', [], 'window', 'View'),
  row('language.system', 'Language: like the system', [], 'window', 'View'),
  row('language.en', 'Language: English', [], 'window', 'View'),
  row('language.zh-CN', 'Language: 简体中文', [], 'window', 'View'),
  row('help.guides', 'Guides', ['F1'], 'window', 'Help'),
  row('help.shortcuts', 'Keyboard shortcuts', ['?'], 'annotate', 'Help'),
  row('hints.toggle', 'Show hints, or not', [], 'window', 'Help'),
  row('help.details', 'Copy details for a report', [], 'window', 'Help'),
  row('help.about', 'About Postil', [], 'window', 'Help'),

  ...motion('left', 'left', ['ArrowLeft']),
  ...motion('right', 'right', ['ArrowRight']),
  ...motion('up', 'up a line', ['ArrowUp']),
  ...motion('down', 'down a line', ['ArrowDown']),
  ...motion('word-left', 'left by a word', ['Mod+ArrowLeft']),
  ...motion('word-right', 'right by a word', ['Mod+ArrowRight']),
  ...motion('paragraph-up', 'up a paragraph', ['Mod+ArrowUp']),
  ...motion('paragraph-down', 'down a paragraph', ['Mod+ArrowDown']),
  ...motion('line-start', 'to the start of the line', ['Home']),
  ...motion('line-end', 'to the end of the line', ['End']),
  ...motion('start', 'to the start of the document', ['Mod+Home']),
  ...motion('end', 'to the end of the document', ['Mod+End']),
  ...motion('page-up', 'up a page', ['PageUp']),
  ...motion('page-down', 'down a page', ['PageDown']),
  row(
    'select.widen',
    'Widen to word, sentence, quotation, paragraph',
    ['Alt+Shift+ArrowRight'],
    'text',
    'Edit',
  ),
  row(
    'select.paragraph',
    'Select the paragraph, then the next, too',
    ['Alt+Shift+ArrowDown'],
    'text',
    'Edit',
  ),
  row('select.narrow', 'Narrow the selection again', ['Alt+Shift+ArrowLeft'], 'text', 'Edit'),
];
