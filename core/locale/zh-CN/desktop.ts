import type { desktop as en } from '../en/desktop';
import type { Translated } from '../translated';

export const desktop = {
  drop: '松开即可打开文件夹或文档',
  'drop-first': 'Postil 一次只打开一个：已打开拖入内容中的第一个。',
  'on-selection': '所选文本 {{words}}',
  'on-text': '文本',
  'label-as': '标为',
  'label-word': '将该词标为',
  'by-name': '按名称…',
  'annotate-all': '标注所有相同内容…',
  'add-fragment': '加入上一个标注',
  copy: '复制',
  'find-this': '在文档中查找',
  'find-project': '在项目中查找',
  widen: '扩大选区',
  'also-here': '此处还有',
  'select-word': '选择该词',
  'select-paragraph': '选择该段落',
  'select-all': '全选',
  find: '在文档中查找…',
  'about-document': '关于此文档',
  'on-annotation': '{{label}}：{{quote}}',
} as const satisfies Translated<typeof en>;
