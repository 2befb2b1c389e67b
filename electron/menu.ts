/** The native menu, made of core/command-table.ts: a row shows its key, and clicking it asks the page for it. */
import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import { type Command, type Menu as MenuName, titleOf } from '../core/command-table';
import { t } from '../core/locale/t';

type Item = MenuItemConstructorOptions;
type SystemRole = 'cut' | 'copy' | 'paste' | 'close' | 'quit' | 'toggleDevTools';

export interface MenuActions {
  readonly run: (commandId: string) => void;
  readonly open: (path: string) => void;
  readonly clearRecent: () => void;
}

const isMac = process.platform === 'darwin';

const electronNames: Readonly<Record<string, string>> = {
  Mod: 'CommandOrControl',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  Escape: 'Esc',
};

/** KEY of the command table in Electron's words. */
export function acceleratorOf(key: string): string {
  // The plus key itself is written `Mod++`.
  const parts = key.replace(/\+\+$/, '+Plus').split('+');
  return parts.map((part) => electronNames[part] ?? part).join('+');
}

function commandItem({ id, keys }: Command, { run }: MenuActions): Item {
  const [key] = keys;
  // macOS registers every accelerator there is, so a bare letter would be taken from text inputs.
  const isShown = key !== undefined && (!isMac || key.startsWith('Mod+'));
  return {
    id,
    label: titleOf({ id }),
    ...(isShown ? { accelerator: acceleratorOf(key) } : {}),
    // The page's keyboard table acts on the key; a menu that acted too would do it twice.
    registerAccelerator: false,
    click: () => run(id),
  };
}

function recentItem(recent: readonly string[], { open, clearRecent }: MenuActions): Item {
  const items: Item[] = recent.map((path) => ({ label: path.replace(/&/g, '&&'), click: () => open(path) }));
  return {
    label: t('menu.recent'),
    enabled: recent.length > 0,
    submenu: [...items, { type: 'separator' }, { label: t('menu.recent-clear'), click: clearRecent }],
  };
}

const separator: Item = { type: 'separator' };
/** An item that the system runs; Electron knows its name in English only. */
const system = (role: SystemRole): Item => ({ role, label: t(`menu.${role}`) });

/** Cut, copy and paste belong to the system: they act on inputs as well as on the text. */
const clipboard = (): Item[] => [system('cut'), system('copy'), system('paste')];

function extras(name: MenuName): Item[] {
  switch (name) {
    case 'File':
      return [separator, system(isMac ? 'close' : 'quit')];
    case 'Edit':
      return [separator, ...clipboard()];
    case 'View':
      return app.isPackaged ? [] : [separator, system('toggleDevTools')];
    default:
      return [];
  }
}

/** Commands that begin a group of their menu. */
const groupStarts: ReadonlySet<string> = new Set([
  'import.open',
  'print.open',
  'save.retry',
  'text.select-all',
  'find.open',
  'select.widen',
  'repeats.open',
  'annotation.note',
  'relation.add',
  'label.sticky',
  'selection.trim',
  'suggestion.accept',
  'document.done',
  'unlabelled.next',
  'name.next',
  'same-label.next',
  'suggestion.next',
  'document.next',
  'passages.label',
  'pane.next',
  'guidelines.open',
  'schema.open',
  'zoom.in',
  'relations.show',
  'focus-mode.toggle',
  'settings.open',
  'theme.light',
  'help.details',
]);

const names: readonly MenuName[] = ['File', 'Edit', 'Annotate', 'Go', 'View', 'Help'];

/** Builds the menu anew, with the person's own keys; called again when the settings change. */
export function showMenu(table: readonly Command[], recent: readonly string[], actions: MenuActions): void {
  const menus = names.map((name): Item => {
    const items = table
      .filter(({ menu }) => menu === name)
      .flatMap((command, at) => {
        const item = commandItem(command, actions);
        return at > 0 && groupStarts.has(command.id) ? [separator, item] : [item];
      });
    if (name === 'File') items.splice(1, 0, recentItem(recent, actions));
    return { label: t(`menu.title.${name}`), submenu: [...items, ...extras(name)] };
  });
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([...(isMac ? [{ role: 'appMenu' } as const] : []), ...menus]),
  );
}
