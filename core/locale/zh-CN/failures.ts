import type { failures as en } from '../en/failures';
import type { Translated } from '../translated';

export const failures = {
  gone: '{{path}} 已不存在。',
  'unknown-call': 'Postil 没有名为 {{name}} 的调用。',
  'bad-call': '调用 {{name}} 时参数不正确：{{cause}}',
  'call-failed': 'Postil 内部出错（{{cause}}）。您的文件保持上次保存时的状态。',
  'open-project-first': '请先打开项目。',
  'bad-change': '收到的更改无效：{{cause}}',
  internal: 'Postil 内部出错（{{cause}}）。显示为“已保存”的内容是安全的。',
  'worker-stopped': 'Postil 中负责读写文件的部分意外停止（{{cause}}）。所有显示为“已保存”的内容都是安全的。',
  'worker-ended': '已结束',
  'worker-several-times': '多次',
  'worker-restarted': '它已重新启动。',
  'worker-reopen': '请关闭 Postil 后重新打开。',
} as const satisfies Translated<typeof en>;
