import type { reading as en } from '../en/reading';
import type { Translated } from '../translated';

export const reading = {
  'given-up': '已放弃读取“{{name}}”。',
} as const satisfies Translated<typeof en>;
