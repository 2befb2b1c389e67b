/** From a key press to what it means: a command, a label's key, or nothing (DESIGN 9, Keyboard). */
import { type Command, commands, type Scope } from './command-table';
import type { Label } from './model';

/** The parts of a KeyboardEvent that count. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly metaKey: boolean;
  readonly isComposing: boolean;
  /** Tells AltGr where it sets neither ctrlKey nor altKey (Linux). */
  getModifierState?(key: 'AltGraph'): boolean;
}

/** What has the focus, as far as keys care. */
export type Focus = 'text' | 'annotations' | 'documents' | 'input' | 'dialog' | 'other';

export type KeyMeaning =
  | { readonly kind: 'command'; readonly id: string }
  | { readonly kind: 'label'; readonly label: string; readonly shift: boolean }
  | null;

const byCode: Readonly<Record<string, string>> = {
  BracketLeft: '[',
  BracketRight: ']',
  NumpadAdd: '+',
  NumpadSubtract: '-',
};

/** Letters and marks of a script, none of them Latin: `ф`, `ς`, `لا`; not `€`, `é`, `Enter`. */
const foreignLetters = /^(?!.*[\p{Script=Latin}\p{Script=Common}])[\p{L}\p{M}]{1,3}$/u;

/** Digits and brackets by place; letters by character, or by place on a layout without Latin letters. */
export function keyName({ key, code }: Pick<KeyPress, 'key' | 'code'>): string {
  // Without Num Lock the number pad's digits are arrows and the like, so there the character counts.
  const digit = /^Digit([0-9])$/.exec(code);
  if (digit) return digit[1] as string;
  const placed = byCode[code];
  if (placed) return placed;
  if (/^[a-z]$/i.test(key)) return key.toUpperCase();
  const letter = /^Key([A-Z])$/.exec(code);
  if (letter && foreignLetters.test(key)) return letter[1] as string;
  return key;
}

/** Characters that need Shift on some layouts and not on others: Shift does not count for them. */
const shiftFree = new Set(['?', '+', '=', '.']);

/** The press as it is written in the command table: `Mod+Shift+K`. Null for AltGr and for modifiers alone. */
export function keyText(press: KeyPress, mac: boolean): string | null {
  if (['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'Process'].includes(press.key)) return null;
  if (press.key === 'Dead' && keyName(press) === 'Dead') return null;
  const mod = mac ? press.metaKey : press.ctrlKey;
  const foreign = mac ? press.ctrlKey : press.metaKey;
  if (foreign || (press.altKey && press.ctrlKey)) return null;
  if (!mac && press.getModifierState?.('AltGraph')) return null;
  // Zooming goes by character: + stands where US keyboards have a bracket on German and Spanish ones, - on a
  // digit on French ones.
  const byCharacter = press.key === '?' || (mod && ['+', '-', '='].includes(press.key));
  const name = byCharacter ? press.key : keyName(press);
  const parts = [
    mod && 'Mod',
    press.altKey && 'Alt',
    press.shiftKey && !shiftFree.has(name) && 'Shift',
    name,
  ];
  return parts.filter(Boolean).join('+');
}

/** In text inputs these stay what they are everywhere: the field's own undo and so on. */
const native = new Set(['Mod+Z', 'Mod+Shift+Z', 'Mod+Y', 'Mod+A', 'Mod+C', 'Mod+V', 'Mod+X', 'Mod+Enter']);

const scopes: Readonly<Record<Focus, readonly Scope[]>> = {
  text: ['text', 'annotate', 'window'],
  annotations: ['annotate', 'window'],
  documents: ['window'],
  other: ['window'],
  input: ['window'],
  dialog: [],
};

/** What PRESS means where the focus is. TABLE lets people bind their own keys. */
export function meaningOf(
  press: KeyPress,
  focus: Focus,
  labels: readonly Label[],
  mac = false,
  table: readonly Command[] = commands,
): KeyMeaning {
  if (press.isComposing) return null;
  const text = keyText(press, mac);
  if (text === null || (focus === 'input' && native.has(text))) return null;
  const command = table.find((row) => scopes[focus].includes(row.scope) && row.keys.includes(text));
  if (command) return { kind: 'command', id: command.id };
  if (!scopes[focus].includes('annotate')) return null;
  const key = /^(Shift\+)?([0-9A-Z])$/.exec(text);
  const label = key && labels.find((it) => it.key === (key[2] as string).toLowerCase());
  return label ? { kind: 'label', label: label.id, shift: key[1] !== undefined } : null;
}
