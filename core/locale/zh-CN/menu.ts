import type { menu as en } from '../en/menu';
import type { Translated } from '../translated';

export const menu = {
  'title.File': '文件(&F)',
  'title.Edit': '编辑(&E)',
  'title.Annotate': '标注(&A)',
  'title.Go': '转到(&G)',
  'title.View': '视图(&V)',
  'title.Help': '帮助(&H)',
  recent: '打开最近项目',
  'recent-clear': '清空此列表',
  cut: '剪切',
  copy: '复制',
  paste: '粘贴',
  close: '关闭窗口',
  quit: '退出',
  toggleDevTools: '切换开发者工具',
} as const satisfies Translated<typeof en>;
