import type { history as en } from '../en/history';
import type { Translated } from '../translated';

export const history = {
  title: '编辑历史',
  empty: '还没有任何操作。每一步都会记录在这里。',
  ahead: '已撤销。选择它可以重做到这一步。',
  back: '回到这一步之后',
  start: '所有步骤之前',
  now: '当前',
  documents: '{{total}} 个文档',
  project: '项目',
  'nothing-to-undo': '没有可撤销的操作。',
  'nothing-to-redo': '没有可重做的操作。',
  undone: '已撤销：{{step}}',
  redone: '已重做：{{step}}',
  'changed-outside': '此步骤之后有来自外部的更改，撤销会将其覆盖。未做任何更改。',
} as const satisfies Translated<typeof en>;
