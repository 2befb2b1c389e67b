import type { annotate as en } from '../en/annotate';
import type { Translated } from '../translated';

export const annotate = {
  inside: '位于{{labels}}内',
  'inside-more': '位于{{labels}}等内，另有 {{more}} 个',
} as const satisfies Translated<typeof en>;
