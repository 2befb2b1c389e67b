/** The caps of a shortcut, as the person's keyboard shows them. */
import { useSession } from '../state';

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

export function Keys({ keys, caps }: { keys: string; caps?: ReadonlyMap<string, string> }) {
  const isMac = useSession((state) => state.info?.platform === 'darwin');
  return (
    <span className="keys">
      {capsOf(keys, isMac, caps).map((cap) => (
        <kbd key={cap}>{cap}</kbd>
      ))}
    </span>
  );
}
