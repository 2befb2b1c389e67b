import type { imports as en } from '../en/import';
import type { Translated } from '../translated';

export const imports = {
  offer: '导入“{{file}}”？',
  'offer-several': '导入“{{file}}”等文件（另有 {{more}} 个）？',
  'offer-detail': 'Postil 不会将其作为文档打开。在做出任何更改之前，您会先看到其中的内容。',
  'offer-accept': '导入…',
} as const satisfies Translated<typeof en>;
