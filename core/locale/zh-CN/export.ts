import type { exports as en } from '../en/export';
import type { Translated } from '../translated';

export const exports = {
  title: '导出',
  'not-chosen': '未写入任何内容：{{file}} 不是在保存对话框中选择的。请重新导出。',
} as const satisfies Translated<typeof en>;
