import { describe, expect, test } from 'vitest';
import { commands } from './command-table';
import { reservedKeys } from './edit';
import { type Focus, type KeyPress, keyText, meaningOf } from './keymap';
import type { Label } from './model';
import { starterSchema } from './starter';

const { labels } = starterSchema();

/** Codes of a US keyboard, by the character without Shift. */
const codes: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => [letter, `Key${letter}`])),
  ...Object.fromEntries([...'0123456789'].map((digit) => [digit, `Digit${digit}`])),
  '[': 'BracketLeft',
  ']': 'BracketRight',
  '=': 'Equal',
  '-': 'Minus',
  '/': 'Slash',
};

const shifted: Readonly<Record<string, string>> = {
  '1': '!',
  '[': '{',
  ']': '}',
  '=': '+',
  '-': '_',
  '/': '?',
  '0': ')',
};

/** The event of `Ctrl+Shift+K` or `Meta+[` on a US keyboard; PARTS replace what another layout sends. */
function press(keys: string, parts: Partial<KeyPress> = {}): KeyPress {
  const names = keys.split('+');
  const name = names.pop() as string;
  const shift = names.includes('Shift');
  const letter = /^[A-Z]$/.test(name) ? (shift ? name : name.toLowerCase()) : name;
  return {
    key: (shift && shifted[name]) || letter,
    code: codes[name] ?? name,
    ctrlKey: names.includes('Ctrl'),
    altKey: names.includes('Alt'),
    shiftKey: shift,
    metaKey: names.includes('Meta'),
    isComposing: false,
    ...parts,
  };
}

/** `caret.left`, `person` for a label, `Shift+person` with Shift, or null. */
function meaning(event: KeyPress, focus: Focus, mac = false, of: readonly Label[] = labels): string | null {
  const it = meaningOf(event, focus, of, mac);
  if (!it) return null;
  return it.kind === 'command' ? it.id : `${it.shift ? 'Shift+' : ''}${it.label}`;
}

const everyFocus: readonly Focus[] = ['text', 'annotations', 'documents', 'other', 'input', 'dialog'];

/** Where a key acts: in Text; in Text and Annotations; anywhere but in inputs and dialogs; in inputs too. */
const where: Readonly<Record<string, readonly Focus[]>> = {
  text: ['text'],
  annotate: ['text', 'annotations'],
  'no input': ['text', 'annotations', 'documents', 'other'],
  window: ['text', 'annotations', 'documents', 'other', 'input'],
};

/** Every key of the table in DESIGN 9: rule, key, meaning, where. */
const rows: readonly (readonly [rule: string, keys: string, id: string, where: string])[] = [
  ['[K1]', 'ArrowLeft', 'caret.left', 'text'],
  ['[K1]', 'ArrowRight', 'caret.right', 'text'],
  ['[K1]', 'ArrowUp', 'caret.up', 'text'],
  ['[K1]', 'ArrowDown', 'caret.down', 'text'],
  ['[K1]', 'Shift+ArrowLeft', 'select.left', 'text'],
  ['[K1]', 'Shift+ArrowRight', 'select.right', 'text'],
  ['[K1]', 'Shift+ArrowUp', 'select.up', 'text'],
  ['[K1]', 'Shift+ArrowDown', 'select.down', 'text'],
  ['[K2]', 'Ctrl+ArrowLeft', 'caret.word-left', 'text'],
  ['[K2]', 'Ctrl+ArrowRight', 'caret.word-right', 'text'],
  ['[K2]', 'Ctrl+Shift+ArrowLeft', 'select.word-left', 'text'],
  ['[K2]', 'Ctrl+Shift+ArrowRight', 'select.word-right', 'text'],
  ['[K3]', 'Ctrl+ArrowUp', 'caret.paragraph-up', 'text'],
  ['[K3]', 'Ctrl+ArrowDown', 'caret.paragraph-down', 'text'],
  ['[K3]', 'Ctrl+Shift+ArrowUp', 'select.paragraph-up', 'text'],
  ['[K3]', 'Ctrl+Shift+ArrowDown', 'select.paragraph-down', 'text'],
  ['[K4]', 'Home', 'caret.line-start', 'text'],
  ['[K4]', 'End', 'caret.line-end', 'text'],
  ['[K4]', 'Shift+Home', 'select.line-start', 'text'],
  ['[K4]', 'Shift+End', 'select.line-end', 'text'],
  ['[K5]', 'Ctrl+Home', 'caret.start', 'text'],
  ['[K5]', 'Ctrl+End', 'caret.end', 'text'],
  ['[K5]', 'Ctrl+Shift+Home', 'select.start', 'text'],
  ['[K5]', 'Ctrl+Shift+End', 'select.end', 'text'],
  ['[K6]', 'PageUp', 'caret.page-up', 'text'],
  ['[K6]', 'PageDown', 'caret.page-down', 'text'],
  ['[K6]', 'Shift+PageUp', 'select.page-up', 'text'],
  ['[K6]', 'Shift+PageDown', 'select.page-down', 'text'],
  ['[K7]', 'Alt+Shift+ArrowRight', 'select.widen', 'text'],
  ['[K7]', 'Alt+Shift+ArrowLeft', 'select.narrow', 'text'],
  ['[K7]', 'Alt+Shift+ArrowDown', 'select.paragraph', 'text'],
  ...labels.flatMap(({ id, key }) => [
    ['[K8]', (key as string).toUpperCase(), id, 'annotate'] as const,
    ['[K8]', `Shift+${(key as string).toUpperCase()}`, `Shift+${id}`, 'annotate'] as const,
  ]),
  ['[K9]', 'L', 'label.by-name', 'annotate'],
  ['[K10]', 'Tab', 'annotation.next', 'annotate'],
  ['[K10]', 'Shift+Tab', 'annotation.previous', 'annotate'],
  ['[K11]', 'F6', 'pane.next', 'window'],
  ['[K11]', 'Shift+F6', 'pane.previous', 'window'],
  ['[K12]', 'Enter', 'annotation.inspect', 'annotate'],
  ['[K13]', 'N', 'annotation.note', 'annotate'],
  ['[K14]', 'R', 'relation.add', 'annotate'],
  ['[K15]', 'Backspace', 'annotation.remove', 'annotate'],
  ['[K15]', 'Delete', 'annotation.remove', 'annotate'],
  ['[K16]', '[', 'boundary.start-left', 'annotate'],
  ['[K16]', ']', 'boundary.start-right', 'annotate'],
  ['[K16]', 'Shift+[', 'boundary.end-left', 'annotate'],
  ['[K16]', 'Shift+]', 'boundary.end-right', 'annotate'],
  ['[K17]', 'Ctrl+[', 'boundary.start-word-left', 'annotate'],
  ['[K17]', 'Ctrl+]', 'boundary.start-word-right', 'annotate'],
  ['[K17]', 'Ctrl+Shift+[', 'boundary.end-word-left', 'annotate'],
  ['[K17]', 'Ctrl+Shift+]', 'boundary.end-word-right', 'annotate'],
  ['[K18]', 'Escape', 'escape', 'annotate'],
  ['[K19]', 'A', 'annotate.all', 'annotate'],
  ['[K20]', 'Ctrl+Z', 'history.undo', 'no input'],
  ['[K20]', 'Ctrl+Shift+Z', 'history.redo', 'no input'],
  ['[K20]', 'Ctrl+Y', 'history.redo', 'no input'],
  ['[K21]', 'Ctrl+F', 'find.open', 'window'],
  ['[K51]', 'Ctrl+Shift+F', 'find.project', 'window'],
  ['[K52]', 'F3', 'find.next', 'window'],
  ['[K52]', 'Shift+F3', 'find.previous', 'window'],
  ['[K22]', 'Ctrl+K', 'palette.open', 'window'],
  ['[K23]', 'Ctrl+E', 'export.open', 'window'],
  ['[XI23]', 'Ctrl+Shift+E', 'import.open', 'window'],
  ['[K24]', 'Ctrl+PageDown', 'document.next', 'window'],
  ['[K24]', 'Ctrl+PageUp', 'document.previous', 'window'],
  ['[K25]', 'Ctrl+Enter', 'document.done', 'no input'],
  ['[K26]', 'Shift+/', 'help.shortcuts', 'annotate'],
  ['[K27]', 'Ctrl+=', 'zoom.in', 'window'],
  ['[K27]', 'Ctrl+Shift+=', 'zoom.in', 'window'],
  ['[K27]', 'Ctrl+-', 'zoom.out', 'window'],
  ['[K27]', 'Ctrl+0', 'zoom.reset', 'window'],
  ['[K44]', 'Ctrl+J', 'fragment.add', 'annotate'],
  ['[K44]', 'Ctrl+Shift+J', 'fragment.remove', 'annotate'],
  ['[K28]', 'Ctrl+O', 'project.open', 'window'],
  ['[K28]', 'Ctrl+P', 'print.open', 'window'],
  ['[K28]', 'F1', 'help.guides', 'window'],
  ['[K28]', 'Ctrl+S', 'save.retry', 'window'],
  ['[K28]', 'Ctrl+A', 'text.select-all', 'text'],
  ['[V12]', 'Ctrl+Shift+L', 'passages.label', 'window'],
  ['[V12]', 'Ctrl+Shift+A', 'passages.project', 'window'],
  ['[B3]', '.', 'label.repeat', 'annotate'],
  ['[B3]', 'F7', 'unlabelled.next', 'window'],
  ['[B3]', 'Shift+F7', 'unlabelled.previous', 'window'],
  ['[B3]', 'F8', 'same-label.next', 'window'],
  ['[B3]', 'Shift+F8', 'same-label.previous', 'window'],
  ['[B3]', 'F9', 'note.next', 'window'],
  ['[B3]', 'Shift+F9', 'note.previous', 'window'],
  ['[XU2]', 'Shift+Enter', 'suggestion.accept', 'annotate'],
  ['[XU2]', 'Shift+Backspace', 'suggestion.reject', 'annotate'],
  ['[XU2]', 'Shift+Delete', 'suggestion.reject', 'annotate'],
  ['[XU2]', 'Ctrl+F9', 'suggestion.next', 'window'],
  ['[XU2]', 'Ctrl+Shift+F9', 'suggestion.previous', 'window'],
  ['[B13]', ',', 'name.next', 'annotate'],
  ['[B14]', 'F4', 'quotation.next', 'window'],
  ['[B14]', 'Shift+F4', 'quotation.previous', 'window'],
  ['[TR3]', 'Ctrl+F7', 'turn.next', 'window'],
  ['[TR3]', 'Ctrl+Shift+F7', 'turn.previous', 'window'],
  ['[B12]', 'Ctrl+F8', 'label.next', 'window'],
  ['[Y6]', 'Ctrl+L', 'link.open', 'window'],
  ['[Y11]', 'Alt+Enter', 'document.about', 'window'],
  ['[B2]', 'Ctrl+I', 'document.facts', 'window'],
  ['[B2]', 'Ctrl+G', 'guidelines.open', 'window'],
  ['[B2]', 'Ctrl+Shift+H', 'history.open', 'window'],
  ['[Z15]', 'Ctrl+Shift+S', 'schema.open', 'window'],
  ['[PF4]', 'Ctrl+,', 'settings.open', 'window'],
  ['[PF4]', 'F11', 'window.full-screen', 'window'],
  ['[PF4]', 'Shift+F11', 'focus-mode.toggle', 'window'],
];

test.each(rows)('%s %s: %s in %s', (_, keys, id, scope) => {
  for (const focus of everyFocus) {
    const wanted = where[scope]?.includes(focus) ? id : null;
    expect([focus, meaning(press(keys), focus)]).toEqual([focus, wanted]);
    const mac = press(keys.replace('Ctrl', 'Meta'));
    expect([focus, meaning(mac, focus, true)]).toEqual([focus, wanted]);
  }
});

test('[K38] every key of the command table has a row here', () => {
  const tested = new Set(rows.map(([, keys]) => keyText(press(keys), false)));
  // `Mod++` is Ctrl+Shift+= on a US keyboard, and `?` is Shift+/.
  const missing = commands.flatMap((row) => row.keys).filter((key) => !tested.has(key));
  expect(missing).toEqual([]);
});

test('[K8] with Mod or Alt a label key is none', () => {
  for (const keys of ['Ctrl+1', 'Alt+1', 'Ctrl+Shift+2', 'Alt+Shift+E', 'Ctrl+Alt+3', 'Meta+1'])
    expect(meaning(press(keys), 'text')).toBeNull();
  expect(meaning(press('Meta+1'), 'text', true)).toBeNull();
  expect(meaning(press('Q'), 'text')).toBeNull();
  expect(meaning(press('1'), 'text', false, [])).toBeNull();
});

test('[K8] with Caps Lock a letter is still its label', () => {
  expect(meaning(press('E', { key: 'E' }), 'text')).toBe('translation-error');
});

test('[K14] R is no label’s', () => {
  for (const focus of everyFocus) expect(meaning(press('Shift+R'), focus)).toBeNull();
  expect(reservedKeys.has('r')).toBe(true);
});

test.each([
  ['US', press('Shift+/')],
  ['German', press('Shift+-', { key: '?', code: 'Minus' })],
  ['French', press('Shift+M', { key: '?', code: 'KeyM' })],
  ['Russian', press('Shift+7', { key: '?', code: 'Digit7' })],
  ['a layout with ? on a key of its own', press('?', { code: 'IntlRo' })],
])('[K26] ? on a keyboard: %s', (_, event) => {
  expect(meaning(event, 'text')).toBe('help.shortcuts');
});

test('[K27] the number pad zooms too', () => {
  expect(meaning(press('Ctrl+=', { key: '+', code: 'NumpadAdd' }), 'other')).toBe('zoom.in');
  expect(meaning(press('Ctrl+-', { key: '-', code: 'NumpadSubtract' }), 'other')).toBe('zoom.out');
  expect(meaning(press('Ctrl+0', { key: '0', code: 'Numpad0' }), 'other')).toBe('zoom.reset');
});

test.each([
  ['German +', { key: '+', code: 'BracketRight' }, 'zoom.in'],
  ['Portuguese +', { key: '+', code: 'BracketLeft' }, 'zoom.in'],
  ['German -', { key: '-', code: 'Slash' }, 'zoom.out'],
  ['French -', { key: '-', code: 'Digit6' }, 'zoom.out'],
  ['French =', { key: '=', code: 'Equal' }, 'zoom.in'],
  ['French 0', { key: 'à', code: 'Digit0' }, 'zoom.reset'],
  ['Russian ]', { key: 'ъ', code: 'BracketRight' }, 'boundary.start-word-right'],
])('[K27] with Mod on other layouts: %s', (_, parts, wanted) => {
  expect(meaning(press('Ctrl+1', parts), 'text')).toBe(wanted);
});

test('[K29] sticky label mode has no key of its own', () => {
  expect(commands.find((row) => row.id === 'label.sticky')?.keys).toEqual([]);
});

const single = [
  '1',
  '9',
  'E',
  'A',
  'L',
  'N',
  '[',
  ']',
  'Enter',
  'Backspace',
  'Delete',
  'Tab',
  'Escape',
  'Shift+/',
];

test('[K30] in Documents and elsewhere single keys mean nothing', () => {
  for (const keys of [...single, 'ArrowDown', 'ArrowUp', 'Home', 'End', 'PageDown', 'Shift+Tab', 'Ctrl+A'])
    for (const focus of ['documents', 'other'] as const) expect(meaning(press(keys), focus)).toBeNull();
});

test('[K31] inputs keep their own keys', () => {
  const own = ['Ctrl+Z', 'Ctrl+Shift+Z', 'Ctrl+Y', 'Ctrl+X', 'Ctrl+C', 'Ctrl+V', 'Ctrl+A', 'Ctrl+Enter'];
  for (const keys of [
    ...single,
    ...own,
    'Ctrl+ArrowLeft',
    'Shift+Home',
    'Ctrl+Home',
    'Alt+Shift+ArrowRight',
  ]) {
    expect(meaning(press(keys), 'input')).toBeNull();
    expect(meaning(press(keys.replace('Ctrl', 'Meta')), 'input', true)).toBeNull();
  }
  expect(meaning(press('Ctrl+C'), 'text')).toBeNull();
});

test('[K32] in dialogs no key means anything', () => {
  for (const [, keys] of rows) expect(meaning(press(keys), 'dialog')).toBeNull();
});

describe('[K33] composing, AltGr, modifiers alone', () => {
  test('[K33] while composing', () => {
    for (const [, keys] of rows)
      for (const focus of everyFocus) expect(meaning(press(keys, { isComposing: true }), focus)).toBeNull();
    expect(meaning(press('1', { key: 'Process' }), 'text')).toBeNull();
    expect(meaning(press('E', { key: 'Process' }), 'text')).toBeNull();
  });
  test('[K33] AltGr', () => {
    // Windows says Ctrl and Alt, Linux only AltGraph.
    for (const [key, code] of [
      ['€', 'KeyE'],
      ['e', 'KeyE'],
      ['@', 'KeyQ'],
      ['{', 'Digit7'],
      ['[', 'Digit8'],
      ['ſ', 'KeyS'],
    ] as const) {
      const plain = press('1', { key, code });
      expect(meaning({ ...plain, ctrlKey: true, altKey: true }, 'text')).toBeNull();
      const linux = { ...plain, getModifierState: (name: string) => name === 'AltGraph' };
      expect(meaning(linux, 'text')).toBeNull();
    }
  });
  test('[K33] modifiers and dead keys alone', () => {
    for (const key of ['Shift', 'Control', 'Alt', 'Meta', 'AltGraph'])
      expect(keyText(press('Shift+1', { key, code: `${key}Left` }), false)).toBeNull();
    expect(keyText(press('1', { key: 'Dead', code: 'Backquote' }), false)).toBeNull();
    expect(keyText(press('1', { key: 'Dead', code: 'KeyE' }), false)).toBeNull();
  });
});

test.each([
  ['AZERTY 1', { key: '&', code: 'Digit1', shiftKey: false }, 'person'],
  ['AZERTY 2', { key: 'é', code: 'Digit2', shiftKey: false }, 'organisation'],
  ['AZERTY Shift+1', { key: '1', code: 'Digit1', shiftKey: true }, 'Shift+person'],
  ['Czech 9', { key: 'í', code: 'Digit9', shiftKey: false }, 'caption'],
  ['Arabic 1', { key: '١', code: 'Digit1', shiftKey: false }, 'person'],
  ['German [', { key: 'ü', code: 'BracketLeft', shiftKey: false }, 'boundary.start-left'],
  ['German ]', { key: '+', code: 'BracketRight', shiftKey: false }, 'boundary.start-right'],
  ['AZERTY [', { key: 'Dead', code: 'BracketLeft', shiftKey: false }, 'boundary.start-left'],
  ['AZERTY Shift+[', { key: 'Dead', code: 'BracketLeft', shiftKey: true }, 'boundary.end-left'],
  ['Russian ]', { key: 'ъ', code: 'BracketRight', shiftKey: false }, 'boundary.start-right'],
])('[K34] by place: %s', (_, parts, wanted) => {
  expect(meaning(press('1', parts), 'text')).toBe(wanted);
});

test.each([
  ['AZERTY a', 'a', 'KeyQ', 'annotate.all'],
  ['AZERTY q', 'q', 'KeyA', null],
  ['Dvorak e', 'e', 'KeyD', 'translation-error'],
  ['Dvorak n', 'n', 'KeyL', 'annotation.note'],
  ['Dvorak apostrophe', "'", 'KeyQ', null],
  ['Russian', 'ф', 'KeyA', 'annotate.all'],
  ['Russian', 'у', 'KeyE', 'translation-error'],
  ['Russian', 'д', 'KeyL', 'label.by-name'],
  ['Ukrainian', 'т', 'KeyN', 'annotation.note'],
  ['Greek', 'α', 'KeyA', 'annotate.all'],
  ['Greek', 'ε', 'KeyE', 'translation-error'],
  ['Greek', 'λ', 'KeyL', 'label.by-name'],
  ['Hebrew', 'ש', 'KeyA', 'annotate.all'],
  ['Arabic', 'ث', 'KeyE', 'translation-error'],
  ['Thai', 'ฟ', 'KeyA', 'annotate.all'],
  ['Thai mark', 'ื', 'KeyN', 'annotation.note'],
  ['Korean', 'ㅁ', 'KeyA', 'annotate.all'],
  ['Japanese', 'ち', 'KeyA', 'annotate.all'],
  ['Devanagari', 'ो', 'KeyA', 'annotate.all'],
  ['Turkish dotless i', 'ı', 'KeyI', null],
  ['Polish with AltGr', 'ę', 'KeyE', null],
  ['German with AltGr', '€', 'KeyE', null],
  ['micro', 'µ', 'KeyA', null],
])('[K35] letters: %s %s at %s', (_, key, code, wanted) => {
  expect(meaning(press('1', { key, code }), 'text')).toBe(wanted);
});

test('[K35] letters of more than one unit, and with Mod', () => {
  expect(keyText(press('1', { key: 'لا', code: 'KeyB' }), false)).toBe('B');
  expect(meaning(press('Ctrl+Z', { key: 'я' }), 'text')).toBe('history.undo');
  expect(meaning(press('Ctrl+Shift+Z', { key: 'Я' }), 'text')).toBe('history.redo');
  expect(meaning(press('Ctrl+K', { key: 'κ' }), 'other')).toBe('palette.open');
  // AZERTY has Z where a US keyboard has W.
  expect(meaning(press('Ctrl+Z', { code: 'KeyW' }), 'text')).toBe('history.undo');
  expect(meaning(press('Ctrl+W', { key: 'w', code: 'KeyZ' }), 'text')).toBeNull();
});

test('[K36] Cmd on macOS, Ctrl elsewhere', () => {
  expect(meaning(press('Meta+Z'), 'text', true)).toBe('history.undo');
  expect(meaning(press('Ctrl+Z'), 'text', true)).toBeNull();
  expect(meaning(press('Ctrl+A'), 'text', true)).toBeNull();
  expect(meaning(press('Meta+Z'), 'text')).toBeNull();
  expect(meaning(press('Meta+L'), 'text')).toBeNull();
  // Option makes other characters there.
  expect(meaning(press('Alt+A', { key: 'å' }), 'text', true)).toBeNull();
  expect(meaning(press('Alt+1', { key: '¡' }), 'text', true)).toBeNull();
});

test('[K37] the number pad', () => {
  const pad = (key: string, code: string) => meaning(press('1', { key, code }), 'text');
  expect(pad('1', 'Numpad1')).toBe('person');
  expect(pad('9', 'Numpad9')).toBe('caption');
  expect(pad('End', 'Numpad1')).toBe('caret.line-end');
  expect(pad('ArrowLeft', 'Numpad4')).toBe('caret.left');
  expect(pad('PageUp', 'Numpad9')).toBe('caret.page-up');
  expect(pad('Clear', 'Numpad5')).toBeNull();
  expect(pad('Delete', 'NumpadDecimal')).toBe('annotation.remove');
  expect(pad('Enter', 'NumpadEnter')).toBe('annotation.inspect');
});

test('[K38] keys and ids are used once', () => {
  const ids = commands.map((row) => row.id);
  expect(new Set(ids).size).toBe(ids.length);
  // Text has all three scopes, so no key may stand twice at all.
  const keys = commands.flatMap((row) => row.keys);
  expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
  const singles = keys.filter((key) => /^[A-Z0-9]$/.test(key)).map((key) => key.toLowerCase());
  expect(singles.filter((key) => !reservedKeys.has(key))).toEqual([]);
});

test('[K39] own bindings', () => {
  const table = commands.map((row) => (row.id === 'annotation.note' ? { ...row, keys: ['M', 'F2'] } : row));
  expect(meaningOf(press('M'), 'text', labels, false, table)).toEqual({
    kind: 'command',
    id: 'annotation.note',
  });
  expect(meaningOf(press('F2'), 'text', labels, false, table)).toEqual({
    kind: 'command',
    id: 'annotation.note',
  });
  expect(meaningOf(press('N'), 'text', labels, false, table)).toBeNull();
});

test('[K40] a command wins over a label', () => {
  const odd = labels.map((label) => ({ ...label, key: 'a' }));
  expect(meaning(press('A'), 'text', false, odd)).toBe('annotate.all');
  expect(meaning(press('Shift+A'), 'text', false, odd)).toBe('Shift+person');
});
