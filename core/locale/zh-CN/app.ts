import type { app as en } from '../en/app';
import type { Translated } from '../translated';

export const app = {
  unsaved_other: '有 {{count}} 处更改未能保存',
  'unsaved-slow': '写入时间异常地长。',
  'unsaved-safe': '此前的内容都已安全保存在磁盘上。',
  'unsaved-retry': '重试',
  'unsaved-discard': '不保存并关闭',
  'unsaved-stay': '留在此处',
  'page-gone': '窗口已停止工作',
  'page-gone-detail': '所有显示为“已保存”的内容都是安全的。原因：{{reason}}。',
  'page-gone-reload': '重新打开',
  quit: '退出',
} as const satisfies Translated<typeof en>;
