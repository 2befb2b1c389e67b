import type { hints as en } from '../en/hints';
import type { Translated } from '../translated';

export const hints = {
  mark: '选中几个词，按 {{key}} 即可标注。',
  'mark-chip': '选中几个词，单击上方的标签即可标注。',
  all: '又是相同的词？按 {{key}} 可一次全部标注。',
  undo: '按 {{key}} 可撤销这一步，以及之前的每一步。',
  palette: '按 {{key}} 可按名称查看所有命令。',
  dismiss: '关闭提示',
  'dismiss-key': '关闭提示 (Esc)',
  on: '提示会在有帮助的地方出现一次。',
  off: '不再显示提示。',
} as const satisfies Translated<typeof en>;
