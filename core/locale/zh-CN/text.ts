import type { text as en } from '../en/text';
import type { Translated } from '../translated';

export const text = {} as const satisfies Translated<typeof en>;
