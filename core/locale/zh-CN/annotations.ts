import type { annotations as en } from '../en/annotations';
import type { Translated } from '../translated';

export const annotations = {
  pane: '标注窗格',
  title: '标注',
  'some-of': '{{shown}} / {{total}}',
  here: '此处的标注',
} as const satisfies Translated<typeof en>;
