import type { viewer as en } from '../en/viewer';
import type { Translated } from '../translated';

export const viewer = {
  text: '文档文本',
  suggested: '{{label}}，建议',
  link: '{{address}}\n按住 Ctrl 单击打开',
  image: '图片',
  'unknown-label': '未知标签',
} as const satisfies Translated<typeof en>;
