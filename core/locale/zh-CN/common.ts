import type { common as en } from '../en/common';
import type { Translated } from '../translated';

export const common = {
  cancel: '取消',
  close: '关闭',
  undo: '撤销',
  dismiss: '关闭消息',
  stop: '停止',
  writing: '正在写入…',
  copied: '已复制',
  documents_other: '{{count}} 个文档',
  annotations_other: '{{count}} 处标注',
  relations_other: '{{count}} 个关系',
  'is-reading': '正在读取',
  'is-writing': '正在写入',
  'and-more': '…另有 {{more}} 项',
  'copied-now': '已复制。',
} as const satisfies Translated<typeof en>;
