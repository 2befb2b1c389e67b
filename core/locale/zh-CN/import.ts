import type { imports as en } from '../en/import';
import type { Translated } from '../translated';

export const imports = {
  offer: '导入“{{file}}”？',
  'offer-several': '导入“{{file}}”等文件（另有 {{more}} 个）？',
  'offer-detail': 'Postil 不会将其作为文档打开。在做出任何更改之前，您会先看到其中的内容。',
  'offer-table':
    '它的各行可以成为此项目的文档；在做出任何更改之前，您会先看到其中的内容。若直接打开，它就是一个单独的文档。',
  'offer-open': '打开',
  'offer-accept': '导入…',
  tables: '表格（.csv、.tsv、.xlsx、.jsonl）',
  stopped: '导入已中止，未做任何更改。',
  'choose-folder': '导入文件夹',
  'choose-files': '导入文件',
  'not-chosen': '未导入任何内容：请先在对话框中选择文件。',
} as const satisfies Translated<typeof en>;
