import type { print as en } from '../en/print';
import type { Translated } from '../translated';

export const print = {
  title: '打印',
  what: '内容',
  'this-document': '当前文档：{{path}}',
  'no-document': '当前文档',
  'all-documents_other': '所有文档（{{count}}）',
  with: '包含',
  marks: '高亮、页边标签、图例和计数',
  suggestions: '尚未被接受的建议',
  about: '每个标签都以名称和编号列在文字旁边，黑白打印也能看清。',
  'save-pdf': '存为 PDF…',
  go: '打印…',
  preparing: '正在准备…',
  saved: '已存为 {{file}}',
  sent: '已发送到打印机。',
  'no-printer': '此系统没有打印机，未打印任何内容。“存为 PDF…”会生成可在别处打印的文件。',
  broke: '未打印任何内容：{{reason}}。',
  busy: '正在打印其他内容，请等它完成。',
  'dialog-title': '存为 PDF',
  inside: '未写入任何内容：PDF 放在项目文件夹里会变成项目的文档。请选择其他文件夹。',
  'not-written': '未能写入 {{file}}：{{reason}}。请选择其他位置。',
  'too-large': '内容超过两千万个字符，无法一次打印。请逐个文档打印。',
} as const satisfies Translated<typeof en>;
