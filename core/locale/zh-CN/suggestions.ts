import type { suggestions as en } from '../en/suggestions';
import type { Translated } from '../translated';

export const suggestions = {
  'none-left': '本文档中没有剩余的建议。',
  'only-one': '这是最后一条建议。',
  'first.accept': '尚未接受任何建议：这是第一条。请再按一次以确定。',
  'first.reject': '尚未拒绝任何建议：这是第一条。请再按一次以确定。',
  'step.accept': '接受“{{label}}”',
  'step.reject': '拒绝“{{label}}”',
  'no-any': '本文档中没有建议。',
  'no-with': '本文档中没有标签为“{{label}}”的建议。',
  many_other: '{{count}} 条建议',
  'many-of_other': '{{count}} 条“{{label}}”建议',
  'step-all.accept': '接受 {{suggestions}}',
  'step-all.reject': '拒绝 {{suggestions}}',
  'done.accept': '已接受：{{suggestions}}',
  'done.reject': '已拒绝：{{suggestions}}',
  'pick-first': '请先选中一个标注，然后对同标签的建议进行操作。',
  title: '建议',
  left: '剩余建议',
  suggested: '{{total}} 条建议',
  'left-of': '剩余 {{left}} 条，共 {{total}} 条',
  next: '下一条建议',
  accept: '接受',
  reject: '拒绝',
  'accept-all': '全部接受',
  'reject-all': '全部拒绝',
} as const satisfies Translated<typeof en>;
