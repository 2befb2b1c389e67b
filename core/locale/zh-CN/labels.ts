import type { labels as en } from '../en/labels';
import type { Translated } from '../translated';

export const labels = {
  title: '标签',
  new: '新建标签',
  schema: '标签体系',
  'schema-hint': '标签体系：所有标签、属性和关系 (Ctrl+Shift+S)',
  sticky: '每次选择都会标注为“{{label}}”。按 Esc 结束。',
  chip: '{{label}}\nAlt+单击列出其摘录 · F2 修改 · 右键单击查看更多',
  described: '{{label}}：{{description}}',
  'step.new': '新建标签“{{label}}”',
  'step.change': '修改标签“{{label}}”',
} as const satisfies Translated<typeof en>;
