import type { facts as en } from '../en/facts';
import type { Translated } from '../translated';

export const facts = {
  'none-open': '打开文档后，可在此填写有关信息。',
  project: '整个项目',
  'project-memo': '项目备忘',
  'project-memo-hint': '问题、决定、想法',
  document: '此文档',
  'document-memo': '文档备忘',
  'document-memo-hint': '对整个文档的看法',
  'no-documents': '还没有文档。',
  'open-first': '请先打开文档。',
  marked: '它已标记为“{{status}}”。',
  'step.mark': '标记为“{{status}}”',
  'step.answer': '填写“{{name}}”',
} as const satisfies Translated<typeof en>;
