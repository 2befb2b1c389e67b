import type { app as en } from '../en/app';
import type { Translated } from '../translated';

export const app = {
  unsaved_other: '有 {{count}} 处更改未能保存',
  'unsaved-slow': '写入耗时过长。',
  'unsaved-safe': '此前的内容都已安全保存在磁盘上。',
  'unsaved-retry': '重试',
  'unsaved-discard': '不保存并关闭',
  'unsaved-stay': '留在此处',
  'page-gone': '窗口已停止工作',
  'page-gone-detail': '所有显示为“已保存”的内容都是安全的。原因：{{reason}}。',
  'page-gone-reload': '重新打开',
  quit: '退出',
  'pane.documents': '文档',
  'pane.side': '侧边栏',
  'pane.labels': '标签',
  'pane.text': '文本',
  'pane.search': '在项目中查找',
  'pane.annotations': '标注',
  'open-folder-first': '请先打开文件夹。',
  'open-document-first': '请先打开文档。',
  'still-reading': '仍在读取标注。请稍后重试。',
  'not-on-disk': '部分编辑尚未写入磁盘。请等状态显示“已保存”后再打开。',
  opening: '正在打开…',
  relinked: '“{{from}}”的标注现属于“{{to}}”。',
  reread: '磁盘上的文件已更改，已重新读取。',
  'page-broke': 'Postil 出现故障：{{cause}}。已保存的内容是安全的。',
} as const satisfies Translated<typeof en>;
