import type { hand as en } from '../en/hand';
import type { Translated } from '../translated';

export const hand = {
  'no-label-yet': '还没有使用过标签。请先按一个标签的快捷键。',
  'no-unlabelled-below': '下方没有未标注的段落。',
  'no-unlabelled-above': '上方没有未标注的段落。',
  'none-with-label-below': '下方没有标签为“{{label}}”的标注。',
  'none-with-label-above': '上方没有标签为“{{label}}”的标注。',
  'no-note-below': '下方没有备注。',
  'no-note-above': '上方没有备注。',
  'pick-first': '请先选中一个标注，然后可前往下一个同标签的标注。',
  'no-labels': '还没有标签。',
  'no-name-below': '下方没有未标注的名称或数字。',
  'no-other-name-below': '下方没有其他未标注的名称或数字。您跳过的那些现在可以再次找到。',
  'no-quotation-below': '下方没有引文。',
  'no-quotation-above': '上方没有引文。',
  'no-transcript':
    '这不是对话记录：只有在话语前写有姓名时才能识别发言，例如“安娜：是的。”或“[00:01:02] Speaker 1: 是的。”',
  'no-turn-below': '下方没有该发言者的其他发言。',
  'no-turn-above': '上方没有该发言者的其他发言。',
} as const satisfies Translated<typeof en>;
