import type { common as en } from '../en/common';
import type { Translated } from '../translated';

export const common = {
  cancel: '取消',
} as const satisfies Translated<typeof en>;
