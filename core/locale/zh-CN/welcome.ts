import type { welcome as en } from '../en/welcome';
import type { Translated } from '../translated';

export const welcome = {
  lead: '手工标注文档。所有内容都保存在您自己电脑上的文件夹中。',
  open: '打开文件夹…',
  sample: '试用示例',
  drop: '也可将文件夹或文件拖放到此窗口的任意位置。',
  'recent-projects': '最近的项目',
  recent: '最近',
} as const satisfies Translated<typeof en>;
