/** What stands on the keys of a shortcut. */

const mac: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥' };
const plain: Readonly<Record<string, string>> = { Mod: 'Ctrl' };
const arrows: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  Escape: 'Esc',
};

/** `Mod+Shift+ArrowLeft` as its caps. CAPS renames keys that are bound by place (brackets) on other layouts. */
export function capsOf(
  keys: string,
  isMac: boolean,
  caps: ReadonlyMap<string, string> = new Map(),
): string[] {
  const parts = keys === 'Mod++' ? ['Mod', '+'] : keys.split('+');
  return parts.map((part) => (isMac ? mac : plain)[part] ?? arrows[part] ?? caps.get(part) ?? part);
}
