import type { guidelines as en } from '../en/guidelines';
import type { Translated } from '../translated';

export const guidelines = {
  'no-description': '此标签还没有说明。在标签上按 F2 可以添加。',
  none: '把文件 guidelines.md 放进项目文件夹，它就会显示在这里。用到某个标签时，以该标签名称为标题的部分会自动滚动到可见处。',
  image: '图片',
  'rest-left-out': '其余部分未显示',
} as const satisfies Translated<typeof en>;
