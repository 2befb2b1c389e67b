import type { status as en } from '../en/status';
import type { Translated } from '../translated';

export const status = {
  todo: '待办',
  'in-progress': '进行中',
  done: '已完成',
  skipped: '已跳过',
  saved: '已保存',
  saving: '正在保存…',
  'not-saved': '未保存：{{reason}}',
  save: '保存状态',
  trimmed: '去首尾',
  'trimmed-hint': '新标注不含首尾的空格和标点',
  selected_other: '已选 {{count}} 个字符',
  place_other: '第 {{at}} 个字符，共 {{count}} 个',
  zoom: '{{percent}}%',
  about: '关于此文档 (Alt+Enter)',
  'left-out': '省略 {{count}} 处',
  title: '状态',
} as const satisfies Translated<typeof en>;
