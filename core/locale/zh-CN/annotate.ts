import type { annotate as en } from '../en/annotate';
import type { Translated } from '../translated';

export const annotate = {} as const satisfies Translated<typeof en>;
