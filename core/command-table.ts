/**
 * Every command, once: the keyboard, the menu, the palette and the shortcuts help read this table; the
 * renderer adds what each one runs. A feature that is not here does not exist.
 *
 * Keys are written `Mod+Shift+K`: Mod is Ctrl, or Cmd on macOS. Digits and brackets mean the place of the key
 * (`event.code`), letters the character (`event.key`, or the code on a layout without Latin letters).
 */
import type { commands as titles } from './locale/en/commands';
import { t } from './locale/t';

/** Each has its title in core/locale, under its id. */
export type CommandId = keyof typeof titles;

type Motion = CommandId extends infer Id ? (Id extends `caret.${infer Name}` ? Name : never) : never;

export type Scope =
  /** Anywhere, even in an input, but not in a dialog. */
  | 'window'
  /** While Text or Annotations has the focus; never in inputs, dialogs, menus, or while composing. */
  | 'annotate'
  /** While Text has the focus. */
  | 'text';

export type Menu = 'File' | 'Edit' | 'Annotate' | 'Go' | 'View' | 'Help';

export interface Command {
  readonly id: CommandId;
  readonly keys: readonly string[];
  readonly scope: Scope;
  readonly menu: Menu | null;
}

/** What COMMAND is called, in the language of the moment. */
export const titleOf = ({ id }: Pick<Command, 'id'>): string => t(`commands.${id}`);

/** Whether the palette offers COMMAND; moving the caret is left to the keys. */
export const isOffered = ({ scope, menu }: Pick<Command, 'scope' | 'menu'>): boolean =>
  scope !== 'text' || menu !== null;

const row = (id: CommandId, keys: readonly string[], scope: Scope, menu: Menu | null = null): Command => ({
  id,
  keys,
  scope,
  menu,
});

/** A motion and its extending twin (with Shift). */
const motion = (id: Motion, keys: readonly string[]): Command[] => [
  row(`caret.${id}`, keys, 'text'),
  row(
    `select.${id}`,
    keys.map((key) => key.replace(/([^+]+)$/, 'Shift+$1')),
    'text',
  ),
];

export const commands: readonly Command[] = [
  row('project.open', ['Mod+O'], 'window', 'File'),
  row('project.sample', [], 'window', 'File'),
  row('export.open', ['Mod+E'], 'window', 'File'),
  row('import.open', ['Mod+Shift+E'], 'window', 'File'),
  row('rows.open', [], 'window', 'File'),
  row('print.open', ['Mod+P'], 'window', 'File'),
  row('save.retry', ['Mod+S'], 'window', 'File'),
  row('save.elsewhere', [], 'window', 'File'),

  row('history.undo', ['Mod+Z'], 'window', 'Edit'),
  row('history.redo', ['Mod+Shift+Z', 'Mod+Y'], 'window', 'Edit'),
  row('text.select-all', ['Mod+A'], 'text', 'Edit'),
  row('find.open', ['Mod+F'], 'window', 'Edit'),
  row('find.project', ['Mod+Shift+F'], 'window', 'Edit'),
  row('find.next', ['F3'], 'window', 'Go'),
  row('find.previous', ['Shift+F3'], 'window', 'Go'),

  row('label.by-name', ['L'], 'annotate', 'Annotate'),
  row('annotate.all', ['A'], 'annotate', 'Annotate'),
  row('repeats.open', [], 'window', 'Annotate'),
  row('annotation.note', ['N'], 'annotate', 'Annotate'),
  row('annotation.inspect', ['Enter'], 'annotate', 'Annotate'),
  row('annotation.remove', ['Backspace', 'Delete'], 'annotate', 'Annotate'),
  row('relation.add', ['R'], 'annotate', 'Annotate'),
  row('fragment.add', ['Mod+J'], 'annotate', 'Annotate'),
  row('fragment.remove', ['Mod+Shift+J'], 'annotate', 'Annotate'),
  row('boundary.start-left', ['['], 'annotate'),
  row('boundary.start-right', [']'], 'annotate'),
  row('boundary.end-left', ['Shift+['], 'annotate'),
  row('boundary.end-right', ['Shift+]'], 'annotate'),
  row('boundary.start-word-left', ['Mod+['], 'annotate'),
  row('boundary.start-word-right', ['Mod+]'], 'annotate'),
  row('boundary.end-word-left', ['Mod+Shift+['], 'annotate'),
  row('boundary.end-word-right', ['Mod+Shift+]'], 'annotate'),
  row('label.sticky', [], 'annotate', 'Annotate'),
  row('label.repeat', ['.'], 'annotate', 'Annotate'),
  row('selection.trim', [], 'window', 'Annotate'),
  row('suggestion.accept', ['Shift+Enter'], 'annotate', 'Annotate'),
  row('suggestion.reject', ['Shift+Backspace', 'Shift+Delete'], 'annotate', 'Annotate'),
  row('suggestion.accept-all', [], 'window', 'Annotate'),
  row('suggestion.reject-all', [], 'window', 'Annotate'),
  row('suggestion.accept-label', [], 'window', 'Annotate'),
  row('suggestion.reject-label', [], 'window', 'Annotate'),
  row('document.done', ['Mod+Enter'], 'window', 'Annotate'),
  row('labels.new', [], 'window', 'Annotate'),

  row('annotation.next', ['Tab'], 'annotate', 'Go'),
  row('annotation.previous', ['Shift+Tab'], 'annotate', 'Go'),
  row('unlabelled.next', ['F7'], 'window', 'Go'),
  row('unlabelled.previous', ['Shift+F7'], 'window', 'Go'),
  row('name.next', [','], 'annotate', 'Go'),
  row('quotation.next', ['F4'], 'window', 'Go'),
  row('quotation.previous', ['Shift+F4'], 'window', 'Go'),
  row('turn.next', ['Mod+F7'], 'window', 'Go'),
  row('turn.previous', ['Mod+Shift+F7'], 'window', 'Go'),
  row('same-label.next', ['F8'], 'window', 'Go'),
  row('same-label.previous', ['Shift+F8'], 'window', 'Go'),
  row('label.next', ['Mod+F8'], 'window', 'Go'),
  row('note.next', ['F9'], 'window', 'Go'),
  row('note.previous', ['Shift+F9'], 'window', 'Go'),
  row('suggestion.next', ['Mod+F9'], 'window', 'Go'),
  row('suggestion.previous', ['Mod+Shift+F9'], 'window', 'Go'),
  row('document.next', ['Mod+PageDown'], 'window', 'Go'),
  row('document.previous', ['Mod+PageUp'], 'window', 'Go'),
  row('document.stop', [], 'window'),
  row('document.facts', ['Mod+I'], 'window', 'View'),
  row('document.about', ['Alt+Enter'], 'window', 'View'),
  row('guidelines.open', ['Mod+G'], 'window', 'View'),
  row('history.open', ['Mod+Shift+H'], 'window', 'View'),
  row('status.todo', [], 'window'),
  row('status.in-progress', [], 'window'),
  row('status.done', [], 'window'),
  row('status.skipped', [], 'window'),
  row('passages.label', ['Mod+Shift+L'], 'window', 'Go'),
  row('passages.project', ['Mod+Shift+A'], 'window', 'Go'),
  row('link.open', ['Mod+L'], 'window', 'Go'),
  row('pane.next', ['F6'], 'window', 'Go'),
  row('pane.previous', ['Shift+F6'], 'window', 'Go'),
  row('escape', ['Escape'], 'annotate'),

  row('schema.open', ['Mod+Shift+S'], 'window', 'View'),
  row('palette.open', ['Mod+K'], 'window', 'View'),
  row('zoom.in', ['Mod+=', 'Mod++'], 'window', 'View'),
  row('zoom.out', ['Mod+-'], 'window', 'View'),
  row('zoom.reset', ['Mod+0'], 'window', 'View'),
  row('relations.show', [], 'window', 'View'),
  row('panel.documents', [], 'window', 'View'),
  row('panel.annotations', [], 'window', 'View'),
  row('focus-mode.toggle', ['Shift+F11'], 'window', 'View'),
  row('window.full-screen', ['F11'], 'window', 'View'),
  row('settings.open', ['Mod+,'], 'window', 'View'),
  row('theme.light', [], 'window', 'View'),
  row('theme.dark', [], 'window', 'View'),
  row('theme.contrast', [], 'window', 'View'),
  row('theme.system', [], 'window', 'View'),
  row('language.system', [], 'window', 'View'),
  row('language.en', [], 'window', 'View'),
  row('language.zh-CN', [], 'window', 'View'),
  row('help.guides', ['F1'], 'window', 'Help'),
  row('help.shortcuts', ['?'], 'annotate', 'Help'),
  row('hints.toggle', [], 'window', 'Help'),
  row('help.details', [], 'window', 'Help'),
  row('help.about', [], 'window', 'Help'),

  ...motion('left', ['ArrowLeft']),
  ...motion('right', ['ArrowRight']),
  ...motion('up', ['ArrowUp']),
  ...motion('down', ['ArrowDown']),
  ...motion('word-left', ['Mod+ArrowLeft']),
  ...motion('word-right', ['Mod+ArrowRight']),
  ...motion('paragraph-up', ['Mod+ArrowUp']),
  ...motion('paragraph-down', ['Mod+ArrowDown']),
  ...motion('line-start', ['Home']),
  ...motion('line-end', ['End']),
  ...motion('start', ['Mod+Home']),
  ...motion('end', ['Mod+End']),
  ...motion('page-up', ['PageUp']),
  ...motion('page-down', ['PageDown']),
  row('select.widen', ['Alt+Shift+ArrowRight'], 'text', 'Edit'),
  row('select.paragraph', ['Alt+Shift+ArrowDown'], 'text', 'Edit'),
  row('select.narrow', ['Alt+Shift+ArrowLeft'], 'text', 'Edit'),
];
