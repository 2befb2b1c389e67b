import type { dialogs as en } from '../en/dialogs';
import type { Translated } from '../translated';

export const dialogs = {
  commands: '命令',
  'commands-type': '输入命令',
  'commands-none': '没有这个命令。',
  'open-folder': '打开文档文件夹',
  'link-refused': '链接指向“{{address}}”。Postil 只打开网页和邮件地址，未打开任何内容。',
  'link-title': '打开链接',
  'link-ask': '要在 Postil 之外打开此链接吗？',
  'link-open': '打开',
} as const satisfies Translated<typeof en>;
