import type { sheet as en } from '../en/sheet';
import type { Translated } from '../translated';

export const sheet = {
  title: '快捷键一览',
  lead: '在 macOS 上，Ctrl 即 Cmd (⌘)。单个按键在正文和标注列表中有效。所有快捷键都可以更改：在应用中按 ? 键，再单击要更改的快捷键。',
  labels:
    '标签的数字键或字母键会标注所选文本；如果选中了一个标注而没有选择文本，则更改该标注的标签，同时按住 Shift 则在旁边再添加一个标注；两者都没有时，标注光标处的词。',
  keys: '按键',
  does: '作用',
  keyless: '没有快捷键的命令',
  'keyless-lead': '按 Ctrl+K 可按名称查找；按 ? 键可为其设置快捷键。',
} as const satisfies Translated<typeof en>;
