import type { common as en } from '../en/common';
import type { Translated } from '../translated';

export const common = {
  cancel: '取消',
  close: '关闭',
  undo: '撤销',
  dismiss: '关闭消息',
} as const satisfies Translated<typeof en>;
