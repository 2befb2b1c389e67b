import type { text as en } from '../en/text';
import type { Translated } from '../translated';

export const text = {
  'reading-status': '读取状态',
  reading: '正在读取 {{name}}…',
  'stop-reading-title': '停止读取 (Esc)',
} as const satisfies Translated<typeof en>;
