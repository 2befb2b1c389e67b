import type { reading as en } from '../en/reading';
import type { Translated } from '../translated';

export const reading = {
  'given-up': '已放弃读取“{{name}}”。',
  'pdf-unknown_other': '文件没有说明其中 {{count}} 个符号是什么字符；它们不在正文中。',
  speakers: '发言者',
  turns_other: '{{name}}（{{count}} 次发言）',
} as const satisfies Translated<typeof en>;
