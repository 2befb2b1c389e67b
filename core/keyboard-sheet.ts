/** docs/keyboard.md, made of the command table: every key there is, to be printed and pinned up. */
import { type Command, commands, type Menu, titleOf } from './command-table';
import { capsOf } from './key-caps';
import { language, setLanguage } from './locale/current';
import { languages } from './locale/language';
import { t } from './locale/t';

const menus: readonly Menu[] = ['Annotate', 'Go', 'Edit', 'File', 'View', 'Help'];

/** With Shift each motion selects: saying it once is enough. */
const isMotion = ({ id }: Command): boolean => id.startsWith('caret.');
const isTwin = ({ id }: Command): boolean =>
  commands.some((other) => id === other.id.replace('caret.', 'select.') && isMotion(other));

const code = (keys: string): string => `\`${capsOf(keys, false).join('+')}\``;

const table = (rows: readonly Command[]): string =>
  [
    `| ${t('sheet.keys')} | ${t('sheet.does')} |`,
    '| --- | --- |',
    ...rows.map((row) => `| ${row.keys.map(code).join(', ')} | ${titleOf(row).replace(/…$/, '')} |`),
  ].join('\n');

const section = (title: string, text: string): string => `## ${title}\n\n${text}\n`;

/** As Markdown, in the language of the moment. */
function keyboardSheet(): string {
  const keyed = commands.filter((row) => row.keys.length > 0 && !isMotion(row) && !isTwin(row));
  const keyless = commands.filter((row) => row.keys.length === 0);
  return [
    `# ${t('sheet.title')}\n\n${t('sheet.lead')}\n`,
    section(t('shortcuts.labels'), t('sheet.labels')),
    ...menus.map((menu) =>
      section(
        t(`menu.title.${menu}`).replace(/\(&\w\)|&/g, ''),
        table(keyed.filter((row) => row.menu === menu || (menu === 'Annotate' && row.menu === null))),
      ),
    ),
    section(t('shortcuts.move'), table(commands.filter(isMotion))),
    section(
      t('sheet.keyless'),
      `${t('sheet.keyless-lead')}\n\n${keyless.map((row) => `- ${titleOf(row)}`).join('\n')}`,
    ),
  ].join('\n');
}

/** The sheets of all languages, by their paths below docs/. */
export function keyboardSheets(): ReadonlyMap<string, string> {
  const before = language();
  const made = languages.map((one): [string, string] => {
    setLanguage(one);
    return [one === 'en' ? 'keyboard.md' : `${one}/keyboard.md`, keyboardSheet()];
  });
  setLanguage(before);
  return new Map(made);
}
