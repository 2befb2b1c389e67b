import type { labels as en } from '../en/labels';
import type { Translated } from '../translated';

export const labels = {} as const satisfies Translated<typeof en>;
