import type { search as en } from '../en/search';
import type { Translated } from '../translated';

export const search = {
  find: '查找',
  'in-document': '在文档中查找',
  previous: '上一个匹配项',
  next: '下一个匹配项',
  'annotate-hint': '在输入框中按 Ctrl+Enter',
  annotate: '标注这些…',
  'so-far': '已找到 {{found}} 个，{{percent}}%',
  'not-found': '未找到',
  'at-of': '第 {{at}} 个，共 {{found}} 个',
} as const satisfies Translated<typeof en>;
