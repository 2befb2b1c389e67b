import type { storage as en } from '../en/storage';
import type { Translated } from '../translated';

export const storage = {
  'read-anew':
    '这个版本的 Postil 读取“{{path}}”的规则与标注时不同，因此文本有所变化：{{standing}} 条标注仍在原处，{{moved}} 条移动了，{{gone}} 条已找不到。它们以只读方式显示，文件保持原样；要继续编辑，请用标注时的版本打开这个项目。',
} as const satisfies Translated<typeof en>;
