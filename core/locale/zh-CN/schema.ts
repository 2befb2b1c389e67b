import type { schema as en } from '../en/schema';
import type { Translated } from '../translated';

export const schema = {
  export: '导出标签体系',
  'export-own-file': '未写入任何内容。请选择以 .json 结尾且不是项目自身文件的名称。',
  'export-failed': '标签体系未能写入 {{file}}：{{cause}}。项目没有变化，请选择其他位置。',
  import: '导入标签体系',
  'import-too-large': '“{{file}}”超过 10 MB，不是标签体系。未做任何更改。',
  'import-failed': '无法读取 {{file}}：{{cause}}。未做任何更改。',
} as const satisfies Translated<typeof en>;
