import type { side as en } from '../en/side';
import type { Translated } from '../translated';

export const side = {
  document: '文档',
  guidelines: '标注指南',
  history: '历史',
  title: '侧边栏',
  close: '关闭',
  'close-hint': '关闭 (Esc)',
} as const satisfies Translated<typeof en>;
