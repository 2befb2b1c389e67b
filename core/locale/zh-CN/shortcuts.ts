import type { shortcuts as en } from '../en/shortcuts';
import type { Translated } from '../translated';

export const shortcuts = {
  title: '键盘快捷键',
  hint: '单击快捷键即可更改。',
  annotate: '标注',
  everywhere: '全局',
  move: '移动（按住 Shift：选择）',
  labels: '标签',
  'no-key': '没有快捷键',
  none: '无',
  change: '更改“{{command}}”的快捷键：{{key}}',
  'give-back': '恢复“{{command}}”的默认快捷键',
  'give-back-hint': '恢复默认快捷键',
  'all-back': '全部恢复默认',
  press: '请按“{{command}}”的新快捷键（Esc：保持不变）',
  'of-command': '{{key}} 已用于“{{command}}”，后者将不再有快捷键。',
  'of-label': '{{key}} 已用于标签“{{label}}”，之后将无法再用它标注。',
  take: '仍然使用',
  another: '换一个按键',
  'label-loses': '标签“{{label}}”也用此按键，但不会生效。',
  'in-use': '按键已被占用',
  'in-use-note': '{{key}} 已是您自定义的“{{command}}”快捷键，会优先生效。请换一个按键，或更改快捷键（?）。',
} as const satisfies Translated<typeof en>;
