import type { documents as en } from '../en/documents';
import type { Translated } from '../translated';

export const documents = {
  'read-only': '只读。{{reason}}',
  changed: '标注中有 {{standing}} 处仍在原位，{{moved}} 处已移动，{{gone}} 处的原文已不存在。',
  guessed: '文件未说明字符编码，已按 {{encoding}} 读取。',
  title: '文档',
  'done-of': '已完成 {{done}} / {{total}}',
  search: '搜索文档',
  'search-hint': '搜索',
  show: '显示',
  all: '全部',
  refused: '无法打开',
  none: '这里还没有文档。把文本、Word 文件、PDF 或表格放进文件夹，它们会自动出现。',
  'no-match': '没有匹配的文档。',
  facts_other: '{{count}} 处标注，{{status}}',
  missing: '缺失的文档',
  'missing-row': '“{{path}}”已不存在；它的 {{annotations}} 处标注仍安全保存。',
  'missing-found': '相同的文本位于“{{path}}”。',
  'missing-back': '将文件放回原处，标注便会重新显示。',
  relink: '关联到“{{path}}”',
  'cannot-open': '无法打开“{{path}}”',
  'folder-empty': '此文件夹中还没有文档。',
  choose: '请在左侧选择一个文档。',
  text: '文本',
} as const satisfies Translated<typeof en>;
