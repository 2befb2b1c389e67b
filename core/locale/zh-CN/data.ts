import type { data as en } from '../en/data';
import type { Translated } from '../translated';

export const data = {
  conflict: '第 {{line}} 行有未完成合并的标记。请在文本编辑器中处理，在此之前不会写入任何内容。',
  'not-json': '它不是 JSON：{{cause}}。',
  'other-format': '它未声明自己是 {{format}} 文件。',
  newer:
    '它由更新版本的 Postil 写入（版本 {{version}}，本程序支持到 {{known}}）。现以只读方式显示，更新 Postil 后可继续。',
  wrong: '{{place}}：{{cause}}。',
  'whole-file': '文件',
  'not-as-should': '内容不符合要求',
  'schema.not-json': '它不是 JSON：{{cause}}。未做任何更改。',
  'schema.none': '其中没有标签体系：缺少 labels、attributes、relationTypes 和 documentFields。',
  'schema.newer': '它由更新版本的 Postil 写入。更新 Postil 后可导入。',
  'schema.no-list': '“{{part}}”不是列表。未做任何更改。',
  'schema.wrong': '{{place}}：{{cause}}。未做任何更改。',
  'schema.twice': '{{place}}：“{{id}}”重复出现。未做任何更改。',
  'schema.problem': '{{place}}：{{problem}}未做任何更改。',
  'schema.row.labels': '标签 {{number}}',
  'schema.row.attributes': '属性 {{number}}',
  'schema.row.relationTypes': '关系类型 {{number}}',
  'schema.row.documentFields': '文档字段 {{number}}',
  'schema.row-named': '{{row}}（“{{name}}”）',
  'schema.field': '{{row}}，{{field}}',
  'stale.gone': '更改与现有内容不符：{{id}} 不存在。未做任何更改。',
  'stale.other': '更改与现有内容不符：{{id}} 不能变成另一个。未做任何更改。',
  'stale.twice': '更改与现有内容不符：{{id}} 被更改两次。未做任何更改。',
  'stale.there': '更改与现有内容不符：{{id}} 已存在。未做任何更改。',
  dangling: '有关系将指向空处：{{id}}。未做任何更改。',
} as const satisfies Translated<typeof en>;
