import type { passages as en } from '../en/passages';
import type { Translated } from '../translated';

export const passages = {} as const satisfies Translated<typeof en>;
